"""The agenda of a meeting on paper, under the head that its minutes will have."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import AgendaDocument, AgendaPart
from ita_desktop.pdf.blocks import Block, heading, labelled, line
from ita_desktop.pdf.build import build
from ita_desktop.pdf.letter_parts import blank_lines
from ita_desktop.pdf.meeting_parts import meeting_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta
from ita_desktop.pdf.styles import FIRST_LINE_MM

_LINES_TO_WRITE = 2


def agenda(document: AgendaDocument) -> bytes:
    """The agenda as a PDF."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: AgendaDocument) -> Iterator[Block]:
    yield from meeting_head(document.title_lines)
    for part in document.parts:
        yield from _part(part)


def _part(part: AgendaPart) -> Iterator[Block]:
    yield heading(part.heading, 2)
    for entry in part.entries:
        text = f"{entry.title}\n{entry.note}" if entry.note else entry.title
        yield labelled([(entry.number, text)], after=3)
    if part.remark:
        yield line(part.remark, left_mm=FIRST_LINE_MM)
    elif not part.entries:
        yield blank_lines(_LINES_TO_WRITE, left_mm=FIRST_LINE_MM)
