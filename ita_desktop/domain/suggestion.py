"""Measures from the library of suggestions, and how one becomes a measure of this office."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FIRST_MONTH, FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, format_months
from ita_desktop.thai.clean import clean_lines


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A ready measure for one indicator, to be edited freely (ita.md 7)."""

    indicator_code: str
    text: str
    divisions: tuple[str, ...] = ()
    """How the names of the divisions that usually answer begin (`สำนักปลัด`, `กองคลัง`)."""
    all_divisions: bool = False
    owner: str = ""
    """The person or body that usually answers beside or instead of a division."""
    first_month: int = FIRST_MONTH
    """First month of the usual window, 1 to 12."""
    last_month: int = FIRST_MONTH - 1
    """Last month of the usual window, 1 to 12, not before the first one in the fiscal year."""
    rhythm: str = ""
    """How often within the window (`ทุกไตรมาส`), empty when once or all along."""
    evidence: tuple[str, ...] = ()
    """What to collect as proof."""

    def period(self, plan_year: FiscalYear) -> Period:
        """The usual window in that plan year."""
        first, last = (plan_year.first_month.plus((m - FIRST_MONTH) % 12) for m in (self.first_month, self.last_month))
        return Period(format_months(first, last), first, last)


def propose_measure(suggestion: Suggestion, plan_year: FiscalYear, divisions: Sequence[Division]) -> Measure:
    """An unsaved measure with owner, period and monitoring preset from what this office has."""
    found = [d for d in divisions if any(d.name.startswith(name) for name in suggestion.divisions)]
    return Measure(
        plan_year=plan_year,
        indicator_code=suggestion.indicator_code,
        actions=(suggestion.text,),
        division_ids=() if suggestion.all_divisions else tuple(d.id for d in found),
        all_divisions=suggestion.all_divisions,
        owner=suggestion.owner,
        period=suggestion.period(plan_year),
        monitoring=_monitoring(suggestion),
    )


def measure_from(
    finding: Finding, suggestions: Sequence[Suggestion], divisions: Sequence[Division]
) -> tuple[Measure, ...]:
    """Unsaved measures that answer a kept finding in the plan of the year after its result.

    NACC's recommendation comes first as a measure of its own, then the suggestions for the indicator; without
    either, one measure that still has to be written.
    """
    plan_year = finding.result_year + 1
    found = [propose_measure(each, plan_year, divisions) for each in suggestions if _answers(each, finding)]
    recommended = clean_lines(finding.recommendation)
    if recommended or not found:
        found.insert(0, Measure(plan_year, finding.indicator_code, actions=recommended))
    ids = () if finding.id == NEW else (finding.id,)
    return tuple(replace(measure, topic=finding.topic, finding_ids=ids) for measure in found)


def _answers(suggestion: Suggestion, finding: Finding) -> bool:
    return suggestion.indicator_code == finding.indicator_code


def _monitoring(suggestion: Suggestion) -> str:
    proof = f"เก็บ{' '.join(suggestion.evidence)}เป็นหลักฐาน" if suggestion.evidence else ""
    return f"{suggestion.rhythm} {proof}".strip()
