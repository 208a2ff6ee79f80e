"""Meetings from agenda to minutes; their photos are read and kept apart from the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, delete, func, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import CommitteeRow, IssuedDocumentRow, MeasureRow, MeetingRow, PhotoRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import (
    ListedMeeting,
    Meeting,
    MeetingStatus,
    MinutesDraft,
    MinutesVersion,
    Photo,
)
from ita_desktop.domain.meeting_proposals import next_number as number_after
from ita_desktop.domain.meeting_states import FROZEN, freezes
from ita_desktop.domain.office import MeetingNumbering, Signatory
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_rows, minutes_drafts, minutes_versions
from ita_desktop.services.committees import list_committees, remove_committee, save_committee
from ita_desktop.services.office import find_office
from ita_desktop.services.storage import missing_ids, store
from ita_desktop.services.tidy import tidied

__all__ = [
    "RemovedMeeting",
    "checked_meeting",
    "count_photos",
    "find_meeting",
    "get_meeting",
    "keep_meeting",
    "list_all_meetings",
    "list_committees",
    "list_heads",
    "list_meetings",
    "list_people",
    "list_photos",
    "list_series",
    "next_number",
    "remove_committee",
    "remove_meeting",
    "restore_meeting",
    "save_committee",
    "save_meeting",
    "save_photos",
    "without_removed",
]

_GONE = "การประชุมนี้ถูกลบไปแล้ว เพิ่มใหม่อีกครั้ง"


@dataclass(frozen=True, slots=True)
class RemovedMeeting:
    """A meeting taken out of the record with everything that hung on it, for `restore_meeting`."""

    meeting: Meeting
    versions: tuple[MinutesVersion, ...] = ()
    draft: MinutesDraft | None = None


def list_meetings(session: Session, plan_year: FiscalYear) -> list[Meeting]:
    """The year's meetings by date and number, those without a date last; without their photos."""
    return meeting_rows.load(session, MeetingRow.plan_year == plan_year)


def list_heads(session: Session, plan_year: FiscalYear) -> list[ListedMeeting]:
    """The year's meetings in the same order, no more of each than lists show."""
    return meeting_rows.load_heads(session, MeetingRow.plan_year == plan_year)


def list_people(session: Session, *plan_years: FiscalYear) -> list[Signatory]:
    """Everybody whom the years' minutes name, each post once, as the latest meeting has them first."""
    return meeting_rows.load_people(session, MeetingRow.plan_year.in_(plan_years))


def list_all_meetings(session: Session, *, photos: bool = False) -> list[Meeting]:
    """The meetings of every year, in the same order; with their photos only when asked."""
    return meeting_rows.load(session, true(), photos=photos)


def list_series(session: Session, meeting: Meeting) -> list[Meeting]:
    """The meetings of every year of the same committee, or of the same name where there is none; without photos."""
    return meeting_rows.load(session, _same_body(meeting)) if meeting.committee_id or meeting.name else []


def find_meeting(session: Session, id_: int) -> Meeting | None:
    """The meeting without its photos, or None when it is gone."""
    return next(iter(meeting_rows.load(session, MeetingRow.id == id_)), None)


def get_meeting(session: Session, id_: int) -> Meeting:
    """One meeting with its photos; `UserError` when it is gone."""
    found = meeting_rows.load(session, MeetingRow.id == id_, photos=True)
    if not found:
        raise UserError(_GONE)
    return found[0]


def list_photos(session: Session, meeting_id: int) -> tuple[Photo, ...]:
    """The meeting's photos in their order."""
    ids = select(MeetingRow.id).where(MeetingRow.id == meeting_id)
    return meeting_rows.load_photos(session, ids).get(meeting_id, ())


def count_photos(session: Session, plan_year: FiscalYear) -> Mapping[int, int]:
    """How many photos each of the year's meetings has, by id; meetings without photos are left out."""
    counts = (
        select(PhotoRow.meeting_id, func.count().label("photos"))
        .join(MeetingRow, MeetingRow.id == PhotoRow.meeting_id)
        .where(MeetingRow.plan_year == plan_year)
        .group_by(PhotoRow.meeting_id)
    )
    return {row.meeting_id: row.photos for row in session.execute(counts)}


def save_photos(session: Session, meeting_id: int, photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """Let the meeting have exactly these photos; `UserError` for a picture that cannot be kept."""
    if missing_ids(session, MeetingRow, [meeting_id]):
        raise UserError(_GONE)
    kept = tuple(tidied(photo) for photo in photos)
    meeting_rows.keep_photos(session, meeting_id, kept)
    return kept


def save_meeting(session: Session, meeting: Meeting) -> Meeting:
    """Keep the meeting but for its photos, which `save_photos` keeps.

    `UserError` for an end before the start, a reference to something removed, or a change of certified minutes.
    """
    meeting = checked_meeting(meeting)
    if session.scalar(select(MeetingRow.status).where(MeetingRow.id == meeting.id)) is MeetingStatus.CERTIFIED:
        (stored,) = meeting_rows.load(session, MeetingRow.id == meeting.id)
        if freezes(stored) != freezes(meeting):
            raise UserError(FROZEN)
    return keep_meeting(session, meeting)


def keep_meeting(session: Session, meeting: Meeting) -> Meeting:
    """As `save_meeting`, certified minutes too: for undo and for certifying itself."""
    meeting = checked_meeting(meeting)
    _check_references(session, meeting)
    saved = replace(meeting, id=store(session, MeetingRow, meeting_rows.meeting_columns(meeting), _GONE))
    meeting_rows.keep_parts(session, saved)
    return saved


def checked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is kept."""
    meeting = tidied(meeting)
    if meeting.number is not None and meeting.number < 1:
        raise UserError("ครั้งที่ประชุมต้องเป็นเลขตั้งแต่ ๑")
    if meeting.starts_at and meeting.ends_at and meeting.ends_at < meeting.starts_at:
        raise UserError("เวลาเลิกประชุมอยู่ก่อนเวลาเริ่มประชุม ตรวจเวลาทั้งสองอีกครั้ง")
    return meeting


def remove_meeting(session: Session, id_: int) -> RemovedMeeting:
    """Remove a meeting and give it back for `restore_meeting`; `UserError` names what still rests on it."""
    meeting = get_meeting(session, id_)
    if session.scalar(select(func.count()).select_from(IssuedDocumentRow).where(IssuedDocumentRow.meeting_id == id_)):
        raise UserError("ลบการประชุมนี้ไม่ได้ เพราะออกเอกสารของการประชุมนี้ไว้แล้ว ลบฉบับร่างในหน้าเอกสารก่อน")
    certified = session.scalars(select(MeetingRow.name).where(MeetingRow.certified_by_id == id_)).all()
    if certified:
        raise UserError(f"ลบการประชุมนี้ไม่ได้ เพราะเป็นครั้งที่รับรองรายงานของ “{certified[0]}” เปลี่ยนการรับรองก่อน")
    versions = tuple(minutes_versions.list_kept(session, id_))
    removed = RemovedMeeting(meeting, versions, minutes_drafts.find_draft(session, id_))
    session.execute(delete(MeetingRow).where(MeetingRow.id == id_))
    return removed


def restore_meeting(session: Session, removed: RemovedMeeting) -> None:
    """Undo `remove_meeting`: same id and everything in it, without references to what was removed since."""
    meeting_rows.add(session, [without_removed(session, removed.meeting)])
    minutes_versions.add_versions(session, removed.versions)
    if removed.draft is not None:
        minutes_drafts.keep_draft(session, removed.draft)


def without_removed(session: Session, meeting: Meeting) -> Meeting:
    """The meeting of an earlier time without references to what was removed since."""
    lost = missing_ids(session, MeasureRow, meeting.measure_ids)
    agenda = tuple(
        replace(item, measure_ids=tuple(id_ for id_ in item.measure_ids if id_ not in lost)) for item in meeting.agenda
    )
    committee_id, certified_by_id = meeting.committee_id, meeting.certified_by_id
    if committee_id is not None and missing_ids(session, CommitteeRow, [committee_id]):
        committee_id = None
    if certified_by_id is not None and missing_ids(session, MeetingRow, [certified_by_id]):
        certified_by_id = None
    return replace(meeting, agenda=agenda, committee_id=committee_id, certified_by_id=certified_by_id)


def next_number(session: Session, meeting: Meeting) -> int:
    """The number that follows the last one of the same committee (or name) in the same numbering year."""
    office = find_office(session)
    numbering = office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR
    return number_after(tidied(meeting), meeting_rows.load_heads(session, _same_body(meeting)), numbering)


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
