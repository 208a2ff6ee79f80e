from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.assessment import Assessment, display_score, format_score, parse_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("85.42", "85.42"),
        ("๘๕.๔๒", "85.42"),
        ("85,42", "85.42"),
        (" 100 ", "100.00"),
        ("0", "0.00"),
        ("007.5", "7.50"),
        ("9.", "9.00"),
    ],
)
def test_that_a_score_is_read_in_either_digits(typed: str, score: str) -> None:
    assert parse_score(typed) == Decimal(score)


def test_that_an_empty_field_is_no_score() -> None:
    assert parse_score("  ") is None
    assert format_score(None) == "–"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("-5", "ติดลบ"),
        ("85.425", "ทศนิยม"),
        ("100.01", "เกิน ๑๐๐"),
        ("999999999999999999999999", "เกิน ๑๐๐"),
        ("แปดสิบ", "ไม่ใช่ตัวเลข"),
        ("85.4.2", "ไม่ใช่ตัวเลข"),
        ("1e1", "ไม่ใช่ตัวเลข"),
        ("85%", "ไม่ต้องใส่เครื่องหมาย % เช่น 85"),
        (".5", "ไม่ใช่ตัวเลข"),
        ("NaN", "ไม่ใช่ตัวเลข"),
        ("²", "ไม่ใช่ตัวเลข"),
    ],
)
def test_that_what_is_no_score_is_refused_with_the_reason(typed: str, word: str) -> None:
    with pytest.raises(UserError, match=word):
        parse_score(typed)


def test_that_half_a_cent_is_shown_rounded_up() -> None:
    assert display_score(Decimal("84.995")) == Decimal("85.00")
    assert format_score(Decimal("75.404")) == "75.40"


@given(st.integers(0, 10000))
def test_that_every_published_score_is_read_back(cents: int) -> None:
    score = Decimal(cents) / 100
    assert parse_score(to_thai(format_score(score))) == score


@given(st.text(max_size=20))
def test_that_any_text_is_a_score_from_0_to_100_or_refused(typed: str) -> None:
    try:
        score = parse_score(typed)
    except UserError:
        return
    assert score is None or 0 <= score <= 100


def test_that_an_assessment_with_only_a_date_has_no_scores() -> None:
    assert not Assessment(FiscalYear(2568), source="รายงาน").has_scores()
    assert Assessment(FiscalYear(2568), total=Decimal(0)).has_scores()
