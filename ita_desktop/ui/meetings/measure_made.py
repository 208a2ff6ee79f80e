"""A measure made from a resolution, as a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.resolutions import measure_from_resolution
from ita_desktop.errors import UserError
from ita_desktop.services import measures, resolutions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.meeting import Meeting
    from ita_desktop.domain.office import Division
    from ita_desktop.services.measures import RemovedMeasures
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.undo import History

NO_RESOLUTION = "ยังไม่มีมติที่ประชุมให้สร้างมาตรการ โปรดพิมพ์มติก่อน แล้วกดอีกครั้ง"


def measure_of(meeting: Meeting, position: int, divisions: Sequence[Division]) -> Measure:
    """The unsaved measure of the plan year that the item's resolution sets; `UserError` where nothing was resolved."""
    item = meeting.agenda[position]
    if not item.resolution:
        raise UserError(NO_RESOLUTION)
    return measure_from_resolution(item, meeting.plan_year, divisions, held_on=meeting.held_on)


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
