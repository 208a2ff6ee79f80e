"""The minutes on paper, after แบบที่ 11: no ครุฑ, the short rule below the head."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import MinutesDocument, MinutesItem, PeopleList
from ita_desktop.pdf.blocks import Block, body, heading, line, rule, side_by_side
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import QUIET, file_meta, measures_table, signed
from ita_desktop.pdf.styles import bold

_NUMBER, _NAME, _POST, _ROLE = 5.5, 31.0, 41.0, 22.5


def minutes(document: MinutesDocument) -> bytes:
    """The minutes as a PDF."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: MinutesDocument) -> Iterator[Block]:
    if document.mark:
        yield line(document.mark, align="right", size=14, colour=QUIET, keep_with_next=True)
    yield heading(document.title_lines[0], 1, size=16, after=0)
    for text in document.title_lines[1:]:
        yield line(text, align="center", bold=True, keep_with_next=True)
    yield rule()
    for people in document.people:
        yield from _people(people)
    yield line(document.started, bold=True, before=8)
    for part in document.parts:
        yield heading(part.heading, 2)
        for item in part.items:
            yield from _item(item)
    yield line(document.ended, bold=True, before=10)
    for block in document.signatures:
        yield signed(block)


def _people(people: PeopleList) -> Iterator[Block]:
    yield heading(people.heading, 2, before=6)
    rows = [[one.number, one.name, one.post, one.role] for one in people.people]
    if any(one.role for one in people.people):
        yield side_by_side(rows, (_NUMBER, _NAME, _POST, _ROLE))
    else:
        yield side_by_side([row[:3] for row in rows], (_NUMBER, _NAME, _POST + _ROLE))


def _item(item: MinutesItem) -> Iterator[Block]:
    if item.title:
        yield heading(item.title, 3, outline=False)
    for text in item.paragraphs:
        yield body(text)
    if item.rows:
        yield measures_table(item.columns, item.rows, filled_only=True)
    if item.resolution_heading:
        first, *more = item.resolution
        yield body([bold(item.resolution_heading), f"  {first}"])
        for text in more:
            yield body(text)
