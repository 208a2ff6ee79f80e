"""The pasted table as the clerk checks it: what each row becomes, the cells as they were, the doubts marked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from ita_desktop.domain.measure import Measure
from ita_desktop.measures_import import (
    ColumnKind,
    Layout,
    Note,
    Office,
    PastedTable,
    Reading,
    ReadRow,
    RowKind,
    propose_layout,
    read_measures,
)
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WORDS = {
    RowKind.SECTION: "ตัวชี้วัดของแถวถัดไป",
    RowKind.HEAD: "หัวตาราง",
    RowKind.EMPTY: "แถวว่าง",
    RowKind.SET_ASIDE: "ไม่นำเข้า",
    RowKind.LEFT_OUT: "ไม่นำเข้า",
}


class PasteModel(QAbstractTableModel):
    """Column 0 says what a row becomes and takes it or leaves it out; the others are the table's own."""

    changed = Signal()

    def __init__(self, table: PastedTable, office: Office, numerals: Numerals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._numerals = numerals
        self.table = table
        self.layout_read = propose_layout(table, office)
        self.reading = Reading(())
        self._numbers: dict[int, int] = {}
        self._read(self.layout_read)

    def show_table(self, table: PastedTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self._read(propose_layout(table, self._office))
        self.endResetModel()
        self.changed.emit()

    def choose_kind(self, column: int, kind: ColumnKind) -> None:
        """Let a column of the table be of a kind."""
        self._change(self.layout_read.with_kind(column, kind))

    def choose_head_rows(self, count: int) -> None:
        """Let so many rows at the top be the head."""
        self._change(replace(self.layout_read, head_rows=count))

    def row(self, number: int) -> ReadRow | None:
        """A row as read, None outside of the table."""
        return self.reading.rows[number] if 0 <= number < len(self.reading.rows) else None

    def result(self, number: int) -> tuple[Measure | None, tuple[Note, ...]]:
        """The measure that a row becomes or belongs to, and what should be known of the row."""
        row = self.row(number)
        if row is None:
            return None, ()
        owner = row if row.measure_row is None else self.reading.rows[row.measure_row]
        return owner.measure, row.notes

    def doubtful_rows(self) -> Sequence[int]:
        """The rows where something should be mended."""
        return [n for n, row in enumerate(self.reading.rows) if any(note.doubt for note in row.notes)]

    def doubt_at(self, number: int) -> QModelIndex:
        """The first cell of a row that should be mended."""
        columns = (note.column for note in self.reading.rows[number].notes if note.doubt)
        column = next(columns, None)
        return self.index(number, 0 if column is None else column + 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.table.width + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        checkable = index.column() == 0 and self._check(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column() - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return self._becomes(row) if column < 0 else self.table.cell(row, column).text
        if role == Qt.ItemDataRole.CheckStateRole and column < 0:
            return self._check(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self._numerals.show(note.sentence) for note in self._notes_at(row, column))
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and not self._is_taken(row, column):
            return QColor(theme.QUIET)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._check(index.row()) is None:
            return False
        taken = Qt.CheckState(value) is Qt.CheckState.Checked
        self._change(self.layout_read.with_row(index.row(), taken=taken))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._numerals.show(str(section + 1))
        return "แถวนี้จะเป็น" if section == 0 else self.layout_read.kinds[section - 1].words

    def _change(self, layout: Layout) -> None:
        self._read(layout)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.changed.emit()

    def _read(self, layout: Layout) -> None:
        self.layout_read = layout
        self.reading = read_measures(self.table, layout, self._office)
        rows = (n for n, row in enumerate(self.reading.rows) if row.kind is RowKind.MEASURE)
        self._numbers = {row: number for number, row in enumerate(rows, start=1)}

    def _becomes(self, number: int) -> str:
        row = self.reading.rows[number]
        doubts = sum(note.doubt for note in row.notes)
        if row.kind is RowKind.MEASURE:
            words = f"มาตรการ {self._numbers[number]}"
        elif row.kind is RowKind.CONTINUED and row.measure_row is not None:
            words = f"ต่อจากมาตรการ {self._numbers[row.measure_row]}"
        else:
            words = _WORDS[row.kind]
        return self._numerals.show(f"{words}\nควรดู {doubts} แห่ง" if doubts else words)

    def _check(self, number: int) -> Qt.CheckState | None:
        kind = self.reading.rows[number].kind
        if kind in (RowKind.MEASURE, RowKind.CONTINUED):
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if kind is RowKind.LEFT_OUT else None

    def _notes_at(self, row: int, column: int) -> list[Note]:
        return [note for note in self.reading.rows[row].notes if column < 0 or note.column == column]

    def _is_taken(self, row: int, column: int) -> bool:
        used = column < 0 or self.layout_read.kinds[column] is not ColumnKind.UNUSED
        return used and self.reading.rows[row].kind in (RowKind.MEASURE, RowKind.CONTINUED, RowKind.SECTION)

    def _ground(self, row: int, column: int) -> QColor | None:
        if any(note.doubt for note in self._notes_at(row, column)):
            return QColor(theme.WARNING_PALE)
        return None if self._is_taken(row, column) else QColor(theme.GROUND)
