"""Drafts of what could not be stored yet: a meeting and its draft are kept both or neither."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Meeting, MinutesDraft
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import meetings, minutes_drafts

EARLY, LATE = datetime.fromisoformat("2026-01-15T14:32:00"), datetime.fromisoformat("2026-01-15T15:00:00")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


@pytest.fixture
def meeting(database: Database) -> Meeting:
    return database.write(meetings.save_meeting, Meeting(FiscalYear(2569), "คณะทำงาน"))


def change(database: Database, meeting: Meeting, draft: MinutesDraft | None) -> Meeting:
    return database.write(minutes_drafts.change_with_draft, lambda _: draft, meetings.save_meeting, meeting)


def test_that_a_change_keeps_its_draft_and_the_next_one_lets_go_of_it(database: Database, meeting: Meeting) -> None:
    draft = MinutesDraft(meeting.id, EARLY, "{}")
    changed = change(database, replace(meeting, place="ห้องประชุม"), draft)
    assert database.read(meetings.find_meeting, meeting.id) == changed
    assert database.read(minutes_drafts.find_draft, meeting.id) == draft
    change(database, replace(meeting, place="ที่อื่น"), None)
    assert database.read(minutes_drafts.find_draft, meeting.id) is None


def test_that_a_draft_is_made_for_the_meeting_as_it_is_kept(database: Database, meeting: Meeting) -> None:
    seen: list[Meeting] = []
    database.write(
        minutes_drafts.change_with_draft, seen.append, meetings.save_meeting, replace(meeting, place="  ห้อง  ประชุม ")
    )
    assert seen == [replace(meeting, place="ห้อง ประชุม")]


def test_that_a_draft_that_says_the_same_keeps_its_time(database: Database, meeting: Meeting) -> None:
    for kept_at, content in ((EARLY, "{}"), (LATE, "{}")):
        change(database, meeting, MinutesDraft(meeting.id, kept_at, content))
    assert database.read(minutes_drafts.find_draft, meeting.id) == MinutesDraft(meeting.id, EARLY, "{}")
    change(database, meeting, MinutesDraft(meeting.id, LATE, "[]"))
    assert database.read(minutes_drafts.find_draft, meeting.id) == MinutesDraft(meeting.id, LATE, "[]")


def test_that_a_draft_that_cannot_be_kept_leaves_the_meeting_as_it_was(database: Database, meeting: Meeting) -> None:
    def refuse(_: Meeting) -> MinutesDraft:
        raise UserError("ดิสก์เต็ม")

    with pytest.raises(UserError):
        database.write(
            minutes_drafts.change_with_draft, refuse, meetings.save_meeting, replace(meeting, place="ห้องประชุม")
        )
    assert database.read(meetings.find_meeting, meeting.id) == meeting


def test_that_a_refused_change_leaves_the_draft_as_it_was(database: Database, meeting: Meeting) -> None:
    draft = MinutesDraft(meeting.id, EARLY, "{}")
    change(database, meeting, draft)

    def refuse(_session: Session) -> Meeting:
        raise UserError("ไม่ได้")

    with pytest.raises(UserError):
        database.write(minutes_drafts.change_with_draft, lambda _: None, refuse)
    assert database.read(minutes_drafts.find_draft, meeting.id) == draft


def test_that_a_draft_replaces_the_one_before_and_goes_with_its_meeting(full: Database) -> None:
    heard: list[frozenset[Topic]] = []
    full.subscribe(heard.append)
    assert full.read(minutes_drafts.find_draft, 7) is None
    for content in ('{"place": "ก"}', '{"place": "กข"}'):
        draft = MinutesDraft(7, EARLY, content)
        full.write(minutes_drafts.keep_draft, draft)
        assert full.read(minutes_drafts.find_draft, 7) == draft
    assert set(heard) == {frozenset({Topic.DRAFTS})}
    full.write(minutes_drafts.remove_draft, 7)
    assert full.read(minutes_drafts.find_draft, 7) is None
    full.write(minutes_drafts.keep_draft, draft)
    full.write(meetings.remove_meeting, 7)
    assert full.read(minutes_drafts.find_draft, 7) is None
