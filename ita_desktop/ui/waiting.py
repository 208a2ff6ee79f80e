"""Drafts of minutes that earlier runs of the program left, until the clerk has seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.waiting_draft import WaitingDraft


class Waiting(QObject):
    """Knows which of them were not shown yet, the one written last first; `changed` tells that one was."""

    changed = Signal()

    def __init__(self, drafts: Sequence[WaitingDraft] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = tuple(drafts)

    @property
    def drafts(self) -> tuple[WaitingDraft, ...]:
        """Those not seen yet."""
        return self._drafts

    def meeting_of(self, plan_year: FiscalYear) -> int:
        """The meeting of the year whose draft was written last; 0 when none of the year waits."""
        return next((draft.meeting_id for draft in self._drafts if draft.plan_year == plan_year), 0)

    def see(self, meeting_id: int) -> None:
        """The meeting is shown with its draft, or is gone."""
        left = tuple(draft for draft in self._drafts if draft.meeting_id != meeting_id)
        if left != self._drafts:
            self._drafts = left
            self.changed.emit()
