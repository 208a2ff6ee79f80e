from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.digits import Numerals, to_arabic, to_thai


def test_that_numbers_in_thai_text_become_thai_digits() -> None:
    assert to_thai("คะแนน 85.42 ครั้งที่ 1/2569") == "คะแนน ๘๕.๔๒ ครั้งที่ ๑/๒๕๖๙"


def test_that_codes_links_and_addresses_keep_their_digits() -> None:
    text = "ข้อ o25 ที่ www.example.go.th/2569 หรือ ita2@example.go.th"
    assert to_thai(text) == text


def test_that_digits_beside_thai_letters_are_shown_in_thai_although_a_code_is_near() -> None:
    assert to_thai("(ITA) ปี2569") == "(ITA) ปี๒๕๖๙"
    assert to_thai("ต.ค.67") == "ต.ค.๖๗"


def test_that_an_office_with_arabic_numerals_prints_no_thai_digit() -> None:
    assert Numerals.ARABIC.show("ปี ๒๕๖๙ ได้ 85.42") == "ปี 2569 ได้ 85.42"


@given(st.text(alphabet="0123456789./ก-พศ ", max_size=40))
def test_that_showing_thai_digits_and_reading_them_back_gives_the_same_text(text: str) -> None:
    assert to_arabic(to_thai(text)) == text


@given(st.text(max_size=60))
def test_that_no_letter_is_lost_whatever_the_text(text: str) -> None:
    assert to_arabic(Numerals.THAI.show(text)) == to_arabic(text)
