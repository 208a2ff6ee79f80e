"""Changes of meetings and committees that take several steps, each whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Committee, Meeting
from ita_desktop.domain.meeting_proposals import committees_of, propose_meeting, propose_next
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.services import committees, meetings
from ita_desktop.services.measures import list_measures
from ita_desktop.services.office import find_office


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
    """Keep the meeting as it was at an earlier time, without links to what was removed since."""
    measures = {measure.id for measure in list_measures(session, meeting.plan_year)}
    known = {committee.id for committee in committees.list_committees(session)}
    others = {other.id for other in meetings.list_all_meetings(session)}
    agenda = tuple(
        replace(item, measure_ids=tuple(id_ for id_ in item.measure_ids if id_ in measures)) for item in meeting.agenda
    )
    committee_id = meeting.committee_id if meeting.committee_id in known else None
    certified_by_id = meeting.certified_by_id if meeting.certified_by_id in others else None
    return meetings.save_meeting(
        session, replace(meeting, agenda=agenda, committee_id=committee_id, certified_by_id=certified_by_id)
    )


def save_committees(session: Session, changed: Iterable[Committee], removed: Sequence[int]) -> list[Committee]:
    """Keep all these committees and remove those."""
    for id_ in removed:
        committees.remove_committee(session, id_)
    return [committees.save_committee(session, committee) for committee in changed]
