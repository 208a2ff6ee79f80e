"""Drafts of the meetings in the form: held in memory, and kept in the file for the next run of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_desktop.domain.meeting import MinutesDraft
from ita_desktop.errors import UserError
from ita_desktop.services import minutes_drafts
from ita_desktop.thai.dates import format_date, format_time
from ita_desktop.ui.meetings.draft import DraftContent, draft_json, parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.context import Context


class Drafts:
    """Knows which drafts this run of the program wrote, so that only older ones are told as recovered."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._held: dict[int, DraftContent] = {}
        self._in_file: dict[int, str] = {}
        """What the file holds for a meeting, empty for nothing; of meetings left out this run does not know."""

    def hold(self, meeting_id: int, content: DraftContent) -> None:
        """Remember what could not be stored while another meeting is shown."""
        self._held[meeting_id] = content

    def take(self, meeting_id: int) -> tuple[DraftContent, str]:
        """What waits for the meeting, and a sentence when an earlier run of the program left it."""
        self._context.waiting.see(meeting_id)
        held = self._held.pop(meeting_id, None)
        if held is not None:
            return held, ""
        draft = self._context.database.read(minutes_drafts.find_draft, meeting_id)
        self._in_file[meeting_id] = draft.content if draft is not None else ""
        if draft is None:
            return DraftContent(), ""
        return parse_draft(draft.content), self._recovered_words(draft)

    def waiting(self, meeting_id: int) -> DraftContent:
        """What waits for a meeting that is not shown."""
        if meeting_id in self._held:
            return self._held[meeting_id]
        draft = self._context.database.read(minutes_drafts.find_draft, meeting_id)
        return parse_draft(draft.content) if draft is not None else DraftContent()

    def keep(self, meeting_id: int, content: DraftContent) -> None:
        """Let the file hold this and nothing older; `UserError` when it cannot be written."""
        if self.is_kept(meeting_id, content):
            return
        draft = self._draft(meeting_id, content)
        if draft is None:
            self._context.database.write(minutes_drafts.remove_draft, meeting_id)
        else:
            self._context.database.write(minutes_drafts.keep_draft, draft)
        self._in_file[meeting_id] = _json(content)

    def change(
        self, left: Callable[[Meeting], DraftContent], change: Callable[..., Meeting], *arguments: Any, **named: Any
    ) -> Meeting:
        """Let a service change a meeting; `left` says what is a draft beside it then, kept with it or not at all.

        In two transactions a kill between them would leave an older draft, which would be put over the newer meeting.
        """
        held, contents = dict(self._held), DraftContent()

        def drafted(changed: Meeting) -> MinutesDraft | None:
            nonlocal contents
            contents = left(changed)
            if changed.id in self._held:
                self._held[changed.id] = contents
            return self._draft(changed.id, contents)

        try:
            write = self._context.database.write
            changed = write(minutes_drafts.change_with_draft, drafted, change, *arguments, **named)
        except UserError:
            self._held = held
            raise
        self._in_file[changed.id] = _json(contents)
        return changed

    def is_kept(self, meeting_id: int, content: DraftContent) -> bool:
        """Whether the file holds exactly this for the meeting."""
        return self._in_file.get(meeting_id) == _json(content)

    def are_kept(self) -> bool:
        """Whether the file holds whatever waits for meetings that are not shown."""
        return all(self.is_kept(id_, content) for id_, content in self._held.items())

    def forget(self, meeting_id: int) -> None:
        """The meeting is gone; should it come back, the file knows its draft."""
        self._held.pop(meeting_id, None)
        self._in_file.pop(meeting_id, None)

    def _draft(self, meeting_id: int, content: DraftContent) -> MinutesDraft | None:
        if content.is_empty:
            return None
        now = self._context.now().replace(tzinfo=None, microsecond=0)
        return MinutesDraft(meeting_id, now, draft_json(content))

    def _recovered_words(self, draft: MinutesDraft) -> str:
        when = f"{format_date(draft.kept_at.date())} เวลา {format_time(draft.kept_at.time())}"
        sentence = f"นำข้อความที่พิมพ์ค้างไว้เมื่อวันที่ {when} กลับมาให้แล้ว โปรดตรวจช่องที่มีเครื่องหมาย"
        return self._context.numerals().show(sentence)


def _json(content: DraftContent) -> str:
    return "" if content.is_empty else draft_json(content)
