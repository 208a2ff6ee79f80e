from datetime import date

import pytest

from ita_desktop.domain.office import (
    NOBODY,
    Acting,
    Office,
    OfficeKind,
    Officer,
    preset_divisions,
    split_typed_name,
)


def test_that_the_head_of_a_municipality_is_not_called_after_the_municipality() -> None:
    office = Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน")
    assert office.long_name == "เทศบาลตำบลบ้านสวน"
    assert office.short_name == "ทต.บ้านสวน"
    assert office.head_title == "นายกเทศมนตรีตำบลบ้านสวน"


def test_that_a_subdistrict_organization_derives_its_names() -> None:
    office = Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง", district="เมือง", province="สมมุติ")
    assert office.long_name == "องค์การบริหารส่วนตำบลทุ่งกว้าง"
    assert office.short_name == "อบต.ทุ่งกว้าง"
    assert office.head_title == "นายกองค์การบริหารส่วนตำบลทุ่งกว้าง"
    assert office.place == "อำเภอเมือง จังหวัดสมมุติ"


def test_that_an_unknown_place_is_not_printed() -> None:
    assert Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง").place == ""
    assert Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง", province="สมมุติ").place == "จังหวัดสมมุติ"


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("เทศบาลตำบลบ้านสวน", OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน"),
        ("ทต. บ้านสวน", OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน"),
        ("อบต.ทุ่งกว้าง", OfficeKind.SUBDISTRICT, "ทุ่งกว้าง"),
        ("องค์การบริหารส่วนตำบล ทุ่งกว้าง", OfficeKind.SUBDISTRICT, "ทุ่งกว้าง"),
        ("เทศบาลเมืองใหม่", OfficeKind.TOWN_MUNICIPALITY, "ใหม่"),
        ("  บ้านสวน ", OfficeKind.SUBDISTRICT_MUNICIPALITY, "บ้านสวน"),
        ("เทศบาลตำบล", OfficeKind.SUBDISTRICT_MUNICIPALITY, "เทศบาลตำบล"),
    ],
)
def test_that_a_name_typed_with_its_kind_is_understood(typed: str, kind: OfficeKind, name: str) -> None:
    assert split_typed_name(OfficeKind.SUBDISTRICT_MUNICIPALITY, typed) == (kind, name)


@pytest.mark.parametrize("kind", list(OfficeKind))
def test_that_every_kind_of_office_begins_with_its_usual_divisions(kind: OfficeKind) -> None:
    divisions = preset_divisions(kind)
    assert divisions[0].name.startswith("สำนักปลัด")
    assert "กองคลัง" in [division.name for division in divisions]
    assert [division.position for division in divisions] == list(range(len(divisions)))


def test_that_an_acting_officer_signs_with_both_posts() -> None:
    officer = Officer("นายสมมุติ ตัวอย่าง", "ปลัด อบต.", acting=Acting.PERFORMING, acting_post="นายก อบต.")
    assert officer.signatory.full == "นายสมมุติ ตัวอย่าง ปลัด อบต. ปฏิบัติหน้าที่นายก อบต."
    assert Acting.IN_PLACE_OF.words == "รักษาราชการแทน"
    assert NOBODY.title == ""


def test_that_an_officer_serves_between_two_days_inclusive() -> None:
    officer = Officer("นางสาวสมมุติ", since=date(2025, 10, 1), until=date(2026, 9, 30))
    assert officer.serves_on(date(2025, 10, 1))
    assert officer.serves_on(date(2026, 9, 30))
    assert not officer.serves_on(date(2026, 10, 1))
    assert not officer.serves_on(date(2025, 9, 30))
