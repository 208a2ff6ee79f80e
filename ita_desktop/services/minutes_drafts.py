"""Drafts of what could not be stored yet, kept together with their meeting: whenever the program ends, they fit."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeetingRow, MinutesDraftRow
from ita_desktop.domain.meeting import Meeting, MinutesDraft
from ita_desktop.domain.waiting_draft import WaitingDraft
from ita_desktop.services.storage import columns

P = ParamSpec("P")


def change_with_draft(
    session: Session,
    drafted: Callable[[Meeting], MinutesDraft | None],
    change: Callable[Concatenate[Session, P], Meeting],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Meeting:
    """Change a meeting and keep the draft that is left beside it then, or none; both or neither.

    A draft that says what the kept one says leaves that as it is, with its time.
    """
    changed = change(session, *args, **kwargs)
    draft, kept = drafted(changed), find_draft(session, changed.id)
    if draft is None and kept is not None:
        remove_draft(session, changed.id)
    elif draft is not None and (kept is None or kept.content != draft.content):
        keep_draft(session, draft)
    return changed


def list_waiting(session: Session) -> list[WaitingDraft]:
    """Which meetings have a draft, the one written last first."""
    of, draft = MeetingRow, MinutesDraftRow
    shown = (of.id, of.plan_year, of.name, of.number, of.held_on, draft.kept_at)
    query = select(*shown).join(draft, draft.meeting_id == of.id).order_by(draft.kept_at.desc(), of.id.desc())
    return [WaitingDraft(*row) for row in session.execute(query)]


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
