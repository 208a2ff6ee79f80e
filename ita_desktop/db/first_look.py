"""The few values that the first page shows, read with SQLite alone while SQLAlchemy is still being loaded.

The only place besides `services` that turns rows into values; a test holds the two to the same answers.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.db.connection import connect, told_plainly
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.details import detail_order
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.office import MeetingNumbering, Office, OfficeKind
from ita_desktop.domain.waiting_draft import WaitingDraft
from ita_desktop.thai.digits import Numerals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_YEARS = """
    SELECT year FROM plans UNION SELECT plan_year FROM measures UNION SELECT plan_year FROM meetings
    UNION SELECT year + 1 FROM assessments ORDER BY 1
"""
_WAITING = """
    SELECT meetings.id, plan_year, name, number, held_on, kept_at
    FROM minutes_drafts JOIN meetings ON meetings.id = meeting_id ORDER BY kept_at DESC, meetings.id DESC
"""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The office, the years that anything is kept for, the announced scores, and drafts of minutes, newest first."""

    office: Office | None
    plan_years: tuple[FiscalYear, ...]
    assessments: Mapping[FiscalYear, Assessment]
    has_own_frameworks: bool
    waiting: tuple[WaitingDraft, ...]


def first_look(path: Path) -> FirstLook:
    """What the data file holds for the first page, from one consistent state; `UserError` when it cannot be read."""
    with told_plainly(path), closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        return FirstLook(
            office=_office(connection),
            plan_years=tuple(FiscalYear(year) for (year,) in connection.execute(_YEARS)),
            assessments=_assessments(connection),
            has_own_frameworks=connection.execute("SELECT 1 FROM framework_editions").fetchone() is not None,
            waiting=tuple(_waiting(row) for row in connection.execute(_WAITING)),
        )


def _office(connection: sqlite3.Connection) -> Office | None:
    row = connection.execute("SELECT * FROM office").fetchone()
    if row is None:
        return None
    facts = {key: row[key] for key in row.keys() if key != "id"}  # noqa: SIM118 - a Row's own iteration gives values
    facts["kind"] = OfficeKind(row["kind"])
    facts["numerals"] = Numerals(row["numerals"])
    facts["meeting_numbering"] = MeetingNumbering(row["meeting_numbering"])
    return Office(**facts)


def _assessments(connection: sqlite3.Connection) -> dict[FiscalYear, Assessment]:
    indicators, details = _scores(connection, "indicator_scores"), _scores(connection, "detail_scores")
    found = (
        _assessment(row, indicators.get(row["year"], {}), details.get(row["year"], {}))
        for row in connection.execute("SELECT * FROM assessments")
    )
    return {assessment.year: assessment for assessment in found}


def _scores(connection: sqlite3.Connection, table: str) -> dict[int, dict[str, Decimal]]:
    found: dict[int, dict[str, Decimal]] = {}
    # The table's name comes from this module alone.
    for year, code, score in connection.execute(f"SELECT year, code, score FROM {table}"):
        found.setdefault(year, {})[code] = _score(score)
    return found


def _assessment(row: sqlite3.Row, indicators: dict[str, Decimal], details: dict[str, Decimal]) -> Assessment:
    known = {part: row[part] for part in ("iit", "eit", "oit", "eit_part_1", "eit_part_2") if row[part] is not None}
    return Assessment(
        year=FiscalYear(row["year"]),
        indicators={code: indicators[code] for code in sorted(indicators, key=lambda code: (len(code), code))},
        instruments={each: _score(known[each.lower()]) for each in Instrument if each.lower() in known},
        total=None if row["total"] is None else _score(row["total"]),
        eit_parts={part: _score(known[f"eit_part_{part}"]) for part in (1, 2) if f"eit_part_{part}" in known},
        details={code: details[code] for code in sorted(details, key=detail_order)},
        announced_level=row["announced_level"],
        announced_on=None if row["announced_on"] is None else date.fromisoformat(row["announced_on"]),
        source=row["source"],
        recommendations=row["recommendations"],
    )


def _waiting(row: sqlite3.Row) -> WaitingDraft:
    return WaitingDraft(
        meeting_id=row["id"],
        plan_year=FiscalYear(row["plan_year"]),
        name=row["name"],
        number=row["number"],
        held_on=None if row["held_on"] is None else date.fromisoformat(row["held_on"]),
        kept_at=datetime.fromisoformat(row["kept_at"]),
    )


def _score(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)
