"""Changes of meetings and committees that take several steps, each whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from ita_desktop.db.rows import CommitteeRow, MeasureRow, MeetingRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Committee, Meeting
from ita_desktop.domain.meeting_proposals import committees_of, propose_meeting, propose_next
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.services import committees, meetings
from ita_desktop.services.office import find_office
from ita_desktop.services.storage import missing_ids


def add_meeting(session: Session, plan_year: FiscalYear, previous: Meeting | None) -> Meeting:
    """A new stored meeting with its number: the one after `previous`, or one of the year's only committee."""
    if previous is not None:
        office = find_office(session)
        numbering = office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR
        proposal = propose_next(previous, plan_year, numbering)
    else:
        serving = committees_of(plan_year, committees.list_committees(session))
        proposal = propose_meeting(plan_year, serving[0] if len(serving) == 1 else None)
    if proposal.name:
        proposal = replace(proposal, number=meetings.next_number(session, proposal))
    return meetings.save_meeting(session, proposal)


def put_meeting(session: Session, meeting: Meeting) -> Meeting:
    """Keep the meeting as it was at an earlier time, without links to what was removed since; for undo.

    Certified minutes are put back to what they were, too.
    """
    lost = missing_ids(session, MeasureRow, meeting.measure_ids)
    agenda = tuple(
        replace(item, measure_ids=tuple(id_ for id_ in item.measure_ids if id_ not in lost)) for item in meeting.agenda
    )
    committee_id, certified_by_id = meeting.committee_id, meeting.certified_by_id
    if committee_id is not None and missing_ids(session, CommitteeRow, [committee_id]):
        committee_id = None
    if certified_by_id is not None and missing_ids(session, MeetingRow, [certified_by_id]):
        certified_by_id = None
    return meetings.keep_meeting(
        session, replace(meeting, agenda=agenda, committee_id=committee_id, certified_by_id=certified_by_id)
    )


def save_committees(session: Session, changed: Iterable[Committee], removed: Sequence[int]) -> list[Committee]:
    """Keep all these committees and remove those."""
    for id_ in removed:
        committees.remove_committee(session, id_)
    return [committees.save_committee(session, committee) for committee in changed]
