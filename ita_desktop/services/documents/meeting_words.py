"""How papers speak of a meeting: its name, number, day, place and chair."""

import re

from ita_desktop.domain.meeting import Attendance, Meeting, Presence, number_label
from ita_desktop.domain.paper import DocumentKind, PaperMeta
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date, format_short_date, format_time

_LEADING = re.compile(r"^(?:รายงาน)?(?:การ)?ประชุม\s*(?=\S)")


def name(source: PaperSource, meeting: Meeting) -> str:
    """The committee or meeting as it stands behind รายงานการประชุม; the words การประชุม are never doubled."""
    typed = meeting.name.strip()
    if not typed:
        found = (committee.name for committee in source.committees if committee.id == meeting.committee_id)
        typed = next(found, "").strip()
    return _LEADING.sub("", typed)


def number(source: PaperSource, meeting: Meeting) -> str:
    """`ครั้งที่ 1/2569`, or empty."""
    return number_label(meeting, source.office.meeting_numbering)


def title(source: PaperSource, meeting: Meeting) -> str:
    """`การประชุม<name> ครั้งที่ 1/2569`."""
    return f"การประชุม{name(source, meeting)} {number(source, meeting)}".strip()


def paper_title(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> str:
    """What the paper calls itself: kind, meeting and number."""
    if kind is DocumentKind.MINUTES:
        return f"{kind.words}{name(source, meeting)} {number(source, meeting)}".strip()
    return f"{kind.words} {title(source, meeting)}"


def short_title(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> str:
    """Kind, number and day, which tell the papers of a year apart; the meeting's name only without a number."""
    held = f"({format_short_date(meeting.held_on)})" if meeting.held_on else ""
    numbered = number(source, meeting)
    parts = (kind.words, numbered, held, "" if numbered else name(source, meeting))
    return " ".join(part for part in parts if part)


def list_title(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> str:
    """How a list of papers names it: what tells it apart first, then the meeting's name."""
    short = short_title(source, meeting, kind)
    return f"{short} {name(source, meeting)}".strip() if number(source, meeting) else short


def meta(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> PaperMeta:
    """What a paper of the meeting says of itself."""
    return wording.meta(source, kind, paper_title(source, meeting, kind), short_title(source, meeting, kind))


def place(meeting: Meeting) -> str:
    """`ณ ห้องประชุม…`, or empty."""
    typed = re.sub(r"^ณ\s+", "", meeting.place.strip())
    return f"ณ {typed}" if typed else ""


def day_and_time(meeting: Meeting) -> str:
    """`เมื่อวันที่ 26 มีนาคม 2569 เวลา 09.30 น.`, as far as known."""
    day = f"เมื่อวันที่ {format_date(meeting.held_on)}" if meeting.held_on else ""
    time = f"เวลา {format_time(meeting.starts_at)}" if meeting.starts_at and day else ""
    return " ".join(part for part in (day, time) if part)


def purpose(source: PaperSource, meeting: Meeting) -> str:
    """What the meeting was for, in its own words or the standard ones."""
    subject = meeting.subject.strip()
    if not subject:
        return wording.standard(source, source.texts.meeting_purpose)
    if subject.startswith(("เพื่อ", "เรื่อง")):
        return subject
    return f"เรื่อง {subject}" if subject.startswith(("การ", "ความ", "ผล")) else f"เพื่อ{subject}"


def present(meeting: Meeting) -> tuple[Attendance, ...]:
    """ผู้มาประชุม; the chair was there even when the list does not name them."""
    people = meeting.people(Presence.PRESENT)
    chair = meeting.chair
    if chair.name and all(attendance.person.name != chair.name for attendance in meeting.attendances):
        return (Attendance(chair, role="ประธานที่ประชุม"), *people)
    return people
