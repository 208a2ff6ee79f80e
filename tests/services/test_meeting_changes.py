"""New meetings with their number, and changes that are kept whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ita_desktop.catalog import load_meeting_presets, sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    Committee,
    CommitteeMember,
    Meeting,
    Presence,
)
from ita_desktop.domain.office import Acting, Office, OfficeKind, Officer, Signatory
from ita_desktop.domain.period import parse_period
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meeting_changes, meetings, office, records, resolutions
from ita_desktop.thai.digits import Numerals

YEAR = FiscalYear(2569)
TODAY = date(2026, 1, 15)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


@pytest.fixture
def sample(database: Database) -> Database:
    database.write(records.write_record, sample_record())
    return database


def test_that_a_first_meeting_of_the_only_committee_is_number_one(database: Database) -> None:
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    members = (CommitteeMember(Signatory("นายหนึ่ง"), "ประธาน"),)
    made = database.write(meetings.save_committee, Committee("คณะทำงาน", members=members, order_date=date(2025, 10, 1)))
    new = database.write(meeting_changes.add_meeting, YEAR, None, today=TODAY)
    assert (new.name, new.committee_id, new.number, len(new.attendances)) == ("คณะทำงาน", made.id, 1, 1)
    assert database.write(meeting_changes.add_meeting, YEAR, new, today=TODAY).number == 2


def test_that_without_a_committee_the_name_and_number_stay_open(database: Database) -> None:
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    new = database.write(meeting_changes.add_meeting, YEAR, None, today=TODAY)
    assert (new.name, new.number) == ("", None)


def test_that_an_earlier_state_is_kept_without_what_was_removed_since(sample: Database) -> None:
    meeting = next(m for m in sample.read(meetings.list_meetings, YEAR) if m.measure_ids)
    gone = meeting.measure_ids[0]
    sample.write(measures.remove_measures, [gone])
    before = replace(meeting, committee_id=99_999, certified_by_id=99_999)
    put = sample.write(meeting_changes.put_meeting, before)
    assert gone not in put.measure_ids
    assert (put.committee_id, put.certified_by_id) == (None, None)
    assert put in sample.read(meetings.list_meetings, YEAR)


def test_that_committees_are_kept_all_or_none(sample: Database) -> None:
    before = sample.read(meetings.list_committees)
    renamed = replace(before[0], name="ชื่อใหม่")
    with pytest.raises(UserError):
        sample.write(meeting_changes.save_committees, [renamed, Committee("")], [])
    assert sample.read(meetings.list_committees) == before
    sample.write(meetings.save_meeting, Meeting(YEAR, name="อื่น"))
    sample.write(meeting_changes.save_committees, [renamed, Committee("คณะทำงานใหม่")], [])
    assert {"ชื่อใหม่", "คณะทำงานใหม่"} <= {committee.name for committee in sample.read(meetings.list_committees)}


ANALYSIS, READINESS, *_ = load_meeting_presets().presets


def founded(database: Database) -> Committee:
    """An office whose only committee has a chair, a member, a secretary and an assistant."""
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    roles = {
        "นายก ก": "ประธานกรรมการ",
        "นางสอง": "รองประธานกรรมการ",
        "นางสาม": "กรรมการและเลขานุการ",
        "นายสี่": "กรรมการและผู้ช่วยเลขานุการ",
    }
    members = tuple(CommitteeMember(Signatory(name, "ตำแหน่งเดิม"), role) for name, role in roles.items())
    committee = Committee("คณะทำงาน", members=members[::-1], order_date=date(2025, 10, 1))
    return database.write(meetings.save_committee, committee)


def test_that_a_first_meeting_from_a_preset_has_its_subject_agenda_tables_and_people(database: Database) -> None:
    founded(database)
    acting = Officer("นายก ก", "รองนายก", acting=Acting.IN_PLACE_OF, acting_post="นายก อบต.", since=date(2026, 1, 1))
    database.write(office.save_officer, acting)
    new = database.write(meeting_changes.add_meeting, YEAR, None, today=TODAY, preset=ANALYSIS)
    assert new.subject == "วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘ และกำหนดมาตรการปีงบประมาณ พ.ศ. ๒๕๖๙"
    assert [item.section for item in new.agenda] == [1, 2, 3, 4, 4, 4, 5]
    assert new.agenda[1].title == "ไม่มี"
    assert new.agenda[2].is_empty
    assert [str(table) for item in new.agenda for table in item.tables] == ["scores", "findings", "measures"]
    assert new.chair == Signatory("นายก ก", "รองนายก", "รักษาราชการแทนนายก อบต.")
    assert (new.recorder.name, new.checker.name, new.number) == ("นายสี่", "นางสาม", 1)
    assert new.attendances[-1] == Attendance(new.chair, role="ประธานกรรมการ")
    assert database.read(meetings.get_meeting, new.id) == new


def open_task(database: Database) -> Meeting:
    """A first meeting that left a late task, one done, and one without an owner or a day."""
    committee = founded(database)
    agenda = (
        AgendaItem(4, "จัดทำคู่มือ", resolution="มอบหมายกองคลังจัดทำคู่มือ", owner="กองคลัง", due=date(2026, 1, 10)),
        AgendaItem(4, "เสร็จแล้ว", resolution="มอบหมาย", owner="กองช่าง", done_on=date(2026, 1, 5)),
        AgendaItem(5, "รับทราบ", resolution="รับทราบ"),
    )
    first = Meeting(YEAR, "คณะทำงาน", committee_id=committee.id, number=1, held_on=date(2025, 12, 1), agenda=agenda)
    return database.write(meetings.save_meeting, first)


def test_that_agenda_three_brings_back_what_is_open_or_late(database: Database) -> None:
    first = open_task(database)
    for title, year, period, status in (
        ("สาย", YEAR, "ต.ค. 68", MeasureStatus.IN_PROGRESS),
        ("ยังไม่ถึง", YEAR, "ก.ย. 69", MeasureStatus.NOT_STARTED),
        ("จบ", YEAR, "ต.ค. 68", MeasureStatus.DONE),
        ("ปีก่อน", YEAR - 1, "ก.ย. 68", MeasureStatus.IN_PROGRESS),
    ):
        measure = Measure(year, title=title, period=parse_period(period, year), status=status)
        database.write(measures.save_measure, measure)
    by_title = {m.title: m.id for m in database.read(measures.list_all_measures)}
    new = database.write(meeting_changes.add_meeting, YEAR, first, today=TODAY, preset=READINESS)
    carried = new.items(3)
    assert [item.title for item in carried] == [
        "ติดตามมติ ครั้งที่ ๑/๒๕๖๙ เรื่อง จัดทำคู่มือ",
        "ติดตามมาตรการที่เกินกำหนด",
        "ติดตามมาตรการที่ยังไม่แล้วเสร็จ",
        "ติดตามมาตรการปีงบประมาณ พ.ศ. ๒๕๖๘ ที่ยังไม่แล้วเสร็จ",
    ]
    assert carried[0].facts == (
        "มติเดิม: มอบหมายกองคลังจัดทำคู่มือ\nผู้รับผิดชอบ กองคลัง กำหนดแล้วเสร็จวันที่ ๑๐ มกราคม ๒๕๖๙ (เกินกำหนด)"
    )
    assert carried[1].measure_ids == (by_title["สาย"],)
    assert carried[2].measure_ids == (by_title["ยังไม่ถึง"],)
    assert "ปีก่อน" in carried[3].facts
    assert new.agenda[1].title == "รับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๙ เมื่อวันที่ ๑ ธันวาคม ๒๕๖๘"


def test_that_open_matters_are_brought_into_a_meeting_once_and_only_what_is_missing(database: Database) -> None:
    first = open_task(database)
    agenda = (AgendaItem(1), AgendaItem(3), AgendaItem(5))
    second = replace(first, id=0, number=2, held_on=date(2026, 2, 1), agenda=agenda)
    second = database.write(meetings.save_meeting, second)
    brought = database.write(meeting_changes.carry_matters, second.id, today=TODAY)
    assert [item.section for item in brought.agenda] == [1, 3, 5]
    assert brought.agenda[1].title.endswith("เรื่อง จัดทำคู่มือ")
    assert database.write(meeting_changes.carry_matters, second.id, today=TODAY) == brought
    assert database.write(meeting_changes.carry_matters, first.id, today=TODAY).items(3) == ()


def test_that_a_matter_taken_up_again_is_told_once_and_closed_with_its_newest_task(database: Database) -> None:
    first = open_task(database)
    second = database.write(meeting_changes.add_meeting, YEAR, first, today=TODAY)
    place = next(n for n, item in enumerate(second.agenda) if item.section == 3)
    asked = replace(second.agenda[place], resolution="ให้เร่งรัด", owner="กองคลัง", due=date(2026, 3, 1))
    agenda = (*second.agenda[:place], asked, *second.agenda[place + 1 :])
    second = database.write(meetings.save_meeting, replace(second, held_on=date(2026, 2, 1), agenda=agenda))
    third = database.write(meeting_changes.add_meeting, YEAR, second, today=date(2026, 2, 2))
    assert [item.title for item in third.items(3)] == ["ติดตามมติ ครั้งที่ ๒/๒๕๖๙ เรื่อง จัดทำคู่มือ"]
    database.write(resolutions.mark_done, second.id, place, date(2026, 2, 20))
    fourth = database.write(meeting_changes.add_meeting, YEAR, third, today=date(2026, 3, 2))
    assert fourth.items(3) == (AgendaItem(3),)


def test_that_the_next_meeting_expects_everybody_on_time_with_an_undated_invitation(sample: Database) -> None:
    last = sample.read(meetings.list_meetings, YEAR)[-1]
    new = sample.write(meeting_changes.add_meeting, YEAR, last, today=TODAY)
    assert not any(one.arrived_at or one.left_at or one.presence is Presence.ABSENT for one in new.attendances)
    assert (new.invitation.number, new.invitation.dated, new.photos) == ("", None, ())
    assert new.invitation.recipients == last.invitation.recipients


@pytest.mark.parametrize("numerals", list(Numerals))
def test_that_what_the_program_writes_stands_in_the_offices_digits(database: Database, numerals: Numerals) -> None:
    other = next(each for each in Numerals if each is not numerals)
    first = open_task(database)
    task = replace(first.agenda[0], title=other.show("จัดทำคู่มือ 5 เล่มตาม o25"))
    first = database.write(meetings.save_meeting, replace(first, agenda=(task, *first.agenda[1:])))
    own = database.read(office.find_office)
    assert own is not None
    database.write(office.save_office, replace(own, numerals=numerals))
    second = database.write(meeting_changes.add_meeting, YEAR, first, today=TODAY, preset=ANALYSIS)
    written = (second.subject, *(text for item in second.agenda for text in (item.title, item.facts)))
    assert all(text == numerals.show(text) for text in written)
    assert second.items(3)[0].title == numerals.show("ติดตามมติ ครั้งที่ 1/2569 เรื่อง จัดทำคู่มือ 5 เล่มตาม o25")
    assert database.write(meeting_changes.carry_matters, second.id, today=TODAY) == second
    place = second.agenda.index(second.items(3)[0])
    asked = replace(second.agenda[place], resolution="ให้เร่งรัด", owner="กองคลัง", due=date(2026, 3, 1))
    agenda = (*second.agenda[:place], asked, *second.agenda[place + 1 :])
    second = database.write(meetings.save_meeting, replace(second, held_on=date(2026, 2, 1), agenda=agenda))
    third = database.write(meeting_changes.add_meeting, YEAR, second, today=date(2026, 2, 2))
    assert len(third.items(3)) == 1
