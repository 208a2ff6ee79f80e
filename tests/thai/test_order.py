from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.order import compare, sort_key


def test_that_lead_vowels_sort_behind_their_consonant() -> None:
    assert sorted(["ไก่", "ขา", "เก", "กา"], key=sort_key) == ["กา", "เก", "ไก่", "ขา"]


def test_that_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["ก้า", "กาง", "ก่า", "กา"], key=sort_key) == ["กา", "ก่า", "ก้า", "กาง"]


def test_that_numbers_sort_by_value_in_either_digits() -> None:
    assert sorted(["ข้อ ๑๐", "ข้อ 9", "ข้อ ๑"], key=sort_key) == ["ข้อ ๑", "ข้อ 9", "ข้อ ๑๐"]


@given(st.text(), st.text())
def test_that_the_comparison_agrees_with_the_key(left: str, right: str) -> None:
    assert compare(left, right) == -compare(right, left)
    assert (compare(left, right) < 0) == (sort_key(left) < sort_key(right))
