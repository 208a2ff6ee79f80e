"""What agenda, sign-in sheet, extract, photo page and the news as text say of a meeting."""

import io
from dataclasses import replace

import pytest
from paper_samples import (
    CHIEF,
    COMMITTEE,
    DEPUTY,
    EMPTY,
    FIRST_MEETING,
    FULL,
    PLAN_YEAR,
    SECOND_MEETING,
    all_text,
)
from PIL import Image

from ita_desktop.domain.meeting import (
    AgendaItem,
    AgendaTable,
    Attendance,
    CommitteeMember,
    Meeting,
    MeetingStatus,
    Photo,
    Presence,
)
from ita_desktop.domain.meeting_documents import AgendaEntry, ExtractDocument
from ita_desktop.domain.paper import DocumentKind, PaperOptions
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents.agenda import agenda
from ita_desktop.services.documents.extract import extract, variant_words
from ita_desktop.services.documents.meeting_words import Business
from ita_desktop.services.documents.news import news
from ita_desktop.services.documents.news_text import news_text
from ita_desktop.services.documents.papers import PaperChoice, choices_of, paper
from ita_desktop.services.documents.photo_page import photo_page
from ita_desktop.services.documents.sign_in import sign_in


def picture() -> bytes:
    stored = io.BytesIO()
    Image.new("RGB", (80, 60), "#3a7").save(stored, "JPEG")
    return stored.getvalue()


def choice_of(meeting: Meeting, kind: DocumentKind) -> PaperChoice:
    return next(choice for choice in choices_of(replace(FULL, meetings=(meeting,))) if choice.kind is kind)


def test_that_the_agenda_has_the_head_of_the_minutes_with_its_hour() -> None:
    assert agenda(FULL, FIRST_MEETING).title_lines == (
        "ระเบียบวาระการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส",
        "เทศบาลตำบลดอนสวรรค์",
        "ครั้งที่ 1/2569",
        "วันที่ 10 พฤศจิกายน 2568 เวลา 09.30 น.",
        "ณ ห้องประชุมเทศบาลตำบลดอนสวรรค์",
    )


def test_that_the_five_heads_stand_with_their_items_or_none_or_a_line_to_write_on() -> None:
    parts = agenda(FULL, FIRST_MEETING).parts
    assert [part.heading for part in parts] == [
        f"ระเบียบวาระที่ {n} {head}" for n, head in enumerate(AGENDA_HEADS, start=1)
    ]
    assert parts[0].entries == (AgendaEntry("1.1", "ผลการประเมิน ITA"),)
    assert [(part.entries, part.remark) for part in parts[1:3]] == [((), "ไม่มี")] * 2
    assert (parts[4].entries, parts[4].remark) == ((), "")


def test_that_an_agenda_without_its_second_item_certifies_the_minutes_before() -> None:
    second = replace(SECOND_MEETING, committee_id=COMMITTEE.id, name="")
    part = agenda(replace(FULL, meetings=(FIRST_MEETING, second)), second).parts[1]
    assert part.entries == (AgendaEntry("2.1", "รับรองรายงานการประชุม ครั้งที่ 1/2569 เมื่อวันที่ 10 พฤศจิกายน 2568"),)


def test_that_an_item_that_says_none_is_not_numbered() -> None:
    meeting = replace(FIRST_MEETING, agenda=(AgendaItem(2, "ไม่มี"), AgendaItem(5, "ไม่มี")))
    parts = agenda(FULL, meeting).parts
    assert [(part.entries, part.remark) for part in (parts[1], parts[4])] == [((), "ไม่มี")] * 2


def test_that_the_tables_of_an_item_are_told_as_what_lies_beside_it() -> None:
    item = AgendaItem(4, "พิจารณามาตรการ", tables=(AgendaTable.SCORES, AgendaTable.MEASURES))
    entry = agenda(FULL, replace(FIRST_MEETING, agenda=(item,))).parts[3].entries[0]
    assert entry.note == "เอกสารประกอบ: ตารางคะแนน ITA และตารางมาตรการทั้งปี"


def test_that_members_sign_before_other_attendees_and_the_numbers_run_on() -> None:
    groups = sign_in(FULL, FIRST_MEETING).groups
    assert [(group.heading, [row.number for row in group.rows]) for group in groups] == [
        ("ผู้มาประชุม", ["1", "2", "3", "4"]),
        ("ผู้เข้าร่วมประชุม", ["5"]),
    ]
    assert groups[0].rows[0].name == DEPUTY.name
    assert groups[0].rows[2].post == "นายช่างโยธา แทน ผู้อำนวยการกองช่าง"
    assert groups[0].rows[3].remark == "ติดราชการ"


def test_that_one_group_needs_no_heading() -> None:
    meeting = replace(FIRST_MEETING, attendances=(Attendance(CHIEF.signatory),))
    assert [group.heading for group in sign_in(FULL, meeting).groups] == [""]


def test_that_the_committee_is_expected_where_nobody_is_listed() -> None:
    committee = replace(COMMITTEE, members=(CommitteeMember(CHIEF.signatory, "กรรมการและเลขานุการ"),))
    meeting = replace(FIRST_MEETING, attendances=())
    [group] = sign_in(replace(FULL, committees=(committee,)), meeting).groups
    assert [(row.name, row.role) for row in group.rows] == [(CHIEF.name, "กรรมการและเลขานุการ")]


def test_that_a_resolution_is_copied_with_its_head_owner_and_day_but_without_what_was_said() -> None:
    copied = extract(FULL, FIRST_MEETING, 1)
    text = all_text(copied)
    assert copied.heading == "ระเบียบวาระที่ 4 เรื่องเสนอเพื่อพิจารณา"
    assert copied.item.title == "4.1 การกำหนดมาตรการยกระดับผลการประเมิน"
    assert copied.item.resolution == ("เห็นชอบ", "ผู้รับผิดชอบ สำนักปลัดเทศบาล กำหนดแล้วเสร็จ 31 มีนาคม 2569")
    assert [row.indicator for row in copied.item.rows] == ["9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"]
    assert "ที่ประชุมเห็นว่าควรเร่งปรับปรุง" not in text
    assert copied.certification == "สำเนาถูกต้อง"
    assert copied.signature.lines[0] == f"({CHIEF.name})"


def test_that_each_resolution_is_a_way_to_make_the_extract() -> None:
    choice = choice_of(FIRST_MEETING, DocumentKind.EXTRACT)
    assert [(variant.words, variant.options.agenda_position) for variant in choice.variants] == [
        ("วาระที่ 1.1 ผลการประเมิน ITA", 0),
        ("วาระที่ 4.1 การกำหนดมาตรการยกระดับผลการประเมิน", 1),
    ]


def test_that_extracts_of_one_meeting_have_names_of_their_own() -> None:
    papers = [paper(FULL, DocumentKind.EXTRACT, PaperOptions(agenda_position=place)) for place in (0, 1)]
    assert [document.meta.short_title for document in papers] == [
        "คัดสำเนามติที่ประชุม ครั้งที่ ๑/๒๕๖๙ วาระที่ ๑.๑ (๑๐ พ.ย. ๖๘)",
        "คัดสำเนามติที่ประชุม ครั้งที่ ๑/๒๕๖๙ วาระที่ ๔.๑ (๑๐ พ.ย. ๖๘)",
    ]


@pytest.mark.parametrize("position", [None, 2, 99])
def test_that_without_such_an_item_the_first_resolution_is_copied(position: int | None) -> None:
    assert extract(FULL, FIRST_MEETING, position) == extract(FULL, FIRST_MEETING, 0)


def test_that_equal_items_are_told_apart_by_their_place() -> None:
    twice = AgendaItem(5, "เรื่องเดียวกัน", resolution="รับทราบ")
    meeting = replace(FIRST_MEETING, agenda=(twice, twice))
    choice = choice_of(meeting, DocumentKind.EXTRACT)
    assert [variant.options.agenda_position for variant in choice.variants] == [0, 1]
    second = paper(replace(FULL, meeting=meeting), DocumentKind.EXTRACT, PaperOptions(agenda_position=1))
    assert isinstance(second, ExtractDocument)
    assert second.item.title == "๕.๒ เรื่องเดียวกัน"


def test_that_a_long_title_is_cut_where_its_writer_left_a_space() -> None:
    words = variant_words(Business(1, AgendaItem(4, f"{'ก' * 40} {'ข' * 40}"), 0))
    assert words == f"วาระที่ 4.1 {'ก' * 40} …"


def test_that_papers_with_nothing_to_show_cannot_be_printed_and_say_why() -> None:
    bare = replace(SECOND_MEETING, photos=(Photo(b"none"),))
    photos, copied = choice_of(bare, DocumentKind.PHOTO_PAGE), choice_of(bare, DocumentKind.EXTRACT)
    assert (photos.can_print, copied.can_print) == (False, False)
    assert "ยังไม่มีภาพถ่ายการประชุม เพิ่มภาพในแท็บ “การประชุม” ก่อน" in photos.missing
    assert "ยังไม่ได้บันทึกมติที่ประชุม บันทึกมติในแท็บ “การประชุม” ก่อนคัดสำเนา" in copied.missing
    others = [kind for kind in DocumentKind if kind.is_of_meeting and kind not in (photos.kind, copied.kind)]
    assert all(choice_of(bare, kind).can_print for kind in others)


def test_that_broken_photos_are_left_out_and_told() -> None:
    meeting = replace(FIRST_MEETING, photos=(Photo(picture(), "ภาพดี"), Photo(b"\xff\xd8broken", "ภาพเสีย")))
    assert [photo.caption for photo in photo_page(FULL, meeting).photos] == ["ภาพดี"]
    choice = choice_of(meeting, DocumentKind.PHOTO_PAGE)
    assert choice.can_print
    assert choice.missing == ("เปิดภาพที่ ๒ ของการประชุมไม่ได้ เอกสารจะไม่มีภาพนี้ เลือกไฟล์ JPG หรือ PNG ใหม่แทน",)


def test_that_more_photos_than_the_news_shows_are_told() -> None:
    meeting = replace(FIRST_MEETING, photos=(Photo(picture()),) * 8)
    assert choice_of(meeting, DocumentKind.NEWS).missing == ("มีภาพ ๘ ภาพ ข่าวจะแสดง ๖ ภาพแรก",)
    assert choice_of(meeting, DocumentKind.PHOTO_PAGE).missing == ()


def test_that_an_extract_of_a_draft_is_marked_as_one() -> None:
    assert extract(FULL, FIRST_MEETING, 0).mark == "(ร่าง)"
    assert extract(FULL, replace(FIRST_MEETING, status=MeetingStatus.CERTIFIED), 0).mark == ""


def test_that_guests_alone_are_no_members() -> None:
    guest = Attendance(CHIEF.signatory, Presence.ATTENDING)
    meeting = Meeting(PLAN_YEAR, attendances=(guest,))
    assert [group.heading for group in sign_in(EMPTY, meeting).groups] == ["ผู้เข้าร่วมประชุม"]


def test_that_the_news_as_text_holds_every_word_in_the_sheets_order() -> None:
    document = news(FULL, FIRST_MEETING)
    text = news_text(document)
    said = (
        document.banner,
        *document.headline,
        *document.lead,
        *(one.text for one in document.points),
        *document.closing,
        *document.contact,
    )
    places = [text.index(words) for words in said]
    assert places == sorted(places)
    assert "1. ยกระดับการเปิดเผยข้อมูล: (1) แบ่งความรับผิดชอบ" in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert text == text.strip() + "\n"


def test_that_the_news_of_an_office_of_which_nothing_is_known_is_still_text() -> None:
    assert news_text(news(EMPTY, Meeting(PLAN_YEAR))).startswith("ข่าวประชาสัมพันธ์\n\n")


def test_that_a_meeting_without_a_name_has_no_empty_line_in_the_head() -> None:
    unnamed = Meeting(PLAN_YEAR, number=1)
    assert sign_in(EMPTY, unnamed).title_lines[:3] == ("บัญชีลงชื่อผู้มาประชุม", EMPTY.office.long_name, "ครั้งที่ 1/2569")
    assert agenda(EMPTY, unnamed).title_lines[0] == "ระเบียบวาระการประชุม"
