"""From scores to what is certain: instruments, total, level, weak indicators and the steps upward."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.assessment import Assessment, display_score
from ita_desktop.domain.certainty import Bounds, Certainty, certainty, mean_of_indicators, possible_levels
from ita_desktop.domain.framework import Framework, Indicator, Instrument, LevelRule


class Origin(StrEnum):
    """How a score came to be known."""

    ANNOUNCED = "announced"
    COMPUTED = "computed"
    BACK_SOLVED = "back_solved"


@dataclass(frozen=True, slots=True)
class Score:
    """A known score, unrounded, and how it is known."""

    value: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class Difference:
    """An announced score beside the one computed from its parts; `where` is an instrument or None for the total."""

    where: Instrument | None
    announced: Decimal
    computed: Decimal

    @property
    def amount(self) -> Decimal:
        """Announced minus computed, points."""
        return self.announced - self.computed


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """How much an indicator could add: `gap` points to the aim, `effect` points on the total."""

    indicator: Indicator
    score: Decimal
    gap: Decimal
    effect: Decimal
    below_pass: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What a higher level still asks: points on the total (0 when reached) and on each instrument below its mark."""

    level: LevelRule
    total_gap: Decimal
    instrument_gaps: Mapping[Instrument, Decimal]


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that follows from one year's scores; `steps` runs from the best level down to the next one up.

    `best` and `worst` are the best and worst level the office can have, given what is missing;
    both None when nothing is known. They are the same when the level is certain.
    """

    framework: Framework
    total: Score | None
    instruments: Mapping[Instrument, Score]
    bounds: Mapping[Instrument, Bounds]
    """What each instrument can be, known or not."""
    total_bounds: Bounds
    best: LevelRule | None
    worst: LevelRule | None
    differences: tuple[Difference, ...]
    weak: tuple[WeakPoint, ...]
    steps: tuple[Step, ...]
    announced_level: str = ""

    @property
    def level(self) -> LevelRule | None:
        """The level, when certain."""
        return self.best if self.best == self.worst else None

    @property
    def level_name(self) -> str:
        """The announced level if it is an official name, else the certain one, else empty."""
        if self.announced_level and self.framework.level_named(self.announced_level):
            return self.announced_level
        return self.level.name if self.level else ""

    @property
    def level_contradicts(self) -> bool:
        """Whether the announced level cannot follow from the scores."""
        announced = self.framework.level_named(self.announced_level) if self.announced_level else None
        if announced is None or self.best is None or self.worst is None:
            return bool(self.announced_level) and announced is None
        rank = self.framework.rank
        return not rank(self.best) <= rank(announced) <= rank(self.worst)

    @property
    def next_level(self) -> LevelRule | None:
        """The level above the certain one; None at the best level or when no level is certain."""
        rank = self.framework.rank(self.level) if self.level else 0
        return self.framework.levels[rank - 1] if rank else None

    @property
    def holding_back(self) -> tuple[Instrument, ...]:
        """The known instruments that alone keep the office from the next level, lowest score first."""
        above = self.next_level
        if above is None or display_score(self.total_bounds.low) < above.total_min:
            return ()
        low = (i for i in self.instruments if display_score(self.bounds[i].high) < above.instrument_min)
        return tuple(sorted(low, key=lambda i: self.instruments[i].value))


def outcome(framework: Framework, assessment: Assessment) -> Outcome:
    """What the scores of the framework's year say; missing scores are never guessed."""
    computed = {
        instrument: mean
        for instrument in framework.weights
        if (mean := mean_of_indicators(framework, assessment, instrument)) is not None
    }
    instruments = {i: Score(value, Origin.COMPUTED) for i, value in computed.items()}
    instruments |= {
        i: Score(value, Origin.ANNOUNCED) for i, value in assessment.instruments.items() if i in framework.weights
    }
    known = certainty(framework, assessment)
    total = Score(assessment.total, Origin.ANNOUNCED) if assessment.total is not None else None
    if total is not None:
        instruments |= back_solved(framework, total.value, instruments, known)
    elif len(instruments) == len(framework.weights):
        total = Score(weighted_total(framework, {i: s.value for i, s in instruments.items()}), Origin.COMPUTED)
    best, worst = possible_levels(framework, known) if assessment.has_scores() else (None, None)
    certain = best if best == worst else None
    return Outcome(
        framework=framework,
        total=total,
        instruments=instruments,
        bounds=known.instruments,
        total_bounds=known.total,
        best=best,
        worst=worst,
        differences=_differences(framework, assessment, computed),
        weak=weak_points(framework, assessment),
        steps=_steps(framework, certain, total, instruments),
        announced_level=assessment.announced_level,
    )


def weighted_total(framework: Framework, instruments: Mapping[Instrument, Decimal]) -> Decimal:
    """0.30·IIT + 0.30·EIT + 0.40·OIT, unrounded (ita.md 1.4)."""
    return sum((framework.weights[i] * instruments[i] for i in framework.weights), Decimal(0))


def back_solved(
    framework: Framework, total: Decimal, instruments: Mapping[Instrument, Score], known: Certainty
) -> dict[Instrument, Score]:
    """The one missing instrument that the announced total forces, as far as rounding lets it; none if impossible."""
    missing = [i for i in framework.weights if i not in instruments]
    if len(missing) != 1 or known.contradictory:
        return {}
    rest = total - sum((framework.weights[i] * s.value for i, s in instruments.items()), Decimal(0))
    bounds = known.instruments[missing[0]]
    value = min(bounds.high, max(bounds.low, rest / framework.weights[missing[0]]))
    return {missing[0]: Score(value, Origin.BACK_SOLVED)}


def weak_points(framework: Framework, assessment: Assessment, aim: Decimal | None = None) -> tuple[WeakPoint, ...]:
    """Indicators below the aim (the best level's mark if not given), by effect on the total, largest first."""
    aim = framework.excellent_mark if aim is None else aim
    found = [
        WeakPoint(
            indicator,
            score,
            gap=aim - score,
            effect=(aim - score) * framework.marginal_weight(indicator.code),
            below_pass=score < framework.pass_mark,
        )
        for indicator in framework.indicators
        if (score := assessment.indicators.get(indicator.code)) is not None and score < aim
    ]
    return tuple(sorted(found, key=lambda weak: weak.effect, reverse=True))


def _differences(
    framework: Framework, assessment: Assessment, computed: Mapping[Instrument, Decimal]
) -> tuple[Difference, ...]:
    """Where announced and computed scores part by more than rounding can explain (ita.md 10.2 rule 5)."""
    found = [
        Difference(instrument, announced, computed[instrument])
        for instrument, announced in assessment.instruments.items()
        if instrument in computed and abs(announced - computed[instrument]) > _INSTRUMENT_TOLERANCE
    ]
    parts = {**computed, **{i: v for i, v in assessment.instruments.items() if i in framework.weights}}
    if assessment.total is not None and len(parts) == len(framework.weights):
        total = weighted_total(framework, parts)
        if abs(assessment.total - total) > _TOTAL_TOLERANCE:
            found.append(Difference(None, assessment.total, total))
    return tuple(found)


_INSTRUMENT_TOLERANCE = Decimal("0.01")
_TOTAL_TOLERANCE = Decimal("0.02")


def _steps(
    framework: Framework,
    level: LevelRule | None,
    total: Score | None,
    instruments: Mapping[Instrument, Score],
) -> tuple[Step, ...]:
    if level is None or total is None or len(instruments) < len(framework.weights):
        return ()
    return tuple(
        Step(
            higher,
            max(Decimal(0), higher.total_min - total.value),
            {
                i: higher.instrument_min - score.value
                for i, score in instruments.items()
                if display_score(score.value) < higher.instrument_min
            },
        )
        for higher in framework.levels[: framework.rank(level)]
    )
