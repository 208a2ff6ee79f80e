"""What the minutes say, after แบบที่ 11."""

from dataclasses import replace

import pytest
from paper_samples import CHIEF, DEPUTY, EMPTY, FIRST_MEETING, FULL, PLAN_YEAR, SECOND_MEETING, all_text

from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, MeetingStatus, Presence
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.services.documents.minutes import minutes


def test_that_the_head_lines_are_derived_in_their_order() -> None:
    assert minutes(FULL, FIRST_MEETING).title_lines == (
        "รายงานการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส",
        "เทศบาลตำบลดอนสวรรค์",
        "ครั้งที่ 1/2569",
        "เมื่อวันที่ 10 พฤศจิกายน 2568",
        "ณ ห้องประชุมเทศบาลตำบลดอนสวรรค์",
    )


def test_that_the_three_lists_of_people_are_kept_apart() -> None:
    lists = minutes(FULL, FIRST_MEETING).people
    assert [(one.heading, len(one.people)) for one in lists] == [
        ("ผู้มาประชุม", 3),
        ("ผู้ไม่มาประชุม", 1),
        ("ผู้เข้าร่วมประชุม", 1),
    ]
    assert lists[1].people[0].role == "ติดราชการ"


def test_that_the_chair_is_counted_as_present_even_when_the_list_lacks_them() -> None:
    first = minutes(FULL, FIRST_MEETING).people[0].people[0]
    assert (first.number, first.name, first.role) == ("1.", "นายวิชัย มั่นคง", "ประธานที่ประชุม")


def test_that_the_chair_is_not_listed_twice() -> None:
    listed = replace(FIRST_MEETING, attendances=(Attendance(DEPUTY.signatory, role="ประธานคณะทำงาน"),))
    people = minutes(FULL, listed).people
    assert [line.role for line in people[0].people] == ["ประธานคณะทำงาน"]


def test_that_a_substitute_is_named_with_the_post_they_came_for() -> None:
    assert minutes(FULL, FIRST_MEETING).people[0].people[2].post == "นายช่างโยธา แทน ผู้อำนวยการกองช่าง"


@pytest.mark.parametrize("source", [FULL, EMPTY])
def test_that_the_five_heads_always_stand(source: type) -> None:
    parts = minutes(source, Meeting(PLAN_YEAR)).parts
    assert [part.heading for part in parts] == [
        f"ระเบียบวาระที่ {n} {head}" for n, head in enumerate(AGENDA_HEADS, start=1)
    ]
    assert all(part.items[0].paragraphs == ("ไม่มี",) for part in parts)


def test_that_a_first_meeting_certifies_nothing() -> None:
    item = minutes(FULL, FIRST_MEETING).parts[1].items[0]
    assert (item.paragraphs, item.resolution_heading) == (("ไม่มี",), "")


def test_that_the_minutes_certified_by_the_meeting_are_named() -> None:
    item = minutes(FULL, SECOND_MEETING).parts[1].items[0]
    assert item.title == ("2.1 รายงานการประชุมคณะทำงานขับเคลื่อนคุณธรรมและความโปร่งใส ครั้งที่ 1/2569 เมื่อวันที่ 10 พฤศจิกายน 2568")
    assert (item.resolution_heading, item.resolution) == ("มติที่ประชุม", ("รับรองรายงานการประชุม",))


def test_that_items_are_numbered_and_end_with_their_resolution() -> None:
    item = minutes(FULL, FIRST_MEETING).parts[3].items[0]
    assert item.title == "4.1 การกำหนดมาตรการยกระดับผลการประเมิน"
    assert item.paragraphs == ("ฝ่ายเลขานุการเสนอมาตรการ", "ที่ประชุมเห็นว่าควรเร่งปรับปรุงการเปิดเผยข้อมูล")
    assert item.resolution == ("เห็นชอบ", "ผู้รับผิดชอบ สำนักปลัดเทศบาล กำหนดแล้วเสร็จ 31 มีนาคม 2569")


def test_that_the_measures_an_item_names_stand_below_it_as_a_table() -> None:
    item = minutes(FULL, FIRST_MEETING).parts[3].items[0]
    assert len(item.columns) == 4
    assert [row.indicator for row in item.rows] == ["9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"]


def test_that_a_removed_measure_is_passed_over() -> None:
    gone = replace(FULL, measures=FULL.measures[:1])
    item = minutes(gone, FIRST_MEETING).parts[3].items[0]
    assert (item.columns, item.rows) == ((), ())


def test_that_a_missing_resolution_leaves_a_line_to_write_on() -> None:
    meeting = Meeting(PLAN_YEAR, agenda=(AgendaItem(4, "เรื่องที่ยังไม่มีมติ"),))
    item = minutes(FULL, meeting).parts[3].items[0]
    assert item.resolution_heading == "มติที่ประชุม"
    assert set("".join(item.resolution)) == {"."}


def test_that_the_words_of_the_regulation_are_used() -> None:
    document = minutes(FULL, FIRST_MEETING)
    assert document.started == "เริ่มประชุมเวลา 09.30 น."
    assert document.ended == "เลิกประชุมเวลา 11.45 น."
    assert [block.role for block in document.signatures] == ["ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"]
    assert document.signatures[0].lines == (f"({CHIEF.name})", CHIEF.post)
    for wrong in ("เปิดประชุม", "ปิดประชุม", "ผู้บันทึก"):
        assert wrong not in all_text(document)


def test_that_unknown_times_leave_room_for_the_pen() -> None:
    document = minutes(EMPTY, Meeting(PLAN_YEAR))
    assert document.started.startswith("เริ่มประชุมเวลา ....")
    assert document.title_lines == ("รายงานการประชุม", "องค์การบริหารส่วนตำบลบ้านว่าง")
    assert document.people == ()


def test_that_lines_of_facts_become_paragraphs() -> None:
    meeting = Meeting(PLAN_YEAR, agenda=(AgendaItem(5, facts="หนึ่ง\n\n  สอง ", resolution="รับทราบ"),))
    assert minutes(FULL, meeting).parts[4].items[0].paragraphs == ("หนึ่ง", "สอง")


def test_that_absent_chairs_are_not_said_to_be_present() -> None:
    meeting = replace(FIRST_MEETING, attendances=(Attendance(DEPUTY.signatory, Presence.ABSENT),))
    assert [one.heading for one in minutes(FULL, meeting).people] == ["ผู้ไม่มาประชุม"]


def test_that_the_office_is_not_named_twice_in_the_head() -> None:
    meeting = replace(FIRST_MEETING, name="คณะทำงานเทศบาลตำบลดอนสวรรค์")
    assert minutes(FULL, meeting).title_lines[:3] == ("รายงานการประชุมคณะทำงาน", "เทศบาลตำบลดอนสวรรค์", "ครั้งที่ 1/2569")


def test_that_the_reason_of_an_absent_member_stands_behind_their_role() -> None:
    absent = Attendance(CHIEF.signatory, Presence.ABSENT, role="กรรมการ", reason="ไปราชการ")
    assert minutes(FULL, Meeting(PLAN_YEAR, attendances=(absent,))).people[0].people[0].role == "กรรมการ (ไปราชการ)"


def test_that_only_minutes_not_yet_checked_are_marked_a_draft() -> None:
    marks = {status: minutes(FULL, replace(FIRST_MEETING, status=status)).mark for status in MeetingStatus}
    assert marks == {MeetingStatus.DRAFT: "(ร่าง)", MeetingStatus.CHECKED: "", MeetingStatus.CERTIFIED: ""}
