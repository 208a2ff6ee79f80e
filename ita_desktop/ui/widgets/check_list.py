"""A list of texts with check boxes: wrapped Thai, marked words, and what is to be known of each entry below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui.widgets.check_delegate import LINES_ROLE, CheckDelegate
from ita_desktop.ui.widgets.check_entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

V = TypeVar("V")

_AT_ONCE = 200
"""Entries that are laid out before the list is shown; longer lists grow while the clerk looks at them."""


class CheckList(QListView, Generic[V]):
    """Space or a click on the box ticks; `ticks_changed` tells each change, `current_changed` another current entry."""

    ticks_changed = Signal()
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says to a screen reader what the list holds."""
        super().__init__(parent)
        self._entries: list[Entry[V]] = []
        self._model = QStandardItemModel(self)
        self._delegate = CheckDelegate(self)
        self._wanted = ""
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        self._model.itemChanged.connect(lambda _: self.ticks_changed.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    def show_entries(self, entries: Sequence[Entry[V]], current: int = 0) -> None:
        """Replace all entries and stand on the one at `current`, as far as there is one."""
        self._entries = []
        self._delegate.forget()
        self._model.clear()
        self._entries = list(entries)
        self._model.invisibleRootItem().appendRows([_item(entry) for entry in self._entries])
        few = len(entries) <= _AT_ONCE
        self.setLayoutMode(QListView.LayoutMode.SinglePass if few else QListView.LayoutMode.Batched)
        self._hide_unwanted()
        self.stand_on(min(current, len(entries) - 1))
        self.ticks_changed.emit()

    def replace_current(self, entry: Entry[V]) -> None:
        """Show the current entry otherwise; its tick becomes the one of `entry`."""
        row = self.current_row()
        self._entries[row] = entry
        self._delegate.forget()
        item = self._model.item(row)
        item.setText(entry.text)
        item.setData(entry.lines, LINES_ROLE)
        item.setCheckState(_state(entry.ticked))

    def entries(self) -> list[Entry[V]]:
        """All entries, ticked as they are now."""
        return [Entry(entry.value, entry.lines, self._is_ticked(row)) for row, entry in enumerate(self._entries)]

    def ticked(self) -> list[V]:
        """What the ticked entries stand for, in the list's order, hidden ones too."""
        return [entry.value for row, entry in enumerate(self._entries) if self._is_ticked(row)]

    def current_row(self) -> int:
        """The row that the keyboard stands on, −1 for none."""
        return self.currentIndex().row()

    def current(self) -> V | None:
        """What the entry stands for that the keyboard stands on."""
        row = self.current_row()
        return self._entries[row].value if row >= 0 else None

    def is_current_ticked(self) -> bool:
        """Whether the entry is ticked that the keyboard stands on."""
        return self.current_row() >= 0 and self._is_ticked(self.current_row())

    def stand_on(self, row: int) -> None:
        """Make an entry the current one; −1 for none."""
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def narrow(self, text: str) -> None:
        """Show only the entries that hold every word of the text, in either kind of digits."""
        self._wanted = text
        self._hide_unwanted()

    def shown_rows(self) -> list[int]:
        """The rows that the search leaves in sight."""
        return [row for row in range(len(self._entries)) if not self.isRowHidden(row)]

    def tick_only(self, wanted: Callable[[V], bool]) -> None:
        """Tick the wanted entries and no others."""
        self._tick({row: wanted(entry.value) for row, entry in enumerate(self._entries)})

    def tick_shown(self, wanted: Callable[[V], bool] | None = None) -> None:
        """Tick the entries in sight (that are wanted), or none of them when all were ticked."""
        rows = [row for row in self.shown_rows() if wanted is None or wanted(self._entries[row].value)]
        self._tick(dict.fromkeys(rows, not all(self._is_ticked(row) for row in rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_row() >= 0:
            row = self.current_row()
            self._model.item(row).setCheckState(_state(not self._is_ticked(row)))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self._delegate.forget()
        super().resizeEvent(event)

    def _tick(self, ticks: Mapping[int, bool]) -> None:
        """Set many boxes and tell of them once."""
        self._model.blockSignals(True)
        for row, ticked in ticks.items():
            self._model.item(row).setCheckState(_state(ticked))
        self._model.blockSignals(False)
        self.viewport().update()
        self.ticks_changed.emit()

    def _hide_unwanted(self) -> None:
        words = to_arabic(self._wanted).casefold().split()
        for row, entry in enumerate(self._entries):
            text = to_arabic(entry.text).casefold()
            self.setRowHidden(row, not all(word in text for word in words))

    def _is_ticked(self, row: int) -> bool:
        return self._model.item(row).checkState() is Qt.CheckState.Checked


def _item(entry: Entry[V]) -> QStandardItem:
    item = QStandardItem(entry.text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(entry.lines, LINES_ROLE)
    item.setCheckState(_state(entry.ticked))
    return item


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
