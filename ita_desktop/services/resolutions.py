"""What comes of a resolution: the measures that it set, and the day on which it was carried out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ita_desktop.db.rows import AgendaMeasureRow, MeetingRow
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.meeting_states import is_frozen
from ita_desktop.domain.resolutions import MeasurePart, parts_changed, with_parts
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_rows, meetings
from ita_desktop.services.measures import find_measures, save_measure
from ita_desktop.services.meeting_changes import put_meeting

_GONE = "เรื่องนี้ไม่มีในระเบียบวาระแล้ว เปิดการประชุมดูอีกครั้ง"
_MEASURE_GONE = "มาตรการที่เลือกถูกลบไปแล้ว เลือกมาตรการใหม่"
_LINKS_FROZEN = "รายงานการประชุมนี้รับรองแล้ว จึงผูกมาตรการเพิ่มไม่ได้ ให้ผูกในระเบียบวาระที่ ๓ ของการประชุมครั้งต่อไป"


@dataclass(frozen=True, slots=True)
class ResolutionPlace:
    """An agenda item that names a measure; `position` is its place in the meeting's agenda."""

    meeting: Meeting
    position: int

    @property
    def item(self) -> AgendaItem:
        """The agenda item itself."""
        return self.meeting.agenda[self.position]


def add_measure(session: Session, meeting_id: int, position: int, measure: Measure) -> Measure:
    """Keep the measure and link it with the agenda item at that place; `UserError` when either cannot be."""
    saved = save_measure(session, measure)
    link_measure(session, meeting_id, position, saved.id)
    return saved


def change_measure(
    session: Session, meeting_id: int, position: int, measure: Measure, parts: Collection[MeasurePart]
) -> tuple[Measure, Measure]:
    """Let a stored measure have these parts of `measure`, and link it with the agenda item.

    Gives it as it was before and as it is now. `UserError` when it is gone, or in certified minutes not naming it.
    """
    found = find_measures(session, [measure.id])
    if not found:
        raise UserError(_MEASURE_GONE)
    saved = save_measure(session, with_parts(found[0], measure, parts))
    link_measure(session, meeting_id, position, measure.id)
    return found[0], saved


def take_back_change(session: Session, meeting: Meeting, before: Measure, after: Measure) -> None:
    """Undo `change_measure`, and put the meeting back as it was.

    A part that somebody changed since stays as it is, and so does a measure that was removed.
    """
    for found in find_measures(session, [before.id]):
        untouched = set(parts_changed(before, after)) - set(parts_changed(after, found))
        save_measure(session, with_parts(found, before, untouched))
    put_meeting(session, meeting)


def link_measure(session: Session, meeting_id: int, position: int, measure_id: int) -> Meeting:
    """Let the agenda item name the measure; `UserError` in certified minutes, whose paper would change."""
    return _with_item(session, meeting_id, position, lambda item: _linked(item, measure_id))


def unlink_measure(session: Session, meeting_id: int, position: int, measure_id: int) -> Meeting:
    """Let the agenda item name the measure no more; `UserError` in certified minutes."""
    return _with_item(session, meeting_id, position, lambda item: _unlinked(item, measure_id))


def mark_done(session: Session, meeting_id: int, position: int, done_on: date | None) -> Meeting:
    """Note when the resolution was carried out, None while it is open; in certified minutes too."""
    return _with_item(session, meeting_id, position, lambda item: replace(item, done_on=done_on))


def resolutions_of(session: Session, measure_id: int) -> tuple[ResolutionPlace, ...]:
    """The agenda items that name the measure, by date of their meetings."""
    linked = select(AgendaMeasureRow.meeting_id).where(AgendaMeasureRow.measure_id == measure_id)
    return tuple(
        ResolutionPlace(meeting, position)
        for meeting in meeting_rows.load(session, MeetingRow.id.in_(linked))
        for position, item in enumerate(meeting.agenda)
        if measure_id in item.measure_ids
    )


def _with_item(session: Session, meeting_id: int, position: int, change: Callable[[AgendaItem], AgendaItem]) -> Meeting:
    found = meeting_rows.load(session, MeetingRow.id == meeting_id)
    if not found or not 0 <= position < len(found[0].agenda):
        raise UserError(_GONE)
    meeting = found[0]
    agenda = list(meeting.agenda)
    agenda[position] = change(agenda[position])
    if is_frozen(meeting) and agenda[position].measure_ids != meeting.agenda[position].measure_ids:
        raise UserError(_LINKS_FROZEN)
    return meetings.save_meeting(session, replace(meeting, agenda=tuple(agenda)))


def _linked(item: AgendaItem, measure_id: int) -> AgendaItem:
    is_linked = measure_id in item.measure_ids
    return item if is_linked else replace(item, measure_ids=(*item.measure_ids, measure_id))


def _unlinked(item: AgendaItem, measure_id: int) -> AgendaItem:
    return replace(item, measure_ids=tuple(id_ for id_ in item.measure_ids if id_ != measure_id))
