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
from ita_desktop.pdf.photo_rows import photo_row, row_height_mm
from ita_desktop.pdf.styles import MM, Align

_ABOVE_ROW = 8.0
_ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3)}
_PHOTO_HEIGHTS_MM = (68.0, 54.0, 42.0, 34.0, 27.0)
_GOOD_HEIGHTS_MM = _PHOTO_HEIGHTS_MM[:3]
"""Heights that are worth having the whole sheet on one page."""
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
    layout = lay_out(list(_story(replace(document, photos=()), page, 0.0)), page)
    if not document.photos:
        return layout
    room = layout.spare() if layout.page_count == 1 else 0.0
    tries = [(1, height) for height in _GOOD_HEIGHTS_MM if _least_height(document.photos, page, height) <= room]
    tries += [(MOST_PAGES, height) for height in _PHOTO_HEIGHTS_MM]
    for most_pages, height in tries:
        layout = lay_out(list(_story(document, page, height)), page)
        if layout.page_count <= most_pages:
            break
    return layout


def _least_height(photos: Sequence[PhotoPrint], page: Page, photo_mm: float) -> float:
    """The points that rows of photos of that height take without their captions."""
    width_mm = page.body_width / MM
    return sum(_ABOVE_ROW + row_height_mm(row, width_mm, photo_mm) * MM for row in _in_rows(photos))


def _with_sound_pictures(document: NewsDocument) -> NewsDocument:
    photos = tuple(one for one in document.photos if is_sound(one.image))
    return replace(document, photos=photos, logo=sound(document.logo))


def _story(document: NewsDocument, page: Page, photo_mm: float) -> Iterator[Block]:
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
    yield from photo_rows(document.photos, page.body_width / MM, photo_mm)
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


def photo_rows(photos: Sequence[PhotoPrint], width_mm: float, most_mm: float) -> Iterator[Block]:
    """The photos in rows; within a row all have one height, uncropped, so their widths follow their shapes."""
    for row in _in_rows(photos):
        yield space(_ABOVE_ROW)
        yield photo_row(row, width_mm, most_mm)


def _in_rows(photos: Sequence[PhotoPrint]) -> list[Sequence[PhotoPrint]]:
    rows, begin = [], 0
    for count in _ROWS.get(len(photos), ()):
        rows.append(photos[begin : begin + count])
        begin += count
    return rows
