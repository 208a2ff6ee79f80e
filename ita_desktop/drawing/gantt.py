"""The timeline of a year: bars over twelve months, a row a measure, cut into sheets between rows.

How far a measure is shows without colour too: full, hatched, empty or crossed out, and in words beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.plan_documents import TimelineBar, TimelineGroup, TimelineScale
from ita_desktop.drawing.bar_chart import GRID, LAST_YEAR, MARK, QUIET, THIS_YEAR
from ita_desktop.drawing.lettering import KEY_HEIGHT, KEY_WIDTH, Key, Lettering, legend
from ita_desktop.drawing.line_breaking import wrapped
from ita_desktop.drawing.shapes import Drawing, Line, Rect, Shape
from ita_desktop.drawing.strokes import stroke

MONTHS = 12
HEAD_FILL = "#e8eef7"
EDGE = "#1f2933"
_GAP = 4.0
"""Points between a column's rule and its text."""
_PITCH, _RISE = 1.41, 1.1
"""Height of a line of text, and how far its baseline lies below its top, of its size."""
_HEADING_SHARE, _STATUS_SHARE, _MONTHS_SHARE = 0.19, 0.17, 0.4
"""The most of the width for indicators, for status and for the months."""
_MONTH = 2.75
"""Width of a month where there is room for it, of the type size."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day that the timeline tells of, in months since October (3.5 is the middle of January), and its name."""

    months: float
    words: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A measure ready to be drawn; `heading` stands in the first row of an indicator on its sheet."""

    bar: TimelineBar
    group: int
    text: tuple[str, ...]
    words: tuple[str, ...]
    height: float
    padding: float
    """White above the first line of text."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Left edges of the columns, and the width of a month."""

    text: float
    months: float
    status: float
    width: float

    @property
    def month(self) -> float:
        return (self.status - self.months) / MONTHS

    def x(self, months: float) -> float:
        return self.months + self.month * min(max(months, 0.0), float(MONTHS))


def gantt(
    groups: Sequence[TimelineGroup],
    scale: TimelineScale,
    *,
    width: float,
    first_height: float,
    height: float,
    today: Today | None,
    style: Lettering,
    air: float,
    most_lines: int,
) -> list[Drawing]:
    """The timeline on as many sheets as it needs, the first at most `first_height` points high, the others `height`.

    `air` is the white of a row beside its lines, of the type size; a name that needs more than `most_lines` is cut.
    """
    grid = _grid(groups, scale, width, style)
    headings = [wrapped(group.heading, grid.text - 2 * _GAP, style, most=4) for group in groups]
    rows = [row for n, group in enumerate(groups) for row in _rows(n, group, headings[n], grid, style, air, most_lines)]
    sheets: list[Drawing] = []
    while rows:
        room = (height if sheets else first_height) - _head_height(style) - _foot_height(style)
        count = _fitting(rows, room)
        sheets.append(_sheet(rows[:count], headings, scale, grid, today, style))
        rows = rows[count:]
    return sheets


def gantt_legend(groups: Sequence[TimelineGroup], width: float, style: Lettering) -> Drawing:
    """What full, hatched, empty and crossed bars mean, as far as they occur."""
    shown = {bar.status for group in groups for bar in group.bars}
    box = (0.0, 0.0, style.size * KEY_WIDTH, style.size * KEY_HEIGHT)
    keys = [Key(tuple(_bar_shapes(*box, status)), status.words) for status in MeasureStatus if status in shown]
    shapes, height = legend(keys, width, style)
    return Drawing(width, height, tuple(shapes))


def _grid(groups: Sequence[TimelineGroup], scale: TimelineScale, width: float, style: Lettering) -> _Grid:
    headings = max((style.width(group.heading, bold=True) for group in groups), default=0.0)
    words = max((style.width(bar.words, bold=True) for group in groups for bar in group.bars), default=0.0)
    text = min(max(headings, style.width(scale.columns[0], bold=True)) + 3 * _GAP, width * _HEADING_SHARE)
    status = width - min(max(words, style.width(scale.columns[2], bold=True)) + 3 * _GAP, width * _STATUS_SHARE)
    longest = max((style.width(bar.text) for group in groups for bar in group.bars), default=0.0) + 3 * _GAP
    months = min(max(style.size * _MONTH * MONTHS, status - text - longest), width * _MONTHS_SHARE)
    return _Grid(text, status - months, status, width)


def _rows(
    number: int,
    group: TimelineGroup,
    heading: Sequence[str],
    grid: _Grid,
    style: Lettering,
    air: float,
    most_lines: int,
) -> Iterator[_Row]:
    """The rows of an indicator; the last one is as high as its name still asks for."""
    left = _lines_height(len(heading), style, air)
    for n, bar in enumerate(group.bars):
        text = wrapped(bar.text, grid.months - grid.text - 2 * _GAP, style, most=most_lines)
        words = wrapped(bar.words, grid.width - grid.status - 2 * _GAP, style, most=3)
        height = _lines_height(max(len(text), len(words)), style, air)
        if n == len(group.bars) - 1:
            height = max(height, left)
        left -= height
        yield _Row(bar, number, text, words, height, style.size * air / 2)


def _lines_height(lines: int, style: Lettering, air: float) -> float:
    return style.size * (lines * _PITCH + air)


def _head_height(style: Lettering) -> float:
    """Years, quarters and months."""
    return style.size * _PITCH * 3


def _foot_height(style: Lettering) -> float:
    """The name of the day."""
    return style.size * _PITCH + 1.0


def _fitting(rows: Sequence[_Row], room: float) -> int:
    """How many rows fit, at least one."""
    used = 0.0
    for n, row in enumerate(rows):
        used += row.height
        if used > room and n:
            return n
    return len(rows)


def _sheet(
    rows: Sequence[_Row],
    headings: Sequence[Sequence[str]],
    scale: TimelineScale,
    grid: _Grid,
    today: Today | None,
    style: Lettering,
) -> Drawing:
    top = _head_height(style)
    bottom = top + sum(row.height for row in rows)
    shapes = [*_head(scale, grid, style), *_month_lines(grid, top, bottom)]
    y, group = top, -1
    for row in rows:
        if row.group != group:
            group = row.group
            shapes.append(Line(0, y, grid.width, y, EDGE, 0.8))
            shapes += _lines(headings[group], _GAP, y + row.padding, style, bold=True)
        else:
            shapes.append(Line(grid.text, y, grid.width, y, GRID, 0.6))
        shapes += _row_shapes(row, y, grid, today, style)
        y += row.height
    shapes += _frame(grid, bottom)
    if today:
        shapes += _today_line(today, grid, top, bottom, style)
    return Drawing(grid.width, bottom + _foot_height(style), tuple(shapes))


def _head(scale: TimelineScale, grid: _Grid, style: Lettering) -> Iterator[Shape]:
    line = style.size * _PITCH
    yield Rect(0, 0, grid.width, line * 3, HEAD_FILL)
    middle = line * 1.5 + style.size * 0.35
    centres = (grid.text / 2, (grid.text + grid.months) / 2, (grid.status + grid.width) / 2)
    for x, words in zip(centres, scale.columns, strict=True):
        yield style.label(x, middle, words, "middle", bold=True)
    for (first, last), words in zip(((0, 3), (3, MONTHS)), scale.years, strict=True):
        yield style.label((grid.x(first) + grid.x(last)) / 2, _baseline(0, style), words, "middle", bold=True)
    for n, words in enumerate(scale.quarters):
        yield style.label(grid.x(n * 3 + 1.5), _baseline(line, style), words, "middle")
    for n, words in enumerate(scale.months):
        yield style.label(grid.x(n + 0.5), _baseline(line * 2, style), words, "middle")
    for n in (1, 2):
        yield Line(grid.months, line * n, grid.status, line * n, GRID, 0.6)


def _baseline(top: float, style: Lettering) -> float:
    return top + style.size * _RISE


def _month_lines(grid: _Grid, top: float, bottom: float) -> Iterator[Shape]:
    """Fine lines between months, plain ones between quarters."""
    line = top / 3
    for n in range(1, MONTHS):
        is_quarter = n % 3 == 0
        start = 0.0 if n == 3 else line if is_quarter else line * 2
        yield Line(grid.x(n), start, grid.x(n), bottom, QUIET if is_quarter else GRID, 0.6 if is_quarter else 0.5)


def _frame(grid: _Grid, bottom: float) -> Iterator[Shape]:
    for x in (0.0, grid.text, grid.months, grid.status, grid.width):
        yield Line(x, 0, x, bottom, EDGE, 0.8)
    for y in (0.0, bottom):
        yield Line(0, y, grid.width, y, EDGE, 0.8)


def _lines(lines: Sequence[str], x: float, top: float, style: Lettering, *, bold: bool = False) -> Iterator[Shape]:
    for n, text in enumerate(lines):
        yield style.label(x, _baseline(top + style.size * n * _PITCH, style), text, bold=bold)


def _row_shapes(row: _Row, top: float, grid: _Grid, today: Today | None, style: Lettering) -> Iterator[Shape]:
    top += row.padding
    yield from _lines(row.text, grid.text + _GAP, top, style)
    bar = row.bar
    middle = _baseline(top, style) - style.size * 0.33
    if bar.first is None or bar.last is None:
        yield Rect(grid.months + _GAP / 2, top, style.width(bar.note) + _GAP, style.size * _PITCH, "#ffffff")
        yield style.label(grid.months + _GAP, _baseline(top, style), bar.note, colour=QUIET)
    else:
        start, end = grid.x(bar.first), grid.x(bar.last + 1)
        thick = style.size * 0.85
        if bar.is_late and today and grid.x(today.months) > end:
            yield Line(end, middle, grid.x(today.months), middle, MARK, 1.2, dashed=True)
        yield from _bar_shapes(start, middle - thick / 2, end - start, thick, bar.status)
        if bar.first < 0:
            yield from _arrow(start, middle, -thick)
        if bar.last >= MONTHS:
            yield from _arrow(end, middle, thick)
    yield from _lines(row.words, grid.status + _GAP, top, style, bold=bar.is_late)


def _bar_shapes(x: float, y: float, width: float, height: float, status: MeasureStatus) -> list[Rect | Line]:
    """Full, hatched, empty or crossed out."""
    if status is MeasureStatus.DONE:
        return [Rect(x, y, width, height, THIS_YEAR, THIS_YEAR)]
    if status is MeasureStatus.IN_PROGRESS:
        return [Rect(x, y, width, height, LAST_YEAR, EDGE, hatch=EDGE)]
    empty: list[Rect | Line] = [Rect(x, y, width, height, "#ffffff", EDGE)]
    if status is MeasureStatus.NOT_DONE:
        empty += [Line(x, y, x + width, y + height, EDGE, 0.8), Line(x, y + height, x + width, y, EDGE, 0.8)]
    return empty


def _arrow(x: float, middle: float, reach: float) -> list[Rect | Line]:
    """A small head at the edge of the year: the measure begins before it or goes on after it."""
    half = abs(reach) * 0.6
    return stroke([(x - reach * 0.7, middle - half), (x, middle), (x - reach * 0.7, middle + half)], MARK, 1.4)


def _today_line(today: Today, grid: _Grid, top: float, bottom: float, style: Lettering) -> Iterator[Shape]:
    """A line over all rows, named below them."""
    x = grid.x(today.months)
    half = style.width(today.words, bold=True) / 2
    inside = min(max(x, half), grid.width - half)
    yield Line(x, top, x, bottom + style.size * 0.25, MARK, 1.4)
    yield style.label(inside, bottom + style.size * 1.25, today.words, "middle", MARK, bold=True)
