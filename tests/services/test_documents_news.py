"""What the news sheet says."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from paper_samples import EMPTY, FIRST_MEETING, FULL, OFFICE, PLAN_YEAR, RESULT_YEAR, all_text
from PIL import Image

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Measure, Plan, Target
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Meeting, Photo
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents.news import news
from ita_desktop.services.documents.papers import choices_of


def test_that_the_headline_tells_result_year_aim_and_plan_year_apart() -> None:
    assert news(FULL, FIRST_MEETING).headline == (
        "เทศบาลตำบลดอนสวรรค์ นำผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568",
        "ไปพัฒนาองค์กร ตั้งเป้าหมายผลการประเมินระดับ “ผ่านดี”",
        "ในปีงบประมาณ พ.ศ. 2569",
    )


def test_that_no_aim_is_printed_without_an_official_target_level() -> None:
    for target in (Target(), Target(level="ดีเยี่ยม")):
        headline = news(replace(FULL, plan=Plan(PLAN_YEAR, target=target)), FIRST_MEETING).headline
        assert headline[1:] == ("ไปพัฒนาองค์กรในปีงบประมาณ พ.ศ. 2569",)


def test_that_the_lead_sentence_holds_day_time_place_chair_committee_and_purpose() -> None:
    assert news(FULL, FIRST_MEETING).lead[0] == (
        "เมื่อวันที่ 10 พฤศจิกายน 2568 เวลา 09.30 น. ณ ห้องประชุมเทศบาลตำบลดอนสวรรค์ "
        "นายวิชัย มั่นคง ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรีตำบลดอนสวรรค์ "
        "เป็นประธานในการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1/2569 "
        "เพื่อร่วมกันวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 "
        "และกำหนดแนวทางยกระดับผลการประเมินในปีงบประมาณ พ.ศ. 2569"
    )


def test_that_one_known_instrument_says_what_holds_the_level() -> None:
    scores = Assessment(RESULT_YEAR, instruments={Instrument.OIT: Decimal("70.38")}, total=Decimal("86.85"))
    lead = news(replace(FULL, assessments=(scores,)), FIRST_MEETING).lead[1]
    assert "มีคะแนนรวม 86.85 คะแนน อยู่ในระดับ “ผ่าน” โดยคะแนน OIT 70.38 คะแนน" in lead
    assert "คะแนน OIT ต่ำกว่า 85 คะแนน จึงยังไม่ถึงระดับผ่านดี" in lead


def test_that_without_scores_the_measures_are_introduced_plainly() -> None:
    lead = news(replace(FULL, assessments=()), FIRST_MEETING).lead
    assert lead[1] == "ที่ประชุมได้กำหนดมาตรการขับเคลื่อนในปีงบประมาณ พ.ศ. 2569 ดังนี้"


def test_that_the_measures_are_those_the_agenda_names() -> None:
    points = news(FULL, FIRST_MEETING).points
    assert [point.number for point in points] == ["1.", "2."]
    assert points[0].lead == "ยกระดับการเปิดเผยข้อมูล"
    assert points[0].text == (
        "(1) แบ่งความรับผิดชอบข้อมูล OIT รายข้อให้แต่ละกอง พร้อมกำหนดวันส่ง "
        "(2) ตรวจสอบลิงก์บนเว็บไซต์หลักทุกสองสัปดาห์ "
        "(ผู้รับผิดชอบ: สำนักปลัดเทศบาล และกองคลัง ระยะเวลา: ต.ค. 68 – มี.ค. 69)"
    )
    assert points[1].lead == ""
    assert points[1].text == ("ประเมินความเสี่ยงการทุจริตและรายงานผลการจัดการ (ผู้รับผิดชอบ: กองช่าง ระยะเวลา: ต.ค. 68 – ธ.ค. 68)")


ABOUT_MEASURES = (AgendaItem(4, "พิจารณากำหนดมาตรการ", resolution="เห็นชอบ"),)


@pytest.mark.parametrize("item", [*ABOUT_MEASURES, AgendaItem(4, "แผน", tables=(AgendaTable.MEASURES,))])
def test_that_all_measures_stand_when_the_meeting_dealt_with_them_and_names_none(item: AgendaItem) -> None:
    assert len(news(FULL, replace(FIRST_MEETING, agenda=(item,))).points) == len(FULL.measures)


def test_that_measures_only_carried_on_are_no_news_beside_resolved_ones() -> None:
    first, second, *_ = FULL.measures
    carried, decided = AgendaItem(3, "ติดตาม", measure_ids=(first.id,)), AgendaItem(4, "ใหม่", measure_ids=(second.id,))
    told = news(FULL, replace(FIRST_MEETING, agenda=(carried, replace(decided, resolution="เห็นชอบ"))))
    assert len(told.points) == 1
    assert told.points[0].lead == (second.title or told.points[0].lead)
    assert len(news(FULL, replace(FIRST_MEETING, agenda=(carried, decided))).points) == 2


def test_that_of_a_meeting_about_something_else_no_measure_is_told() -> None:
    document = news(FULL, replace(FIRST_MEETING, agenda=(AgendaItem(1, "แจ้งกำหนดการ"),)))
    assert document.points == ()
    assert not any("มาตรการ" in text for text in document.lead)


def test_that_the_closing_is_the_meetings_own() -> None:
    assert news(FULL, replace(FIRST_MEETING, closing=" ปิดท้าย \n\nอีกย่อหน้า")).closing == ("ปิดท้าย", "อีกย่อหน้า")


def test_that_the_standard_closing_puts_no_words_into_the_mouth_of_the_chair() -> None:
    (closing,) = news(FULL, replace(FIRST_MEETING, closing="")).closing
    assert closing.startswith("ทั้งนี้ เทศบาลตำบลดอนสวรรค์ จะนำผลการประเมิน ITA ไปใช้")
    assert FIRST_MEETING.chair.name not in closing


def test_that_the_meetings_own_subject_replaces_the_standard_purpose() -> None:
    def said(subject: str) -> str:
        return news(FULL, replace(FIRST_MEETING, subject=subject)).lead[0]

    assert said("การติดตามผล").endswith("ครั้งที่ 1/2569 เรื่อง การติดตามผล")
    assert said("ติดตามผล").endswith("ครั้งที่ 1/2569 เพื่อติดตามผล")
    assert said("เพื่อติดตามผล").endswith("ครั้งที่ 1/2569 เพื่อติดตามผล")


def test_that_the_words_of_meeting_and_place_are_never_doubled() -> None:
    meeting = replace(FIRST_MEETING, name="การประชุมประจำเดือนมีนาคม 2569", place="ณ ห้องประชุม")
    lead = news(FULL, meeting).lead[0]
    assert "ในการประชุมประจำเดือนมีนาคม 2569" in lead
    assert "ณ ห้องประชุม นาย" in lead
    assert "ณ ณ" not in lead


def _picture(kind: str = "JPEG") -> bytes:
    stored = io.BytesIO()
    Image.effect_noise((200, 150), 60).save(stored, kind)
    return stored.getvalue()


def test_that_at_most_six_photos_are_printed() -> None:
    photos = tuple(Photo(_picture(), str(n)) for n in range(8))
    assert [photo.caption for photo in news(FULL, replace(FIRST_MEETING, photos=photos)).photos] == list("012345")


@pytest.mark.parametrize(
    "broken",
    [b"", b"no picture", _picture()[:-200], _picture("PNG")[:-200], _picture("GIF"), b"\xff\xd8\xff\xd9"],
    ids=["empty", "text", "cut JPEG", "cut PNG", "another format", "nothing between"],
)
def test_that_a_photo_that_is_no_picture_is_left_out_and_named(broken: bytes) -> None:
    photos = (Photo(_picture(), "ก"), Photo(broken, "ข"), Photo(_picture("PNG"), "ค"))
    meeting = replace(FIRST_MEETING, photos=photos)
    assert [photo.caption for photo in news(FULL, meeting).photos] == ["ก", "ค"]
    missing = {choice.kind: choice.missing for choice in choices_of(replace(FULL, meetings=(meeting,)))}
    told = "เปิดภาพที่ ๒ ของการประชุมไม่ได้ ข่าวจะไม่มีภาพนี้ เลือกไฟล์ JPG หรือ PNG ใหม่แทน"
    assert missing[DocumentKind.NEWS] == (told,)
    assert missing[DocumentKind.MINUTES] == ()


def test_that_many_measures_are_told_in_one_short_sentence_each() -> None:
    long = "ปรับปรุงระบบ " * 20
    many = tuple(replace(FULL.measures[n % 3], id=n, position=n) for n in range(6))
    last = Measure(PLAN_YEAR, "9", actions=(long.strip(), "อีกข้อ"), id=9)
    document = news(replace(FULL, measures=(*many, last)), replace(FIRST_MEETING, agenda=ABOUT_MEASURES))
    assert [point.number for point in document.points] == [f"{n}." for n in range(1, 8)]
    first, second, *_, end = document.points
    assert (first.lead, first.text) == ("การปฏิบัติหน้าที่", "จัดทำคู่มือปฏิบัติงานและเผยแพร่ให้ประชาชนทราบ")
    assert (second.lead, second.text) == (
        "ยกระดับการเปิดเผยข้อมูล",
        "แบ่งความรับผิดชอบข้อมูล OIT รายข้อให้แต่ละกอง พร้อมกำหนดวันส่ง",
    )
    assert end.text == "ปรับปรุงระบบ " * 6 + "ปรับปรุงระบบ …"
    assert document.closing[0] == (
        "มาตรการข้างต้นเป็นเพียงสาระสำคัญ รายละเอียด ผู้รับผิดชอบ และระยะเวลาดำเนินการ ปรากฏตาม"
        "แนวทางและมาตรการยกระดับผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2569"
    )
    assert len(document.closing) == 2


def test_that_the_contact_line_stands_only_when_there_is_a_way_to_reach_the_office() -> None:
    assert news(FULL, FIRST_MEETING).contact == (
        "เทศบาลตำบลดอนสวรรค์ เลขที่ 9 หมู่ที่ 4",
        "โทรศัพท์ 0 4400 0000 www.donsawan.go.th/ita2569 info@donsawan.go.th",
    )
    silent = replace(OFFICE, address="", phone="", website="", email="")
    assert news(replace(FULL, office=silent), FIRST_MEETING).contact == ()


def test_that_an_empty_meeting_still_makes_a_true_sheet() -> None:
    document = news(EMPTY, Meeting(PLAN_YEAR))
    assert document.lead == (
        "องค์การบริหารส่วนตำบลบ้านว่าง จัดการประชุม เพื่อร่วมกันวิเคราะห์ผลการประเมิน ITA "
        "ประจำปีงบประมาณ พ.ศ. 2568 และกำหนดแนวทางยกระดับผลการประเมินในปีงบประมาณ พ.ศ. 2569",
    )
    assert "None" not in all_text(document)
    assert "ดังนี้" not in all_text(document)
