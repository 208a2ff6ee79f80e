"""What the memo and the letter that call a meeting say."""

from dataclasses import replace
from datetime import date

import pytest
from paper_samples import CHIEF, DEPUTY, EMPTY, FIRST_MEETING, FULL, OFFICE, PLAN_YEAR, SECOND_MEETING, all_text

from ita_desktop.domain.meeting import Invitation, Meeting
from ita_desktop.domain.meeting_documents import LetterLines
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.services.documents.invitation import invitation, registered_number
from ita_desktop.services.documents.letter import letter
from ita_desktop.services.documents.papers import choices_of

CALLED = Invitation(
    number="123",
    dated=date(2025, 10, 28),
    unit="สำนักปลัดเทศบาล",
    recipients=("กำนันตำบลดอนสวรรค์", "ผู้อำนวยการโรงเรียนบ้านดอน"),
    attachments=("ระเบียบวาระการประชุม", "แบบตอบรับ"),
    signer=CHIEF.signatory,
)
INVITED = replace(FIRST_MEETING, invitation=CALLED)
PREFIXED = replace(FULL, office=replace(OFFICE, document_prefix="สข 71201"))


def test_that_the_memo_names_sender_number_day_and_subject() -> None:
    memo = invitation(PREFIXED, INVITED)
    assert memo.heading == "บันทึกข้อความ"
    assert memo.unit == ("ส่วนราชการ", "สำนักปลัดเทศบาล เทศบาลตำบลดอนสวรรค์ โทร. 0 4400 0000")
    assert memo.number == ("ที่", "สข 71201/123")
    assert memo.dated == ("วันที่", "28 ตุลาคม 2568")
    assert memo.subject == ("เรื่อง", "ขอเชิญประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1/2569")
    assert memo.heads == (
        LetterLines("เรียน", CALLED.recipients),
        LetterLines("สิ่งที่ส่งมาด้วย", ("1. ระเบียบวาระการประชุม", "2. แบบตอบรับ")),
    )


def test_that_the_memo_calls_by_committee_number_weekday_time_and_place() -> None:
    body = " ".join(invitation(FULL, INVITED).paragraphs)
    assert "การประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1/2569" in body
    assert "ในวันจันทร์ที่ 10 พฤศจิกายน 2568 เวลา 09.30 น. ณ ห้องประชุมเทศบาลตำบลดอนสวรรค์" in body
    assert "ปรากฏตามสิ่งที่ส่งมาด้วย" in body


def test_that_a_memo_without_particulars_goes_to_the_committee_with_the_agenda_from_the_chair() -> None:
    memo = invitation(FULL, FIRST_MEETING)
    assert memo.heads[0].lines == ("คณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ทุกท่าน",)
    assert memo.heads[1].lines == ("ระเบียบวาระการประชุม จำนวน 1 ชุด",)
    assert memo.signature.lines[0] == f"({DEPUTY.name})"
    assert memo.number == ("ที่", "")
    assert memo.dated == ("วันที่", "")


def test_that_a_meeting_of_no_committee_is_called_by_its_heads_of_divisions() -> None:
    assert invitation(FULL, SECOND_MEETING).heads[0].lines == ("หัวหน้าส่วนราชการและผู้เกี่ยวข้องทุกท่าน",)


def test_that_what_is_not_known_is_left_to_be_written() -> None:
    memo = invitation(EMPTY, Meeting(PLAN_YEAR))
    assert "ในวันที่ ...." in memo.paragraphs[0]
    assert "ณ ...." in memo.paragraphs[0]
    assert memo.signature.lines[0].startswith("(....")


@pytest.mark.parametrize(
    ("prefix", "number", "shown"),
    [
        ("สข 71201", "", "สข 71201/…"),
        ("สข 71201/", "45", "สข 71201/45"),
        ("สข 71201", "๔๕", "สข 71201/๔๕"),
        ("สข 71201", "สข 71201/ว 45", "สข 71201/ว 45"),
        ("", "45", "45"),
        ("", "", "…"),
    ],
)
def test_that_the_number_stands_behind_the_offices_prefix(prefix: str, number: str, shown: str) -> None:
    source = replace(FULL, office=replace(OFFICE, document_prefix=prefix))
    assert registered_number(source, replace(INVITED, invitation=Invitation(number)), "…") == shown


def test_that_the_letter_has_its_sender_farewell_and_contact() -> None:
    written = letter(PREFIXED, INVITED)
    assert written.number == "ที่ สข 71201/123"
    assert written.sender == ("เทศบาลตำบลดอนสวรรค์", "เลขที่ 9 หมู่ที่ 4", "อำเภอเมืองใหม่ จังหวัดสุขสันต์")
    assert written.dated == "28 ตุลาคม 2568"
    assert written.recipients == CALLED.recipients
    assert written.farewell == "ขอแสดงความนับถือ"
    assert written.signature.lines == ("(นางสาวพรทิพย์ แสงทอง)", "หัวหน้าสำนักปลัดเทศบาล")
    assert written.contact == ("สำนักปลัดเทศบาล", "โทรศัพท์ 0 4400 0000", "ไปรษณีย์อิเล็กทรอนิกส์ info@donsawan.go.th")


def test_that_a_place_typed_into_the_address_is_not_told_twice() -> None:
    office = replace(OFFICE, address="เลขที่ 9 อำเภอเมืองใหม่ จังหวัดสุขสันต์ 99999")
    assert letter(replace(FULL, office=office), INVITED).sender == (office.long_name, office.address)


def test_that_a_letter_to_nobody_yet_keeps_a_line_for_the_name() -> None:
    [recipient] = letter(FULL, FIRST_MEETING).recipients
    assert set(recipient) == {"."}


def test_that_the_garuda_goes_with_both_and_with_no_other_paper() -> None:
    source = replace(FULL, office=replace(OFFICE, garuda=b"picture"))
    assert invitation(source, INVITED).garuda == letter(source, INVITED).garuda == b"picture"
    assert invitation(FULL, INVITED).garuda == b""


def test_that_members_are_called_to_the_meeting_and_outsiders_asked_to_join() -> None:
    memo, written = all_text(invitation(FULL, INVITED)), all_text(letter(FULL, INVITED))
    assert "ขอเชิญเข้าประชุม" in memo
    assert "เข้าร่วมประชุม" not in memo
    assert "จึงขอเชิญท่านเข้าร่วมประชุม" in written


def test_that_an_invitation_says_what_it_still_lacks() -> None:
    meeting = replace(FIRST_MEETING, chair=Signatory(), starts_at=None)
    offered = {c.kind: c.missing for c in choices_of(replace(FULL, meetings=(meeting,))) if c.meeting_id}
    memo, written = offered[DocumentKind.INVITATION], offered[DocumentKind.INVITATION_LETTER]
    for sentence in ("ยังไม่ได้กรอกเวลาเริ่มประชุม", "ยังไม่ได้กรอกผู้ลงนามหรือประธานที่ประชุม"):
        assert sentence in memo
        assert sentence in written
    assert "ยังไม่มีรูปตราครุฑ หนังสือจะเว้นที่ไว้ เพิ่มรูปได้ใน “ข้อมูลหน่วยงาน”" in memo
    assert "ยังไม่ได้กรอกผู้รับหนังสือ หนังสือจะเว้นที่ไว้ให้เขียน" in written
    assert "ยังไม่ได้กรอกผู้รับหนังสือ หนังสือจะเว้นที่ไว้ให้เขียน" not in memo


def test_that_a_garuda_that_is_no_picture_is_told() -> None:
    source = replace(FULL, office=replace(OFFICE, garuda=b"none"))
    missing = next(c.missing for c in choices_of(source) if c.kind is DocumentKind.INVITATION)
    assert "เปิดรูปตราครุฑไม่ได้ หนังสือจะเว้นที่ไว้ เลือกรูปใหม่ใน “ข้อมูลหน่วยงาน”" in missing
