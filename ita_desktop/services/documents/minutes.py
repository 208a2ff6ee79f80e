"""What the minutes of one meeting say, after แบบที่ 11 of the correspondence regulation (ita.md 5.1)."""

from collections.abc import Iterator

from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, MeetingStatus, Presence
from ita_desktop.domain.meeting_documents import MinutesDocument, MinutesItem, MinutesPart, PeopleList, PersonLine
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date, format_time

RESOLUTION = "มติที่ประชุม"
NONE = "ไม่มี"
BLANK_TIME = "." * 16
BLANK_LINE = "." * 60
_CERTIFYING = 2


def minutes(source: PaperSource, meeting: Meeting) -> MinutesDocument:
    """The minutes; the five agenda heads always stand, a head without items says ไม่มี."""
    name, number = meeting_words.name(source, meeting), meeting_words.number(source, meeting)
    held = f"เมื่อวันที่ {format_date(meeting.held_on)}" if meeting.held_on else ""
    office = source.office.long_name
    title_lines = (
        f"{DocumentKind.MINUTES.words}{name.removesuffix(office).strip()}",
        office,
        number,
        held,
        meeting_words.place(meeting),
    )
    return MinutesDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.MINUTES),
        title_lines=tuple(line for line in title_lines if line),
        people=tuple(_people(meeting)),
        started=f"เริ่มประชุมเวลา {format_time(meeting.starts_at) if meeting.starts_at else f'{BLANK_TIME} น.'}",
        parts=tuple(_part(source, meeting, section) for section in range(1, len(AGENDA_HEADS) + 1)),
        ended=f"เลิกประชุมเวลา {format_time(meeting.ends_at) if meeting.ends_at else f'{BLANK_TIME} น.'}",
        signatures=(
            wording.signature(meeting.recorder, "ผู้จดรายงานการประชุม"),
            wording.signature(meeting.checker, "ผู้ตรวจรายงานการประชุม"),
        ),
        mark=f"({meeting.status.words})" if meeting.status is MeetingStatus.DRAFT else "",
    )


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
    stands_in = f"แทน {attendance.substitute_for}" if attendance.substitute_for else ""
    post = " ".join(part for part in (attendance.person.title, stands_in) if part)
    reason = f"({attendance.reason})" if attendance.role and attendance.reason else attendance.reason
    role = " ".join(part for part in (attendance.role, reason) if part)
    return PersonLine(f"{n}.", attendance.person.name, post, role)


def _part(source: PaperSource, meeting: Meeting, section: int) -> MinutesPart:
    heading = f"ระเบียบวาระที่ {section} {AGENDA_HEADS[section - 1]}"
    written = [item for item in meeting.items(section) if not item.is_empty]
    if written:
        items = tuple(_item(source, item, f"{section}.{n}") for n, item in enumerate(written, start=1))
    elif section == _CERTIFYING and (certified := _certified(source, meeting)):
        items = certified
    else:
        items = (MinutesItem(paragraphs=(NONE,)),)
    return MinutesPart(heading, items)


def _certified(source: PaperSource, meeting: Meeting) -> tuple[MinutesItem, ...]:
    """The minutes that this meeting certified, as the meetings themselves record it."""
    earlier = [other for other in source.meetings if meeting.id and other.certified_by_id == meeting.id]
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


def _item(source: PaperSource, item: AgendaItem, number: str) -> MinutesItem:
    measures = source.measures_named(item.measure_ids)
    return MinutesItem(
        title=f"{number} {item.title}".strip(),
        paragraphs=(*_lines(item.facts), *_lines(item.discussion)),
        resolution_heading=RESOLUTION,
        resolution=tuple(_resolution(item)),
        columns=wording.COLUMNS if measures else (),
        rows=tuple(wording.plan_row(source, measure) for measure in measures),
    )


def _resolution(item: AgendaItem) -> Iterator[str]:
    yield from _lines(item.resolution) or (BLANK_LINE,)
    owner = f"ผู้รับผิดชอบ {item.owner}" if item.owner else ""
    due = f"กำหนดแล้วเสร็จ {format_date(item.due)}" if item.due else ""
    if owner or due:
        yield " ".join(part for part in (owner, due) if part)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
