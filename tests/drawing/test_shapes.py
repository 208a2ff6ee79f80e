"""Shapes: the hatch stays inside its rectangle."""

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.drawing.shapes import Rect, hatch_lines

SIDES = st.floats(0.5, 400)


def test_that_a_rectangle_without_hatch_has_no_hatch_lines() -> None:
    assert hatch_lines(Rect(0, 0, 100, 10, "#ffffff")) == ()


@given(SIDES, SIDES)
def test_that_hatch_lines_never_leave_their_rectangle(width: float, height: float) -> None:
    rect = Rect(7, 9, width, height, hatch="#000000")
    for line in hatch_lines(rect):
        assert rect.x - 1e-6 <= line.x1 <= line.x2 <= rect.x + width + 1e-6
        assert rect.y - 1e-6 <= line.y2 <= line.y1 <= rect.y + height + 1e-6
        # 45 degrees: as far to the right as upwards.
        assert abs((line.x2 - line.x1) - (line.y1 - line.y2)) < 1e-6


def test_that_a_wide_rectangle_is_hatched_over_its_whole_width() -> None:
    lines = hatch_lines(Rect(0, 0, 90, 6, hatch="#000000"))
    assert min(line.x1 for line in lines) == 0
    assert max(line.x2 for line in lines) > 85
