"""From a resolution to a measure: its words, who answers for it, and by when."""

import re
from collections.abc import Sequence
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.domain.office import ALL_DIVISIONS, Division
from ita_desktop.domain.period import Period, format_months
from ita_desktop.domain.suggestion import divisions_named
from ita_desktop.thai.clean import clean_lines

_BETWEEN = re.compile(r"\s*(?:,|/|และ|กับ|ร่วมกับ|\n)\s*|\s{2,}")
_OPENING = re.compile(r"^(?:ที่ประชุม)?\s*(?:มีมติ|จึงมีมติ)?\s*(?:เห็นชอบ)?\s*(?:และ|ให้|โดย)?\s*มอบหมาย(?:ให้)?\s*")
_ONLY_WORDS = re.compile("[ก-๙A-Za-z]")


def measure_from_resolution(
    item: AgendaItem, plan_year: FiscalYear, divisions: Sequence[Division], *, held_on: date | None = None
) -> Measure:
    """An unsaved measure of the plan year; its period runs from the month of the meeting to that of the due day."""
    found, everybody, owner = responsible(item.owner, divisions)
    return Measure(
        plan_year,
        title=item.title,
        actions=tuple(_action(line, item.owner) for line in clean_lines(item.resolution)),
        division_ids=found,
        all_divisions=everybody,
        owner=owner,
        period=_period(item.due, held_on, plan_year),
    )


def responsible(owner: str, divisions: Sequence[Division]) -> tuple[tuple[int, ...], bool, str]:
    """Ids of the divisions that the words name, whether they name all, and who else is named besides."""
    rest = owner
    everybody = ALL_DIVISIONS in rest
    rest = rest.replace(ALL_DIVISIONS, " ")
    found: list[int] = []
    # The longest names first: กองการศึกษา ศาสนาและวัฒนธรรม holds และ, and สำนักปลัดเทศบาล holds สำนักปลัด.
    named = sorted(((name, d.id) for d in divisions for name in (d.name, d.short_name) if name), key=_length)
    for name, id_ in named:
        if name in rest:
            found.append(id_)
            rest = rest.replace(name, "\n")
    others: list[str] = []
    for part in _BETWEEN.split(rest):
        meant = divisions_named(part, divisions) if part.strip() else []
        if len(meant) == 1 and part.strip() != "":
            found.append(meant[0].id)
        elif _ONLY_WORDS.search(part):
            others.append(part.strip())
    order = [division.id for division in divisions]
    return tuple(sorted(dict.fromkeys(found), key=order.index)), everybody, " ".join(others)


def _length(named: tuple[str, int]) -> int:
    return -len(named[0])


def _action(line: str, owner: str) -> str:
    """The task without the words that give it to its owner, who stands in a field of the measure's own."""
    given = _OPENING.sub("", line, count=1)
    if given == line:
        return line
    task = given.removeprefix(owner).strip() if owner else given
    return task or line


def _period(due: date | None, held_on: date | None, plan_year: FiscalYear) -> Period:
    if due is None:
        return Period()
    last = Month.of(due)
    first = Month.of(held_on) if held_on is not None and held_on <= due else last
    if plan_year.first_month <= last:
        first = max(first, plan_year.first_month)
    return Period(format_months(first, last), first, last)
