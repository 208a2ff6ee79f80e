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
    """An identity for each value: as before while as many, else those of equal values, and fresh ones."""
    if len(values) == len(before):
        return tuple(identity for identity, _ in before)
    free = list(before)
    fresh = count(next_identity([identity for identity, _ in before]))
    found = []
    for value in values:
        known = next((pair for pair in free if pair[1] == value), None)
        if known is not None:
            free.remove(known)
        found.append(known[0] if known is not None else next(fresh))
    return tuple(found)
