"""The score sheet on A3, to be read from two metres: total, level and bars large, the rest in few words."""

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.domain.score_documents import ScoreResult, ScoreRow, ScoreSheetDocument
from ita_desktop.drawing.bar_chart import BELOW, LAST_YEAR, LAST_YEAR_EDGE, MARK, THIS_YEAR
from ita_desktop.drawing.lettering import KEY_HEIGHT, KEY_WIDTH, Key, Lettering, legend
from ita_desktop.drawing.shapes import Drawing, Line, Rect, Shape
from ita_desktop.pdf.blocks import (
    Block,
    Column,
    TableRow,
    drawing,
    heading,
    line,
    panel,
    photo,
    ruled_table,
    side_by_side,
    space,
)
from ita_desktop.pdf.build import build
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import A3_MM, Page
from ita_desktop.pdf.paper_parts import DEEP, PALE, QUIET, file_meta, point, sound
from ita_desktop.pdf.score_parts import great, has_bars, largest_scale, shown_texts
from ita_desktop.pdf.styles import Align
from ita_desktop.pdf.tables import Padding

_SIZE = 27.0
"""Official points: figures 5 mm high, which are read from two metres."""
_TOTAL_SIZE, _LEVEL_SIZE = 176.0, 150.0
_SMALLEST, _LARGEST = 0.4, 1.15
_SHARES = (36.0, 23.0, 11.5, 11.5, 18.0)
_ALIGNS: tuple[Align, ...] = ("left", "left", "center", "center", "center")
_BAR_WIDTH = 150.0
"""Points of a score of 100."""
_BAR_HEIGHT = 1.1
"""Of the type size."""
_PADDING = Padding(side=6.0, top=2.0, bottom=4.0)


def score_poster(document: ScoreSheetDocument) -> bytes:
    """The sheet as a PDF, one A3 page whatever it holds."""
    page = Page(
        numerals=document.meta.numerals,
        left_mm=20,
        right_mm=20,
        top_mm=16,
        bottom_mm=12,
        numbering="none",
        sheet_mm=A3_MM,
    )
    scale = largest_scale(lambda scale: _story(document, page, scale), page, _SMALLEST, _LARGEST)
    return build(list(_story(document, page, scale)), file_meta(document.meta), page)


def _story(document: ScoreSheetDocument, page: Page, scale: float) -> Iterator[Block]:
    yield from _head(document, scale)
    yield space(8 * scale)
    yield _result(document.result, page, scale)
    if document.result.groups:
        yield _table(document.result, page, _SIZE * scale)
    if has_bars(document.result):
        yield _legend(document.result, page, _SIZE * scale * 0.85)
    for remark in document.remarks:
        yield line(point(remark), size=_SIZE * scale)


def _head(document: ScoreSheetDocument, scale: float) -> Iterator[Block]:
    names = [
        heading("\n".join(document.title_lines), 1, size=27 * scale, align="left", after=0),
        line(document.office, size=38 * scale, bold=True, colour=DEEP),
    ]
    logo = sound(document.logo)
    if logo:
        picture = photo(logo, f"ตราของ{document.office}", width_mm=36, most_height_mm=36, align="left")
        yield side_by_side([[[picture], names]], (16, 84))
    else:
        yield heading("\n".join(document.title_lines), 1, size=27 * scale, after=0)
        yield line(document.office, size=38 * scale, bold=True, align="center", colour=DEEP)


def _result(result: ScoreResult, page: Page, scale: float) -> Block:
    """Total and level side by side over the whole width, the reason below them."""
    caption = 32 * scale
    total: list[Block] = [
        line(result.total_heading, size=caption, align="center", colour=QUIET),
        great(result.total.score_text, _TOTAL_SIZE * scale, page, 0.5, "center"),
    ]
    level: list[Block] = [
        line(result.level_heading, size=caption, align="center", colour=QUIET),
        great(result.level, _LEVEL_SIZE * scale, page, 0.5, "center"),
    ]
    blocks = [side_by_side([[total, level]], (50, 50))] if result.level else total
    if result.reason:
        blocks.append(line(result.reason, size=31 * scale, align="center"))
    if result.announced:
        blocks.append(line(result.announced, size=_SIZE * scale, align="center", colour=QUIET))
    return panel(blocks, fill=PALE, ruled=False)


def _table(result: ScoreResult, page: Page, size: float) -> Block:
    """Instruments and indicators, each bar in the row of its score; the year before is the thin bar below it."""
    label, *others = result.columns
    titles = (label, page.numerals.show("0 – 100") if has_bars(result) else "", *others)
    count = len(titles)
    columns = [Column(*each) for each in zip(titles, _SHARES[:count], _ALIGNS[:count], strict=True)]
    rows: list[TableRow] = []
    for group in result.groups:
        rows.append(_summary(result, group.instrument))
        rows += [TableRow([row.label, _bar(result, row, size), *shown_texts(result, row)]) for row in group.indicators]
    rows.append(_summary(result, result.total))
    return ruled_table(columns, rows, size=size, padding=_PADDING, before=0, after=2)


def _summary(result: ScoreResult, row: ScoreRow) -> TableRow:
    return TableRow([row.label, *shown_texts(result, row)], spans=(2,), fill=PALE, bold=True)


def _bar(result: ScoreResult, row: ScoreRow, size: float) -> Block:
    height = size * _BAR_HEIGHT
    thick, thin = (height * 0.5, height * 0.28) if row.previous is not None else (height * 0.6, 0.0)
    top = (height - thick - thin) / 2
    shapes: list[Shape] = [Line(0, 0, 0, height, QUIET, 0.8)]
    if row.score is not None:
        fill = BELOW if row.score < result.pass_mark else THIS_YEAR
        shapes.append(Rect(0, top, _length(row.score), thick, fill))
    if row.previous is not None:
        box = (0, top + thick, _length(row.previous), thin)
        shapes.append(Rect(*box, LAST_YEAR, LAST_YEAR_EDGE, hatch=LAST_YEAR_EDGE))
    mark = _length(result.pass_mark)
    shapes.append(Line(mark, 0, mark, height, MARK, 1.6, dashed=True))
    return drawing(Drawing(_BAR_WIDTH, height, tuple(shapes)), f"แท่งคะแนน {row.label} {row.score_text}")


def _length(score: Decimal) -> float:
    return float(score / MAX_SCORE) * _BAR_WIDTH


def _legend(result: ScoreResult, page: Page, size: float) -> Block:
    """What the bars and the dashed line are."""
    family = sarabun()
    style = Lettering(
        size * family.scale,
        page.numerals,
        lambda text, points, strong: family.face(bold=strong).width(text) * points / 1000,
    )
    width, height = style.size * KEY_WIDTH, style.size * KEY_HEIGHT
    keys = [Key((Rect(0, 0, width, height, THIS_YEAR),), result.year_label)]
    if any(row.score is not None and row.score < result.pass_mark for row in result.indicators):
        below = f"{result.year_label} ต่ำกว่า {style.mark(result.pass_mark)}"
        keys.append(Key((Rect(0, 0, width, height, BELOW),), below))
    if any(row.previous is not None for row in result.indicators):
        hatched = Rect(0, 0, width, height, LAST_YEAR, LAST_YEAR_EDGE, hatch=LAST_YEAR_EDGE)
        keys.append(Key((hatched,), result.previous_label))
    middle = height / 2
    keys.append(Key((Line(0, middle, width, middle, MARK, 1.6, dashed=True),), result.pass_mark_label))
    shapes, used = legend(keys, page.body_width, style)
    return drawing(Drawing(page.body_width, used, tuple(shapes)), f"คำอธิบายแท่งคะแนน: {' '.join(k.name for k in keys)}")
