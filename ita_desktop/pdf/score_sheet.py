"""The score sheet on paper: the total large, the level with its reason, ten bars and the table, always one page."""

from collections.abc import Iterator

from ita_desktop.domain.paper import PaperSize
from ita_desktop.domain.score_documents import ScoreSheetDocument
from ita_desktop.pdf.blocks import Block, heading, line, photo, side_by_side
from ita_desktop.pdf.build import Layout, lay_out
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, file_meta, point, sound
from ita_desktop.pdf.score_parts import bars, has_bars, largest_scale, result_panel, score_table
from ita_desktop.pdf.tables import Padding

_SIZE = 13.0
_LOWEST_CHART, _HIGHEST_CHART = 150.0, 230.0
_TIGHT = Padding(top=0.4, bottom=2.4)
"""Ten indicators, three instruments and the total stay on one sheet."""
_SPARE = 2.0
"""Points left free, so that rounding never makes a second page."""
_SMALLEST = 0.5


def score_sheet(document: ScoreSheetDocument) -> bytes:
    """The sheet as a PDF."""
    if document.size is PaperSize.A3:
        from ita_desktop.pdf.score_poster import score_poster

        return score_poster(document)
    page = Page(numerals=document.meta.numerals, left_mm=20, right_mm=20, top_mm=12, bottom_mm=10, numbering="none")
    return _fitted(document, page).pdf(file_meta(document.meta))


def _fitted(document: ScoreSheetDocument, page: Page) -> Layout:
    """First the letters as large as they can be, then the chart as high as they leave room for."""
    scale = largest_scale(lambda scale: _story(document, page, scale, _LOWEST_CHART), page, _SMALLEST, 1.0)
    spare = lay_out(list(_story(document, page, scale, _LOWEST_CHART)), page).spare() - _SPARE
    height = min(_HIGHEST_CHART, _LOWEST_CHART + max(0.0, spare))
    return lay_out(list(_story(document, page, scale, height)), page)


def _story(document: ScoreSheetDocument, page: Page, scale: float, chart: float) -> Iterator[Block]:
    yield from _head(document, scale)
    yield result_panel(document.result, page, scale)
    if has_bars(document.result):
        yield bars(document.result, page, chart)
    yield score_table(document.result, _SIZE * scale, _TIGHT)
    for remark in document.remarks:
        yield line(point(remark), size=_SIZE * scale)


def _head(document: ScoreSheetDocument, scale: float) -> Iterator[Block]:
    title = "\n".join(document.title_lines)
    logo = sound(document.logo)
    if logo:
        picture = photo(logo, f"ตราของ{document.office}", width_mm=18, most_height_mm=18, align="left")
        names = [
            heading(title, 1, align="left", size=16 * scale, after=0),
            line(document.office, size=20 * scale, bold=True, colour=DEEP),
        ]
        yield side_by_side([[[picture], names]], (13, 87))
    else:
        yield heading(title, 1, size=18 * scale, after=0)
        yield line(document.office, size=20 * scale, bold=True, align="center", colour=DEEP)
