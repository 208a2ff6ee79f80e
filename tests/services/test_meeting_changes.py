"""New meetings with their number, and changes that are kept whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Committee, CommitteeMember, Meeting
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meeting_changes, meetings, office, records

YEAR = FiscalYear(2569)


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
    new = database.write(meeting_changes.add_meeting, YEAR, None)
    assert (new.name, new.committee_id, new.number, len(new.attendances)) == ("คณะทำงาน", made.id, 1, 1)
    assert database.write(meeting_changes.add_meeting, YEAR, new).number == 2


def test_that_without_a_committee_the_name_and_number_stay_open(database: Database) -> None:
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    new = database.write(meeting_changes.add_meeting, YEAR, None)
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
