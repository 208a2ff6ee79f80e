"""A whole record goes into a file and comes out as it was."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from typing import Any

import pytest
from fictional_office import full_record
from hypothesis import HealthCheck, given, settings
from record_strategies import records as any_records

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Division
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.record_file import format_record, parse_record
from ita_desktop.services import records


@pytest.fixture(scope="module")
def shared() -> Iterator[Database]:
    with closing(Database.scratch()) as database:
        yield database


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_records())
def test_that_any_sound_record_is_kept_whole(shared: Database, record: OfficeRecord) -> None:
    shared.write(records.replace_record, record)
    found = shared.read(records.read_record)
    kept = records.checked_record(record)
    for field in fields(OfficeRecord):
        expected, got = getattr(kept, field.name), getattr(found, field.name)
        assert got == expected if field.name == "office" else by_place(got) == by_place(expected)
    # What was dumped, imported and dumped again is the same file.
    dumped = format_record(found)
    shared.write(records.replace_record, parse_record(dumped))
    assert format_record(shared.read(records.read_record)) == dumped


def by_place(values: tuple[Any, ...]) -> list[Any]:
    return sorted(values, key=lambda value: value.id if hasattr(value, "id") else value.year)


def test_that_a_record_without_positions_keeps_the_order_of_its_lists(database: Database) -> None:
    year = FiscalYear(2569)
    record = replace(
        OfficeRecord(full_record().office),
        divisions=(Division("ข", id=2), Division("ก", id=1)),
        measures=(Measure(year, "5", id=9), Measure(year, "1", id=3)),
    )
    database.write(records.write_record, record)
    found = database.read(records.read_record)
    assert [division.name for division in found.divisions] == ["ข", "ก"]
    assert [measure.id for measure in found.measures] == [9, 3]


def test_that_a_record_is_never_mixed_into_another(full: Database) -> None:
    with pytest.raises(UserError, match="มีหน่วยงานอยู่แล้ว"):
        full.write(records.write_record, full_record())
    assert full.read(records.read_record) == full_record()


def test_that_a_faulty_record_leaves_the_old_one(full: Database) -> None:
    faulty = replace(full_record(), divisions=(Division("", id=1),), officers=(), measures=(), progress=(), meetings=())
    with pytest.raises(UserError):
        full.write(records.replace_record, faulty)
    assert full.read(records.read_record) == full_record()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"office": replace(full_record().office, name=" ")}, "office: "),
        ({"divisions": (*full_record().divisions, Division("กองคลัง", id=9))}, "divisions[3].name: "),
        ({"divisions": (*full_record().divisions, Division("กองคลัง", id=2))}, "divisions[3].id: "),
        ({"officers": (replace(full_record().officers[0], name=""),)}, "officers[0]: "),
        ({"meetings": (replace(full_record().meetings[1], number=0),)}, "meetings[0]: "),
        ({"measures": ()}, "progress[0].measure_id: "),
    ],
)
def test_that_a_refusal_names_the_place(database: Database, change: dict[str, Any], place: str) -> None:
    record = replace(full_record(), issued_documents=(), **change)
    if "meetings" in change:
        record = replace(record, minutes_versions=())
    with pytest.raises(UserError) as caught:
        database.write(records.write_record, record)
    assert caught.value.sentence.startswith(place)
    with pytest.raises(UserError, match="ยังไม่มีข้อมูลหน่วยงาน"):
        database.read(records.read_record)


def test_that_clearing_leaves_an_empty_file(full: Database) -> None:
    full.write(records.clear_record)
    with pytest.raises(UserError):
        full.read(records.read_record)
    full.write(records.write_record, full_record())
    assert full.read(records.read_record) == full_record()
