"""Drafts of what could not be stored yet."""

from datetime import date, datetime, time

from ita_desktop.db.database import Database
from ita_desktop.domain.meeting import MinutesDraft
from ita_desktop.domain.topics import Topic
from ita_desktop.services import meetings, minutes_versions


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
