"""What a careful colleague would remark on meetings before their papers are printed."""

from collections import Counter
from collections.abc import Iterator

from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import Committee, Meeting, Presence, number_label, number_year
from ita_desktop.domain.office import MeetingNumbering
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic


def check_meetings(
    meetings: list[Meeting], committees: tuple[Committee, ...], numbering: MeetingNumbering
) -> Iterator[Remark]:
    """Each meeting against the clock, the year and its people, and the numbers among each other."""
    numbers = Counter((m.name, m.number, number_year(m, numbering)) for m in meetings if m.number)
    members = {committee.id: len(committee.members) for committee in committees}
    for meeting in meetings:
        yield from check_meeting(meeting, members.get(meeting.committee_id or NEW, 0))
        if meeting.number and numbers[meeting.name, meeting.number, number_year(meeting, numbering)] > 1:
            yield _about(meeting, "number", f"มีการประชุม {number_label(meeting, numbering)} ซ้ำกันมากกว่าหนึ่งรายการ")


def check_meeting(meeting: Meeting, member_count: int = 0) -> Iterator[Remark]:
    """One meeting by itself; `member_count` 0 when the committee is not known."""
    if meeting.starts_at and meeting.ends_at and meeting.ends_at <= meeting.starts_at:
        yield _about(meeting, "ends_at", "เวลาเลิกประชุมต้องอยู่หลังเวลาเริ่มประชุม", Severity.ERROR)
    if meeting.held_on and meeting.held_on not in meeting.plan_year:
        yield _about(meeting, "held_on", f"วันประชุมอยู่นอกปีงบประมาณ พ.ศ. {meeting.plan_year}")
    if not meeting.held_on:
        yield _about(meeting, "held_on", "ยังไม่ได้กรอกวันประชุม")
    if not meeting.chair.name:
        yield _about(meeting, "chair", "ยังไม่ได้ระบุประธานในที่ประชุม")
    if not meeting.recorder.name:
        yield _about(meeting, "recorder", "ยังไม่ได้ระบุผู้จดรายงานการประชุม", Severity.HINT)
    names = Counter(attendance.person.name for attendance in meeting.attendances if attendance.person.name)
    for name, count in names.items():
        if count > 1:
            yield _about(meeting, "attendances", f"มีชื่อ {name} ซ้ำกัน {count} แห่งในรายชื่อผู้ประชุม")
    present = len(meeting.people(Presence.PRESENT))
    if member_count and present * 2 <= member_count:
        yield _about(meeting, "attendances", f"ผู้มาประชุม {present} คน ไม่เกินกึ่งหนึ่งของกรรมการ {member_count} คน")


def _about(meeting: Meeting, field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
    what = f"{meeting.name or 'การประชุม'}{f' ครั้งที่ {meeting.number}' if meeting.number else ''}"
    return Remark(severity, Topic.MEETINGS, f"{what}: {sentence}", meeting.plan_year, meeting.id, field, sentence)
