"""What the certified copy of one resolution (คัดสำเนามติ) says."""

from dataclasses import replace

from ita_desktop.domain.meeting import Meeting
from ita_desktop.domain.meeting_documents import ExtractDocument, MinutesItem
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents import meeting_words, wording
from ita_desktop.services.documents.meeting_words import Business
from ita_desktop.services.documents.minutes import BLANK_LINE, RESOLUTION, draft_mark, minutes_item
from ita_desktop.services.documents.source import PaperSource

_LONGEST_TITLE = 60
"""Characters of an item's title where the resolutions of a meeting are listed."""


def resolved(meeting: Meeting) -> tuple[Business, ...]:
    """The items with a resolution, in the order of the minutes."""
    sections = range(1, len(AGENDA_HEADS) + 1)
    written = (one for section in sections for one in meeting_words.business(meeting, section))
    return tuple(one for one in written if one.item.resolution.strip())


def variant_words(one: Business) -> str:
    """How the resolutions of a meeting are told apart in a list."""
    title = " ".join(one.item.title.split())
    end = title.rfind(" ", 0, _LONGEST_TITLE) if len(title) > _LONGEST_TITLE else len(title)
    shown = title[: end if end > 0 else _LONGEST_TITLE]
    return f"วาระที่ {one.number} {shown}{wording.ELLIPSIS if shown != title else ''}".strip()


def extract(source: PaperSource, meeting: Meeting, position: int | None) -> ExtractDocument:
    """The copy of the item at that place in the agenda, else of the first that was resolved; blank without any."""
    of_meeting = resolved(meeting)
    found = next((one for one in of_meeting if one.place == position), of_meeting[0] if of_meeting else None)
    part = f"วาระที่ {found.number}" if found else ""
    return ExtractDocument(
        meta=meeting_words.meta(source, meeting, DocumentKind.EXTRACT, part),
        title_lines=(DocumentKind.EXTRACT.words, *_head(source, meeting)),
        heading=_heading(found.item.section) if found else "",
        item=_copied(source, found) if found else _BLANK,
        certification="สำเนาถูกต้อง",
        signature=wording.signature(meeting.recorder),
        dated=f"วันที่ {meeting_words.BLANK_DATE}",
        mark=draft_mark(meeting),
    )


_BLANK = MinutesItem(title=BLANK_LINE, resolution_heading=RESOLUTION, resolution=(BLANK_LINE,))


def _head(source: PaperSource, meeting: Meeting) -> tuple[str, ...]:
    """Which meeting it was; of certified minutes in the words of the paper that was certified."""
    if source.certified is None:
        return meeting_words.held_head(source, meeting, meeting_words.MEETING)
    first, *rest = source.certified.title_lines
    named = first.removeprefix(DocumentKind.MINUTES.words.removesuffix(meeting_words.MEETING))
    return (named, *rest) if named != meeting_words.MEETING else tuple(rest)


def _heading(section: int) -> str:
    return f"ระเบียบวาระที่ {section} {AGENDA_HEADS[section - 1]}"


def _copied(source: PaperSource, one: Business) -> MinutesItem:
    """The item without what was said about it: a copy of a resolution tells the resolution.

    Of certified minutes it is copied from the paper that was certified.
    """
    kept = source.certified.parts[one.item.section - 1].items if source.certified is not None else ()
    if one.rank <= len(kept):
        return replace(kept[one.rank - 1], paragraphs=(), tables=())
    return minutes_item(source, replace(one.item, facts="", discussion="", tables=()), one.number)
