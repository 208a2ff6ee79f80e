"""The score sheet on paper: the total large, the level with its reason, ten bars and the table on one A4 page."""

from collections.abc import Iterator

from ita_desktop.domain.documents import ScoreGroup, ScoreRow, ScoreSheetDocument
from ita_desktop.drawing.bar_chart import Bar, MarkLine, bar_chart
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
)
from ita_desktop.pdf.build import build
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, PALE, QUIET, file_meta, point
from ita_desktop.pdf.styles import Align
from ita_desktop.pdf.tables import Padding

_SIZE = 13.0
_CHART_HEIGHT = 182.0
_TIGHT = Padding(top=0.4, bottom=2.4)
"""Ten indicators, three instruments and the total stay on one sheet."""
_SHARES = (52.0, 14.0, 14.0, 20.0)


def score_sheet(document: ScoreSheetDocument) -> bytes:
    """The sheet as a PDF."""
    page = Page(numerals=document.meta.numerals, left_mm=20, right_mm=20, top_mm=12, bottom_mm=10, numbering="none")
    return build(list(_story(document, page)), file_meta(document.meta), page)


def _story(document: ScoreSheetDocument, page: Page) -> Iterator[Block]:
    yield from _head(document)
    yield _result(document)
    if any(row.score is not None for row in _indicators(document)):
        yield _chart(document, page)
    yield _table(document)
    for remark in document.remarks:
        yield line(point(remark), size=_SIZE)


def _head(document: ScoreSheetDocument) -> Iterator[Block]:
    title = "\n".join(document.title_lines)
    if document.logo:
        logo = photo(document.logo, f"ตราของ{document.office}", width_mm=18, most_height_mm=18, align="left")
        yield side_by_side(
            [
                [
                    [logo],
                    [
                        heading(title, 1, align="left", size=16, after=0),
                        line(document.office, size=20, bold=True, colour=DEEP),
                    ],
                ]
            ],
            (13, 87),
        )
    else:
        yield heading(title, 1, after=0)
        yield line(document.office, size=20, bold=True, align="center", colour=DEEP)


def _result(document: ScoreSheetDocument) -> Block:
    total: list[Block] = [
        line(document.total_heading, align="center", colour=QUIET),
        line(document.total.score_text, size=52, bold=True, align="center", colour=DEEP),
    ]
    level: list[Block] = []
    if document.level:
        level += [
            line(document.level_heading, colour=QUIET),
            line(document.level, size=32, bold=True, colour=DEEP),
        ]
    level += [line(text, size=14) for text in (document.reason,) if text]
    level += [line(text, size=13, colour=QUIET) for text in (document.announced,) if text]
    if not level:
        return panel(total, fill=PALE, ruled=False)
    return panel([side_by_side([[total, level]], (30, 70))], fill=PALE, ruled=False)


def _chart(document: ScoreSheetDocument, page: Page) -> Block:
    family = sarabun()
    picture = bar_chart(
        [Bar(row.label, row.score, row.previous) for row in _indicators(document)],
        width=page.body_width,
        height=_CHART_HEIGHT,
        lines=[MarkLine(document.pass_mark, document.pass_mark_label)],
        series=(document.year_label, document.previous_label),
        numerals=document.meta.numerals,
        text_width=lambda text, size, strong: family.face(bold=strong).width(text) * size / 1000,
        size=9.0,
    )
    scores = " ".join(f"{row.label} {row.score_text}" for row in _indicators(document))
    return drawing(picture, f"{document.chart_title} {document.year_label}: {scores}")


def _indicators(document: ScoreSheetDocument) -> list[ScoreRow]:
    return [row for group in document.groups for row in group.indicators]


def _table(document: ScoreSheetDocument) -> Block:
    aligns: tuple[Align, ...] = ("left", "center", "center", "center")
    columns = [Column(text, share, align) for text, share, align in zip(document.columns, _SHARES, aligns, strict=True)]
    rows = [row for group in document.groups for row in _group(group)]
    total = TableRow(_cells(document.total), fill=PALE, bold=True)
    return ruled_table(columns, [*rows, total], size=_SIZE, padding=_TIGHT, before=0, after=4)


def _group(group: ScoreGroup) -> Iterator[TableRow]:
    yield TableRow(_cells(group.instrument), fill=PALE, bold=True, keep_with_next=True)
    for row in group.indicators:
        yield TableRow(_cells(row))


def _cells(row: ScoreRow) -> list[str]:
    return [row.label, row.score_text, row.previous_text, row.change_text]
