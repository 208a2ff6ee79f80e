"""A measure made or changed by a resolution, each as a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.resolutions import measure_from_resolution
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meetings, resolutions
from ita_desktop.ui.meetings.measure_change_dialog import MeasureChangeDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.domain.office import Division
    from ita_desktop.domain.resolutions import MeasurePart
    from ita_desktop.services.measures import RemovedMeasures
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.undo import History

NO_RESOLUTION = "ยังไม่มีมติที่ประชุมให้สร้างมาตรการ โปรดพิมพ์มติก่อน แล้วกดอีกครั้ง"
NO_CHANGE = "ยังไม่มีมติที่ประชุมให้ปรับมาตรการ โปรดพิมพ์มติ ผู้รับผิดชอบ หรือกำหนดแล้วเสร็จก่อน แล้วกดอีกครั้ง"
NO_MEASURES = "ปีนี้ยังไม่มีมาตรการให้ปรับ กด “สร้างมาตรการจากมติ” แทน"


def measure_of(meeting: Meeting, position: int, divisions: Sequence[Division]) -> Measure:
    """The unsaved measure of the plan year that the item's resolution sets; `UserError` where nothing was resolved."""
    item = meeting.agenda[position]
    if not item.resolution:
        raise UserError(NO_RESOLUTION)
    return measure_from_resolution(item, meeting.plan_year, divisions, held_on=meeting.held_on)


def change_dialog(meeting: Meeting, position: int, surroundings: Surroundings, parent: QWidget) -> MeasureChangeDialog:
    """The question what the item's resolution changes; `UserError` where it says nothing or there is no measure."""
    item = meeting.agenda[position]
    if not (item.resolution or item.owner or item.due):
        raise UserError(NO_CHANGE)
    if not surroundings.measures:
        raise UserError(NO_MEASURES)
    return MeasureChangeDialog(
        item, surroundings.measures, surroundings.divisions, meeting.held_on, surroundings.numerals, parent
    )


class MeasureMade:
    """Knows what undo took away, so that redo brings the same measure back with its link."""

    def __init__(
        self, context: Context, meeting_id: int, position: int, measure: Measure, go_to: Callable[[int], None]
    ) -> None:
        self._context = context
        self._meeting_id = meeting_id
        self._position = position
        self._measure = measure
        self._go_to = go_to
        self._made_id = 0
        self._taken: RemovedMeasures | None = None

    def make(self, history: History) -> None:
        """Add the measure and link it; `UserError` when either cannot be."""
        history.do("สร้างมาตรการจากมติ", self._measure.plan_year, self._forth, self._back)

    def _forth(self) -> None:
        self._go_to(self._meeting_id)
        write = self._context.database.write
        if self._taken is not None:
            write(measures.restore_measures, self._taken)
        else:
            made = write(resolutions.add_measure, self._meeting_id, self._position, self._measure)
            self._made_id = made.id

    def _back(self) -> None:
        self._go_to(self._meeting_id)
        self._taken = self._context.database.write(measures.remove_measures, [self._made_id])


class MeasureChanged:
    """Knows what the measure and the meeting were before, so that undo puts both back."""

    def __init__(
        self,
        context: Context,
        meeting_id: int,
        position: int,
        measure: Measure,
        parts: Collection[MeasurePart],
        go_to: Callable[[int], None],
    ) -> None:
        self._context = context
        self._position = position
        self._measure = measure
        self._parts = parts
        self._go_to = go_to
        self._meeting = context.database.read(meetings.get_meeting, meeting_id)
        self._before = self._after = measure

    def make(self, history: History) -> None:
        """Change the measure and link it; `UserError` when either cannot be."""
        history.do("ปรับมาตรการตามมติ", self._measure.plan_year, self._forth, self._back)

    def _forth(self) -> None:
        self._go_to(self._meeting.id)
        change = (self._meeting.id, self._position, self._measure, self._parts)
        self._before, self._after = self._context.database.write(resolutions.change_measure, *change)

    def _back(self) -> None:
        self._go_to(self._meeting.id)
        self._context.database.write(resolutions.take_back_change, self._meeting, self._before, self._after)
