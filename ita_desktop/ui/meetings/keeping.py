"""Keeps the record in step with the meeting form: saving by itself, undo, and drafts of what cannot be stored yet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_states import is_frozen
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes, meetings
from ita_desktop.ui.meetings.autosave import Autosave
from ita_desktop.ui.meetings.certifying import Correction
from ita_desktop.ui.meetings.draft import DraftContent
from ita_desktop.ui.meetings.drafts import Drafts
from ita_desktop.ui.meetings.unread import show_unread
from ita_desktop.ui.meetings.withheld import beside, is_free, joined, taken, with_free_parts, withheld
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
_WAITS = "ข้อความที่พิมพ์ค้างไว้ก่อนรับรองรายงานยังอยู่ครบ แต่รายงานที่รับรองแล้วแก้ไขไม่ได้ กด “เปิดแก้ไข” แล้วข้อความจะกลับมาให้ตรวจ"
_BACK = "นำข้อความที่พิมพ์ค้างไว้ก่อนรับรองรายงานกลับมาให้แล้ว โปรดตรวจอีกครั้ง"


class Keeping(QObject):
    """Knows the meeting in the form as it is stored; what the form says besides is still to be saved.

    `recovered` tells, in a sentence, that typing of an earlier run of the program was put back into the meeting that
    is shown now, or that it waits because the minutes are certified; empty when nothing was.
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
        self._is_showing = False
        self._before_step: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self._withheld = DraftContent()
        """What of the shown meeting's draft its certified minutes do not take."""
        self._waited: set[int] = set()
        """Meetings of whose drafts something was withheld since the program was started."""
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
        before = self.stored
        another = meeting is None or before is None or before.id != meeting.id
        is_turned = not another and _is_frozen(before) != _is_frozen(meeting)
        if before is not None and (another or is_turned):
            self._drafts.hold(before.id, self._content())
            self._complain("")
        self.stored, self._surroundings = meeting, surroundings
        if another or not self.is_saving:
            # What others changed, such as a measure removed in its own tab, is no step of this one.
            self._before_step = meeting
        if meeting is None:
            self._withheld = DraftContent()
            return
        self._is_showing = True
        self._form.show_meeting(meeting, surroundings)
        self._is_showing = False
        if another or is_turned:
            self._put_back(meeting, surroundings)

    def _put_back(self, meeting: Meeting, surroundings: Surroundings) -> None:
        content, sentence = self._drafts.take(meeting.id)
        self._withheld = withheld(content, meeting) if is_frozen(meeting) else DraftContent()
        if is_frozen(meeting):
            content = taken(content, meeting)
        if not content.is_empty:
            said = content.meeting if content.meeting is not None and content.meeting.id == meeting.id else meeting
            shown = replace(said, status=meeting.status, certified_by_id=meeting.certified_by_id)
            self._form.restore_unsaved(shown, surroundings, content.fields)
        if not self._withheld.is_empty:
            self._waited.add(meeting.id)
            sentence = _WAITS
        elif content.is_empty:
            sentence = ""
        elif meeting.id in self._waited:
            self._waited.remove(meeting.id)
            sentence = _BACK
        if sentence or not content.is_empty:
            # Once the page stands: what can be read now is stored, the rest is marked.
            self._settle.start()
        self.recovered.emit(sentence)

    def has_typing(self) -> bool:
        """Whether the texts say anything that is not stored."""
        return self.stored is not None and self._said(self.stored) != self.stored

    def waits_at(self, meeting: Meeting) -> bool:
        """Whether something was typed into the meeting that is stored nowhere and that certifying would freeze."""
        is_shown = self.stored is not None and self.stored.id == meeting.id
        content = self._content() if is_shown else self._drafts.waiting(meeting.id)
        return not withheld(content, meeting).is_empty

    def show_unread(self) -> None:
        """Put the caret into the first field of the shown minutes that cannot be read."""
        show_unread(self._form)

    def unsaved_work(self) -> str:
        """What is neither stored nor kept as a draft, in a sentence; empty when nothing is."""
        if self._drafts.are_kept() and (self.stored is None or self._drafts.is_kept(self.stored.id, self._content())):
            return ""
        return "ข้อความในรายงานการประชุมยังบันทึกไม่ได้"

    def kept_work(self) -> str:
        """What is kept as a draft because it cannot be stored, in a sentence; empty when all is stored."""
        if self.stored is None or self.unsaved_work():
            return ""
        if self.has_typing():
            return "ข้อความในรายงานการประชุมที่ยังบันทึกไม่ได้ โปรแกรมเก็บไว้เป็นร่างแล้ว จะกลับมาเมื่อเปิดการประชุมนั้นอีกครั้ง"
        if self._unread(self.stored):
            return "ช่องที่โปรแกรมอ่านไม่ได้ในหน้าการประชุม โปรแกรมเก็บข้อความไว้ให้แล้ว จะกลับมาเมื่อเปิดการประชุมนั้นอีกครั้ง"
        return ""

    def save(self) -> bool:
        """Store what the form says; False, with a sentence above the form, when it cannot be stored."""
        self._autosave.saved()
        refusal = self._store(self.stored, self._content()) if self.stored is not None else ""
        if refusal and self._stand_back():
            return True
        self._complain(refusal)
        return not refusal

    def _stand_back(self) -> bool:
        """Show minutes that were certified meanwhile as they are, with what was typed into them kept until they open.

        Refused again and again, the typing would let the clerk do nothing else.
        """
        before, surroundings = self.stored, self._surroundings
        found = self._context.database.read(meetings.find_meeting, before.id) if before is not None else None
        if found is None or surroundings is None or not is_frozen(found) or _is_frozen(before):
            return False
        self.show(found, surroundings)
        return True

    def _complain(self, refusal: str) -> None:
        """Say why the texts cannot be stored, and try again by itself; empty when nothing is wrong."""
        if refusal:
            self._problem.say(f"ยังบันทึกไม่ได้ ข้อความที่พิมพ์ยังอยู่ครบ: {refusal}", Tone.ERROR)
            self._retry.start()
        else:
            self._problem.say("")
            self._retry.stop()

    def _store(self, stored: Meeting, content: DraftContent) -> str:
        """Store what can be stored and keep the rest as a draft; the sentence that says why not all is stored."""
        refusal, said = "", self._said(stored)
        if said != stored:
            left = replace(content, meeting=content.meeting if self._withheld.meeting is not None else None)
            try:
                self._take_up(lambda _: left, meetings.save_meeting, said)
            except UserError as error:
                refusal = error.sentence
            else:
                return ""
        try:
            self._drafts.keep(stored.id, content)
        except UserError as error:
            return refusal or error.sentence
        return refusal

    def _content(self) -> DraftContent:
        """What the form says and the record does not."""
        if self.stored is None:
            return DraftContent()
        return joined(self._withheld, self._said(self.stored), self.stored, self._unread(self.stored))

    def _said(self, stored: Meeting) -> Meeting:
        """The stored meeting as the form says it; of certified minutes nothing but what stays free."""
        said = self._form.meeting(stored)
        return with_free_parts(stored, said) if is_frozen(stored) else said

    def _unread(self, stored: Meeting) -> dict[str, str]:
        """The texts in the form that are stored nowhere; of certified minutes those of fields that stay free."""
        texts = self._form.unsaved()
        return {key: text for key, text in texts.items() if is_free(key)} if is_frozen(stored) else texts

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
        # A text of the meeting before may lose the cursor while it is taken down: the form says neither meeting then.
        if not self._is_showing and self.save():
            self.note_step(words)

    def write(self, meeting: Meeting) -> None:
        """Store the shown meeting like this; all typing must be stored before."""
        self._take_up(self._left, meetings.save_meeting, meeting)

    def make(self, words: str, change: Callable[..., Meeting], *arguments: Any, **named: Any) -> None:
        """Let a service change the shown meeting, as one step for undo; all typing must be stored before."""
        self._take_up(self._left, change, *arguments, **named)
        self.note_step(words)

    def _left(self, changed: Meeting) -> DraftContent:
        """The draft beside the shown meeting once it is changed."""
        return beside(self._content(), self.stored or changed, changed)

    def _take_up(
        self, left: Callable[[Meeting], DraftContent], change: Callable[..., Meeting], *arguments: Any, **named: Any
    ) -> None:
        self.is_saving = True
        try:
            saved = self._drafts.change(left, change, *arguments, **named)
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
        if self.stored is not None and self.stored.id == meeting.id:
            before, content = self.stored, self._content()
        else:
            found = self._context.database.read(meetings.find_meeting, meeting.id)
            before, content = found or meeting, self._drafts.waiting(meeting.id)
        self._drafts.change(partial(beside, content, before), meeting_changes.put_meeting, meeting)
        self._before_step = self.stored

    def _take_away(self, id_: int, gone: list[RemovedMeeting]) -> None:
        gone.append(self._context.database.write(meetings.remove_meeting, id_))
        self._drafts.forget(id_)

    def _bring_back(self, gone: list[RemovedMeeting]) -> None:
        if gone:
            self.current_id = gone[-1].meeting.id
            self._context.database.write(meetings.restore_meeting, gone[-1])
            gone.pop()


def _is_frozen(meeting: Meeting | None) -> bool:
    return meeting is not None and is_frozen(meeting)
