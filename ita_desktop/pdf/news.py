"""The news sheet on paper: logo, banner, headline, text, and up to six photos in rows of one height."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_desktop.domain.meeting_documents import NewsDocument
from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.errors import UserError
from ita_desktop.pdf.blocks import Block, body, heading, line, panel, photo, rule, side_by_side, space, together
from ita_desktop.pdf.build import Layout, lay_out
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, WHITE, file_meta, is_sound, point, sound
from ita_desktop.pdf.photo_rows import PhotoRow, in_rows, photo_row
from ita_desktop.pdf.styles import MM, Align

_ABOVE_ROW = 8.0
_HIGHEST_MM = 80.0
_LEAST_MM = {1: 38.0, 2: 27.0}
"""Photos lower than this are not worth having the sheet on so many pages."""
_SHARES = (1.0, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2)
"""Shares of the room that the photos are given, the rest being left to their captions."""
MOST_PAGES = 2


def news(document: NewsDocument) -> bytes:
    """The sheet as a PDF, the photos made lower where two pages would not hold it; broken pictures are left out."""
    page = Page(numerals=document.meta.numerals, left_mm=25, top_mm=20, bottom_mm=16)
    try:
        layout = _fitted(document, page)
    except UserError:
        layout = _fitted(_with_sound_pictures(document), page)
    return layout.pdf(file_meta(document.meta))


def _fitted(document: NewsDocument, page: Page) -> Layout:
    # The text alone tells first how much room there is: photos take long to lay out.
    layout = lay_out(list(_story(document, page, ())), page)
    for most_pages, rows in _arrangements(document.photos, layout, page):
        layout = lay_out(list(_story(document, page, rows)), page)
        if layout.page_count <= most_pages:
            break
    return layout


def _arrangements(photos: Sequence[PhotoPrint], text: Layout, page: Page) -> Iterator[tuple[int, Sequence[PhotoRow]]]:
    """How the photos can stand, the best first, each with the pages that the sheet may have so."""
    if not photos:
        return
    below, whole, width_mm = text.spare() / MM, page.body_height / MM, page.body_width / MM
    rooms = {1: below, 2: whole} if text.page_count == 1 else {2: below}
    for pages, room_mm in rooms.items():
        for share in _SHARES:
            rows = in_rows(photos, width_mm, room_mm * share, _HIGHEST_MM)
            if min(row.height_mm for row in rows) >= _LEAST_MM[pages]:
                yield pages, rows
    yield MOST_PAGES, in_rows(photos, width_mm, whole, _LEAST_MM[MOST_PAGES])


def _with_sound_pictures(document: NewsDocument) -> NewsDocument:
    photos = tuple(one for one in document.photos if is_sound(one.image))
    return replace(document, photos=photos, logo=sound(document.logo))


def _story(document: NewsDocument, page: Page, rows: Sequence[PhotoRow]) -> Iterator[Block]:
    yield _letterhead(document)
    yield space(6)
    yield panel(
        [line(document.banner, size=20, bold=True, align="center", colour=WHITE)],
        fill=DEEP,
        ruled=False,
        padding_mm=1.5,
    )
    yield line(document.occasion, align="center", keep_with_next=True)
    yield heading("\n".join(document.headline), 1, before=4)
    yield rule()
    for text in document.lead:
        yield body(text)
    for one in document.points:
        yield body(point(one))
    for text in document.closing:
        yield body(text, before=4)
    for row in rows:
        yield space(_ABOVE_ROW)
        yield photo_row(row, page.body_width / MM)
    if document.contact:
        yield space(6)
        address = [line(text, size=14, align="center") for text in document.contact]
        yield together([rule(160), *address], keep_with_previous=True)


def _letterhead(document: NewsDocument) -> Block:
    align: Align = "left" if document.logo else "center"
    names = [line(document.office, size=20, bold=True, align=align)]
    if document.place:
        names.append(line(document.place, align=align))
    if not document.logo:
        return together(names)
    logo = photo(document.logo, f"ตราของ{document.office}", width_mm=20, most_height_mm=20, align="left")
    return side_by_side([[[logo], names]], (16, 84))
