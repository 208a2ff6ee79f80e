"""Labels that wrap Thai between words on every system."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapping import needs_marks, with_quotes_kept

_EDGE = 4
"""Pixels of a label's width that Qt keeps free of text."""


class ThaiLabel(QLabel):
    """A wrapping label; `raw_text()` is what was set, the break marks are only in what is shown.

    `role` picks its looks from the style sheet: caption, field, head, title or figure.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raw = ""
        self._is_display_copy = False
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def raw_text(self) -> str:
        """The text as it was set."""
        return self._raw

    def set_tone(self, tone: str) -> None:
        """Colour by meaning: error, warning, good, quiet, or none."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def setText(self, text: str) -> None:
        self._raw = text
        self._is_display_copy = False
        self._heights.clear()
        self.setAccessibleName(text)
        super().setText(text)

    def sizeHint(self) -> QSize:
        # QLabel's own hint wraps early to be square-ish; a calm page wants the full line where there is room.
        hint = super().sizeHint()
        width = max(map(self.fontMetrics().horizontalAdvance, self._raw.split("\n"))) + 4
        return QSize(max(hint.width(), min(width, 640)), self._with_room(hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the same widths over and over: 900 times for the scores tab.
        if width not in self._heights:
            self._prepare(width)
            self._heights[width] = self._with_room(super().heightForWidth(width))
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._prepare(event.size().width())
        super().resizeEvent(event)

    def _with_room(self, height: int) -> int:
        """The height with room for stacked marks, which Qt clips at the edge; one line has it in the style sheet."""
        if height <= self.minimumHeight():
            return height
        return height + 2 * theme.mark_room(self.fontMetrics())

    def _prepare(self, width: int) -> None:
        """Mark the word boundaries once the text needs them; most labels never load the word list."""
        if self._is_display_copy:
            return
        if needs_marks(self._raw, self.fontMetrics(), width - _EDGE):
            self._is_display_copy = True
            super().setText(words.display_copy(self._raw))
        elif "“" in self._raw and self.fontMetrics().horizontalAdvance(self._raw) > width - _EDGE:
            self._is_display_copy = True
            super().setText(with_quotes_kept(self._raw))
