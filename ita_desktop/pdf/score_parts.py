"""Scores on paper, shared by the score sheet and the analysis: the large total, bars, radar and the table."""

from collections.abc import Callable, Iterable

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.score_documents import ScoreHistory, ScoreResult, ScoreRow
from ita_desktop.drawing.bar_chart import Bar, MarkLine, bar_chart
from ita_desktop.drawing.radar_chart import radar_chart
from ita_desktop.drawing.shapes import Drawing
from ita_desktop.drawing.trend_chart import TrendLine, trend_chart
from ita_desktop.pdf.blocks import Block, Column, TableRow, drawing, line, panel, ruled_table, side_by_side
from ita_desktop.pdf.build import lay_out
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import DEEP, PALE, QUIET
from ita_desktop.pdf.styles import Align
from ita_desktop.pdf.tables import Padding

_ALIGNS: tuple[Align, ...] = ("left", "center", "center", "center")
_PANEL_EDGES = 26.0
"""Points between the text and the sides of its half of the panel, with something to spare."""
_TOTAL_SHARE = 0.34
_FINE = 0.01
_SHARES = (52.0, 14.0, 14.0, 20.0)


def result_panel(result: ScoreResult, page: Page, scale: float = 1.0) -> Block:
    """The total large, the level with its reason beside it; `scale` 1 suits A4."""
    total: list[Block] = [
        line(result.total_heading, size=16 * scale, align="center", colour=QUIET),
        great(result.total.score_text, 52 * scale, page, _TOTAL_SHARE, "center"),
    ]
    level: list[Block] = []
    if result.level:
        level += [
            line(result.level_heading, size=16 * scale, colour=QUIET),
            great(result.level, 32 * scale, page, 1 - _TOTAL_SHARE, "left"),
        ]
    level += [line(text, size=14 * scale) for text in (result.reason,) if text]
    level += [line(text, size=13 * scale, colour=QUIET) for text in (result.announced,) if text]
    if not level:
        return panel(total, fill=PALE, ruled=False)
    return panel([side_by_side([[total, level]], (_TOTAL_SHARE, 1 - _TOTAL_SHARE))], fill=PALE, ruled=False)


def great(text: str, size: float, page: Page, share: float, align: Align) -> Block:
    """One large line in this share of a panel over the page, made smaller where it would not fit on one line."""
    family = sarabun()
    unit = family.face(bold=True).width(text) / 1000 * family.scale
    width = page.body_width * share - _PANEL_EDGES
    return line(text, size=min(size, width / unit) if unit else size, bold=True, align=align, colour=DEEP)


def largest_scale(story: Callable[[float], Iterable[Block]], page: Page, smallest: float, largest: float) -> float:
    """The largest scale between the two with which the story is one page, found by measuring; else the smallest."""

    def holds(scale: float) -> bool:
        return lay_out(list(story(scale)), page).page_count == 1

    if holds(largest):
        return largest
    while largest - smallest > _FINE:
        middle = (smallest + largest) / 2
        if holds(middle):
            smallest = middle
        else:
            largest = middle
    return smallest


def has_bars(result: ScoreResult) -> bool:
    """Whether any indicator has a score to draw."""
    return any(row.score is not None for row in result.indicators)


def bars(result: ScoreResult, page: Page, height: float) -> Block:
    """The bars of the indicators over the width of the page, `height` points high."""
    return _indicator_chart(bar_chart, result, page, height)


def radar(result: ScoreResult, page: Page, height: float) -> Block:
    """The indicators as a radar over the width of the page, `height` points high."""
    return _indicator_chart(radar_chart, result, page, height)


def _indicator_chart(draw: Callable[..., Drawing], result: ScoreResult, page: Page, height: float) -> Block:
    """The indicators drawn as `bar_chart` or `radar_chart` does, which take the same arguments."""
    family = sarabun()
    picture = draw(
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


def over_years(history: ScoreHistory, result: ScoreResult, page: Page, height: float) -> Block:
    """Total and instruments through the years over the width of the page, `height` points high."""
    family = sarabun()
    picture = trend_chart(
        history.years,
        [TrendLine(each.name, each.scores) for each in history.lines],
        width=page.body_width,
        height=height,
        marks=[MarkLine(result.pass_mark, result.pass_mark_label)],
        switches=(),
        numerals=page.numerals,
        text_width=lambda text, size, strong: family.face(bold=strong).width(text) * size / 1000,
        size=9.0,
    )
    scores = (f"{each.name} {' '.join(format_score(score) for score in each.scores)}" for each in history.lines)
    return drawing(picture, page.numerals.show(f"{history.title}: {' '.join(scores)}"))


def _bars(result: ScoreResult) -> list[Bar]:
    return [Bar(row.label, row.score, row.previous) for row in result.indicators]


def _told(result: ScoreResult) -> str:
    scores = " ".join(f"{row.label} {row.score_text}" for row in result.indicators)
    return f"{result.chart_title} {result.year_label}: {scores}"


def score_table(result: ScoreResult, size: float, padding: Padding | None = None) -> Block:
    """Instruments with their indicators and the total, beside the year before."""
    titles = result.columns
    columns = [Column(*each) for each in zip(titles, _SHARES[: len(titles)], _ALIGNS[: len(titles)], strict=True)]
    rows: list[TableRow] = []
    for group in result.groups:
        rows.append(TableRow(_cells(result, group.instrument), fill=PALE, bold=True, keep_with_next=True))
        rows += [TableRow(_cells(result, row)) for row in group.indicators]
    rows.append(TableRow(_cells(result, result.total), fill=PALE, bold=True))
    return ruled_table(columns, rows, size=size, padding=padding, before=0, after=4)


def _cells(result: ScoreResult, row: ScoreRow) -> list[str]:
    return [row.label, *shown_texts(result, row)]


def shown_texts(result: ScoreResult, row: ScoreRow) -> list[str]:
    """The texts of a row below the columns that the result has behind the label."""
    return [row.score_text, row.previous_text, row.change_text][: len(result.columns) - 1]
