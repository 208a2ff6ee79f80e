"""Certifying minutes and opening certified ones for a correction, each as a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.services import certification, meeting_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.undo import History


class Certifying:
    """Knows the minutes as they were before they were certified, so that undo puts them back."""

    def __init__(
        self,
        context: Context,
        shown: Meeting,
        before: Sequence[Meeting],
        certified: Sequence[Meeting],
        go_to: Callable[[int], None],
    ) -> None:
        """`shown` is the meeting that the clerk looks at, whose minutes need not be those that are certified."""
        self._context = context
        self._shown = shown
        self._before = before
        self._certified = certified
        self._go_to = go_to

    def make(self, words: str, history: History) -> None:
        """Certify the minutes and keep their papers."""
        history.do(words, self._shown.plan_year, self._certify, self._take_back)

    def _certify(self) -> None:
        context = self._context
        given = (context.frameworks(), context.texts(), context.today())
        self._go_to(self._shown.id)
        context.database.write(
            lambda session: [certification.certify(session, each, *given) for each in self._certified]
        )

    def _take_back(self) -> None:
        self._go_to(self._shown.id)
        self._context.database.write(
            lambda session: [meeting_changes.put_meeting(session, each) for each in self._before]
        )


class Correction:
    """Knows what it opened, so that undo lets the version stand again."""

    def __init__(self, context: Context, certified: Meeting, reason: str, go_to: Callable[[int], None]) -> None:
        self._context = context
        self._certified = certified
        self._reason = reason
        self._go_to = go_to
        self._opened: certification.Opened | None = None

    def make(self, history: History) -> None:
        """Open the minutes; `UserError` without a reason or when they are not certified."""
        words = "เปิดแก้ไขรายงานการประชุมที่รับรองแล้ว"
        history.do(words, self._certified.plan_year, self._open, self._take_back)

    def _open(self) -> None:
        context = self._context
        given = (context.frameworks(), context.texts(), context.today())
        self._go_to(self._certified.id)
        self._opened = context.database.write(
            certification.open_for_correction, self._certified.id, self._reason, *given
        )

    def _take_back(self) -> None:
        if self._opened is not None:
            self._go_to(self._certified.id)
            by = self._certified.certified_by_id
            self._context.database.write(certification.take_back_correction, self._opened, by)
