"""The meetings that resolved something about a measure, each with the way to it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.menus import as_they_are

_WIDTH = 300
"""Pixels that the words of a meeting may take in the panel, about its own width."""
_HEAD = "มติการประชุม (กดเพื่อไปที่การประชุม)"


class Mentions(QWidget):
    """`meeting_asked` carries the id of the meeting that the clerk wants to see."""

    meeting_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[int, str] = {}
        self.ways: dict[int, QPushButton] = {}
        """The buttons, by the meetings' ids."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(ThaiLabel(_HEAD, "caption"))
        self.hide()

    def show_meetings(self, meetings: Mapping[int, str]) -> None:
        """Show these meetings, their words by id; the buttons of an unchanged list keep the keyboard."""
        if meetings == self._shown:
            return
        for way in self.ways.values():
            way.hide()
            way.deleteLater()
        self._shown = dict(meetings)
        self.ways = {id_: self._way(id_, words) for id_, words in meetings.items()}
        self.setVisible(bool(meetings))

    def _way(self, id_: int, words: str) -> QPushButton:
        way = QPushButton(self)
        way.setText(as_they_are(way.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDTH)))
        way.setToolTip(words)
        way.setAccessibleName(f"ไปที่{words}")
        way.setProperty("kind", "quiet")
        way.clicked.connect(lambda: self.meeting_asked.emit(id_))
        self._column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return way
