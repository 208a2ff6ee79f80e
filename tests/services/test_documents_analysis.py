"""What the analysis booklet says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from paper_samples import EMPTY, FINDINGS, FULL, LAST_YEAR, MEASURES, PLAN_YEAR, RESULT_YEAR, SCORES, all_text

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks, Instrument
from ita_desktop.domain.measure import Plan
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.score_documents import AnalysisDocument, TextPart
from ita_desktop.services.documents.analysis import analysis
from ita_desktop.services.documents.papers import choices_of
from ita_desktop.services.documents.source import PaperSource


def _points(part: TextPart) -> dict[str, str]:
    return {point.lead or point.number: point.text for point in part.points}


def _missing(source: PaperSource) -> tuple[str, ...]:
    return next(choice.missing for choice in choices_of(source) if choice.kind is DocumentKind.ANALYSIS)


def _headings(document: AnalysisDocument) -> list[str]:
    headings = (
        document.background.heading,
        document.result_heading,
        document.comparison.heading,
        document.details_heading,
        document.findings_lead.heading,
        document.effects.heading,
        document.next_level.heading,
        document.measures_heading,
    )
    return [heading for heading in headings if heading]


def test_that_the_parts_are_numbered_in_their_order() -> None:
    assert _headings(analysis(FULL)) == [
        "1. ความเป็นมา",
        "2. ผลการประเมินรายเครื่องมือและรายตัวชี้วัด",
        "3. การเปรียบเทียบกับปี 2567",
        "4. ผลการประเมินรายข้อ",
        "5. ประเด็นจากการวิเคราะห์",
        "6. ลำดับตัวชี้วัดที่ส่งผลต่อคะแนนรวม",
        "7. การยกระดับผลเป็น “ผ่านดี”",
        "8. มาตรการในปีงบประมาณ พ.ศ. 2569",
    ]


def test_that_an_office_without_scores_says_nothing_of_them() -> None:
    document = analysis(EMPTY)
    assert _headings(document) == ["1. ความเป็นมา"]
    assert (document.findings, document.details, document.measures) == ((), (), ())
    assert "ไม่ผ่าน" not in all_text(document)
    assert "None" not in all_text(document)


def test_that_the_title_is_of_the_result_year_and_the_item_of_the_plan_year() -> None:
    document = analysis(FULL)
    assert document.title_lines == ("รายงานการวิเคราะห์ผลการประเมิน ITA", "ประจำปีงบประมาณ พ.ศ. 2568", "เทศบาลตำบลดอนสวรรค์")
    assert "ข้อ o25" in document.reference
    assert document.reference.endswith("2569")


def test_that_the_year_before_is_compared_in_words_and_arrows() -> None:
    points = _points(analysis(FULL).comparison)
    assert points == {
        "คะแนนรวม": "จาก 85.42 เป็น 85.79 คะแนน ▲ เพิ่มขึ้น 0.37",
        "ระดับผลการประเมิน": "จาก “ผ่านดี” เป็น “ผ่าน”",
        "รายเครื่องมือ": "IIT (▲ เพิ่มขึ้น 0.34) EIT (= เท่าเดิม) และ OIT (▼ ลดลง 5.87)",
        "ตัวชี้วัดที่คะแนนเพิ่มขึ้น": "1. การปฏิบัติหน้าที่ (▲2.10)",
        "ตัวชี้วัดที่คะแนนลดลง": "9. การเปิดเผยข้อมูล (▼11.74) และ 3. การใช้อำนาจ (▼0.40)",
        "ตัวชี้วัดที่คะแนนเท่าเดิม": (
            "2. การใช้งบประมาณ 4. การใช้ทรัพย์สินของราชการ 5. การแก้ไขปัญหาการทุจริต 6. คุณภาพการดำเนินงาน "
            "7. ประสิทธิภาพการสื่อสาร 8. การปรับปรุงการทำงาน และ 10. การป้องกันการทุจริต"
        ),
    }


def test_that_three_years_are_told_in_a_row() -> None:
    older = Assessment(FiscalYear(2566), total=Decimal("80.10"))
    points = _points(analysis(replace(FULL, assessments=(older, LAST_YEAR, SCORES))).comparison)
    assert points["คะแนนรวมย้อนหลัง"] == "ปี 2566 80.10 (ต้องปรับปรุง) ปี 2567 85.42 (ผ่านดี) และปี 2568 85.79 (ผ่าน)"


def test_that_the_years_are_drawn_from_three_known_totals_on() -> None:
    assert analysis(FULL).history is None
    older = Assessment(FiscalYear(2565), total=Decimal("80.10"))
    history = analysis(replace(FULL, assessments=(older, LAST_YEAR, SCORES))).history
    assert history is not None
    assert [year.be for year in history.years] == [2565, 2566, 2567, 2568]
    assert [line.name for line in history.lines] == ["คะแนนรวม", "IIT", "EIT", "OIT"]
    assert history.lines[0].scores == (Decimal("80.10"), None, Decimal("85.42"), Decimal("85.79"))


def test_that_levels_of_two_systems_are_not_compared() -> None:
    scores = Assessment(FiscalYear(2566), total=Decimal("80.10"))
    before = Assessment(FiscalYear(2565), total=Decimal("88.37"))
    part = analysis(replace(FULL, plan=Plan(FiscalYear(2567)), assessments=(before, scores), findings=())).comparison
    assert list(_points(part)) == ["คะแนนรวม"]
    assert any("ระดับผลแบบใหม่" in note for note in part.paragraphs)


def test_that_nothing_is_compared_without_the_year_before() -> None:
    assert analysis(replace(FULL, assessments=(SCORES,))).comparison == TextPart()


def test_that_questions_and_items_stand_below_their_indicator_with_checked_codes_only() -> None:
    details = {group.heading: [row.label for row in group.rows] for group in analysis(FULL).details}
    assert details == {
        "ตัวชี้วัดที่ 9. การเปิดเผยข้อมูล": [
            "o9 คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ",
            "o11 ข้อมูลสถิติการให้บริการ",
        ],
        "ตัวชี้วัดที่ 10. การป้องกันการทุจริต": ["o21 ประกาศเจตนารมณ์และการสร้างวัฒนธรรม ตามนโยบาย No Gift Policy จากการปฏิบัติหน้าที่"],
    }


def test_that_an_unchecked_item_is_told_by_its_name_alone() -> None:
    framework = FULL.framework
    items = tuple(replace(item, verified=False) for item in framework.oit_items)
    years = dict(FULL.frameworks.by_year) | {RESULT_YEAR: replace(framework, oit_items=items)}
    document = analysis(replace(FULL, frameworks=Frameworks(years)))
    assert document.details[0].rows[1].label == "ข้อมูลสถิติการให้บริการ"
    assert document.findings[0].rows[0].text == "ข้อมูลสถิติการให้บริการ: เปิดเผยสถิติการให้บริการไม่ครบ"


def test_that_findings_stand_by_class_before_the_indicators_nothing_was_written_about() -> None:
    parts = analysis(FULL).findings
    assert [part.heading for part in parts] == ["ประเด็นที่ต้องแก้ไขเร่งด่วน", "ประเด็นที่ควรพัฒนา", "ประเด็นที่ต้องรักษาระดับ"]
    urgent, improve, keep = ([row.indicator for row in part.rows] for part in parts)
    assert urgent == ["9. การเปิดเผยข้อมูล (78.26 คะแนน)", "10. การป้องกันการทุจริต (62.50 คะแนน)"]
    assert improve == ["4. การใช้ทรัพย์สินของราชการ (94.80 คะแนน)"]
    assert keep[0] == "7. ประสิทธิภาพการสื่อสาร (95.50 คะแนน)"
    assert len(keep) == 7
    first = parts[0].rows[0]
    assert first.text == "o11 ข้อมูลสถิติการให้บริการ: เปิดเผยสถิติการให้บริการไม่ครบ"
    assert (first.cause, first.recommendation) == ("แต่ละกองส่งข้อมูลช้า", "เปิดเผยข้อมูลให้ครบทุกข้อ")


def test_that_a_column_nobody_filled_has_no_head() -> None:
    bare = tuple(replace(finding, cause="") for finding in FINDINGS)
    assert analysis(replace(FULL, findings=bare)).finding_columns == ("ตัวชี้วัด", "ประเด็นที่พบ", "", "ข้อเสนอแนะ")
    assert analysis(replace(FULL, findings=())).finding_columns == ("ตัวชี้วัด", "", "", "")


def test_that_the_assessors_recommendations_introduce_the_findings() -> None:
    scores = replace(SCORES, recommendations="ควรเผยแพร่ข้อมูล\nให้ครบ")
    lead = analysis(replace(FULL, assessments=(scores,))).findings_lead.paragraphs
    assert lead[1] == (
        "ตัวชี้วัดที่ไม่ได้ระบุประเด็นไว้จัดกลุ่มตามคะแนน (ต่ำกว่า 85 คะแนน: ต้องแก้ไขเร่งด่วน, "
        "ตั้งแต่ 85 แต่ไม่ถึง 95 คะแนน: ควรพัฒนา, ตั้งแต่ 95 คะแนนขึ้นไป: รักษาระดับ)"
    )
    assert lead[2] == "ข้อเสนอแนะจากรายงานผลการประเมินของสำนักงาน ป.ป.ช.: ควรเผยแพร่ข้อมูล ให้ครบ"


def test_that_the_effects_are_ranked() -> None:
    points = _points(analysis(FULL).effects)
    assert list(points.values()) == [
        "ยกตัวชี้วัดที่ 10. การป้องกันการทุจริต จาก 62.50 เป็น 95.00 คะแนนรวมเพิ่ม 6.50",
        "ยกตัวชี้วัดที่ 9. การเปิดเผยข้อมูล จาก 78.26 เป็น 95.00 คะแนนรวมเพิ่ม 3.35",
        "ยกตัวชี้วัดที่ 4. การใช้ทรัพย์สินของราชการ จาก 94.80 เป็น 95.00 คะแนนรวมเพิ่ม 0.01",
    ]


def test_that_the_way_to_the_next_level_is_the_least_change() -> None:
    scores = Assessment(RESULT_YEAR, instruments={Instrument.OIT: Decimal("70.38")}, total=Decimal("86.85"))
    part = analysis(replace(FULL, assessments=(scores,), findings=())).next_level
    assert "OIT" in part.points[0].text
    assert part.points[0].text.startswith("จะได้ระดับผ่านดี: ")


@pytest.mark.parametrize("level", ["ผ่านดี", "ผ่านดีเยี่ยม"])
def test_that_a_contradicted_level_has_no_way_up(level: str) -> None:
    scores = replace(SCORES, announced_level=level)
    assert analysis(replace(FULL, assessments=(scores,))).next_level == TextPart()


def test_that_measures_stand_below_the_class_they_answer_most_pressing_first() -> None:
    answering = replace(MEASURES[0], indicator_code="", finding_ids=(2, 1))
    undecided = replace(MEASURES[0], indicator_code="", id=9)
    parts = analysis(replace(FULL, measures=(answering, undecided, *MEASURES[1:]))).measures
    assert [(part.heading, len(part.rows)) for part in parts] == [("ประเด็นที่ต้องแก้ไขเร่งด่วน", 3), ("มาตรการอื่น", 1)]
    short = parts[0].rows[1]
    assert (short.title, short.actions) == ("ยกระดับการเปิดเผยข้อมูล", ())
    assert (short.responsible, short.period) == (("สำนักปลัดเทศบาล", "กองคลัง"), "ต.ค. 68 – มี.ค. 69")


def test_that_an_urgent_indicator_without_a_measure_is_remarked() -> None:
    assert _missing(FULL) == ()
    assert _missing(replace(FULL, measures=MEASURES[:2])) == (
        "ตัวชี้วัดที่ ๑๐. การป้องกันการทุจริต ต้องแก้ไขเร่งด่วน แต่ยังไม่มีมาตรการ",
    )
    answered = replace(MEASURES[0], indicator_code="", finding_ids=(3,))
    finding = Finding(RESULT_YEAR, "10", FindingClass.URGENT, "ประเด็น", id=3)
    assert _missing(replace(FULL, measures=(*MEASURES[:2], answered), findings=(*FINDINGS, finding))) == ()


def test_that_missing_findings_and_scores_are_told() -> None:
    assert _missing(replace(FULL, findings=())) == (
        "ยังไม่ได้บันทึกประเด็นจากการวิเคราะห์ปีงบประมาณ พ.ศ. ๒๕๖๘ เอกสารจะจัดกลุ่มตามคะแนนให้",
    )
    some = replace(SCORES, indicators={"1": Decimal(90)})
    assert "ยังกรอกคะแนนรายตัวชี้วัดปีงบประมาณ พ.ศ. ๒๕๖๘ ไม่ครบ เอกสารจะวิเคราะห์เท่าที่มี" in _missing(
        replace(FULL, assessments=(some,))
    )


def test_that_findings_of_a_code_the_year_does_not_know_are_still_told() -> None:
    odd = Finding(RESULT_YEAR, "11", FindingClass.IMPROVE, "ประเด็นเก่า", question_code="o99", id=5)
    rows = analysis(replace(FULL, findings=(odd,))).findings[1].rows
    assert (rows[0].indicator, rows[0].text) == ("11", "ประเด็นเก่า")


def test_that_the_signer_signs() -> None:
    signature = analysis(FULL).signature
    assert signature is not None
    assert signature.lines[0] == "(นายวิชัย มั่นคง)"
    assert analysis(FULL).meta.plan_year == PLAN_YEAR


def test_that_measures_without_findings_have_no_band_and_no_empty_column() -> None:
    bare = replace(MEASURES[0], indicator_code="", all_divisions=False)
    document = analysis(replace(FULL, measures=(bare,), findings=(), assessments=()))
    assert [part.heading for part in document.measures] == [""]
    assert document.measure_columns == ("", "มาตรการ", "", "ระยะเวลา")
