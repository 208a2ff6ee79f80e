"""What the organisation-development report says."""

from dataclasses import replace

from paper_samples import EMPTY, FULL, PLAN_YEAR, SECOND_MEETING, all_text

from ita_desktop.domain.measure import Plan, Theme, ThemePoint
from ita_desktop.services.documents.development_report import development_report, told_meeting


def test_that_the_report_of_a_plan_year_speaks_of_the_result_of_the_year_before() -> None:
    document = development_report(FULL)
    assert document.title_lines[:2] == ("การพัฒนาองค์กรที่เกี่ยวข้องกับการประเมิน ITA", "ประจำปีงบประมาณ พ.ศ. 2569")
    introduction = document.introduction[-1]
    assert introduction.startswith("ในปีงบประมาณ พ.ศ. 2569 เทศบาลตำบลดอนสวรรค์ ได้นำผลการประเมิน")
    assert "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. 2568 มาใช้พัฒนาองค์กร" in introduction


def test_that_the_report_begins_with_the_first_dated_meeting() -> None:
    lead = development_report(replace(FULL, meeting=None)).lead
    assert lead[0].startswith("เมื่อวันที่ 10 พฤศจิกายน 2568 เวลา 09.30 น. เทศบาลตำบลดอนสวรรค์ ได้จัดการประชุมคณะทำงาน")
    assert "ณ ห้องประชุมเทศบาลตำบลดอนสวรรค์ โดยมี นายวิชัย มั่นคง" in lead[0]


def test_that_the_meeting_asked_for_is_told_instead() -> None:
    assert told_meeting(replace(FULL, meeting=SECOND_MEETING)) is SECOND_MEETING


def test_that_without_a_meeting_there_is_no_lead() -> None:
    assert development_report(replace(EMPTY, meeting=None)).lead == ()


def test_that_the_offices_own_themes_replace_the_standard_ones() -> None:
    themes = (Theme("การปรับปรุงจุดอ่อน", (ThemePoint("หาจุดอ่อน", "วิเคราะห์"),)),)
    own = replace(FULL, plan=Plan(PLAN_YEAR, themes=themes), measures=())
    parts = development_report(own).themes
    assert [part.heading for part in parts] == ["1. การปรับปรุงจุดอ่อน"]
    assert (parts[0].points[0].lead, parts[0].points[0].text) == ("วิเคราะห์", "หาจุดอ่อน")


def test_that_the_years_measures_close_the_report_with_who_and_when() -> None:
    last = development_report(FULL).themes[-1]
    assert last.heading == "5. มาตรการที่กำหนดในปีงบประมาณ พ.ศ. 2569"
    assert last.points[0].text == (
        "จัดทำคู่มือปฏิบัติงานและเผยแพร่ให้ประชาชนทราบ (ผู้รับผิดชอบ: ทุกส่วนราชการ ระยะเวลา: ตลอดปีงบประมาณ พ.ศ. 2569)"
    )


def test_that_without_scores_only_the_measures_and_themes_are_told() -> None:
    document = development_report(EMPTY)
    assert len(document.introduction) == 1
    assert len(document.themes) == len(EMPTY.texts.themes)
    assert "คะแนนรวม" not in all_text(document)
