"""Identities for values that have none of their own, as long as a form shows them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

V = TypeVar("V")


def next_identity(taken: Sequence[int]) -> int:
    """An identity that nobody has."""
    return max(taken, default=0) + 1


def keep_identities(values: Sequence[V], before: Sequence[tuple[int, V]]) -> tuple[int, ...]:
    """An identity for each value: that of an equal one; the others are rewritten ones while as many, else fresh.

    An equal value in the same place goes before one that has moved, a rewritten one in its place before all others.
    """
    free = dict(enumerate(before))
    found: dict[int, int] = {}

    def match(place: int, at: int | None) -> None:
        if at is not None and at in free:
            found[place] = free.pop(at)[0]

    def left() -> list[tuple[int, V]]:
        return [(place, value) for place, value in enumerate(values) if place not in found]

    as_many = len(values) == len(before)
    if as_many:
        for place, value in left():
            match(place, place if before[place][1] == value else None)
    for place, value in left():
        match(place, next((at for at, (_, known) in free.items() if known == value), None))
    if as_many:
        for place, _ in left():
            match(place, place)
        for place, _ in left():
            match(place, next(iter(free)))
    fresh = count(next_identity([identity for identity, _ in before]))
    return tuple(found[place] if place in found else next(fresh) for place in range(len(values)))
