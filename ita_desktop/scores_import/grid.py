"""A table of texts as it was pasted or read, every row as long as the longest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_text

MAX_ROWS, MAX_COLUMNS = 500, 60
MAX_CELL = 2000
"""Characters of one cell; no label is longer."""

Place = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by row and column; `merged` tells for every cell of a merged block where the block begins."""

    rows: tuple[tuple[str, ...], ...]
    merged: Mapping[Place, Place] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, n: int) -> tuple[str, ...]:
        """The cells of a column, from the top."""
        return tuple(row[n] for row in self.rows)

    def with_cell(self, row: int, column: int, text: str) -> "Grid":
        """The grid with another text in one cell, as the clerk corrected it."""
        cells = list(self.rows[row])
        cells[column] = text
        return replace(self, rows=(*self.rows[:row], tuple(cells), *self.rows[row + 1 :]))

    def turned(self) -> "Grid":
        """Rows as columns and columns as rows."""
        merged = {(column, row): (first[1], first[0]) for (row, column), first in self.merged.items()}
        return Grid(tuple(zip(*self.rows, strict=True)), merged)


def grid_of(rows: Iterable[Sequence[str]], merged: Mapping[Place, Place] | None = None) -> Grid:
    """The grid of the rows, cleaned, without empty rows and columns at its end.

    Raises `UserError` when it is empty or larger than a table of scores can be.
    """
    cells = [[clean_text(cell[:MAX_CELL]).strip() for cell in row] for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    width = max((n + 1 for row in cells for n, cell in enumerate(row) if cell), default=0)
    if not width:
        raise UserError("ไม่พบข้อมูลในตาราง เลือกช่องที่มีคะแนนแล้วลองอีกครั้ง")
    if len(cells) > MAX_ROWS or width > MAX_COLUMNS:
        raise UserError(f"ตารางใหญ่เกินไป อ่านได้ไม่เกิน {MAX_ROWS} แถว {MAX_COLUMNS} คอลัมน์ เลือกเฉพาะตารางคะแนนแล้วลองอีกครั้ง")
    return Grid(tuple(tuple((row + [""] * width)[:width]) for row in cells), dict(merged or {}))
