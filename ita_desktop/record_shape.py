"""The one correspondence between the domain's values and plain JSON: which keys there are and how each is written."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from ita_desktop.domain.fiscal_year import FiscalYear, Month

Amend = Callable[[Any, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a JSON object: its name, the domain type behind it, and what it means to leave it out."""

    name: str
    hint: Any
    default: Any = MISSING

    @property
    def required(self) -> bool:
        """Whether the key must be there."""
        return self.default is MISSING


@cache
def keys_of(kind: type) -> tuple[Key, ...]:
    """The keys of the JSON object of a domain class, `id` first."""
    hints = get_type_hints(kind)
    keys = [Key(field.name, hints[field.name], _default(field)) for field in fields(kind)]
    return tuple(sorted(keys, key=lambda key: key.name != "id"))


def _default(field: Any) -> Any:
    # A listed value must bear its number although a new one may go without.
    if field.name == "id":
        return MISSING
    return field.default_factory() if field.default_factory is not MISSING else field.default


def plain(value: Any, amend: Mapping[type, Amend]) -> Any:
    """The value as JSON knows it; keys at their default are left out. `amend` may change a class's finished object."""
    if is_dataclass(value) and not isinstance(value, type | FiscalYear | Month):
        kind = type(value)
        parts = ((key, getattr(value, key.name)) for key in keys_of(kind))
        content = {key.name: plain(part, amend) for key, part in parts if key.required or part != key.default}
        return amend[kind](value, content) if kind in amend else content
    if isinstance(value, tuple):
        return [plain(part, amend) for part in value]
    if isinstance(value, Mapping):
        return {str(_scalar(key)): plain(part, amend) for key, part in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case FiscalYear():
            return value.be
        case Month():
            return f"{value.be_year}-{value.number:02d}"
        case Decimal():
            return f"{value:.2f}"
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case _:
            return value
