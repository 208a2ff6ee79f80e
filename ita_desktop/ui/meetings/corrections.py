"""One correction of certified minutes, as a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.document_file import document_json
from ita_desktop.domain.meeting import MinutesVersion
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services import minutes_versions
from ita_desktop.services.documents import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.undo import History


class Corrections:
    """Knows the version that it kept, so that undo can let it go."""

    def __init__(self, context: Context, certified: Meeting, reason: str, go_to: Callable[[int], None]) -> None:
        self._context = context
        self._certified = certified
        self._reason = reason
        self._go_to = go_to
        self._kept: MinutesVersion | None = None

    def make(self, history: History) -> None:
        """Open the minutes; `UserError` without a reason or when they are not certified."""
        words = "เปิดแก้ไขรายงานการประชุมที่รับรองแล้ว"
        history.do(words, self._certified.plan_year, self._open, self._take_back)

    def _open(self) -> None:
        context, meeting = self._context, self._certified
        paper = context.database.read(
            compose,
            DocumentKind.MINUTES,
            meeting.plan_year,
            context.frameworks(),
            context.texts(),
            context.today(),
            meeting_id=meeting.id,
        )
        version = MinutesVersion(meeting.id, 0, context.today(), self._reason, document_json(paper))
        self._go_to(meeting.id)
        self._kept = context.database.write(minutes_versions.open_for_correction, version)

    def _take_back(self) -> None:
        if self._kept is not None:
            self._go_to(self._certified.id)
            by = self._certified.certified_by_id
            self._context.database.write(minutes_versions.take_back_correction, self._kept, by)
