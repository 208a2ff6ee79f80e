"""How a drawing writes: one size, the office's digits, and legends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import format_score
from ita_desktop.drawing.shapes import Align, Label, Line, Rect, Shape
from ita_desktop.thai.digits import Numerals

TextWidth = Callable[[str, float, bool], float]
"""Width in points of a text at a size in points, bold or not."""

INK = "#1f2933"


@dataclass(frozen=True, slots=True)
class Lettering:
    """How texts are written: the size in points, the digits, and a ruler for their width."""

    size: float
    numerals: Numerals
    text_width: TextWidth

    def width(self, text: str, *, bold: bool = False) -> float:
        """Width of a text in points."""
        return self.text_width(text, self.size, bold)

    def score(self, score: Decimal | None) -> str:
        """A score with two decimals, or a dash."""
        return self.numerals.show(format_score(score))

    def mark(self, score: Decimal) -> str:
        """A level's mark without idle decimals."""
        return self.numerals.show(format(score.normalize(), "f"))

    def label(
        self, x: float, y: float, text: str, align: Align = "left", colour: str = INK, *, bold: bool = False
    ) -> Label:
        """A text with its baseline at `y`."""
        return Label(x, y, text, self.size, align, colour, bold)


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: shapes on a ground of `KEY_WIDTH` × `KEY_HEIGHT` text sizes at the origin, and a name."""

    shapes: tuple[Rect | Line, ...]
    name: str


KEY_WIDTH, KEY_HEIGHT = 1.6, 0.75


def legend(keys: Sequence[Key], width: float, style: Lettering) -> tuple[list[Shape], float]:
    """The keys from left to right, in a further row where one is full, and the height they take."""
    size = style.size
    shapes: list[Shape] = []
    x, baseline = 0.0, size * 1.3
    for key in keys:
        needed = size * 2.1 + style.width(key.name)
        if x > 0 and x + needed > width:
            x, baseline = 0.0, baseline + size * 1.8
        shapes += [moved(shape, x, baseline - size * 0.68) for shape in key.shapes]
        shapes.append(style.label(x + size * 2.1, baseline, key.name))
        x += needed + size * 1.6
    return shapes, baseline + size * 0.8


def moved(shape: Rect | Line, x: float, y: float) -> Rect | Line:
    """The shape, so much further right and down."""
    if isinstance(shape, Rect):
        return Rect(shape.x + x, shape.y + y, shape.width, shape.height, shape.fill, shape.stroke, shape.hatch)
    return Line(shape.x1 + x, shape.y1 + y, shape.x2 + x, shape.y2 + y, shape.colour, shape.width, shape.dashed)
