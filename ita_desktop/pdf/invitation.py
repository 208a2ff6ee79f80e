"""The memo (บันทึกข้อความ) that calls a meeting, on paper."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import InvitationDocument
from ita_desktop.pdf.blocks import Block, body, labelled
from ita_desktop.pdf.build import build
from ita_desktop.pdf.letter_parts import filled, memo_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, signed


def invitation(document: InvitationDocument) -> bytes:
    """The memo as a PDF; without a ครุฑ its space stays free."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: InvitationDocument) -> Iterator[Block]:
    yield memo_head(document.heading, document.garuda)
    yield filled(document.unit)
    yield filled(document.number, document.dated)
    yield filled(document.subject)
    for head in document.heads:
        yield labelled([(head.label, "\n".join(head.lines))], left_mm=0, before=6, after=0)
    for number, text in enumerate(document.paragraphs):
        yield body(text, before=0 if number else 6, after=6)
    yield signed(document.signature)
