"""What scores below the indicators show beside the indicators themselves; no level follows from them."""

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import CENT, Assessment
from ita_desktop.domain.details import detail_order
from ita_desktop.domain.framework import Framework, Indicator, Instrument

_TOLERANCE = CENT
"""Both the details and the indicator are rounded to half a hundredth."""


@dataclass(frozen=True, slots=True)
class DetailMean:
    """The mean of an indicator's questions or items, unrounded, beside the indicator's own score."""

    indicator: Indicator
    mean: Decimal
    announced: Decimal


def detail_means(framework: Framework, assessment: Assessment) -> tuple[DetailMean, ...]:
    """Where all details of an indicator are known and their mean differs from its score by more than rounding.

    The rule from item to indicator is not published exactly (ita.md 1.4): a difference asks for a look, no more.
    """
    found = []
    for indicator in framework.indicators:
        if indicator.code not in assessment.indicators or not framework.all_details_known(indicator.code):
            continue
        scores = [assessment.details.get(detail.code) for detail in framework.details_of(indicator.code)]
        known = [score for score in scores if score is not None]
        mean = sum(known, Decimal(0)) / len(scores)
        announced = assessment.indicators[indicator.code]
        if len(known) == len(scores) and abs(mean - announced) > _TOLERANCE:
            found.append(DetailMean(indicator, mean, announced))
    return tuple(found)


def detail_faults(framework: Framework, assessment: Assessment) -> dict[str, str]:
    """Why each code that the year's framework cannot have is wrong, by code in their order."""
    faults = {code: framework.detail_fault(code) for code in sorted(assessment.details, key=detail_order)}
    return {code: fault for code, fault in faults.items() if fault}


def eit_outside_parts(assessment: Assessment) -> bool:
    """Whether the EIT lies outside its two parts, which no share of the parts could give."""
    eit, parts = assessment.instruments.get(Instrument.EIT), assessment.eit_parts
    if eit is None or not {1, 2} <= parts.keys():
        return False
    return not min(parts[1], parts[2]) - CENT <= eit <= max(parts[1], parts[2]) + CENT
