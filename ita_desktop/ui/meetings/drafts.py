"""Drafts of the meetings in the form: held in memory, and kept in the file for the next run of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.meeting import MinutesDraft
from ita_desktop.services import minutes_versions
from ita_desktop.thai.dates import format_date, format_time
from ita_desktop.ui.meetings.draft import DraftContent, draft_json, parse_draft

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context


class Drafts:
    """Knows which drafts this run of the program wrote, so that only older ones are told as recovered."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._held: dict[int, DraftContent] = {}
        self._in_file: dict[int, str] = {}
        """What the file holds for a meeting, as far as this run knows."""

    def hold(self, meeting_id: int, content: DraftContent) -> None:
        """Remember what could not be stored while another meeting is shown."""
        self._held[meeting_id] = content

    def take(self, meeting_id: int) -> tuple[DraftContent, str]:
        """What waits for the meeting, and a sentence when an earlier run of the program left it."""
        held = self._held.pop(meeting_id, None)
        if held is not None:
            return held, ""
        draft = self._context.database.read(minutes_versions.find_draft, meeting_id)
        if draft is None:
            return DraftContent(), ""
        self._in_file[meeting_id] = draft.content
        return parse_draft(draft.content), self._recovered_words(draft)

    def keep(self, meeting_id: int, content: DraftContent) -> None:
        """Let the file hold this and nothing older; `UserError` when it cannot be written."""
        write, known = self._context.database.write, self._in_file.get(meeting_id)
        if content.is_empty:
            if known is not None:
                write(minutes_versions.remove_draft, meeting_id)
                del self._in_file[meeting_id]
            return
        json = draft_json(content)
        if json != known:
            now = self._context.now().replace(tzinfo=None, microsecond=0)
            write(minutes_versions.keep_draft, MinutesDraft(meeting_id, now, json))
            self._in_file[meeting_id] = json

    def forget(self, meeting_id: int) -> None:
        """The meeting is gone; should it come back, the file knows its draft."""
        self._held.pop(meeting_id, None)
        self._in_file.pop(meeting_id, None)

    def _recovered_words(self, draft: MinutesDraft) -> str:
        when = f"{format_date(draft.kept_at.date())} เวลา {format_time(draft.kept_at.time())}"
        sentence = f"นำข้อความที่พิมพ์ค้างไว้เมื่อวันที่ {when} กลับมาให้แล้ว โปรดตรวจช่องที่มีเครื่องหมาย"
        return self._context.numerals().show(sentence)
