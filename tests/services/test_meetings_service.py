"""Committees, meetings and issued papers."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, time

import pytest
from fictional_office import CLERK, PNG, YEAR, full_record
from sqlalchemy import event

from ita_desktop.db.database import Database
from ita_desktop.domain.documents import IssuedDocument, IssueStatus
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Committee,
    Invitation,
    ListedMeeting,
    Meeting,
    MeetingStatus,
    MinutesDraft,
    MinutesVersion,
    Photo,
)
from ita_desktop.domain.office import MeetingNumbering, Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import (
    committees,
    issued,
    measures,
    meetings,
    minutes_drafts,
    minutes_versions,
    office,
    records,
)


def refused(database: Database, work: Callable[..., object], *args: object) -> str:
    before = database.read(records.read_record)
    with pytest.raises(UserError) as caught:
        database.write(work, *args)
    assert database.read(records.read_record) == before
    return caught.value.sentence


def test_that_meetings_stand_by_date_and_number_and_undated_ones_last(full: Database) -> None:
    full.write(meetings.save_meeting, Meeting(YEAR, "ก่อน", number=2, held_on=date(2026, 1, 12)))
    assert [meeting.id for meeting in full.read(meetings.list_meetings, YEAR)] == [5, 8, 6, 7]
    assert full.read(meetings.list_meetings, YEAR + 1) == []


def test_that_a_list_of_meetings_tells_of_each_what_the_meeting_says(full: Database) -> None:
    full.write(meetings.save_meeting, Meeting(YEAR, "ก่อน", number=2, held_on=date(2026, 1, 12)))
    heads = full.read(meetings.list_heads, YEAR)
    names = [field.name for field in fields(ListedMeeting)]
    whole = full.read(meetings.list_meetings, YEAR)
    assert heads == [ListedMeeting(*(getattr(meeting, name) for name in names)) for meeting in whole]
    assert full.read(meetings.list_heads, YEAR + 1) == []


def test_that_people_are_listed_as_the_latest_minutes_name_them(full: Database) -> None:
    one, two, three = (Signatory(name, "นักวิชาการ") for name in ("นายก", "นายข", "นายค"))
    promoted = replace(one, post="ปลัดเทศบาล")
    for meeting in (
        Meeting(YEAR + 1, "ค", held_on=date(2026, 11, 2), chair=one, attendances=(Attendance(two),), recorder=three),
        Meeting(YEAR + 2, "ค", held_on=date(2027, 11, 2), chair=two, checker=promoted),
        Meeting(YEAR + 3, "ค", held_on=date(2028, 11, 2), chair=three),
    ):
        full.write(meetings.save_meeting, meeting)
    assert full.read(meetings.list_people, YEAR + 1, YEAR + 2) == [two, promoted, one, three]
    assert full.read(meetings.list_people, YEAR + 4) == []


def test_that_a_meeting_is_found_without_its_photos_or_not_at_all(full: Database) -> None:
    whole = full.read(meetings.get_meeting, 5)
    assert whole.photos
    assert full.read(meetings.find_meeting, 5) == replace(whole, photos=())
    assert full.read(meetings.find_meeting, 99) is None


def test_that_a_meeting_is_kept_whole_and_replaced_whole(full: Database) -> None:
    old = replace(full.read(meetings.get_meeting, 5), status=MeetingStatus.DRAFT)
    full.write(meetings.keep_meeting, old)
    changed = replace(
        old,
        place=" ห้อง\u200bเล็ก ",
        attendances=(Attendance(CLERK),),
        agenda=(AgendaItem(5, facts=" สอง\nบรรทัด ", measure_ids=(7, 7)), *old.agenda),
    )
    saved = full.write(meetings.save_meeting, changed)
    assert saved == replace(
        changed,
        place="ห้องเล็ก",
        agenda=(AgendaItem(5, facts="สอง\nบรรทัด", measure_ids=(7,)), *old.agenda),
    )
    assert full.read(meetings.get_meeting, 5) == saved
    assert saved.photos == old.photos


def test_that_photos_are_kept_apart_from_the_rest(full: Database) -> None:
    photos = (Photo(PNG, " ภาพ ", "DSC_1.JPG", "ab"), Photo(PNG + b"2"))
    kept = full.write(meetings.save_photos, 7, photos)
    assert kept == (Photo(PNG, "ภาพ", "DSC_1.JPG", "ab"), photos[1])
    assert full.read(meetings.get_meeting, 7).photos == full.read(meetings.list_photos, 7) == kept
    assert full.read(meetings.count_photos, YEAR)[7] == 2
    listed = full.read(meetings.list_meetings, YEAR)
    assert not any(meeting.photos for meeting in (*listed, *full.read(meetings.list_all_meetings)))
    without = next(meeting for meeting in listed if meeting.id == 7)
    full.write(meetings.save_meeting, replace(without, place="ที่ใหม่"))
    assert full.read(meetings.get_meeting, 7) == replace(without, place="ที่ใหม่", photos=kept)
    assert next(m for m in full.read(records.read_record).meetings if m.id == 7).photos == kept
    full.write(meetings.save_photos, 7, kept[1:])
    assert full.read(meetings.list_photos, 7) == kept[1:]
    full.write(meetings.save_photos, 7, ())
    assert 7 not in full.read(meetings.count_photos, YEAR)
    assert "PNG หรือ JPEG" in refused(full, meetings.save_photos, 7, [Photo(b"BM")])
    assert "ถูกลบไปแล้ว" in refused(full, meetings.save_photos, 404, [])


@pytest.mark.parametrize(
    ("meeting", "words"),
    [
        (Meeting(YEAR, starts_at=time(10), ends_at=time(9, 59)), "อยู่ก่อนเวลาเริ่ม"),
        (Meeting(YEAR, number=0), "ตั้งแต่ ๑"),
        (Meeting(YEAR, committee_id=404), "คณะกรรมการ"),
        (Meeting(YEAR, certified_by_id=404), "รับรอง"),
        (Meeting(YEAR, certified_by_id=7, id=7), "รับรอง"),
        (Meeting(YEAR, agenda=(AgendaItem(1, measure_ids=(404,)),)), "มาตรการ"),
        (Meeting(YEAR, id=404), "ถูกลบไปแล้ว"),
    ],
)
def test_that_an_impossible_meeting_is_refused(full: Database, meeting: Meeting, words: str) -> None:
    assert words in refused(full, meetings.save_meeting, meeting)


def test_that_a_removed_meeting_comes_back_exactly(full: Database) -> None:
    full.write(meetings.save_photos, 7, (Photo(PNG),))
    full.write(minutes_versions.add_versions, [MinutesVersion(7, 1, date(2026, 5, 1), "พิมพ์ผิด", "{}", 9)])
    full.write(
        minutes_drafts.keep_draft,
        MinutesDraft(7, datetime.combine(date(2026, 5, 1), time(9, 30)), '{"place": "ห้อง"}'),
    )
    before = full.read(records.read_record)
    removed = full.write(meetings.remove_meeting, 7)
    with pytest.raises(UserError):
        full.read(meetings.get_meeting, 7)
    assert full.write(meetings.save_meeting, Meeting(YEAR)).id == 8
    full.write(meetings.remove_meeting, 8)
    full.write(meetings.restore_meeting, removed)
    assert full.read(records.read_record) == before
    assert full.read(minutes_drafts.find_draft, 7) == removed.draft


def test_that_a_removed_meeting_comes_back_without_what_is_gone_since(full: Database) -> None:
    committee = full.write(meetings.save_committee, Committee("คณะ"))
    meeting = full.write(
        meetings.save_meeting,
        Meeting(
            YEAR, committee_id=committee.id, certified_by_id=7, agenda=(AgendaItem(4, "เรื่อง", measure_ids=(7, 9)),)
        ),
    )
    removed = full.write(meetings.remove_meeting, meeting.id)
    full.write(meetings.remove_committee, committee.id)
    full.write(meetings.remove_meeting, 7)
    full.write(measures.remove_measures, [7])
    full.write(meetings.restore_meeting, removed)
    assert full.read(meetings.get_meeting, meeting.id) == replace(
        meeting, committee_id=None, certified_by_id=None, agenda=(AgendaItem(4, "เรื่อง", measure_ids=(9,)),)
    )


CHANGES_OF_MINUTES: tuple[dict[str, object], ...] = (
    {"place": "ที่อื่น"},
    {"agenda": ()},
    {"agenda": (AgendaItem(4, "อื่น"),)},
    {"attendances": ()},
    {"recorder": Signatory("นางใหม่")},
    {"status": MeetingStatus.DRAFT},
    {"held_on": date(2026, 3, 3)},
)


@pytest.mark.parametrize("change", CHANGES_OF_MINUTES)
def test_that_certified_minutes_cannot_be_changed(full: Database, change: dict[str, object]) -> None:
    meeting = certified(full)
    assert "รับรองแล้ว จึงแก้ไขไม่ได้" in refused(full, meetings.save_meeting, replace(meeting, **change))  # type: ignore[arg-type]


def test_that_certified_minutes_leave_the_news_the_invitation_and_the_follow_up_free(full: Database) -> None:
    meeting = certified(full)
    changed = replace(
        meeting,
        closing="ปิดท้ายใหม่",
        invitation=Invitation("ตย 1", date(2026, 1, 1)),
        agenda=tuple(replace(item, done_on=date(2026, 6, 1)) for item in meeting.agenda),
        certified_by_id=None,
    )
    full.write(meetings.save_meeting, changed)
    assert full.read(meetings.get_meeting, meeting.id) == changed
    assert full.write(meetings.save_photos, meeting.id, [Photo(PNG)]) == (Photo(PNG),)


def certified(database: Database) -> Meeting:
    meeting = database.read(meetings.get_meeting, 5)
    return database.write(meetings.keep_meeting, replace(meeting, status=MeetingStatus.CERTIFIED, certified_by_id=6))


def test_that_a_save_writes_only_the_rows_that_changed(full: Database) -> None:
    people = tuple(Attendance(Signatory(f"นาย{n}")) for n in range(30))
    agenda = tuple(AgendaItem(4, f"เรื่อง {n}", measure_ids=(7, 9)) for n in range(8))
    meeting = full.write(meetings.save_meeting, Meeting(YEAR, "ใหญ่", attendances=people, agenda=agenda))
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            written.append(statement.split("SET")[0].split("(")[0].strip())

    event.listen(full._prepared()[0], "before_cursor_execute", note)
    full.write(meetings.save_meeting, meeting)
    assert written == ["UPDATE meetings"]
    written.clear()
    typed = replace(meeting, agenda=(*agenda[:3], replace(agenda[3], facts="พิมพ์"), *agenda[4:]))
    full.write(meetings.save_meeting, typed)
    assert written == ["UPDATE meetings", "UPDATE agenda_items"]
    assert full.read(meetings.get_meeting, meeting.id) == typed
    written.clear()
    shorter = replace(typed, attendances=people[1:], agenda=typed.agenda[:2])
    full.write(meetings.save_meeting, shorter)
    assert full.read(meetings.get_meeting, meeting.id) == shorter
    assert len(written) == 4
    event.remove(full._prepared()[0], "before_cursor_execute", note)


def test_that_a_meeting_with_issued_papers_stays(full: Database) -> None:
    assert "ออกเอกสารของการประชุมนี้ไว้แล้ว" in refused(full, meetings.remove_meeting, 5)


def test_that_a_meeting_that_certified_another_stays(full: Database) -> None:
    assert "รับรองรายงานของ “คณะทำงาน" in refused(full, meetings.remove_meeting, 6)


def test_that_meetings_announce_themselves(full: Database) -> None:
    heard: list[frozenset[Topic]] = []
    full.subscribe(heard.append)
    full.write(meetings.save_meeting, full.read(meetings.get_meeting, 5))
    full.write(meetings.remove_meeting, 7)
    assert heard == [frozenset({Topic.MEETINGS})] * 2


def test_that_a_whole_meeting_takes_few_statements_and_a_list_no_more_for_more_meetings(full: Database) -> None:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(full._prepared()[0], "before_cursor_execute", note)
    old = full.read(meetings.get_meeting, 5)
    seen.clear()
    full.write(meetings.save_meeting, replace(old, id=0))
    assert len([statement for statement in seen if not statement.startswith("BEGIN")]) <= 17
    seen.clear()
    full.read(meetings.list_meetings, YEAR)
    few = len(seen)
    for n in range(30):
        full.write(meetings.save_meeting, Meeting(YEAR, number=n + 1, attendances=(Attendance(CLERK),) * 20))
    seen.clear()
    assert len(full.read(meetings.list_meetings, YEAR)) == 34
    assert len(seen) == few <= 6
    event.remove(full._prepared()[0], "before_cursor_execute", note)


def test_that_numbers_follow_the_committee_and_the_offices_year(full: Database) -> None:
    ours = Meeting(YEAR, committee_id=3)
    assert full.read(meetings.next_number, replace(ours, held_on=date(2026, 5, 1))) == 2
    assert full.read(meetings.next_number, replace(ours, held_on=date(2025, 12, 1))) == 1
    assert full.read(meetings.next_number, replace(ours, id=5, held_on=date(2026, 1, 12))) == 1
    by_name = Meeting(YEAR, " ประชุมประจำเดือน ", held_on=date(2026, 5, 1))
    assert full.read(meetings.next_number, by_name) == 4
    fiscal = replace(full_record().office, meeting_numbering=MeetingNumbering.FISCAL_YEAR)
    full.write(office.save_office, fiscal)
    assert full.read(meetings.next_number, replace(ours, held_on=date(2025, 12, 1))) == 2
    assert full.read(meetings.next_number, ours) == 2
    assert full.read(meetings.next_number, replace(ours, plan_year=YEAR + 1)) == 1


def test_that_numbers_begin_at_one_before_the_first_run(database: Database) -> None:
    assert database.read(meetings.next_number, Meeting(YEAR)) == 1


def test_that_committees_stand_in_thai_order_with_their_members(full: Database) -> None:
    for name in ("เขียน", "ขาว", "กลาง"):
        full.write(committees.save_committee, Committee(name))
    assert [c.name for c in full.read(committees.list_committees)] == [
        "กลาง",
        "ขาว",
        "เขียน",
        "คณะทำงานขับเคลื่อนการสร้างความโปร่งใส",
    ]
    old = full_record().committees[0]
    changed = full.write(committees.save_committee, replace(old, members=old.members[1:]))
    assert full.read(committees.list_committees)[-1] == changed


def test_that_an_impossible_committee_is_refused(full: Database) -> None:
    old = full_record().committees[0]
    assert "ยังไม่ได้กรอกชื่อ" in refused(full, committees.save_committee, Committee(" "))
    backwards = replace(old, valid_until=date(2025, 1, 1))
    assert "อยู่ก่อนวันเริ่ม" in refused(full, committees.save_committee, backwards)
    assert "ถูกลบไปแล้ว" in refused(full, committees.save_committee, replace(old, id=404))
    assert "เพราะมีการประชุม ๑ ครั้ง" in refused(full, committees.remove_committee, 3)


DRAFT = IssuedDocument(DocumentKind.NEWS, YEAR, "ข่าว", '{"a":  1}', "0.1.0", date(2026, 2, 1))


def test_that_an_issued_paper_keeps_its_content_to_the_letter(full: Database) -> None:
    paper = full.write(issued.issue, replace(DRAFT, meeting_id=5, id=99))
    assert paper == replace(DRAFT, meeting_id=5, id=2)
    assert full.read(issued.list_issued, YEAR)[-1] == paper
    assert full.read(issued.list_issued, YEAR + 1) == []
    signed = full.write(issued.mark_issued, paper.id, IssueStatus.SIGNED, " ตย 1/2569 ")
    assert signed == replace(paper, status=IssueStatus.SIGNED, number="ตย 1/2569")
    assert full.read(issued.list_issued, YEAR)[-1] == signed


def test_that_only_drafts_can_be_removed(full: Database) -> None:
    paper = full.write(issued.issue, DRAFT)
    full.write(issued.remove_issued, paper.id)
    assert len(full.read(issued.list_issued, YEAR)) == 1
    assert "ออกเอกสารฉบับใหม่" in refused(full, issued.remove_issued, 1)
    assert "ถูกลบไปแล้ว" in refused(full, issued.mark_issued, paper.id, IssueStatus.SIGNED, "")
    assert "การประชุม" in refused(full, issued.issue, replace(DRAFT, meeting_id=404))
    full.write(issued.remove_issued, 404)
