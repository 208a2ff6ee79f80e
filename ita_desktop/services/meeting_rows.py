"""A meeting as rows and back: few statements, however many meetings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from ita_desktop.db.rows import AgendaItemRow, AgendaMeasureRow, AttendanceRow, MeetingRow, PhotoRow
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Attendance, Invitation, Meeting, Photo
from ita_desktop.domain.office import Signatory
from ita_desktop.services.storage import add_all, columns

Part = TypeVar("Part", AttendanceRow, AgendaItemRow, AgendaMeasureRow, PhotoRow)


def load(session: Session, which: ColumnElement[bool]) -> list[Meeting]:
    """The meetings that meet the condition, by date and number, those without a date last."""
    order = (MeetingRow.held_on.is_(None), MeetingRow.held_on, MeetingRow.number, MeetingRow.id)
    rows = session.scalars(select(MeetingRow).where(which).order_by(*order)).all()
    ids = select(MeetingRow.id).where(which)
    attendances = _parts(session, AttendanceRow, AttendanceRow.meeting_id, AttendanceRow.position, ids)
    items = _parts(session, AgendaItemRow, AgendaItemRow.meeting_id, AgendaItemRow.position, ids)
    links = _parts(session, AgendaMeasureRow, AgendaMeasureRow.meeting_id, AgendaMeasureRow.position, ids)
    photos = _parts(session, PhotoRow, PhotoRow.meeting_id, PhotoRow.position, ids)
    return [_meeting(row, attendances[row.id], items[row.id], links[row.id], photos[row.id]) for row in rows]


def add(session: Session, meetings: Sequence[Meeting]) -> None:
    """Put meetings under the ids that they have; they are sound already."""
    # A meeting may be certified by one that stands behind it in the list: the reference is set once all are there.
    add_all(session, MeetingRow, [meeting_columns(meeting) | {"certified_by_id": None} for meeting in meetings])
    certified = [{"id": m.id, "certified_by_id": m.certified_by_id} for m in meetings if m.certified_by_id is not None]
    if certified:
        session.execute(update(MeetingRow), certified)
    add_parts(session, meetings)


def add_parts(session: Session, meetings: Sequence[Meeting]) -> None:
    """Insert everything below the meetings' own rows."""
    attendances = [
        columns(AttendanceRow, attendance, meeting_id=m.id, position=n, **_person("", attendance.person))
        for m in meetings
        for n, attendance in enumerate(m.attendances)
    ]
    items = [
        columns(AgendaItemRow, item, meeting_id=m.id, position=n) for m in meetings for n, item in enumerate(m.agenda)
    ]
    links = [
        {"meeting_id": m.id, "item_position": n, "measure_id": id_, "position": k}
        for m in meetings
        for n, item in enumerate(m.agenda)
        for k, id_ in enumerate(item.measure_ids)
    ]
    photos = [
        columns(PhotoRow, photo, meeting_id=m.id, position=n) for m in meetings for n, photo in enumerate(m.photos)
    ]
    add_all(session, AttendanceRow, attendances)
    add_all(session, AgendaItemRow, items)
    add_all(session, AgendaMeasureRow, links)
    add_all(session, PhotoRow, photos)


def meeting_columns(meeting: Meeting) -> dict[str, object]:
    """The meeting's own row."""
    return columns(
        MeetingRow,
        meeting,
        **_person("chair_", meeting.chair),
        **_person("recorder_", meeting.recorder),
        **_person("checker_", meeting.checker),
        **_invitation(meeting.invitation),
    )


def _person(prefix: str, person: Signatory) -> dict[str, str]:
    return {f"{prefix}name": person.name, f"{prefix}post": person.post, f"{prefix}acting": person.acting}


def _invitation(invitation: Invitation) -> dict[str, object]:
    named = {f"invitation_{field.name}": getattr(invitation, field.name) for field in fields(invitation)}
    del named["invitation_signer"]
    return named | _person("invitation_signer_", invitation.signer)


def _parts(
    session: Session,
    row: type[Part],
    meeting_id: InstrumentedAttribute[int],
    position: InstrumentedAttribute[int],
    ids: Select[int],
) -> dict[int, list[Part]]:
    found: dict[int, list[Part]] = defaultdict(list)
    for part in session.scalars(select(row).where(meeting_id.in_(ids)).order_by(meeting_id, position)):
        found[part.meeting_id].append(part)
    return found


def _meeting(
    row: MeetingRow,
    attendances: Sequence[AttendanceRow],
    items: Sequence[AgendaItemRow],
    links: Sequence[AgendaMeasureRow],
    photos: Sequence[PhotoRow],
) -> Meeting:
    return Meeting(
        plan_year=row.plan_year,
        name=row.name,
        subject=row.subject,
        committee_id=row.committee_id,
        number=row.number,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        chair=Signatory(row.chair_name, row.chair_post, row.chair_acting),
        attendances=tuple(_attendance(part) for part in attendances),
        agenda=tuple(_item(part, [i.measure_id for i in links if i.item_position == part.position]) for part in items),
        recorder=Signatory(row.recorder_name, row.recorder_post, row.recorder_acting),
        checker=Signatory(row.checker_name, row.checker_post, row.checker_acting),
        status=row.status,
        certified_by_id=row.certified_by_id,
        closing=row.closing,
        photos=tuple(Photo(p.image, p.caption, p.original_name, p.original_sha256) for p in photos),
        invitation=Invitation(
            number=row.invitation_number,
            dated=row.invitation_dated,
            unit=row.invitation_unit,
            recipients=row.invitation_recipients,
            attachments=row.invitation_attachments,
            signer=Signatory(row.invitation_signer_name, row.invitation_signer_post, row.invitation_signer_acting),
        ),
        id=row.id,
    )


def _attendance(row: AttendanceRow) -> Attendance:
    return Attendance(
        person=Signatory(row.name, row.post, row.acting),
        presence=row.presence,
        role=row.role,
        reason=row.reason,
        substitute_for=row.substitute_for,
        arrived_at=row.arrived_at,
        left_at=row.left_at,
    )


def _item(row: AgendaItemRow, measure_ids: Sequence[int]) -> AgendaItem:
    return AgendaItem(
        section=row.section,
        title=row.title,
        facts=row.facts,
        discussion=row.discussion,
        resolution=row.resolution,
        owner=row.owner,
        due=row.due,
        done_on=row.done_on,
        tables=tuple(map(AgendaTable, row.tables)),
        measure_ids=tuple(measure_ids),
    )
