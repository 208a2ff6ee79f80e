"""What the next meeting begins with: people, place and agenda proposed from the meeting before."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Committee,
    Meeting,
    MeetingStatus,
    Presence,
    number_label,
)
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.thai.dates import format_date

CERTIFYING_SECTION = 2
"""The agenda head that certifies the minutes before (ita.md 5.1)."""
NOTHING = "ไม่มี"
"""What stands under an agenda head without business."""


def propose_meeting(plan_year: FiscalYear, committee: Committee | None = None) -> Meeting:
    """An unsaved first meeting, of a committee with its members as those who came when one is given."""
    agenda = proposed_agenda(None, MeetingNumbering.FISCAL_YEAR)
    if committee is None:
        return Meeting(plan_year, agenda=agenda)
    return replace(
        Meeting(plan_year, name=committee.name, committee_id=committee.id, agenda=agenda),
        attendances=committee_attendances(committee),
    )


def propose_next(previous: Meeting, plan_year: FiscalYear, numbering: MeetingNumbering) -> Meeting:
    """An unsaved meeting with the people, the place and the hour of `previous`; everybody is expected again."""
    return Meeting(
        plan_year,
        name=previous.name,
        committee_id=previous.committee_id,
        starts_at=previous.starts_at,
        place=previous.place,
        chair=previous.chair,
        attendances=tuple(
            replace(attendance, presence=_expected(attendance.presence), reason="", substitute_for="")
            for attendance in previous.attendances
        ),
        agenda=proposed_agenda(previous, numbering),
        recorder=previous.recorder,
        checker=previous.checker,
    )


def _expected(presence: Presence) -> Presence:
    return Presence.PRESENT if presence is Presence.ABSENT else presence


def proposed_agenda(previous: Meeting | None, numbering: MeetingNumbering) -> tuple[AgendaItem, ...]:
    """One item under each head; the second certifies the minutes of `previous`, or says that there are none."""
    items = [AgendaItem(section) for section in range(1, len(AGENDA_HEADS) + 1)]
    items[CERTIFYING_SECTION - 1] = certifying_item(previous, numbering)
    return tuple(items)


def certifying_item(previous: Meeting | None, numbering: MeetingNumbering) -> AgendaItem:
    """The item that certifies the minutes of `previous`; ไม่มี at a first meeting (ita.md 5.1)."""
    if previous is None:
        return AgendaItem(CERTIFYING_SECTION, NOTHING)
    number = number_label(previous, numbering)
    held = f"เมื่อวันที่ {format_date(previous.held_on)}" if previous.held_on else ""
    return AgendaItem(CERTIFYING_SECTION, " ".join(part for part in ("รับรองรายงานการประชุม", number, held) if part))


def previous_meeting(meeting: Meeting, meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting of the same committee or name that was held last before this one, or None."""
    earlier = [
        other
        for other in meetings
        if other.id != meeting.id
        and same_series(other, meeting)
        and (meeting.held_on is None or other.held_on is None or other.held_on < meeting.held_on)
    ]
    return max(earlier, key=_order, default=None)


def later_meetings(meeting: Meeting, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """The meetings that can have certified the minutes: held after this one, the same series first."""
    found = [
        other
        for other in meetings
        if other.id not in (meeting.id, NEW)
        and not (meeting.held_on and other.held_on and other.held_on <= meeting.held_on)
    ]
    return tuple(sorted(found, key=lambda other: (not same_series(other, meeting), _order(other))))


def certify(meeting: Meeting, certifying: Meeting | None) -> Meeting:
    """The meeting with its minutes certified, by that later meeting when it is known."""
    return replace(
        meeting, status=MeetingStatus.CERTIFIED, certified_by_id=certifying.id if certifying is not None else None
    )


def reopen(meeting: Meeting, status: MeetingStatus = MeetingStatus.CHECKED) -> Meeting:
    """The meeting with its minutes open for changes again."""
    return replace(meeting, status=status, certified_by_id=None)


def committee_named(name: str, day: date | None, committees: Iterable[Committee]) -> Committee | None:
    """The committee of that name which serves on the day; of several the one appointed last."""
    named = [committee for committee in committees if committee.name == name]
    serving = [committee for committee in named if day is None or _serves(committee, day, day)]
    return max(serving or named, key=_appointed, default=None)


def committees_of(plan_year: FiscalYear, committees: Iterable[Committee]) -> list[Committee]:
    """The committees that serve in the fiscal year, the one appointed last first."""
    serving = [c for c in committees if _serves(c, plan_year.first_day, plan_year.last_day)]
    return sorted(serving, key=_appointed, reverse=True)


def committee_attendances(committee: Committee) -> tuple[Attendance, ...]:
    """Every member of the committee as somebody who came, with the role of the order."""
    return tuple(Attendance(member.person, role=member.role) for member in committee.members)


def same_series(one: Meeting, other: Meeting) -> bool:
    """Whether both are meetings of one committee, or bear one name."""
    if one.committee_id is not None and one.committee_id == other.committee_id:
        return True
    return bool(one.name) and one.name == other.name


def _serves(committee: Committee, first: date, last: date) -> bool:
    begins = committee.valid_from or committee.order_date or date.min
    return begins <= last and (committee.valid_until is None or first <= committee.valid_until)


def _appointed(committee: Committee) -> tuple[date, int]:
    return committee.order_date or committee.valid_from or date.min, committee.id


def _order(meeting: Meeting) -> tuple[bool, int, int, int]:
    held = meeting.held_on.toordinal() if meeting.held_on else 0
    return (held == 0, held, meeting.number or 0, meeting.id)
