"""How text looks, in the terms of the office rules: official sizes and millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MM = 72 / 25.4
"""Points to the millimetre."""

Align = Literal["left", "center", "right", "justify"]

BODY_SIZE = 16.0
FIRST_LINE_MM = 25.0
"""The first-line indent of official papers."""

LINK_COLOUR = "#0b4f9e"


@dataclass(frozen=True)
class Run:
    """A stretch of text of one look; `link` is the address it opens. The text is printed literally."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Text = str | Run | Sequence[str | Run]


def runs(text: Text) -> tuple[Run, ...]:
    """Any way to give a text as runs."""
    if isinstance(text, str):
        return (Run(text),)
    if isinstance(text, Run):
        return (text,)
    return tuple(run if isinstance(run, Run) else Run(run) for run in text)


def bold(text: str) -> Run:
    """The text in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """The text in italics."""
    return Run(text, italic=True)


def link(text: str, address: str) -> Run:
    """The text as a link to the address."""
    return Run(text, link=address)


@dataclass(frozen=True)
class Style:
    """A paragraph's look: official points for type, millimetres for indents, points for gaps."""

    size: float = BODY_SIZE
    align: Align = "left"
    first_mm: float = 0.0
    left_mm: float = 0.0
    right_mm: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    keep_with_next: bool = False
