"""Many measures made at once, field by field: one by one, `replace` takes three times as long."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from ita_desktop.domain.measure import Measure

_FIELDS = tuple(field.name for field in fields(Measure))


def made_of(columns: Mapping[str, Iterable[Any]], count: int) -> list[Measure]:
    """So many measures of these columns: for every field its values, one a measure."""
    made = [object.__new__(Measure) for _ in range(count)]
    for name in _FIELDS:
        # As unpickling fills a frozen value: each field once, before anybody else holds it.
        put = getattr(Measure, name).__set__
        deque(map(put, made, columns[name]), maxlen=0)
    return made


def copies(measures: Sequence[Measure], **other: Iterable[Any]) -> list[Measure]:
    """The measures with other values in the named fields, one a measure, as `replace` makes them."""
    columns: dict[str, Iterable[Any]] = {name: map(attrgetter(name), measures) for name in _FIELDS}
    return made_of(columns | other, len(measures))
