"""The bar chart of an office's indicators: this year, the year before, and named lines such as the pass mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.drawing.lettering import KEY_HEIGHT, KEY_WIDTH, Key, Lettering, TextWidth, legend
from ita_desktop.drawing.shapes import Drawing, Line, Rect, Shape
from ita_desktop.thai.digits import Numerals

QUIET = "#52606d"
GRID = "#d9dee5"
THIS_YEAR = "#1f5f99"
BELOW = "#b45309"
LAST_YEAR = "#e4e9ef"
LAST_YEAR_EDGE = "#7b8794"
MARK = "#9a1c1c"

_TICKS, _FEW_TICKS = (0, 20, 40, 60, 80, 100), (0, 50, 100)
_LEAST_PLOT = 0.36
"""Share of the width that the axis keeps; the figures of the year before give way to it."""
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One indicator: its name, this year's score and the year before's, 0 to 100, None where unknown."""

    name: str
    value: Decimal | None
    before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A named score that the bars are held against, such as the pass mark of a framework."""

    value: Decimal
    name: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the bars stand: the axis from `left` over `width`, the rows from `top` to `bottom`, two columns."""

    left: float
    width: float
    top: float
    bottom: float
    value_edge: float
    before_edge: float | None

    def x(self, score: Decimal) -> float:
        return self.left + self.width * float(min(max(score, Decimal(0)), MAX_SCORE) / MAX_SCORE)


def bar_chart(
    bars: Sequence[Bar],
    *,
    width: float,
    height: float,
    lines: Sequence[MarkLine],
    series: tuple[str, str],
    numerals: Numerals,
    text_width: TextWidth,
    size: float = 10.0,
) -> Drawing:
    """Horizontal bars on an axis from 0 to 100, `width` × `height` points.

    `series` names this year and the year before; the second bar, its column and its legend appear only
    when a bar has a score of the year before. `size` is the text size in points, made smaller when the
    names would take more than two fifths of the width.
    """
    has_before = any(bar.before is not None for bar in bars)
    widest = max((text_width(bar.name, size, False) for bar in bars), default=0.0)
    shrink = min(1.0, width * 0.4 / widest) if widest else 1.0
    style = Lettering(size * shrink, numerals, text_width)
    lowest = min((line.value for line in lines), default=None)
    shapes, legend_height = legend(_keys(bars, lines, series, lowest, style), width, style)
    column = style.width(numerals.show("100.00"), bold=True) + _GAP
    left = widest * shrink + _GAP
    before_column = column if has_before and width - left - 2 * column - _GAP > width * _LEAST_PLOT else 0.0
    plot = _Plot(
        left=left,
        width=max(width - left - column - before_column - _GAP, 1.0),
        top=legend_height + style.size * 1.9,
        bottom=height - style.size * 2.2,
        value_edge=width - before_column,
        before_edge=width if before_column else None,
    )
    shapes += _heads(series, plot, style)
    shapes += _grid(plot, style)
    row_height = (plot.bottom - plot.top) / max(len(bars), 1)
    for number, bar in enumerate(bars):
        shapes += _row(bar, lowest, plot, plot.top + row_height * number, row_height, style)
    for line in lines:
        x = plot.x(line.value)
        shapes.append(Line(x, plot.top - style.size * 0.3, x, plot.bottom, MARK, 1.2, dashed=True))
    return Drawing(width, height, tuple(shapes))


def _row(bar: Bar, lowest: Decimal | None, plot: _Plot, top: float, row_height: float, style: Lettering) -> list[Shape]:
    middle = top + row_height / 2
    baseline = middle + style.size * 0.35
    thick = row_height * (0.42 if bar.before is not None else 0.5)
    thin = row_height * 0.24 if bar.before is not None else 0.0
    y = middle - (thick + thin) / 2
    shapes: list[Shape] = [style.label(plot.left - _GAP, baseline, bar.name, "right")]
    if bar.value is not None:
        fill = BELOW if lowest is not None and bar.value < lowest else THIS_YEAR
        shapes.append(Rect(plot.left, y, plot.x(bar.value) - plot.left, thick, fill))
    if bar.before is not None:
        shapes.append(_before_rect(plot.left, y + thick, plot.x(bar.before) - plot.left, thin))
    if bar.before is not None and plot.before_edge is not None:
        shapes.append(style.label(plot.before_edge, baseline, style.score(bar.before), "right", QUIET))
    shapes.append(style.label(plot.value_edge, baseline, style.score(bar.value), "right", bold=True))
    return shapes


def _before_rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(x, y, width, height, LAST_YEAR, LAST_YEAR_EDGE, hatch=LAST_YEAR_EDGE)


def _grid(plot: _Plot, style: Lettering) -> list[Shape]:
    shapes: list[Shape] = []
    room = plot.width / len(_TICKS)
    for tick in _TICKS if style.width("100") * 1.3 < room else _FEW_TICKS:
        x = plot.x(Decimal(tick))
        shapes.append(Line(x, plot.top, x, plot.bottom, GRID, 0.8))
        shapes.append(style.label(x, plot.bottom + style.size * 1.5, style.numerals.show(str(tick)), "middle", QUIET))
    return shapes


def _heads(series: tuple[str, str], plot: _Plot, style: Lettering) -> list[Shape]:
    y = plot.top - style.size * 0.5
    heads: list[Shape] = [style.label(plot.value_edge, y, series[0], "right", QUIET, bold=True)]
    if plot.before_edge is not None:
        heads.append(style.label(plot.before_edge, y, series[1], "right", QUIET))
    return heads


def _keys(
    bars: Sequence[Bar],
    lines: Sequence[MarkLine],
    series: tuple[str, str],
    lowest: Decimal | None,
    style: Lettering,
) -> list[Key]:
    """Each kind of bar and line that occurs, with its name."""
    width, height = style.size * KEY_WIDTH, style.size * KEY_HEIGHT
    keys = [Key((Rect(0, 0, width, height, THIS_YEAR),), series[0])]
    if lowest is not None and any(bar.value is not None and bar.value < lowest for bar in bars):
        keys.append(Key((Rect(0, 0, width, height, BELOW),), f"{series[0]} ต่ำกว่า {style.mark(lowest)}"))
    if any(bar.before is not None for bar in bars):
        keys.append(Key((_before_rect(0, 0, width, height),), series[1]))
    return keys + [Key((Line(0, height / 2, width, height / 2, MARK, 1.2, dashed=True),), line.name) for line in lines]
