"""The timeline on paper: one landscape sheet, and a further one only where the letters would become too small."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.paper import PaperSize
from ita_desktop.domain.plan_documents import TimelineDocument
from ita_desktop.drawing.gantt import Today, gantt, gantt_legend
from ita_desktop.drawing.lettering import Lettering
from ita_desktop.pdf.blocks import Block, bullets, drawing, heading, line
from ita_desktop.pdf.build import Layout, NewPage, lay_out, new_page
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import A3_MM, A4_MM, Page
from ita_desktop.pdf.paper_parts import QUIET, file_meta, point
from ita_desktop.thai.digits import Numerals

_LEAST, _LARGEST, _STEP = 10.0, 14.0, 0.5
"""Official points of the letters; the least is what can still be read at arm's length."""
_LARGEST_A3 = 18.0
_AIRY, _USUAL = (1.2, 0.9, 0.6, 0.45), 0.3
"""White of a row beside its lines, of the type size: where there is room, and as a rule."""
_LINES = 5
"""Lines that a measure's name may take."""
_SPARE = 8.0
_SHARE = 0.94
"""Of a further sheet's height, the part that the bars take: blocks keep a little free themselves."""


def timeline(document: TimelineDocument) -> bytes:
    """The timeline as a PDF, its letters as large as they can be without a further sheet.

    Names of measures are cut where that saves the one sheet, never where there are several.
    """

    def pages(look: _Look) -> int:
        return _laid_out(document, look).page_count

    looks = [*_looks(document.size), *(_Look(_LEAST, 0.0, lines) for lines in (2, 1))]
    fewest = 1
    if pages(looks[-1]) > fewest:
        looks = [replace(look, numbered=True) for look in _looks(document.size)]
        fewest = pages(looks[-1])
    best = looks[bisect_left(looks, True, key=lambda look: pages(look) <= fewest)]
    airy = (replace(best, air=air) for air in _AIRY if best.air == _USUAL)
    best = next((look for look in airy if pages(look) <= fewest), best)
    return _laid_out(document, best).pdf(file_meta(document.meta))


@dataclass(frozen=True, slots=True)
class _Look:
    """Official points of the letters, white of a row in their size, lines of a name, whether sheets are numbered."""

    size: float
    air: float
    lines: int = _LINES
    numbered: bool = False


def _looks(sheet: PaperSize) -> Iterator[_Look]:
    """From large letters to the least, each lower than the one before; the closest last."""
    size = _LARGEST if sheet is PaperSize.A4 else _LARGEST_A3
    while size >= _LEAST:
        yield _Look(size, _USUAL)
        size -= _STEP
    yield _Look(_LEAST, _USUAL / 2)
    yield _Look(_LEAST, 0.0)


def _page(document: TimelineDocument, *, numbered: bool) -> Page:
    return Page(
        landscape=True,
        numerals=document.meta.numerals,
        numbering="of_total" if numbered else "none",
        left_mm=15,
        right_mm=15,
        top_mm=20 if numbered else 11,
        bottom_mm=9,
        sheet_mm=A4_MM if document.size is PaperSize.A4 else A3_MM,
    )


def _laid_out(document: TimelineDocument, look: _Look) -> Layout:
    page = _page(document, numbered=look.numbered)
    return lay_out(list(_story(document, look, page)), page)


def _story(document: TimelineDocument, look: _Look, page: Page) -> Iterator[Block | NewPage]:
    size = look.size
    style = _lettering(size, document.meta.numerals)
    head = list(_head(document, style, page))
    yield from head
    if document.scale:
        sheets = gantt(
            document.groups,
            document.scale,
            width=page.body_width,
            first_height=lay_out(head, page).spare() - _SPARE,
            height=page.body_height * _SHARE,
            today=_today(document),
            style=style,
            air=look.air,
            most_lines=look.lines,
        )
        for number, sheet in enumerate(sheets):
            if number:
                yield new_page()
            yield drawing(sheet, _told(document) if number == 0 else document.title_lines[0])
    if document.undated:
        yield heading(document.undated_heading, 2, size=size + 1)
        yield bullets([point(one) for one in document.undated], left_mm=0, size=size)


def _head(document: TimelineDocument, style: Lettering, page: Page) -> Iterator[Block]:
    largest = 1.0 if document.size is PaperSize.A4 else 1.4
    yield heading(document.title_lines[0], 1, size=16 * largest, after=0)
    yield line(document.title_lines[1], size=13 * largest, align="center", colour=QUIET, after=2)
    if document.empty:
        yield line(document.empty, align="center", before=12)
    if document.groups:
        legend = gantt_legend(document.groups, page.body_width, style)
        yield drawing(legend, " ".join(sorted({bar.status.words for group in document.groups for bar in group.bars})))


def _lettering(size: float, numerals: Numerals) -> Lettering:
    family = sarabun()
    return Lettering(
        family.size(size),
        numerals,
        lambda text, points, strong: family.face(bold=strong).width(text) * points / 1000,
    )


def _today(document: TimelineDocument) -> Today | None:
    if document.today is None:
        return None
    return Today(_months_since(document.meta.plan_year, document.today), document.today_words)


def _months_since(year: FiscalYear, day: date) -> float:
    month, first = Month.of(day), year.first_month
    whole = (month.be_year - first.be_year) * 12 + month.number - first.number
    return whole + (day.day - 0.5) / month.last_day.day


def _told(document: TimelineDocument) -> str:
    bars = (f"{bar.text}: {bar.words}" for group in document.groups for bar in group.bars)
    return f"{document.title_lines[0]} {' '.join(bars)}"
