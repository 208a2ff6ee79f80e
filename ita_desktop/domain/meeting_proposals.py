"""What the next meeting begins with: people, place and agenda proposed from the meeting before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Committee,
    H,
    Meeting,
    MeetingHead,
    MeetingStatus,
    Presence,
    number_label,
    number_year,
)
from ita_desktop.domain.meeting_people import as_on, committee_on, signatory_on
from ita_desktop.domain.meeting_presets import MeetingPreset, in_years, preset_agenda
from ita_desktop.domain.office import NOBODY, MeetingNumbering, Officer, Signatory
from ita_desktop.domain.open_matters import CARRIED_SECTION
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import Numerals

CERTIFYING_SECTION = 2
"""The agenda head that certifies the minutes before (ita.md 5.1)."""
NOTHING = "ไม่มี"
"""What stands under an agenda head without business."""


def propose_meeting(
    plan_year: FiscalYear,
    committee: Committee | None = None,
    *,
    preset: MeetingPreset | None = None,
    carried: Sequence[AgendaItem] = (),
    officers: Sequence[Officer] = (),
    day: date | None = None,
) -> Meeting:
    """An unsaved first meeting, of a committee with its members as those who came when one is given.

    `officers` give the posts of `day`; chair, recorder and checker follow from the members' roles.
    """
    agenda = proposed_agenda(None, MeetingNumbering.FISCAL_YEAR, preset_items(preset, plan_year), carried)
    subject = in_years(preset.subject, plan_year) if preset is not None else ""
    meeting = Meeting(plan_year, subject=subject, agenda=agenda)
    if committee is None:
        return meeting
    people = committee_on(committee, officers, day)
    named = replace(meeting, name=committee.name, committee_id=committee.id, attendances=people)
    return replace(named, chair=_with_role(people, _CHAIR), recorder=_recorder(people), checker=_checker(people))


def propose_next(
    previous: Meeting,
    plan_year: FiscalYear,
    numbering: MeetingNumbering,
    *,
    preset: MeetingPreset | None = None,
    carried: Sequence[AgendaItem] = (),
    officers: Sequence[Officer] = (),
    day: date | None = None,
) -> Meeting:
    """An unsaved meeting with the people, the place and the hour of `previous`; everybody is expected again.

    `preset` gives its subject and agenda, `carried` what agenda 3 brings back, `officers` the posts of `day`.
    """
    chair, recorder, checker = (
        signatory_on(person, officers, day) for person in (previous.chair, previous.recorder, previous.checker)
    )
    return Meeting(
        plan_year,
        name=previous.name,
        subject=in_years(preset.subject, plan_year) if preset is not None else "",
        committee_id=previous.committee_id,
        starts_at=previous.starts_at,
        place=previous.place,
        chair=chair,
        attendances=as_on(map(_expected, previous.attendances), officers, day),
        agenda=proposed_agenda(previous, numbering, preset_items(preset, plan_year), carried),
        recorder=recorder,
        checker=checker,
        invitation=replace(previous.invitation, number="", dated=None),
    )


def preset_items(preset: MeetingPreset | None, plan_year: FiscalYear) -> tuple[AgendaItem, ...]:
    """The preset's agenda, nothing without one."""
    return preset_agenda(preset, plan_year) if preset is not None else ()


def _expected(attendance: Attendance) -> Attendance:
    presence = Presence.PRESENT if attendance.presence is Presence.ABSENT else attendance.presence
    return replace(attendance, presence=presence, reason="", substitute_for="", arrived_at=None, left_at=None)


_CHAIR, _SECRETARY, _ASSISTANT = "ประธาน", "เลขานุการ", "ผู้ช่วยเลขานุการ"


def _with_role(people: Sequence[Attendance], role: str) -> Signatory:
    """Who has the role, looked for at the beginning and then anywhere in it (กรรมการและเลขานุการ)."""
    others = {_SECRETARY: _ASSISTANT, _CHAIR: f"รอง{_CHAIR}"}.get(role, "\0")
    fit = [one for one in people if role in one.role and others not in one.role]
    return next((one.person for one in sorted(fit, key=lambda one: not one.role.startswith(role))), NOBODY)


def _recorder(people: Sequence[Attendance]) -> Signatory:
    assistant = _with_role(people, _ASSISTANT)
    return assistant if assistant.name else _with_role(people, _SECRETARY)


def _checker(people: Sequence[Attendance]) -> Signatory:
    """The secretary checks what an assistant took down; without an assistant nobody is proposed."""
    return _with_role(people, _SECRETARY) if _with_role(people, _ASSISTANT).name else NOBODY


def proposed_agenda(
    previous: Meeting | None,
    numbering: MeetingNumbering,
    items: Sequence[AgendaItem] = (),
    carried: Sequence[AgendaItem] = (),
) -> tuple[AgendaItem, ...]:
    """At least one item under each head, those of a preset where it has any.

    The second head certifies the minutes of `previous`, or says that there are none; the third brings `carried` back.
    """
    agenda: list[AgendaItem] = []
    for section in range(1, len(AGENDA_HEADS) + 1):
        own = [item for item in items if item.section == section]
        if section == CERTIFYING_SECTION:
            own = [certifying_item(previous, numbering)]
        elif section == CARRIED_SECTION:
            own = [*carried, *own]
        agenda += own or [AgendaItem(section)]
    return tuple(agenda)


def certifying_item(previous: MeetingHead | None, numbering: MeetingNumbering) -> AgendaItem:
    """The item that certifies the minutes of `previous`; ไม่มี at a first meeting (ita.md 5.1)."""
    if previous is None:
        return AgendaItem(CERTIFYING_SECTION, NOTHING)
    number = number_label(previous, numbering)
    held = f"เมื่อวันที่ {format_date(previous.held_on)}" if previous.held_on else ""
    return AgendaItem(CERTIFYING_SECTION, " ".join(part for part in ("รับรองรายงานการประชุม", number, held) if part))


def in_digits(items: Iterable[AgendaItem], numerals: Numerals) -> tuple[AgendaItem, ...]:
    """The items with what the program wrote into them in the office's digits: it stands beside what clerks type."""
    return tuple(replace(item, title=numerals.show(item.title), facts=numerals.show(item.facts)) for item in items)


def previous_meeting(meeting: MeetingHead, meetings: Sequence[H]) -> H | None:
    """The meeting of the same committee or name that was held last before this one, or None.

    Numbers tell where a day is missing. One without a day is taken only where no other comes into question.
    """
    earlier = [
        other
        for other in meetings
        if other.id != meeting.id and same_series(other, meeting) and _may_be_before(other, meeting)
    ]
    return last_held(sorted(earlier, key=_order))


def last_held(meetings: Sequence[H]) -> H | None:
    """Of meetings in their order the last with a day, else the last; None of none."""
    return next((one for one in reversed(meetings) if one.held_on), meetings[-1] if meetings else None)


def _may_be_before(other: MeetingHead, meeting: MeetingHead) -> bool:
    if other.held_on and meeting.held_on:
        return other.held_on < meeting.held_on
    if other.number and meeting.number and other.plan_year == meeting.plan_year:
        return other.number < meeting.number
    return True


def next_number(meeting: MeetingHead, meetings: Iterable[MeetingHead], numbering: MeetingNumbering) -> int:
    """The number that follows the last one of the same series in the same numbering year; 1 for the first."""
    year = number_year(meeting, numbering)
    numbers = [
        other.number
        for other in meetings
        if other.number and other.id != meeting.id and same_series(other, meeting)
        if number_year(other, numbering) == year
    ]
    return max(numbers, default=0) + 1


def renumbered(
    meeting: MeetingHead, moved: MeetingHead, meetings: Sequence[MeetingHead], numbering: MeetingNumbering
) -> int | None:
    """The number of a meeting whose day `moved` into another numbering year.

    Only a number that was proposed follows; one that the clerk typed, or none, stays.
    """
    is_proposed = meeting.number == next_number(meeting, meetings, numbering)
    if not is_proposed or number_year(meeting, numbering) == number_year(moved, numbering):
        return meeting.number
    return next_number(moved, meetings, numbering)


def later_meetings(meeting: MeetingHead, meetings: Sequence[H]) -> tuple[H, ...]:
    """The meetings that can have certified the minutes: held after this one, the same series first."""
    found = [
        other
        for other in meetings
        if other.id not in (meeting.id, NEW)
        and not (meeting.held_on and other.held_on and other.held_on <= meeting.held_on)
    ]
    return tuple(sorted(found, key=lambda other: (not same_series(other, meeting), _order(other))))


def certify(meeting: Meeting, certifying: MeetingHead | None) -> Meeting:
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


def same_series(one: MeetingHead, other: MeetingHead) -> bool:
    """Whether both are meetings of one committee, or bear one name."""
    if one.committee_id is not None and one.committee_id == other.committee_id:
        return True
    return bool(one.name) and one.name == other.name


def _serves(committee: Committee, first: date, last: date) -> bool:
    begins = committee.valid_from or committee.order_date or date.min
    return begins <= last and (committee.valid_until is None or first <= committee.valid_until)


def _appointed(committee: Committee) -> tuple[date, int]:
    return committee.order_date or committee.valid_from or date.min, committee.id


def _order(meeting: MeetingHead) -> tuple[bool, int, int, int]:
    held = meeting.held_on.toordinal() if meeting.held_on else 0
    return (held == 0, held, meeting.number or 0, meeting.id)
