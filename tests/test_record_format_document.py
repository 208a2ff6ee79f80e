"""docs/record-format.md says what the program reads: every object, key, type and word."""

import json
import re
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

import pytest

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.documents import IssuedDocument, IssueStatus
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import (
    Measure,
    MeasureStatus,
    Plan,
    PlanStatus,
    Progress,
    ProgressEvidence,
    Target,
    Theme,
    ThemePoint,
)
from ita_desktop.domain.meeting import (
    AgendaItem,
    AgendaTable,
    Attendance,
    Committee,
    CommitteeKind,
    CommitteeMember,
    Invitation,
    Meeting,
    MeetingStatus,
    MinutesVersion,
    Photo,
    Presence,
)
from ita_desktop.domain.office import Acting, Division, MeetingNumbering, Office, OfficeKind, Officer, Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.period import Period
from ita_desktop.domain.record import FrameworkEdition, OfficeRecord
from ita_desktop.record_file import parse_record
from ita_desktop.record_shape import Key, keys_of
from ita_desktop.thai.digits import Numerals

DOCUMENT = (Path(__file__).parents[1] / "docs" / "record-format.md").read_text(encoding="utf-8")

OBJECTS: dict[str, type] = {
    "record": OfficeRecord,
    "office": Office,
    "division": Division,
    "officer": Officer,
    "plan": Plan,
    "target": Target,
    "theme": Theme,
    "theme point": ThemePoint,
    "assessment": Assessment,
    "finding": Finding,
    "measure": Measure,
    "period": Period,
    "progress": Progress,
    "evidence": ProgressEvidence,
    "library measure": LibraryMeasure,
    "committee": Committee,
    "member": CommitteeMember,
    "person": Signatory,
    "meeting": Meeting,
    "attendance": Attendance,
    "agenda item": AgendaItem,
    "photo": Photo,
    "invitation": Invitation,
    "minutes version": MinutesVersion,
    "issued document": IssuedDocument,
    "framework": FrameworkEdition,
}
WORDS: dict[str, type[StrEnum]] = {
    "kind of office": OfficeKind,
    "numerals": Numerals,
    "meeting numbering": MeetingNumbering,
    "acting": Acting,
    "plan status": PlanStatus,
    "instrument": Instrument,
    "finding class": FindingClass,
    "measure status": MeasureStatus,
    "committee kind": CommitteeKind,
    "presence": Presence,
    "agenda table": AgendaTable,
    "meeting status": MeetingStatus,
    "kind of paper": DocumentKind,
    "issue status": IssueStatus,
}
_NAMES: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "number",
    bytes: "picture",
    date: "date",
    time: "time",
    FiscalYear: "fiscal year",
    Month: "month",
    **{kind: name for name, kind in {**OBJECTS, **WORDS}.items()},
}


def type_words(key: Key) -> str:
    return "baht" if key.name == "budget" else words_of(key.hint)


def words_of(hint: Any) -> str:
    if isinstance(hint, UnionType):
        return words_of(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return f"list of {words_of(get_args(hint)[0])}"
    if get_origin(hint) is not None:
        key, value = get_args(hint)
        return f"{words_of(value)} by {words_of(key)}"
    return "score" if hint is Decimal else _NAMES[hint]


def rows_under(heading: str) -> list[list[str]]:
    """The cells of the table below the heading, without its first two lines."""
    section = re.split(rf"^### {re.escape(heading)}$", DOCUMENT, flags=re.MULTILINE)[1]
    section = re.split(r"^##", section, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("heading", OBJECTS)
def test_that_every_key_is_documented_with_its_type(heading: str) -> None:
    documented = [tuple(row[:3]) for row in rows_under(heading)]
    assert documented == [
        (f"`{key.name}`", type_words(key), "yes" if key.required else "") for key in keys_of(OBJECTS[heading])
    ]
    assert all(row[3] for row in rows_under(heading))


@pytest.mark.parametrize("heading", WORDS)
def test_that_every_word_of_an_enumeration_is_documented(heading: str) -> None:
    assert [row[0] for row in rows_under(heading)] == [f"`{word}`" for word in WORDS[heading]]
    assert all(row[1] for row in rows_under(heading))


def test_that_nothing_is_documented_that_is_not_there() -> None:
    headings = re.findall(r"^### (.*)$", DOCUMENT, flags=re.MULTILINE)
    assert sorted(headings) == sorted([*OBJECTS, *WORDS])


def test_that_the_documents_examples_are_read() -> None:
    examples = re.findall(r"```json\n(.*?)```", DOCUMENT, flags=re.DOTALL)
    assert examples
    for example in examples:
        assert json.loads(example)
        parse_record(example.encode())
