"""How a plan stands to today, counted once and kept in step with changes."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up import EVERY_DIVISION, NOBODY, DivisionCount, Timing, responsible_ids, timing
from ita_desktop.domain.follow_up_overview import PlanOverview
from ita_desktop.domain.measure import Measure, MeasureStatus
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


def numbered(given_: list[Measure]) -> list[Measure]:
    return [replace(measure, id=n) for n, measure in enumerate(given_, start=1)]


def counted(given_: list[Measure], today: date) -> PlanOverview:
    overview = PlanOverview(DIVISIONS, today)
    overview.follow(numbered(given_))
    return overview


@given(st.lists(measures(), max_size=20), days)
def test_that_every_late_measure_is_counted_for_each_who_answers_for_it(given_: list[Measure], today: date) -> None:
    counts = counted(given_, today).late_by_division()
    assert [entry.count for entry in counts] == sorted((entry.count for entry in counts), reverse=True)
    assert len({entry.division_id for entry in counts}) == len(counts)
    for entry in counts:
        assert entry.count > 0
        own = [
            m
            for m in given_
            if timing(m, today) is Timing.LATE
            and (
                entry.division_id in m.division_ids
                or (entry.division_id == EVERY_DIVISION and m.all_divisions)
                or (entry.division_id == NOBODY and not m.all_divisions and not {2, 4, 9} & set(m.division_ids))
            )
        ]
        assert len(own) == entry.count
    total = sum(len(responsible_ids(m, {2, 4, 9})) for m in given_ if timing(m, today) is Timing.LATE)
    assert sum(entry.count for entry in counts) == total


def test_that_equal_counts_stand_in_the_offices_order_and_a_removed_division_is_nobody() -> None:
    period = parse_period("ต.ค. 68", YEAR)
    late = [Measure(YEAR, division_ids=(id_,), period=period) for id_ in (2, 4, 77, 9, 9)]
    late.append(Measure(YEAR, all_divisions=True, period=period))
    late.append(Measure(YEAR, division_ids=(2,), period=period, status=MeasureStatus.DONE))
    assert counted(late, date(2026, 1, 15)).late_by_division() == [
        DivisionCount(9, "กองช่าง", 2),
        DivisionCount(4, "สำนักปลัด", 1),
        DivisionCount(2, "กองคลัง", 1),
        DivisionCount(EVERY_DIVISION, "ทุกส่วนราชการ", 1),
        DivisionCount(NOBODY, "ยังไม่ระบุผู้รับผิดชอบ", 1),
    ]
    assert counted(late, date(2025, 10, 10)).late_by_division() == []


@st.composite
def follow_ons(draw: st.DrawFn) -> list[list[Measure]]:
    """States of a plan, in which measures often stay but for their place or for one field."""
    states = [numbered(draw(st.lists(measures(), max_size=8)))]
    for _ in range(draw(st.integers(1, 3))):
        others = numbered(draw(st.lists(measures(), max_size=8)))
        fields = st.sampled_from(["position", "division_ids", "all_divisions", "period", "status", "id"])
        kept = [
            replace(old, **{field: getattr(new, field)}, **({"position": 5} if field != "position" else {}))
            for old, new in zip(states[-1], others, strict=False)
            for field in [draw(fields)]
        ]
        states.append([*kept, *others[len(kept) :]])
    return states


@given(st.one_of(st.lists(st.lists(measures(), max_size=8).map(numbered), min_size=2, max_size=4), follow_ons()), days)
def test_that_counts_kept_over_changes_are_those_made_anew(states: list[list[Measure]], today: date) -> None:
    following = PlanOverview(DIVISIONS, today)
    for state in states:
        following.follow(state)
        timings = Counter(timing(measure, today) for measure in state)
        assert {each: following.number(each) for each in Timing} == {each: timings[each] for each in Timing}
        assert following.late_by_division() == counted(state, today).late_by_division()
        assert following.ids == {measure.id for measure in state}
