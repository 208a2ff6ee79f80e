"""The tab of a year's meetings: a list and the form of the chosen one; everything typed is saved by itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.meeting import Meeting, MeetingStatus
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes, meetings
from ita_desktop.ui.meetings.autosave import Autosave
from ita_desktop.ui.meetings.committee_dialog import CommitteeDialog
from ita_desktop.ui.meetings.meeting_form import MeetingForm
from ita_desktop.ui.meetings.meeting_list import MeetingList
from ita_desktop.ui.meetings.reading import read_surroundings
from ita_desktop.ui.meetings.surroundings import Surroundings
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.undo import History, UndoButtons
from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN, Strip
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.menus import add_entry
from ita_desktop.ui.widgets.shortcuts import bind

RETRY = 10_000
"""Milliseconds until a save that failed is tried again by itself."""


class MeetingsTab(Tab):
    """The record holds what the form shows, a pause in typing later at most."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.OFFICE, Topic.COMMITTEES, Topic.MEETINGS, Topic.MEASURES})

    def _build(self) -> None:
        self._stored: Meeting | None = None
        self._step_base: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self._current_id = 0
        self._is_saving = False
        self._unread: dict[int, dict[str, str]] = {}
        self.history = History(self.context.years, self)
        self.autosave = Autosave(self)
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self.list = MeetingList()
        self.form = MeetingForm(self.context.numerals(), self.context.today)
        self.new = QPushButton("การประชุมใหม่")
        self.remove = QPushButton("ลบ")
        self.undo_buttons = UndoButtons(self.history)
        self.problem = Strip(Tone.ERROR)
        self.retry_now = self.problem.add_button("บันทึกอีกครั้ง")
        self._head = ThaiLabel(role="head")
        self._empty = ThaiLabel()
        self._start = QPushButton("เริ่มการประชุมครั้งแรก")
        self._panes = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._menu = QMenu(self.new)
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
        right.addWidget(self._panes, 1)
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
        self.form.typed.connect(self._note_typing)
        self.form.left.connect(lambda: self._take("แก้ข้อความรายงานการประชุม"))
        self.form.changed.connect(self._take)
        self.form.status_asked.connect(self._ask_status)
        self.form.reopen_asked.connect(lambda: self._ask_reopen())
        self.form.committees_asked.connect(self.edit_committees)
        self.autosave.due.connect(self.save)
        self._retry.timeout.connect(self.save)
        self.retry_now.clicked.connect(lambda: self.save())
        self._start.clicked.connect(self.add_from_scratch)
        self.remove.clicked.connect(self.remove_current)
        self.undo_buttons.undo_asked.connect(self.undo)
        self.undo_buttons.redo_asked.connect(self.redo)
        bind("Ctrl+N", self, self.add_from_last)
        bind("Ctrl+Shift+N", self, self.add_from_scratch)
        bind("Ctrl+Z", self, self.undo)
        bind("Ctrl+Y", self, self.redo)

    # What is shown

    def refresh(self) -> None:
        """Show the year's meetings; typing that is not saved yet is saved first, and stands if it cannot be."""
        if not self._is_saving and self._has_typing():
            self.save()
            return
        year = self.context.years.plan_year
        surroundings = read_surroundings(self.context, year)
        self._surroundings = surroundings
        found = [meeting for meeting in surroundings.meetings if meeting.plan_year == year]
        ids = [meeting.id for meeting in found]
        if self._current_id not in ids:
            self._current_id = ids[-1] if ids else 0
        self._head.setText(surroundings.numerals.show(f"การประชุม ปี {year}"))
        self._empty.setText(surroundings.numerals.show(f"ยังไม่มีการประชุมของปีงบประมาณ พ.ศ. {year}"))
        self._from_last.setEnabled(bool(surroundings.meetings))
        self.list.show_meetings(found, surroundings, self._current_id)
        self._show(next((meeting for meeting in found if meeting.id == self._current_id), None))

    def _show(self, meeting: Meeting | None) -> None:
        another = meeting is None or self._stored is None or self._stored.id != meeting.id
        if another and self._stored is not None:
            self._unread[self._stored.id] = self.form.unread()
        self._stored = meeting
        self._panes.setCurrentIndex(0 if meeting is None else 1)
        self.remove.setEnabled(meeting is not None)
        if another or not self._is_saving:
            # What others changed, such as a measure removed in its own tab, is no step of this one.
            self._step_base = meeting
        if meeting is not None and self._surroundings is not None:
            self.form.show_meeting(meeting, self._surroundings)
            if another:
                self.form.restore_unread(self._unread.pop(meeting.id, {}))

    def show_item(self, item_id: int) -> None:
        """Go to the meeting with that id, if the year has it."""
        row = self.list.records.row_of(item_id)
        if row >= 0:
            self.list.setCurrentIndex(self.list.records.index(row, 0))

    def _go_to(self, id_: int) -> None:
        if not self._finish():
            self.list.choose(self._current_id)
            return
        self._current_id = id_
        # Saving has shown the list anew, with the meeting chosen that is left now.
        self.list.choose(id_)
        meetings_shown = self._surroundings.meetings if self._surroundings is not None else ()
        self._show(next((meeting for meeting in meetings_shown if meeting.id == id_), None))

    # Saving

    def save(self) -> bool:
        """Keep what the form says; False, with a sentence above the form, when it cannot be kept."""
        self.autosave.saved()
        if self._stored is None or not self._has_typing():
            self._say_saved()
            return True
        try:
            self._write(self.form.meeting(self._stored))
        except UserError as error:
            self.problem.say(f"ยังบันทึกไม่ได้ ข้อความที่พิมพ์ยังอยู่ครบ: {error.sentence}", Tone.ERROR)
            self._retry.start()
            return False
        self._say_saved()
        return True

    def finish_editing(self) -> None:
        """Save everything typed, as the tab is about to be left."""
        self._finish()

    def unsaved_work(self) -> str:
        """What could not be saved, in a sentence; empty when all is."""
        if self._has_typing():
            return "ข้อความในรายงานการประชุมยังบันทึกไม่ได้"
        return "ในหน้าการประชุมมีช่องที่กรอกแล้วโปรแกรมอ่านไม่ได้" if self._stored and self.form.unread() else ""

    def _finish(self) -> bool:
        if self._stored is None:
            return True
        self.form.commit()
        if not self.save():
            return False
        self._note_step("แก้ไขการประชุม")
        return True

    def _has_typing(self) -> bool:
        return self._stored is not None and self.form.meeting(self._stored) != self._stored

    def _write(self, meeting: Meeting) -> None:
        self._is_saving = True
        try:
            saved = self.context.database.write(meetings.save_meeting, meeting)
        finally:
            self._is_saving = False
        if self._stored is not None and self._stored.id == saved.id:
            self._stored = saved

    def _say_saved(self) -> None:
        self._retry.stop()
        self.problem.say("")

    def _note_typing(self) -> None:
        self.autosave.typed()

    def _take(self, words: str) -> None:
        if self.save():
            self._note_step(words)

    # Undo

    def _note_step(self, words: str) -> None:
        before, after = self._step_base, self._stored
        self._step_base = after
        if before is not None and after is not None and before != after:
            self.history.do(words, after.plan_year, partial(self._put, after), partial(self._put, before))

    def _put(self, meeting: Meeting) -> None:
        if meeting == self._stored:
            return
        self._current_id = meeting.id
        self.context.database.write(meeting_changes.put_meeting, meeting)
        self._step_base = self._stored

    def undo(self) -> None:
        """Take the newest change back."""
        if self._finish() and (words := self.history.undo()):
            self.context.say.tell(f"เลิกทำแล้ว: {words}")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._finish() and (words := self.history.redo()):
            self.context.say.tell(f"ทำซ้ำแล้ว: {words}")

    # Meetings

    def add_from_last(self) -> None:
        """A new meeting with the people and the place of the last one."""
        known = self._surroundings.meetings if self._surroundings is not None else ()
        self._add(known[-1] if known else None)

    def add_from_scratch(self) -> None:
        """A new meeting with an empty agenda."""
        self._add(None)

    def _add(self, previous: Meeting | None) -> None:
        if not self._finish():
            return
        year = self.context.years.plan_year
        new = self.context.database.write(meeting_changes.add_meeting, year, previous)
        self._current_id = new.id
        self.refresh()
        gone: list[Meeting] = []
        self.history.do("เพิ่มการประชุม", year, partial(self._bring_back, gone), partial(self._take_away, new.id, gone))
        self.form.show_page(0)
        self.form.head.name.setFocus()

    def remove_current(self) -> None:
        """Remove the chosen meeting; certified minutes only after a question."""
        if self._stored is None or not self._finish():
            return
        stored = self._stored
        if stored.status is MeetingStatus.CERTIFIED:
            question = "รายงานการประชุมนี้รับรองแล้ว ต้องการลบหรือไม่"
            self.context.say.confirm(question, lambda: self._remove(stored.id), danger=True, yes="ลบ")
        else:
            self._remove(stored.id)

    def _remove(self, id_: int) -> None:
        year = self.context.years.plan_year
        gone: list[Meeting] = []
        self.history.do("ลบการประชุม", year, partial(self._take_away, id_, gone), partial(self._bring_back, gone))
        self.context.say.tell("ลบการประชุมแล้ว กด “เลิกทำ” หากต้องการคืน")

    def _take_away(self, id_: int, gone: list[Meeting]) -> None:
        gone.append(self.context.database.write(meetings.remove_meeting, id_))

    def _bring_back(self, gone: list[Meeting]) -> None:
        if gone:
            self._current_id = gone[-1].id
            self.context.database.write(meetings.restore_meeting, gone[-1])
            gone.pop()

    def _ask_status(self, wanted: Meeting) -> None:
        if self._stored is None:
            return
        if self._stored.status is MeetingStatus.CERTIFIED and wanted.status is not MeetingStatus.CERTIFIED:
            self._ask_reopen(wanted.status)
        else:
            self._set_status(wanted.status, wanted.certified_by_id)

    def _ask_reopen(self, status: MeetingStatus = MeetingStatus.CHECKED) -> None:
        question = "รายงานการประชุมนี้รับรองแล้ว ต้องการเปิดแก้ไขอีกครั้งหรือไม่ หลังแก้ไขต้องรับรองใหม่"
        self.context.say.confirm(question, lambda: self._set_status(status, None), yes="เปิดแก้ไข")

    def _set_status(self, status: MeetingStatus, certified_by_id: int | None) -> None:
        if not self._finish() or self._stored is None:
            return
        self._write(replace(self._stored, status=status, certified_by_id=certified_by_id))
        self._note_step("เปลี่ยนสถานะรายงานการประชุม")

    def edit_committees(self) -> None:
        """Open the dialog of the committees, on the one of this meeting."""
        if self._surroundings is None or not self._finish():
            return
        chosen = self._stored.committee_id if self._stored is not None else None
        dialog = CommitteeDialog(self.context, self._surroundings, chosen, self)
        dialog.open()
