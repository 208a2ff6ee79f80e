"""Measures that resolutions of the shown meeting make or change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.ui.meetings.measure_made import MeasureChanged, MeasureMade, change_dialog, measure_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.resolutions import MeasurePart
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.keeping import Keeping
    from ita_desktop.ui.meetings.meeting_form import MeetingForm
    from ita_desktop.ui.meetings.surroundings import Surroundings


class MeasureFlow(QObject):
    """Knows what the record offers the shown meeting; everything typed is stored before a measure is touched."""

    def __init__(self, context: Context, keeping: Keeping, form: MeetingForm, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._keeping = keeping
        self._form = form
        self._window = window
        self._surroundings: Surroundings | None = None
        form.measure_asked.connect(self.make)
        form.change_asked.connect(self.change)

    def show(self, surroundings: Surroundings) -> None:
        """Know the measures and divisions as they are now."""
        self._surroundings = surroundings

    def make(self, identity: int) -> None:
        """Make a measure of the plan year from an item's resolution, and link the two."""
        if self._keeping.finish() and self._keeping.stored is not None and self._surroundings is not None:
            meeting, position = self._keeping.stored, self._form.agenda.position_of(identity)
            measure = measure_of(meeting, position, self._surroundings.divisions)
            step = MeasureMade(self._context, meeting.id, position, measure, self._keeping.go_to)
            step.make(self._keeping.history)
            self._context.say.tell("สร้างมาตรการจากมติแล้ว กด “ไปที่มาตรการ” เพื่อเติมรายละเอียด")

    def change(self, identity: int) -> None:
        """Ask which measure of the plan an item's resolution changes, and in what."""
        if self._keeping.finish() and self._keeping.stored is not None and self._surroundings is not None:
            meeting, position = self._keeping.stored, self._form.agenda.position_of(identity)
            dialog = change_dialog(meeting, position, self._surroundings, self._window)
            dialog.given.connect(partial(self._change, meeting.id, position))
            dialog.open()

    def _change(self, meeting_id: int, position: int, measure: Measure, parts: Collection[MeasurePart]) -> None:
        step = MeasureChanged(self._context, meeting_id, position, measure, parts, self._keeping.go_to)
        step.make(self._keeping.history)
        self._context.say.tell("ปรับมาตรการตามมติแล้ว กด “ไปที่มาตรการ” เพื่อดูมาตรการ")
