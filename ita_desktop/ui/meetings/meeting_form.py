"""The form of one meeting: its pages, and what is common to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.meeting import Meeting, MeetingStatus
from ita_desktop.domain.meeting_checks import remarks_on
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.ui.meetings.agenda_page import AgendaPage
from ita_desktop.ui.meetings.closing_page import ClosingPage
from ita_desktop.ui.meetings.head_page import HeadPage
from ita_desktop.ui.meetings.invitation_page import InvitationPage
from ita_desktop.ui.meetings.meeting_status import StatusButton, certified_words
from ita_desktop.ui.meetings.people_page import PeoplePage
from ita_desktop.ui.meetings.photos_page import PhotosPage
from ita_desktop.ui.meetings.read_only import set_read_only
from ita_desktop.ui.meetings.word_strip import WordStrip
from ita_desktop.ui.meetings.word_watch import WordWatch
from ita_desktop.ui.widgets.cards import Card, Strip
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.menus import add_entry
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.meetings.surroundings import Surroundings

MEETING_PAPERS = tuple(kind for kind in DocumentKind if kind.is_of_meeting)
_CARET_ROOM = 48
"""Pixels kept in sight above and below the text cursor while typing."""


class MeetingForm(QWidget):
    """Shows a stored meeting and tells what the clerk makes of it.

    `typed`: a text is being written; `left`: the text was left; `changed`: something else was changed (words
    for undo); `status_asked`: the meeting with another status; `reopen_asked`: certified minutes are to be
    changed after all. The page of the photos tells for itself: they are kept apart from the meeting.
    """

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    status_asked = Signal(Meeting)
    reopen_asked = Signal()
    committees_asked = Signal()
    paper_asked = Signal(DocumentKind)

    def __init__(self, numerals: Numerals, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)

        def today() -> date:
            return now().date()

        self._is_locked = False
        self.head = HeadPage(numerals, today)
        self.people = PeoplePage()
        self.agenda = AgendaPage(now)
        self.closing = ClosingPage()
        self.invitation = InvitationPage(numerals, today)
        self.photos = PhotosPage(numerals)
        self._parts = (self.head, self.invitation, self.people, self.agenda, self.closing)
        self.bar = QTabBar()
        self.status = StatusButton()
        self.papers = QPushButton("เอกสาร")
        self.certified = Strip(Tone.HINT)
        self.reopen = self.certified.add_button("เปิดแก้ไข")
        self.stack = QStackedWidget()
        self.words = WordStrip()
        self.word_watch = WordWatch(self, self.words)
        self._build()
        self._connect()

    def _build(self) -> None:
        head_card, invitation_card, closing_card = Card(), Card(), Card()
        head_card.body.addWidget(self.head)
        invitation_card.body.addWidget(self.invitation)
        closing_card.body.addWidget(self.closing)
        self._pages = (
            ("หัวรายงาน", head_card),
            ("หนังสือเชิญ", invitation_card),
            ("ผู้มาประชุม", self.people),
            ("วาระและมติ", self.agenda),
            ("ลงนามและข่าว", closing_card),
            ("ภาพถ่าย", self.photos),
        )
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setProperty("kind", "inner")
        self.bar.setAccessibleName("ส่วนของรายงานการประชุม")
        self._areas = []
        self.papers.setProperty("menu", True)
        self.papers.setToolTip("ดูและพิมพ์เอกสารของการประชุมนี้")
        menu = QMenu(self.papers)
        for kind in MEETING_PAPERS:
            add_entry(menu, kind.words, partial(self.paper_asked.emit, kind))
        self.papers.setMenu(menu)
        for words, page in self._pages:
            self.bar.addTab(words)
            area = _scrolled(page)
            # A text that grows makes the page longer only after its cursor has moved.
            area.verticalScrollBar().rangeChanged.connect(self._follow_caret)
            self._areas.append(area)
            self.stack.addWidget(area)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.bar, 1)
        top.addWidget(self.papers)
        top.addWidget(self.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.certified)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.words)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self.stack.setCurrentIndex)
        for page in (self.invitation, self.agenda, self.closing):
            page.left.connect(self.left)
            page.caret_moved.connect(self._follow_caret)
        self.photos.caret_moved.connect(self._follow_caret)
        self.photos.sight_asked.connect(self._bring_to_sight)
        for source in self._parts:
            source.typed.connect(self.typed)
            source.changed.connect(self.changed)
        self.head.committees_asked.connect(self.committees_asked)
        self.status.asked.connect(self.status_asked)
        self.reopen.clicked.connect(lambda: self.reopen_asked.emit())
        bind("F7", self, lambda: self.words.set_open(not self.words.is_open))

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the stored meeting; what is shown already keeps cursor, selection and undo."""
        certified = meeting.status is MeetingStatus.CERTIFIED
        if self._is_locked and not certified:
            self._lock(False)
        for page in self._parts:
            page.show_meeting(meeting, surroundings)
        self.status.show_meeting(meeting, surroundings)
        self._show_remarks(meeting, surroundings)
        self.word_watch.follow(meeting, surroundings)
        self.certified.say(certified_words(meeting, surroundings) if certified else "")
        if certified:
            self._lock(True)

    def meeting(self, stored: Meeting) -> Meeting:
        """The stored meeting with what the form says."""
        for page in self._parts:
            stored = page.apply(stored)
        return stored

    def commit(self) -> None:
        """Take what is being typed into lines and cells."""
        for page in self._parts:
            page.commit()

    def unsaved(self) -> dict[str, str]:
        """The texts that are stored nowhere, half typed or such that they cannot be read, by field."""
        return {key: text for page in self._parts for key, text in page.unsaved().items()}

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere; `commit` decides over them."""
        for page in self._parts:
            page.restore_unsaved(texts)

    def show_page(self, part: QWidget) -> None:
        """Show the page with that part of the form."""
        self.bar.setCurrentIndex((*self._parts, self.photos).index(part))

    def _show_remarks(self, meeting: Meeting, surroundings: Surroundings) -> None:
        remarks = remarks_on(meeting, surroundings.meetings, surroundings.committees, surroundings.numbering)
        self.head.show_remarks(remarks)
        self.people.show_remarks(remarks)
        self.invitation.show_remarks(remarks)

    def _lock(self, locked: bool) -> None:
        self._is_locked = locked
        for page in (self.head, self.people, self.closing):
            set_read_only(page, locked)
        self.agenda.set_locked(locked)

    def _bring_to_sight(self, thing: QWidget) -> None:
        """Scroll to a thing that has just been put where it stands."""
        area = self._areas[self.stack.currentIndex()]
        QCoreApplication.sendPostedEvents(area.widget(), QEvent.Type.LayoutRequest)
        area.ensureWidgetVisible(thing)

    def _follow_caret(self) -> None:
        """Scroll the line that is being written into sight."""
        area = self._areas[self.stack.currentIndex()]
        text, page = self.focusWidget(), area.widget()
        if isinstance(text, GrowingText) and text.hasFocus() and page is not None and page.isAncestorOf(text):
            at = text.mapTo(page, text.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, _CARET_ROOM)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    # The page itself stays out of the tab order; its fields scroll into sight when they are reached.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    holder.setProperty("role", "page")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 6, 0)
    layout.addWidget(page)
    area.setWidget(holder)
    return area
