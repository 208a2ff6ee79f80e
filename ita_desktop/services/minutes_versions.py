"""The papers of certified minutes, those before a correction too."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeetingRow, MinutesVersionRow
from ita_desktop.domain.meeting import MeetingStatus, MinutesVersion
from ita_desktop.services.storage import add_all, columns
from ita_desktop.services.tidy import tidied


def list_versions(session: Session, meeting_id: int) -> list[MinutesVersion]:
    """The meeting's minutes before each correction, oldest first."""
    return _load(session, (MinutesVersionRow.meeting_id == meeting_id) & (MinutesVersionRow.reason != ""))


def list_kept(session: Session, meeting_id: int) -> list[MinutesVersion]:
    """Those before each correction, and last the one that stands, if any."""
    return _load(session, MinutesVersionRow.meeting_id == meeting_id)


def list_all_versions(session: Session) -> list[MinutesVersion]:
    """Every kept paper of every meeting."""
    return _load(session, true())


def find_standing(session: Session, meeting_id: int) -> MinutesVersion | None:
    """The paper of the minutes as they are certified; None when they are not, or were before papers were kept."""
    certified = session.scalar(select(MeetingRow.status).where(MeetingRow.id == meeting_id))
    found = _load(session, _standing(meeting_id)) if certified is MeetingStatus.CERTIFIED else []
    return found[-1] if found else None


def keep_version(session: Session, version: MinutesVersion) -> MinutesVersion:
    """Keep one more paper of the meeting's minutes; its number is the next one."""
    of_meeting = MinutesVersionRow.meeting_id == version.meeting_id
    last = session.scalar(select(func.max(MinutesVersionRow.number)).where(of_meeting)) or 0
    row = MinutesVersionRow(**columns(MinutesVersionRow, replace(tidied(version), number=last + 1)) | {"id": None})
    session.add(row)
    session.flush()
    return _version(row)


def put_aside(session: Session, version: MinutesVersion, reason: str) -> MinutesVersion:
    """Note why the version does not stand any more; without a reason it stands again."""
    put = tidied(replace(version, reason=reason))
    session.execute(update(MinutesVersionRow).where(MinutesVersionRow.id == version.id).values(reason=put.reason))
    return put


def release(session: Session, meeting_id: int) -> None:
    """Let go of the paper that stood: the minutes are not certified any more, or are certified anew."""
    session.execute(delete(MinutesVersionRow).where(_standing(meeting_id)))


def add_versions(session: Session, versions: Sequence[MinutesVersion]) -> None:
    """Put versions back under the ids that they have."""
    add_all(session, MinutesVersionRow, [columns(MinutesVersionRow, version) for version in versions])


def _standing(meeting_id: int) -> ColumnElement[bool]:
    return (MinutesVersionRow.meeting_id == meeting_id) & (MinutesVersionRow.reason == "")


def _load(session: Session, which: ColumnElement[bool]) -> list[MinutesVersion]:
    order = (MinutesVersionRow.meeting_id, MinutesVersionRow.number)
    return [_version(row) for row in session.scalars(select(MinutesVersionRow).where(which).order_by(*order))]


def _version(row: MinutesVersionRow) -> MinutesVersion:
    return MinutesVersion(row.meeting_id, row.number, row.kept_on, row.reason, row.content, row.id)
