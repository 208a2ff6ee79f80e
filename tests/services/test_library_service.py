"""The office's own library of measures in a real file."""

from dataclasses import replace

import pytest

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import whole_year
from ita_desktop.errors import UserError
from ita_desktop.services import library, office

YEAR = FiscalYear(2569)


def texts(database: Database) -> list[str]:
    return [kept.text for kept in database.read(library.list_library)]


def test_that_measures_are_kept_once_with_the_names_of_their_divisions(database: Database) -> None:
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    divisions = database.read(office.list_divisions)
    given = [
        Measure(YEAR, "1", actions=("ทำคู่มือ",), division_ids=(divisions[1].id,), period=whole_year(YEAR)),
        Measure(YEAR, "1", actions=("ทำ คู่มือ",)),
        Measure(YEAR, "2", actions=("ลงเว็บไซต์",)),
        Measure(YEAR, "3"),
    ]
    assert database.write(library.keep_in_library, given) == 2
    assert database.write(library.keep_in_library, given) == 0
    first, second = database.read(library.list_library)
    assert first == LibraryMeasure(
        "1", actions=("ทำคู่มือ",), divisions=(divisions[1].name,), first_month=10, last_month=9, position=1, id=first.id
    )
    assert (second.text, second.position) == ("ลงเว็บไซต์", 2)


def test_that_a_changed_measure_keeps_its_place(database: Database) -> None:
    database.write(library.add_to_library, [LibraryMeasure("1", actions=(text,)) for text in "กขค"])
    second = database.read(library.list_library)[1]
    database.write(library.save_in_library, replace(second, actions=("ใหม่ ", " สอง"), owner="นิติกร", position=9))
    assert texts(database) == ["ก", "ใหม่\nสอง", "ค"]
    assert database.read(library.list_library)[1].owner == "นิติกร"


def test_that_a_measure_removed_meanwhile_is_not_brought_back_by_an_edit(database: Database) -> None:
    database.write(library.add_to_library, [LibraryMeasure("1", actions=("ก",))])
    (kept,) = database.read(library.list_library)
    database.write(library.remove_from_library, [kept.id])
    with pytest.raises(UserError, match="ถูกนำออกจากคลังไปแล้ว"):
        database.write(library.save_in_library, kept)
    assert texts(database) == []


@pytest.mark.parametrize("months", [(0, 3), (1, None), (None, 9), (1, 13)])
def test_that_impossible_months_are_refused(database: Database, months: tuple[int | None, int | None]) -> None:
    database.write(library.add_to_library, [LibraryMeasure("1", actions=("ก",), first_month=1, last_month=2)])
    (kept,) = database.read(library.list_library)
    with pytest.raises(UserError, match="เดือนของมาตรการในคลัง"):
        database.write(library.save_in_library, replace(kept, first_month=months[0], last_month=months[1]))
    assert database.read(library.list_library) == [kept]


def test_that_removing_ordering_and_bringing_back_leave_the_library_as_it_was(database: Database) -> None:
    database.write(library.add_to_library, [LibraryMeasure("1", actions=(text,)) for text in "กขค"])
    before = database.read(library.list_library)
    database.write(library.remove_from_library, [before[1].id])
    assert texts(database) == ["ก", "ค"]
    database.write(library.restore_to_library, [before[1]])
    assert database.read(library.list_library) == before
    ids = [kept.id for kept in before]
    database.write(library.reorder_library, ids[::-1])
    assert texts(database) == ["ค", "ข", "ก"]
    database.write(library.reorder_library, ids)
    assert database.read(library.list_library) == before


def test_that_the_kind_of_office_is_known_before_it_is_named(database: Database) -> None:
    assert database.read(office.office_kind) is OfficeKind.SUBDISTRICT
    database.write(office.found_office, Office(OfficeKind.TOWN_MUNICIPALITY, "ตัวอย่าง"))
    assert database.read(office.office_kind) is OfficeKind.TOWN_MUNICIPALITY
