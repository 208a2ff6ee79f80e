"""The first look answers as the services do."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from record_strategies import records as office_records

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.db.first_look import first_look
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.services import assessments, framework_editions, office, plans, records


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


def test_that_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        first_look(tmp_path / "gone.itadb")
