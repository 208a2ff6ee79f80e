"""A meeting as rows and back: few statements, however many meetings, and only rows that changed are written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, Table, delete, func, insert, literal, select, union_all, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import AgendaItemRow, AgendaMeasureRow, AttendanceRow, MeetingRow, PhotoRow
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Attendance, Invitation, ListedMeeting, Meeting, Photo
from ita_desktop.domain.office import Signatory
from ita_desktop.services.storage import add_all, columns

T = TypeVar("T")

Photos = Mapping[int, tuple[Photo, ...]]
Values = dict[str, Any]
Person = Callable[[str, str, str], Signatory]
_LAST = 10_000
"""Where those who sign stand behind all who came."""
_MANY = 8
"""From so many changed rows on, writing the list anew costs less than changing each row."""


def load(session: Session, which: ColumnElement[bool], *, photos: bool = False) -> list[Meeting]:
    """The meetings that meet the condition, by date and number, those without a date last; pictures only if asked."""
    rows = session.execute(select(_table(MeetingRow)).where(which).order_by(*_order())).all()
    ids = select(MeetingRow.id).where(which)
    # The same people come to meeting after meeting: each is made once.
    person, attendance = cache(Signatory), cache(_attendance)
    attendances = _by_meeting(_rows(session, AttendanceRow, ids), lambda row: attendance(person, *row[2:]))
    links = _links(session, ids)
    items = _by_meeting(
        _rows(session, AgendaItemRow, ids), lambda row: _item(row, links.get((row.meeting_id, row.position), ()))
    )
    pictures = load_photos(session, ids) if photos else {}
    return [
        _meeting(row, attendances.get(row.id, ()), items.get(row.id, ()), pictures.get(row.id, ()), person)
        for row in rows
    ]


def load_heads(session: Session, which: ColumnElement[bool]) -> list[ListedMeeting]:
    """As `load`, no more of each than lists show."""
    of = _table(MeetingRow).c
    shown = [of[field.name] for field in fields(ListedMeeting)]
    return [ListedMeeting(*row) for row in session.execute(select(*shown).where(which).order_by(*_order()))]


def _order() -> tuple[ColumnElement[Any], ...]:
    of = _table(MeetingRow).c
    return of.held_on.is_(None), of.held_on, of.number, of.id


def load_people(session: Session, which: ColumnElement[bool]) -> list[Signatory]:
    """Everybody named in the meetings that meet the condition, each post once, as the latest meeting has them first."""
    held_on = func.coalesce(MeetingRow.held_on, date.max)
    attended, of = AttendanceRow, _table(MeetingRow).c
    named = union_all(
        select(attended.name, attended.post, attended.acting, held_on.label("held_on"), attended.position)
        .join(MeetingRow, MeetingRow.id == attended.meeting_id)
        .where(which),
        *(
            select(*(of[f"{part}_{word}"] for word in ("name", "post", "acting")), held_on, literal(at)).where(which)
            for part, at in (("chair", -1), ("recorder", _LAST), ("checker", _LAST + 1))
        ),
    ).subquery()
    person = (named.c.name, named.c.post, named.c.acting)
    latest = select(*person).where(named.c.name != "").group_by(*person)
    rows = session.execute(latest.order_by(func.max(named.c.held_on).desc(), func.min(named.c.position)))
    return [Signatory(*row) for row in rows]


def load_photos(session: Session, ids: Select[int]) -> Photos:
    """The photos of these meetings."""
    return _by_meeting(_rows(session, PhotoRow, ids), _photo)


def add(session: Session, meetings: Sequence[Meeting]) -> None:
    """Put meetings under the ids that they have, photos too; they are sound already."""
    # A meeting may be certified by one that stands behind it in the list: the reference is set once all are there.
    add_all(session, MeetingRow, [meeting_columns(meeting) | {"certified_by_id": None} for meeting in meetings])
    certified = [{"id": m.id, "certified_by_id": m.certified_by_id} for m in meetings if m.certified_by_id is not None]
    if certified:
        session.execute(update(MeetingRow), certified)
    add_all(session, AttendanceRow, [row for meeting in meetings for row in _attendance_rows(meeting)])
    add_all(session, AgendaItemRow, [row for meeting in meetings for row in _item_rows(meeting)])
    add_all(session, AgendaMeasureRow, [row for meeting in meetings for row in _link_rows(meeting)])
    add_all(session, PhotoRow, [row for meeting in meetings for row in _photo_rows(meeting.id, meeting.photos)])


def keep_parts(session: Session, meeting: Meeting) -> None:
    """Let the meeting have these people and this agenda; rows that say the same already are left alone."""
    _keep(session, _table(AttendanceRow), meeting.id, _attendance_rows(meeting))
    _keep(session, _table(AgendaItemRow), meeting.id, _item_rows(meeting))
    _keep_links(session, meeting)


def keep_photos(session: Session, meeting_id: int, photos: Sequence[Photo]) -> None:
    """Let the meeting have exactly these photos."""
    session.execute(delete(PhotoRow).where(PhotoRow.meeting_id == meeting_id))
    add_all(session, PhotoRow, _photo_rows(meeting_id, photos))


def _keep(session: Session, table: Table, meeting_id: int, rows: Sequence[Values]) -> None:
    """Write what differs, place by place: a row is stored under its place in the list."""
    stored = [row._asdict() for row in _stored(session, table, meeting_id)]
    here = table.c.meeting_id == meeting_id
    different = [row for row, old in zip(rows, stored, strict=False) if row != old]
    if len(different) > _MANY:
        session.execute(delete(table).where(here))
        stored, different = [], []
    elif len(stored) > len(rows):
        session.execute(delete(table).where(here, table.c.position >= len(rows)))
    for row in different:
        session.execute(update(table).where(here, table.c.position == row["position"]).values(row))
    if len(rows) > len(stored):
        session.execute(insert(table), rows[len(stored) :])


def _keep_links(session: Session, meeting: Meeting) -> None:
    table = _table(AgendaMeasureRow)
    rows = _link_rows(meeting)
    stored = [row._asdict() for row in _stored(session, table, meeting.id)]
    if _sorted(stored) != _sorted(rows):
        session.execute(delete(table).where(table.c.meeting_id == meeting.id))
        add_all(session, AgendaMeasureRow, rows)


def _sorted(links: Sequence[Values]) -> list[tuple[int, int, int]]:
    return sorted((link["item_position"], link["position"], link["measure_id"]) for link in links)


def _stored(session: Session, table: Table, meeting_id: int) -> Sequence[Row[Any]]:
    return session.execute(select(table).where(table.c.meeting_id == meeting_id).order_by(table.c.position)).all()


def _attendance_rows(meeting: Meeting) -> list[Values]:
    return [
        columns(AttendanceRow, attendance, meeting_id=meeting.id, position=n, **_person("", attendance.person))
        for n, attendance in enumerate(meeting.attendances)
    ]


def _item_rows(meeting: Meeting) -> list[Values]:
    return [
        columns(AgendaItemRow, item, meeting_id=meeting.id, position=n, tables=tuple(map(str, item.tables)))
        for n, item in enumerate(meeting.agenda)
    ]


def _link_rows(meeting: Meeting) -> list[Values]:
    return [
        {"meeting_id": meeting.id, "item_position": n, "measure_id": id_, "position": k}
        for n, item in enumerate(meeting.agenda)
        for k, id_ in enumerate(item.measure_ids)
    ]


def _photo_rows(meeting_id: int, photos: Sequence[Photo]) -> list[Values]:
    return [columns(PhotoRow, photo, meeting_id=meeting_id, position=n) for n, photo in enumerate(photos)]


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


def _table(row: type[MeetingRow | AttendanceRow | AgendaItemRow | AgendaMeasureRow | PhotoRow]) -> Table:
    assert isinstance(row.__table__, Table)
    return row.__table__


def _rows(
    session: Session, row: type[AttendanceRow | AgendaItemRow | PhotoRow], ids: Select[int]
) -> Iterable[Row[Any]]:
    """Plain rows of the table: objects of the class would cost three times as long."""
    table = _table(row)
    return session.execute(
        select(table).where(table.c.meeting_id.in_(ids)).order_by(table.c.meeting_id, table.c.position)
    )


def _links(session: Session, ids: Select[int]) -> Mapping[tuple[int, int], tuple[int, ...]]:
    table = _table(AgendaMeasureRow)
    found: dict[tuple[int, int], tuple[int, ...]] = defaultdict(tuple)
    query = select(table.c.meeting_id, table.c.item_position, table.c.measure_id).where(table.c.meeting_id.in_(ids))
    for meeting_id, place, measure_id in session.execute(query.order_by(table.c.position)):
        found[meeting_id, place] += (measure_id,)
    return found


def _by_meeting(rows: Iterable[Row[Any]], value: Callable[[Row[Any]], T]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.meeting_id].append(value(row))
    return {id_: tuple(values) for id_, values in found.items()}


def _meeting(
    row: Row[Any],
    attendances: tuple[Attendance, ...],
    agenda: tuple[AgendaItem, ...],
    photos: tuple[Photo, ...],
    person: Person,
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
        chair=person(row.chair_name, row.chair_post, row.chair_acting),
        attendances=attendances,
        agenda=agenda,
        recorder=person(row.recorder_name, row.recorder_post, row.recorder_acting),
        checker=person(row.checker_name, row.checker_post, row.checker_acting),
        status=row.status,
        certified_by_id=row.certified_by_id,
        closing=row.closing,
        photos=photos,
        invitation=_invitation_of(row, person),
        id=row.id,
    )


def _invitation_of(row: Row[Any], person: Person) -> Invitation:
    return Invitation(
        number=row.invitation_number,
        dated=row.invitation_dated,
        unit=row.invitation_unit,
        recipients=row.invitation_recipients,
        attachments=row.invitation_attachments,
        signer=person(row.invitation_signer_name, row.invitation_signer_post, row.invitation_signer_acting),
    )


def _attendance(person: Person, name: str, post: str, acting: str, *columns: Any) -> Attendance:
    """From the row's columns behind its key, in the table's order."""
    presence, role, reason, substitute_for, arrived_at, left_at = columns
    return Attendance(person(name, post, acting), presence, role, reason, substitute_for, arrived_at, left_at)


def _item(row: Row[Any], measure_ids: tuple[int, ...]) -> AgendaItem:
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
        measure_ids=measure_ids,
    )


def _photo(row: Row[Any]) -> Photo:
    return Photo(row.image, row.caption, row.original_name, row.original_sha256)
