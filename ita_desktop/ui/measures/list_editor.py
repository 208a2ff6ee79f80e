"""The editors that choose from a list: one entry, or several with ticks."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.cell_editor import CellEditor, Hint
from ita_desktop.ui.measures.columns import Responsible

ALL = "all"
"""The value of the entry ทุกส่วนราชการ."""
_VALUE = Qt.ItemDataRole.UserRole
_TICKED, _CLEAR = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Entries(QListWidget):
    """A list whose typed search finds numbers in either kind of digits."""

    def __init__(self, numerals: Numerals) -> None:
        super().__init__()
        self._numerals = numerals
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def offer(self, text: str, value: object) -> QListWidgetItem:
        """Add an entry."""
        item = QListWidgetItem(text, self)
        item.setData(_VALUE, value)
        return item

    def wanted_height(self) -> int:
        """The height that shows every entry, pixels."""
        self.ensurePolished()
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 4

    def wanted_width(self) -> int:
        """The width that shows every entry on one line, pixels."""
        self.ensurePolished()
        return self.sizeHintForColumn(0) + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth() + 8

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Rows measured before the style sheet was put on are too low.
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        super().keyboardSearch(self._numerals.show(search))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        ticks = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if event.key() == Qt.Key.Key_Space and item is not None and ticks:
            item.setCheckState(_CLEAR if item.checkState() is _TICKED else _TICKED)
            return
        super().keyPressEvent(event)


class ChoiceEditor(CellEditor):
    """One entry of a list; a click or Enter takes it."""

    def __init__(
        self, entries: Sequence[tuple[str, object]], numerals: Numerals, parent: QWidget | None = None
    ) -> None:
        """`entries` are (words, value)."""
        super().__init__(parent)
        self.entries = _Entries(numerals)
        for text, value in entries:
            self.entries.offer(text, value)
        self.entries.itemClicked.connect(lambda _: self.finish(Hint.NoHint))
        self.body.setContentsMargins(2, 2, 2, 2)
        self.body.addWidget(self.entries)
        self.watch(self.entries)

    def fill(self, value: object) -> None:
        """Stand on the entry with that value."""
        rows = [row for row in range(self.entries.count()) if self.entries.item(row).data(_VALUE) == value]
        self._filled = value
        self.entries.setCurrentRow(rows[0] if rows else -1)

    def value(self) -> object:
        """The value of the entry that it stands on; the value from before when it stands on none."""
        item = self.entries.currentItem()
        return self._filled if item is None else item.data(_VALUE)

    def sizeHint(self) -> QSize:
        return QSize(self.entries.wanted_width() + 8, self.entries.wanted_height() + 10)


class TickList(_Entries):
    """Entries with check boxes; Space or a click ticks."""

    def offer_all(self, entries: Sequence[tuple[str, object]]) -> None:
        """Offer these (words, value), none ticked."""
        for text, value in entries:
            item = self.offer(text, value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CLEAR)

    def tick(self, values: Sequence[object]) -> None:
        """Tick the entries with these values and no others."""
        for item in self._items():
            item.setCheckState(_TICKED if item.data(_VALUE) in values else _CLEAR)
        first = next((row for row, item in enumerate(self._items()) if item.checkState() is _TICKED), 0)
        self.setCurrentRow(first)

    def ticked(self) -> list[object]:
        """The values of the ticked entries, in the list's order."""
        return [item.data(_VALUE) for item in self._items() if item.checkState() is _TICKED]

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


class TickEditor(CellEditor):
    """Several entries of a list; Space or a click ticks, Enter takes them."""

    def __init__(
        self, entries: Sequence[tuple[str, object]], numerals: Numerals, parent: QWidget | None = None
    ) -> None:
        """`entries` are (words, value)."""
        super().__init__(parent)
        self.entries = TickList(numerals)
        self.entries.offer_all(entries)
        self._hint = QLabel("เว้นวรรค = เลือก   Enter = ตกลง")
        self._hint.setProperty("role", "caption")
        self.body.setContentsMargins(2, 2, 2, 4)
        self.body.addWidget(self.entries)
        self.body.addWidget(self._hint)
        self.watch(self.entries)

    def sizeHint(self) -> QSize:
        hint = self.entries.wanted_height() + self._hint.sizeHint().height() + 14
        width = max(self.entries.wanted_width(), self._hint.sizeHint().width())
        return QSize(width + 8, hint)


class ResponsibleEditor(TickEditor):
    """Ticks the responsible divisions, ทุกส่วนราชการ first."""

    def fill(self, value: Responsible) -> None:
        """Tick what the measure has."""
        self._filled = value
        self.entries.tick([*([ALL] if value.all_divisions else []), *value.division_ids])

    def value(self) -> Responsible:
        """What is ticked; divisions ticked before keep their order, new ones follow."""
        ticked = self.entries.ticked()
        kept = [i for i in self._filled.division_ids if i in ticked]
        added = [i for i in ticked if isinstance(i, int) and i not in kept]
        return Responsible(ALL in ticked, (*kept, *added))
