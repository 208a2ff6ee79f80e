"""Who took and who checked the minutes, and how the news ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.thai.clean import clean_text
from ita_desktop.ui.meetings.signatory_lines import SignatoryLines
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.meetings.surroundings import Surroundings


class ClosingPage(Form):
    """`typed`, `left` for the text, `changed` (in words for undo) for the lines."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recorder = SignatoryLines(self)
        self.checker = SignatoryLines(self)
        self.closing = GrowingText(4)
        self.row(*self.recorder.fields("ผู้จดรายงานการประชุม"))
        self.row(*self.checker.fields("ผู้ตรวจรายงานการประชุม"))
        self.row(Field("ย่อหน้าปิดท้ายของข่าวประชาสัมพันธ์", self.closing, "เว้นว่างไว้ได้ โปรแกรมใช้ถ้อยคำมาตรฐาน"))
        self.end()
        self.recorder.changed.connect(lambda: self.changed.emit("แก้ผู้จดรายงานการประชุม"))
        self.checker.changed.connect(lambda: self.changed.emit("แก้ผู้ตรวจรายงานการประชุม"))
        self.closing.edited.connect(self.typed)
        self.closing.left.connect(self.left)
        self.closing.caret_moved.connect(self.caret_moved)

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting; what is shown already keeps its cursor."""
        offers = surroundings.people_offers(meeting.held_on)
        for lines, person in ((self.recorder, meeting.recorder), (self.checker, meeting.checker)):
            lines.offer(offers, surroundings)
            lines.show(person)
        self.closing.show_text(meeting.closing)

    def apply(self, meeting: Meeting) -> Meeting:
        """The meeting with what the page says."""
        closing = clean_text(self.closing.text())
        return replace(meeting, recorder=self.recorder.value(), checker=self.checker.value(), closing=closing)

    def commit(self) -> None:
        """Take what is being typed into lines."""
        self.recorder.commit()
        self.checker.commit()
