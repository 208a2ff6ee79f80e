"""Measures into the office's library and out of it again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.catalog import load_frameworks
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.library import (
    LibraryMeasure,
    library_measure,
    library_period,
    measure_from_library,
    not_kept_yet,
)
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, format_months, whole_year

YEAR = FiscalYear(2569)
FRAMEWORK = load_frameworks().of(YEAR - 1)
DIVISIONS = tuple(Division(name, id=n) for n, name in enumerate(("สำนักปลัด", "กองคลัง", "กองช่าง"), 1))
WORDS = st.sampled_from(["", "จัดทำคู่มือ", "ทำทะเบียน 128 รายการ", "ประชุมทุกไตรมาส"])


@st.composite
def plan_measures(draw: st.DrawFn) -> Measure:
    """A measure of the plan year whose texts name no year."""
    first = YEAR.first_month.plus(draw(st.integers(0, 11)))
    last = draw(st.sampled_from([m for m in YEAR.months() if m >= first]))
    period = draw(st.sampled_from([Period(), Period(format_months(first, last), first, last)]))
    return Measure(
        YEAR,
        draw(st.sampled_from(["", "1", "10"])),
        draw(WORDS),
        tuple(draw(st.lists(WORDS.filter(bool), max_size=3))),
        method=draw(WORDS),
        division_ids=tuple(draw(st.lists(st.integers(1, 3), unique=True))),
        all_divisions=draw(st.booleans()),
        owner=draw(WORDS),
        period=period,
        monitoring=draw(WORDS),
        output_target=draw(WORDS),
        topic=draw(WORDS),
        status=draw(st.sampled_from(list(MeasureStatus))),
        finding_ids=tuple(draw(st.lists(st.integers(1, 9), max_size=2, unique=True))),
        position=draw(st.integers(0, 9)),
        id=draw(st.integers(0, 99)),
    )


@given(plan_measures(), st.integers(-3, 3))
def test_that_to_the_library_and_back_gives_the_measure_in_any_year(measure: Measure, years: int) -> None:
    kept = library_measure(measure, DIVISIONS)
    back = measure_from_library(kept, YEAR + years, DIVISIONS, FRAMEWORK)
    period = library_period(kept, YEAR + years)
    assert back.remarks == ()
    assert back.measure == replace(
        measure,
        plan_year=YEAR + years,
        period=period,
        status=MeasureStatus.NOT_STARTED,
        finding_ids=(),
        position=0,
        id=0,
    )
    if years == 0:
        assert period == measure.period
    assert library_measure(back.measure, DIVISIONS) == kept


@pytest.mark.parametrize(
    "period",
    [Period("เมื่อพร้อม"), Period("x", Month(2567, 10), Month(2568, 9)), Period("y", Month(2569, 8), Month(2569, 11))],
)
def test_that_months_are_kept_only_of_a_period_in_the_plan_year(period: Period) -> None:
    kept = library_measure(Measure(YEAR, "1", actions=("ทำ",), period=period), DIVISIONS)
    assert (kept.first_month, kept.last_month) == (None, None)
    assert library_measure(Measure(YEAR, period=whole_year(YEAR)), DIVISIONS).first_month == 10


def test_that_months_out_of_the_years_order_give_no_period() -> None:
    assert library_period(LibraryMeasure(first_month=8, last_month=11), YEAR) == Period()
    assert library_period(LibraryMeasure(first_month=11, last_month=8), YEAR).lies_in(YEAR)


def test_that_what_the_office_lacks_is_told_and_not_lost() -> None:
    kept = LibraryMeasure("12", actions=("ทำ",), divisions=("กองการประปา", "กองคลัง", "กองช่าง 2"), owner="นิติกร")
    proposal = measure_from_library(kept, YEAR, DIVISIONS, FRAMEWORK)
    assert proposal.measure.division_ids == (2,)
    assert proposal.measure.owner == "กองการประปา กองช่าง 2 นิติกร"
    assert proposal.measure.indicator_code == ""
    assert proposal.remarks == (
        "ตัวชี้วัดที่ 12 ไม่มีในเกณฑ์ปี 2568 เลือกตัวชี้วัดใหม่",
        "ไม่มีกองการประปา และกองช่าง 2ในรายชื่อส่วนราชการ จึงเขียนชื่อไว้ที่ผู้รับผิดชอบหลัก",
    )


def test_that_a_renamed_division_is_taken_where_only_one_can_be_meant() -> None:
    renamed = (Division("สำนักการคลัง", id=2), Division("กองช่างโยธา", id=4), Division("กองช่างสุขาภิบาล", id=5))
    kept = LibraryMeasure(actions=("ทำ",), divisions=("กองคลัง", "กองช่าง"))
    proposal = measure_from_library(kept, YEAR, renamed, FRAMEWORK)
    assert (proposal.measure.division_ids, proposal.measure.owner) == ((2,), "กองช่าง")
    assert proposal.remarks == (
        "ไม่มีกองช่างในรายชื่อส่วนราชการ จึงเขียนชื่อไว้ที่ผู้รับผิดชอบหลัก",
        "ใช้สำนักการคลังแทนกองคลัง ตรวจอีกครั้ง",
    )


def test_that_another_year_in_the_words_is_told() -> None:
    def told(*actions: str) -> tuple[str, ...]:
        return measure_from_library(LibraryMeasure(actions=actions), YEAR, DIVISIONS, FRAMEWORK).remarks

    assert told("รายงานผลปี ๒๕๖๕", "ภายใน มี.ค. 68") == ("ถ้อยคำมีปี ๒๕๖๕ 68 ตรวจแก้ให้ตรงกับปี 2569",)
    assert told("รายงานผลปี 2569", "ตามระเบียบ พ.ศ. 2560") == ()


def test_that_the_library_takes_no_text_twice() -> None:
    there = [LibraryMeasure("1", actions=("ทำ คู่มือ",), id=3)]
    new = [
        LibraryMeasure("1", actions=("ทำคู่มือ",)),
        LibraryMeasure("2", actions=("ทำคู่มือ",)),
        LibraryMeasure("2", actions=("ทำคู่มือ",), owner="นิติกร"),
        LibraryMeasure("2"),
    ]
    assert not_kept_yet(new, there) == [new[1]]
