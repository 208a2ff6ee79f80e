"""Corrections of certified minutes, their undo, and drafts."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from fictional_office import YEAR

from ita_desktop.db.database import Database
from ita_desktop.domain.meeting import Meeting, MeetingStatus, MinutesDraft, MinutesVersion
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes, meetings, minutes_versions, records

DAY = date(2026, 5, 4)


@pytest.fixture
def certified(full: Database) -> Meeting:
    meeting = full.read(meetings.get_meeting, 5)
    return full.write(meetings.keep_meeting, replace(meeting, status=MeetingStatus.CERTIFIED, certified_by_id=6))


def version(reason: str = "พิมพ์ชื่อผิด", content: str = '{"a": 1}') -> MinutesVersion:
    return MinutesVersion(5, 0, DAY, reason, content)


def test_that_a_correction_keeps_the_certified_minutes_with_its_reason(full: Database, certified: Meeting) -> None:
    before = full.read(minutes_versions.list_versions, 5)
    kept = full.write(minutes_versions.open_for_correction, version(" พิมพ์ชื่อผิด "))
    assert (kept.number, kept.reason, kept.content) == (len(before) + 1, "พิมพ์ชื่อผิด", '{"a": 1}')
    assert full.read(minutes_versions.list_versions, 5) == [*before, kept]
    opened = full.read(meetings.get_meeting, 5)
    assert opened == replace(certified, status=MeetingStatus.CHECKED, certified_by_id=None)
    full.write(meetings.save_meeting, replace(opened, place="แก้ได้แล้ว"))
    full.write(meeting_changes.put_meeting, replace(opened, place="แก้แล้ว", status=MeetingStatus.CERTIFIED))
    again = full.write(minutes_versions.open_for_correction, version("อีกครั้ง"))
    assert again.number == kept.number + 1


def test_that_a_correction_is_undone_to_the_letter_and_redone(full: Database, certified: Meeting) -> None:
    before = full.read(records.read_record)
    kept = full.write(minutes_versions.open_for_correction, version())
    full.write(minutes_versions.take_back_correction, kept, certified.certified_by_id)
    assert full.read(records.read_record) == before
    redone = full.write(minutes_versions.open_for_correction, kept)
    assert redone.number == kept.number
    assert full.read(meetings.get_meeting, 5).status is MeetingStatus.CHECKED


def test_that_an_undone_correction_names_no_meeting_that_was_removed_since(full: Database, certified: Meeting) -> None:
    later = full.write(meetings.save_meeting, Meeting(YEAR, "ครั้งหลัง"))
    full.write(meetings.keep_meeting, replace(certified, certified_by_id=later.id))
    kept = full.write(minutes_versions.open_for_correction, version())
    full.write(meetings.remove_meeting, later.id)
    full.write(minutes_versions.take_back_correction, kept, later.id)
    found = full.read(meetings.get_meeting, 5)
    assert (found.status, found.certified_by_id) == (MeetingStatus.CERTIFIED, None)


@pytest.mark.parametrize(
    ("reason", "status", "words"),
    [("  ", MeetingStatus.CERTIFIED, "เหตุผล"), ("มีเหตุ", MeetingStatus.CHECKED, "ยังไม่ได้รับรอง")],
)
def test_that_a_correction_needs_a_reason_and_certified_minutes(
    full: Database, certified: Meeting, reason: str, status: MeetingStatus, words: str
) -> None:
    full.write(meetings.keep_meeting, replace(certified, status=status))
    before = full.read(records.read_record)
    with pytest.raises(UserError, match=words):
        full.write(minutes_versions.open_for_correction, version(reason))
    assert full.read(records.read_record) == before


def test_that_a_draft_replaces_the_one_before_and_goes_with_its_meeting(full: Database) -> None:
    heard: list[frozenset[Topic]] = []
    full.subscribe(heard.append)
    assert full.read(minutes_versions.find_draft, 7) is None
    for content in ('{"place": "ก"}', '{"place": "กข"}'):
        draft = MinutesDraft(7, datetime.combine(date(2026, 5, 4), time(9, 30, 5)), content)
        full.write(minutes_versions.keep_draft, draft)
        assert full.read(minutes_versions.find_draft, 7) == draft
    assert set(heard) == {frozenset({Topic.DRAFTS})}
    full.write(minutes_versions.remove_draft, 7)
    assert full.read(minutes_versions.find_draft, 7) is None
    full.write(minutes_versions.keep_draft, draft)
    full.write(meetings.remove_meeting, 7)
    assert full.read(minutes_versions.find_draft, 7) is None
