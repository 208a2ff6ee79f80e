"""Last year's measures as they would stand in this year's plan."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.catalog import load_frameworks
from ita_desktop.domain.carry_over import CarriedMeasure, NextPlan, carry_over, shift_period
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import Division
from ita_desktop.domain.period import Period, format_months, parse_period, whole_year

LAST, YEAR = FiscalYear(2568), FiscalYear(2569)
FRAMEWORKS = load_frameworks()
DIVISIONS = (Division("สำนักปลัด", id=1), Division("กองคลัง", id=2))


def into(**changed: object) -> NextPlan:
    plan = NextPlan(YEAR, FRAMEWORKS.of(YEAR - 1), FRAMEWORKS.of(YEAR - 2), DIVISIONS)
    return replace(plan, **changed)


def carried(measure: Measure, plan: NextPlan | None = None) -> CarriedMeasure:
    (only,) = carry_over([measure], plan or into())
    return only


def test_that_a_measure_starts_anew_with_its_years_moved() -> None:
    last = Measure(
        LAST,
        "9",
        "แผนปี ๒๕๖๘",
        ("เผยแพร่ผลปี 2567", "ตามระเบียบ พ.ศ. 2560"),
        method="ประชุมภายใน 31 มี.ค. 68",
        division_ids=(2, 1),
        all_divisions=True,
        owner="นิติกร",
        period=parse_period("ต.ค. 67 – มี.ค. 68", LAST),
        monitoring="ทุกไตรมาส",
        output_target="12 เรื่อง ในปี 2568",
        budget=Decimal(5000),
        topic="การให้บริการ",
        status=MeasureStatus.NOT_DONE,
        position=4,
        id=77,
    )
    found = carried(last)
    assert found.last_year is last
    assert found.measure == replace(
        last,
        id=0,
        position=0,
        plan_year=YEAR,
        title="แผนปี ๒๕๖๙",
        actions=("เผยแพร่ผลปี 2568", "ตามระเบียบ พ.ศ. 2560"),
        method="ประชุมภายใน 31 มี.ค. 69",
        output_target="12 เรื่อง ในปี 2569",
        period=Period("ต.ค. 68 – มี.ค. 69", Month(2568, 10), Month(2569, 3)),
        status=MeasureStatus.NOT_STARTED,
    )
    assert found.kept_years == ("2560",)
    assert found.title.text[found.title.changed[0][0] : found.title.changed[0][1]] == "๒๕๖๙"
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("typed", "text", "first", "last"),
    [
        ("ไตรมาส 1", "ไตรมาส 1", Month(2568, 10), Month(2568, 12)),
        ("ก.พ. – เม.ย.๖๘", "ก.พ. – เม.ย.๖๙", Month(2569, 2), Month(2569, 4)),
        ("ตลอดปี ๖๘", "ตลอดปี ๖๙", Month(2568, 10), Month(2569, 9)),
        ("ภายในเดือนธันวาคม ๒๕๖๗", "ภายในเดือนธันวาคม ๒๕๖๘", Month(2568, 12), Month(2568, 12)),
    ],
)
def test_that_a_typed_period_keeps_its_wording(typed: str, text: str, first: Month, last: Month) -> None:
    assert shift_period(parse_period(typed, LAST), LAST, 1) == Period(text, first, last)


def test_that_a_period_whose_wording_would_lie_is_written_anew() -> None:
    # The text says something else than the months, as after an edit in the record's file.
    odd = Period("ช่วงต้นปี", Month(2567, 11), Month(2568, 1))
    assert shift_period(odd, LAST, 1) == Period("พ.ย. 68 – ม.ค. 69", Month(2568, 11), Month(2569, 1))


def test_that_an_unread_period_stays_text_and_is_told() -> None:
    found = carried(Measure(LAST, "1", actions=("ทำ",), period=Period("เมื่อพร้อม ปี 2568")))
    assert found.measure.period == Period("เมื่อพร้อม ปี 2569")
    assert found.remarks == ("อ่านระยะเวลาไม่ได้ ตรวจปีของระยะเวลาเอง",)
    assert carried(Measure(LAST, "1", actions=("ทำ",))).remarks == ()


def test_that_divisions_removed_since_are_left_out_and_told() -> None:
    found = carried(Measure(LAST, "1", actions=("ทำ",), division_ids=(2, 8, 9)))
    assert found.measure.division_ids == (2,)
    assert found.remarks == ("ผู้รับผิดชอบ 2 ส่วนราชการถูกลบไปแล้ว เลือกผู้รับผิดชอบใหม่",)


def finding(id_: int, code: str, year: FiscalYear, question: str = "") -> Finding:
    return Finding(year, code, FindingClass.URGENT, question_code=question, id=id_)


@pytest.mark.parametrize(
    ("now", "linked"),
    [
        ((finding(21, "9", YEAR - 1), finding(22, "7", YEAR - 1)), (21,)),
        ((finding(21, "9", YEAR - 1), finding(23, "9", YEAR - 1, "o12")), (21,)),
        ((finding(22, "7", YEAR - 1),), ()),
    ],
)
def test_that_links_go_to_this_years_findings_of_the_indicator(
    now: tuple[Finding, ...], linked: tuple[int, ...]
) -> None:
    last = Measure(LAST, "9", actions=("ทำ",), finding_ids=(11,))
    plan = into(older_findings=(finding(11, "9", LAST - 1),), findings=now)
    found = carried(last, plan)
    assert found.measure.finding_ids == linked
    assert found.remarks == (() if linked else ("ประเด็นของปีก่อนที่ผูกไว้ไม่มีในผลการวิเคราะห์ปีนี้",))
    assert carried(replace(last, finding_ids=()), plan).measure.finding_ids == ()


def renumbered(framework: Framework) -> Framework:
    """The framework with indicator 9 as number 11, and indicator 10 gone for a new one."""
    changed = []
    for indicator in framework.indicators:
        if indicator.code == "9":
            changed.append(replace(indicator, code="11"))
        elif indicator.code == "10":
            changed.append(replace(indicator, code="12", name="เรื่องใหม่"))
        else:
            changed.append(indicator)
    return replace(framework, indicators=tuple(changed))


def test_that_an_indicator_is_followed_to_its_new_number() -> None:
    plan = into(framework=renumbered(FRAMEWORKS.of(YEAR - 1)))
    found = carried(Measure(LAST, "9", actions=("ทำ",)), plan)
    assert found.measure.indicator_code == "11"
    assert found.remarks == ("ตัวชี้วัดที่ 9 ของปีก่อน คือตัวชี้วัดที่ 11. การเปิดเผยข้อมูล ในเกณฑ์ปี 2568",)


def test_that_an_indicator_that_ended_is_left_open_and_told() -> None:
    plan = into(framework=renumbered(FRAMEWORKS.of(YEAR - 1)))
    found = carried(Measure(LAST, "10", actions=("ทำ",)), plan)
    assert found.measure.indicator_code == ""
    assert found.remarks == ("ตัวชี้วัดที่ 10 ของปีก่อนไม่มีในเกณฑ์ปี 2568 เลือกตัวชี้วัดใหม่",)
    assert carried(Measure(LAST, "", actions=("ทำ",)), plan).remarks == ()


@given(st.integers(0, 11), st.integers(0, 11), st.booleans())
def test_that_a_period_moves_by_a_year_and_back(start: int, length: int, typed: bool) -> None:
    first = LAST.first_month.plus(start)
    last = min(first.plus(length), LAST.last_month)
    period = Period(format_months(first, last), first, last)
    period = parse_period(period.text, LAST) if typed else period
    there = shift_period(period, LAST, 1)
    assert (there.first, there.last) == (first.plus(12), last.plus(12))
    assert there.lies_in(YEAR)
    assert shift_period(there, YEAR, -1) == period


@given(st.lists(st.sampled_from(["ปี 2568", "ต.ค.๖๗", "พ.ร.บ. พ.ศ. 2540", "68 คน", "จัดอบรม"]), max_size=4))
def test_that_carrying_on_and_back_gives_the_measure_again(parts: list[str]) -> None:
    last = Measure(LAST, "7", actions=("\n".join(parts),), division_ids=(1,), period=whole_year(LAST))
    there = carried(last).measure
    back = NextPlan(LAST, FRAMEWORKS.of(LAST - 1), FRAMEWORKS.of(LAST - 1), DIVISIONS)
    assert carried(there, back).measure == last
