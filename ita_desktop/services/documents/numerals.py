"""The last pass over a finished paper: every text in the office's own digits."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from ita_desktop.thai.digits import Numerals

Value = TypeVar("Value")


def in_numerals(value: Value, numerals: Numerals) -> Value:
    """The paper with its numbers in these digits; codes, links, e-mail addresses and `AS_TYPED` fields keep theirs."""
    return cast("Value", _shown(value, numerals))


def _shown(value: object, numerals: Numerals) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return numerals.show(value)
    if isinstance(value, tuple):
        return tuple(_shown(part, numerals) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value) if "as_typed" not in field.metadata}
        changed = {name: shown for name, part in parts.items() if (shown := _shown(part, numerals)) is not part}
        return replace(value, **changed) if changed else value
    return value
