"""The trend chart: lines by year on an axis from 0 to 100, gaps, marks and switches."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.drawing.bar_chart import MARK, QUIET, MarkLine
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.drawing.trend_chart import COLOURS, TrendLine, YearSwitch, trend_chart
from ita_desktop.thai.digits import Numerals

PASS = MarkLine(Decimal(85), "เกณฑ์ผ่าน 85")
SWITCH = YearSwitch(FiscalYear(2566), "เริ่มใช้ระดับ 5 ระดับ")
YEARS = [FiscalYear(year) for year in range(2563, 2569)]
SCORES = st.none() | st.decimals(0, 100, places=2)


def ruler(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.52 if bold else 0.5)


def chart(lines: list[TrendLine], years: list[FiscalYear] = YEARS, width: float = 420, height: float = 260) -> Drawing:
    return trend_chart(
        years,
        lines,
        width=width,
        height=height,
        marks=[PASS],
        switches=[SWITCH],
        numerals=Numerals.ARABIC,
        text_width=ruler,
    )


def total(*scores: str) -> TrendLine:
    return TrendLine("คะแนนรวม", [Decimal(score) if score else None for score in scores])


def strokes(drawing: Drawing, colour: str) -> list[Line]:
    return [s for s in drawing.shapes if isinstance(s, Line) and s.colour == colour]


def texts(drawing: Drawing) -> list[str]:
    return [s.text for s in drawing.shapes if isinstance(s, Label)]


def test_that_scores_stand_at_their_height_between_0_and_100() -> None:
    drawing = chart([total("0", "50", "100", "85", "85", "85")])
    first, second, *_ = strokes(drawing, COLOURS[0])
    assert first.y1 - first.y2 == pytest.approx(second.y1 - second.y2)
    (mark, *_) = strokes(drawing, MARK)
    assert mark.y1 == pytest.approx(second.y2 + (first.y1 - second.y2) * 0.15)
    ticks = {s.text: s.y for s in drawing.shapes if isinstance(s, Label) and s.colour == QUIET}
    assert ticks["0"] - ticks["100"] == pytest.approx(first.y1 - second.y2)


def test_that_one_line_carries_every_score_and_needs_no_legend() -> None:
    found = texts(chart([total("71.20", "", "80", "85.5", "90", "91")]))
    assert {"71.20", "80.00", "85.50", "90.00", "91.00", "เกณฑ์ผ่าน 85", "2563", "2568"} <= set(found)
    assert "คะแนนรวม" not in found


def test_that_a_year_without_a_score_is_a_gap() -> None:
    whole = strokes(chart([total("70", "75", "80", "85", "90", "91")]), COLOURS[0])
    broken = strokes(chart([total("70", "75", "", "85", "90", "91")]), COLOURS[0])
    assert len(whole) == 5
    assert len(broken) == 3
    third = (whole[1].x2, whole[1].y2)
    assert all((line.x1, line.y1) != third != (line.x2, line.y2) for line in broken)


def test_that_a_single_year_is_still_a_point() -> None:
    drawing = chart([total("", "", "", "", "", "86.85")])
    assert strokes(drawing, COLOURS[0]) == []
    assert [s for s in drawing.shapes if isinstance(s, Rect) and s.fill == COLOURS[0]]
    assert "86.85" in texts(drawing)


def test_that_several_lines_differ_by_dash_and_marker_and_tell_their_last_score() -> None:
    names = ("รวม", "IIT", "EIT", "OIT")
    lines = [TrendLine(name, [Decimal(80 + n)] * 6) for n, name in enumerate(names)]
    drawing = chart(lines)
    lengths = []
    for colour in COLOURS[:4]:
        level = [s for s in strokes(drawing, colour) if s.y1 == s.y2 and s.width == 1.8]
        lengths.append(tuple(round(s.x2 - s.x1, 1) for s in level[1:4]))
    assert len(set(lengths)) == 4
    assert set(names) | {"80.00", "81.00", "82.00", "83.00"} <= set(texts(drawing))
    ends = sorted(s.y for s in drawing.shapes if isinstance(s, Label) and s.text in {f"8{n}.00" for n in range(4)})
    assert all(below - above >= 10 for above, below in pairwise(ends))


def test_that_the_switch_stands_between_the_years_with_words() -> None:
    drawing = chart([total("70", "75", "80", "85", "90", "91")])
    (switch,) = [s for s in strokes(drawing, QUIET) if s.x1 == s.x2]
    before, after = (
        next(s.x for s in drawing.shapes if isinstance(s, Label) and s.text == y) for y in ("2565", "2566")
    )
    assert switch.x1 == pytest.approx((before + after) / 2)
    assert SWITCH.words in texts(drawing)
    assert SWITCH.words not in texts(chart([total("90", "91")], years=YEARS[:2]))


def test_that_a_narrow_chart_shortens_its_years() -> None:
    years = [FiscalYear(year) for year in range(2559, 2569)]
    drawing = chart([TrendLine("รวม", [Decimal(90)] * 10)], years=years, width=200)
    assert {"59", "68"} <= set(texts(drawing))


@given(
    st.integers(1, 10).flatmap(lambda n: st.lists(st.lists(SCORES, min_size=n, max_size=n), min_size=1, max_size=4)),
    st.floats(240, 900),
    st.floats(200, 600),
)
def test_that_everything_lies_on_the_ground(scores: list[list[Decimal | None]], width: float, height: float) -> None:
    years = [FiscalYear(2568 - n) for n in range(len(scores[0]))][::-1]
    drawing = chart([TrendLine(f"เส้น {n}", line) for n, line in enumerate(scores)], years, width, height)
    for shape in drawing.shapes:
        if isinstance(shape, Line):
            assert -1 <= min(shape.x1, shape.x2) <= max(shape.x1, shape.x2) <= width + 1
            assert -1 <= min(shape.y1, shape.y2) <= max(shape.y1, shape.y2) <= height + 1
        elif isinstance(shape, Label) and shape.text != SWITCH.words:
            taken = ruler(shape.text, shape.size, shape.bold)
            left = shape.x - {"left": 0.0, "middle": taken / 2, "right": taken}[shape.align]
            assert left >= -1
            assert left + taken <= width + 1
            assert shape.y <= height + 1


def test_that_names_of_marks_stand_free_of_points_and_of_each_other() -> None:
    marks = [MarkLine(Decimal(value), f"ระดับของคะแนน {value}") for value in (95, 85, 70)]
    drawing = trend_chart(
        YEARS,
        [total("66", "67", "83", "84", "93", "94")],
        width=420,
        height=180,
        marks=marks,
        switches=[],
        numerals=Numerals.ARABIC,
        text_width=ruler,
    )
    names = [s for s in drawing.shapes if isinstance(s, Label) and s.colour == MARK]
    points = [s.x1 for s in strokes(drawing, COLOURS[0])]
    assert all(name.x + ruler(name.text, name.size, False) < min(points) for name in names)
    upright = sorted((name.y, name.size) for name in names)
    assert all(below - size >= above for (above, _), (below, size) in pairwise(upright))
