"""What a clerk does to the rows of the measures table; every change is saved at once and can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.measure import Measure
from ita_desktop.errors import UserError
from ita_desktop.ui.measures.changes import MeasureChanges, moved_ids
from ita_desktop.ui.measures.columns import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.filter_bar import FilterBar
    from ita_desktop.ui.measures.table_view import MeasuresTable
    from ita_desktop.ui.undo import History


class PlanEditing(QObject):
    """Knows the table, its changes and their history; what is kept, the header says.

    `closing_asked` carries a measure as it is stored and the closed status that the clerk chose for it, which
    needs a result first; `removed` carries the ids of measures that are gone.
    """

    removed = Signal(list)
    closing_asked = Signal(Measure, object)

    def __init__(
        self, context: Context, table: MeasuresTable, filters: FilterBar, history: History, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._model = table.records
        self._filters = filters
        self._history = history
        self._just_added = 0
        self.changes = MeasureChanges(context.database, history)

    def save(self, measure: Measure) -> None:
        """Save an edited cell; its editor stays open when that fails, a closed status asks for its result first."""
        stored = self._stored(measure.id)
        if stored is not None and measure.status.is_closed and stored.status is not measure.status:
            self._table.note_saving(done=True)
            self.closing_asked.emit(stored, measure.status)
            return
        try:
            self.changes.edit(measure)
        except UserError as error:
            self._table.note_saving(done=False)
            self._context.say.error(error)
            return
        self._table.note_saving(done=True)
        self._just_added = 0

    def save_details(self, measure: Measure) -> None:
        """Save a field of the details."""
        self.changes.edit(measure)

    def add(self) -> None:
        """Store a new measure below the current one and begin to type its text."""
        self._table.finish_editing()
        self._filters.search.clear()
        current = self._table.current()
        place = current.position + 1 if current is not None and self._model.rows_can_move else 0
        measure = self._filters.preset(Measure(self._context.years.plan_year, position=place))
        accepts = self._filters.accepts()
        if accepts is not None and not accepts(measure):
            self._filters.clear()
        added = self.changes.add(measure)
        self._just_added = added
        self._table.go_to(added, TEXT, edit=True)

    def add_all(self, new: Sequence[Measure], words: str) -> list[int]:
        """Store measures from elsewhere below the current one, in one step, and select them."""
        self._table.finish_editing()
        self._filters.clear()
        current = self._table.current()
        if new and current is not None and self._model.rows_can_move:
            new = [replace(new[0], position=current.position + 1), *new[1:]]
        ids = self.changes.add_all(new, words)
        self._table.select_measures(ids)
        self._table.setFocus()
        return ids

    def copy(self) -> None:
        """Store copies behind the selected measures."""
        self._table.finish_editing()
        copies = self.changes.copy(self._table.selected())
        if copies:
            self._table.select_measures(copies)

    def change_all(self, ids: Sequence[int], change: Callable[[Measure], Measure], words: str) -> None:
        """Make one change of several measures in one step; where one of them forbids it, none is changed."""
        try:
            self.changes.edit_all(ids, change, words)
        except UserError as error:
            self._context.say.error(error)
            return
        self._context.say.tell(self._show(f"{words}แล้ว กดเลิกทำ (Ctrl+Z) หากต้องการกลับไปเป็นเดิม"))

    def remove(self) -> None:
        """Remove the selected measures with what hangs on them."""
        self._table.finish_editing()
        chosen = self._table.selected()
        if not chosen:
            return
        row = self._model.row_of(chosen[0].id)
        self.changes.remove(chosen)
        self.removed.emit([measure.id for measure in chosen])
        self._context.say.tell(self._show(f"ลบ {len(chosen)} มาตรการแล้ว กดเลิกทำ (Ctrl+Z) หากต้องการนำกลับมา"))
        if self._model.rowCount():
            self._table.select_measures([self._model.record(min(row, self._model.rowCount() - 1)).id])
        self._table.setFocus()

    def move(self, rows: int) -> None:
        """Move the selected measures up (−1) or down (1)."""
        if not self._model.rows_can_move:
            self._context.say.tell("เลื่อนลำดับได้เมื่อแสดงทุกมาตรการตามลำดับเดิม กด “แสดงทั้งหมด” หรือหัวตาราง “ที่” ก่อน")
            return
        places = [self._model.row_of(measure.id) for measure in self._table.selected()]
        if places:
            self.drop(max(0, places[0] - 1) if rows < 0 else min(self._model.rowCount(), places[-1] + 2))

    def drop(self, before: int) -> None:
        """Let the selected measures stand before the row in sight; the others keep their order and their groups."""
        chosen = self._table.selected()
        picked = {measure.id for measure in chosen}
        shown = self._model.shown()
        behind = next((measure for measure in shown[before:] if measure.id not in picked), None)
        ahead = next((measure for measure in reversed(shown[:before]) if measure.id not in picked), None)
        if behind is not None and self._is_one_group(behind, chosen):
            place = self._model.place_of(behind.id)
        elif ahead is not None and self._is_one_group(ahead, chosen):
            place = self._model.place_of(ahead.id) + 1
        else:
            self._context.say.tell("ขณะจัดกลุ่ม เลื่อนลำดับได้ภายในกลุ่มเดียวกัน เลือก “ไม่จัดกลุ่ม” ในมุมมองเพื่อเลื่อนข้ามกลุ่ม")
            return
        ids = [measure.id for measure in self._model.records()]
        self._table.finish_editing()
        self.changes.move(self._context.years.plan_year, moved_ids(ids, list(picked), place))
        self._table.scrollTo(self._table.currentIndex())

    def _is_one_group(self, neighbour: Measure, chosen: Sequence[Measure]) -> bool:
        group = self._model.group_of(neighbour)
        return all(self._model.group_of(measure) == group for measure in chosen)

    def undo(self) -> None:
        """Take the newest change back."""
        self._table.finish_editing()
        if self._history.undo():
            self._show_touched()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._table.finish_editing()
        if self._history.redo():
            self._show_touched()

    def note_editing_ended(self, measure_id: int, taken_back: bool) -> None:
        """Esc right after “add” means: no new measure after all."""
        if measure_id == self._just_added and taken_back:
            QTimer.singleShot(0, self, self._take_added_back)
        elif not taken_back:
            self._just_added = 0

    def _take_added_back(self) -> None:
        if self._just_added and self._table.open_editor() is None:
            self._just_added = 0
            self._history.undo()

    def _show_touched(self) -> None:
        if self.changes.touched:
            self._table.select_measures(list(self.changes.touched))

    def _stored(self, id_: int) -> Measure | None:
        known = self.changes.measures(self._context.years.plan_year)
        return next((measure for measure in known if measure.id == id_), None)

    def _show(self, text: str) -> str:
        return self._context.numerals().show(text)
