"""A label of one line that shows how much there is no room for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """One line with … where there is no room; the whole text is in its tip."""

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, keeps_end: bool = False
    ) -> None:
        """With `keeps_end` the middle is left out: the end of a file's name says what it is."""
        super().__init__(parent)
        self._keeps_end = keeps_end
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._raw = text
        self.setText(text)

    def setText(self, text: str) -> None:
        self._raw = text
        self.setAccessibleName(text)
        self._fit()

    def raw_text(self) -> str:
        """The whole text."""
        return self._raw

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._raw
        if self.fontMetrics().horizontalAdvance(shown) > max(self.width(), 40):
            # PySide6 makes the hundred enums in `Qt` when it is first asked for: not before the first paint.
            from PySide6.QtCore import Qt

            mode = Qt.TextElideMode.ElideMiddle if self._keeps_end else Qt.TextElideMode.ElideRight
            shown = self.fontMetrics().elidedText(shown, mode, max(self.width(), 40))
        self.setToolTip("" if shown == self._raw else self._raw)
        if shown != self.text():
            super().setText(shown)
