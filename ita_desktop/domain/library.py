"""Measures that the office keeps for later years, beside the suggestions that come with the program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, format_months
from ita_desktop.domain.proposal import Proposal, text_key
from ita_desktop.domain.suggestion import divisions_named
from ita_desktop.domain.year_words import find_years
from ita_desktop.thai.dates import full_be_year
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class LibraryMeasure:
    """A measure without a year: months instead of a period, names of divisions instead of the divisions."""

    indicator_code: str = ""
    title: str = ""
    actions: tuple[str, ...] = ()
    method: str = ""
    divisions: tuple[str, ...] = ()
    """Full names of the responsible divisions."""
    all_divisions: bool = False
    owner: str = ""
    first_month: int | None = None
    """First month of the usual window, 1 to 12; None together with `last_month` when there is none."""
    last_month: int | None = None
    monitoring: str = ""
    output_target: str = ""
    topic: str = ""
    position: int = 0
    id: int = NEW

    @property
    def text(self) -> str:
        """Title and actions as one text, a line each."""
        return "\n".join(part for part in (self.title, *self.actions) if part)


def library_measure(measure: Measure, divisions: Sequence[Division]) -> LibraryMeasure:
    """What is kept of a measure: its period as months, where it was read and lies in the plan year; names, not ids."""
    names = {division.id: division.name for division in divisions}
    first, last = measure.period.first, measure.period.last
    whole = measure.period.lies_in(measure.plan_year) and first is not None and last is not None
    return LibraryMeasure(
        indicator_code=measure.indicator_code,
        title=measure.title,
        actions=measure.actions,
        method=measure.method,
        divisions=tuple(names[id_] for id_ in measure.division_ids if id_ in names),
        all_divisions=measure.all_divisions,
        owner=measure.owner,
        first_month=first.number if whole and first else None,
        last_month=last.number if whole and last else None,
        monitoring=measure.monitoring,
        output_target=measure.output_target,
        topic=measure.topic,
    )


def measure_from_library(
    kept: LibraryMeasure, plan_year: FiscalYear, divisions: Sequence[Division], framework: Framework
) -> Proposal:
    """A kept measure as an unsaved one of the plan year; what the office or the framework lacks is said.

    A division that was renamed is taken where only one can be meant.
    """
    found = {name: divisions_named(name, divisions) for name in kept.divisions}
    unknown = [name for name, meant in found.items() if len(meant) != 1]
    sure = {name: meant[0] for name, meant in found.items() if len(meant) == 1}
    is_known_code = kept.indicator_code in {"", *(indicator.code for indicator in framework.indicators)}
    measure = Measure(
        plan_year=plan_year,
        indicator_code=kept.indicator_code if is_known_code else "",
        title=kept.title,
        actions=kept.actions,
        method=kept.method,
        division_ids=tuple(dict.fromkeys(division.id for division in sure.values())),
        all_divisions=kept.all_divisions,
        owner=" ".join(filter(None, (*unknown, kept.owner))),
        period=library_period(kept, plan_year),
        monitoring=kept.monitoring,
        output_target=kept.output_target,
        topic=kept.topic,
    )
    lost_code = f"ตัวชี้วัดที่ {kept.indicator_code} ไม่มีในเกณฑ์ปี {framework.year} เลือกตัวชี้วัดใหม่"
    lost_names = f"ไม่มี{' และ'.join(unknown)}ในรายชื่อส่วนราชการ จึงเขียนชื่อไว้ที่ผู้รับผิดชอบหลัก"
    remarks = (
        "" if is_known_code else lost_code,
        lost_names if unknown else "",
        *(f"ใช้{now.name}แทน{name} ตรวจอีกครั้ง" for name, now in sure.items() if now.name != name),
        _other_years(kept, plan_year),
    )
    return Proposal(measure, tuple(filter(None, remarks)))


def library_period(kept: LibraryMeasure, plan_year: FiscalYear) -> Period:
    """The kept months in that plan year; empty without months or where they are not in a fiscal year's order."""
    if kept.first_month is None or kept.last_month is None:
        return Period()
    first, last = plan_year.month(kept.first_month), plan_year.month(kept.last_month)
    return Period(format_months(first, last), first, last) if first <= last else Period()


def not_kept_yet(new: Iterable[LibraryMeasure], library: Iterable[LibraryMeasure]) -> list[LibraryMeasure]:
    """Those of the new ones that say something which the library does not say of the same indicator, each once."""
    there = {_key(kept) for kept in library}
    found: list[LibraryMeasure] = []
    for each in new:
        if each.text and _key(each) not in there:
            there.add(_key(each))
            found.append(each)
    return found


def _key(kept: LibraryMeasure) -> tuple[str, str]:
    return kept.indicator_code, text_key(kept.text)


def _other_years(kept: LibraryMeasure, plan_year: FiscalYear) -> str:
    """That a text names another year, which only the clerk can tell what it becomes."""
    text = "\n".join((kept.text, kept.method, kept.monitoring, kept.output_target))
    found = [text[word.first : word.last] for word in find_years(text, plan_year) if not word.is_fixed]
    other = [year for year in dict.fromkeys(found) if full_be_year(int(to_arabic(year))) != plan_year.be]
    return f"ถ้อยคำมีปี {' '.join(other)} ตรวจแก้ให้ตรงกับปี {plan_year}" if other else ""
