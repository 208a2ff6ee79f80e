"""The pasted or read table as the clerk checks it: the years above, the scores' names beside, each cell judged."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.scores_import import Matching, Preview, PreviewCell, ScoreTarget, preview, taken
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.mark_icon import Tone

Index = QModelIndex | QPersistentModelIndex
ToneRole = Qt.ItemDataRole.UserRole + 1
"""GOOD for a cell that will be taken, WARNING for a doubtful one, HINT for a choice, None for the rest."""
_ROOT = QModelIndex()
_NOT_USED = "ไม่ใช้"


class ImportModel(QAbstractTableModel):
    """Row 0 holds the year of each column, column 0 what each row is, the last column why a row is in doubt.

    The clerk changes years, meanings and texts here; nothing is stored.
    """

    def __init__(
        self,
        matching: Matching,
        frameworks: Frameworks,
        assessments: Mapping[FiscalYear, Assessment],
        numerals: Numerals,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frameworks = frameworks
        self._assessments = assessments
        self._numerals = numerals
        self._matching = matching
        self._preview = Preview(())
        self._cells: dict[tuple[int, int], PreviewCell] = {}
        self.show_matching(matching)

    def show_matching(self, matching: Matching) -> None:
        """Show another table."""
        self.beginResetModel()
        self._judge(matching)
        self.endResetModel()

    def choose_year(self, column: int, year: FiscalYear | None) -> None:
        """Let a column of the model be a year's scores, None for no year."""
        self._change(self._matching.with_column(column - 1, year))

    def choose_target(self, row: int, target: ScoreTarget | None) -> None:
        """Let a row of the model be a certain score, None for none."""
        self._change(self._matching.with_row(row - 1, target))

    def year(self, column: int) -> FiscalYear | None:
        """The year of a column of the model."""
        return self._matching.columns.get(column - 1)

    def target(self, row: int) -> ScoreTarget | None:
        """What a row of the model is."""
        return self._matching.rows.get(row - 1)

    def label(self, target: ScoreTarget | None) -> str:
        """What the clerk calls it."""
        if target is None:
            return _NOT_USED
        years = sorted(self._matching.columns.values(), reverse=True)
        return self._numerals.show(target.label(self._frameworks.of(years[0] if years else self._newest())))

    def preview(self) -> Preview:
        """The cells as judged now."""
        return self._preview

    def changed(self) -> tuple[Assessment, ...]:
        """The assessments as they would be, only those that change."""
        return taken(self._preview, self._assessments.values())

    def doubt(self, index: Index) -> str:
        """Why a cell is not taken, or empty."""
        cell = self._cells.get((index.row() - 1, index.column() - 1))
        return self._numerals.show(cell.doubt) if cell else ""

    def is_year(self, index: Index) -> bool:
        """Whether the cell chooses a column's year."""
        return index.row() == 0 and 0 < index.column() <= self._matching.grid.width

    def is_target(self, index: Index) -> bool:
        """Whether the cell chooses what a row is."""
        return index.column() == 0 and index.row() > 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matching.grid.rows) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._matching.grid.width + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._numerals.show(str(section)) if section else ""
        if section == 0:
            return "แถวนี้คือ"
        if section > self._matching.grid.width:
            return "เหตุผลที่ยังไม่รับ"
        return self._numerals.show(f"คอลัมน์ {section}")

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        inside = index.row() > 0 and 0 < index.column() <= self._matching.grid.width
        chosen = self.is_year(index) or self.is_target(index)
        return plain | Qt.ItemFlag.ItemIsEditable if inside or chosen else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._numerals.show(self._text(index))
        if role == Qt.ItemDataRole.EditRole:
            return self._raw(index)
        if role == ToneRole:
            return self._tone(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.doubt(index) or self._raw(index) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (self._numerals.show(self._text(index)), self.doubt(index)) if part)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.row() or not 0 < index.column() <= self._matching.grid.width:
            return False
        self._change(self._matching.with_cell(index.row() - 1, index.column() - 1, str(value).strip()))
        return True

    def _newest(self) -> FiscalYear:
        return max(self._assessments) if self._assessments else max(self._frameworks.by_year)

    def _change(self, matching: Matching) -> None:
        self._judge(matching)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _judge(self, matching: Matching) -> None:
        self._matching = matching
        self._preview = preview(matching, self._frameworks, self._assessments.values())
        self._cells = {(cell.row, cell.column): cell for cell in self._preview.cells}

    def _raw(self, index: Index) -> str:
        if index.row() == 0 or not 0 < index.column() <= self._matching.grid.width:
            return ""
        return self._matching.grid.rows[index.row() - 1][index.column() - 1]

    def _text(self, index: Index) -> str:
        if self.is_year(index):
            year = self.year(index.column())
            return f"ปี {year}" if year else _NOT_USED
        if self.is_target(index):
            return self.label(self.target(index.row()))
        if index.row() and index.column() > self._matching.grid.width:
            return next(iter(self._row_doubts(index.row() - 1)), "")
        cell = self._cells.get((index.row() - 1, index.column() - 1))
        if cell is not None and cell.score is not None:
            return _old_and_new(cell.before, cell.score)
        return self._raw(index)

    def _row_doubts(self, row: int) -> Sequence[str]:
        return list(dict.fromkeys(cell.doubt for cell in self._preview.doubtful if cell.row == row))

    def _tone(self, index: Index) -> Tone | None:
        if self.is_year(index) or self.is_target(index):
            return Tone.HINT
        cell = self._cells.get((index.row() - 1, index.column() - 1))
        if cell is None:
            return None
        return Tone.WARNING if cell.doubt else Tone.GOOD if cell.score is not None else None


def _old_and_new(before: Decimal | None, score: Decimal) -> str:
    if before is None:
        return format_score(score)
    return f"{format_score(score)} เท่าเดิม" if before == score else f"{format_score(before)} → {format_score(score)}"
