"""The radar of an office's indicators: this year's shape over the year before's, on rings from 0 to 100."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin

from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.drawing.bar_chart import BELOW, GRID, LAST_YEAR_EDGE, MARK, QUIET, THIS_YEAR, Bar, MarkLine
from ita_desktop.drawing.lettering import KEY_HEIGHT, KEY_WIDTH, Key, Lettering, TextWidth, legend
from ita_desktop.drawing.shapes import Align, Drawing, Label, Line, Rect, Shape
from ita_desktop.drawing.strokes import Point, marker, runs, stroke
from ita_desktop.thai.digits import Numerals

_RINGS = (20, 40, 60, 80, 100)
_GAP = 6.0
_BEFORE_PATTERN, _MARK_PATTERN = (2.0, 2.5), (6.0, 3.0)
"""Dashes of the year before and of the marks, told apart where both print grey."""
_MOST_NAME = 0.3
"""Share of the width that the names at one side may take."""
_UPRIGHT = 0.2
"""A spoke whose sine is smaller carries its name in the middle."""
_HALF_NAME = 1.35
"""Half the height of a name with its scores, in text sizes."""


@dataclass(frozen=True, slots=True)
class _Wheel:
    """Where the spokes run: centre, radius of 100, number of spokes, how much farther out the upright names stand."""

    x: float
    y: float
    radius: float
    spokes: int
    upright_gap: float = 0.0

    def direction(self, spoke: int) -> Point:
        angle = 2 * pi * spoke / max(self.spokes, 1)
        return sin(angle), -cos(angle)

    def point(self, spoke: int, score: Decimal) -> Point:
        right, down = self.direction(spoke)
        reach = self.radius * float(min(max(score, Decimal(0)), MAX_SCORE) / MAX_SCORE)
        return self.x + right * reach, self.y + down * reach

    def ring(self, score: Decimal) -> list[Point]:
        return [self.point(spoke % self.spokes, score) for spoke in range(self.spokes + 1)] if self.spokes else []


def radar_chart(
    spokes: Sequence[Bar],
    *,
    width: float,
    height: float,
    lines: Sequence[MarkLine],
    series: tuple[str, str],
    numerals: Numerals,
    text_width: TextWidth,
    size: float = 10.0,
) -> Drawing:
    """A spoke for each indicator, the first upwards and on clockwise, on `width` × `height` points.

    `series` names this year (solid, full markers) and the year before (dashed, hollow ones). A score that is not
    known leaves a gap. Scores below the lowest of `lines` carry ▼. `size` is the text size in points, made
    smaller when the names would take too much of the width.
    """
    widest = max((text_width(bar.name, size, False) for bar in spokes), default=0.0)
    style = Lettering(size * min(1.0, width * _MOST_NAME / widest) if widest else size, numerals, text_width)
    shapes, legend_height = legend(_keys(spokes, lines, series, style), width, style)
    lowest = min((line.value for line in lines), default=None)
    texts = [_texts(bar, lowest, style) for bar in spokes]
    wheel = _wheel(texts, width, height, legend_height, style)
    shapes += _rings(wheel, style)
    for line in lines:
        shapes += stroke(wheel.ring(line.value), MARK, 1.2, _MARK_PATTERN)
    shapes += _shape([bar.before for bar in spokes], wheel, style, is_this_year=False)
    shapes += _shape([bar.value for bar in spokes], wheel, style, is_this_year=True)
    for number, (bar, lines_of_text) in enumerate(zip(spokes, texts, strict=True)):
        is_below = lowest is not None and bar.value is not None and bar.value < lowest
        shapes += _name(number, lines_of_text, wheel, style, is_below=is_below)
    return Drawing(width, height, tuple(shapes))


def _texts(bar: Bar, lowest: Decimal | None, style: Lettering) -> tuple[str, str]:
    sign = "▼ " if lowest is not None and bar.value is not None and bar.value < lowest else ""
    before = "" if bar.before is None else f" ({style.score(bar.before)})"
    return bar.name, f"{sign}{style.score(bar.value)}{before}"


def _wheel(texts: Sequence[tuple[str, str]], width: float, height: float, top: float, style: Lettering) -> _Wheel:
    """The largest wheel whose names stay on the ground."""
    block = style.size * 2.9
    radius = (height - top) / 2 - block - _GAP
    wheel = _Wheel(width / 2, top + (height - top) / 2, 1.0, len(texts))
    for spoke, (name, score) in enumerate(texts):
        across = abs(wheel.direction(spoke)[0])
        if across >= _UPRIGHT:
            longest = max(style.width(name), style.width(score, bold=True))
            radius = min(radius, (width / 2 - longest) / across - _GAP)
    radius = max(radius, 1.0)
    spare = max((height - top) / 2 - block - _GAP - radius, 0.0)
    return _Wheel(wheel.x, wheel.y, radius, len(texts), min(spare, _crowding(wheel, radius, style)))


def _crowding(wheel: _Wheel, radius: float, style: Lettering) -> float:
    """How far the names beside an upright one reach into its height."""
    beside = abs(wheel.direction(1)[1])
    half = style.size * _HALF_NAME
    apart = (1 - beside) * (radius + _GAP) + (1 - beside**2) * half
    return max(2 * half - apart, 0.0)


def _rings(wheel: _Wheel, style: Lettering) -> list[Shape]:
    shapes: list[Shape] = []
    for ring in _RINGS:
        shapes += stroke(wheel.ring(Decimal(ring)), GRID, 0.8)
    for spoke in range(wheel.spokes):
        shapes.append(Line(wheel.x, wheel.y, *wheel.point(spoke, MAX_SCORE), GRID, 0.8))
    small = style.size * 0.8
    if wheel.radius / len(_RINGS) >= small and wheel.spokes:
        for ring in (0, *_RINGS):
            y = wheel.point(0, Decimal(ring))[1] + small * 0.35
            shapes.append(Label(wheel.x - 3, y, style.numerals.show(str(ring)), small, "right", QUIET))
    return shapes


def _shape(scores: Sequence[Decimal | None], wheel: _Wheel, style: Lettering, *, is_this_year: bool) -> list[Shape]:
    points = [None if score is None else wheel.point(spoke, score) for spoke, score in enumerate(scores)]
    shapes: list[Shape] = []
    for run in runs(points, closed=True):
        if is_this_year:
            shapes += stroke(run, THIS_YEAR, 1.8)
        else:
            shapes += stroke(run, LAST_YEAR_EDGE, 1.2, _BEFORE_PATTERN)
    for point in points:
        if point is not None:
            shapes += _dot(point, style, is_this_year=is_this_year)
    return shapes


def _dot(point: Point, style: Lettering, *, is_this_year: bool) -> list[Rect | Line]:
    side = style.size * 0.45
    return marker(0, *point, side, THIS_YEAR) if is_this_year else marker(2, *point, side, LAST_YEAR_EDGE)


def _name(
    spoke: int, texts: tuple[str, str], wheel: _Wheel, style: Lettering, *, is_below: bool
) -> tuple[Label, Label]:
    """The indicator's name and its scores below each other, outside the outermost ring."""
    right, down = wheel.direction(spoke)
    align: Align = "middle" if abs(right) < _UPRIGHT else "left" if right > 0 else "right"
    x = wheel.x + right * (wheel.radius + _GAP)
    half = style.size * _HALF_NAME
    farther = wheel.upright_gap if align == "middle" else 0.0
    middle = wheel.y + down * (wheel.radius + _GAP + half * abs(down) + farther)
    return (
        style.label(x, middle - style.size * 0.25, texts[0], align),
        style.label(x, middle + style.size * 1.05, texts[1], align, BELOW if is_below else THIS_YEAR, bold=True),
    )


def _keys(spokes: Sequence[Bar], lines: Sequence[MarkLine], series: tuple[str, str], style: Lettering) -> list[Key]:
    width, middle = style.size * KEY_WIDTH, style.size * KEY_HEIGHT / 2
    ends = [(0.0, middle), (width, middle)]
    dot = (width / 2, middle)
    keys = [Key((*stroke(ends, THIS_YEAR, 1.8), *_dot(dot, style, is_this_year=True)), series[0])]
    if any(bar.before is not None for bar in spokes):
        sample = (*stroke(ends, LAST_YEAR_EDGE, 1.2, _BEFORE_PATTERN), *_dot(dot, style, is_this_year=False))
        keys.append(Key(sample, f"{series[1]} (ในวงเล็บ)"))
    return keys + [Key(tuple(stroke(ends, MARK, 1.2, _MARK_PATTERN)), line.name) for line in lines]
