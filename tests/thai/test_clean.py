from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.clean import clean_line, clean_lines, clean_text, shortened


def test_that_invisible_characters_of_pasted_text_vanish() -> None:
    assert clean_text("ทำ\u200bข้อมูล\ufeff\u00a0ครบ\x07") == "ทำข้อมูล ครบ"


def test_that_a_decomposed_sara_am_and_a_doubled_sara_e_become_one_letter() -> None:
    assert clean_text("น\u0e4d\u0e32 น\u0e4d\u0e49\u0e32 เเก้") == "นำ น้ำ แก้"


def test_that_line_breaks_are_kept_in_text_and_folded_in_a_line() -> None:
    assert clean_text("ก\r\nข\rค") == "ก\nข\nค"
    assert clean_line("  ก\r\n\tข  ") == "ก ข"


def test_that_bullets_are_taken_off_each_line() -> None:
    assert clean_lines("- จัดทำคู่มือ\n• อบรม\n\n– ประชุม\n-") == ("จัดทำคู่มือ", "อบรม", "ประชุม", "-")


@given(st.text())
def test_that_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


def test_that_a_shortened_text_ends_in_a_whole_syllable_and_three_dots() -> None:
    assert shortened("จัดทำมาตรการ", 12) == "จัดทำมาตรการ"
    assert shortened("ส่งเสริมคุณธรรมและความโปร่งใส", 28) == "ส่งเสริมคุณธรรมและความโปร่ง…"
    assert shortened("จัดทำคู่มือ", 5) == "จัด…"


@given(st.text(alphabet="กขคะาิี่้ำเแโใไ ๆ", max_size=30), st.integers(2, 30))
def test_that_a_shortened_text_keeps_to_its_limit(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")
