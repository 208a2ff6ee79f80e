"""The external letter (หนังสือภายนอก) that invites to a meeting, on paper: a letter for each recipient."""

from collections.abc import Iterator

from ita_desktop.domain.meeting_documents import InvitationLetterDocument
from ita_desktop.pdf.blocks import Block, body, labelled, line, space, together
from ita_desktop.pdf.build import NewPage, build, new_page
from ita_desktop.pdf.letter_parts import letter_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta

_MIDDLE_MM = 80.0
"""Half the width of the text: the date begins below the middle of the ครุฑ."""
_SIGNATURE_MM = 60.0
_ROOM_TO_SIGN = 62.0


def letter(document: InvitationLetterDocument) -> bytes:
    """All letters in one PDF, each on pages of its own."""
    story: list[Block | NewPage] = []
    for recipient in document.recipients:
        story += [*([new_page(restart=True)] if story else []), *_letter(document, recipient)]
    return build(story, file_meta(document.meta), Page(numerals=document.meta.numerals))


def _letter(document: InvitationLetterDocument, recipient: str) -> Iterator[Block]:
    yield letter_head(document.number, document.sender, document.garuda)
    yield line(document.dated, left_mm=_MIDDLE_MM, before=6, keep_with_next=True)
    greeting = (document.greeting, (recipient,))
    heads = ((head.label, head.lines) for head in (document.subject, *document.heads))
    first, *more = heads
    for label, lines in (first, greeting, *more):
        yield labelled([(label, "\n".join(lines))], left_mm=0, before=6, after=0)
    for number, text in enumerate(document.paragraphs):
        yield body(text, before=0 if number else 6, after=6)
    name = [line(text, align="center", left_mm=_SIGNATURE_MM) for text in document.signature.lines]
    farewell = line(document.farewell, align="center", left_mm=_SIGNATURE_MM, before=12)
    yield together([farewell, space(_ROOM_TO_SIGN), *name], keep_with_previous=True)
    if document.contact:
        contact = [line(text, before=0 if number else 30) for number, text in enumerate(document.contact)]
        yield together(contact, keep_with_previous=True)
