"""The photos of a meeting on paper, up to six a page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting_documents import PhotoPageDocument
from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.blocks import Block, space
from ita_desktop.pdf.build import NewPage, build, new_page
from ita_desktop.pdf.meeting_parts import meeting_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, is_sound
from ita_desktop.pdf.photo_rows import photo_row
from ita_desktop.pdf.styles import MM

MOST_A_PAGE = 6
_ROWS = {1: (1,), 2: (1, 1), 3: (1, 2), 4: (2, 2), 5: (1, 2, 2), 6: (2, 2, 2)}
_HEIGHTS_MM = {1: 150.0, 2: 82.0, 3: 52.0}
"""The height of a row by how many rows a page has."""


def photo_page(document: PhotoPageDocument) -> bytes:
    """The pages as a PDF, each under the head of the meeting; broken pictures are left out."""
    page = Page(numerals=document.meta.numerals)
    photos = [one for one in document.photos if is_sound(one.image)]
    story: list[Block | NewPage] = []
    for of_page in shared_out(photos) or [[]]:
        story += [*([new_page()] if story else []), *_page(document, of_page, page.body_width / MM)]
    return build(story, file_meta(document.meta), page)


def shared_out(photos: Sequence[PhotoPrint]) -> list[list[PhotoPrint]]:
    """The photos in pages of about the same number, six at most, so that none stands alone behind others."""
    pages = -(-len(photos) // MOST_A_PAGE)
    counts = [len(photos) // pages + (n < len(photos) % pages) for n in range(pages)] if pages else []
    return [list(photos[sum(counts[:n]) : sum(counts[: n + 1])]) for n in range(pages)]


def _page(document: PhotoPageDocument, photos: Sequence[PhotoPrint], width_mm: float) -> Iterator[Block]:
    yield from meeting_head(document.title_lines)
    rows = _ROWS.get(len(photos), ())
    begin = 0
    for count in rows:
        yield space(10)
        yield photo_row(photos[begin : begin + count], width_mm, _HEIGHTS_MM[len(rows)])
        begin += count
