"""The analysis booklet on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_desktop.domain.paper import PlanRow
from ita_desktop.domain.score_documents import AnalysisDocument, FindingRow, MeasurePart, TextPart
from ita_desktop.pdf.blocks import (
    BULLET,
    Block,
    Column,
    TableRow,
    body,
    bullets,
    heading,
    labelled,
    line,
    photo,
    rule,
    ruled_table,
    together,
    wide_row,
)
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, PALE, TABLE_SIZE, file_meta, point, signed, sound
from ita_desktop.pdf.score_parts import bars, has_bars, over_years, radar, result_panel, score_table
from ita_desktop.pdf.styles import Align, Text, bold
from ita_desktop.pdf.tables import Padding

_BARS_HEIGHT = 190.0
_RADAR_HEIGHT = 250.0
_YEARS_HEIGHT = 150.0
_POINTS_MM = 10.0
_ROOMY = Padding(top=1.0, bottom=3.0)
_FINDING_SHARES = (24.0, 30.0, 25.0, 21.0)
_DETAIL_SHARES = (66.0, 12.0, 22.0)
_MEASURE_SHARES = (28.0, 37.0, 19.0, 16.0)


def analysis(document: AnalysisDocument) -> bytes:
    """The booklet as a PDF."""
    page = Page(numerals=document.meta.numerals)
    return build(list(_story(document, page)), file_meta(document.meta), page)


def _story(document: AnalysisDocument, page: Page) -> Iterator[Block]:
    yield from _head(document)
    yield from _text(document.background)
    yield from _result(document, page)
    yield from _text(document.comparison)
    if document.history:
        yield over_years(document.history, document.result, page, _YEARS_HEIGHT)
    if has_bars(document.result):
        yield radar(document.result, page, _RADAR_HEIGHT)
    yield from _details(document)
    yield from _text(document.findings_lead)
    yield from _findings(document)
    yield from _text(document.effects)
    yield from _text(document.next_level)
    if document.measures:
        yield heading(document.measures_heading, 2)
        yield _measures(document.measure_columns, document.measures)
    if document.signature:
        yield signed(document.signature)


def _head(document: AnalysisDocument) -> Iterator[Block]:
    """The head of a booklet: emblem, large title, the item it answers."""
    logo = sound(document.logo)
    if logo:
        yield photo(logo, f"ตราของ{document.office}", width_mm=25, most_height_mm=25)
    yield heading("\n".join(document.title_lines), 1, size=20, colour=DEEP)
    if document.reference:
        yield line(document.reference, align="center", size=TABLE_SIZE)
    yield rule()


def _text(part: TextPart) -> Iterator[Block]:
    if not part.heading:
        return
    yield heading(part.heading, 2)
    for text in part.paragraphs:
        yield body(text)
    for one in part.points:
        yield labelled([(one.number or BULLET, point(replace(one, number="")))], left_mm=_POINTS_MM)


def _result(document: AnalysisDocument, page: Page) -> Iterator[Block]:
    if not document.result_heading:
        return
    result = document.result
    yield together([heading(document.result_heading, 2), result_panel(result, page)])
    if result.groups:
        yield score_table(result, TABLE_SIZE, _ROOMY)
    if has_bars(result):
        yield bars(result, page, _BARS_HEIGHT)


def _details(document: AnalysisDocument) -> Iterator[Block]:
    if not document.details:
        return
    yield heading(document.details_heading, 2)
    aligns: tuple[Align, ...] = ("left", "center", "center")
    columns = [Column(*each) for each in zip(document.detail_columns, _DETAIL_SHARES, aligns, strict=True)]
    rows: list[TableRow] = []
    for group in document.details:
        rows.append(wide_row(group.heading, len(columns), fill=PALE))
        rows += [TableRow([row.label, row.score_text, row.change_text]) for row in group.rows]
    yield ruled_table(columns, rows, size=TABLE_SIZE, padding=_ROOMY)


def _findings(document: AnalysisDocument) -> Iterator[Block]:
    """One table with a band for each class; the bare indicators as lists where nothing was written about them."""
    if not document.findings:
        return
    shown = [n for n, title in enumerate(document.finding_columns) if title]
    if len(shown) == 1:
        for part in document.findings:
            yield heading(part.heading, 3, outline=False)
            yield bullets([row.indicator for row in part.rows])
        return
    parts = [(part.heading, [_cells(row) for row in part.rows]) for part in document.findings]
    yield _banded(document.finding_columns, _FINDING_SHARES, ("left",) * 4, parts)


def _cells(row: FindingRow) -> list[Text]:
    return [row.indicator, row.text, row.cause, row.recommendation]


def _measures(titles: Sequence[str], parts: Sequence[MeasurePart]) -> Block:
    rows = [(part.heading, [_measure_cells(row) for row in part.rows]) for part in parts]
    return _banded(titles, _MEASURE_SHARES, ("left", "left", "center", "center"), rows)


def _measure_cells(row: PlanRow) -> list[Text]:
    return [
        row.indicator,
        [bold(row.title)] if row.title else " ".join(row.actions),
        "\n".join(row.responsible),
        row.period,
    ]


def _banded(
    titles: Sequence[str],
    shares: Sequence[float],
    aligns: Sequence[Align],
    parts: Sequence[tuple[str, Sequence[Sequence[Text]]]],
) -> Block:
    """A table with a band over each part; a column without a title and a band without a heading are left out."""
    shown = [n for n, title in enumerate(titles) if title]
    columns = [Column(titles[n], shares[n], aligns[n]) for n in shown]
    table: list[TableRow] = []
    for band, rows in parts:
        if band:
            table.append(wide_row(band, len(columns), fill=PALE))
        table += [TableRow([row[n] for n in shown]) for row in rows]
    return ruled_table(columns, table, size=TABLE_SIZE)
