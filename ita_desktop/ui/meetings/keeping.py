"""Keeps the record in step with the meeting form: saving by itself, undo, and drafts of what cannot be stored yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.meeting import Meeting
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes, meetings
from ita_desktop.ui.meetings.autosave import Autosave
from ita_desktop.ui.meetings.certifying import Correction
from ita_desktop.ui.meetings.draft import DraftContent
from ita_desktop.ui.meetings.drafts import Drafts
from ita_desktop.ui.undo import History
from ita_desktop.ui.widgets.mark_icon import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.meetings import RemovedMeeting
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.meeting_form import MeetingForm
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.cards import Strip

RETRY = 10_000
"""Milliseconds until a save that failed is tried again by itself."""


class Keeping(QObject):
    """Knows the meeting in the form as it is stored; what the form says besides is still to be saved.

    `recovered` tells, in a sentence, that typing of an earlier run of the program was put back.
    """

    recovered = Signal(str)
    kept = Signal(Meeting)
    """The meeting as it was stored just now, while `is_saving`."""

    def __init__(self, context: Context, form: MeetingForm, problem: Strip, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._form = form
        self._problem = problem
        self.stored: Meeting | None = None
        self.current_id = 0
        """The meeting that is to be shown; the stored one is it as soon as it has been read."""
        self.is_saving = False
        """Whether the news that comes now is of the form's own making."""
        self._before_step: Meeting | None = None
        self._drafts = Drafts(context)
        self.history = History(context.years, self)
        self._autosave = Autosave(self)
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._settle = QTimer(self, singleShot=True, interval=0)
        form.typed.connect(self._autosave.typed)
        form.left.connect(partial(self.take, "แก้ข้อความรายงานการประชุม"))
        form.changed.connect(self.take)
        self._autosave.due.connect(self.save)
        self._retry.timeout.connect(self.save)
        self._settle.timeout.connect(self.finish)

    def show(self, meeting: Meeting | None, surroundings: Surroundings) -> None:
        """Show the meeting as it is stored now; what was typed into it and could not be stored comes back with it."""
        another = meeting is None or self.stored is None or self.stored.id != meeting.id
        if another and self.stored is not None:
            self._drafts.hold(self.stored.id, self._content(is_stored=True))
        self.stored = meeting
        if another or not self.is_saving:
            # What others changed, such as a measure removed in its own tab, is no step of this one.
            self._before_step = meeting
        if meeting is None:
            return
        self._form.show_meeting(meeting, surroundings)
        if another:
            self._put_back(meeting, surroundings)

    def _put_back(self, meeting: Meeting, surroundings: Surroundings) -> None:
        content, sentence = self._drafts.take(meeting.id)
        if content.is_empty:
            return
        shown = content.meeting if content.meeting is not None and content.meeting.id == meeting.id else meeting
        self._form.restore_unsaved(shown, surroundings, content.fields)
        # Once the page stands: what can be read now is stored, the rest is marked.
        self._settle.start()
        if sentence:
            self.recovered.emit(sentence)

    def has_typing(self) -> bool:
        """Whether the texts say anything that is not stored."""
        return self.stored is not None and self._form.meeting(self.stored) != self.stored

    def unsaved_work(self) -> str:
        """What could not be saved, in a sentence; empty when all is."""
        if self.has_typing():
            return "ข้อความในรายงานการประชุมยังบันทึกไม่ได้"
        if self.stored is not None and self._form.unsaved():
            return "ในหน้าการประชุมมีช่องที่กรอกแล้วโปรแกรมอ่านไม่ได้ ข้อความนั้นจะกลับมาเมื่อเปิดการประชุมนี้อีกครั้ง"
        return ""

    def save(self) -> bool:
        """Store what the form says; False, with a sentence above the form, when it cannot be stored."""
        self._autosave.saved()
        refusal = self._store()
        try:
            if self.stored is not None:
                self._drafts.keep(self.stored.id, self._content(is_stored=not refusal))
        except UserError as error:
            refusal = refusal or error.sentence
        if refusal:
            self._problem.say(f"ยังบันทึกไม่ได้ ข้อความที่พิมพ์ยังอยู่ครบ: {refusal}", Tone.ERROR)
            self._retry.start()
            return False
        self._retry.stop()
        self._problem.say("")
        return True

    def _store(self) -> str:
        """Store the texts; the sentence that says why they cannot be stored, or empty."""
        if self.stored is not None and self.has_typing():
            try:
                self.write(self._form.meeting(self.stored))
            except UserError as error:
                return error.sentence
        return ""

    def _content(self, *, is_stored: bool) -> DraftContent:
        meeting = None if is_stored or self.stored is None else self._form.meeting(self.stored)
        return DraftContent(self._form.unsaved(), meeting)

    def finish(self) -> bool:
        """Store everything typed, half-typed lines too; False when something cannot be stored."""
        if self.stored is None:
            return True
        self._settle.stop()
        self._form.commit()
        if not self.save():
            return False
        self.note_step("แก้ไขการประชุม")
        return True

    def take(self, words: str) -> None:
        """Store a change that the clerk has finished, and remember it for undo."""
        if self.save():
            self.note_step(words)

    def write(self, meeting: Meeting) -> None:
        """Store the shown meeting like this."""
        self._take_up(meetings.save_meeting, meeting)

    def make(self, words: str, change: Callable[..., Meeting], *arguments: Any, **named: Any) -> None:
        """Let a service change the shown meeting, as one step for undo; all typing must be stored before."""
        self._take_up(change, *arguments, **named)
        self.note_step(words)

    def _take_up(self, change: Callable[..., Meeting], *arguments: Any, **named: Any) -> None:
        self.is_saving = True
        try:
            saved = self._context.database.write(change, *arguments, **named)
            self.kept.emit(saved)
        finally:
            self.is_saving = False
        if self.stored is not None and self.stored.id == saved.id:
            self.stored = saved

    def note_step(self, words: str) -> None:
        """Remember what was changed since the last step, if anything."""
        before, after = self._before_step, self.stored
        self._before_step = after
        if before is not None and after is not None and before != after:
            self.history.do(words, after.plan_year, partial(self._put, after), partial(self._put, before))

    def note_added(self, meeting: Meeting) -> None:
        """Remember that the meeting was made just now."""
        gone: list[RemovedMeeting] = []
        forth, back = partial(self._bring_back, gone), partial(self._take_away, meeting.id, gone)
        self.history.do("เพิ่มการประชุม", meeting.plan_year, forth, back)

    def remove(self, meeting: Meeting) -> None:
        """Remove a meeting; `UserError` names what still rests on it."""
        gone: list[RemovedMeeting] = []
        forth, back = partial(self._take_away, meeting.id, gone), partial(self._bring_back, gone)
        self.history.do("ลบการประชุม", meeting.plan_year, forth, back)

    def open_for_correction(self, reason: str) -> None:
        """Keep the certified minutes with the reason and open them for changes; one step for undo."""
        if self.stored is not None and self.finish():
            Correction(self._context, self.stored, reason, self.go_to).make(self.history)

    def go_to(self, id_: int) -> None:
        """Let that meeting be shown as soon as it is read."""
        self.current_id = id_

    def _put(self, meeting: Meeting) -> None:
        if meeting == self.stored:
            return
        self.current_id = meeting.id
        self._context.database.write(meeting_changes.put_meeting, meeting)
        self._before_step = self.stored

    def _take_away(self, id_: int, gone: list[RemovedMeeting]) -> None:
        gone.append(self._context.database.write(meetings.remove_meeting, id_))
        self._drafts.forget(id_)

    def _bring_back(self, gone: list[RemovedMeeting]) -> None:
        if gone:
            self.current_id = gone[-1].meeting.id
            self._context.database.write(meetings.restore_meeting, gone[-1])
            gone.pop()
