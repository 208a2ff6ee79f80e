"""The radar: points lie on their spokes, shapes are told apart without colour, names stay on the ground."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.drawing.bar_chart import LAST_YEAR_EDGE, MARK, THIS_YEAR, Bar, MarkLine
from ita_desktop.drawing.radar_chart import radar_chart
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.thai.digits import Numerals

PASS = MarkLine(Decimal(85), "เกณฑ์ผ่าน ๘๕")
SCORES = st.none() | st.decimals(0, 100, places=2)


def ruler(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.52 if bold else 0.5)


def chart(spokes: list[Bar], width: float = 420, height: float = 320) -> Drawing:
    return radar_chart(
        spokes,
        width=width,
        height=height,
        lines=[PASS],
        series=("ปี ๒๕๖๘", "ปี ๒๕๖๗"),
        numerals=Numerals.THAI,
        text_width=ruler,
    )


def ten(value: Decimal | None, before: Decimal | None = None) -> list[Bar]:
    return [Bar(f"{n}. ตัวชี้วัด", value, before) for n in range(1, 11)]


def lines(drawing: Drawing, colour: str) -> list[Line]:
    return [s for s in drawing.shapes if isinstance(s, Line) and s.colour == colour]


def texts(drawing: Drawing) -> list[str]:
    return [s.text for s in drawing.shapes if isinstance(s, Label)]


def dots(drawing: Drawing, fill: str) -> list[Rect]:
    """The markers of the wheel; the first one stands in the legend."""
    return [s for s in drawing.shapes if isinstance(s, Rect) and (s.fill if fill == THIS_YEAR else s.stroke) == fill][
        1:
    ]


def middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2


def test_that_scores_lie_as_far_out_as_they_are_high() -> None:
    spokes = ten(Decimal(100))
    spokes[5] = Bar("6.", Decimal(50))
    points = [middle(dot) for dot in dots(chart(spokes), THIS_YEAR)]
    top, bottom = points[0], points[5]
    # The first spoke points upwards, the sixth downwards; the third and the eighth lie opposite at equal height.
    centre = (points[2][1] + points[7][1]) / 2
    assert top[0] == pytest.approx(bottom[0])
    assert bottom[1] - centre == pytest.approx((centre - top[1]) / 2)


def test_that_this_year_is_unbroken_and_the_year_before_dashed() -> None:
    drawing = chart(ten(Decimal(90), Decimal(80)))
    solid, dashed = lines(drawing, THIS_YEAR), lines(drawing, LAST_YEAR_EDGE)
    assert len(solid) == 10 + 1
    assert len(dashed) > 3 * len(solid)
    assert len(dots(drawing, THIS_YEAR)) == len(dots(drawing, LAST_YEAR_EDGE)) == 10
    assert {"ปี ๒๕๖๘", "ปี ๒๕๖๗ (ในวงเล็บ)", "เกณฑ์ผ่าน ๘๕"} <= set(texts(drawing))


def test_that_the_year_before_is_named_only_when_known() -> None:
    drawing = chart(ten(Decimal(90)))
    assert lines(drawing, LAST_YEAR_EDGE) == []
    assert not any("๒๕๖๗" in text for text in texts(drawing))


def test_that_the_pass_mark_is_a_ring_at_its_score() -> None:
    drawing = chart(ten(Decimal(85)))
    heights = [line.y1 for line in lines(drawing, MARK)][1:] + [line.y2 for line in lines(drawing, MARK)][1:]
    first = middle(dots(drawing, THIS_YEAR)[0])
    assert min(y for y in heights if y > 30) == pytest.approx(first[1])


def test_that_a_missing_score_leaves_a_gap_and_a_dash() -> None:
    spokes = ten(Decimal(90))
    spokes[3] = Bar("4. ตัวชี้วัด", None)
    drawing = chart(spokes)
    assert len(lines(drawing, THIS_YEAR)) == 8 + 1
    assert len(dots(drawing, THIS_YEAR)) == 9
    assert "–" in texts(drawing)


def test_that_a_score_below_the_mark_carries_a_sign_not_only_a_colour() -> None:
    spokes = ten(Decimal("85.00"))
    spokes[8] = Bar("9.", Decimal("84.99"), Decimal("70.38"))
    found = texts(chart(spokes))
    assert "▼ ๘๔.๙๙ (๗๐.๓๘)" in found
    assert sum("▼" in text for text in found) == 1


@given(st.lists(st.tuples(SCORES, SCORES), min_size=3, max_size=12), st.floats(260, 900), st.floats(240, 700))
def test_that_every_shape_and_name_lies_on_the_ground(
    scores: list[tuple[Decimal | None, Decimal | None]], width: float, height: float
) -> None:
    drawing = chart([Bar(f"{n}. การใช้ทรัพย์สินของราชการ", *pair) for n, pair in enumerate(scores, 1)], width, height)
    for shape in drawing.shapes:
        if isinstance(shape, Line):
            assert -0.5 <= min(shape.x1, shape.x2) <= max(shape.x1, shape.x2) <= width + 0.5
            assert -0.5 <= min(shape.y1, shape.y2) <= max(shape.y1, shape.y2) <= height + 0.5
        elif isinstance(shape, Label):
            taken = ruler(shape.text, shape.size, shape.bold)
            left = shape.x - {"left": 0.0, "middle": taken / 2, "right": taken}[shape.align]
            assert left >= -0.5
            assert left + taken <= width + 0.5
            assert shape.size * 0.5 <= shape.y <= height + 0.5


@pytest.mark.parametrize("width", [360, 420, 540, 800])
def test_that_the_upright_names_stand_clear_of_their_neighbours(width: float) -> None:
    spokes = [Bar(f"{n}. การดำเนินงานของหน่วยงาน", Decimal(90), Decimal(88)) for n in range(1, 11)]
    drawing = chart(spokes, width=width, height=420)
    names = [s for s in drawing.shapes if isinstance(s, Label) and s.text.endswith("การดำเนินงานของหน่วยงาน")]
    line_height = names[0].size * 1.3
    for upright, beside in ((0, 1), (0, 9), (5, 4), (5, 6)):
        assert abs(names[upright].y - names[beside].y) >= 2 * line_height
    assert all(0 < s.y < drawing.height for s in drawing.shapes if isinstance(s, Label))
