"""A line that is typed freely or picked from a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ita_desktop import paths
from ita_desktop.ui.widgets.parsed_line import TextLine

_TEXT_ROLE = Qt.ItemDataRole.UserRole
_VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry of the list: the text that it puts into the line, what the list shows, what it stands for."""

    text: str
    shown: str = ""
    value: object = None


class ChoiceLine(TextLine):
    """Typing narrows the list by any part of an entry; ▼, Alt+Down or F4 open it whole.

    `picked` tells the value of an entry taken from the list; typed text is told by `committed` alone.
    """

    picked = Signal(object)

    def __init__(self, *, required: str = "", parent: QWidget | None = None) -> None:
        super().__init__(required=required, parent=parent)
        self._offers = QStandardItemModel(self)
        self._completer = QCompleter(self)
        self._completer.setModel(self._offers)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(9)
        # Not QLineEdit.setCompleter: it puts the text into the line once more after `picked` was told.
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        taken: SignalInstance = self._completer.activated[QModelIndex]  # type: ignore[index]  # stubs know no overloads
        taken.connect(self._take)
        self._opener = QAction(QIcon(str(paths.resources() / "icons" / "down.svg")), "เลือกจากรายการ", self)
        self._opener.triggered.connect(self.open_list)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._narrow)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Replace the list; without entries the line is a plain one."""
        self._offers.clear()
        for offer in offers:
            item = QStandardItem(offer.shown or offer.text)
            item.setData(offer.text, _TEXT_ROLE)
            item.setData(offer.value, _VALUE_ROLE)
            self._offers.appendRow(item)
        self._opener.setVisible(bool(offers))

    def offer_texts(self, texts: Sequence[str]) -> None:
        """Replace the list by plain texts."""
        self.offer([Offer(text) for text in texts])

    def open_list(self) -> None:
        """Show the whole list below the line."""
        if self._offers.rowCount() and not self.isReadOnly():
            self.setFocus()
            self._show_matching("")

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self._opener.setEnabled(not read_only)

    def _narrow(self, text: str) -> None:
        if text.strip():
            self._show_matching(text.strip())
        else:
            self._popup.hide()

    def _show_matching(self, text: str) -> None:
        self._completer.setCompletionPrefix(text)
        if self._completer.completionCount() == 0:
            self._popup.hide()
            return
        self._popup.setMinimumWidth(self.width())
        self._completer.complete()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.setText(str(index.data(_TEXT_ROLE)))
        self.commit()
        self.picked.emit(index.data(_VALUE_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        opens = key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier)
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_open = self._popup.isVisible()
        if is_open and (key == Qt.Key.Key_Escape or (enters and self._popup.currentIndex().isValid())):
            # The open list answers these keys itself once the line lets them pass.
            event.ignore()
        elif is_open and enters:
            # Nothing is chosen in the list: what was typed is meant.
            self._popup.hide()
            super().keyPressEvent(event)
        elif opens:
            self.open_list()
        else:
            super().keyPressEvent(event)
