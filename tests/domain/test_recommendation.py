"""NACC's recommendations, cut into single ones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.catalog import load_frameworks
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.recommendation import (
    Recommendation,
    cut_recommendations,
    finding_about,
    recommended_measures,
    split_recommendations,
)

YEAR = FiscalYear(2568)
FRAMEWORK = load_frameworks().of(YEAR)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("\n \n", ()),
        ("ปรับปรุงเว็บไซต์", ("ปรับปรุงเว็บไซต์",)),
        ("ปรับปรุงเว็บไซต์\nตอบคำถามประชาชน", ("ปรับปรุงเว็บไซต์", "ตอบคำถามประชาชน")),
        ("- ปรับปรุง\n- ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("• ปรับปรุง • ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("1. ปรับปรุง\n2. ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("๑) ปรับปรุง\n๒) ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("(1) ปรับปรุง (2) ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("1) ปรับปรุง 2) ตอบคำถาม 3) เผยแพร่", ("ปรับปรุง", "ตอบคำถาม", "เผยแพร่")),
        ("ข้อ 1. ปรับปรุง\nข้อ 2. ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("1.1 ปรับปรุง\n1.2 ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("- 1. ปรับปรุง\n- 2. ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("ก. ปรับปรุง\nข. ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("ควรดำเนินการ ดังนี้\n1. ปรับปรุง\n2. ตอบคำถาม", ("ปรับปรุง", "ตอบคำถาม")),
        ("ข้อเสนอแนะเพื่อการพัฒนา:\n- ปรับปรุง", ("ปรับปรุง",)),
        ("ภาพรวมดีแล้ว\n- ปรับปรุง", ("ภาพรวมดีแล้ว", "ปรับปรุง")),
        ("1. ปรับปรุงช่องทาง\nให้เข้าถึงง่าย\n2. ตอบคำถาม", ("ปรับปรุงช่องทางให้เข้าถึงง่าย", "ตอบคำถาม")),
        ("1. ทำระบบ E-Service\nให้ครบ", ("ทำระบบ E-Service ให้ครบ",)),
        ("1. ปรับปรุง\n\nควรทำต่อเนื่อง", ("ปรับปรุง", "ควรทำต่อเนื่อง")),
        ("ย่อหน้าแรก\nต่อ\n\nย่อหน้าที่สอง", ("ย่อหน้าแรกต่อ", "ย่อหน้าที่สอง")),
        ("ให้บริการเวลา 08.30 น. ถึง 16.30 น. ทุกวัน", ("ให้บริการเวลา 08.30 น. ถึง 16.30 น. ทุกวัน",)),
        ("คะแนนเพิ่มอย่างน้อย 1.5 เท่า", ("คะแนนเพิ่มอย่างน้อย 1.5 เท่า",)),
        ("10.30 น. เริ่มประชุม\n11.00 น. เลิก", ("10.30 น. เริ่มประชุม", "11.00 น. เลิก")),
        ("ก.พ. กำหนดแนวทาง", ("ก.พ. กำหนดแนวทาง",)),
        ("ดูข้อ 2) ของคู่มือ", ("ดูข้อ 2) ของคู่มือ",)),
    ],
)
def test_that_a_text_is_cut_where_a_reader_would_cut_it(text: str, parts: tuple[str, ...]) -> None:
    assert split_recommendations(text) == parts


@given(st.lists(st.sampled_from(["จัดทำคู่มือ", "ตอบคำถาม 3 วัน", "ทำ E-Service", "ตามมาตรา 128"]), min_size=1, max_size=9))
def test_that_a_numbered_list_comes_back_as_it_was(parts: list[str]) -> None:
    lines = [f"{n}. {part}" for n, part in enumerate(parts, 1)]
    assert split_recommendations("\n".join(lines)) == tuple(parts)
    assert split_recommendations("\n".join(f"• {part}" for part in parts)) == tuple(parts)
    if len(parts) > 1:
        assert split_recommendations(" ".join(lines)) == tuple(parts)


@given(st.text(st.sampled_from("กขา1๒. )(-•\nดังนี้:"), max_size=50))
def test_that_no_letter_is_made_up(text: str) -> None:
    for part in split_recommendations(text):
        assert part.strip() == part != ""
        assert set(part) <= set(text) | {" "}


def test_that_a_heading_stands_for_the_lines_below_it() -> None:
    text = """ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร
๑) ปรับปรุงช่องทาง
๒) ตอบข้อซักถาม
ตัวชี้วัดการใช้ทรัพย์สินของราชการ (80.15 คะแนน)
- กำกับดูแลการยืม
- จัดทำทะเบียน (ข้อ o12)"""
    assert cut_recommendations(text, FRAMEWORK) == (
        Recommendation("ปรับปรุงช่องทาง", "7"),
        Recommendation("ตอบข้อซักถาม", "7"),
        Recommendation("กำกับดูแลการยืม", "4"),
        Recommendation("จัดทำทะเบียน (ข้อ o12)", FRAMEWORK.indicator_of_detail("o12")),
    )


def test_that_a_recommendation_that_names_its_indicator_is_no_heading() -> None:
    text = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ควรเผยแพร่ข้อมูลให้ครบทุกข้อและปรับปรุงให้เป็นปัจจุบัน"
    assert cut_recommendations(text, FRAMEWORK) == (Recommendation(text, "9"),)
    assert cut_recommendations("ปรับปรุงการใช้อำนาจ", FRAMEWORK) == (Recommendation("ปรับปรุงการใช้อำนาจ", ""),)
    assert cut_recommendations("ตัวชี้วัดที่ 12 อื่น ๆ ควรทำให้ดีขึ้นกว่าเดิมในทุกด้าน", FRAMEWORK)[0].indicator_code == ""


WHOLE = Finding(YEAR, "7", FindingClass.URGENT, recommendation="1. ปรับปรุงช่องทาง\n2. ตอบคำถาม", topic="สื่อสาร", id=5)
ITEM = replace(WHOLE, question_code="e4", recommendation="", topic="", id=6)


def test_that_each_recommendation_is_a_measure_with_what_it_answers() -> None:
    report = Assessment(YEAR, recommendations="ตัวชี้วัดที่ 7\n- ตอบ คำถาม\n- ลงข่าวทุกสัปดาห์\n\n- ทำเว็บไซต์ใหม่ (o12)")
    found = recommended_measures(report, [WHOLE, ITEM], FRAMEWORK)
    assert [(m.indicator_code, m.text, m.topic, m.finding_ids) for m in found] == [
        ("7", "ปรับปรุงช่องทาง", "สื่อสาร", (5,)),
        ("7", "ตอบคำถาม", "สื่อสาร", (5,)),
        ("7", "ลงข่าวทุกสัปดาห์", "สื่อสาร", (5,)),
        ("9", "ทำเว็บไซต์ใหม่ (o12)", "", ()),
    ]
    assert {m.plan_year for m in found} == {YEAR + 1}
    assert recommended_measures(None, [], FRAMEWORK) == ()


def test_that_a_finding_is_only_taken_when_it_is_certain() -> None:
    assert finding_about("7", [WHOLE, ITEM]) is WHOLE
    assert finding_about("7", [ITEM]) is ITEM
    assert finding_about("7", [ITEM, replace(ITEM, question_code="e5", id=8)]) is None
    assert finding_about("9", [WHOLE]) is None
    assert finding_about("", [replace(WHOLE, indicator_code="")]) is None
