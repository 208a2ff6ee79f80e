"""The external letter (หนังสือภายนอก) that invites to a meeting, on paper: a letter for each recipient."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import InvitationLetterDocument
from ita_desktop.pdf.blocks import Block, body, labelled, line, space, together
from ita_desktop.pdf.build import NewPage, lay_out, new_page
from ita_desktop.pdf.letter_parts import letter_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta

_MIDDLE_MM = 80.0
"""Half the width of the text: the date begins below the middle of the ครุฑ."""
_SIGNATURE_MM = 60.0
_ROOM_TO_SIGN = 62.0
_ABOVE_CONTACT = 30.0
_LEAST_ROOM = (1.0, 0.8, 0.65)
"""Shares of the room to sign and of the gaps that are tried, so that a letter stays on one page."""


def letter(document: InvitationLetterDocument) -> bytes:
    """All letters in one PDF, each on pages of its own."""
    page = Page(numerals=document.meta.numerals)
    layouts = (lay_out(_story(document, share), page) for share in _LEAST_ROOM)
    one_page_each = (layout for layout in layouts if layout.page_count == len(document.recipients))
    layout = next(one_page_each, None) or lay_out(_story(document, 1.0), page)
    return layout.pdf(file_meta(document.meta))


def _story(document: InvitationLetterDocument, share: float) -> list[Block | NewPage]:
    story: list[Block | NewPage] = []
    for recipient in document.recipients:
        story += [*([new_page(restart=True)] if story else []), *_letter(document, recipient, share)]
    return story


def _letter(document: InvitationLetterDocument, recipient: str, share: float) -> Iterator[Block]:
    yield letter_head(document.number, document.sender, document.garuda)
    yield line(document.dated, left_mm=_MIDDLE_MM, before=6, keep_with_next=True)
    greeting = (document.greeting, (recipient,))
    heads = ((head.label, head.lines) for head in (document.subject, *document.heads))
    first, *more = heads
    for label, lines in (first, greeting, *more):
        yield labelled([(label, "\n".join(lines))], left_mm=0, before=6, after=0)
    for number, text in enumerate(document.paragraphs):
        yield body(text, before=0 if number else 6, after=6 * share)
    name = [line(text, align="center", left_mm=_SIGNATURE_MM) for text in document.signature.lines]
    farewell = line(document.farewell, align="center", left_mm=_SIGNATURE_MM, before=12 * share)
    yield together([farewell, space(_ROOM_TO_SIGN * share), *name], keep_with_previous=True)
    if document.contact:
        contact = [
            line(text, before=0 if number else _ABOVE_CONTACT * share) for number, text in enumerate(document.contact)
        ]
        yield together(contact, keep_with_previous=True)
