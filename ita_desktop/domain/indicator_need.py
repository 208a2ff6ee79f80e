"""Which indicators need measures most, and how many each has."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.scoring import WeakPoint, weak_points


@dataclass(frozen=True, slots=True)
class IndicatorNeed:
    """An indicator with its score, what raising it would add, and how many measures of the plan are about it."""

    indicator: Indicator
    score: Decimal | None
    weak: WeakPoint | None
    """None at the aim, above it, and without a score."""
    measures: int


def indicator_needs(
    framework: Framework, assessment: Assessment | None, measures: Iterable[Measure]
) -> tuple[IndicatorNeed, ...]:
    """Every indicator: weak ones by effect on the total, then the others, then those without a score."""
    scores = assessment.indicators if assessment else {}
    weak = {point.indicator.code: point for point in weak_points(framework, assessment)} if assessment else {}
    counts = Counter(measure.indicator_code for measure in measures)
    others = sorted((i for i in framework.indicators if i.code not in weak), key=lambda i: i.code not in scores)
    ordered = (*(point.indicator for point in weak.values()), *others)
    return tuple(IndicatorNeed(i, scores.get(i.code), weak.get(i.code), counts[i.code]) for i in ordered)
