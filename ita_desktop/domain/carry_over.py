"""Last year's measures as unsaved ones of this year's plan, with their years moved on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_map import indicator_after
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, format_months, parse_period
from ita_desktop.domain.year_words import ShiftedText, shift_years


@dataclass(frozen=True, slots=True)
class NextPlan:
    """The plan that measures are carried into, and what they may refer to there."""

    year: FiscalYear
    framework: Framework
    """That of the result which the plan answers."""
    older_framework: Framework
    """That of the result which last year's plan answered."""
    divisions: tuple[Division, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What the analysis of the result found."""
    older_findings: tuple[Finding, ...] = ()
    """What last year's measures answered."""


@dataclass(frozen=True, slots=True)
class CarriedMeasure:
    """A measure of last year beside what it becomes, with its texts as their years were moved."""

    last_year: Measure
    measure: Measure
    title: ShiftedText
    actions: tuple[ShiftedText, ...]
    method: ShiftedText
    monitoring: ShiftedText
    output_target: ShiftedText
    remarks: tuple[str, ...] = ()

    @property
    def kept_years(self) -> tuple[str, ...]:
        """The years in its texts that were not moved, each once, as they are written."""
        texts = (self.title, *self.actions, self.method, self.monitoring, self.output_target)
        return tuple(dict.fromkeys(year for text in texts for year in text.kept))


def carry_over(last_year: Sequence[Measure], into: NextPlan) -> tuple[CarriedMeasure, ...]:
    """Each measure as it would stand in the next plan: not started, years, indicator and links brought up to date."""
    return tuple(_carried(measure, into) for measure in last_year)


def shift_period(period: Period, from_year: FiscalYear, years: int) -> Period:
    """The period so many years later; its wording is kept where it still says the same."""
    text = shift_years(period.text, from_year, years).text
    again = parse_period(text, from_year + years)
    if period.first is None or period.last is None:
        return again
    first, last = period.first.plus(12 * years), period.last.plus(12 * years)
    if (again.first, again.last) == (first, last):
        return again
    return Period(format_months(first, last), first, last)


def _carried(measure: Measure, into: NextPlan) -> CarriedMeasure:
    years = into.year.be - measure.plan_year.be

    def moved(text: str) -> ShiftedText:
        return shift_years(text, measure.plan_year, years)

    title, actions = moved(measure.title), tuple(moved(action) for action in measure.actions)
    method, monitoring, output_target = map(moved, (measure.method, measure.monitoring, measure.output_target))
    code, code_remark = _indicator(measure, into)
    findings, finding_remark = _findings(measure, code, into)
    known = {division.id for division in into.divisions}
    carried = replace(
        measure,
        id=NEW,
        position=0,
        plan_year=into.year,
        indicator_code=code,
        title=title.text,
        actions=tuple(action.text for action in actions),
        method=method.text,
        monitoring=monitoring.text,
        output_target=output_target.text,
        division_ids=tuple(id_ for id_ in measure.division_ids if id_ in known),
        period=shift_period(measure.period, measure.plan_year, years),
        status=MeasureStatus.NOT_STARTED,
        finding_ids=findings,
    )
    gone = len(measure.division_ids) - len(carried.division_ids)
    remarks = (
        code_remark,
        f"ผู้รับผิดชอบ {gone} ส่วนราชการถูกลบไปแล้ว เลือกผู้รับผิดชอบใหม่" if gone else "",
        finding_remark,
        "" if carried.period.is_read or not carried.period.text else "อ่านระยะเวลาไม่ได้ ตรวจปีของระยะเวลาเอง",
    )
    return CarriedMeasure(
        measure, carried, title, actions, method, monitoring, output_target, tuple(filter(None, remarks))
    )


def _indicator(measure: Measure, into: NextPlan) -> tuple[str, str]:
    """The code that continues the measure's indicator, and what is to be said of it."""
    code = measure.indicator_code
    if not code:
        return "", ""
    after = indicator_after(into.framework, into.older_framework, code)
    if after is None:
        return "", f"ตัวชี้วัดที่ {code} ของปีก่อนไม่มีในเกณฑ์ปี {into.framework.year} เลือกตัวชี้วัดใหม่"
    if after.code != code:
        return after.code, f"ตัวชี้วัดที่ {code} ของปีก่อน คือตัวชี้วัดที่ {after.label} ในเกณฑ์ปี {into.framework.year}"
    return after.code, ""


def _findings(measure: Measure, code: str, into: NextPlan) -> tuple[tuple[int, ...], str]:
    """The new findings about the measure's indicator in place of those that it answered."""
    if not measure.finding_ids:
        return (), ""
    older = {finding.id: finding for finding in into.older_findings}
    about = [finding for finding in into.findings if finding.indicator_code == code]
    answered = {older[id_].question_code for id_ in measure.finding_ids if id_ in older}
    same = [finding.id for finding in about if finding.question_code in answered] or [finding.id for finding in about]
    return tuple(same), "" if same else "ประเด็นของปีก่อนที่ผูกไว้ไม่มีในผลการวิเคราะห์ปีนี้"
