"""One score in the grid: a score field that moves, takes back and says what it would be like a spreadsheet's."""

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.assessment import parse_score
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.undo import is_redo, is_undo
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark
from ita_desktop.ui.widgets.score_field import ScoreField

_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_WIDEST = "คำนวณย้อน ๑๐๐.๐๐"


class ScoreCell(ScoreField):
    """A score; Enter and arrows leave it for a neighbour, Esc brings the stored score back.

    Undo keys act on the text only while it differs from the stored score; else they are the tab's.
    """

    moved = Signal(int, int)
    """Rows down and columns right to go to."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(numerals, parent)
        self._is_saved = False
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(_WIDEST) + 24)
        self.typed.connect(lambda _: self.set_saved(False))

    def current(self) -> Decimal | None:
        """The score as typed so far, or the stored one while the text cannot be read."""
        try:
            return parse_score(self.text())
        except UserError:
            return self.value()

    def is_dirty(self) -> bool:
        """Whether the text differs from the stored score."""
        return self.text() != self._shown()

    def show_unsaved(self, stored: Decimal | None, text: str, sentence: str) -> None:
        """Show text that is not saved, marked with its reason; the stored score is another."""
        self.set_value(stored)
        self.setText(text)
        self.complain(sentence)

    def set_saved(self, saved: bool) -> None:
        """Show or hide the tick that says that this score was just saved."""
        if saved != self._is_saved:
            self._is_saved = saved
            self.update()

    def _shown(self) -> str:
        value = self.value()
        return "" if value is None else self._show_value(value)

    def _take_back(self) -> None:
        self.set_value(self.value())
        self.selectAll()
        self.typed.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if (is_undo(event) or is_redo(event)) and not self.is_dirty():
            event.ignore()
        elif key == Qt.Key.Key_Escape and self.is_dirty():
            self._take_back()
        elif plain and key in _DOWN:
            self._leave(1, 0)
        elif plain and key == Qt.Key.Key_Up:
            self._leave(-1, 0)
        elif plain and key == Qt.Key.Key_Right and (self._all_selected() or self.cursorPosition() == len(self.text())):
            self._leave(0, 1)
        elif plain and key == Qt.Key.Key_Left and (self._all_selected() or self.cursorPosition() == 0):
            self._leave(0, -1)
        else:
            super().keyPressEvent(event)

    def _all_selected(self) -> bool:
        return bool(self.text()) and self.selectedText() == self.text()

    def _leave(self, down: int, right: int) -> None:
        if self.commit():
            self.moved.emit(down, right)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_saved and not self.is_dirty():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = self.fontMetrics().ascent() * 0.7
            paint_mark(painter, QRectF(9, (self.height() - side) / 2, side, side), Tone.GOOD)
            painter.end()
