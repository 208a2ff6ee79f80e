"""The tab of a year's meetings: a list and the form of the chosen one; everything typed is saved by itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.catalog import load_meeting_presets
from ita_desktop.domain.meeting import NO_INVITATION, AgendaItem, Meeting, MeetingHead, MeetingStatus
from ita_desktop.domain.meeting_proposals import last_held
from ita_desktop.domain.paper import STANDARD_OPTIONS, DocumentKind
from ita_desktop.domain.topics import Topic
from ita_desktop.services import meeting_changes, meetings
from ita_desktop.ui.meetings.committee_dialog import CommitteeDialog
from ita_desktop.ui.meetings.keeping import Keeping
from ita_desktop.ui.meetings.measure_flow import MeasureFlow
from ita_desktop.ui.meetings.meeting_form import MeetingForm
from ita_desktop.ui.meetings.meeting_list import MeetingList
from ita_desktop.ui.meetings.meeting_status import meeting_words
from ita_desktop.ui.meetings.photo_keeping import PhotoKeeping
from ita_desktop.ui.meetings.reading import read_surroundings
from ita_desktop.ui.meetings.status_flow import StatusFlow
from ita_desktop.ui.meetings.surroundings import Surroundings
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.undo import UndoButtons
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Strip
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.menus import add_entry
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.meeting_presets import MeetingPreset


class MeetingsTab(Tab):
    """The record holds what the form shows, a pause in typing later at most."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.OFFICE, Topic.COMMITTEES, Topic.MEETINGS, Topic.MEASURES})

    def _build(self) -> None:
        self._surroundings: Surroundings | None = None
        self._left: dict[FiscalYear, int] = {}
        """The meeting of each year that was shown last."""
        self.list = MeetingList()
        self.form = MeetingForm(self.context.numerals(), self.context.now)
        self.problem = Strip(Tone.ERROR)
        self.retry_now = self.problem.add_button("บันทึกอีกครั้ง")
        self.recovered = Strip(Tone.GOOD)
        self.recovered_seen = self.recovered.add_button("รับทราบ")
        self.keeping = Keeping(self.context, self.form, self.problem, self)
        self.photos = PhotoKeeping(self.context, self.form.photos, self.keeping.history, self._turn_to, self)
        self.offer = Strip(Tone.HINT)
        self.states = StatusFlow(self.context, self.keeping, self.offer, self._finish, self)
        self.measures = MeasureFlow(self.context, self.keeping, self.form, self)
        self.new = QPushButton("การประชุมใหม่")
        self.remove = QPushButton("ลบ")
        self.undo_buttons = UndoButtons(self.keeping.history)
        self._head = ThaiLabel(role="head")
        self._empty = ThaiLabel()
        self._start = QPushButton("เริ่มการประชุมครั้งแรก")
        self._panes = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._menu = QMenu(self.new)
        self._presets = load_meeting_presets()
        usual = self._presets.for_day(self.context.today())
        for preset in self._presets.presets:
            words = f"{preset.name}  (แนะนำในช่วงนี้)" if preset is usual else preset.name
            add_entry(self._menu, words, partial(self.add_from_preset, preset))
        self._menu.addSeparator()
        self._from_last = add_entry(self._menu, "ใช้รายชื่อและสถานที่ของครั้งล่าสุด\tCtrl+N", self.add_from_last)
        add_entry(self._menu, "เริ่มจากแบบว่าง\tCtrl+Shift+N", self.add_from_scratch)
        self.new.setMenu(self._menu)
        self.new.setProperty("kind", "primary")
        self.new.setProperty("menu", True)
        self.remove.setProperty("kind", "danger")
        self.remove.setToolTip("ลบการประชุมที่เลือก เลิกทำได้ด้วย Ctrl+Z")
        self._start.setProperty("kind", "primary")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.undo_buttons)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._head)
        left.addWidget(self.new)
        left.addWidget(self.list, 1)
        left.addLayout(foot)
        self._panes.addWidget(self._empty_pane())
        self._panes.addWidget(self.form)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.problem)
        right.addWidget(self.recovered)
        right.addWidget(self._panes, 1)
        # Below what is written: it comes while somebody types, and nothing may move under the pointer for it.
        right.addWidget(self.offer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(left, 27)
        layout.addLayout(right, 73)

    def _empty_pane(self) -> QWidget:
        pane = QWidget()
        layout = QVBoxLayout(pane)
        layout.addStretch(2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._empty)
        layout.addWidget(self._start, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        return pane

    def _connect(self) -> None:
        self.list.chosen.connect(self._go_to)
        self.list.remove_asked.connect(self.remove_current)
        self.form.status_asked.connect(self.states.ask_status)
        self.form.reopen_asked.connect(self.states.ask_reopen)
        self.form.status.versions_asked.connect(self.states.show_versions)
        self.form.committees_asked.connect(self.edit_committees)
        self.form.paper_asked.connect(self._ask_paper)
        self.form.carry_asked.connect(self.carry_matters)
        self.form.place_asked.connect(lambda id_: self.place_asked.emit(Topic.MEASURES, id_))
        self.keeping.kept.connect(self._show_kept)
        self.keeping.recovered.connect(self.recovered.say)
        self.recovered_seen.clicked.connect(lambda: self.recovered.say(""))
        self.retry_now.clicked.connect(lambda: self.keeping.save())
        self._start.clicked.connect(self.add_from_scratch)
        self.remove.clicked.connect(self.remove_current)
        self.undo_buttons.undo_asked.connect(self.undo)
        self.undo_buttons.redo_asked.connect(self.redo)
        bind("Ctrl+N", self, self.add_from_last)
        bind("Ctrl+Shift+N", self, self.add_from_scratch)
        bind("Ctrl+PgDown", self, partial(self.form.turn_page, 1))
        bind("Ctrl+PgUp", self, partial(self.form.turn_page, -1))
        bind("Ctrl+Z", self, self.undo)
        bind("Ctrl+Y", self, self.redo)

    def home(self) -> QWidget:
        return self.list

    def refresh(self) -> None:
        """Show the year's meetings; typing is saved first, and stands if it cannot be unless another year is wanted."""
        keeping = self.keeping
        if keeping.is_saving or self.photos.is_saving:
            # What was stored just now is told by `kept`, or in no list: a pause in typing must not read the year again.
            return
        if keeping.has_typing() and not keeping.save() and self._shows_year():
            return
        self._read()

    def _shows_year(self) -> bool:
        return self._surroundings is not None and self._surroundings.plan_year == self.context.years.plan_year

    def _read(self) -> None:
        keeping = self.keeping
        year = self.context.years.plan_year
        surroundings = read_surroundings(self.context, year)
        self._surroundings = surroundings
        self.measures.show(surroundings)
        found = [meeting for meeting in surroundings.meetings if meeting.plan_year == year]
        ids = [meeting.id for meeting in found]
        if keeping.current_id not in ids:
            keeping.current_id = self._first_of(year, ids)
        self._head.setText(surroundings.numerals.show(f"การประชุม ปี {year}"))
        self._empty.setText(surroundings.numerals.show(f"ยังไม่มีการประชุมของปีงบประมาณ พ.ศ. {year}"))
        self._from_last.setEnabled(bool(surroundings.meetings))
        self.list.show_meetings(found, surroundings, keeping.current_id)
        self._show_current(surroundings)

    def _first_of(self, year: FiscalYear, ids: Sequence[int]) -> int:
        """The meeting whose draft waits, else the one shown last, else the newest; 0 when the year has none."""
        wanted = (self.context.waiting.meeting_of(year), self._left.get(year, 0), *reversed(ids))
        return next((id_ for id_ in wanted if id_ in ids), 0)

    def _show_kept(self, saved: Meeting) -> None:
        """Take up what the form has just stored: its text alone is in no list and in nothing that is offered."""
        known, before = self._surroundings, self.keeping.stored
        if known is None or before is None or before.id != saved.id or _listed(before) != _listed(saved):
            self._read()
        else:
            self.keeping.show(saved, known)
            self.states.show(saved, known)

    def show_item(self, item_id: int) -> None:
        """Go to the meeting with that id, if the year has it."""
        row = self.list.records.row_of(item_id)
        if row >= 0:
            self.list.setCurrentIndex(self.list.records.index(row, 0))

    def finish_editing(self) -> None:
        """Save everything typed, as the tab is about to be left."""
        self._finish()

    def unsaved_work(self) -> str:
        """What could be neither saved nor kept as a draft, in a sentence; empty when nothing."""
        return self.keeping.unsaved_work() or self.photos.unsaved_work()

    def kept_work(self) -> str:
        """What is kept as a draft, in a sentence; empty when all is saved."""
        return self.keeping.kept_work()

    def _finish(self) -> bool:
        """Store everything typed; False when something cannot be stored."""
        captions_are_stored = self.photos.finish()
        return self.keeping.finish() and captions_are_stored

    def _turn_to(self, id_: int) -> None:
        self.keeping.current_id = id_

    def _show_current(self, surroundings: Surroundings) -> None:
        current = self.context.database.read(meetings.find_meeting, self.keeping.current_id)
        if current is not None:
            self._left[current.plan_year] = current.id
        self._panes.setCurrentIndex(0 if current is None else 1)
        self.remove.setEnabled(current is not None)
        self.keeping.show(current, surroundings)
        self.photos.show(current)
        self.states.show(current, surroundings)

    def _go_to(self, id_: int) -> None:
        if not self._finish() or self._surroundings is None:
            self.list.choose(self.keeping.current_id)
            return
        self.keeping.current_id = id_
        # Saving has shown the list anew, with the meeting chosen that is left now.
        self.list.choose(id_)
        self._show_current(self._surroundings)

    def undo(self) -> None:
        """Take the newest change back."""
        if self._finish() and (words := self.keeping.history.undo()):
            self.context.say.tell(f"เลิกทำแล้ว: {words}")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._finish() and (words := self.keeping.history.redo()):
            self.context.say.tell(f"ทำซ้ำแล้ว: {words}")

    def add_from_last(self) -> None:
        """A new meeting with the people and the place of the last one."""
        known = self._surroundings.meetings if self._surroundings is not None else ()
        self._add(last_held(known))

    def add_from_scratch(self) -> None:
        """A new meeting with an empty agenda."""
        self._add(None)

    def add_from_preset(self, preset: MeetingPreset) -> None:
        """A new meeting with the agenda of one of the year's usual four, and the people of the last one."""
        known = self._surroundings.meetings if self._surroundings is not None else ()
        self._add(last_held(known), preset)

    def _add(self, previous: MeetingHead | None, preset: MeetingPreset | None = None) -> None:
        if not self._finish():
            return
        year, today, database = self.context.years.plan_year, self.context.today(), self.context.database
        last = database.read(meetings.find_meeting, previous.id) if previous is not None else None
        new = database.write(meeting_changes.add_meeting, year, last, today=today, preset=preset)
        self.keeping.current_id = new.id
        self.refresh()
        self.keeping.note_added(new)
        self.form.show_page(self.form.head)
        self.form.head.focus_first_missing()

    def remove_current(self) -> None:
        """Remove the chosen meeting; certified minutes only after a question."""
        if not self._finish() or self.keeping.stored is None:
            return
        stored = self.keeping.stored
        if stored.status is MeetingStatus.CERTIFIED:
            which = meeting_words(stored, self._surroundings) if self._surroundings is not None else ""
            question = f"ลบการประชุม{which} ซึ่งรับรองรายงานแล้ว พร้อมฉบับที่รับรองและภาพถ่าย หรือไม่"
            self.context.say.confirm(question, lambda: self._remove(stored), danger=True, yes="ลบ")
        else:
            self._remove(stored)

    def _remove(self, meeting: Meeting) -> None:
        self.keeping.remove(meeting)
        self.context.say.tell("ลบการประชุมแล้ว กด “เลิกทำ” หากต้องการคืน")

    def _ask_paper(self, kind: DocumentKind) -> None:
        if self._finish():
            self.paper_asked.emit(kind, STANDARD_OPTIONS, self.keeping.current_id)

    def carry_matters(self) -> None:
        """Bring what is open or late into agenda 3, as far as it is not there yet."""
        if not self.keeping.finish() or self.keeping.stored is None:
            return
        before = self.keeping.stored
        today = self.context.today()
        self.keeping.make("นำเรื่องค้างเข้าวาระ", meeting_changes.carry_matters, before.id, today=today)
        if self.keeping.stored.agenda == before.agenda:
            self.context.say.tell("ไม่มีเรื่องค้างที่ยังไม่อยู่ในระเบียบวาระ")

    def edit_committees(self) -> None:
        """Open the dialog of the committees, on the one of this meeting."""
        if self._surroundings is None or not self._finish():
            return
        chosen = self.keeping.stored.committee_id if self.keeping.stored is not None else None
        CommitteeDialog(self.context, self._surroundings, chosen, self).open()


def _listed(meeting: Meeting) -> Meeting:
    """What the list, the offers and the remarks on other meetings know of a meeting."""
    agenda = tuple(AgendaItem(item.section, item.title) for item in meeting.agenda)
    return replace(meeting, agenda=agenda, closing="", photos=(), invitation=NO_INVITATION)
