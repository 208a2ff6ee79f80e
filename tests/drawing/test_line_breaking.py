"""Texts of a drawing in lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import paths
from ita_desktop.drawing.lettering import Lettering
from ita_desktop.drawing.line_breaking import wrapped
from ita_desktop.thai import words
from ita_desktop.thai.digits import Numerals

STYLE = Lettering(10.0, Numerals.THAI, lambda text, size, _: len(text) * size * 0.5)


@pytest.fixture(scope="module", autouse=True)
def _word_list() -> None:
    words.configure(paths.resources() / "thai" / "words_th.txt")


def test_that_lines_end_between_words() -> None:
    assert wrapped("จัดทำคู่มือปฏิบัติงาน", 60, STYLE, most=5) == ("จัดทำคู่มือ", "ปฏิบัติงาน")


def test_that_a_short_text_is_one_line_and_nothing_is_none() -> None:
    assert wrapped(" ข้อความ ", 60, STYLE, most=5) == ("ข้อความ",)
    assert wrapped("   ", 60, STYLE, most=5) == ()


def test_that_what_does_not_fit_is_cut_behind_a_word() -> None:
    assert wrapped("จัดทำคู่มือปฏิบัติงาน", 58, STYLE, most=1) == ("จัดทำ…",)


def test_that_a_word_wider_than_a_line_is_cut_and_no_mark_parted_from_its_letter() -> None:
    lines = wrapped("ที่" * 20, 22, STYLE, most=50)
    assert "".join(lines) == "ที่" * 20
    assert all(line.startswith("ท") for line in lines)


@given(st.text("กขค่ิูำเแ abc๑", max_size=120), st.floats(10, 200), st.integers(1, 30))
def test_that_lines_keep_the_text_in_order_and_their_room(text: str, room: float, most: int) -> None:
    lines = wrapped(text, room, STYLE, most=most)
    assert len(lines) <= most
    kept = "".join("".join(lines).removesuffix("…").split())
    assert "".join(text.split()).startswith(kept)
    for line in lines:
        assert STYLE.width(line) <= room or len(line) <= 2 or unicodedata.category(line[1]) == "Mn"
