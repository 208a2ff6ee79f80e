"""What a year's measures are after a write, worked out from those before it, so that none need be read again."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.measure_copies import copies

Places = Mapping[int, int]
"""Positions by measure."""
_POSITION = attrgetter("position")


def with_changed(known: tuple[Measure, ...], changed: Sequence[Measure]) -> tuple[Measure, ...]:
    """With these in the place of those with their ids."""
    by_id = {measure.id: measure for measure in changed}
    return tuple(by_id.get(measure.id, measure) for measure in known)


def with_added(known: tuple[Measure, ...], added: Sequence[Measure]) -> tuple[Measure, ...]:
    """With a block of new measures, which pushed on those that stood at its place or behind."""
    before = bisect_left(known, added[0].position, key=_POSITION)
    behind = known[before:]
    return (*known[:before], *added, *copies(behind, position=[each.position + len(added) for each in behind]))


def placed(known: Iterable[Measure], places: Places) -> tuple[Measure, ...]:
    """The measures with these positions, in their order."""
    measures = list(known)
    if places:
        moving = [measure for measure in measures if measure.id in places]
        moved = {each.id: each for each in copies(moving, position=[places[each.id] for each in moving])}
        measures = [moved.get(measure.id, measure) for measure in measures]
    return tuple(sorted(measures, key=attrgetter("position", "id")))


def places_for(known: Sequence[Measure], ids: Sequence[int]) -> dict[int, int]:
    """Which measures need another position to stand in the order of `ids`; those that `ids` leaves out follow."""
    stood = {measure.id: measure.position for measure in known}
    order = dict.fromkeys([*(id_ for id_ in ids if id_ in stood), *stood])
    positions = sorted(stood.values())
    if len(set(positions)) < len(positions):
        positions = list(range(1, len(positions) + 1))
    return {id_: to for id_, to in zip(order, positions, strict=True) if stood[id_] != to}
