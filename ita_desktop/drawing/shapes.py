"""A picture as a value: rectangles, lines and labels that a screen and a paper paint alike.

Lengths are points, the origin is the top left corner and y grows downwards.
Colours are "#rrggbb"; None paints nothing there.
"""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "middle", "right"]
HATCH_GAP = 3.0
"""Distance between two hatch lines, in points along the rectangle's edge."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; `hatch` is the colour of slanted lines over the fill, for prints without colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    hatch: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, solid or dashed (4 points on, 3 off)."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its baseline and `align` says which point of the text `x` is."""

    x: float
    y: float
    text: str
    size: float
    align: Align = "left"
    colour: str = "#1f2933"
    bold: bool = False


Shape = Rect | Line | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order on a ground of `width` × `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def hatch_lines(rect: Rect) -> tuple[Line, ...]:
    """The slanted lines of a hatched rectangle, cut at its edges; none when it has no hatch."""
    if rect.hatch is None:
        return ()
    lines = []
    reach = HATCH_GAP
    while reach < rect.width + rect.height:
        start = max(0.0, reach - rect.height)
        end = min(rect.width, reach)
        lines.append(
            Line(
                rect.x + start,
                rect.y + min(reach, rect.height),
                rect.x + end,
                rect.y + max(0.0, reach - rect.width),
                rect.hatch,
                0.6,
            )
        )
        reach += HATCH_GAP
    return tuple(lines)
