"""Ready measures, worded and assigned as each kind of office is."""

from dataclasses import replace

import pytest

from ita_desktop.catalog import load_suggestions
from ita_desktop.catalog.suggestions import parse_suggestions
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.office import Division, OfficeKind, preset_divisions
from ita_desktop.domain.suggestion import Suggestion, divisions_named, propose
from ita_desktop.errors import UserError

YEAR = FiscalYear(2569)


def numbered(*names: str) -> list[Division]:
    return [Division(name, id=n) for n, name in enumerate(names, 1)]


def presets(kind: OfficeKind) -> list[Division]:
    return [replace(division, id=n) for n, division in enumerate(preset_divisions(kind), 1)]


def test_that_the_ordinance_is_called_as_the_kind_of_office_calls_it() -> None:
    budget = load_suggestions()["2"][1]
    assert budget.text_for(OfficeKind.SUBDISTRICT) == ("เปิดเวทีให้ทุกกองเสนอความต้องการก่อนจัดทำร่างข้อบัญญัติงบประมาณรายจ่าย")
    assert "ร่างเทศบัญญัติงบประมาณ" in budget.text_for(OfficeKind.SUBDISTRICT_MUNICIPALITY)
    board = load_suggestions()["7"][0]
    assert "บอร์ดหมู่บ้าน" in board.text_for(OfficeKind.SUBDISTRICT)
    assert "บอร์ดชุมชน" in board.text_for(OfficeKind.CITY_MUNICIPALITY)


@pytest.mark.parametrize("kind", list(OfficeKind))
def test_that_every_suggestion_fits_the_usual_divisions_of_every_kind(kind: OfficeKind) -> None:
    divisions = presets(kind)
    for suggestion in (each for found in load_suggestions().values() for each in found):
        measure = propose(suggestion, YEAR, divisions, kind).measure
        assert measure.division_ids or measure.all_divisions or measure.owner
        assert not (measure.all_divisions and measure.division_ids)
        assert measure.period.lies_in(YEAR)
        assert "{" not in measure.text
        assert "กลุ่มงาน" not in measure.text + measure.owner + measure.monitoring


@pytest.mark.parametrize("kind", [OfficeKind.SUBDISTRICT, OfficeKind.SUBDISTRICT_MUNICIPALITY])
def test_that_the_usual_divisions_need_no_remark(kind: OfficeKind) -> None:
    divisions = presets(kind)
    found = [propose(each, YEAR, divisions, kind) for several in load_suggestions().values() for each in several]
    assert {each.remarks for each in found} == {()}


def test_that_a_small_office_gives_the_work_to_its_secretariat_and_says_so() -> None:
    reading = load_suggestions()["7"][4]
    assert reading.divisions == ("กองสวัสดิการสังคม",)
    small = numbered("สำนักปลัด", "กองคลัง", "กองช่าง")
    proposal = propose(reading, YEAR, small, OfficeKind.SUBDISTRICT)
    assert proposal.measure.division_ids == (1,)
    assert proposal.remarks == ("ไม่มีกองสวัสดิการสังคมในรายชื่อส่วนราชการ จึงเสนอสำนักปลัด ตรวจแก้ได้",)


def test_that_a_missing_division_joins_those_that_are_there() -> None:
    several = Suggestion("1", "ทำ", divisions=("กองช่าง", "กองคลัง", "หน่วยตรวจสอบภายใน"))
    proposal = propose(several, YEAR, numbered("กองคลัง", "สำนักปลัด อบต."), OfficeKind.SUBDISTRICT)
    assert proposal.measure.division_ids == (1, 2)
    assert proposal.remarks == ("ไม่มีกองช่าง และหน่วยตรวจสอบภายในในรายชื่อส่วนราชการ จึงเสนอสำนักปลัด อบต. ตรวจแก้ได้",)


def test_that_without_a_secretariat_the_clerk_is_asked() -> None:
    proposal = propose(Suggestion("1", "ทำ", divisions=("กองช่าง",)), YEAR, [], OfficeKind.SUBDISTRICT)
    assert proposal.measure.division_ids == ()
    assert proposal.remarks == ("ไม่มีกองช่างในรายชื่อส่วนราชการ เลือกผู้รับผิดชอบเอง",)


@pytest.mark.parametrize(
    ("name", "has", "found"),
    [
        ("สำนักปลัด", ("สำนักปลัดเทศบาล", "กองคลัง"), ["สำนักปลัดเทศบาล"]),
        ("สำนักปลัด", ("สำนักปลัด", "สำนักปลัดองค์การ"), ["สำนักปลัด"]),
        ("กองคลัง", ("สำนักการคลัง",), ["สำนักการคลัง"]),
        ("กองคลัง", ("ส่วนการคลัง", "กองช่าง"), ["ส่วนการคลัง"]),
        ("กองช่าง", ("กองช่างสุขาภิบาล", "กองช่าง"), ["กองช่าง"]),
        ("กองช่าง", ("สำนักช่าง", "กองช่างสุขาภิบาล"), ["สำนักช่าง"]),
        ("กองการศึกษา", ("กองการศึกษา ศาสนาและวัฒนธรรม",), ["กองการศึกษา ศาสนาและวัฒนธรรม"]),
        ("หน่วยตรวจสอบภายใน", ("กองคลัง", "งานตรวจสอบภายใน"), ["งานตรวจสอบภายใน"]),
        ("กองสวัสดิการสังคม", ("สำนักปลัด",), []),
    ],
)
def test_that_a_division_is_found_under_the_name_that_the_office_gives_it(
    name: str, has: tuple[str, ...], found: list[str]
) -> None:
    assert [division.name for division in divisions_named(name, numbered(*has))] == found


def test_that_evidence_reads_as_a_list() -> None:
    manual, *_, sign = load_suggestions()["1"]
    kind = OfficeKind.SUBDISTRICT
    assert propose(manual, YEAR, [], kind).measure.monitoring == "เก็บคู่มือ ภาพป้าย และลิงก์เว็บไซต์เป็นหลักฐาน"
    assert propose(sign, YEAR, [], kind).measure.monitoring == "เก็บภาพป้ายเป็นหลักฐาน"


@pytest.mark.parametrize("text", ["ร่าง{law}", "ร่าง{", "}", "{}"])
def test_that_words_in_braces_that_no_kind_decides_are_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"ในวงเล็บปีกกาใช้ได้เฉพาะ \{ordinance\} \{community\}"):
        parse_suggestions(f'indicator = "1"\n[[measures]]\ntext = "{text}"\nall_divisions = true\n', "1.toml")
