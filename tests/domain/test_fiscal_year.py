from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear, Month


def test_that_the_fiscal_year_runs_from_october_to_september() -> None:
    year = FiscalYear(2569)
    assert year.first_day == date(2025, 10, 1)
    assert year.last_day == date(2026, 9, 30)
    assert date(2026, 9, 30) in year
    assert date(2026, 10, 1) not in year


def test_that_a_day_in_october_belongs_to_the_next_fiscal_year() -> None:
    assert FiscalYear.of(date(2025, 9, 30)) == FiscalYear(2568)
    assert FiscalYear.of(date(2025, 10, 1)) == FiscalYear(2569)


@pytest.mark.parametrize("year", [2026, 0, 2499, 2700])
def test_that_a_gregorian_year_is_no_fiscal_year(year: int) -> None:
    with pytest.raises(ValueError, match="Buddhist"):
        FiscalYear(year)


def test_that_a_month_knows_its_days_in_a_leap_year() -> None:
    assert Month(2567, 2).last_day == date(2024, 2, 29)
    assert Month.of(date(2024, 2, 1)).name == "กุมภาพันธ์"
    with pytest.raises(ValueError, match="1 to 12"):
        Month(2567, 13)
    with pytest.raises(ValueError, match="Buddhist"):
        Month(2024, 1)


def test_that_the_first_quarter_is_october_to_december() -> None:
    assert FiscalYear(2569).quarter(1) == (Month(2568, 10), Month(2568, 12))
    assert FiscalYear(2569).quarter(4) == (Month(2569, 7), Month(2569, 9))
    with pytest.raises(ValueError, match="1 to 4"):
        FiscalYear(2569).quarter(5)


@given(st.dates(date(1960, 1, 1), date(2150, 1, 1)))
def test_that_every_day_lies_in_exactly_its_own_year(day: date) -> None:
    year = FiscalYear.of(day)
    assert day in year
    assert day not in year - 1
    assert day not in year + 1
    assert Month.of(day) in list(year.months())
