"""What a clerk does to follow-ups, each as one step whose undo leaves the file as it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ita_desktop.db.database import Database
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure, Progress
from ita_desktop.services import follow_ups
from ita_desktop.services.follow_ups import FollowUps
from ita_desktop.ui.undo import History


class FollowUpChanges(QObject):
    """Records and removes follow-ups; `touched` tells whose were undone or made again, to show that measure."""

    touched = Signal(int)

    def __init__(self, database: Database, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._history = history

    def record(self, measure: Measure, entry: Progress) -> None:
        """Keep a new or edited follow-up; `UserError` when it may not be kept."""
        words = "เพิ่มการติดตาม" if entry.id == NEW else "แก้ไขการติดตาม"
        self._do(words, measure, lambda: self._database.write(follow_ups.record_progress, entry))

    def remove(self, measure: Measure, entry: Progress) -> None:
        """Remove a follow-up."""
        self._do("ลบการติดตาม", measure, lambda: self._database.write(follow_ups.remove_progress, entry.id))

    def _do(self, words: str, measure: Measure, work: Callable[[], object]) -> None:
        before = self._database.read(follow_ups.follow_ups_of, measure.id)
        after: list[FollowUps] = []

        def forth() -> None:
            if after:
                self._put(after[0])
            else:
                work()
                after.append(self._database.read(follow_ups.follow_ups_of, measure.id))

        self._history.do(words, measure.plan_year, forth, lambda: self._put(before))

    def _put(self, state: FollowUps) -> None:
        self._database.write(follow_ups.put_back, state)
        self.touched.emit(state.measure_id)
