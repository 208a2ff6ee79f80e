"""The form of one meeting: its pages, and what is common to them."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
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
from ita_desktop.ui.meetings.page_tabs import PageTabs
from ita_desktop.ui.meetings.people_page import PeoplePage
from ita_desktop.ui.meetings.photos_page import PhotosPage
from ita_desktop.ui.meetings.read_only import set_read_only
from ita_desktop.ui.meetings.word_strip import WordStrip
from ita_desktop.ui.meetings.word_watch import WordWatch
from ita_desktop.ui.widgets.cards import Card, Strip
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.menus import add_entry
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from ita_desktop.domain.remark import Remark
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.meetings.surroundings import Surroundings

MEETING_PAPERS = tuple(kind for kind in DocumentKind if kind.is_of_meeting)
_CARET_ROOM = 48
"""Pixels kept in sight above and below the text cursor while typing."""


_PAGES = (
    ("หัวรายงาน", HeadPage),
    ("หนังสือเชิญ", InvitationPage),
    ("ผู้มาประชุม", PeoplePage),
    ("วาระและมติ", AgendaPage),
    ("ลงนามและข่าว", ClosingPage),
    ("ภาพถ่าย", PhotosPage),
)
_Part = HeadPage | InvitationPage | PeoplePage | AgendaPage | ClosingPage
PartT = TypeVar("PartT", HeadPage, InvitationPage, PeoplePage, AgendaPage, ClosingPage)


class MeetingForm(QWidget):
    """Shows a stored meeting and tells what the clerk makes of it.

    All pages but the first are made when they are first wanted; until then the stored meeting stands for them.
    `typed`: a text is being written; `left`: the text was left; `changed`: something else was changed (words
    for undo); `status_asked`: the meeting with another status; `reopen_asked`: certified minutes are to be
    changed after all; `carry_asked`, `measure_asked`, `change_asked` and `place_asked` as on the page of the
    agenda. The page of the photos tells for itself: they are kept apart from the meeting.
    """

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    status_asked = Signal(Meeting)
    reopen_asked = Signal()
    committees_asked = Signal()
    paper_asked = Signal(DocumentKind)
    carry_asked = Signal()
    measure_asked = Signal(int)
    change_asked = Signal(int)
    place_asked = Signal(int)

    def __init__(self, numerals: Numerals, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)

        self._numerals = numerals
        self._now = now
        self._is_locked = False
        self._shown: tuple[Meeting, Surroundings] | None = None
        self._remarks: Sequence[Remark] = ()
        self._parts: list[_Part] = []
        """The pages that are made, but for the photos."""
        self._areas: dict[QWidget, QScrollArea] = {}
        self.photos = PhotosPage(numerals)
        self.bar = PageTabs()
        self.status = StatusButton()
        self.papers = QPushButton("เอกสาร")
        self.certified = Strip(Tone.HINT)
        self.reopen = self.certified.add_button("เปิดแก้ไข")
        self.stack = QStackedWidget()
        self.words = WordStrip()
        self.word_watch = WordWatch(self, self.words)
        self._build()
        self.head = self._made(HeadPage(numerals, self._today))
        self._turn_to(0)
        self._connect()

    def _build(self) -> None:
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setProperty("kind", "inner")
        self.bar.setAccessibleName("ส่วนของรายงานการประชุม")
        self.bar.setToolTip("หน้าถัดไป Ctrl+Page Down   หน้าก่อน Ctrl+Page Up")
        self.papers.setProperty("menu", True)
        self.papers.setToolTip("ดูและพิมพ์เอกสารของการประชุมนี้")
        menu = QMenu(self.papers)
        for kind in MEETING_PAPERS:
            add_entry(menu, kind.words, partial(self.paper_asked.emit, kind))
        self.papers.setMenu(menu)
        for words, _ in _PAGES:
            self.bar.addTab(words)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.papers)
        buttons.addWidget(self.status)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(10)
        top.addWidget(self.bar, 1)
        top.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.certified)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_top()

    def _stand_top(self) -> None:
        """Buttons beside the tabs where there is room, else below: a tab must say its whole name."""
        beside = self.bar.sizeHint().width() + self.papers.sizeHint().width() + self.status.sizeHint().width()
        fits = beside + 2 * self._top.spacing() <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(direction)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self._turn_to)
        self.bar.clicked.connect(self._enter_page)
        self.photos.caret_moved.connect(self._follow_caret)
        self.photos.sight_asked.connect(self._bring_to_sight)
        self.head.committees_asked.connect(self.committees_asked)
        self.status.asked.connect(self.status_asked)
        self.reopen.clicked.connect(lambda: self.reopen_asked.emit())
        bind("F7", self, self.word_watch.turn_list)

    @cached_property
    def invitation(self) -> InvitationPage:
        """The letter that calls the meeting."""
        return self._made(InvitationPage(self._numerals, self._today))

    @cached_property
    def people(self) -> PeoplePage:
        """Who came and who did not."""
        page = self._made(PeoplePage())
        page.sight_asked.connect(self._bring_to_sight)
        return page

    @cached_property
    def agenda(self) -> AgendaPage:
        """The agenda with what was said and resolved."""
        page = self._made(AgendaPage(self._now))
        page.carry_asked.connect(self.carry_asked)
        page.measure_asked.connect(self.measure_asked)
        page.change_asked.connect(self.change_asked)
        page.place_asked.connect(self.place_asked)
        return page

    @cached_property
    def closing(self) -> ClosingPage:
        """Who took and checked the minutes, and the end of the news."""
        return self._made(ClosingPage())

    def _today(self) -> date:
        return self._now().date()

    def _every_page(self) -> tuple[Callable[[], QWidget], ...]:
        """In the order of the tabs; called, each is made if it was not yet."""
        return (
            lambda: self.head,
            lambda: self.invitation,
            lambda: self.people,
            lambda: self.agenda,
            lambda: self.closing,
            lambda: self.photos,
        )

    def _made(self, page: PartT) -> PartT:
        """Take up a page that was made just now, as if it had been there from the beginning."""
        if self._shown is not None:
            page.show_meeting(*self._shown)
            _say(page, self._remarks)
            if self._is_locked:
                _lock(page, True)
        page.typed.connect(self.typed)
        page.changed.connect(self.changed)
        if isinstance(page, InvitationPage | AgendaPage | ClosingPage):
            page.left.connect(self.left)
            page.caret_moved.connect(self._follow_caret)
        self._parts.append(page)
        self._place(page)
        return page

    def _place(self, page: QWidget) -> None:
        area = _scrolled(_carded(page) if isinstance(page, Form) else page)
        # A text that grows makes the page longer only after its cursor has moved.
        area.verticalScrollBar().rangeChanged.connect(self._follow_caret)
        self._areas[page] = area
        fields = _tab_stops(area)
        self.stack.addWidget(area)
        # A page takes the keyboard on a click, so that no button pressed before answers the next key.
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # Tab goes through the form from above, whenever a page was made.
        for before, after in pairwise((self.reopen, page, *fields)):
            QWidget.setTabOrder(before, after)
        if isinstance(page, AgendaPage):
            # Its items were made while it stood nowhere, where Qt orders them after the buttons below them.
            page.order_tab_stops()

    def _turn_to(self, number: int) -> None:
        page = self._every_page()[number]()
        if page not in self._areas:
            self._place(page)
        self.stack.setCurrentWidget(self._areas[page])

    def _enter_page(self) -> None:
        """Give the keyboard to the page in sight; Tab then goes to its first field."""
        self._every_page()[self.bar.currentIndex()]().setFocus(Qt.FocusReason.MouseFocusReason)

    def turn_page(self, step: int) -> None:
        """Turn to the page after or before, and stand in its first field."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + step) % self.bar.count())
        self._enter_page()
        self.focusNextChild()

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the stored meeting; what is shown already keeps cursor, selection and undo."""
        self._shown = meeting, surroundings
        certified = meeting.status is MeetingStatus.CERTIFIED
        if self._is_locked and not certified:
            self._lock(False)
        for page in self._parts:
            page.show_meeting(meeting, surroundings)
        self.status.show_meeting(meeting, surroundings)
        self._stand_top()
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

    def restore_unsaved(self, meeting: Meeting, surroundings: Surroundings, texts: Mapping[str, str]) -> None:
        """Show the meeting as it was being written, with texts that were stored nowhere; `commit` decides over them."""
        for page in self._every_page():
            page()
        self.show_meeting(meeting, surroundings)
        for part in self._parts:
            part.restore_unsaved(texts)

    @property
    def page_kind(self) -> type[QWidget]:
        """Which page is in sight."""
        return _PAGES[self.bar.currentIndex()][1]

    def show_page(self, part: QWidget) -> None:
        """Show the page with that part of the form."""
        self.bar.setCurrentIndex(next(number for number, (_, kind) in enumerate(_PAGES) if isinstance(part, kind)))

    def _show_remarks(self, meeting: Meeting, surroundings: Surroundings) -> None:
        self._remarks = remarks_on(
            meeting, surroundings.around_meetings(), surroundings.committees, surroundings.numbering
        )
        for page in self._parts:
            _say(page, self._remarks)

    def _lock(self, locked: bool) -> None:
        self._is_locked = locked
        for page in self._parts:
            _lock(page, locked)

    def _bring_to_sight(self, thing: QWidget) -> None:
        """Scroll to a thing that has just been put where it stands."""
        area = self.stack.currentWidget()
        if isinstance(area, QScrollArea):
            QCoreApplication.sendPostedEvents(area.widget(), QEvent.Type.LayoutRequest)
            area.ensureWidgetVisible(thing)

    def _follow_caret(self) -> None:
        """Scroll the line that is being written into sight."""
        area, text = self.stack.currentWidget(), self.focusWidget()
        if isinstance(area, QScrollArea) and isinstance(text, GrowingText) and text.hasFocus():
            page = area.widget()
            if page is not None and page.isAncestorOf(text):
                at = text.mapTo(page, text.cursorRect().center())
                area.ensureVisible(at.x(), at.y(), 0, _CARET_ROOM)


def _say(page: _Part, remarks: Sequence[Remark]) -> None:
    if isinstance(page, HeadPage | PeoplePage | InvitationPage):
        page.show_remarks(remarks)


def _lock(page: _Part, locked: bool) -> None:
    if isinstance(page, AgendaPage):
        page.set_locked(locked)
    elif not isinstance(page, InvitationPage):
        set_read_only(page, locked)


def _carded(page: QWidget) -> Card:
    card = Card()
    card.body.addWidget(page)
    return card


def _tab_stops(page: QWidget) -> list[QWidget]:
    """What Tab comes to on a page that stands in no window yet, in order."""
    found: list[QWidget] = []
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


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
