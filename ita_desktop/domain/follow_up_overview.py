"""How a plan stands to today, counted once: after a change only what was replaced is counted again."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import date

from ita_desktop.domain.follow_up import (
    EVERY_DIVISION,
    NOBODY,
    NOBODY_WORDS,
    DivisionCount,
    Timing,
    responsible_ids,
    timing,
)
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import ALL_DIVISIONS, Division


class PlanOverview:
    """Counts of one day and one office's divisions, kept in step with the plan's measures."""

    def __init__(self, divisions: Sequence[Division], today: date) -> None:
        self._names = {division.id: division.name for division in divisions}
        self._names |= {EVERY_DIVISION: ALL_DIVISIONS, NOBODY: NOBODY_WORDS}
        self._today = today
        self._measures: Mapping[int, Measure] = {}
        self._timings: Counter[Timing] = Counter()
        self._late: Counter[int] = Counter()

    def follow(self, measures: Sequence[Measure]) -> None:
        """These are the plan's measures now."""
        before, now = self._measures, {measure.id: measure for measure in measures}
        self._count(_counted_otherwise(before, now), -1)
        self._count(_counted_otherwise(now, before), 1)
        self._measures = now

    @property
    def ids(self) -> Set[int]:
        """The ids of the measures."""
        return self._measures.keys()

    def number(self, wanted: Timing) -> int:
        """How many measures stand so."""
        return self._timings[wanted]

    def late_by_division(self) -> list[DivisionCount]:
        """How many measures are late, by who answers for them: most first, equal ones in the office's order.

        A measure of several divisions counts for each of them.
        """
        order = list(self._names)
        counts = [(id_, count) for id_, count in self._late.items() if count]
        ranked = sorted(counts, key=lambda item: (-item[1], order.index(item[0])))
        return [DivisionCount(id_, self._names[id_], count) for id_, count in ranked]

    def _count(self, measures: Sequence[Measure], by: int) -> None:
        for measure in measures:
            found = timing(measure, self._today)
            self._timings[found] += by
            if found is Timing.LATE:
                for id_ in responsible_ids(measure, self._names):
                    self._late[id_] += by


def _counted_otherwise(measures: Mapping[int, Measure], others: Mapping[int, Measure]) -> list[Measure]:
    """Those of the measures that the others lack, or that may be counted in another place there."""
    return [
        measure
        for id_, measure in measures.items()
        if (other := others.get(id_)) is not measure and (other is None or not _count_alike(measure, other))
    ]


def _count_alike(one: Measure, other: Measure) -> bool:
    """Whether both are counted in the same place for certain: thousands may only have got another position."""
    return (
        one.status is other.status
        and one.period is other.period
        and one.division_ids is other.division_ids
        and one.all_divisions is other.all_divisions
    )
