"""What the minutes say, after แบบที่ 11."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_samples import CHIEF, COMMITTEE, DEPUTY, EMPTY, FIRST_MEETING, FULL, PLAN_YEAR, SECOND_MEETING, all_text

from ita_desktop.domain.meeting import (
    AgendaItem,
    AgendaTable,
    Attendance,
    CommitteeKind,
    CommitteeMember,
    Meeting,
    MeetingStatus,
    MinutesVersion,
    Presence,
)
from ita_desktop.domain.meeting_documents import MinutesItem
from ita_desktop.domain.office import Signatory
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


def test_that_late_coming_and_leaving_are_told_beside_the_person() -> None:
    late = Attendance(CHIEF.signatory, role="กรรมการ", arrived_at=time(10, 15), left_at=time(11, 0))
    line = minutes(FULL, replace(FIRST_MEETING, attendances=(late,))).people[0].people[1]
    assert line.role == "กรรมการ (มาประชุมเวลา 10.15 น.) (ออกจากที่ประชุมเวลา 11.00 น.)"


@pytest.mark.parametrize(
    ("kind", "members", "sentence"),
    [
        # The chair and the secretary are members; the third came for a member.
        (CommitteeKind.COMMITTEE, 5, "กรรมการมาประชุม 3 คน จากทั้งหมด 5 คน ครบองค์ประชุม"),
        (CommitteeKind.WORKING_GROUP, 6, "คณะทำงานมาประชุม 3 คน จากทั้งหมด 6 คน"),
    ],
)
def test_that_a_quorum_is_said_only_where_more_than_half_came(kind: CommitteeKind, members: int, sentence: str) -> None:
    others = (Signatory(f"นายคนที่ {n}") for n in range(members - 2))
    people = tuple(CommitteeMember(person) for person in (DEPUTY.signatory, CHIEF.signatory, *others))
    source = replace(FULL, committees=(replace(COMMITTEE, kind=kind, members=people),))
    assert minutes(source, FIRST_MEETING).quorum == sentence


def test_that_without_the_committees_members_no_quorum_is_said() -> None:
    assert minutes(FULL, FIRST_MEETING).quorum == ""


def test_that_a_correction_is_numbered_by_the_minutes_before_it() -> None:
    before = MinutesVersion(1, 1, date(2026, 4, 1), "แก้ชื่อ", "{}")
    corrected = minutes(replace(FULL, versions=(before, replace(before, number=2))), FIRST_MEETING)
    assert corrected.title_lines[-1] == "(ฉบับแก้ไขครั้งที่ 2)"
    assert corrected.meta.short_title == "รายงานการประชุม ครั้งที่ 1/2569 ฉบับแก้ไขครั้งที่ 2 (10 พ.ย. 68)"


def test_that_certified_minutes_say_which_meeting_certified_them() -> None:
    certified = replace(FIRST_MEETING, status=MeetingStatus.CERTIFIED)
    said = "ที่ประชุมได้รับรองรายงานการประชุมนี้แล้ว"
    assert minutes(FULL, certified).certified == (
        f"{said} ในการประชุมประจำเดือนมีนาคม 2569 ครั้งที่ 2/2569 เมื่อวันที่ 20 มีนาคม 2569"
    )
    assert minutes(FULL, replace(certified, certified_by_id=77)).certified == said
    assert minutes(FULL, FIRST_MEETING).certified == ""


def test_that_an_item_that_says_none_has_neither_number_nor_resolution() -> None:
    meeting = replace(FIRST_MEETING, agenda=(AgendaItem(3, "ไม่มี"),))
    assert minutes(FULL, meeting).parts[2].items == (MinutesItem(paragraphs=("ไม่มี",)),)


def with_tables(*tables: AgendaTable, measure_ids: tuple[int, ...] = ()) -> MinutesItem:
    item = AgendaItem(4, "พิจารณา", resolution="เห็นชอบ", tables=tables, measure_ids=measure_ids)
    return minutes(FULL, replace(FIRST_MEETING, agenda=(item,))).parts[3].items[0]


def test_that_the_score_table_is_that_of_the_result_year_with_its_level() -> None:
    [table] = with_tables(AgendaTable.SCORES).tables
    assert table.title == "ตารางผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568"
    assert table.columns == ("เครื่องมือและตัวชี้วัด", "ปี 2568", "ปี 2567", "เปลี่ยนแปลง")
    assert ("9. การเปิดเผยข้อมูล", "78.26", "90.00") in [line.cells[:3] for line in table.lines]
    assert table.lines[-1].cells[:2] == ("คะแนนรวม", "85.79")
    assert table.note == "ระดับผลการประเมิน “ผ่าน”"


def test_that_the_findings_stand_below_their_classes() -> None:
    [table] = with_tables(AgendaTable.FINDINGS).tables
    headings = [line.cells[0] for line in table.lines if line.is_heading]
    assert headings == ["ประเด็นที่ต้องแก้ไขเร่งด่วน", "ประเด็นที่ควรพัฒนา", "ประเด็นที่ต้องรักษาระดับ"]
    first = table.lines[1].cells
    assert first[2:] == ("แต่ละกองส่งข้อมูลช้า", "เปิดเผยข้อมูลให้ครบทุกข้อ")
    assert all(len(line.cells) == len(table.columns) for line in table.lines if not line.is_heading)


def test_that_the_whole_plan_stands_once_also_where_the_item_names_some_of_it() -> None:
    item = with_tables(AgendaTable.MEASURES, measure_ids=(2,))
    assert [len(table.rows) for table in item.tables] == [len(FULL.measures)]
    assert item.rows == ()


def test_that_the_measures_named_stand_beside_other_tables_and_each_table_once() -> None:
    item = with_tables(AgendaTable.FINDINGS, AgendaTable.SCORES, AgendaTable.FINDINGS, measure_ids=(2, 3))
    assert [table.kind for table in item.tables] == [AgendaTable.FINDINGS, AgendaTable.SCORES]
    assert [row.indicator for row in item.rows] == ["9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"]


def test_that_a_table_without_anything_in_it_says_so() -> None:
    item = AgendaItem(4, "พิจารณา", tables=tuple(AgendaTable))
    tables = minutes(EMPTY, Meeting(PLAN_YEAR, agenda=(item,))).parts[3].items[0].tables
    assert [table.note for table in tables] == [
        "ยังไม่ได้บันทึกคะแนนปีงบประมาณ พ.ศ. 2568",
        "ยังไม่ได้บันทึกประเด็นจากการวิเคราะห์ปีงบประมาณ พ.ศ. 2568",
        "ยังไม่ได้กำหนดมาตรการของปีงบประมาณ พ.ศ. 2569",
    ]
    assert not any(table.lines or table.rows for table in tables)


TYPED = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), max_size=40)


@given(
    st.lists(
        st.builds(
            AgendaItem,
            st.integers(1, 5),
            title=TYPED.map(lambda text: " ".join(text.split())),
            facts=TYPED,
            discussion=TYPED,
            resolution=TYPED,
            owner=TYPED.map(lambda text: " ".join(text.split())),
        ),
        max_size=6,
    )
)
def test_that_every_text_of_the_agenda_stands_in_the_minutes(agenda: list[AgendaItem]) -> None:
    def folded(text: str) -> str:
        return "".join(text.split())

    said = folded(all_text(minutes(FULL, replace(FIRST_MEETING, agenda=tuple(agenda))).parts))
    for item in agenda:
        for text in (item.title, item.facts, item.discussion, item.resolution):
            assert folded(text) in said
        if not item.is_empty:
            assert folded(item.owner) in said
