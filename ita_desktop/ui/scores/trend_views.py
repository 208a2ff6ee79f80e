"""What the trend page shows of a `Trend`: the choices, the lines with their level marks, the radar and the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.framework import Framework, Instrument
from ita_desktop.domain.trend import TOTAL, Point, Series, Trend, change_words
from ita_desktop.drawing.bar_chart import Bar, MarkLine
from ita_desktop.drawing.radar_chart import radar_chart
from ita_desktop.drawing.trend_chart import TrendLine, YearSwitch, trend_chart
from ita_desktop.ui.widgets.shapes_view import Artist, text_width

if TYPE_CHECKING:
    from ita_desktop.drawing.shapes import Drawing
    from ita_desktop.thai.digits import Numerals

INSTRUMENTS, TOTAL_AND_INSTRUMENTS = "instruments", "all"
_MOST_MARKS = 4


@dataclass(frozen=True, slots=True)
class View:
    """One choice of what to follow over the years: its key, its name, and the lines."""

    key: str
    name: str
    series: tuple[Series, ...]


def views(trend: Trend) -> Iterator[View]:
    """Everything that can be followed: the total first, then instruments, then indicator by indicator."""
    yield View(TOTAL, "คะแนนรวม", (trend.total,))
    names = " ".join(series.name for series in trend.instruments)
    yield View(INSTRUMENTS, f"รายเครื่องมือ ({names})", trend.instruments)
    yield View(TOTAL_AND_INSTRUMENTS, "คะแนนรวมและรายเครื่องมือ", (trend.total, *trend.instruments))
    for series in (*trend.instruments, *trend.indicators):
        is_indicator = series in trend.indicators
        yield View(series.key, f"ตัวชี้วัดที่ {series.name}" if is_indicator else f"เฉพาะ {series.name}", (series,))


def marks(view: View, framework: Framework) -> tuple[MarkLine, ...]:
    """The marks of the newest year's levels for what is followed; an indicator is held against the pass mark alone."""
    passed = MarkLine(framework.pass_mark, f"เกณฑ์ผ่าน {_mark(framework.pass_mark)}")
    if view.key in {INSTRUMENTS, *Instrument}:
        found = {level.instrument_min: level.name for level in framework.levels if level.instrument_min > 0}
        return tuple(MarkLine(mark, f"{name} {_mark(mark)}") for mark, name in found.items())
    if view.key not in {TOTAL, TOTAL_AND_INSTRUMENTS}:
        return (passed,)
    named = {level.total_min: level.name for level in framework.levels if level.total_min > 0}
    if len(named) > _MOST_MARKS:
        # Seven letters would hide the lines that they are drawn for.
        named = {mark: name for mark, name in named.items() if mark in {framework.excellent_mark, framework.pass_mark}}
    return tuple(
        passed if mark == framework.pass_mark else MarkLine(mark, f"{name} {_mark(mark)}")
        for mark, name in named.items()
    )


def trend_artist(trend: Trend, view: View, framework: Framework, numerals: Numerals, size: float) -> Artist:
    """Draws the lines of a view."""
    lines = [TrendLine(series.name, [point.score for point in series.points]) for series in view.series]
    held = [MarkLine(mark.value, numerals.show(mark.name)) for mark in marks(view, framework)]
    switches = [
        YearSwitch(level.year, numerals.show(f"ใช้ระดับผลแบบใหม่ตั้งแต่ปี {level.year}"))
        for level in trend.levels
        if level.new_system
    ]

    def draw(width: float, height: float) -> Drawing:
        return trend_chart(
            trend.years,
            lines,
            width=width,
            height=height,
            marks=held,
            switches=switches,
            numerals=numerals,
            text_width=text_width,
            size=size,
        )

    return draw


def radar_artist(trend: Trend, framework: Framework, numerals: Numerals, size: float) -> Artist:
    """Draws the newest year's indicators over those of the year before."""
    newest = trend.years[-1]
    spokes = [
        Bar(
            numerals.show(series.name),
            series.points[-1].score,
            series.points[-2].score if len(series.points) > 1 else None,
        )
        for series in trend.indicators
    ]
    mark = MarkLine(framework.pass_mark, numerals.show(f"เกณฑ์ผ่าน {_mark(framework.pass_mark)}"))

    def draw(width: float, height: float) -> Drawing:
        return radar_chart(
            spokes,
            width=width,
            height=height,
            lines=[mark],
            series=(numerals.show(f"ปี {newest}"), numerals.show(f"ปี {newest - 1}")),
            numerals=numerals,
            text_width=text_width,
            size=size,
        )

    return draw


def heads(view: View) -> tuple[str, ...]:
    """The table's column heads."""
    if len(view.series) == 1:
        return ("ปี", "คะแนน", "เทียบกับปีก่อน", "ระดับผลของปีนั้น", "หมายเหตุ")
    return ("ปี", *(series.name for series in view.series), "ระดับผลของปีนั้น")


def rows(trend: Trend, view: View, numerals: Numerals) -> list[tuple[str, ...]]:
    """The table's rows, newest year first."""
    return [
        tuple(numerals.show(text) for text in _row(trend, view.series, n)) for n in reversed(range(len(trend.years)))
    ]


def description(view: View, trend: Trend, numerals: Numerals) -> str:
    """The chart in words, for screen readers."""
    parts = [
        f"{series.name}: "
        + " ".join(f"ปี {point.year} {format_score(point.score)}" for point in series.points if point.score is not None)
        for series in view.series
    ]
    return numerals.show(f"แนวโน้มปี {trend.years[0]}–{trend.years[-1]} {' · '.join(parts)}")


def radar_description(trend: Trend, numerals: Numerals) -> str:
    """The radar in words, for screen readers."""
    parts = [f"{series.name} {_score_with_change(series.points[-1])}" for series in trend.indicators]
    return numerals.show(f"รูปเรดาร์ของตัวชี้วัดปี {trend.years[-1]} {' · '.join(parts)}")


def _row(trend: Trend, series: Sequence[Series], n: int) -> Iterator[str]:
    level = trend.levels[n]
    origin = "" if level.announced or not level.name else " (คำนวณ)"
    yield str(trend.years[n])
    if len(series) > 1:
        for each in series:
            yield _score_with_change(each.points[n])
        yield f"{level.name or '–'}{origin}"
        return
    point = series[0].points[n]
    yield format_score(point.score)
    yield change_words(point.change)
    yield f"{level.name or '–'}{origin}"
    yield " · ".join(_remarks(trend, series[0], n))


def _remarks(trend: Trend, series: Series, n: int) -> Iterator[str]:
    if trend.levels[n].new_system:
        yield "เริ่มใช้ระดับผลแบบใหม่"
    point = series.points[n]
    after = series.points[n + 1] if n + 1 < len(series.points) else point
    if point.name and point.name != after.name:
        yield f"ถึงปีนี้ใช้ชื่อ “{point.name}”"
    if not point.name:
        yield "ปีนั้นไม่มีตัวชี้วัดนี้"
    elif point.score is None:
        yield "ไม่มีคะแนน"


def _score_with_change(point: Point) -> str:
    score = format_score(point.score)
    return score if point.change is None else f"{score}  {change_words(point.change)}"


def _mark(points: Decimal) -> str:
    return f"{points.normalize():f}"
