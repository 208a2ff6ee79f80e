"""Meetings from agenda to minutes, each kept and loaded as one whole."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, func, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import (
    AgendaItemRow,
    AttendanceRow,
    CommitteeRow,
    IssuedDocumentRow,
    MeasureRow,
    MeetingRow,
    PhotoRow,
)
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Meeting, number_year
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_rows
from ita_desktop.services.committees import list_committees, remove_committee, save_committee
from ita_desktop.services.office import find_office
from ita_desktop.services.storage import missing_ids, replace_children, store
from ita_desktop.services.tidy import tidied

__all__ = [
    "checked_meeting",
    "get_meeting",
    "list_all_meetings",
    "list_committees",
    "list_meetings",
    "next_number",
    "remove_committee",
    "remove_meeting",
    "restore_meeting",
    "save_committee",
    "save_meeting",
]

_GONE = "การประชุมนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง"


def list_meetings(session: Session, plan_year: FiscalYear) -> list[Meeting]:
    """The year's meetings by date and number, those without a date last."""
    return meeting_rows.load(session, MeetingRow.plan_year == plan_year)


def list_all_meetings(session: Session) -> list[Meeting]:
    """The meetings of every year, in the same order."""
    return meeting_rows.load(session, true())


def get_meeting(session: Session, id_: int) -> Meeting:
    """One meeting; `UserError` when it is gone."""
    found = meeting_rows.load(session, MeetingRow.id == id_)
    if not found:
        raise UserError(_GONE)
    return found[0]


def save_meeting(session: Session, meeting: Meeting) -> Meeting:
    """Keep the whole meeting; `UserError` for an end before the start or a reference to something removed."""
    meeting = checked_meeting(meeting)
    _check_references(session, meeting)
    saved = replace(meeting, id=store(session, MeetingRow, meeting_rows.meeting_columns(meeting), _GONE))
    for row, of_meeting in _PARTS:
        replace_children(session, row, of_meeting == saved.id, [])
    meeting_rows.add_parts(session, [saved])
    return saved


def checked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is kept."""
    meeting = tidied(meeting)
    if meeting.number is not None and meeting.number < 1:
        raise UserError("ครั้งที่ประชุมต้องเป็นเลขตั้งแต่ ๑")
    if meeting.starts_at and meeting.ends_at and meeting.ends_at < meeting.starts_at:
        raise UserError("เวลาเลิกประชุมอยู่ก่อนเวลาเริ่มประชุม ตรวจเวลาทั้งสองอีกครั้ง")
    return meeting


def remove_meeting(session: Session, id_: int) -> Meeting:
    """Remove a meeting and give it back for `restore_meeting`; `UserError` names what still rests on it."""
    meeting = get_meeting(session, id_)
    if session.scalar(select(func.count()).select_from(IssuedDocumentRow).where(IssuedDocumentRow.meeting_id == id_)):
        raise UserError("ลบการประชุมนี้ไม่ได้ เพราะออกเอกสารของการประชุมนี้ไว้แล้ว ลบฉบับร่างในหน้าเอกสารก่อน")
    certified = session.scalars(select(MeetingRow.name).where(MeetingRow.certified_by_id == id_)).all()
    if certified:
        raise UserError(f"ลบการประชุมนี้ไม่ได้ เพราะเป็นครั้งที่รับรองรายงานของ “{certified[0]}” เปลี่ยนการรับรองก่อน")
    session.execute(delete(MeetingRow).where(MeetingRow.id == id_))
    return meeting


def restore_meeting(session: Session, meeting: Meeting) -> None:
    """Undo `remove_meeting`: same id and everything in it, without references to what was removed since."""
    lost = missing_ids(session, MeasureRow, meeting.measure_ids)
    agenda = tuple(
        replace(item, measure_ids=tuple(i for i in item.measure_ids if i not in lost)) for item in meeting.agenda
    )
    committee, certifier = meeting.committee_id, meeting.certified_by_id
    if committee is not None and missing_ids(session, CommitteeRow, [committee]):
        committee = None
    if certifier is not None and missing_ids(session, MeetingRow, [certifier]):
        certifier = None
    meeting_rows.add(session, [replace(meeting, agenda=agenda, committee_id=committee, certified_by_id=certifier)])


def next_number(session: Session, meeting: Meeting) -> int:
    """The number that follows the last one of the same committee (or name) in the same numbering year."""
    office = find_office(session)
    numbering = office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR
    year = number_year(meeting, numbering)
    others = session.execute(
        select(MeetingRow.plan_year, MeetingRow.held_on, MeetingRow.number).where(
            MeetingRow.id != meeting.id, MeetingRow.number.is_not(None), _same_body(meeting)
        )
    )
    numbers = [
        number
        for plan_year, held_on, number in others
        if number is not None and number_year(Meeting(plan_year, held_on=held_on), numbering) == year
    ]
    return max(numbers, default=0) + 1


_PARTS: Sequence[tuple[type[AttendanceRow | AgendaItemRow | PhotoRow], ColumnElement[int]]] = (
    (AttendanceRow, AttendanceRow.__table__.c.meeting_id),
    (AgendaItemRow, AgendaItemRow.__table__.c.meeting_id),
    (PhotoRow, PhotoRow.__table__.c.meeting_id),
)
"""What a meeting is made of; links to measures go with their agenda items."""


def _same_body(meeting: Meeting) -> ColumnElement[bool]:
    if meeting.committee_id is not None:
        return MeetingRow.committee_id == meeting.committee_id
    return MeetingRow.committee_id.is_(None) & (MeetingRow.name == tidied(meeting).name)


def _check_references(session: Session, meeting: Meeting) -> None:
    if meeting.committee_id is not None and missing_ids(session, CommitteeRow, [meeting.committee_id]):
        raise UserError("คณะกรรมการที่เลือกถูกลบไปแล้ว เลือกใหม่")
    if meeting.certified_by_id is not None and (
        meeting.certified_by_id == meeting.id or missing_ids(session, MeetingRow, [meeting.certified_by_id])
    ):
        raise UserError("เลือกการประชุมครั้งหลังที่รับรองรายงานนี้อีกครั้ง")
    if missing_ids(session, MeasureRow, meeting.measure_ids):
        raise UserError("มาตรการที่อ้างถึงในระเบียบวาระถูกลบไปแล้ว เลือกมาตรการใหม่")
