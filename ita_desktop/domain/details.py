"""The codes below an indicator: questions of the surveys (i1, e1) and items of the public-data instrument (o1)."""

import re
from dataclasses import dataclass

_CODE = re.compile(r"([ieo])([1-9][0-9]{0,2})")
_LETTERS = "ieo"


@dataclass(frozen=True, slots=True)
class Detail:
    """One question or item below an indicator; questions have no name of their own here."""

    code: str
    name: str = ""
    verified: bool = False
    """Whether a published list shows that this code stands below this indicator."""


def split_code(code: str) -> tuple[str, int] | None:
    """Letter and number of `i1`, `e9` or `o28`; None for anything else."""
    match = _CODE.fullmatch(code)
    return (match[1], int(match[2])) if match else None


def detail_order(code: str) -> tuple[int, int, str]:
    """Sort key: i before e before o, each by its number; other codes behind."""
    parts = split_code(code)
    return (_LETTERS.index(parts[0]), parts[1], code) if parts else (len(_LETTERS), 0, code)
