"""The minutes on paper, after แบบที่ 11: no ครุฑ, the short rule below the head."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import MinutesDocument, PeopleList
from ita_desktop.pdf.blocks import Block, heading, line, side_by_side, together
from ita_desktop.pdf.build import build
from ita_desktop.pdf.meeting_parts import meeting_head, minutes_item
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, signed

_NUMBER, _NAME, _POST, _ROLE = 5.5, 31.0, 41.0, 22.5


def minutes(document: MinutesDocument) -> bytes:
    """The minutes as a PDF."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: MinutesDocument) -> Iterator[Block]:
    yield from meeting_head(document.title_lines, document.mark)
    for people in document.people:
        yield from _people(people)
    if document.quorum:
        yield line(document.quorum, before=4)
    yield line(document.started, bold=True, before=8)
    for part in document.parts:
        yield heading(part.heading, 2)
        for item in part.items:
            yield from minutes_item(item)
    yield line(document.ended, bold=True, before=10)
    for block in document.signatures:
        yield signed(block)
    if document.certified:
        yield together([line(document.certified, before=24)], keep_with_previous=True)


def _people(people: PeopleList) -> Iterator[Block]:
    yield heading(people.heading, 2, before=6)
    rows = [[one.number, one.name, one.post, one.role] for one in people.people]
    if any(one.role for one in people.people):
        yield side_by_side(rows, (_NUMBER, _NAME, _POST, _ROLE))
    else:
        yield side_by_side([row[:3] for row in rows], (_NUMBER, _NAME, _POST + _ROLE))
