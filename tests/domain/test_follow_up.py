"""Following up: how measures stand to today, who is late, what counts and what may be closed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.follow_up import (
    DUE_SOON_DAYS,
    Timing,
    bears_out,
    closing_fault,
    latest,
    latest_by_measure,
    timing,
)
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, parse_period

YEAR = FiscalYear(2569)
MONTHS = [YEAR.first_month.plus(n) for n in range(-14, 27)]
DIVISIONS = (Division("สำนักปลัด", id=4), Division("กองคลัง", id=2), Division("กองช่าง", id=9))

days = st.dates(date(2024, 6, 1), date(2028, 3, 1))
statuses = st.sampled_from(MeasureStatus)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    if draw(st.integers(0, 4)) == 0:
        return Period(draw(st.sampled_from(["", "เร็ว ๆ นี้"])))
    first, last = sorted((draw(st.sampled_from(MONTHS)), draw(st.sampled_from(MONTHS))))
    return Period("x", first, last)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    ids = draw(st.lists(st.sampled_from([2, 4, 9, 77]), max_size=3, unique=True))
    return Measure(YEAR, "1", division_ids=tuple(ids), all_divisions=draw(st.booleans()), period=draw(periods()),
                   status=draw(statuses))  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> list[Progress]:
    count = draw(st.integers(0, 12))
    return [
        Progress(draw(st.integers(1, 3)), draw(days), draw(statuses), id=id_)
        for id_ in draw(st.permutations(range(1, count + 1)))
    ]


@given(measures(), days)
def test_that_the_timing_is_what_the_calendar_says(measure: Measure, today: date) -> None:
    first, last = measure.period.first, measure.period.last
    found = timing(measure, today)
    if measure.status in (MeasureStatus.DONE, MeasureStatus.NOT_DONE):
        assert found is Timing.CLOSED
    elif first is None or last is None:
        assert found is Timing.NO_PERIOD
    elif last.last_day < today:
        assert found is Timing.LATE
    elif (last.last_day - today).days <= DUE_SOON_DAYS:
        assert found is Timing.DUE_SOON
    elif today < first.first_day:
        assert found is Timing.NOT_BEGUN
    else:
        assert found is Timing.RUNNING
    assert (found is Timing.LATE) == measure.is_late(today)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 9, 30), Timing.NOT_BEGUN),
        (date(2025, 10, 1), Timing.RUNNING),
        (date(2026, 2, 28), Timing.RUNNING),
        (date(2026, 3, 1), Timing.DUE_SOON),
        (date(2026, 3, 31), Timing.DUE_SOON),
        (date(2026, 4, 1), Timing.LATE),
    ],
)
def test_that_the_days_at_the_edges_fall_on_the_right_side(today: date, expected: Timing) -> None:
    measure = Measure(YEAR, period=parse_period("ต.ค. 68 – มี.ค. 69", YEAR))
    assert timing(measure, today) is expected
    assert expected.words


@given(entries())
def test_that_the_latest_is_the_last_by_date_and_then_by_entry(progress: list[Progress]) -> None:
    by_measure = latest_by_measure(progress)
    assert set(by_measure) == {entry.measure_id for entry in progress}
    for measure_id, found in by_measure.items():
        own = [entry for entry in progress if entry.measure_id == measure_id]
        assert found == latest(own) == sorted(own, key=lambda e: (e.recorded_on, e.id))[-1]


def test_that_nothing_is_the_latest_of_nothing() -> None:
    assert latest([]) is None
    assert latest_by_measure([]) == {}


@pytest.mark.parametrize(
    ("status", "result", "problem", "fault"),
    [
        (MeasureStatus.DONE, "จัดแล้ว", "", ""),
        (MeasureStatus.DONE, " \n", "ฝนตก", "ผลการดำเนินการ"),
        (MeasureStatus.NOT_DONE, "", "ไม่ได้รับงบประมาณ", ""),
        (MeasureStatus.NOT_DONE, "ยกเลิกโครงการ", "", ""),
        (MeasureStatus.NOT_DONE, "", " ", "เหตุผล"),
        (MeasureStatus.IN_PROGRESS, "", "", ""),
        (MeasureStatus.NOT_STARTED, "", "", ""),
    ],
)
def test_that_a_measure_is_closed_only_with_a_result_or_a_reason(
    status: MeasureStatus, result: str, problem: str, fault: str
) -> None:
    said = closing_fault(status, result, problem)
    assert bool(said) == bool(fault)
    assert fault in said
    entry = Progress(1, date(2026, 1, 1), status, result=result, problem=problem)
    assert bears_out(entry, status) == (not fault)


def test_that_a_closed_status_needs_an_entry_of_its_own_kind() -> None:
    done = Progress(1, date(2026, 1, 1), MeasureStatus.DONE, result="เสร็จ")
    assert not bears_out(None, MeasureStatus.DONE)
    assert not bears_out(done, MeasureStatus.NOT_DONE)
    assert bears_out(None, MeasureStatus.IN_PROGRESS)
    assert Month.of(date(2026, 1, 1)) == Month(2569, 1)
