"""Who is expected at a meeting, for the sheet that they sign."""

from collections.abc import Sequence

from ita_desktop.domain.meeting import Attendance, Meeting, Presence
from ita_desktop.domain.meeting_documents import SignInDocument, SignInGroup, SignInRow
from ita_desktop.domain.meeting_proposals import committee_attendances
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents import meeting_words
from ita_desktop.services.documents.source import PaperSource

COLUMNS = ("ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "ลายมือชื่อ", "หมายเหตุ")


def sign_in(source: PaperSource, meeting: Meeting) -> SignInDocument:
    """The sheet: members first, those excused too, then other attendees; the committee where nobody is listed."""
    members = meeting_words.members(meeting)
    committee = meeting_words.committee(source, meeting)
    if not meeting.attendances and committee is not None and committee.members:
        members = committee_attendances(committee)
    guests = meeting.people(Presence.ATTENDING)
    groups = [(Presence.PRESENT.words, members), (Presence.ATTENDING.words, guests)]
    return SignInDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.SIGN_IN),
        title_lines=(
            DocumentKind.SIGN_IN.words,
            *meeting_words.planned_head(source, meeting, "การประชุม"),
        ),
        columns=COLUMNS,
        groups=tuple(_numbered([(heading if guests else "", people) for heading, people in groups if people])),
    )


def _numbered(groups: Sequence[tuple[str, Sequence[Attendance]]]) -> list[SignInGroup]:
    """The numbers run on from group to group, so that the last one counts all."""
    made, count = [], 0
    for heading, people in groups:
        rows = tuple(_row(n, one) for n, one in enumerate(people, start=count + 1))
        made.append(SignInGroup(heading, rows))
        count += len(rows)
    return made


def _row(number: int, one: Attendance) -> SignInRow:
    stands_in = f"แทน {one.substitute_for}" if one.substitute_for else ""
    post = " ".join(part for part in (one.person.title, stands_in) if part)
    excused = one.reason if one.presence is Presence.ABSENT else ""
    return SignInRow(str(number), one.person.name, post, one.role, excused)
