"""A meeting and what of its form is still unstored, kept together: whenever the program ends, they fit each other."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from sqlalchemy import select
from sqlalchemy.orm import Session

from ita_desktop.db.rows import MeetingRow, MinutesDraftRow
from ita_desktop.domain.meeting import Meeting, MinutesDraft
from ita_desktop.domain.waiting_draft import WaitingDraft
from ita_desktop.services.minutes_versions import find_draft, keep_draft, remove_draft

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
    columns = (of.id, of.plan_year, of.name, of.number, of.held_on, draft.kept_at)
    query = select(*columns).join(draft, draft.meeting_id == of.id).order_by(draft.kept_at.desc(), of.id.desc())
    return [WaitingDraft(*row) for row in session.execute(query)]
