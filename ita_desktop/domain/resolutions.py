"""From a resolution to a measure: its words, who answers for it, and by when; a new measure, or a change of one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.domain.office import ALL_DIVISIONS, Division
from ita_desktop.domain.period import Period, format_months
from ita_desktop.domain.suggestion import divisions_named
from ita_desktop.thai.clean import clean_lines

_BETWEEN = re.compile(r"\s*(?:,|/|และ|กับ|ร่วมกับ|\n)\s*|\s{2,}")
_OPENING = re.compile(
    r"^(?:มติ)?(?:ที่ประชุม)?\s*(?:จึง|ได้)*(?:พิจารณาแล้ว)?\s*(?:จึง|ได้)*(?:มีมติ)?\s*"
    r"(?:เห็นชอบ|เห็นควร|อนุมัติ|รับทราบ)?\s*(?:และ|โดย|จึง)?\s*"
    # ให้ that hands a task out, not the one of ให้บริการ, ให้ความรู้ and the like.
    r"(?:มอบหมาย(?:ให้)?|ให้(?!บริการ|ความ|คำ|ข้อมูล|การ|โอกาส|ทุน|รางวัล))\s*"
)
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


class MeasurePart(StrEnum):
    """What a resolution can change of a measure."""

    ACTIONS = "actions"
    RESPONSIBLE = "responsible"
    PERIOD = "period"


def parts_changed(before: Measure, after: Measure) -> tuple[MeasurePart, ...]:
    """In which parts the two differ, in the order in which measures are read."""
    return tuple(part for part in MeasurePart if _part(before, part) != _part(after, part))


def measure_after(
    measure: Measure, item: AgendaItem, divisions: Sequence[Division], *, held_on: date | None = None
) -> Measure:
    """The measure as the resolution would have it: its tasks added, its people and its due day in place of the old.

    The period keeps its first month where that lies before the due day. What the resolution does not say stays.
    """
    said = measure_from_resolution(item, measure.plan_year, divisions, held_on=held_on)
    changed = replace(measure, actions=tuple(dict.fromkeys((*measure.actions, *said.actions))))
    if item.owner:
        changed = with_parts(changed, said, (MeasurePart.RESPONSIBLE,))
    first, last = measure.period.first, said.period.last
    if last is None:
        return changed
    if first is None or first > last:
        return replace(changed, period=said.period)
    return replace(changed, period=Period(format_months(first, last), first, last))


def with_parts(measure: Measure, other: Measure, parts: Iterable[MeasurePart]) -> Measure:
    """The measure with these parts taken from the other."""
    for part in parts:
        measure = replace(measure, **{name: getattr(other, name) for name in _FIELDS[part]})
    return measure


_FIELDS: dict[MeasurePart, tuple[str, ...]] = {
    MeasurePart.ACTIONS: ("actions",),
    MeasurePart.RESPONSIBLE: ("division_ids", "all_divisions", "owner"),
    MeasurePart.PERIOD: ("period",),
}


def _part(measure: Measure, part: MeasurePart) -> tuple[object, ...]:
    return tuple(getattr(measure, name) for name in _FIELDS[part])


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
