"""What a careful colleague would remark on meetings before their papers are printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import Attendance, Committee, Meeting, MeetingHead, Presence, number_label, number_year
from ita_desktop.domain.meeting_people import listed_twice
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.domain.quorum import quorum, strangers
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.dates import WEEKDAYS, format_date, format_time

_SATURDAY = 5
"""As `date.weekday` counts; Sunday follows."""
_NAMED = 3
"""How many names a sentence lists."""


def check_meetings(
    meetings: Sequence[Meeting], committees: Iterable[Committee], numbering: MeetingNumbering
) -> Iterator[Remark]:
    """Each meeting against the clock, the year and its people, and the numbers among each other."""
    numbers = Counter(_numbered(meeting, numbering) for meeting in meetings if meeting.number)
    known = {committee.id: committee for committee in committees}
    for meeting in meetings:
        yield from check_meeting(meeting, known.get(meeting.committee_id or NEW))
        if meeting.number and numbers[_numbered(meeting, numbering)] > 1:
            yield _doubled(meeting, numbering)


def remarks_on(
    meeting: Meeting, meetings: Iterable[MeetingHead], committees: Iterable[Committee], numbering: MeetingNumbering
) -> tuple[Remark, ...]:
    """As `check_meetings`, on the one meeting alone; it may stand among `meetings`."""
    committee = next((one for one in committees if one.id == meeting.committee_id), None)
    found = list(check_meeting(meeting, committee))
    number = _numbered(meeting, numbering)
    if meeting.number and any(_numbered(other, numbering) == number for other in meetings if other.id != meeting.id):
        found.append(_doubled(meeting, numbering))
    return tuple(found)


def check_meeting(meeting: Meeting, committee: Committee | None = None) -> Iterator[Remark]:
    """One meeting by itself; without a committee its people are held against no list of members."""
    yield from _check_times(meeting)
    yield from _check_order(meeting, committee)
    yield from _check_signers(meeting)
    yield from _check_people(meeting, committee)
    invitation = meeting.invitation
    if invitation.dated and meeting.held_on and invitation.dated > meeting.held_on:
        yield _about(meeting, "invitation", "วันที่ของหนังสือเชิญอยู่หลังวันประชุม")


def _check_times(meeting: Meeting) -> Iterator[Remark]:
    if meeting.starts_at and meeting.ends_at and meeting.ends_at <= meeting.starts_at:
        yield _about(meeting, "ends_at", "เวลาเลิกประชุมต้องอยู่หลังเวลาเริ่มประชุม", Severity.ERROR)
    if meeting.held_on and meeting.held_on not in meeting.plan_year:
        yield _about(meeting, "held_on", f"วันประชุมอยู่นอกปีงบประมาณ พ.ศ. {meeting.plan_year}")
    if not meeting.held_on:
        yield _about(meeting, "held_on", "ยังไม่ได้กรอกวันประชุม")
    elif meeting.held_on.weekday() >= _SATURDAY:
        sentence = f"วันประชุมตรงกับวัน{WEEKDAYS[meeting.held_on.weekday()]} ซึ่งเป็นวันหยุดราชการ"
        yield _about(meeting, "held_on", sentence, Severity.HINT)


def _check_order(meeting: Meeting, committee: Committee | None) -> Iterator[Remark]:
    """Whether the committee's order was in force on the day."""
    day = meeting.held_on
    if committee is None or day is None:
        return
    begins = committee.valid_from or committee.order_date
    if begins and day < begins:
        sentence = f"{committee.kind.words}ชุดนี้เริ่มตั้งแต่วันที่ {format_date(begins)} หลังวันประชุม ตรวจคำสั่งแต่งตั้ง"
        yield _about(meeting, "name", sentence)
    elif committee.valid_until and day > committee.valid_until:
        ended = format_date(committee.valid_until)
        yield _about(meeting, "name", f"{committee.kind.words}ชุดนี้สิ้นสุดเมื่อวันที่ {ended} ก่อนวันประชุม ตรวจคำสั่งแต่งตั้ง")


def _check_signers(meeting: Meeting) -> Iterator[Remark]:
    chair = meeting.chair.name
    if not chair:
        yield _about(meeting, "chair", "ยังไม่ได้ระบุประธานในที่ประชุม")
    elif meeting.attendances:
        lists = {one.presence for one in meeting.attendances if one.person.name == chair}
        if Presence.ABSENT in lists:
            yield _about(meeting, "chair", f"ประธานในที่ประชุม {chair} อยู่ในรายชื่อผู้ไม่มาประชุม")
        elif Presence.PRESENT not in lists:
            yield _about(meeting, "chair", f"ประธานในที่ประชุม {chair} ไม่อยู่ในรายชื่อผู้มาประชุม")
    if not meeting.recorder.name:
        yield _about(meeting, "recorder", "ยังไม่ได้ระบุผู้จดรายงานการประชุม", Severity.HINT)


def _check_people(meeting: Meeting, committee: Committee | None) -> Iterator[Remark]:
    for name in listed_twice(meeting.attendances):
        count = sum(one.person.name == name for one in meeting.attendances)
        yield _about(meeting, "attendances", f"มีชื่อ {name} ซ้ำกัน {count} แห่งในรายชื่อผู้ประชุม")
    for attendance in meeting.attendances:
        for severity, sentence in clock_remarks(meeting, attendance):
            yield _about(meeting, "attendances", f"{attendance.person.name} {sentence}", severity)
    found = quorum(meeting, committee)
    if found is not None and not found.is_met:
        yield _about(meeting, "attendances", found.words)
    if committee is not None and committee.members:
        others = [one.person.name for one in strangers(meeting, committee) if one.person.name]
        if others:
            more = f" และอีก {len(others) - _NAMED} คน" if len(others) > _NAMED else ""
            listed = f"{' '.join(others[:_NAMED])}{more}"
            sentence = f"{listed} ไม่ใช่กรรมการตามคำสั่ง หากไม่ได้มาแทนผู้ใด ให้ย้ายไปผู้เข้าร่วมประชุม"
            yield _about(meeting, "attendances", sentence, Severity.HINT)


def clock_remarks(meeting: Meeting, attendance: Attendance) -> Iterator[tuple[Severity, str]]:
    """What is odd about coming late and leaving early, to follow the person's name; both lie within the meeting."""
    came, left = attendance.arrived_at, attendance.left_at
    if came and left and left <= came:
        yield Severity.ERROR, "ออกจากที่ประชุมก่อนเวลาที่มา"
    for at, what in ((came, "มาถึง"), (left, "ออกจากที่ประชุม")):
        if at and meeting.starts_at and at < meeting.starts_at:
            yield Severity.WARNING, f"{what}เวลา {format_time(at)} ก่อนเริ่มประชุม"
        if at and meeting.ends_at and at > meeting.ends_at:
            yield Severity.WARNING, f"{what}เวลา {format_time(at)} หลังเลิกประชุม"


def _numbered(meeting: MeetingHead, numbering: MeetingNumbering) -> tuple[str | int, int | None, int]:
    # The committee tells meetings apart better than a name that may be typed in two ways.
    return meeting.committee_id or meeting.name, meeting.number, number_year(meeting, numbering)


def _doubled(meeting: Meeting, numbering: MeetingNumbering) -> Remark:
    return _about(meeting, "number", f"มีการประชุม {number_label(meeting, numbering)} ซ้ำกันมากกว่าหนึ่งรายการ")


def _about(meeting: Meeting, field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
    what = f"{meeting.name or 'การประชุม'}{f' ครั้งที่ {meeting.number}' if meeting.number else ''}"
    return Remark(severity, Topic.MEETINGS, f"{what}: {sentence}", meeting.plan_year, meeting.id, field, sentence)
