"""The photos of a meeting on paper, up to six a page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting_documents import PhotoPageDocument
from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.blocks import Block, space
from ita_desktop.pdf.build import NewPage, lay_out, new_page
from ita_desktop.pdf.meeting_parts import meeting_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, is_sound
from ita_desktop.pdf.photo_rows import photo_row
from ita_desktop.pdf.styles import MM

MOST_A_PAGE = 6
_ROWS = {1: (1,), 2: (1, 1), 3: (1, 2), 4: (2, 2), 5: (1, 2, 2), 6: (2, 2, 2)}
_HEIGHTS_MM = {1: 150.0, 2: 90.0, 3: 58.0}
"""The height of a row by how many rows a page has."""
_SMALLER = (1.0, 0.9, 0.8, 0.65, 0.5, 0.35)
"""Shares of that height that are tried below a long head and long captions."""


def photo_page(document: PhotoPageDocument) -> bytes:
    """The pages as a PDF, each under the head of the meeting; broken pictures are left out."""
    page = Page(numerals=document.meta.numerals)
    photos = [one for one in document.photos if is_sound(one.image)]
    pages = shared_out(photos) or [[]]
    for share in _SMALLER:
        layout = lay_out(_story(document, pages, page.body_width / MM, share), page)
        if layout.page_count == len(pages):
            break
    return layout.pdf(file_meta(document.meta))


def _story(
    document: PhotoPageDocument, pages: Sequence[Sequence[PhotoPrint]], width_mm: float, share: float
) -> list[Block | NewPage]:
    story: list[Block | NewPage] = []
    for of_page in pages:
        story += [*([new_page()] if story else []), *_page(document, of_page, width_mm, share)]
    return story


def shared_out(photos: Sequence[PhotoPrint]) -> list[list[PhotoPrint]]:
    """The photos in pages of about the same number, six at most, so that none stands alone behind others."""
    pages = -(-len(photos) // MOST_A_PAGE)
    counts = [len(photos) // pages + (n < len(photos) % pages) for n in range(pages)] if pages else []
    return [list(photos[sum(counts[:n]) : sum(counts[: n + 1])]) for n in range(pages)]


def _page(document: PhotoPageDocument, photos: Sequence[PhotoPrint], width_mm: float, share: float) -> Iterator[Block]:
    yield from meeting_head(document.title_lines)
    rows = _ROWS.get(len(photos), ())
    begin = 0
    for count in rows:
        yield space(10)
        yield photo_row(photos[begin : begin + count], width_mm, _HEIGHTS_MM[len(rows)] * share)
        begin += count
