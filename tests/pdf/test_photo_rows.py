"""How photos of any shapes are cut into rows."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.photo_rows import PhotoRow, in_rows

WIDTH, HIGHEST = 160.0, 90.0


def photo(width: int, height: int) -> PhotoPrint:
    stored = io.BytesIO()
    Image.new("RGB", (width, height)).save(stored, "PNG")
    return PhotoPrint(stored.getvalue(), "")


LYING, STANDING = photo(80, 60), photo(60, 80)


def counts(rows: list[PhotoRow]) -> list[int]:
    return [len(row.photos) for row in rows]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(20, 400), st.integers(20, 400)), max_size=6),
    st.floats(20, 260),
)
def test_that_rows_keep_the_order_and_stay_within_width_and_room(shapes: list[tuple[int, int]], room: float) -> None:
    photos = [photo(*shape) for shape in shapes]
    rows = in_rows(photos, WIDTH, room, HIGHEST)
    assert [one for row in rows for one in row.photos] == photos
    assert all(1 <= len(row.photos) <= 3 for row in rows)
    assert all(0 < row.height_mm <= HIGHEST for row in rows)
    assert sum(row.height_mm for row in rows) <= room + 1e-6
    for row in rows:
        widths = [
            Image.open(io.BytesIO(one.image)).width / Image.open(io.BytesIO(one.image)).height for one in row.photos
        ]
        assert sum(widths) * row.height_mm <= WIDTH + 1e-6


@pytest.mark.parametrize(
    ("photos", "room", "expected"),
    [
        ([], 200, []),
        ([LYING] * 6, 250, [2, 2, 2]),
        ([LYING] * 6, 90, [3, 3]),
        ([LYING] * 2, 60, [2]),
        ([LYING] * 2, 250, [1, 1]),
        ([STANDING] * 3, 80, [3]),
        ([photo(400, 100), LYING, LYING], 120, [1, 2]),
    ],
)
def test_that_the_smallest_photo_becomes_as_large_as_the_room_lets_it(
    photos: list[PhotoPrint], room: float, expected: list[int]
) -> None:
    assert counts(in_rows(photos, WIDTH, room, HIGHEST)) == expected


def test_that_only_rows_that_are_too_high_are_lowered() -> None:
    broad = photo(800, 100)
    low, high = in_rows([broad, STANDING], WIDTH, 70.0, HIGHEST)
    assert low.height_mm == pytest.approx((WIDTH - 4.0) / 8)
    assert high.height_mm == pytest.approx(70.0 - low.height_mm)
