"""How far the minutes are, and the meeting that certified them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ita_desktop.domain.meeting import Meeting, MeetingHead, MeetingStatus, number_label
from ita_desktop.domain.meeting_proposals import certify, later_meetings, reopen
from ita_desktop.thai.dates import format_date
from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from ita_desktop.ui.meetings.surroundings import Surroundings


def meeting_words(meeting: MeetingHead, surroundings: Surroundings) -> str:
    """`ครั้งที่ ๒/๒๕๖๙ เมื่อวันที่ …`, or the name of a meeting that has neither."""
    held = f"เมื่อวันที่ {format_date(meeting.held_on)}" if meeting.held_on else ""
    parts = [part for part in (number_label(meeting, surroundings.numbering), held) if part]
    return surroundings.numerals.show(" ".join(parts or [meeting.name or "ที่ยังไม่มีชื่อ"]))


def certified_words(meeting: Meeting, surroundings: Surroundings) -> str:
    """The sentence over minutes that are certified."""
    by = next((other for other in surroundings.around_meetings() if other.id == meeting.certified_by_id), None)
    where = f"ในการประชุม{meeting_words(by, surroundings)}" if by is not None else ""
    return f"รับรองแล้ว{where} รายงานจึงแก้ไขไม่ได้ (หนังสือเชิญ ข่าว ภาพถ่าย และวันที่ทำตามมติแล้ว ยังแก้ได้)"


class StatusButton(QPushButton):
    """Shows the status and offers the others; `asked` carries the meeting as it would become."""

    asked = Signal(Meeting)
    versions_asked = Signal()
    """The clerk wants to see what was certified before corrections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self.setProperty("menu", True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setToolTip("สถานะของรายงานการประชุม: ร่าง ตรวจแล้ว หรือรับรองแล้ว")

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting's status."""
        self._meeting, self._surroundings = meeting, surroundings
        self.setText(meeting.status.words)
        self.setAccessibleName(f"สถานะรายงานการประชุม {meeting.status.words}")

    def choices(self) -> list[tuple[str, Meeting]]:
        """Every status that the meeting may take, in words and as the meeting with it."""
        if self._meeting is None or self._surroundings is None:
            return []
        meeting, surroundings = self._meeting, self._surroundings
        found = [
            (MeetingStatus.DRAFT.words, reopen(meeting, MeetingStatus.DRAFT)),
            (MeetingStatus.CHECKED.words, reopen(meeting, MeetingStatus.CHECKED)),
        ]
        certified = MeetingStatus.CERTIFIED.words
        found += [
            (f"{certified}ในการประชุม{meeting_words(later, surroundings)}", certify(meeting, later))
            for later in later_meetings(meeting, surroundings.around_meetings())
        ]
        return [*found, (f"{certified} (ไม่ระบุการประชุมที่รับรอง)", certify(meeting, None))]

    def _fill(self) -> None:
        self._menu.clear()
        for words, meeting in self.choices():
            action = add_entry(self._menu, words, partial(self.asked.emit, meeting))
            action.setCheckable(True)
            action.setChecked(meeting == self._meeting)
        self._menu.addSeparator()
        add_entry(self._menu, "ฉบับที่รับรองไว้ก่อนแก้ไข…", self.versions_asked.emit)
