from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import catalog
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.measure_checks import PlanRemarks, check_measure, check_measures, remarks_by_measure
from ita_desktop.domain.period import Period, parse_period
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic

YEAR = FiscalYear(2568)
GOOD = Measure(
    YEAR,
    "9",
    actions=("แบ่งงานเผยแพร่ข้อมูล",),
    division_ids=(1,),
    period=parse_period("ไตรมาส 1", YEAR),
    monitoring="รายงานทุกเดือน",
    id=1,
)
FINDING = Finding(YEAR - 1, "9", FindingClass.URGENT, "เว็บไซต์ไม่เป็นปัจจุบัน", id=7)
BRIEFING = "ประชุมชี้แจง และเตรียมความพร้อม การประเมินคุณธรรมและความโปร่งใส (ITA)"


@pytest.fixture
def framework(frameworks: Frameworks) -> Framework:
    return frameworks.of(YEAR - 1)


def found(framework: Framework, *measures: Measure, **more: Any) -> dict[int, list[tuple[str, str]]]:
    remarks = remarks_by_measure(YEAR, measures, framework, more.pop("assessment", None), **more)
    return {id_: [(remark.field, remark.beside_field) for remark in each] for id_, each in remarks.items()}


def test_that_a_careful_measure_gets_no_remark(framework: Framework) -> None:
    assert found(framework, GOOD) == {}
    assert found(framework, replace(GOOD, finding_ids=(7,)), findings=[FINDING]) == {}


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"actions": ()}, "actions", "ยังไม่ได้กรอกแนวทาง"),
        ({"indicator_code": ""}, "indicator_code", "ยังไม่ได้เลือกตัวชี้วัด"),
        ({"division_ids": ()}, "division_ids", "ยังไม่มีส่วนราชการ"),
        ({"division_ids": (), "all_divisions": True}, "division_ids", "ควรมีผู้รับผิดชอบหลัก"),
        ({"division_ids": (), "all_divisions": True, "owner": "ทุกกอง"}, "division_ids", "ควรมีผู้รับผิดชอบหลัก"),
        ({"division_ids": (), "owner": "สำนัก/กองต่าง ๆ"}, "division_ids", "ระบุเพียง “สำนัก/กองต่าง ๆ”"),
        ({"division_ids": (), "owner": "เจ้าหน้าที่ทุกคน"}, "division_ids", "ระบุเพียง “เจ้าหน้าที่ทุกคน”"),
        ({"division_ids": (), "owner": "นิติกร"}, "division_ids", "ยังไม่ได้เลือกส่วนราชการ"),
        ({"period": Period()}, "period", "ยังไม่ได้กรอกระยะเวลา"),
        ({"period": Period("เมื่อพร้อม")}, "period", "พิมพ์เช่น ต.ค. 67 – มี.ค. 68"),
        ({"period": Period("ต.ค. 2024")}, "period", "ใส่ปี พ.ศ. เช่น 2567"),
        ({"period": Period("ไตรมาส 1")}, "period", "พิมพ์ระยะเวลาอีกครั้ง"),
        ({"period": parse_period("ต.ค. 66 – ก.ย. 67", YEAR)}, "period", "นอกปีงบประมาณ พ.ศ. 2568"),
        ({"monitoring": ""}, "monitoring", "ยังไม่มีวิธีกำกับติดตาม"),
    ],
)
def test_that_each_gap_is_remarked_once_at_its_field(
    framework: Framework, change: dict[str, Any], field: str, says: str
) -> None:
    measure = replace(GOOD, **change)
    ((where, sentence),) = found(framework, measure)[1]
    assert where == field
    assert says in sentence
    assert "มาตรการ “" not in sentence


def test_that_one_who_answers_beside_all_divisions_is_enough(framework: Framework) -> None:
    assert found(framework, replace(GOOD, division_ids=(), all_divisions=True, owner="นิติกร")) == {}


def test_that_rows_2_and_3_of_seed_002_each_name_the_other(framework: Framework) -> None:
    rows = [
        replace(GOOD, id=11, indicator_code="1"),
        replace(GOOD, id=12, indicator_code="2", actions=(BRIEFING,)),
        replace(GOOD, id=13, indicator_code="3", actions=(f"  {BRIEFING.replace(' ', '  ')}",)),
    ]
    remarks = found(framework, *rows)
    assert set(remarks) == {12, 13}
    assert "ลำดับที่ 3 (ตัวชี้วัดที่ 3)" in remarks[12][0][1]
    assert "ลำดับที่ 2 (ตัวชี้วัดที่ 2)" in remarks[13][0][1]


def test_that_a_text_typed_twice_for_one_indicator_is_hinted_at(framework: Framework) -> None:
    remarks = remarks_by_measure(YEAR, [GOOD, replace(GOOD, id=2), replace(GOOD, id=3)], framework, None)
    assert [(id_, remark.severity) for id_, each in remarks.items() for remark in each] == [
        (id_, Severity.HINT) for id_ in (1, 2, 3)
    ]
    assert "ลำดับที่ 2 " in remarks[1][0].short
    assert "ลำดับที่ 1 " in remarks[3][0].short


def test_that_many_indicators_with_one_text_are_counted_and_not_all_named(framework: Framework) -> None:
    rows = [replace(GOOD, id=n, indicator_code=str(n)) for n in range(1, 11)]
    assert "ลำดับที่ 2 (ตัวชี้วัดที่ 2) 3 (ตัวชี้วัดที่ 3) 4 (ตัวชี้วัดที่ 4) และอีก 6 ตัวชี้วัด" in found(framework, *rows)[1][0][1]


def test_that_a_weak_indicator_without_a_measure_stands_by_itself(framework: Framework) -> None:
    weak = Assessment(YEAR - 1, indicators={"9": Decimal("70"), "10": Decimal("84.99"), "1": Decimal("85")})
    remarks = remarks_by_measure(YEAR, [GOOD], framework, weak)
    assert list(remarks) == [NEW]
    (remark,) = remarks[NEW]
    assert (remark.field, remark.topic, remark.year) == ("10", Topic.MEASURES, YEAR)
    assert "84.99" in remark.short
    assert f"{framework.pass_mark:f}" in remark.short


def test_that_a_measure_without_a_finding_is_hinted_at_where_its_indicator_has_an_open_one(
    framework: Framework,
) -> None:
    elsewhere = replace(GOOD, id=2, indicator_code="1", actions=("ติดป้าย",))
    remarks = found(framework, GOOD, elsewhere, findings=[FINDING])
    assert [(id_, [field for field, _ in each]) for id_, each in remarks.items()] == [(1, ["finding_ids"])]
    assert found(framework, GOOD, replace(GOOD, id=2, actions=("ติดป้าย",), finding_ids=(7,)), findings=[FINDING]) == {}


def test_that_warnings_stand_before_hints(framework: Framework) -> None:
    bare = Measure(YEAR, id=1)
    severities = [remark.severity for remark in remarks_by_measure(YEAR, [bare], framework, None)[1]]
    assert severities == sorted(severities, key=[Severity.WARNING, Severity.HINT].index)
    assert len(severities) == 5


FRAMEWORK = catalog.load_frameworks().of(YEAR - 1)
SOME = st.builds(
    Measure,
    plan_year=st.just(YEAR),
    indicator_code=st.sampled_from(["", "1", "2", "9"]),
    actions=st.sampled_from([(), ("ก",), ("ข",), ("ก ", "ข")]),
    division_ids=st.sampled_from([(), (1,)]),
    all_divisions=st.booleans(),
    owner=st.sampled_from(["", "นิติกร", "ทุกกอง"]),
    period=st.sampled_from([Period(), Period("?"), parse_period("ไตรมาส 1", YEAR)]),
)


def numbered(measures: list[Measure]) -> list[Measure]:
    return [replace(measure, id=n) for n, measure in enumerate(measures, start=1)]


@given(st.lists(SOME, max_size=8).map(numbered), st.data())
def test_that_remarks_kept_over_edits_are_those_worked_out_anew(measures: list[Measure], data: st.DataObject) -> None:
    scores = Assessment(YEAR - 1, {"9": Decimal(70)})
    keeping = PlanRemarks(YEAR, FRAMEWORK, scores)

    def anew(current: Sequence[Measure]) -> dict[int, tuple[Remark, ...]]:
        return dict(remarks_by_measure(YEAR, current, FRAMEWORK, scores))

    assert dict(keeping.of(measures)) == anew(measures)
    for _ in range(3):
        if measures:
            place = data.draw(st.integers(0, len(measures) - 1))
            measures[place] = replace(data.draw(SOME), id=measures[place].id)
            assert dict(keeping.of(measures)) == anew(measures)
            measures.pop(place)
            assert dict(keeping.of(measures)) == anew(measures)


@given(st.lists(SOME, max_size=8).map(numbered), st.lists(SOME, max_size=8).map(numbered))
def test_that_texts_compared_one_by_one_end_in_the_same_remarks(before: list[Measure], after: list[Measure]) -> None:
    keeping = PlanRemarks(YEAR, FRAMEWORK, None)
    keeping.take(before)
    keeping.compare(3)
    remarks = keeping.take(after)
    for measure in after:
        # Its own gaps are said at once.
        assert set(check_measure(measure)) <= set(remarks.get(measure.id, ()))
    left = keeping.uncompared
    while keeping.compare(1):
        left -= 1
        assert keeping.uncompared == left
    assert dict(remarks) == dict(remarks_by_measure(YEAR, after, FRAMEWORK, None))


def test_that_the_stream_holds_every_remark_in_the_order_of_the_table(framework: Framework) -> None:
    measures = [Measure(YEAR, id=5), Measure(YEAR, id=3)]
    weak = Assessment(YEAR - 1, indicators={"10": Decimal(1)})
    ids = [remark.item_id for remark in check_measures(YEAR, measures, framework, weak)]
    assert list(dict.fromkeys(ids)) == [5, 3, NEW]
    assert ids[-1] == NEW


@pytest.mark.parametrize(
    ("measure", "field", "words"),
    [
        (Measure(YEAR), "period", "ยังไม่ได้กรอก"),
        (Measure(YEAR, period=parse_period("ทุกวันจันทร์", YEAR)), "period", "อ่านไม่ได้"),
        (Measure(YEAR, period=parse_period("ม.ค. 60 - ก.พ. 60", YEAR)), "period", "อยู่นอกปีงบประมาณ"),
        (Measure(YEAR), "division_ids", "ยังไม่ได้เลือก"),
        (Measure(YEAR, owner="งานบุคคล"), "division_ids", "ยังไม่เลือกส่วนราชการ"),
        (Measure(YEAR), "monitoring", "ยังไม่มี"),
    ],
)
def test_that_a_narrow_cell_says_a_few_words_and_the_sentence_stays_whole(
    measure: Measure, field: str, words: str
) -> None:
    [remark] = [remark for remark in check_measure(measure) if remark.field == field]
    assert remark.in_cell == words
    assert len(remark.beside_field) > len(words)
