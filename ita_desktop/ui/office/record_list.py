"""A list of kept things with buttons to add, order and remove them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.identity import NEW
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate

_ID = Qt.ItemDataRole.UserRole


class RecordList(QWidget):
    """Shows a line for each kept thing by its id; a line of id `NEW` stands for one being added."""

    chosen = Signal(int)
    add_asked = Signal()
    remove_asked = Signal(int)
    reordered = Signal(list)
    """All ids in their new order."""

    def __init__(self, name: str, add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setItemDelegate(ThaiWrapDelegate(parent=self))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.add_button = QPushButton(add_words)
        self.add_button.setProperty("kind", "primary")
        self._up, self._down = QPushButton("↑"), QPushButton("↓")
        self._remove = QPushButton("ลบ")
        self._remove.setProperty("kind", "danger")
        self._build()
        self._connect()
        self._enable()

    def show_lines(self, lines: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """Show ids with their words and choose one, without telling anyone."""
        self._list.blockSignals(True)
        self._list.clear()
        for id_, words in lines:
            item = QListWidgetItem(words)
            item.setData(_ID, id_)
            self._list.addItem(item)
            if id_ == chosen:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._enable()

    def choose_silently(self, id_: int) -> None:
        """Go back to a line, without telling anyone."""
        self._list.blockSignals(True)
        self._list.setCurrentRow(self.ids().index(id_))
        self._list.blockSignals(False)
        self._enable()

    def chosen_id(self) -> int | None:
        """The id of the chosen line."""
        item = self._list.currentItem()
        return None if item is None else int(item.data(_ID))

    def ids(self) -> list[int]:
        """The ids from top to bottom."""
        return [int(self._list.item(row).data(_ID)) for row in range(self._list.count())]

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button, name in ((self._up, "เลื่อนขึ้น"), (self._down, "เลื่อนลง")):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(46)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.add_button)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._tell_chosen)
        self.add_button.clicked.connect(self.add_asked)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove.clicked.connect(self._tell_remove)

    def _tell_chosen(self) -> None:
        self._enable()
        id_ = self.chosen_id()
        if id_ is not None:
            self.chosen.emit(id_)

    def _tell_remove(self) -> None:
        id_ = self.chosen_id()
        if id_ is not None:
            self.remove_asked.emit(id_)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        ids = self.ids()
        ids.insert(row + by, ids.pop(row))
        self.reordered.emit(ids)

    def _enable(self) -> None:
        row, count = self._list.currentRow(), self._list.count()
        kept = self.chosen_id() not in (None, NEW)
        self._up.setEnabled(kept and row > 0)
        self._down.setEnabled(kept and row < count - 1 and self.ids()[-1] != NEW)
        self._remove.setEnabled(row >= 0)
