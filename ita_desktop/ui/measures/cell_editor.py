"""The frame of every editor in the measures table: opens over its cell, with as much room as it needs."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ita_desktop.ui import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STYLE = f"CellEditor {{ background: {theme.CARD}; border: 2px solid {theme.ACCENT}; border-radius: 6px; }}"
Hint = QAbstractItemDelegate.EndEditHint


class CellEditor(QFrame):
    """An editor of one value. Ctrl+Enter, Tab and leaving take what is typed, Esc leaves the cell as it was.

    A subclass puts its widgets into `body`, names the focusable ones with `watch`, and gives `fill`, `value`.
    `committed` asks to save, `finished` to save and close, `cancelled` to close.
    """

    committed = Signal()
    finished = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(_STYLE)
        self.setAutoFillBackground(True)
        self.is_filled = False
        self._is_closing = False
        self._watched: list[QWidget] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(6, 6, 6, 6)
        self.body.setSpacing(4)

    def fill(self, value: Any) -> None:
        """Show the cell's value."""
        raise NotImplementedError

    def value(self) -> Any:
        """What the cell shall hold now."""
        raise NotImplementedError

    def finish(self, hint: Hint) -> None:
        """Ask to save and close, once: closing takes the focus away, which would ask again."""
        if not self._is_closing:
            self._is_closing = True
            self.finished.emit(hint)

    def stay(self) -> None:
        """Remain open after all: what was typed could not be saved."""
        self._is_closing = False

    def wanted(self, cell: QRect, room: QRect) -> QRect:
        """Where the editor stands: over its cell, larger where it must be, inside the table."""
        width = min(max(cell.width(), self.sizeHint().width()), room.width())
        height = min(max(cell.height(), self.sizeHint().height()), room.height())
        left = max(room.left(), min(cell.left(), room.right() + 1 - width))
        top = max(room.top(), min(cell.top(), room.bottom() + 1 - height))
        return QRect(left, top, width, height)

    def watch(self, *widgets: QWidget) -> None:
        """These take the focus, in this order; the first has it at once."""
        self._watched = list(widgets)
        for widget in widgets:
            widget.installEventFilter(self)
        self.setFocusProxy(widgets[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._note_leaving(event.reason())
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self._is_closing = True
            self.cancelled.emit()
        elif key in _ENTER and (control or not isinstance(watched, QPlainTextEdit)):
            self.finish(Hint.NoHint)
        elif key == Qt.Key.Key_Tab and not control and watched is self._watched[-1]:
            self.finish(Hint.EditNextItem)
        elif key == Qt.Key.Key_Backtab and watched is self._watched[0]:
            self.finish(Hint.EditPreviousItem)
        else:
            return False
        return True

    def _note_leaving(self, reason: Qt.FocusReason) -> None:
        if self._is_closing:
            return
        if reason == Qt.FocusReason.PopupFocusReason:
            return
        if reason == Qt.FocusReason.ActiveWindowFocusReason:
            # Another program is looked at, perhaps to copy from: save, and stay open.
            self.committed.emit()
            return
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            self.finish(Hint.NoHint)
