import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.period import Period, format_period, parse_period, whole_year
from ita_desktop.thai.digits import to_thai

YEAR = FiscalYear(2568)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ต.ค.๖๗ – เม.ย.๖๘", "ต.ค. 67 – เม.ย. 68"),
        ("ก.พ. – เม.ย.๖๘", "ก.พ. 68 – เม.ย. 68"),
        ("ต.ค. - มี.ค.๖๘", "ต.ค. 67 – มี.ค. 68"),
        ("ต.ค.๖๗ - มี.ค.๖๘", "ต.ค. 67 – มี.ค. 68"),
        ("ตลอดปี ๖๘", "ตลอดปีงบประมาณ พ.ศ. 2568"),
        ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ พ.ศ. 2568"),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘", "ตลอดปีงบประมาณ พ.ศ. 2568"),
        ("ไตรมาส ๑", "ต.ค. 67 – ธ.ค. 67"),
        ("ไตรมาสที่ 1-2", "ต.ค. 67 – มี.ค. 68"),
        ("ไตรมาส 1 ถึงไตรมาส 3", "ต.ค. 67 – มิ.ย. 68"),
        ("ภายในเดือนธันวาคม ๒๕๖๗", "ธ.ค. 67"),
        ("1 ต.ค. 67 - 30 ก.ย. 68", "ตลอดปีงบประมาณ พ.ศ. 2568"),
        ("ตุลาคม 2567 ถึง มีนาคม 2568", "ต.ค. 67 – มี.ค. 68"),
        ("มกราคม - มีนาคม พ.ศ.๒๕๖๘", "ม.ค. 68 – มี.ค. 68"),
        ("28 ก.พ. 68", "ก.พ. 68"),
        ("ธ.ค.", "ธ.ค. 67"),
        ("มค - มีค 68", "ม.ค. 68 – มี.ค. 68"),
        ("รอบ 6 เดือน", "ต.ค. 67 – มี.ค. 68"),
    ],
)
def test_that_a_period_is_read_as_clerks_type_it_and_printed_in_one_style(typed: str, printed: str) -> None:
    period = parse_period(typed, YEAR)
    assert period.is_read
    assert period.text == typed
    assert format_period(period) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "เมื่อพร้อม",
        "ก.ย. - ต.ค.",
        "ต.ค. 2026 - ม.ค. 2026",
        "ไตรมาส 5",
        "99",
        "เม.ย.๖๘ – ต.ค.๖๗",
        "ตลอดปี 2026",
        "31 กุมภาพันธ์ 2568",
        "29 ก.พ. 68",
        "๐ ม.ค. ๖๘",
        "1 ต.ค. 67 - 31 เดือนเมษายน 68",
    ],
)
def test_that_what_cannot_be_read_is_kept_and_never_guessed(typed: str) -> None:
    period = parse_period(typed, YEAR)
    assert period == Period(typed)
    assert not period.is_read
    assert not period.lies_in(YEAR)
    assert format_period(period) == typed


def test_that_a_period_outside_the_fiscal_year_is_told_apart() -> None:
    assert parse_period("ต.ค.๖๗ – ก.ย.๖๘", YEAR).lies_in(YEAR)
    assert not parse_period("ก.ย.๖๗ – ม.ค.๖๘", YEAR).lies_in(YEAR)
    assert whole_year(YEAR).lies_in(YEAR)


months = st.integers(0, 11)


@given(months, months)
def test_that_a_printed_period_is_read_back(start: int, length: int) -> None:
    first = YEAR.first_month.plus(start)
    last = first.plus(length)
    printed = format_period(Period("", first, last))
    read = parse_period(to_thai(printed), YEAR)
    assert (read.first, read.last) == (first, last)


@given(st.text(max_size=40))
def test_that_any_text_is_kept(typed: str) -> None:
    assert parse_period(typed, YEAR).text == typed.strip()


def test_that_a_period_of_one_month_begins_and_ends_in_it() -> None:
    period = parse_period("พ.ย. 67", YEAR)
    assert period.first == period.last == Month(2567, 11)
