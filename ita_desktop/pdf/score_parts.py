"""Scores on paper, shared by the score sheet and the analysis: the large total, bars, radar and the table."""

from collections.abc import Iterator

from ita_desktop.domain.documents import ScoreGroup, ScoreResult, ScoreRow
from ita_desktop.drawing.bar_chart import Bar, MarkLine, bar_chart
from ita_desktop.drawing.radar_chart import radar_chart
from ita_desktop.pdf.blocks import Block, Column, TableRow, drawing, line, panel, ruled_table, side_by_side
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, PALE, QUIET
from ita_desktop.pdf.styles import Align
from ita_desktop.pdf.tables import Padding

_ALIGNS: tuple[Align, ...] = ("left", "center", "center", "center")
_SHARES = (52.0, 14.0, 14.0, 20.0)


def result_panel(result: ScoreResult, scale: float = 1.0, total_share: float = 34.0) -> Block:
    """The total large, the level with its reason beside it; `scale` 1 suits A4, `total_share` is in hundredths."""
    total: list[Block] = [
        line(result.total_heading, size=16 * scale, align="center", colour=QUIET),
        line(result.total.score_text, size=52 * scale, bold=True, align="center", colour=DEEP),
    ]
    level: list[Block] = []
    if result.level:
        level += [
            line(result.level_heading, size=16 * scale, colour=QUIET),
            line(result.level, size=32 * scale, bold=True, colour=DEEP),
        ]
    level += [line(text, size=14 * scale) for text in (result.reason,) if text]
    level += [line(text, size=13 * scale, colour=QUIET) for text in (result.announced,) if text]
    if not level:
        return panel(total, fill=PALE, ruled=False)
    return panel([side_by_side([[total, level]], (total_share, 100 - total_share))], fill=PALE, ruled=False)


def has_bars(result: ScoreResult) -> bool:
    """Whether any indicator has a score to draw."""
    return any(row.score is not None for row in result.indicators)


def bars(result: ScoreResult, page: Page, height: float) -> Block:
    """The bars of the indicators over the width of the page, `height` points high."""
    family = sarabun()
    picture = bar_chart(
        _bars(result),
        width=page.body_width,
        height=height,
        lines=[MarkLine(result.pass_mark, result.pass_mark_label)],
        series=(result.year_label, result.previous_label),
        numerals=page.numerals,
        text_width=lambda text, size, strong: family.face(bold=strong).width(text) * size / 1000,
        size=9.0,
    )
    return drawing(picture, _told(result))


def radar(result: ScoreResult, page: Page, height: float) -> Block:
    """The indicators as a radar over the width of the page, `height` points high."""
    family = sarabun()
    picture = radar_chart(
        _bars(result),
        width=page.body_width,
        height=height,
        lines=[MarkLine(result.pass_mark, result.pass_mark_label)],
        series=(result.year_label, result.previous_label),
        numerals=page.numerals,
        text_width=lambda text, size, strong: family.face(bold=strong).width(text) * size / 1000,
        size=9.0,
    )
    return drawing(picture, _told(result))


def _bars(result: ScoreResult) -> list[Bar]:
    return [Bar(row.label, row.score, row.previous) for row in result.indicators]


def _told(result: ScoreResult) -> str:
    scores = " ".join(f"{row.label} {row.score_text}" for row in result.indicators)
    return f"{result.chart_title} {result.year_label}: {scores}"


def score_table(result: ScoreResult, size: float, padding: Padding | None = None) -> Block:
    """Instruments with their indicators and the total, beside the year before."""
    columns = [Column(*each) for each in zip(result.columns, _SHARES, _ALIGNS, strict=True)]
    rows = [row for group in result.groups for row in _group(group)]
    total = TableRow(_cells(result.total), fill=PALE, bold=True)
    return ruled_table(columns, [*rows, total], size=size, padding=padding, before=0, after=4)


def _group(group: ScoreGroup) -> Iterator[TableRow]:
    yield TableRow(_cells(group.instrument), fill=PALE, bold=True, keep_with_next=True)
    for row in group.indicators:
        yield TableRow(_cells(row))


def _cells(row: ScoreRow) -> list[str]:
    return [row.label, row.score_text, row.previous_text, row.change_text]
