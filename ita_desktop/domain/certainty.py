"""What the scores prove: how low and how high each instrument and the total can be, and which levels are possible.

An announced score was rounded half up to two decimals, so the true one lies within half a hundredth of it;
a score with more decimals was computed and is exact. A completion is any set of indicator scores that would have
been announced so; nothing stated here is refuted by one. A total that stands alone counts as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import CENT, MAX_SCORE, MIN_SCORE, Assessment, display_score
from ita_desktop.domain.framework import Framework, Instrument, LevelRule

HALF_CENT = CENT / 2
_JUST_BELOW = HALF_CENT - Decimal("0.000001")
"""Half a hundredth more would be rounded up; no score is finer than this."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Everything a score can still be, points, both ends included."""

    low: Decimal
    high: Decimal

    @property
    def is_exact(self) -> bool:
        """Whether only one value is possible."""
        return self.low == self.high

    def within(self, other: "Bounds") -> "Bounds | None":
        """What both allow; None when they contradict each other."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Bounds(low, high) if low <= high else None


@dataclass(frozen=True, slots=True)
class Certainty:
    """The bounds of every instrument and of the total; `contradictory` when the announced total cannot follow."""

    instruments: Mapping[Instrument, Bounds]
    total: Bounds
    contradictory: bool = False


def announced(score: Decimal) -> Bounds:
    """What a score can have been before it was rounded."""
    if score != display_score(score):
        return Bounds(score, score)
    return Bounds(max(MIN_SCORE, score - HALF_CENT), min(MAX_SCORE, score + _JUST_BELOW))


def certainty(framework: Framework, assessment: Assessment) -> Certainty:
    """What the year's scores leave open; where they contradict each other, the announced ones count."""
    own = {instrument: _own_bounds(framework, assessment, instrument) for instrument in framework.weights}
    follows = Bounds(
        sum((weight * own[i].low for i, weight in framework.weights.items()), Decimal(0)),
        sum((weight * own[i].high for i, weight in framework.weights.items()), Decimal(0)),
    )
    if assessment.total is None:
        return Certainty(own, follows)
    told = announced(assessment.total)
    total = told.within(follows)
    if total is None:
        return Certainty(own, told, contradictory=True)
    # The published rule compares a total that stands alone as it is (ita.md 10.2 rule 4): 98.50 proves the best
    # level, although 98.497 with one instrument at 94.99 would have been announced as 98.50 too.
    alone = not assessment.indicators and not assessment.instruments
    leaves = Bounds(assessment.total, assessment.total) if alone else total
    return Certainty(_tightened(framework, own, follows, leaves), total)


def possible_levels(framework: Framework, known: Certainty) -> tuple[LevelRule, LevelRule]:
    """The best level that some completion of the scores reaches, and the worst that some completion falls to."""
    last = framework.levels[-1]
    best = next((level for level in framework.levels if _may_reach(framework, level, known)), last)
    worst = next((level for level in framework.levels if _must_reach(level, known)), last)
    return best, worst


def mean_of_indicators(framework: Framework, assessment: Assessment, instrument: Instrument) -> Decimal | None:
    """The instrument's score as its indicators make it, unrounded; None unless all are known."""
    own = _own_indicators(framework, assessment, instrument)
    return own.low if own.is_exact else None


def _own_bounds(framework: Framework, assessment: Assessment, instrument: Instrument) -> Bounds:
    indicators = _own_indicators(framework, assessment, instrument)
    if instrument not in assessment.instruments:
        return indicators
    told = announced(assessment.instruments[instrument])
    return told.within(indicators) or told


def _own_indicators(framework: Framework, assessment: Assessment, instrument: Instrument) -> Bounds:
    indicators = framework.indicators_of(instrument)
    scores = [assessment.indicators[i.code] for i in indicators if i.code in assessment.indicators]
    count = len(indicators) or 1
    missing = count - len(scores)
    known = sum(scores, Decimal(0))
    return Bounds((known + missing * MIN_SCORE) / count, (known + missing * MAX_SCORE) / count)


def _tightened(
    framework: Framework, own: Mapping[Instrument, Bounds], follows: Bounds, total: Bounds
) -> dict[Instrument, Bounds]:
    """The bounds that the total leaves to each instrument when the others are as high or as low as they can be."""
    tight: dict[Instrument, Bounds] = {}
    for instrument, weight in framework.weights.items():
        mine = own[instrument]
        others = Bounds(follows.low - weight * mine.low, follows.high - weight * mine.high)
        left = Bounds((total.low - others.high) / weight, (total.high - others.low) / weight)
        # Only the last digit of a division can make them miss each other.
        tight[instrument] = mine.within(left) or mine
    return tight


def _may_reach(framework: Framework, level: LevelRule, known: Certainty) -> bool:
    if display_score(known.total.high) < level.total_min:
        return False
    if any(display_score(bounds.high) < level.instrument_min for bounds in known.instruments.values()):
        return False
    mark = level.instrument_min - HALF_CENT
    least = sum((framework.weights[i] * max(b.low, mark) for i, b in known.instruments.items()), Decimal(0))
    return known.contradictory or least <= known.total.high


def _must_reach(level: LevelRule, known: Certainty) -> bool:
    lowest = min((bounds.low for bounds in known.instruments.values()), default=MAX_SCORE)
    return display_score(known.total.low) >= level.total_min and display_score(lowest) >= level.instrument_min
