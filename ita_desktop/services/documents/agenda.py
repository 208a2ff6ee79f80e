"""What the agenda of a meeting says."""

from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.meeting_documents import AgendaDocument, AgendaEntry, AgendaPart
from ita_desktop.domain.meeting_proposals import CERTIFYING_SECTION, NOTHING, certifying_item, previous_meeting
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.source import PaperSource

_OPEN_SECTIONS = (1, 5)
"""Heads whose business often comes up at the meeting only: without items they keep a line to write on."""


def agenda(source: PaperSource, meeting: Meeting) -> AgendaDocument:
    """The five heads with what is to be talked about; the second certifies the minutes before."""
    return AgendaDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.AGENDA),
        title_lines=meeting_words.planned_head(source, meeting, DocumentKind.AGENDA.words),
        parts=tuple(_part(source, meeting, section) for section in range(1, len(AGENDA_HEADS) + 1)),
    )


def _part(source: PaperSource, meeting: Meeting, section: int) -> AgendaPart:
    heading = f"ระเบียบวาระที่ {section} {AGENDA_HEADS[section - 1]}"
    entries = tuple(_entry(one.number, one.item) for one in meeting_words.business(meeting, section))
    said_none = any(meeting_words.is_nothing(item) for item in meeting.items(section))
    if not entries and section == CERTIFYING_SECTION and not said_none:
        before = previous_meeting(meeting, source.known_meetings)
        numbering = source.office.meeting_numbering
        entries = (_entry(f"{section}.1", certifying_item(before, numbering)),) if before else ()
    if entries:
        return AgendaPart(heading, entries)
    return AgendaPart(heading, remark="" if section in _OPEN_SECTIONS and not said_none else NOTHING)


def _entry(number: str, item: AgendaItem) -> AgendaEntry:
    title = item.title.strip() or next((line.strip() for line in item.facts.splitlines() if line.strip()), "")
    tables = tuple(table.words for table in dict.fromkeys(item.tables))
    return AgendaEntry(number, title, f"เอกสารประกอบ: {wording.listed(tables)}" if tables else "")
