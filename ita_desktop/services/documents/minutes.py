"""What the minutes of one meeting say, after แบบที่ 11 of the correspondence regulation (ita.md 5.1)."""

from collections.abc import Iterator
from dataclasses import replace

from ita_desktop.domain.meeting import (
    AgendaItem,
    AgendaTable,
    Attendance,
    CommitteeKind,
    Meeting,
    MeetingStatus,
    Presence,
)
from ita_desktop.domain.meeting_documents import MinutesDocument, MinutesItem, MinutesPart, PeopleList, PersonLine
from ita_desktop.domain.meeting_proposals import NOTHING
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.quorum import quorum
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.meeting_words import BLANK_TIME
from ita_desktop.services.documents.minutes_tables import minutes_tables
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date, format_time

RESOLUTION = "มติที่ประชุม"
BLANK_LINE = "." * 60
_CERTIFYING = 2


def minutes(source: PaperSource, meeting: Meeting) -> MinutesDocument:
    """The minutes; the five agenda heads always stand, a head without items says ไม่มี."""
    return MinutesDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.MINUTES, _version(source)),
        title_lines=(
            *meeting_words.held_head(source, meeting, DocumentKind.MINUTES.words),
            *_in_brackets(_version(source)),
        ),
        people=tuple(_people(meeting)),
        started=f"เริ่มประชุมเวลา {format_time(meeting.starts_at) if meeting.starts_at else f'{BLANK_TIME} น.'}",
        parts=tuple(_part(source, meeting, section) for section in range(1, len(AGENDA_HEADS) + 1)),
        ended=f"เลิกประชุมเวลา {format_time(meeting.ends_at) if meeting.ends_at else f'{BLANK_TIME} น.'}",
        signatures=(
            wording.signature(meeting.recorder, "ผู้จดรายงานการประชุม"),
            wording.signature(meeting.checker, "ผู้ตรวจรายงานการประชุม"),
        ),
        mark=draft_mark(meeting),
        quorum=_quorum(source, meeting),
        certified=_certified_by(source, meeting),
    )


def as_certified(kept: MinutesDocument, now: MinutesDocument) -> MinutesDocument:
    """The paper that was certified; which later meeting did it is no part of that paper and is told as it is now."""
    return replace(kept, certified=now.certified)


def draft_mark(meeting: Meeting) -> str:
    """What stands above the head of papers that tell of minutes nobody has checked yet."""
    return f"({meeting.status.words})" if meeting.status is MeetingStatus.DRAFT else ""


def _version(source: PaperSource) -> str:
    return f"ฉบับแก้ไขครั้งที่ {len(source.versions)}" if source.versions else ""


def _in_brackets(text: str) -> tuple[str, ...]:
    return (f"({text})",) if text else ()


def _certified_by(source: PaperSource, meeting: Meeting) -> str:
    if meeting.status is not MeetingStatus.CERTIFIED:
        return ""
    later = next((other for other in source.known_meetings if other.id == meeting.certified_by_id), None)
    if later is None:
        return "ที่ประชุมได้รับรองรายงานการประชุมนี้แล้ว"
    return f"ที่ประชุมได้รับรองรายงานการประชุมนี้แล้ว ในการประชุม{_which(source, later)}"


def _quorum(source: PaperSource, meeting: Meeting) -> str:
    """How many of the committee came, and that they were enough; minutes do not judge those who were too few."""
    committee = meeting_words.committee(source, meeting)
    found = quorum(replace(meeting, attendances=meeting_words.present(meeting)), committee)
    if committee is None or found is None:
        return ""
    called = "กรรมการ" if committee.kind is CommitteeKind.COMMITTEE else committee.kind.words
    reached = " ครบองค์ประชุม" if found.is_met else ""
    return f"{called}มาประชุม {found.present} คน จากทั้งหมด {found.members} คน{reached}"


def _people(meeting: Meeting) -> Iterator[PeopleList]:
    lists = (
        (Presence.PRESENT, meeting_words.present(meeting)),
        (Presence.ABSENT, meeting.people(Presence.ABSENT)),
        (Presence.ATTENDING, meeting.people(Presence.ATTENDING)),
    )
    for presence, people in lists:
        if people:
            yield PeopleList(presence.words, tuple(_line(n, one) for n, one in enumerate(people, start=1)))


def _line(n: int, attendance: Attendance) -> PersonLine:
    times = (
        f"(มาประชุมเวลา {format_time(attendance.arrived_at)})" if attendance.arrived_at else "",
        f"(ออกจากที่ประชุมเวลา {format_time(attendance.left_at)})" if attendance.left_at else "",
    )
    stands_in = f"แทน {attendance.substitute_for}" if attendance.substitute_for else ""
    post = " ".join(part for part in (attendance.person.title, stands_in) if part)
    reason = f"({attendance.reason})" if attendance.role and attendance.reason else attendance.reason
    role = " ".join(part for part in (attendance.role, reason, *times) if part)
    return PersonLine(f"{n}.", attendance.person.name, post, role)


def _part(source: PaperSource, meeting: Meeting, section: int) -> MinutesPart:
    heading = f"ระเบียบวาระที่ {section} {AGENDA_HEADS[section - 1]}"
    written = meeting_words.business(meeting, section)
    if written:
        items = tuple(minutes_item(source, one.item, one.number) for one in written)
    elif section == _CERTIFYING and (certified := _certified(source, meeting)):
        items = certified
    else:
        items = (MinutesItem(paragraphs=(NOTHING,)),)
    return MinutesPart(heading, items)


def _certified(source: PaperSource, meeting: Meeting) -> tuple[MinutesItem, ...]:
    """The minutes that this meeting certified, as the meetings themselves record it."""
    earlier = [other for other in source.known_meetings if meeting.id and other.certified_by_id == meeting.id]
    return tuple(
        MinutesItem(
            title=f"{_CERTIFYING}.{n} {DocumentKind.MINUTES.words}{_which(source, other)}",
            resolution_heading=RESOLUTION,
            resolution=("รับรองรายงานการประชุม",),
        )
        for n, other in enumerate(earlier, start=1)
    )


def _which(source: PaperSource, other: Meeting) -> str:
    held = f"เมื่อวันที่ {format_date(other.held_on)}" if other.held_on else ""
    words = (meeting_words.name(source, other), meeting_words.number(source, other), held)
    return " ".join(part for part in words if part)


def minutes_item(source: PaperSource, item: AgendaItem, number: str) -> MinutesItem:
    """The item with its texts, its measures and its tables; the whole plan holds the measures that it names."""
    measures = () if AgendaTable.MEASURES in item.tables else source.measures_named(item.measure_ids)
    return MinutesItem(
        title=f"{number} {item.title.strip()}".strip(),
        paragraphs=(*_lines(item.facts), *_lines(item.discussion)),
        resolution_heading=RESOLUTION,
        resolution=tuple(_resolution(item)),
        columns=wording.COLUMNS if measures else (),
        rows=tuple(wording.plan_row(source, measure) for measure in measures),
        tables=minutes_tables(source, item.tables),
    )


def _resolution(item: AgendaItem) -> Iterator[str]:
    yield from _lines(item.resolution) or (BLANK_LINE,)
    owner = f"ผู้รับผิดชอบ {item.owner}" if item.owner else ""
    due = f"กำหนดแล้วเสร็จ {format_date(item.due)}" if item.due else ""
    if owner or due:
        yield " ".join(part for part in (owner, due) if part)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
