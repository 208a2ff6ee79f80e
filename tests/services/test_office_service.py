"""The office, its divisions and its officers."""

from dataclasses import replace
from datetime import date

import pytest
from fictional_office import JPEG, PNG, full_record
from sqlalchemy import update

from ita_desktop.db.database import Database
from ita_desktop.db.rows import DivisionRow
from ita_desktop.domain.office import Division, Office, OfficeKind, Officer
from ita_desktop.errors import UserError
from ita_desktop.services import office

OFFICE = Office(OfficeKind.SUBDISTRICT, "บ้านสวน")


def refused(database: Database, work: object, *args: object) -> str:
    with pytest.raises(UserError) as caught:
        database.write(work, *args)  # type: ignore[arg-type] # every service takes a session first
    return caught.value.sentence


def test_that_a_record_begins_with_the_kinds_usual_divisions(database: Database) -> None:
    assert database.read(office.find_office) is None
    assert database.write(office.found_office, OFFICE) == OFFICE
    divisions = database.read(office.list_divisions)
    assert tuple(division.name for division in divisions) == OfficeKind.SUBDISTRICT.style.divisions
    assert [division.position for division in divisions] == list(range(1, len(divisions) + 1))


def test_that_a_second_founding_is_refused(database: Database) -> None:
    database.write(office.found_office, OFFICE)
    assert "มีหน่วยงานอยู่แล้ว" in refused(database, office.found_office, OFFICE)


def test_that_the_offices_facts_are_kept_clean(database: Database) -> None:
    typed = replace(OFFICE, name=" บ้าน\u200bสวน\n", address=" 1 หมู่ 2 \r\nถนนกลาง ", logo=JPEG)
    saved = database.write(office.save_office, typed)
    assert saved == replace(OFFICE, name="บ้านสวน", address="1 หมู่ 2 \nถนนกลาง", logo=JPEG)
    assert database.read(office.find_office) == saved


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": " \u200b "}, "ยังไม่ได้กรอกชื่อหน่วยงาน"),
        ({"address": "ก" * 200_001}, "ยาวเกิน"),
        ({"logo": b"GIF89a"}, "PNG หรือ JPEG"),
        ({"logo": PNG + bytes(20_000_000)}, "ใหญ่เกิน"),
    ],
)
def test_that_what_cannot_be_kept_is_refused(database: Database, change: dict[str, object], words: str) -> None:
    assert words in refused(database, office.save_office, replace(OFFICE, **change))
    assert database.read(office.find_office) is None


def test_that_a_division_is_added_changed_and_removed(database: Database) -> None:
    first = database.write(office.save_division, Division("กองคลัง"))
    second = database.write(office.save_division, Division("กองช่าง", head="ผู้อำนวยการกองช่าง"))
    assert [first.position, second.position] == [1, 2]
    renamed = database.write(office.save_division, replace(first, name="กองการคลัง", position=99))
    assert renamed == replace(first, name="กองการคลัง")
    database.write(office.remove_division, second.id)
    assert database.read(office.list_divisions) == [renamed]


def test_that_divisions_need_a_name_of_their_own(database: Database) -> None:
    kept = database.write(office.save_division, Division("กองคลัง"))
    assert "มี “กองคลัง” อยู่แล้ว" in refused(database, office.save_division, Division(" กองคลัง "))
    assert "ยังไม่ได้กรอกชื่อสำนักหรือกอง" in refused(database, office.save_division, Division(""))
    assert database.write(office.save_division, kept) == kept


def test_that_a_division_in_use_says_what_uses_it(full: Database) -> None:
    sentence = refused(full, office.remove_division, 1)
    assert sentence.startswith("ลบ “สำนักปลัดเทศบาล” ไม่ได้")
    assert "มาตรการปี ๒๕๖๙ จำนวน ๑ รายการ และข้อมูลของ นายปลัด มั่นคง" in sentence
    for name in ("ก", "ข", "ค"):
        full.write(office.save_officer, Officer(name, division_id=1))
    assert "นายปลัด มั่นคง, ก, ข และคนอื่น ๆ" in refused(full, office.remove_division, 1)
    assert len(full.read(office.list_divisions)) == 3
    full.write(office.remove_division, 5)
    assert [division.id for division in full.read(office.list_divisions)] == [1, 2]


def test_that_saving_a_removed_division_is_told(full: Database) -> None:
    division = full.read(office.list_divisions)[2]
    full.write(office.remove_division, division.id)
    assert "ถูกลบไปแล้ว" in refused(full, office.save_division, division)


def test_that_a_removed_id_is_never_given_again(full: Database) -> None:
    full.write(office.remove_division, 5)
    assert full.write(office.save_division, Division("กองใหม่")).id == 6


def test_that_lists_take_the_order_that_is_asked_for(full: Database) -> None:
    full.write(office.reorder_divisions, [5, 404, 1])
    assert [division.id for division in full.read(office.list_divisions)] == [5, 1, 2]
    full.write(office.reorder_officers, [3, 1])
    assert [officer.id for officer in full.read(office.list_officers)] == [3, 1]
    full.write(office.reorder_officers, [])
    assert [officer.id for officer in full.read(office.list_officers)] == [3, 1]


def test_that_equal_positions_fall_into_thai_order(database: Database) -> None:
    for name in ("เก", "ก่า", "กา", "ไก่"):
        database.write(office.save_division, Division(name))
    database.write(lambda session: session.execute(update(DivisionRow).values(position=0)))
    assert [division.name for division in database.read(office.list_divisions)] == ["กา", "ก่า", "เก", "ไก่"]


def test_that_an_officer_is_added_changed_and_removed(full: Database) -> None:
    saved = full.write(office.save_officer, Officer("นางสาวมาลี  ศรีสวน", "นิติกร", division_id=2))
    assert saved == Officer("นางสาวมาลี ศรีสวน", "นิติกร", division_id=2, position=3, id=4)
    changed = full.write(office.save_officer, replace(saved, until=date(2026, 1, 1)))
    assert full.read(office.list_officers)[-1] == changed
    full.write(office.remove_officer, saved.id)
    assert tuple(full.read(office.list_officers)) == full_record().officers
    assert "ถูกลบไปแล้ว" in refused(full, office.save_officer, changed)


def test_that_an_impossible_officer_is_refused(full: Database) -> None:
    assert "ยังไม่ได้กรอกชื่อ" in refused(full, office.save_officer, Officer(""))
    assert "เลือกใหม่" in refused(full, office.save_officer, Officer("ก", division_id=404))
    backwards = Officer("ก", since=date(2026, 1, 2), until=date(2026, 1, 1))
    assert "อยู่ก่อนวันเริ่ม" in refused(full, office.save_officer, backwards)
