"""What was just done, said for a while where no button has to move for it."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.mark_icon import Tone

_TOLD_MS = 12_000
"""How long a sentence stays; a click puts it away sooner."""
_LEAST = 420
"""Pixels that a sentence needs to be read without haste; with less room at the top it stands over the page."""


class Told(Strip):
    """Lies over its parent and takes no room of it; where one line does not do, it grows downwards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Tone.GOOD, parent)
        self._timer = QTimer(self, interval=_TOLD_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._layout.setContentsMargins(12, 2, 10, 2)
        self.setToolTip("คลิกเพื่อปิดข้อความนี้")

    def tell(self, sentence: str, band: QRect, taken: int) -> None:
        """Say the sentence at the right of the band, of which so many pixels at the left are taken."""
        self.say(sentence)
        self.place(band, taken)
        self.raise_()
        self._timer.start()

    def place(self, band: QRect, taken: int) -> None:
        """Stand there; the band in the parent's own pixels."""
        room = band.width() - taken
        top = band.top()
        if room < _LEAST:
            room, top = min(band.width(), max(room, _LEAST)), band.bottom()
        wanted = self.sizeHint().width()
        # A sentence that does not do with one line takes all the room before it takes another line.
        width = wanted if wanted <= room and self.heightForWidth(wanted) <= band.height() else room
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        spare = max(0, band.height() - height) // 2 if top == band.top() else 0
        self.setGeometry(band.right() + 1 - width, top + spare, width, height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.hide()
