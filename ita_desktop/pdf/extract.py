"""The certified copy of one resolution on paper."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import ExtractDocument
from ita_desktop.pdf.blocks import Block, heading, signature
from ita_desktop.pdf.build import build
from ita_desktop.pdf.meeting_parts import meeting_head, minutes_item
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta
from ita_desktop.pdf.styles import Text, bold

_DOTS = "." * 44


def extract(document: ExtractDocument) -> bytes:
    """The copy as a PDF."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: ExtractDocument) -> Iterator[Block]:
    yield from meeting_head(document.title_lines, document.mark)
    if document.heading:
        yield heading(document.heading, 2)
    yield from minutes_item(document.item)
    lines: list[Text] = [bold(document.certification), "", f"ลงชื่อ {_DOTS}", *document.signature.lines, document.dated]
    yield signature(lines, left_mm=60, before=30)
