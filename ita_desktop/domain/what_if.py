"""What would change the level: scores imagined otherwise, and the least change of them that reaches a level.

Nothing here is stored. Where scores are missing only what is certain counts: a score that is not known
stands at the lowest value that the others leave it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_desktop.domain.assessment import MAX_SCORE, MIN_SCORE, Assessment, display_score
from ita_desktop.domain.certainty import Bounds
from ita_desktop.domain.framework import Framework, Instrument, LevelRule
from ita_desktop.domain.least_change import Frame, Part, fewest_cents, fewest_parts, framed
from ita_desktop.domain.measure import Target
from ita_desktop.domain.scoring import Outcome, outcome, weighted_total


@dataclass(frozen=True, slots=True)
class Raise:
    """One score that is raised: an indicator's, or a whole instrument's where not all its indicators are known."""

    instrument: Instrument
    code: str
    """The indicator's code, empty when the whole instrument is meant."""
    before: Decimal
    after: Decimal
    at_least: bool = False
    """The score is not known: `before` is the lowest that it can be, `after` what it must be at least."""

    @property
    def key(self) -> str:
        """The indicator's code, or the instrument."""
        return self.code or self.instrument

    @property
    def points(self) -> Decimal:
        """By how much, points."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Change:
    """Scores to raise so that a level is reached; none when it is reached already."""

    level: LevelRule
    raises: tuple[Raise, ...]
    total: Decimal
    """What the total becomes, unrounded."""
    total_at_least: bool = False
    """The total is not known exactly: it becomes this or more."""

    @property
    def points(self) -> Decimal:
        """All raises together, points."""
        return sum((step.points for step in self.raises), Decimal(0))


def fewest_points(
    framework: Framework, assessment: Assessment, level: LevelRule, among: Collection[str] | None = None
) -> Change | None:
    """The raises with the smallest sum of points that reach the level for certain; None when none does.

    `among` limits what may be raised, by indicator codes and instruments.
    """
    found = outcome(framework, assessment)
    frames = framed(found, assessment, level, among)
    return _cheapest(found, level, [(frame, fewest_cents(frame)) for frame in frames])


def fewest_indicators(
    framework: Framework, assessment: Assessment, level: LevelRule, among: Collection[str] | None = None
) -> Change | None:
    """The raises of the fewest scores that reach the level for certain, and of those the smallest sum of points."""
    found = outcome(framework, assessment)
    frames = framed(found, assessment, level, among)
    return _cheapest(found, level, [(frame, fewest_parts(frame)) for frame in frames], by_count=True)


def imagined(framework: Framework, assessment: Assessment, scores: Mapping[str, Decimal]) -> Assessment:
    """The assessment with other scores, by indicator code or instrument; instruments and total move along.

    A score that was not known before is filled in and moves nothing: it is a guess about what was announced.
    """
    found = outcome(framework, assessment)
    indicators, instruments = dict(assessment.indicators), _steadied(found, assessment)
    moves = dict.fromkeys(framework.weights, Decimal(0))
    for key, score in scores.items():
        if key in set(Instrument):
            instrument = Instrument(key)
            before = found.instruments.get(instrument)
            moves[instrument] += score - display_score(before.value) if before else Decimal(0)
            instruments[instrument] = score
            for indicator in framework.indicators_of(instrument):
                indicators.pop(indicator.code, None)
        else:
            instrument = framework.indicator(key).instrument
            move = (score - indicators.get(key, score)) / len(framework.indicators_of(instrument))
            moves[instrument] += move
            indicators[key] = score
            if instrument in instruments:
                instruments[instrument] = _within(instruments[instrument] + move)
    total = None
    if assessment.total is not None and not (found.total_bounds.is_exact and not instruments):
        steady = _clamped(assessment.total, found.total_bounds)
        total = _within(steady + weighted_total(framework, moves)) if any(moves.values()) else assessment.total
    return replace(assessment, indicators=indicators, instruments=instruments, total=total, announced_level="")


def raised(framework: Framework, assessment: Assessment, raises: Iterable[Raise]) -> Assessment:
    """The assessment with the raises made; scores that are not known stand at the least they can be then."""
    raises = tuple(raises)
    changed = imagined(framework, assessment, {step.key: step.after for step in raises if not step.at_least})
    unknown = {step.instrument: step.after for step in raises if step.at_least}
    if not unknown:
        return changed
    found = outcome(framework, assessment)
    least = {i: display_score(found.bounds[i].low) for i in framework.weights if i not in found.instruments} | unknown
    instruments = {i: score.value for i, score in outcome(framework, changed).instruments.items()} | least
    follows = weighted_total(framework, instruments)
    total = follows if changed.total is None else max(changed.total, follows)
    return replace(changed, indicators={}, instruments=instruments, total=total)


def taken_over(framework: Framework, changed: Assessment) -> Target:
    """Imagined scores as the target of the next year: what is known of total, instruments and level."""
    found = outcome(framework, changed)
    return Target(
        total=display_score(found.total.value) if found.total else None,
        instruments={i: display_score(found.instruments[i].value) for i in framework.weights if i in found.instruments},
        level=found.level.name if found.level else "",
    )


def _steadied(found: Outcome, assessment: Assessment) -> dict[Instrument, Decimal]:
    """The announced instruments, without those that all their indicators tell more exactly."""
    return {
        instrument: _clamped(score, found.bounds[instrument])
        for instrument, score in assessment.instruments.items()
        if instrument in found.bounds
        and not (
            found.bounds[instrument].is_exact
            and all(i.code in assessment.indicators for i in found.framework.indicators_of(instrument))
        )
    }


def _clamped(score: Decimal, bounds: Bounds) -> Decimal:
    return min(bounds.high, max(bounds.low, score))


def _within(score: Decimal) -> Decimal:
    return min(MAX_SCORE, max(MIN_SCORE, score))


def _cheapest(
    found: Outcome, level: LevelRule, ways: Iterable[tuple[Frame, dict[Part, int] | None]], *, by_count: bool = False
) -> Change | None:
    reached = [(frame, added) for frame, added in ways if added is not None]
    if not reached:
        return None
    frame, added = min(reached, key=lambda way: (len(way[1]) if by_count else 0, sum(way[1].values())))
    order = {part: n for n, part in enumerate(frame.parts)}
    raises = tuple(_raise(part, added[part]) for part in sorted(added, key=lambda part: order[part]))
    total, at_least = _total_after(found, frame, added)
    return Change(level, raises, total, at_least)


def _raise(part: Part, cents: int) -> Raise:
    before, after = (Decimal(each).scaleb(-2) for each in (part.cents, part.cents + cents))
    return Raise(part.instrument, part.code, before, after, not part.known)


def _total_after(found: Outcome, frame: Frame, added: Mapping[Part, int]) -> tuple[Decimal, bool]:
    """The total with the raises, and whether it is only the least that it becomes."""
    gains = [(part, Decimal(cents).scaleb(-2) * part.weight) for part, cents in added.items()]
    known = sum((gain for part, gain in gains if part.known), Decimal(0))
    least = frame.least_total + sum((gain for _, gain in gains), Decimal(0))
    if found.total is None or found.total_bounds.is_exact:
        return _within(least), not found.total_bounds.is_exact
    return _within(max(found.total.value + known, least)), any(not part.known for part in added)
