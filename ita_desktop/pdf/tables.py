"""Tables that run over pages: the heading repeats, long cells are cut, every rule is drawn."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.pdf.book import BLACK, Pen
from ita_desktop.pdf.flow import SLACK, Piece, Stack

RULE = 0.5
"""Width of the ruled lines in points."""

WHOLE_ROW_SHARE = 0.25
"""A row lower than this share of a page is moved to the next page rather than cut."""

HEADING_SHARE = 0.5
"""A heading higher than this share of a page is not repeated."""


@dataclass(frozen=True)
class Padding:
    """White between rule and content, in points."""

    side: float = 4.0
    top: float = 2.5
    bottom: float = 4.5


@dataclass(frozen=True)
class Cell:
    """What stands in one place of the grid, over so many columns."""

    content: Stack
    columns: int = 1
    middle: bool = False


@dataclass(frozen=True)
class Row:
    """Cells side by side."""

    cells: tuple[Cell, ...]
    fill: str | None = None
    keep_with_next: bool = False


class Table(Piece):
    """Rows under a heading; what does not fit goes on, under the same heading, on the next page."""

    def __init__(
        self,
        shares: Sequence[float],
        heading: Sequence[Row],
        rows: Sequence[Row],
        *,
        ruled: bool = True,
        padding: Padding | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        self.before, self.after = before, after
        self._shares = shares
        self.heading = list(heading)
        self.rows = list(rows)
        self._ruled = ruled
        self._padding = padding or Padding()
        self.is_start = True

    def _edges(self, width: float) -> list[float]:
        total = sum(self._shares)
        edges = [0.0]
        for share in self._shares:
            edges.append(edges[-1] + width * share / total)
        return edges

    def _places(self, row: Row, width: float) -> list[tuple[Cell, float, float]]:
        """Each cell with the left edge and the width of its column."""
        edges = self._edges(width)
        column = 0
        places = []
        for cell in row.cells:
            last = min(column + cell.columns, len(edges) - 1)
            places.append((cell, edges[column], edges[last] - edges[column]))
            column = last
        return places

    def _row_height(self, row: Row, width: float) -> float:
        inner = [cell.content.measure(column - 2 * self._padding.side) for cell, _, column in self._places(row, width)]
        return max(inner, default=0.0) + self._padding.top + self._padding.bottom

    def measure(self, width: float) -> float:
        """The height of the heading and all rows."""
        return sum(self._row_height(row, width) for row in (*self.heading, *self.rows))

    def split(self, width: float, room: float, full: float) -> "tuple[Table, Table] | None":
        """The heading with the rows that fit, and the rest under the same heading."""
        heading = sum(self._row_height(row, width) for row in self.heading)
        if heading > full * HEADING_SHARE:
            return self._unheaded().split(width, room, full)
        left = room - heading
        for at, row in enumerate(self.rows):
            height = self._row_height(row, width)
            if height > left + SLACK:
                return self._cut(at, width, left, full - heading)
            left -= height
        return None

    def _unheaded(self) -> "Table":
        other = copy.copy(self)
        other.heading, other.rows = [], [*self.heading, *self.rows]
        return other

    def _cut(self, at: int, width: float, left: float, full: float) -> "tuple[Table, Table] | None":
        row = self.rows[at]
        parts = None
        if self._row_height(row, width) > full * WHOLE_ROW_SHARE:
            parts = self._cut_row(row, width, left, full)
        if parts is not None:
            return self._with_rows([*self.rows[:at], parts[0]]), self._rest([parts[1], *self.rows[at + 1 :]])
        at = self._kept_back(at)
        if 1 < at == len(self.rows) - 1:
            at = self._kept_back(at - 1) or at  # the last row goes on with one before it
        if at == 0:
            if left < full - SLACK:
                return None
            at = 1  # a row that no page can hold and nothing can cut
        if at == len(self.rows):
            return None
        return self._with_rows(self.rows[:at]), self._rest(self.rows[at:])

    def _kept_back(self, at: int) -> int:
        """The row to begin the next page with, so that no row parts from one that it stays with."""
        while at > 0 and self.rows[at - 1].keep_with_next:
            at -= 1
        return at

    def _cut_row(self, row: Row, width: float, room: float, full: float) -> tuple[Row, Row] | None:
        padding = self._padding.top + self._padding.bottom
        heads, tails = [], []
        for cell, _, column in self._places(row, width):
            parts = cell.content.split(column - 2 * self._padding.side, room - padding, full - padding)
            if parts is None:
                return None
            heads.append(replace(cell, content=parts[0]))
            tails.append(replace(cell, content=parts[1]))
        return replace(row, cells=tuple(heads)), replace(row, cells=tuple(tails))

    def _with_rows(self, rows: list[Row]) -> "Table":
        other = copy.copy(self)
        other.rows = rows
        other.after = 0.0
        return other

    def _rest(self, rows: list[Row]) -> "Table":
        other = copy.copy(self)
        other.rows = rows
        other.is_start = False
        other.before = 0.0
        return other

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw grounds, contents and rules."""
        start = top
        for row in self.heading:
            if self.is_start:
                top = self._paint_row(pen, row, x, top, width)
            else:
                with pen.artifact():
                    top = self._paint_row(pen, row, x, top, width)
        for row in self.rows:
            top = self._paint_row(pen, row, x, top, width)
        if self._ruled:
            self._paint_rules(pen, x, start, width)

    def _paint_row(self, pen: Pen, row: Row, x: float, top: float, width: float) -> float:
        height = self._row_height(row, width)
        if row.fill:
            with pen.artifact():
                pen.rect((x, top, width, height), fill=row.fill)
        for cell, left, column in self._places(row, width):
            inner = column - 2 * self._padding.side
            spare = height - self._padding.top - self._padding.bottom - cell.content.measure(inner)
            shift = spare / 2 if cell.middle else 0.0
            cell.content.paint(pen, x + left + self._padding.side, top + self._padding.top + shift, inner)
        return top + height

    def _paint_rules(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.artifact():
            pen.line((x - RULE / 2, top, x + width + RULE / 2, top), width=RULE, colour=BLACK)
            for row in (*self.heading, *self.rows):
                bottom = top + self._row_height(row, width)
                pen.line((x - RULE / 2, bottom, x + width + RULE / 2, bottom), width=RULE, colour=BLACK)
                for _, left, _ in self._places(row, width):
                    pen.line((x + left, top, x + left, bottom), width=RULE, colour=BLACK)
                pen.line((x + width, top, x + width, bottom), width=RULE, colour=BLACK)
                top = bottom
