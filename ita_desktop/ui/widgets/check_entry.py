"""What an entry of a check list says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

V = TypeVar("V")


class Look(StrEnum):
    """How a line of an entry is written."""

    STRONG = "strong"
    PLAIN = "plain"
    QUIET = "quiet"
    REMARK = "remark"
    """With the sign of a warning."""
    THERE = "there"
    """With a tick: nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of an entry; `marked` are the spans of the text that are painted like with a marker pen."""

    text: str
    look: Look = Look.PLAIN
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry(Generic[V]):
    """One entry: what it stands for, its lines, and whether it is ticked at first."""

    value: V
    lines: tuple[Line, ...]
    ticked: bool = False

    @property
    def text(self) -> str:
        """All lines, for searching and for screen readers."""
        return "\n".join(line.text for line in self.lines)
