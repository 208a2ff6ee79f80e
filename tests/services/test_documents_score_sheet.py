"""What the score sheet says."""

from dataclasses import replace
from decimal import Decimal

from paper_samples import EMPTY, FULL, PLAN_YEAR, RESULT_YEAR, SCORES, all_text

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Plan, Target
from ita_desktop.domain.paper import PaperSize
from ita_desktop.services.documents.score_sheet import score_sheet
from ita_desktop.services.documents.source import PaperSource


def _with(scores: Assessment) -> PaperSource:
    return replace(FULL, assessments=(scores,), plan=Plan(scores.year + 1), measures=())


def test_that_the_sheet_is_of_the_result_year_beside_the_year_before() -> None:
    document = score_sheet(FULL)
    assert document.title_lines[1] == "ประจำปีงบประมาณ พ.ศ. 2568"
    assert document.result.columns[1:3] == ("ปี 2568", "ปี 2567")


def test_that_total_and_level_come_with_the_reason() -> None:
    document = score_sheet(FULL)
    assert (document.result.total.score_text, document.result.level) == ("85.79", "ผ่าน")
    assert document.result.reason == "คะแนนรวม 85.79 ถึงเกณฑ์ 85 คะแนนแล้ว แต่ OIT ได้ 70.38 ต่ำกว่า 85 จึงได้ระดับผ่าน ไม่ใช่ผ่านดี"
    assert document.result.announced == "ประกาศโดยสำนักงาน ป.ป.ช. เมื่อวันที่ 15 สิงหาคม 2568"


def test_that_the_three_instruments_hold_the_ten_indicators() -> None:
    groups = score_sheet(FULL).result.groups
    assert [len(group.indicators) for group in groups] == [5, 3, 2]
    assert groups[2].instrument.label == "OIT แบบวัดการเปิดเผยข้อมูลสาธารณะ"
    assert groups[2].indicators[0].label == "9. การเปิดเผยข้อมูล"


def test_that_changes_are_told_by_arrow_and_word() -> None:
    iit, _, oit = score_sheet(FULL).result.groups
    assert iit.indicators[0].change_text == "▲ เพิ่มขึ้น 2.10"
    assert iit.indicators[1].change_text == "= เท่าเดิม"
    assert iit.indicators[2].change_text == "▼ ลดลง 0.40"
    assert oit.indicators[0].change_text == "▼ ลดลง 11.74"


def test_that_a_change_is_of_the_scores_as_they_are_printed() -> None:
    eit = score_sheet(FULL).result.groups[1].instrument
    assert eit.previous is not None
    assert eit.previous != eit.score
    assert (eit.score_text, eit.previous_text, eit.change_text) == ("96.23", "96.23", "= เท่าเดิม")


def test_that_the_way_to_the_next_level_names_the_instrument_and_the_new_total() -> None:
    remarks = {remark.lead: remark.text for remark in score_sheet(FULL).remarks}
    assert remarks["หากจะเลื่อนระดับ"] == "ขึ้นระดับผ่านดี: ต้องเพิ่ม OIT อีก 14.62 คะแนน (ยก OIT เป็น 85.00 ได้คะแนนรวม 91.64)"


def test_that_the_way_up_says_only_what_one_instrument_proves() -> None:
    scores = Assessment(RESULT_YEAR, instruments={Instrument.OIT: Decimal("70.38")}, total=Decimal("86.85"))
    remarks = {remark.lead: remark.text for remark in score_sheet(_with(scores)).remarks}
    assert remarks["หากจะเลื่อนระดับ"] == (
        "ขึ้นระดับผ่านดี: อย่างน้อยต้องเพิ่ม OIT อีก 14.62 คะแนน (ยก OIT เป็น 85.00 ได้คะแนนรวม 92.70)"
    )


def test_that_the_indicators_below_the_pass_mark_are_ranked_by_their_effect() -> None:
    remarks = {remark.lead: remark.text for remark in score_sheet(FULL).remarks}
    assert remarks["ตัวชี้วัดที่ควรพัฒนาก่อน"] == "10. การป้องกันการทุจริต และ 9. การเปิดเผยข้อมูล"


def test_that_last_years_level_and_the_target_are_told() -> None:
    remarks = {remark.lead: remark.text for remark in score_sheet(FULL).remarks}
    assert remarks["ปี 2567"] == "คะแนนรวม 85.42 ระดับ “ผ่านดี”"
    assert remarks["เป้าหมายปีงบประมาณ พ.ศ. 2569"] == "คะแนนรวมไม่น้อยกว่า 90.00 คะแนน ระดับ “ผ่านดี”"


def test_that_a_target_may_name_instruments_only_or_all() -> None:
    def aim(target: Target) -> str:
        remarks = score_sheet(replace(FULL, plan=Plan(PLAN_YEAR, target=target))).remarks
        return next((remark.text for remark in remarks if remark.lead.startswith("เป้าหมาย")), "")

    instruments = {Instrument.OIT: Decimal(95), Instrument.IIT: Decimal(92)}
    assert aim(Target(instruments=instruments)) == "IIT 92.00 OIT 95.00"
    assert aim(Target(Decimal(92), instruments)) == "คะแนนรวมไม่น้อยกว่า 92.00 คะแนน (IIT 92.00 OIT 95.00)"
    assert aim(Target(level="ดีเยี่ยม")) == ""


def test_that_an_announced_level_the_scores_contradict_prints_without_a_reason() -> None:
    document = score_sheet(_with(replace(SCORES, announced_level="ผ่านดี")))
    assert (document.result.level, document.result.reason) == ("ผ่านดี", "")
    assert "หากจะเลื่อนระดับ" not in all_text(document)


def test_that_an_announced_level_is_printed_where_the_scores_do_not_decide_it() -> None:
    document = score_sheet(_with(Assessment(RESULT_YEAR, total=Decimal("85.42"), announced_level="ผ่านดี")))
    assert (document.result.level, document.result.reason) == ("ผ่านดี", "")


def test_that_a_computed_total_says_so() -> None:
    computed = replace(SCORES, total=None, instruments={}, announced_on=None, announced_level="")
    document = score_sheet(_with(computed))
    assert document.result.total.score_text == "85.79"
    assert document.result.announced == "คะแนนรวมคำนวณจากคะแนนรายตัวชี้วัด"


def test_that_letter_levels_and_the_old_indicator_name_are_those_of_their_year() -> None:
    scores = Assessment(FiscalYear(2565), indicators={"8": Decimal(90)}, total=Decimal("88.37"))
    document = score_sheet(_with(scores))
    assert document.result.level == "A"
    assert document.result.groups[1].indicators[2].label == "8. การปรับปรุงระบบการทำงาน"


def test_that_without_scores_the_sheet_has_dashes_and_says_nothing_else() -> None:
    document = score_sheet(EMPTY)
    result = document.result
    assert (result.total.score_text, result.level, result.reason, document.remarks) == ("–", "", "", ())
    assert all(row.score_text == "–" for row in result.indicators)


def test_that_the_large_sheet_leaves_out_what_is_not_known() -> None:
    scores = Assessment(RESULT_YEAR, instruments={Instrument.OIT: Decimal("70.38")}, total=Decimal("86.85"))
    large = score_sheet(_with(scores), PaperSize.A3)
    assert [(group.instrument.score_text, group.indicators) for group in large.result.groups] == [("70.38", ())]
    assert large.result.columns == ("เครื่องมือและตัวชี้วัด", "ปี 2568")
    assert large.meta.short_title == "ผลการประเมิน ITA 2568 (A3)"
    assert score_sheet(FULL, PaperSize.A3).result == score_sheet(FULL).result
