"""Who took and who checked the minutes, and how the news ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.thai.clean import clean_text
from ita_desktop.ui.meetings.read_only import FREE
from ita_desktop.ui.meetings.signatory_lines import SignatoryLines
from ita_desktop.ui.meetings.unsaved import put_back, unsaved_texts
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.parsed_line import ParsedLine


class ClosingPage(Form):
    """`typed` tells each key, `left` that the text is left, `changed` (in words for undo) that a line has changed."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recorder = SignatoryLines(self)
        self.checker = SignatoryLines(self)
        self.closing = GrowingText(4)
        # The news may still be written when the minutes are certified.
        self.closing.setProperty(FREE, True)
        self.row(*self.recorder.fields("ผู้จดรายงานการประชุม"))
        self.row(*self.checker.fields("ผู้ตรวจรายงานการประชุม"))
        self.row(Field("ย่อหน้าปิดท้ายของข่าวประชาสัมพันธ์", self.closing, "เว้นว่างไว้ได้ โปรแกรมใช้ถ้อยคำมาตรฐาน"))
        self.end()
        self.recorder.changed.connect(lambda: self.changed.emit("แก้ผู้จดรายงานการประชุม"))
        self.checker.changed.connect(lambda: self.changed.emit("แก้ผู้ตรวจรายงานการประชุม"))
        for line in self._lines().values():
            line.textEdited.connect(self.typed)
        self.closing.edited.connect(self.typed)
        self.closing.left.connect(self.left)
        self.closing.caret_moved.connect(self.caret_moved)

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting; what is shown already keeps its cursor."""
        for lines, person in ((self.recorder, meeting.recorder), (self.checker, meeting.checker)):
            lines.offer(meeting.held_on, surroundings)
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

    def unsaved(self) -> dict[str, str]:
        """The texts that are stored nowhere, by field."""
        return unsaved_texts(self._lines())

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere."""
        put_back(self._lines(), texts)

    def _lines(self) -> dict[str, ParsedLine[Any]]:
        return self.recorder.lines("recorder") | self.checker.lines("checker")
