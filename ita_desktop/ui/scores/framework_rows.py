"""A table of texts that is edited row by row, with what must be mended beside each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.thai.clean import clean_line
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.delegates import Index, ThaiWrapDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from ita_desktop.thai.digits import Numerals

_VALUE = Qt.ItemDataRole.UserRole
_FAULT_HEAD = "ต้องแก้"
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column: `key` as in a fault, `head` on screen; `choices` are pairs of value and words, empty for text."""

    key: str
    head: str
    choices: tuple[tuple[str, str], ...] = ()
    is_wide: bool = False


class RowsTable(QWidget):
    """Rows of texts; Enter or F2 edits a cell, the buttons add, remove and move rows. `changed` tells every edit."""

    changed = Signal()
    reached = Signal(QWidget, QRect)
    """The cell that the keyboard is at now, to be kept in sight: the widget it is in and its place there."""

    def __init__(
        self, name: str, columns: Sequence[RowColumn], numerals: Numerals, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self._columns = tuple(columns)
        self._fills = False
        self._faults: dict[tuple[int, str], str] = {}
        self._is_touched = True
        self.table = _WholeTable(0, len(columns) + 1)
        self.add, self.remove = QPushButton("เพิ่มแถว"), QPushButton("ลบแถว")
        self.up, self.down = QPushButton("↑ เลื่อนขึ้น"), QPushButton("↓ เลื่อนลง")
        self._build(name)
        self._connect()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows; nothing is told."""
        self._fills = True
        self.table.setRowCount(0)
        for row in rows:
            self._insert(self.table.rowCount(), row)
        self._fills = False
        self._is_touched = True
        self._fit()

    def rows(self) -> list[Row]:
        """Every row as typed, cleaned."""
        return [self._row(n) for n in range(self.table.rowCount())]

    def set_choices(self, key: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other words for the values of a column; values that are not among them stay as they are."""
        column = next(n for n, c in enumerate(self._columns) if c.key == key)
        if self._columns[column].choices == tuple(choices):
            return
        self._columns = tuple(
            replace(c, choices=tuple(choices)) if n == column else c for n, c in enumerate(self._columns)
        )
        delegate = self.table.itemDelegateForColumn(column)
        if isinstance(delegate, _ChoiceDelegate):
            delegate.choices = tuple(choices)
        self._fills = True
        for n in range(self.table.rowCount()):
            if item := self.table.item(n, column):
                item.setText(self._words(column, str(item.data(_VALUE))))
        self._fills = False

    def show_faults(self, faults: Mapping[tuple[int, str], str]) -> None:
        """Mark cells by row (from 0) and key, and write the reasons at the end of their rows."""
        if dict(faults) == self._faults and not self._is_touched:
            return
        self._faults, self._is_touched = dict(faults), False
        self._fills = True
        for n in range(self.table.rowCount()):
            reasons = []
            for column, spec in enumerate(self._columns):
                reason = faults.get((n, spec.key), "")
                reasons += [reason] if reason else []
                if item := self.table.item(n, column):
                    item.setBackground(QColor(theme.ERROR_PALE) if reason else QColor(theme.CARD))
                    item.setToolTip(reason)
            if item := self.table.item(n, len(self._columns)):
                item.setText(" · ".join(reasons))
        self._fills = False
        self.table.setColumnHidden(len(self._columns), not faults)
        self._fit()

    def _build(self, name: str) -> None:
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels([*(column.head for column in self._columns), _FAULT_HEAD])
        self.table.setItemDelegate(ThaiWrapDelegate(parent=self))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        for n, column in enumerate(self._columns):
            if column.choices:
                self.table.setItemDelegateForColumn(n, _ChoiceDelegate(column.choices, self))
            mode = QHeaderView.ResizeMode.Stretch if column.is_wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(n, mode)
        header.setSectionResizeMode(len(self._columns), QHeaderView.ResizeMode.Stretch)
        self.table.setColumnHidden(len(self._columns), True)
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.table)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._note_change)
        self.table.currentItemChanged.connect(lambda item, _: self._tell_place(item))
        self.add.clicked.connect(self._add_row)
        self.remove.clicked.connect(self._remove_row)
        self.up.clicked.connect(lambda: self._move_row(-1))
        self.down.clicked.connect(lambda: self._move_row(1))

    def _row(self, n: int) -> Row:
        texts = []
        for column, spec in enumerate(self._columns):
            item = self.table.item(n, column)
            texts.append("" if item is None else str(item.data(_VALUE)) if spec.choices else clean_line(item.text()))
        return tuple(texts)

    def _insert(self, n: int, row: Row) -> None:
        self.table.insertRow(n)
        for column, text in enumerate(row):
            item = QTableWidgetItem(self._words(column, text))
            item.setData(_VALUE, text)
            self.table.setItem(n, column, item)
        fault = QTableWidgetItem()
        fault.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        fault.setForeground(QColor(theme.ERROR))
        self.table.setItem(n, len(self._columns), fault)

    def _words(self, column: int, value: str) -> str:
        return dict(self._columns[column].choices).get(value, value)

    def _add_row(self) -> None:
        n = self.table.currentRow() + 1 if self.table.currentRow() >= 0 else self.table.rowCount()
        self._fills = True
        self._insert(n, tuple(column.choices[0][0] if column.choices else "" for column in self._columns))
        self._fills = False
        self.table.setCurrentCell(n, 0)
        self.table.setFocus()
        self._tell()

    def _remove_row(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self._tell()

    def _move_row(self, steps: int) -> None:
        n, column = self.table.currentRow(), self.table.currentColumn()
        if n < 0 or not 0 <= n + steps < self.table.rowCount():
            return
        row = self._row(n)
        self._fills = True
        self.table.removeRow(n)
        self._insert(n + steps, row)
        self._fills = False
        self.table.setCurrentCell(n + steps, column)
        self._tell()

    def _tell_place(self, item: QTableWidgetItem | None) -> None:
        if item is not None:
            self.reached.emit(self.table.viewport(), self.table.visualItemRect(item))

    def _note_change(self, _item: QTableWidgetItem) -> None:
        if not self._fills:
            self._tell()

    def _tell(self) -> None:
        self._is_touched = True
        self.changed.emit()
        self._fit()

    def _fit(self) -> None:
        self.table.setVerticalHeaderLabels([self._numerals.show(str(n + 1)) for n in range(self.table.rowCount())])
        self.table.fit()


class _WholeTable(QTableWidget):
    """As high as its rows: the page around it scrolls, not the table."""

    def fit(self) -> None:
        """Measure all rows, some fifty at most, and only once their width is known: wrapping is what takes time."""
        if not self.isVisible():
            return
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _ChoiceDelegate(ThaiWrapDelegate):
    """Edits a cell by choosing one of a few values, shown in words."""

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.choices = choices

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        for value, words in self.choices:
            box.addItem(words, value)
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(_VALUE))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            place = model.index(index.row(), index.column())
            if model.data(place, _VALUE) != editor.currentData():
                model.setData(place, editor.currentData(), _VALUE)
                model.setData(place, editor.currentText(), Qt.ItemDataRole.EditRole)
