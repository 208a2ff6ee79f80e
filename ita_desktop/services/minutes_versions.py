"""Certified minutes as they stood before a correction, and drafts of what could not be stored yet."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeetingRow, MinutesDraftRow, MinutesVersionRow
from ita_desktop.domain.meeting import MeetingStatus, MinutesDraft, MinutesVersion
from ita_desktop.errors import UserError
from ita_desktop.services.storage import add_all, columns, missing_ids
from ita_desktop.services.tidy import tidied


def list_versions(session: Session, meeting_id: int) -> list[MinutesVersion]:
    """The meeting's earlier minutes, oldest first."""
    return _load(session, MinutesVersionRow.meeting_id == meeting_id)


def list_all_versions(session: Session) -> list[MinutesVersion]:
    """Every meeting's earlier minutes."""
    return _load(session, true())


def open_for_correction(session: Session, version: MinutesVersion) -> MinutesVersion:
    """Keep certified minutes as they are and open them for a correction; its number is the next one.

    `UserError` without a reason, or when the minutes are not certified.
    """
    version = tidied(version)
    if not version.reason:
        raise UserError("กรอกเหตุผลที่แก้ไขรายงานการประชุมที่รับรองแล้ว")
    meeting = session.get(MeetingRow, version.meeting_id)
    if meeting is None or meeting.status is not MeetingStatus.CERTIFIED:
        raise UserError("รายงานการประชุมนี้ยังไม่ได้รับรอง แก้ไขได้ทันที")
    of_meeting = MinutesVersionRow.meeting_id == version.meeting_id
    last = session.scalar(select(func.max(MinutesVersionRow.number)).where(of_meeting)) or 0
    row = MinutesVersionRow(**columns(MinutesVersionRow, replace(version, number=last + 1)) | {"id": None})
    session.add(row)
    meeting.status = MeetingStatus.CHECKED
    meeting.certified_by_id = None
    session.flush()
    return _version(row)


def take_back_correction(session: Session, version: MinutesVersion, certified_by_id: int | None) -> None:
    """Undo `open_for_correction`: the version is let go and the minutes are certified again, by that meeting.

    The caller has put back what was written since. The later meeting may have been removed: none is named then.
    """
    if certified_by_id is not None and missing_ids(session, MeetingRow, [certified_by_id]):
        certified_by_id = None
    session.execute(delete(MinutesVersionRow).where(MinutesVersionRow.id == version.id))
    session.execute(
        update(MeetingRow)
        .where(MeetingRow.id == version.meeting_id)
        .values(status=MeetingStatus.CERTIFIED, certified_by_id=certified_by_id)
    )


def add_versions(session: Session, versions: Sequence[MinutesVersion]) -> None:
    """Put versions back under the ids that they have."""
    add_all(session, MinutesVersionRow, [columns(MinutesVersionRow, version) for version in versions])


def keep_draft(session: Session, draft: MinutesDraft) -> None:
    """Keep what was typed in place of the meeting's draft before."""
    session.merge(MinutesDraftRow(**columns(MinutesDraftRow, draft)))


def find_draft(session: Session, meeting_id: int) -> MinutesDraft | None:
    """The meeting's draft, or None."""
    row = session.get(MinutesDraftRow, meeting_id)
    return MinutesDraft(row.meeting_id, row.kept_at, row.content) if row else None


def remove_draft(session: Session, meeting_id: int) -> None:
    """Let go of the meeting's draft: what it held is stored, or the clerk does not want it."""
    session.execute(delete(MinutesDraftRow).where(MinutesDraftRow.meeting_id == meeting_id))


def _load(session: Session, which: ColumnElement[bool]) -> list[MinutesVersion]:
    order = (MinutesVersionRow.meeting_id, MinutesVersionRow.number)
    return [_version(row) for row in session.scalars(select(MinutesVersionRow).where(which).order_by(*order))]


def _version(row: MinutesVersionRow) -> MinutesVersion:
    return MinutesVersion(row.meeting_id, row.number, row.kept_on, row.reason, row.content, row.id)
