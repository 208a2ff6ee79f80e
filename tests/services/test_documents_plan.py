"""What the measures plan says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from paper_samples import DIVISIONS, EMPTY, FULL, MEASURES, PLAN_YEAR, SCORES, all_text

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Evidence, Frameworks
from ita_desktop.domain.measure import Plan
from ita_desktop.domain.plan_documents import RowDetails
from ita_desktop.services.documents.measures_plan import measures_plan


def test_that_title_and_years_are_derived() -> None:
    document = measures_plan(FULL)
    assert document.title_lines == (
        "แนวทางและมาตรการยกระดับผลการประเมิน ITA",
        "ประจำปีงบประมาณ พ.ศ. 2569",
        "เทศบาลตำบลดอนสวรรค์",
    )


def test_that_the_score_statement_names_day_total_level_and_what_holds_the_level() -> None:
    statement = measures_plan(FULL).background[2]
    assert "เมื่อวันที่ 15 สิงหาคม 2568" in statement
    assert "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 ซึ่งเทศบาลตำบลดอนสวรรค์ มีคะแนนรวม 85.79 คะแนน" in statement
    assert "อยู่ในระดับ “ผ่าน” โดยมีคะแนนรายเครื่องมือ ได้แก่ IIT 95.90 คะแนน EIT 96.23 คะแนน และ OIT 70.38 คะแนน" in statement
    assert "คะแนน OIT ต่ำกว่า 85 คะแนน จึงยังไม่ถึงระดับผ่านดี" in statement
    assert "ได้แก่ การเปิดเผยข้อมูล (78.26 คะแนน) และการป้องกันการทุจริต (62.50 คะแนน)" in statement


def test_that_without_scores_nothing_is_said_of_them() -> None:
    document = measures_plan(EMPTY)
    assert "คะแนนรวม" not in all_text(document)
    assert "อยู่ในระดับ" not in all_text(document)
    assert len(document.background) == 3


def test_that_an_announcement_before_the_result_could_be_out_is_not_printed() -> None:
    too_early = replace(FULL, assessments=(replace(SCORES, announced_on=date(2024, 8, 10)),))
    statement = measures_plan(too_early).background[2]
    assert "สิงหาคม" not in statement
    assert statement.startswith("ตามผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 เทศบาลตำบลดอนสวรรค์ มีคะแนนรวม 85.79 คะแนน")


def test_that_a_level_that_is_no_official_name_is_never_printed() -> None:
    wished = replace(FULL, assessments=(replace(SCORES, announced_level="ดีเยี่ยม"),))
    text = all_text(measures_plan(wished))
    assert "ดีเยี่ยม" not in text
    assert "อยู่ในระดับ “ผ่าน”" in text


def test_that_a_level_is_left_out_while_it_is_not_certain() -> None:
    total_only = replace(FULL, assessments=(replace(SCORES, indicators={}, instruments={}, announced_level=""),))
    statement = measures_plan(total_only).background[2]
    assert "คะแนนรวม 85.79 คะแนน" in statement
    assert "อยู่ในระดับ" not in statement


def test_that_the_national_goal_is_left_out_after_its_last_year() -> None:
    later = replace(FULL, plan=Plan(FiscalYear(2571)), measures=())
    assert "แผนแม่บท" in measures_plan(FULL).background[0]
    assert "แผนแม่บท" not in "\n".join(measures_plan(later).background)


def test_that_the_item_code_is_printed_only_where_it_is_verified() -> None:
    assert "ข้อ o25 การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร" in measures_plan(FULL).reference
    unknown = replace(FULL, plan=Plan(FiscalYear(2580)))
    assert measures_plan(unknown).reference == ""


def test_that_the_item_code_needs_a_verified_pair_too() -> None:
    framework = FULL.frameworks.of(PLAN_YEAR)
    doubted = replace(framework, evidence={**framework.evidence, "pair": Evidence("ผู้ดูแลกรอกเอง", verified=False)})
    source = replace(FULL, frameworks=Frameworks({**FULL.frameworks.by_year, PLAN_YEAR: doubted}))
    assert measures_plan(source).reference == ""


def test_that_approaches_are_numbered_under_the_second_heading() -> None:
    own = replace(FULL, plan=Plan(PLAN_YEAR, approaches=("ก", "ข")))
    assert [(point.number, point.text) for point in measures_plan(own).approaches] == [("2.1", "ก"), ("2.2", "ข")]
    assert len(measures_plan(FULL).approaches) == len(FULL.texts.approaches)


def test_that_the_offices_own_background_keeps_the_derived_score_statement() -> None:
    own = replace(FULL, plan=Plan(PLAN_YEAR, background=("ความเป็นมาของเรา",)))
    background = measures_plan(own).background
    assert background[0] == "ความเป็นมาของเรา"
    assert "85.79" in background[1]
    assert len(background) == 2


def test_that_rows_carry_indicator_bullets_divisions_and_one_style_of_period() -> None:
    rows = measures_plan(FULL).rows
    assert [row.indicator for row in rows] == ["1. การปฏิบัติหน้าที่", "9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"]
    assert rows[0].responsible == ("ทุกส่วนราชการ",)
    assert rows[0].period == "ตลอดปีงบประมาณ พ.ศ. 2569"
    assert rows[1].title == "ยกระดับการเปิดเผยข้อมูล"
    assert len(rows[1].actions) == 2
    assert rows[1].responsible == ("สำนักปลัดเทศบาล", "กองคลัง")
    assert rows[1].period == "ต.ค. 68 – มี.ค. 69"


def test_that_naming_every_division_prints_the_collective_word() -> None:
    everyone = replace(MEASURES[1], division_ids=tuple(division.id for division in DIVISIONS), owner="นิติกร")
    row = measures_plan(replace(FULL, measures=(everyone,))).rows[0]
    assert row.responsible == ("ทุกส่วนราชการ", "นิติกร")


def test_that_the_head_in_office_signs_with_the_acting_post() -> None:
    signature = measures_plan(FULL).signature
    assert signature is not None
    assert signature.lines == ("(นายวิชัย มั่นคง)", "ปลัดเทศบาล", "ปฏิบัติหน้าที่นายกเทศมนตรีตำบลดอนสวรรค์")


def test_that_the_named_signer_signs_instead() -> None:
    named = replace(FULL, plan=Plan(PLAN_YEAR, signer="นางสาวพรทิพย์ แสงทอง"))
    signature = measures_plan(named).signature
    assert signature is not None
    assert signature.lines == ("(นางสาวพรทิพย์ แสงทอง)", "หัวหน้าสำนักปลัดเทศบาล")


def test_that_an_unknown_head_leaves_room_for_the_name_over_the_derived_title() -> None:
    signature = measures_plan(EMPTY).signature
    assert signature is not None
    assert signature.lines[0].strip("().") == ""
    assert signature.lines[1:] == ("นายกองค์การบริหารส่วนตำบลบ้านว่าง",)


def test_that_a_plan_without_measures_has_no_table() -> None:
    document = measures_plan(EMPTY)
    assert document.rows == ()
    assert document.table_heading == ""


FULL_MEASURE = replace(
    MEASURES[1],
    method="ประชุมชี้แจง\n\nแบ่งงาน",
    monitoring="รายงานทุกไตรมาส",
    output_target="ครบ 26 ข้อ",
    budget=Decimal("12500"),
    finding_ids=(1, 2),
)


def test_that_all_columns_tell_last_years_score_findings_and_the_fields_of_the_side_panel() -> None:
    source = replace(FULL, plan=Plan(PLAN_YEAR, all_columns=True), measures=(FULL_MEASURE, MEASURES[0]))
    document = measures_plan(source)
    assert document.columns == (
        "ตัวชี้วัด",
        "คะแนนปี 2568",
        "ประเด็น",
        "แนวทาง/มาตรการ",
        "วิธีดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "การกำกับติดตาม",
        "เป้าหมาย",
        "งบประมาณ (บาท)",
    )
    assert document.details == (
        RowDetails(
            "78.26",
            ("เปิดเผยสถิติการให้บริการไม่ครบ", "ตอบคำถามประชาชนภายในวันทำการ"),
            ("ประชุมชี้แจง", "แบ่งงาน"),
            ("รายงานทุกไตรมาส",),
            ("ครบ 26 ข้อ",),
            "12,500",
        ),
        RowDetails("97.20"),
    )
    assert document.rows == measures_plan(replace(source, plan=Plan(PLAN_YEAR))).rows


def test_that_columns_nobody_filled_have_no_head() -> None:
    source = replace(FULL, plan=Plan(PLAN_YEAR, all_columns=True), assessments=(), measures=MEASURES)
    assert measures_plan(source).columns == (
        *("ตัวชี้วัด", "", "", "แนวทาง/มาตรการ", ""),
        *("ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "", "", ""),
    )


def test_that_satang_are_printed_only_where_there_are_any() -> None:
    measures = tuple(
        replace(FULL_MEASURE, id=n, budget=Decimal(text)) for n, text in enumerate(("0", "8500.00", "1234567.5"))
    )
    document = measures_plan(replace(FULL, plan=Plan(PLAN_YEAR, all_columns=True), measures=measures))
    assert [details.budget for details in document.details] == ["0", "8,500", "1,234,567.50"]


def test_that_a_plan_of_all_columns_without_measures_has_no_table_either() -> None:
    document = measures_plan(replace(EMPTY, plan=Plan(PLAN_YEAR, all_columns=True)))
    assert (document.columns, document.rows, document.details) == ((), (), ())
