"""Standard wordings: their places, and the years they are true for."""

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.texts import DatedText, fill, places_in


def test_that_places_are_filled_with_the_offices_facts() -> None:
    assert fill("ผลของ{office} ปี {result_year}", {"office": "อบต.ก", "result_year": "2568"}) == "ผลของอบต.ก ปี 2568"


def test_that_a_name_with_braces_is_printed_as_it_is() -> None:
    assert fill("{office}", {"office": "{ก} & <ข>"}) == "{ก} & <ข>"


def test_that_a_place_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{office}", {})


def test_that_places_are_found_by_name() -> None:
    assert places_in("{office} ปี {plan_year} และ {{ไม่ใช่}}") == {"office", "plan_year"}


def test_that_unpaired_braces_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"\}|\{"):
        places_in("ปี {plan_year")


@pytest.mark.parametrize(("year", "suits"), [(2565, False), (2566, True), (2570, True), (2571, False)])
def test_that_a_dated_text_suits_its_years_only(year: int, suits: bool) -> None:
    assert DatedText("ก", 2566, 2570).suits(FiscalYear(year)) is suits
