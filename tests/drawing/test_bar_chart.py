"""The bar chart: lengths, marks and legend follow the scores."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.drawing.bar_chart import BELOW, MARK, THIS_YEAR, Bar, MarkLine, bar_chart
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.thai.digits import Numerals

PASS = MarkLine(Decimal(85), "เกณฑ์ผ่าน ๘๕")
SERIES = ("ปี ๒๕๖๘", "ปี ๒๕๖๗")
SCORES = st.decimals(0, 100, places=2)


def ruler(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.52 if bold else 0.5)


def chart(bars: list[Bar], width: float = 420, lines: tuple[MarkLine, ...] = (PASS,)) -> Drawing:
    return bar_chart(
        bars,
        width=width,
        height=300,
        lines=lines,
        series=SERIES,
        numerals=Numerals.THAI,
        text_width=ruler,
    )


def bar_rects(drawing: Drawing, fill: str) -> list[Rect]:
    legend_width = 17
    return [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Rect) and shape.fill == fill and (shape.width > legend_width or shape.x > 100)
    ]


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_that_bars_are_as_long_as_their_scores_from_a_common_zero() -> None:
    drawing = chart([Bar("ก", Decimal(90)), Bar("ข", Decimal(100))])
    ninety, full = bar_rects(drawing, THIS_YEAR)
    assert ninety.x == full.x
    assert ninety.width / full.width == pytest.approx(0.9)


def test_that_the_pass_mark_stands_at_its_score_and_is_named() -> None:
    drawing = chart([Bar("ก", Decimal(100))])
    (full,) = bar_rects(drawing, THIS_YEAR)
    marks = [s for s in drawing.shapes if isinstance(s, Line) and s.colour == MARK and s.x1 == s.x2]
    assert [mark.x1 for mark in marks] == [pytest.approx(full.x + full.width * 0.85)]
    assert "เกณฑ์ผ่าน ๘๕" in texts(drawing)


def test_that_a_score_below_the_mark_is_told_in_the_legend_too() -> None:
    drawing = chart([Bar("ก", Decimal("84.99")), Bar("ข", Decimal("85.00"))])
    assert len(bar_rects(drawing, BELOW)) == 1
    assert len(bar_rects(drawing, THIS_YEAR)) == 1
    assert "ปี ๒๕๖๘ ต่ำกว่า ๘๕" in texts(drawing)
    assert "ปี ๒๕๖๘ ต่ำกว่า ๘๕" not in texts(chart([Bar("ข", Decimal("85.00"))]))


def test_that_last_year_is_thinner_hatched_and_named_only_when_known() -> None:
    drawing = chart([Bar("ก", Decimal(90), Decimal(80))])
    (this_year,) = bar_rects(drawing, THIS_YEAR)
    (before,) = [s for s in drawing.shapes if isinstance(s, Rect) and s.hatch and s.x == this_year.x]
    assert before.height < this_year.height
    assert "ปี ๒๕๖๗" in texts(drawing)
    assert "ปี ๒๕๖๗" not in texts(chart([Bar("ก", Decimal(90))]))


def test_that_scores_stand_beside_their_bars_in_the_office_s_digits() -> None:
    assert {"๙๐.๕๐", "๘๐.๐๐"} <= set(texts(chart([Bar("ก", Decimal("90.5"), Decimal(80))])))


def test_that_a_missing_score_has_a_dash_and_no_bar() -> None:
    drawing = chart([Bar("ก", None)])
    assert "–" in texts(drawing)
    assert bar_rects(drawing, THIS_YEAR) == []


def test_that_long_names_shrink_the_text_instead_of_the_bars() -> None:
    drawing = chart([Bar("ก" * 200, Decimal(100))], width=300)
    (bar,) = bar_rects(drawing, THIS_YEAR)
    assert bar.width > 80
    name = next(s for s in drawing.shapes if isinstance(s, Label) and s.text.startswith("กก"))
    assert name.x - ruler(name.text, name.size, False) >= -0.5


@given(st.lists(st.tuples(SCORES, st.none() | SCORES), max_size=12), st.floats(260, 900))
def test_that_every_shape_lies_on_the_ground(scores: list[tuple[Decimal, Decimal | None]], width: float) -> None:
    drawing = chart([Bar(f"ตัวชี้วัด {n}", *pair) for n, pair in enumerate(scores)], width)
    for shape in drawing.shapes:
        if isinstance(shape, Rect):
            assert shape.x >= -0.5
            assert shape.x + shape.width <= width + 0.5
            assert shape.y >= 0
            assert shape.y + shape.height <= drawing.height + 0.5
