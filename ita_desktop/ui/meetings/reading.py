"""What the meetings tab reads and writes, each as one piece of work in a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.meeting_proposals import committees_of, propose_meeting, propose_next
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.services import meetings
from ita_desktop.services.measures import list_measures
from ita_desktop.services.office import find_office, list_divisions, list_officers
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.surroundings import Surroundings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.meeting import Committee, Meeting


def read_surroundings(session: Session, plan_year: FiscalYear) -> Surroundings:
    """Everything that the year's meetings may choose from."""
    office = find_office(session)
    return Surroundings(
        numerals=office.numerals if office else Numerals.THAI,
        numbering=office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR,
        officers=tuple(list_officers(session)),
        divisions=tuple(list_divisions(session)),
        committees=tuple(meetings.list_committees(session)),
        meetings=(*meetings.list_meetings(session, plan_year - 1), *meetings.list_meetings(session, plan_year)),
        measures=tuple(list_measures(session, plan_year)),
    )


def add_meeting(session: Session, plan_year: FiscalYear, previous: Meeting | None) -> Meeting:
    """A new stored meeting with its number: the next one after `previous`, or the first of the only committee."""
    surroundings = read_surroundings(session, plan_year)
    if previous is not None:
        proposal = propose_next(previous, plan_year, surroundings.numbering)
    else:
        serving = committees_of(plan_year, surroundings.committees)
        proposal = propose_meeting(plan_year, serving[0] if len(serving) == 1 else None)
    if proposal.name:
        proposal = replace(proposal, number=meetings.next_number(session, proposal))
    return meetings.save_meeting(session, proposal)


def put_meeting(session: Session, meeting: Meeting) -> Meeting:
    """The meeting as it was at an earlier time, without links to what was removed since."""
    measures = {measure.id for measure in list_measures(session, meeting.plan_year)}
    committees = {committee.id for committee in meetings.list_committees(session)}
    others = {other.id for other in meetings.list_all_meetings(session)}
    return meetings.save_meeting(
        session,
        replace(
            meeting,
            agenda=tuple(
                replace(item, measure_ids=tuple(id_ for id_ in item.measure_ids if id_ in measures))
                for item in meeting.agenda
            ),
            committee_id=meeting.committee_id if meeting.committee_id in committees else None,
            certified_by_id=meeting.certified_by_id if meeting.certified_by_id in others else None,
        ),
    )


def save_committees(session: Session, committees: list[Committee], removed: list[int]) -> list[Committee]:
    """Keep all these committees and remove those, or change nothing at all."""
    for id_ in removed:
        meetings.remove_committee(session, id_)
    return [meetings.save_committee(session, committee) for committee in committees]
