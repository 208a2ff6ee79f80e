"""How papers speak of a meeting: its name, number, day, place and chair."""

import re
from dataclasses import dataclass

from ita_desktop.domain.meeting import AgendaItem, Attendance, Committee, Meeting, Presence, number_label
from ita_desktop.domain.meeting_proposals import NOTHING
from ita_desktop.domain.paper import DocumentKind, PaperMeta
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import WEEKDAYS, format_date, format_short_date, format_time

BLANK_DATE, BLANK_TIME, BLANK_PLACE = "." * 40, "." * 16, "." * 60
"""Room to write what is not known yet."""
_LEADING = re.compile(r"^(?:รายงาน)?(?:การ)?ประชุม\s*(?=\S)")
MEETING = "การประชุม"


def name(source: PaperSource, meeting: Meeting) -> str:
    """The committee or meeting as it stands behind รายงานการประชุม; the words การประชุม are never doubled."""
    typed = meeting.name.strip()
    if not typed:
        found = committee(source, meeting)
        typed = found.name.strip() if found else ""
    return _LEADING.sub("", typed)


def number(source: PaperSource, meeting: Meeting) -> str:
    """`ครั้งที่ 1/2569`, or empty."""
    return number_label(meeting, source.office.meeting_numbering)


def title(source: PaperSource, meeting: Meeting) -> str:
    """`การประชุม<name> ครั้งที่ 1/2569`."""
    return f"การประชุม{name(source, meeting)} {number(source, meeting)}".strip()


def paper_title(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> str:
    """What the paper calls itself: kind, meeting and number."""
    if kind.words.endswith(MEETING):
        return f"{kind.words}{name(source, meeting)} {number(source, meeting)}".strip()
    return f"{kind.words} {title(source, meeting)}"


def short_title(source: PaperSource, meeting: Meeting, kind: DocumentKind, part: str = "") -> str:
    """Kind, number and day, which tell the papers of a year apart; the meeting's name only without a number.

    `part` is what the paper tells of the meeting, where there is a paper for each.
    """
    held = f"({format_short_date(meeting.held_on)})" if meeting.held_on else ""
    numbered = number(source, meeting)
    parts = (kind.words, numbered, part, held, "" if numbered else name(source, meeting))
    return " ".join(part for part in parts if part)


def list_title(source: PaperSource, meeting: Meeting, kind: DocumentKind) -> str:
    """How a list of papers names it: what tells it apart first, then the meeting's name."""
    short = short_title(source, meeting, kind)
    return f"{short} {name(source, meeting)}".strip() if number(source, meeting) else short


def group_title(source: PaperSource, meeting: Meeting) -> str:
    """What heads the papers of the meeting in a list: number, day and name, as far as known."""
    held = f"({format_short_date(meeting.held_on)})" if meeting.held_on else ""
    known = " ".join(part for part in (number(source, meeting), held, name(source, meeting)) if part)
    return f"{MEETING} {known}" if known else "การประชุมที่ยังไม่มีชื่อ"


def meta(source: PaperSource, meeting: Meeting, kind: DocumentKind, part: str = "") -> PaperMeta:
    """What a paper of the meeting says of itself; `part` as in `short_title`."""
    words = f"{paper_title(source, meeting, kind)} {part}".strip()
    return wording.meta(source, kind, words, short_title(source, meeting, kind, part))


def head_lines(source: PaperSource, meeting: Meeting, opening: str, held: str, where: str) -> tuple[str, ...]:
    """The centred head of a paper: what it is with the meeting's name, office, number, day and place."""
    office = source.office.long_name
    first = f"{opening}{name(source, meeting).removesuffix(office).strip()}"
    lines = (
        first if first != MEETING else "",
        office,
        number(source, meeting),
        held,
        where,
    )
    return tuple(line for line in lines if line)


def planned_head(source: PaperSource, meeting: Meeting, opening: str) -> tuple[str, ...]:
    """The head of a paper made before the meeting, with room to write a day or place that is not known yet."""
    day = f"วันที่ {format_date(meeting.held_on) if meeting.held_on else BLANK_DATE}"
    time = f"เวลา {format_time(meeting.starts_at) if meeting.starts_at else f'{BLANK_TIME} น.'}"
    return head_lines(source, meeting, opening, f"{day} {time}", place(meeting) or f"ณ {BLANK_PLACE}")


def held_head(source: PaperSource, meeting: Meeting, opening: str) -> tuple[str, ...]:
    """The head of a paper made after the meeting, without what is not known."""
    held = f"เมื่อวันที่ {format_date(meeting.held_on)}" if meeting.held_on else ""
    return head_lines(source, meeting, opening, held, place(meeting))


def committee(source: PaperSource, meeting: Meeting) -> Committee | None:
    """The committee that met, if it is known."""
    return next((one for one in source.committees if one.id == meeting.committee_id), None)


def is_nothing(item: AgendaItem) -> bool:
    """Whether the item only says that there is no business."""
    said = [text.strip() for text in (item.title, item.facts, item.discussion, item.resolution) if text.strip()]
    return said == [NOTHING] and not (item.measure_ids or item.tables or item.owner or item.due)


@dataclass(frozen=True, slots=True)
class Business:
    """An agenda item as papers number it: the item of this `rank` in its section, counted from 1."""

    rank: int
    item: AgendaItem
    place: int
    """Where the agenda has it, counted from 0."""

    @property
    def number(self) -> str:
        """`4.1`."""
        return f"{self.item.section}.{self.rank}"


def business(meeting: Meeting, section: int) -> tuple[Business, ...]:
    """The items under an agenda head that something was written in."""
    of_section = [(place, item) for place, item in enumerate(meeting.agenda) if item.section == section]
    written = [(place, item) for place, item in of_section if not item.is_empty and not is_nothing(item)]
    return tuple(Business(n, item, place) for n, (place, item) in enumerate(written, start=1))


def place(meeting: Meeting) -> str:
    """`ณ ห้องประชุม…`, or empty."""
    typed = re.sub(r"^ณ\s+", "", meeting.place.strip())
    return f"ณ {typed}" if typed else ""


def day_and_time(meeting: Meeting) -> str:
    """`เมื่อวันที่ 26 มีนาคม 2569 เวลา 09.30 น.`, as far as known."""
    day = f"เมื่อวันที่ {format_date(meeting.held_on)}" if meeting.held_on else ""
    time = f"เวลา {format_time(meeting.starts_at)}" if meeting.starts_at and day else ""
    return " ".join(part for part in (day, time) if part)


def called_for(meeting: Meeting) -> str:
    """`ในวันจันทร์ที่ 10 พฤศจิกายน 2568 เวลา 09.30 น. ณ ห้องประชุม…`, with room to write what is not known yet."""
    day = meeting.held_on
    held = f"ในวัน{WEEKDAYS[day.weekday()]}ที่ {format_date(day)}" if day else f"ในวันที่ {BLANK_DATE}"
    time = f"เวลา {format_time(meeting.starts_at) if meeting.starts_at else f'{BLANK_TIME} น.'}"
    return f"{held} {time} {place(meeting) or f'ณ {BLANK_PLACE}'}"


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
    return _with_chair(meeting, meeting.people(Presence.PRESENT))


def members(meeting: Meeting) -> tuple[Attendance, ...]:
    """Everybody whom the meeting calls, those excused included, in their order; the chair even when not listed."""
    listed = tuple(one for one in meeting.attendances if one.presence is not Presence.ATTENDING)
    return _with_chair(meeting, listed)


def _with_chair(meeting: Meeting, people: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    chair = meeting.chair
    if chair.name and all(attendance.person.name != chair.name for attendance in meeting.attendances):
        return (Attendance(chair, role="ประธานที่ประชุม"), *people)
    return people
