"""The first look answers as the services do."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from record_strategies import records as office_records

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.db.first_look import first_look
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Meeting, MinutesDraft
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.services import assessments, framework_editions, meetings, minutes_drafts, office, plans, records


def assert_same_answers(record: OfficeRecord | None) -> None:
    database = Database.scratch()
    try:
        if record is not None:
            database.write(records.write_record, record)
        look = first_look(database.path)
        kept = database.read(assessments.list_assessments)
        assert look.office == database.read(office.find_office)
        assert list(look.plan_years) == database.read(plans.list_plan_years)
        assert look.assessments == {each.year: each for each in kept}
        for each in kept:
            # Equal mappings may still differ in order, which screens and papers follow.
            assert list(look.assessments[each.year].indicators) == list(each.indicators)
            assert list(look.assessments[each.year].details) == list(each.details)
        assert list(look.waiting) == database.read(minutes_drafts.list_waiting)
        assert look.has_own_frameworks == bool(database.read(framework_editions.list_editions))
    finally:
        database.close()


def test_that_an_empty_file_has_no_office_and_no_years() -> None:
    assert_same_answers(None)


def test_that_the_sample_office_is_seen_as_the_services_see_it() -> None:
    assert_same_answers(catalog.sample_record())


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(office_records())
def test_that_any_record_is_seen_as_the_services_see_it(record: OfficeRecord) -> None:
    assert_same_answers(record)


def test_that_drafts_are_seen_newest_first_and_only_of_meetings_that_are_there(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "drafts.itadb")
    database.write(records.write_record, catalog.sample_record())
    ids = [meeting.id for meeting in database.read(meetings.list_all_meetings)]
    for minute, id_ in enumerate(ids):
        kept_at = datetime(2026, 1, 15, 14, minute // 2)  # noqa: DTZ001 - this PC's clock, as drafts have it
        database.write(minutes_drafts.keep_draft, MinutesDraft(id_, kept_at, "{}"))
    gone = database.write(meetings.save_meeting, Meeting(FiscalYear(2570), "ที่จะลบ"))
    database.write(minutes_drafts.keep_draft, MinutesDraft(gone.id, kept_at, "{}"))
    database.write(meetings.remove_meeting, gone.id)
    waiting = first_look(database.path).waiting
    assert list(waiting) == database.read(minutes_drafts.list_waiting)
    assert [draft.meeting_id for draft in waiting] == ids[::-1]
    assert [draft.kept_at for draft in waiting] == sorted((draft.kept_at for draft in waiting), reverse=True)
    database.close()


def test_that_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        first_look(tmp_path / "gone.itadb")
