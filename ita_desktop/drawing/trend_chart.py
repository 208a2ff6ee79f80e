"""Scores over years as lines on an axis from 0 to 100, with level marks and the years where the rules changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.drawing.bar_chart import GRID, MARK, QUIET, THIS_YEAR, MarkLine
from ita_desktop.drawing.lettering import INK, KEY_HEIGHT, KEY_WIDTH, Key, Lettering, TextWidth, legend
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect, Shape
from ita_desktop.drawing.strokes import PATTERNS, Point, marker, runs, stroke
from ita_desktop.thai.digits import Numerals

COLOURS = (THIS_YEAR, "#8a4b00", "#1b6e3c", "#6b3fa0", INK)
"""Dark enough that every line is read on white, also where colours print as greys."""
_TICKS = (0, 20, 40, 60, 80, 100)
_GAP = 8.0
_MARK_PATTERN = (4.0, 3.0)
_GROUND = "#ffffff"
_MOST_INSET, _LEAST_NAME = 0.25, 0.55
"""Share of the width for the marks' names, and of the text size that they keep in a low chart."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One score over the years: its name and a score for each year, 0 to 100, None where unknown."""

    name: str
    scores: Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class YearSwitch:
    """What is different from a year on, in a few words."""

    year: FiscalYear
    words: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the lines run: the axis from `bottom` up to `top`, over `width` from `left`, the years behind `inset`."""

    left: float
    width: float
    top: float
    bottom: float
    years: Sequence[FiscalYear]
    inset: float
    """Room beside the axis for the names of the marks, where no point stands."""

    def y(self, score: Decimal) -> float:
        share = float(min(max(score, Decimal(0)), MAX_SCORE) / MAX_SCORE)
        return self.bottom - (self.bottom - self.top) * share

    def x(self, number: float) -> float:
        """The middle of the year's column; half numbers are the borders between columns."""
        return self.left + self.inset + self.column * (number + 0.5)

    @property
    def column(self) -> float:
        """Width of a year."""
        return (self.width - self.inset) / max(len(self.years), 1)

    @property
    def right(self) -> float:
        return self.left + self.width


def trend_chart(
    years: Sequence[FiscalYear],
    lines: Sequence[TrendLine],
    *,
    width: float,
    height: float,
    marks: Sequence[MarkLine],
    switches: Sequence[YearSwitch],
    numerals: Numerals,
    text_width: TextWidth,
    size: float = 10.0,
) -> Drawing:
    """Lines over the years, oldest first, on `width` × `height` points.

    Every line has a dash and a marker of its own besides its colour; a year without a score is a gap. One line
    carries all its scores, several carry their last one. A switch is a thin upright line before its year.
    """
    style = Lettering(size, numerals, text_width)
    shapes, legend_height = legend(_keys(lines, style) if len(lines) > 1 else [], width, style)
    left = style.width(numerals.show("100")) + _GAP
    right = style.width(numerals.show("100.00"), bold=True) + _GAP * 1.8 if len(lines) > 1 else 0.0
    has_switch = any(switch.year in years for switch in switches)
    top = (legend_height if len(lines) > 1 else 0.0) + size * (3.4 if has_switch else 1.8)
    bottom = height - size * 1.9
    small = _name_size(marks, bottom - top, size)
    inset = max((text_width(mark.name, small, False) for mark in marks), default=0.0)
    plot = _Plot(left, max(width - left - right, 1.0), top, bottom, years, min(inset + _GAP, width * _MOST_INSET))
    shapes += _grid(plot, style)
    shapes += _switches(switches, plot, style)
    for mark in marks:
        shapes += _mark(mark, small, plot, style)
    for number, line in enumerate(lines):
        shapes += _line(number, line, plot, style)
    shapes += _scores_of_one(lines[0], plot, style) if len(lines) == 1 else _last_scores(lines, plot, style)
    return Drawing(width, height, tuple(shapes))


def _grid(plot: _Plot, style: Lettering) -> list[Shape]:
    shapes: list[Shape] = []
    for tick in _TICKS:
        y = plot.y(Decimal(tick))
        shapes.append(Line(plot.left, y, plot.right, y, GRID, 0.8))
        figure = style.numerals.show(str(tick))
        shapes.append(style.label(plot.left - _GAP * 0.6, y + style.size * 0.35, figure, "right", QUIET))
    full = max((style.width(style.numerals.show(str(year))) for year in plot.years), default=0.0)
    is_narrow = full * 1.15 > plot.column
    for number, year in enumerate(plot.years):
        text = style.numerals.show(year.short if is_narrow else str(year))
        shapes.append(style.label(plot.x(number), plot.bottom + style.size * 1.4, text, "middle", QUIET))
    return shapes


def _switches(switches: Sequence[YearSwitch], plot: _Plot, style: Lettering) -> list[Shape]:
    shapes: list[Shape] = []
    for switch in switches:
        if switch.year not in plot.years:
            continue
        x = plot.x(plot.years.index(switch.year) - 0.5)
        y = plot.top - style.size * 2.1
        shapes.append(Line(x, y - style.size * 0.9, x, plot.bottom, QUIET, 0.8))
        words = style.width(switch.words) + _GAP / 2
        if x + words <= plot.right:
            shapes.append(style.label(x + _GAP / 2, y, switch.words, "left", QUIET))
        else:
            shapes.append(style.label(max(x - _GAP / 2, words), y, switch.words, "right", QUIET))
    return shapes


def _name_size(marks: Sequence[MarkLine], height: float, size: float) -> float:
    """The size of the marks' names: no larger than what fits between two of their lines."""
    values = sorted({mark.value for mark in marks})
    nearest = min((float((high - low) / MAX_SCORE) for low, high in pairwise(values)), default=1.0)
    return max(size * _LEAST_NAME, min(size * 0.85, nearest * height / 1.35))


def _mark(mark: MarkLine, small: float, plot: _Plot, style: Lettering) -> list[Shape]:
    """The line of a mark with its name right below it, beside the axis."""
    y = plot.y(mark.value)
    label = Label(plot.left + 3, y + small * 1.15, mark.name, small, "left", MARK)
    ground = Rect(plot.left + 1, y + 1.5, style.text_width(mark.name, small, False) + 5, small * 1.25, _GROUND)
    return [*stroke([(plot.left, y), (plot.right, y)], MARK, 1.2, _MARK_PATTERN), ground, label]


def _line(number: int, line: TrendLine, plot: _Plot, style: Lettering) -> list[Shape]:
    points: list[Point | None] = [
        None if score is None else (plot.x(n), plot.y(score)) for n, score in enumerate(line.scores)
    ]
    colour = COLOURS[number % len(COLOURS)]
    shapes: list[Shape] = []
    for run in runs(points):
        shapes += stroke(run, colour, 1.8, PATTERNS[number % len(PATTERNS)])
    for point in points:
        if point is not None:
            shapes += marker(number, *point, style.size * 0.55, colour)
    return shapes


def _scores_of_one(line: TrendLine, plot: _Plot, style: Lettering) -> list[Shape]:
    """Every score above its point, on a ground that keeps lines out of it."""
    room = plot.column
    small = min(style.size, style.size * room / (style.width(style.numerals.show("100.00"), bold=True) * 1.1))
    shapes: list[Shape] = []
    for number, score in enumerate(line.scores):
        if score is None:
            continue
        y = plot.y(score) - small * 0.75
        width = style.text_width(style.score(score), small, True)
        shapes.append(Rect(plot.x(number) - width / 2 - 1, y - small * 0.85, width + 2, small * 0.95, _GROUND))
        shapes.append(Label(plot.x(number), y, style.score(score), small, "middle", INK, bold=True))
    return shapes


def _last_scores(lines: Sequence[TrendLine], plot: _Plot, style: Lettering) -> list[Shape]:
    """The last score of each line at the right edge, moved apart where they would stand on each other."""
    wanted = sorted(
        (plot.y(score), number, score)
        for number, line in enumerate(lines)
        if (score := next((s for s in reversed(line.scores) if s is not None), None)) is not None
    )
    step = style.size * 1.15
    floor = plot.bottom - step * (len(wanted) - 1)
    shapes: list[Shape] = []
    lowest = plot.top - step
    for place, (y, number, score) in enumerate(wanted):
        lowest = max(lowest + step, min(y, floor + step * place))
        sign = marker(number, plot.right + _GAP * 0.9, lowest, style.size * 0.5, COLOURS[number % len(COLOURS)])
        shapes += sign
        text = style.score(score)
        shapes.append(style.label(plot.right + _GAP * 1.6, lowest + style.size * 0.35, text, "left", INK, bold=True))
    return shapes


def _keys(lines: Sequence[TrendLine], style: Lettering) -> list[Key]:
    width, middle = style.size * KEY_WIDTH, style.size * KEY_HEIGHT / 2
    keys = []
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        sample = stroke([(0.0, middle), (width, middle)], colour, 1.8, PATTERNS[number % len(PATTERNS)])
        keys.append(Key((*sample, *marker(number, width / 2, middle, style.size * 0.5, colour)), line.name))
    return keys
