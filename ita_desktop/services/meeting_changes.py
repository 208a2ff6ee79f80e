"""Changes of meetings and committees that take several steps, each whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import AgendaItem, Committee, Meeting, MeetingStatus
from ita_desktop.domain.meeting_presets import MeetingPreset
from ita_desktop.domain.meeting_proposals import committees_of, in_digits, propose_meeting, propose_next
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.domain.open_matters import carried_items, open_matters, with_carried
from ita_desktop.services import committees, meetings, minutes_versions
from ita_desktop.services.measures import list_measures
from ita_desktop.services.office import find_office, list_officers
from ita_desktop.thai.digits import Numerals


def add_meeting(
    session: Session,
    plan_year: FiscalYear,
    previous: Meeting | None,
    *,
    today: date,
    preset: MeetingPreset | None = None,
) -> Meeting:
    """A new stored meeting with its number: the one after `previous`, or one of the year's only committee.

    Agenda 3 brings back what is open or late `today`; people have the posts of today.
    """
    numbering = _numbering(session)
    officers = list_officers(session)
    if previous is not None:
        carried = _carried(session, replace(previous, plan_year=plan_year, held_on=None, id=NEW), today, numbering)
        proposal = propose_next(
            previous, plan_year, numbering, preset=preset, carried=carried, officers=officers, day=today
        )
    else:
        serving = committees_of(plan_year, committees.list_committees(session))
        committee = serving[0] if len(serving) == 1 else None
        bare = Meeting(plan_year, committee_id=committee.id if committee else None)
        carried = _carried(session, bare, today, numbering)
        proposal = propose_meeting(plan_year, committee, preset=preset, carried=carried, officers=officers, day=today)
    numerals = _numerals(session)
    proposal = replace(proposal, subject=numerals.show(proposal.subject), agenda=in_digits(proposal.agenda, numerals))
    if proposal.name:
        proposal = replace(proposal, number=meetings.next_number(session, proposal))
    return meetings.save_meeting(session, proposal)


def carry_matters(session: Session, meeting_id: int, *, today: date) -> Meeting:
    """Bring what is open or late into agenda 3 of a stored meeting, as far as it is not there yet."""
    meeting = replace(meetings.get_meeting(session, meeting_id), photos=())
    carried = in_digits(_carried(session, meeting, today, _numbering(session)), _numerals(session))
    return meetings.save_meeting(session, replace(meeting, agenda=with_carried(meeting, carried)))


def _carried(session: Session, meeting: Meeting, today: date, numbering: MeetingNumbering) -> tuple[AgendaItem, ...]:
    """What agenda 3 of the meeting brings back, from every earlier meeting of its series in any year."""
    earlier = [
        other
        for other in meetings.list_series(session, meeting)
        if other.id != meeting.id
        if meeting.held_on is None or other.held_on is None or other.held_on < meeting.held_on
    ]
    open_measures = [*list_measures(session, meeting.plan_year), *list_measures(session, meeting.plan_year - 1)]
    return carried_items(open_matters(earlier, today), open_measures, meeting.plan_year, today, numbering)


def _numerals(session: Session) -> Numerals:
    office = find_office(session)
    return office.numerals if office else Numerals.THAI


def _numbering(session: Session) -> MeetingNumbering:
    office = find_office(session)
    return office.meeting_numbering if office else MeetingNumbering.FISCAL_YEAR


def put_meeting(session: Session, meeting: Meeting) -> Meeting:
    """Keep the meeting as it was at an earlier time, without links to what was removed since; for undo.

    Certified minutes are put back to what they were, too; minutes that are not have no paper that stands.
    """
    if meeting.status is not MeetingStatus.CERTIFIED:
        minutes_versions.release(session, meeting.id)
    return meetings.keep_meeting(session, meetings.without_removed(session, meeting))


def save_committees(session: Session, changed: Iterable[Committee], removed: Sequence[int]) -> list[Committee]:
    """Keep all these committees and remove those."""
    for id_ in removed:
        committees.remove_committee(session, id_)
    return [committees.save_committee(session, committee) for committee in changed]
