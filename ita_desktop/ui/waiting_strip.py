"""The strip that tells, on whatever tab the program opens, which minutes were being written when it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.meeting import Meeting, number_label
from ita_desktop.thai.clean import shortened
from ita_desktop.thai.dates import format_date, format_time
from ita_desktop.ui.widgets.cards import PAGE_MARGIN, Strip
from ita_desktop.ui.widgets.mark_icon import Tone

if TYPE_CHECKING:
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.waiting_draft import WaitingDraft
    from ita_desktop.ui.waiting import Waiting

_NAME_LETTERS = 60
_AROUND = 8
"""Pixels above and below the strip."""


class WaitingStrip(QWidget):
    """Tells one draft after the other, the one written last first, and goes once each was seen or all are put off."""

    open_asked = Signal(object)
    """The clerk wants to see this `WaitingDraft`."""

    def __init__(self, waiting: Waiting, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._office = office
        self._is_put_off = False
        self._strip = Strip(Tone.GOOD)
        self.open = self._strip.add_button("เปิดดู", "primary")
        self.later = self._strip.add_button("ไว้ทีหลัง")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, _AROUND, PAGE_MARGIN, _AROUND)
        layout.addWidget(self._strip)
        self.open.clicked.connect(lambda: self.open_asked.emit(waiting.drafts[0]))
        self.later.clicked.connect(self._put_off)
        waiting.changed.connect(self._show)
        self._show()

    @property
    def sentence(self) -> str:
        """What the strip says now."""
        return self._strip.sentence

    def _put_off(self) -> None:
        self._is_put_off = True
        self._show()

    def _show(self) -> None:
        drafts = self._waiting.drafts
        if drafts and not self._is_put_off:
            self._strip.say(self._sentence(drafts[0], len(drafts) - 1))
        else:
            self.hide()

    def _sentence(self, draft: WaitingDraft, others: int) -> str:
        when = f"{format_date(draft.kept_at.date())} เวลา {format_time(draft.kept_at.time())}"
        also = f" และยังมีของการประชุมอื่นอีก {others} ครั้ง" if others else ""
        sentence = f"ข้อความที่พิมพ์ค้างไว้เมื่อวันที่ {when} ใน{self._meeting_words(draft)} ยังอยู่ครบ{also}"
        return self._office.numerals.show(sentence)

    def _meeting_words(self, draft: WaitingDraft) -> str:
        meeting = Meeting(draft.plan_year, draft.name, number=draft.number, held_on=draft.held_on)
        name = f" “{shortened(draft.name, _NAME_LETTERS)}”" if draft.name else ""
        number = number_label(meeting, self._office.meeting_numbering)
        return f"การประชุม{name} {number}".rstrip() if name or number else f"การประชุมของปี {draft.plan_year}"
