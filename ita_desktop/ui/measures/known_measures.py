"""What a year's measures are after a write, worked out from those before it, so that none need be read again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from ita_desktop.domain.measure import Measure

Places = Mapping[int, int]
"""Positions by measure."""


def with_changed(known: tuple[Measure, ...], changed: Sequence[Measure]) -> tuple[Measure, ...]:
    """With these in the place of those with their ids."""
    by_id = {measure.id: measure for measure in changed}
    return tuple(by_id.get(measure.id, measure) for measure in known)


def with_added(known: tuple[Measure, ...], added: Sequence[Measure]) -> tuple[Measure, ...]:
    """With a block of new measures, which pushed on those that stood at its place or behind."""
    place = added[0].position
    before = tuple(measure for measure in known if measure.position < place)
    behind = (replace(measure, position=measure.position + len(added)) for measure in known[len(before) :])
    return (*before, *added, *behind)


def placed(known: Iterable[Measure], places: Places) -> tuple[Measure, ...]:
    """The measures with these positions, in their order."""
    return tuple(
        sorted(
            (
                replace(measure, position=place) if (place := places.get(measure.id)) is not None else measure
                for measure in known
            ),
            key=attrgetter("position", "id"),
        )
    )


def places_for(known: Sequence[Measure], ids: Sequence[int]) -> dict[int, int]:
    """Which measures need another position to stand in the order of `ids`; those that `ids` leaves out follow."""
    stood = {measure.id: measure.position for measure in known}
    order = dict.fromkeys([*(id_ for id_ in ids if id_ in stood), *stood])
    positions = sorted(stood.values())
    if len(set(positions)) < len(positions):
        positions = list(range(1, len(positions) + 1))
    return {id_: to for id_, to in zip(order, positions, strict=True) if stood[id_] != to}
