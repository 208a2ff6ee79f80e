"""The photos of a meeting on paper, up to six a page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting_documents import PhotoPageDocument
from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.blocks import Block, space
from ita_desktop.pdf.build import NewPage, lay_out, new_page
from ita_desktop.pdf.meeting_parts import meeting_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, is_sound
from ita_desktop.pdf.photo_rows import in_rows, photo_row
from ita_desktop.pdf.styles import MM

MOST_A_PAGE = 6
_HIGHEST_MM = 150.0
_SHARES = (0.95, 0.85, 0.75, 0.6, 0.45, 0.3)
"""Shares of the room below the head that the photos are given, the rest being left to their captions."""


def photo_page(document: PhotoPageDocument) -> bytes:
    """The pages as a PDF, each under the head of the meeting; broken pictures are left out."""
    page = Page(numerals=document.meta.numerals)
    photos = [one for one in document.photos if is_sound(one.image)]
    pages = shared_out(photos) or [[]]
    room_mm = lay_out(list(meeting_head(document.title_lines)), page).spare() / MM
    for share in _SHARES:
        layout = lay_out(_story(document, pages, page.body_width / MM, room_mm * share), page)
        if layout.page_count == len(pages):
            break
    return layout.pdf(file_meta(document.meta))


def _story(
    document: PhotoPageDocument, pages: Sequence[Sequence[PhotoPrint]], width_mm: float, room_mm: float
) -> list[Block | NewPage]:
    story: list[Block | NewPage] = []
    for of_page in pages:
        story += [*([new_page()] if story else []), *_page(document, of_page, width_mm, room_mm)]
    return story


def shared_out(photos: Sequence[PhotoPrint]) -> list[list[PhotoPrint]]:
    """The photos in pages of about the same number, six at most, so that none stands alone behind others."""
    pages = -(-len(photos) // MOST_A_PAGE)
    counts = [len(photos) // pages + (n < len(photos) % pages) for n in range(pages)] if pages else []
    return [list(photos[sum(counts[:n]) : sum(counts[: n + 1])]) for n in range(pages)]


def _page(
    document: PhotoPageDocument, photos: Sequence[PhotoPrint], width_mm: float, room_mm: float
) -> Iterator[Block]:
    yield from meeting_head(document.title_lines)
    for row in in_rows(photos, width_mm, room_mm, _HIGHEST_MM):
        yield space(10)
        yield photo_row(row, width_mm)
