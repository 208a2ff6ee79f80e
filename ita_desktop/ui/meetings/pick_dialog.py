"""A dialog that ticks entries of a list: people for a meeting, measures for an agenda item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.thai.digits import Numerals

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Entry(Generic[V]):
    """One line of the list: its words, what it stands for, and whether it is ticked."""

    words: str
    value: V
    ticked: bool = False


class PickDialog(QDialog, Generic[V]):
    """Hands the ticked values over, in the list's order, when the clerk agrees.

    Space and a double click tick a row; Enter agrees.
    """

    def __init__(
        self,
        title: str,
        lead: str,
        entries: Sequence[Entry[V]],
        agree: str,
        on_picked: Callable[[list[V]], None],
        numerals: Numerals,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._values = [entry.value for entry in entries]
        self._on_picked = on_picked
        self._agree_words = agree
        self._numerals = numerals
        self._began_empty = not any(entry.ticked for entry in entries)
        self._model = QStandardItemModel(self)
        for entry in entries:
            item = QStandardItem(entry.words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self.search = TextLine()
        self.list = QListView()
        self.all = QPushButton("เลือกทั้งหมด")
        self.agree = QPushButton()
        self._cancel = QPushButton("ยกเลิก")
        self._build(lead)
        self._connect()
        self._count()

    def _build(self, lead: str) -> None:
        self.search.setPlaceholderText("ค้นหา")
        self.search.setAccessibleName("ค้นหาในรายการ")
        self.search.setVisible(self._model.rowCount() > 8)
        self.list.setModel(self._model)
        self.list.setItemDelegate(ThaiWrapDelegate(parent=self.list))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(lead)
        self.agree.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(ThaiLabel(lead))
        layout.addWidget(self.search)
        if self._model.rowCount():
            layout.addWidget(self.list, 1)
        else:
            layout.addWidget(QLabel("ไม่มีรายการให้เลือก"), 1)
        layout.addLayout(foot(self.agree, self._cancel, left=(self.all,)))
        self.resize(opening_size(self.sizeHint(), self.parentWidget()))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self._model.itemChanged.connect(lambda _: self._count())
        self.list.doubleClicked.connect(self._toggle)
        self.all.clicked.connect(self._tick_all)
        self.agree.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self._on_picked(self.picked()))

    def picked(self) -> list[V]:
        """The ticked values."""
        return [self._values[row] for row in range(self._model.rowCount()) if self._is_ticked(row)]

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(34 * line, min(24, 9 + 2 * self._model.rowCount()) * line)

    def _is_ticked(self, row: int) -> bool:
        return self._model.item(row).checkState() is Qt.CheckState.Checked

    def _find(self, text: str) -> None:
        wanted = to_arabic(text).casefold().split()
        for row in range(self._model.rowCount()):
            words = to_arabic(self._model.item(row).text()).casefold()
            self.list.setRowHidden(row, not all(word in words for word in wanted))

    def _toggle(self, index: QModelIndex) -> None:
        item = self._model.item(index.row())
        item.setCheckState(Qt.CheckState.Unchecked if self._is_ticked(index.row()) else Qt.CheckState.Checked)

    def _tick_all(self) -> None:
        """Tick every entry in sight, or none when all are ticked."""
        rows = [row for row in range(self._model.rowCount()) if not self.list.isRowHidden(row)]
        done = all(self._is_ticked(row) for row in rows)
        for row in rows:
            self._model.item(row).setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.picked())
        self.agree.setText(self._numerals.show(f"{self._agree_words} ({count})") if count else self._agree_words)
        # Enter on a row that is only looked at must not close the dialog as if the row were taken.
        self.agree.setEnabled(count > 0 or not self._began_empty)
