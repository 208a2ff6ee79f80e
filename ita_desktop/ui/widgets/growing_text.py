"""A text editor as tall as its text."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.thai import words
from ita_desktop.ui.widgets.shortcuts import lets_pass
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

_FRAME = 14
"""Border and padding of the style sheet, above and below together, in pixels."""
_STANDARD_INK = "#6b7683"
"""Paler than text that was typed, and still 4.6 to 1 against white."""


class GrowingText(ThaiPlainTextEdit):
    """Grows with its text between `least` and `most` lines, and then scrolls.

    `edited` tells each change that the clerk makes, `left` that the cursor leaves, `caret_moved` that the
    cursor stands elsewhere, so that a page can scroll it into sight.
    """

    edited = Signal()
    left = Signal()
    caret_moved = Signal()

    def __init__(self, least: int = 2, most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._least, self._most = least, most
        self._standard = ""
        self._is_showing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._tell_edit)
        self.cursorPositionChanged.connect(self.caret_moved)
        # Setting an empty document up counts as a change that could be undone.
        self.document().clearUndoRedoStacks()
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a stored text; the same text leaves cursor and undo as they are."""
        if text == self.text():
            return
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False

    def set_standard(self, text: str) -> None:
        """The words that stand in grey while the field is empty: what will be used instead."""
        self._standard = text
        self._fit()
        self.viewport().update()

    def _tell_edit(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        shown = self._standard_area(10_000).height() if self._standard and self.document().isEmpty() else 0
        inside = min(self._most * line, max(self._least * line, shown, self._text_height(self._most * line)))
        height = ceil(inside + 2 * self.document().documentMargin()) + _FRAME
        if height != self.height():
            self.setFixedHeight(height)

    def _text_height(self, enough: float) -> float:
        """The height of the text in pixels, counted no further than `enough`."""
        layout = self.document().documentLayout()
        # Qt counts the document's margin into the first block.
        block, height = self.document().firstBlock(), -self.document().documentMargin()
        while block.isValid() and height < enough:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _standard_area(self, height: int) -> QRect:
        margin = round(self.document().documentMargin())
        area = QRect(0, 0, max(40, self.viewport().width() - 2 * margin), height)
        return self.fontMetrics().boundingRect(area, int(Qt.TextFlag.TextWordWrap), words.display_copy(self._standard))

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if lets_pass(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._standard and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setPen(_STANDARD_INK)
            margin = round(self.document().documentMargin())
            area = self.viewport().rect().adjusted(margin, margin, -margin, 0)
            painter.drawText(area, int(Qt.TextFlag.TextWordWrap), words.display_copy(self._standard))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
