"""Certifying minutes and correcting certified ones: the paper is kept, so that it prints as it was certified."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeetingRow, MinutesVersionRow
from ita_desktop.document_file import document_json
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.meeting import Meeting, MeetingStatus, MinutesVersion
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.texts import StandardTexts
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes, meetings, minutes_versions
from ita_desktop.services.documents.compose import compose
from ita_desktop.services.storage import missing_ids
from ita_desktop.services.tidy import tidied


@dataclass(frozen=True, slots=True)
class Opened:
    """Minutes opened for a correction: the version put aside, and whether its paper had been kept before."""

    version: MinutesVersion
    was_kept: bool


def certify(session: Session, meeting: Meeting, frameworks: Frameworks, texts: StandardTexts, today: date) -> Meeting:
    """Store the meeting, whose minutes are certified now, and keep them as they print `today`.

    Tables of scores and measures, names of divisions and of the office come from the record, which goes on changing:
    the kept paper is what the meeting that certified it had before it.
    """
    saved = meeting_changes.put_meeting(session, meeting)
    minutes_versions.release(session, saved.id)
    _keep_paper(session, saved.id, frameworks, texts, today)
    return saved


def list_without_paper(session: Session) -> list[int]:
    """The ids of meetings whose minutes are certified without a kept paper: read from a record, or an older file."""
    with_paper = select(MinutesVersionRow.meeting_id).where(MinutesVersionRow.reason == "")
    certified = MeetingRow.status == MeetingStatus.CERTIFIED
    return list(session.scalars(select(MeetingRow.id).where(certified, MeetingRow.id.not_in(with_paper))))


def keep_papers(
    session: Session, ids: Iterable[int], frameworks: Frameworks, texts: StandardTexts, today: date
) -> None:
    """Keep the minutes of these certified meetings as they print `today`, so that they change no more."""
    for id_ in ids:
        _keep_paper(session, id_, frameworks, texts, today)


def open_for_correction(
    session: Session, meeting_id: int, reason: str, frameworks: Frameworks, texts: StandardTexts, today: date
) -> Opened:
    """Open certified minutes for a correction; their paper stays as the version before it.

    Minutes certified by a program that kept no paper are kept as they print `today`.
    `UserError` without a reason, or when the minutes are not certified.
    """
    reason = tidied(MinutesVersion(meeting_id, 0, today, reason, "")).reason
    if not reason:
        raise UserError("กรอกเหตุผลที่แก้ไขรายงานการประชุมที่รับรองแล้ว")
    status = session.scalar(select(MeetingRow.status).where(MeetingRow.id == meeting_id))
    if status is not MeetingStatus.CERTIFIED:
        raise UserError("รายงานการประชุมนี้ยังไม่ได้รับรอง แก้ไขได้ทันที")
    standing = minutes_versions.find_standing(session, meeting_id)
    kept = standing or _keep_paper(session, meeting_id, frameworks, texts, today)
    put_aside = minutes_versions.put_aside(session, kept, reason)
    _set_status(session, meeting_id, MeetingStatus.CHECKED, None)
    return Opened(put_aside, was_kept=standing is not None)


def take_back_correction(session: Session, opened: Opened, certified_by_id: int | None) -> None:
    """Undo `open_for_correction`: the minutes are certified again, by that meeting, with the paper that was kept.

    The caller has put back what was written since. The later meeting may have been removed: none is named then.
    """
    if certified_by_id is not None and missing_ids(session, MeetingRow, [certified_by_id]):
        certified_by_id = None
    meeting_id = opened.version.meeting_id
    minutes_versions.put_aside(session, opened.version, "")
    if not opened.was_kept:
        minutes_versions.release(session, meeting_id)
    _set_status(session, meeting_id, MeetingStatus.CERTIFIED, certified_by_id)


def _keep_paper(
    session: Session, meeting_id: int, frameworks: Frameworks, texts: StandardTexts, today: date
) -> MinutesVersion:
    session.flush()
    year = meetings.get_meeting(session, meeting_id).plan_year
    paper = compose(session, DocumentKind.MINUTES, year, frameworks, texts, today, meeting_id=meeting_id)
    return minutes_versions.keep_version(session, MinutesVersion(meeting_id, 0, today, "", document_json(paper)))


def _set_status(session: Session, meeting_id: int, status: MeetingStatus, certified_by_id: int | None) -> None:
    session.execute(
        update(MeetingRow).where(MeetingRow.id == meeting_id).values(status=status, certified_by_id=certified_by_id)
    )
