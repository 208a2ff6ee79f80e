"""A table as it was pasted: cells of lines, with what was merged and what stood beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita_desktop.errors import UserError

MAX_ROWS, MAX_COLUMNS = 3000, 60
MAX_TEXT = 8_000_000
"""Characters of the whole clipboard; Word writes twenty for each that is read."""

Place = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell; `bullet` when the source itself marked it as an item of a list."""

    text: str
    bullet: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The paragraphs of one cell, none of them empty."""

    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(line.text for line in self.lines)

    @property
    def flat(self) -> str:
        """Everything in one line."""
        return " ".join(line.text for line in self.lines)


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Cells by row and column; `merged` tells of every further cell of a merged block where the block begins."""

    rows: tuple[tuple[Cell, ...], ...]
    merged: Mapping[Place, Place] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    """Texts that were copied with the table and stand outside of it."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def cell(self, row: int, column: int) -> Cell:
        """The cell, for a merged block the one where it begins."""
        row, column = self.merged.get((row, column), (row, column))
        return self.rows[row][column]

    def begins(self, row: int, column: int) -> bool:
        """Whether the cell is its own and not the rest of a merged block."""
        return (row, column) not in self.merged


def table_of(
    rows: Sequence[Sequence[Cell]], merged: Mapping[Place, Place] | None = None, beside: Sequence[str] = ()
) -> PastedTable:
    """The table of the rows, filled up to one width, without empty rows and columns at its end.

    Raises `UserError` when it is empty or too large.
    """
    cells = [list(row) for row in rows]
    while cells and not any(cell.lines for cell in cells[-1]):
        cells.pop()
    width = max((n + 1 for row in cells for n, cell in enumerate(row) if cell.lines), default=0)
    if not width:
        raise UserError("ไม่พบข้อมูลในตาราง เลือกตารางมาตรการใน Word หรือ Excel แล้วคัดลอกอีกครั้ง")
    if len(cells) > MAX_ROWS or width > MAX_COLUMNS:
        raise UserError(
            f"ตารางใหญ่เกินไป อ่านได้ไม่เกิน {MAX_ROWS:,} แถว {MAX_COLUMNS} คอลัมน์ เลือกเฉพาะตารางมาตรการแล้วลองอีกครั้ง"
        )
    filled = tuple(tuple((row + [EMPTY] * width)[:width]) for row in cells)
    inside = {
        place: first
        for place, first in (merged or {}).items()
        if place[0] < len(filled) and place[1] < width and first[0] < len(filled) and first[1] < width
    }
    return PastedTable(filled, inside, tuple(beside))
