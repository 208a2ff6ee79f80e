from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.thai.dates import (
    format_date,
    format_short_date,
    format_time,
    month_number,
    parse_date,
    parse_time,
)
from ita_desktop.thai.digits import to_thai


@pytest.mark.parametrize(
    "typed",
    [
        "๑๒ มกราคม ๒๕๖๙",
        "12 ม.ค. 69",
        "12/1/2569",
        "12-01-69",
        "12.1.2569",
        "12012569",
        "วันที่ ๑๒ มกราคม พ.ศ.๒๕๖๙",
        "เมื่อวันที่ 12 มกราคม พ.ศ. 2569",
        "วันจันทร์ที่ 12 มกราคม 2569",
        "12 มค 2569",
        "12 มกรา 69",
    ],
)
def test_that_a_date_is_read_however_a_clerk_writes_it(typed: str) -> None:
    assert parse_date(typed) == date(2026, 1, 12)


def test_that_a_gregorian_year_is_refused_with_the_buddhist_year_to_type() -> None:
    with pytest.raises(UserError, match="2569"):
        parse_date("12/1/2026")


@pytest.mark.parametrize("typed", ["31 กุมภาพันธ์ 2569", "29 ก.พ. 2569", "31/4/2569", "0/1/2569"])
def test_that_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="ไม่มีวันที่"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["", "พรุ่งนี้", "12", "12 ม 2569", "12 มกราคม", "2569-01-12-", "12/1/9999", "1/1/0"])
def test_that_text_that_is_no_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UserError, match="๑๒ มกราคม ๒๕๖๙"):
        parse_date(typed)


def test_that_the_leap_day_is_a_date() -> None:
    assert parse_date("29 กุมภาพันธ์ 2567") == date(2024, 2, 29)


@given(st.dates(date(1957, 1, 1), date(2156, 12, 31)))
def test_that_a_printed_date_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(to_thai(format_date(day, era=True))) == day


@given(st.dates(date(1958, 1, 1), date(2056, 12, 31)))
def test_that_a_short_date_is_read_back(day: date) -> None:
    assert parse_date(format_short_date(day)) == day


@given(st.text(max_size=30))
def test_that_any_text_is_a_date_or_refused_with_a_sentence(typed: str) -> None:
    refusal: str | None = None
    try:
        parse_date(typed)
    except UserError as error:
        refusal = error.sentence
    assert refusal is None or "พ.ศ." in refusal


@pytest.mark.parametrize(
    ("typed", "moment"), [("๐๙.๓๐", time(9, 30)), ("9:30 น.", time(9, 30)), ("10 น.", time(10)), ("0.00", time(0))]
)
def test_that_a_time_is_read_with_point_or_colon(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize("typed", ["24.00", "9.60", "เช้า", "", "9.3", "930"])
def test_that_a_time_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="เวลา"):
        parse_time(typed)


@given(st.times())
def test_that_a_printed_time_is_read_back(moment: time) -> None:
    assert parse_time(format_time(moment)) == moment.replace(second=0, microsecond=0)


def test_that_an_ambiguous_month_is_not_guessed() -> None:
    assert month_number("มกรา") == 1
    assert month_number("ม") is None
    assert month_number("") is None
