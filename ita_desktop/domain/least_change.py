"""The search behind `what_if`: which scores to raise by how many hundredths, as little as possible.

All scores of one instrument weigh the same, so only three numbers are searched: how much each instrument gains.
First every instrument is brought to the level's mark, which nothing can undercut; what the total then lacks is
taken where a hundredth weighs most.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil, lcm

from ita_desktop.domain.assessment import MAX_SCORE, Assessment, display_score
from ita_desktop.domain.framework import Instrument, LevelRule
from ita_desktop.domain.scoring import Outcome

_FULL = int(MAX_SCORE) * 100
_HALF = Fraction(1, 2)
"""A published score is rounded half up, so half a hundredth below a mark already shows the mark."""


@dataclass(frozen=True, slots=True)
class Part:
    """One score that can be raised, in hundredths; `weight` is what a point of it adds to the total."""

    instrument: Instrument
    code: str
    cents: int
    weight: Decimal
    known: bool
    """Whether `cents` is the score, not only the lowest that it can be."""

    @property
    def room(self) -> int:
        """By how much it can be raised, hundredths."""
        return _FULL - self.cents


@dataclass(frozen=True, slots=True)
class Frame:
    """What must be gained, in hundredths of the parts' own scores."""

    parts: tuple[Part, ...]
    """Those that may be raised, in the framework's order."""
    needs: Mapping[Instrument, int]
    """What each instrument lacks to the level's mark."""
    weights: Mapping[Instrument, int]
    """What a hundredth counts for the total, in the unit of `gap`; 0 where that is not certain."""
    gap: int
    """What the total lacks once the needs are met; at most 0 when it lacks nothing."""
    least_total: Decimal
    """What the total is at least when every score is at its lowest."""

    def of(self, instrument: Instrument) -> list[Part]:
        """The instrument's parts, those with the most room first."""
        return sorted((p for p in self.parts if p.instrument is instrument), key=lambda part: -part.room)


def framed(found: Outcome, assessment: Assessment, level: LevelRule, among: Collection[str] | None) -> list[Frame]:
    """The question, asked from each of the two totals that are certain: the announced one, and that of the bounds.

    From the announced total only raises of known scores are sure to move it.
    """
    every = tuple(_parts(found, assessment))
    parts = tuple(part for part in every if among is None or (part.code or part.instrument) in among)
    lows = {instrument: _low(found, assessment, instrument, every) for instrument in found.framework.weights}
    needs = {i: _need(level, lows[i], [part for part in every if part.instrument is i]) for i in lows}
    known = {part.instrument for part in every if part.known}
    shares = {part.instrument: Fraction(part.weight) for part in every}
    follows = sum((Fraction(found.framework.weights[i]) * low for i, low in lows.items()), Fraction(0))
    announced = Fraction(found.total_bounds.low) * 100
    starts = [(follows, shares)]
    if found.total is not None and not found.total_bounds.is_exact:
        moves = {i: share if i in known else Fraction(0) for i, share in shares.items()}
        contradictory = follows > Fraction(found.total_bounds.high) * 100
        starts = [(announced, moves)] if contradictory else [(announced, moves), *starts]
        follows = min(follows, Fraction(found.total_bounds.high) * 100)
    least = Decimal(follows.numerator) / follows.denominator / 100
    return [_frame(level, parts, needs, start, weights, least) for start, weights in starts]


def _frame(
    level: LevelRule,
    parts: tuple[Part, ...],
    needs: Mapping[Instrument, int],
    start: Fraction,
    weights: Mapping[Instrument, Fraction],
    least_total: Decimal,
) -> Frame:
    lacks = Fraction(level.total_min) * 100 - _HALF - start - sum(weights[i] * needs[i] for i in needs)
    unit = lcm(*(weight.denominator for weight in weights.values()))
    scaled = {i: int(weight * unit) for i, weight in weights.items()}
    return Frame(parts, needs, scaled, ceil(lacks * unit), least_total)


def fewest_cents(frame: Frame) -> dict[Part, int] | None:
    """Hundredths to add to each part with the smallest sum; None if the level cannot be reached."""
    rooms = {i: sum(part.room for part in frame.of(i)) for i in frame.needs}
    gains = _gains(frame, rooms)
    return None if gains is None else _dealt_out(frame, gains)


def fewest_parts(frame: Frame) -> dict[Part, int] | None:
    """Hundredths to add to the fewest parts, of those with the smallest sum; None if the level cannot be reached."""
    prefixes = {i: _prefix_rooms(frame.of(i)) for i in frame.needs}
    best: tuple[int, int, dict[Instrument, int]] | None = None
    for counts in product(*(range(len(rooms)) for rooms in prefixes.values())):
        if best is not None and sum(counts) > best[0]:
            continue
        rooms = {i: prefixes[i][count] for i, count in zip(prefixes, counts, strict=True)}
        gains = _gains(frame, rooms)
        if gains is not None:
            found = (sum(counts), sum(gains.values()), gains)
            best = min(best or found, found, key=lambda way: way[:2])
    return None if best is None else _dealt_out(frame, best[2])


def _gains(frame: Frame, rooms: Mapping[Instrument, int]) -> dict[Instrument, int] | None:
    """What each instrument gains within its room: its need, and what the total lacks where it weighs most."""
    gains = dict(frame.needs)
    if any(gains[i] > rooms[i] for i in gains):
        return None
    gap = frame.gap
    for instrument in sorted(gains, key=lambda i: -frame.weights[i]):
        weight = frame.weights[instrument]
        if gap > 0 and weight:
            more = min(-(-gap // weight), rooms[instrument] - gains[instrument])
            gains[instrument] += more
            gap -= weight * more
    return None if gap > 0 else gains


def _dealt_out(frame: Frame, gains: Mapping[Instrument, int]) -> dict[Part, int]:
    """The gains on the parts, the lowest scores first."""
    added: dict[Part, int] = {}
    for instrument, gain in gains.items():
        for part in frame.of(instrument):
            if cents := min(gain, part.room):
                added[part] = cents
                gain -= cents
    return added


def _prefix_rooms(parts: list[Part]) -> list[int]:
    rooms = [0]
    for part in parts:
        rooms.append(rooms[-1] + part.room)
    return rooms


def _parts(found: Outcome, assessment: Assessment) -> Iterator[Part]:
    """Every score that can be raised: indicators where all of an instrument are known, else the instrument."""
    framework = found.framework
    for instrument, weight in framework.weights.items():
        indicators = framework.indicators_of(instrument)
        if all(indicator.code in assessment.indicators for indicator in indicators):
            for indicator in indicators:
                cents = _cents(assessment.indicators[indicator.code])
                yield Part(instrument, indicator.code, cents, weight / len(indicators), known=True)
        elif instrument in found.instruments:
            yield Part(instrument, "", _cents(found.instruments[instrument].value), weight, known=True)
        else:
            yield Part(instrument, "", _cents(found.bounds[instrument].low), weight, known=False)


def _cents(score: Decimal) -> int:
    return int(display_score(score).scaleb(2))


def _low(found: Outcome, assessment: Assessment, instrument: Instrument, parts: Collection[Part]) -> Fraction:
    """The lowest that the instrument can be, hundredths; an unknown one by what its part shows where that is lower."""
    own = [part for part in parts if part.instrument is instrument]
    bounds = found.bounds[instrument]
    if own[0].code and bounds.is_exact:
        return Fraction(sum(assessment.indicators[part.code] for part in own)) * 100 / len(own)
    low = Fraction(bounds.low) * 100
    return low if own[0].known else min(low, own[0].cents - _HALF)


def _need(level: LevelRule, low: Fraction, parts: list[Part]) -> int:
    lacks = ceil((Fraction(level.instrument_min) * 100 - _HALF - low) * len(parts))
    if len(parts) == 1:
        # A whole instrument at full marks meets every mark, whatever rounding hid before.
        lacks = min(lacks, parts[0].room)
    return max(0, lacks)
