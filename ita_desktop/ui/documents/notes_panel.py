"""What is still missing in the chosen paper, and what a careful colleague would remark on the year's record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.HINT: Tone.HINT}
_UNBOUNDED = 16_777_215
"""Qt's own largest height."""
_PLACES = {
    Topic.ASSESSMENTS: "แท็บคะแนน ITA",
    Topic.MEASURES: "แท็บมาตรการ",
    Topic.MEETINGS: "แท็บการประชุม",
    Topic.OFFICE: "ข้อมูลหน่วยงาน",
}


class RemarkLine(QFrame):
    """One sentence with its sign; pressing it, or Enter on it, goes to where it can be mended."""

    pressed = Signal(Remark)

    def __init__(self, remark: Remark, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = remark
        place = _PLACES.get(remark.topic)
        self.setProperty("role", "remark")
        self.setAccessibleName(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"ไปที่{place}" if place else "")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(MarkIcon(_TONES[remark.severity]), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(ThaiLabel(sentence, "caption"), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._remark)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._remark)
        else:
            super().keyPressEvent(event)


class NotesPanel(Card):
    """`asked` tells the remark whose place the clerk wants to see."""

    asked = Signal(Remark)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[tuple[str, ...], tuple[Remark, ...], Numerals] | None = None
        self.body.setContentsMargins(12, 8, 6, 8)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)
        self.sentences: list[str] = []
        self.lines: list[RemarkLine] = []

    def show_notes(self, missing: Sequence[str], remarks: Sequence[Remark], numerals: Numerals) -> None:
        """Show what is missing in the paper, then the remarks on the year."""
        shown = (tuple(missing), tuple(remarks), numerals)
        if shown == self._shown:
            return
        self._shown = shown
        self.lines = []
        self.sentences = [*missing, *(numerals.show(remark.sentence) for remark in remarks)]
        page = QWidget()
        page.setProperty("role", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(2)
        if missing:
            layout.addWidget(ThaiLabel("เอกสารนี้ยังขาด", "field"))
        for sentence in missing:
            layout.addLayout(_plain_line(sentence))
        if remarks:
            layout.addWidget(ThaiLabel("ควรตรวจก่อนพิมพ์", "field"))
        for remark, sentence in zip(remarks, self.sentences[len(missing) :], strict=True):
            line = RemarkLine(remark, sentence)
            line.pressed.connect(self.asked)
            self.lines.append(line)
            layout.addWidget(line)
        if not self.sentences:
            layout.addWidget(ThaiLabel("ข้อมูลครบ พร้อมพิมพ์", "field"))
        layout.addStretch(1)
        self._area.setWidget(page)
        self.setMaximumHeight(_UNBOUNDED if self.sentences else 3 * self.fontMetrics().lineSpacing())


def _plain_line(sentence: str) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(6, 4, 6, 4)
    layout.setSpacing(8)
    layout.addWidget(MarkIcon(Tone.WARNING), 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addWidget(ThaiLabel(sentence, "caption"), 1)
    return layout
