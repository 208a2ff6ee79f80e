"""The shipped frameworks and suggestions, and how faulty files are refused."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.catalog import load_frameworks, load_suggestions, parse_framework, parse_suggestions, shipped_toml
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.framework import Frameworks, Instrument
from ita_desktop.domain.office import OfficeKind, preset_divisions
from ita_desktop.domain.record import FrameworkEdition
from ita_desktop.domain.suggestion import propose
from ita_desktop.errors import UserError

SHIPPED_YEARS = range(2561, 2570)


@pytest.fixture
def frameworks(tmp_path: Path) -> Frameworks:
    return load_frameworks(added=tmp_path)


def test_that_every_shipped_year_loads_under_its_own_name(frameworks: Frameworks) -> None:
    assert [year.be for year in frameworks.by_year] == list(SHIPPED_YEARS)
    assert len(frameworks.by_year) == 9
    for year, framework in frameworks.by_year.items():
        assert framework.year == year


@pytest.mark.parametrize("be", SHIPPED_YEARS)
def test_that_every_year_weighs_30_30_40_and_has_ten_indicators(frameworks: Frameworks, be: int) -> None:
    framework = frameworks.of(FiscalYear(be))
    assert framework.weights == {
        Instrument.IIT: Decimal("0.3"),
        Instrument.EIT: Decimal("0.3"),
        Instrument.OIT: Decimal("0.4"),
    }
    assert [indicator.code for indicator in framework.indicators] == [str(n) for n in range(1, 11)]
    assert [len(framework.indicators_of(i)) for i in Instrument] == [5, 3, 2]
    assert framework.pass_mark == 85
    assert framework.excellent_mark == 95


@pytest.mark.parametrize("be", SHIPPED_YEARS)
def test_that_indicator_8_was_renamed_in_2566_and_the_levels_with_it(frameworks: Frameworks, be: int) -> None:
    framework = frameworks.of(FiscalYear(be))
    names = [level.name for level in framework.levels]
    if be <= 2565:
        assert framework.indicator("8").name == "การปรับปรุงระบบการทำงาน"
        assert names == ["AA", "A", "B", "C", "D", "E", "F"]
        assert [level.total_min for level in framework.levels] == [95, 85, 75, 65, 55, 50, 0]
        assert not framework.depends_on_instruments
    else:
        assert framework.indicator("8").name == "การปรับปรุงการทำงาน"
        assert names == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
        marks = [(level.total_min, level.instrument_min) for level in framework.levels]
        assert marks == [(95, 95), (85, 85), (85, 0), (70, 0), (0, 0)]


@pytest.mark.parametrize(
    ("be", "first", "last"),
    [(2566, 1, 43), (2567, 1, 35), (2568, 1, 28), (2569, 1, 26), (2565, 34, 43), (2564, 42, 43)],
)
def test_that_item_codes_run_without_holes(frameworks: Frameworks, be: int, first: int, last: int) -> None:
    items = frameworks.of(FiscalYear(be)).oit_items
    assert [item.code for item in items] == [f"o{n}" for n in range(first, last + 1)]
    assert len({item.name for item in items}) == len(items)
    assert all("ฯ" not in item.name for item in items)


@pytest.mark.parametrize(("be", "of_nine"), [(2566, 30), (2567, 25), (2568, 20), (2569, 19)])
def test_that_items_belong_to_indicator_9_up_to_the_no_gift_policy(
    frameworks: Frameworks, be: int, of_nine: int
) -> None:
    items = frameworks.of(FiscalYear(be)).oit_items
    assert [item.indicator_code for item in items] == ["9"] * of_nine + ["10"] * (len(items) - of_nine)
    assert "No Gift Policy" in items[of_nine].name
    assert len(items) == frameworks.of(FiscalYear(be)).questions[Instrument.OIT]


@pytest.mark.parametrize(
    ("be", "measures", "report"),
    [
        (2561, "", ""),
        (2563, "", ""),
        (2564, "o42", "o43"),
        (2565, "o42", "o43"),
        (2566, "o42", "o43"),
        (2567, "o34", "o35"),
        (2568, "o27", "o28"),
        (2569, "o25", "o26"),
    ],
)
def test_that_the_pair_of_measures_and_report_moves_with_the_year(
    frameworks: Frameworks, be: int, measures: str, report: str
) -> None:
    framework = frameworks.of(FiscalYear(be))
    assert (framework.measures_item, framework.report_item) == (measures, report)
    names = {item.code: item.name for item in framework.oit_items}
    if be == 2569:
        assert names[measures] == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
    elif measures:
        assert names[measures] == "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


@pytest.mark.parametrize("be", SHIPPED_YEARS)
def test_that_every_section_of_every_file_says_where_it_comes_from(frameworks: Frameworks, be: int) -> None:
    framework = frameworks.of(FiscalYear(be))
    assert {"weights", "indicators", "levels"} <= framework.evidence.keys()
    assert ("questions" in framework.evidence) == bool(framework.questions)
    assert ("oit_items" in framework.evidence) == bool(framework.oit_items)
    assert ("pair" in framework.evidence) == bool(framework.measures_item)
    assert all(len(evidence.source) > 5 for evidence in framework.evidence.values())


def test_that_only_what_was_seen_published_is_verified(frameworks: Frameworks) -> None:
    def verified(be: int, section: str) -> bool:
        return frameworks.of(FiscalYear(be)).evidence[section].verified

    assert [be for be in SHIPPED_YEARS if verified(be, "weights")] == [2564, 2565, 2566, 2567, 2568]
    assert [be for be in SHIPPED_YEARS if verified(be, "levels")] == [2564, 2565, 2566, 2567, 2568]
    assert not verified(2568, "levels.ต้องปรับปรุง")
    assert not verified(2567, "oit_items")
    unsure = {
        be: [item.code for item in frameworks.of(FiscalYear(be)).oit_items if not item.verified]
        for be in (2566, 2567, 2568, 2569)
    }
    assert unsure[2566] == []
    assert unsure[2567] == [f"o{n}" for n in (*range(13, 34), 35)]
    assert unsure[2568] == ["o25", "o26"]
    assert unsure[2569] == []


def test_that_question_counts_stand_only_where_they_are_known(frameworks: Frameworks) -> None:
    counts = {be: dict(frameworks.of(FiscalYear(be)).questions) for be in SHIPPED_YEARS}
    assert counts[2561] == counts[2562] == {}
    assert counts[2564] == {Instrument.IIT: 30, Instrument.EIT: 15, Instrument.OIT: 43}
    assert counts[2566] == {Instrument.OIT: 43}
    assert counts[2568] == {Instrument.IIT: 15, Instrument.EIT: 9, Instrument.OIT: 28}
    assert counts[2569] == {Instrument.OIT: 26}


def test_that_a_year_to_come_borrows_the_newest_framework_without_its_codes(frameworks: Frameworks) -> None:
    borrowed = frameworks.of(FiscalYear(2575))
    assert borrowed.year == FiscalYear(2575)
    assert borrowed.measures_item == ""
    assert not any(evidence.verified for evidence in borrowed.evidence.values())


def test_that_an_added_file_wins_over_the_shipped_and_an_edition_over_both(tmp_path: Path) -> None:
    text = shipped_toml(FiscalYear(2569))
    (tmp_path / "2569-แก้ไข.toml").write_text(_swap(text, 'measures = "o25"', 'measures = "o24"'), encoding="utf-8-sig")
    (tmp_path / "2570.toml").write_text(_swap(text, "year = 2569", "year = 2570"), encoding="utf-8")
    added = load_frameworks(added=tmp_path)
    assert added.of(FiscalYear(2569)).measures_item == "o24"
    assert added.of(FiscalYear(2570)).measures_item == "o25"
    assert max(added.by_year) == FiscalYear(2570)
    edition = FrameworkEdition(FiscalYear(2569), _swap(text, 'measures = "o25"', 'measures = "o23"'))
    assert load_frameworks([edition], added=tmp_path).of(FiscalYear(2569)).measures_item == "o23"


def test_that_a_missing_folder_of_added_files_is_no_fault(tmp_path: Path) -> None:
    assert len(load_frameworks(added=tmp_path / "none").by_year) == 9


def test_that_files_are_looked_for_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_frameworks", lambda: tmp_path)
    (tmp_path / "2571.toml").write_text(_swap(_TEXT, "year = 2568", "year = 2571"), encoding="utf-8")
    assert FiscalYear(2571) in load_frameworks().by_year


def test_that_a_faulty_added_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(_swap(_TEXT, "IIT = 0.30", "IIT = 0.31"), encoding="utf-8")
    with pytest.raises(UserError, match=r"ไฟล์ mine\.toml ที่ weights: น้ำหนัก.*1\.01"):
        load_frameworks(added=tmp_path)


def test_that_a_file_in_the_old_thai_encoding_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_bytes(_TEXT.encode("cp874", "replace"))
    with pytest.raises(UserError, match=r"old\.toml.*UTF-8"):
        load_frameworks(added=tmp_path)


def test_that_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(UserError, match=r"เปิดไฟล์ .*folder\.toml ไม่ได้"):
        load_frameworks(added=tmp_path)


def test_that_an_edition_of_another_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ที่ year: ต้องเป็นปี 2570 แต่ในไฟล์เป็นปี 2568"):
        load_frameworks([FrameworkEdition(FiscalYear(2570), _TEXT)], added=tmp_path)


def test_that_a_year_without_a_shipped_file_has_no_text() -> None:
    assert shipped_toml(FiscalYear(2599)) == ""


_TEXT = shipped_toml(FiscalYear(2568))


def _swap(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("year = 2568", "year = 2025", "ที่ year", "จำนวนเต็ม 2500 ถึง 2699"),
        ("year = 2568", "year = 2568.5", "ที่ year", "จำนวนเต็ม"),
        ("year = 2568", "year = true", "ที่ year", "จำนวนเต็ม"),
        ("year = 2568", "", "ที่ year", "ไม่มีค่านี้"),
        ("year = 2568", "year = 2568\nyaer = 1", "ที่ yaer", "ไม่รู้จักชื่อนี้"),
        ("year = 2568", "year = ", "บรรทัดที่ 2", "TOML"),
        ("year = 2568", "year = 2568\nyear = 2569", "บรรทัดที่ 3", "TOML"),
        ("IIT = 0.30", "IIT = 0.35", "ที่ weights", "รวมกันต้องได้ 1"),
        ("IIT = 0.30", "IIT = 30", "ที่ weights.IIT", "ระหว่าง 0 ถึง 1"),
        ("IIT = 0.30", "IIT = 0", "ที่ weights.IIT", "มากกว่า 0"),
        ("IIT = 0.30", "IIT = nan", "ที่ weights.IIT", "ระหว่าง 0 ถึง 1"),
        ("IIT = 0.30", 'IIT = "0.30"', "ที่ weights.IIT", "ต้องเป็นตัวเลข"),
        ("IIT = 0.30", "IIT = true", "ที่ weights.IIT", "ต้องเป็นตัวเลข"),
        ("IIT = 0.30", "", "ที่ weights.IIT", "ไม่มีค่านี้"),
        ("IIT = 0.30", "IIT = 0.30\nXIT = 0.1", "ที่ weights.XIT", "ไม่รู้จักชื่อนี้"),
        ("[weights]", "weights = 3\n[waste]", "ที่ waste", "ไม่รู้จักชื่อนี้"),
        ('code = "2", instrument', 'code = "1", instrument', "ที่ indicators.items รายการที่ 2.code", "ซ้ำ"),
        ('code = "3", instrument = "IIT"', 'code = "3"', "ที่ indicators.items รายการที่ 3.instrument", "ไม่มีค่านี้"),
        ('code = "3", instrument = "IIT"', 'code = "3", instrument = "QIT"', "รายการที่ 3.instrument", "ไม่ใช่เครื่องมือ"),
        ('name = "การใช้อำนาจ"', 'name = " "', "ที่ indicators.items รายการที่ 3.name", "เว้นว่างไม่ได้"),
        ('name = "การใช้อำนาจ"', "name = 3", "ที่ indicators.items รายการที่ 3.name", "ต้องเป็นข้อความ"),
        ("total_min = 70", "total_min = 86", "ที่ levels.items รายการที่ 4.total_min", "ต่ำกว่าระดับ ผ่าน"),
        ("total_min = 70", "total_min = 85", "ที่ levels.items รายการที่ 4.total_min", "ต่ำกว่าระดับ ผ่าน"),
        ("total_min = 70", "total_min = 70, instrument_min = 1", "รายการที่ 4.total_min", "ต่ำกว่าระดับ ผ่าน"),
        ("total_min = 95, instrument_min = 95", "total_min = 195", "รายการที่ 1.total_min", "ระหว่าง 0 ถึง 100"),
        ("total_min = 0", "total_min = 1", "ที่ levels.items", "ต้องรับทุกคะแนน"),
        ('"ต้องปรับปรุงโดยด่วน"', '"ต้องปรับปรุง"', "ที่ levels.items รายการที่ 5.name", "ซ้ำ"),
        ("pass_mark = 85", "pass_mark = 80", "ที่ levels.pass_mark", "ไม่ตรงกับ total_min"),
        ("pass_mark = 85", "", "ที่ levels.pass_mark", "ไม่มีค่านี้"),
        ("EIT = 9", "EIT = 0", "ที่ questions.EIT", "จำนวนเต็ม 1 ถึง 200"),
        ('code = "o2", indicator', 'code = "o1", indicator', "ที่ oit_items.items รายการที่ 2.code", "ซ้ำ"),
        ('code = "o2", indicator = "9"', 'code = "o2", indicator = "11"', "รายการที่ 2.indicator", "รหัส 11"),
        ('code = "o2", indicator = "9"', 'code = "o2", indicator = "1"', "รายการที่ 2.indicator", "รหัส 1"),
        ('measures = "o27"', 'measures = "o42"', "ที่ pair.measures", "ไม่มีข้อ o42"),
        ('report = "o28"', 'report = "o27"', "ที่ pair.report", "คนละข้อ"),
    ],
)  # fmt: skip
def test_that_a_fault_is_told_with_file_place_and_reason(old: str, new: str, place: str, reason: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_framework(_swap(_TEXT, old, new), "2568.toml")
    assert caught.value.sentence.startswith("ไฟล์ 2568.toml")
    assert place in caught.value.sentence
    assert reason in caught.value.sentence


@pytest.mark.parametrize("section", ["weights", "indicators", "levels", "questions", "oit_items", "pair"])
@pytest.mark.parametrize(("key", "value"), [("source", '""'), ("verified", '"yes"')])
def test_that_no_section_goes_without_source_and_flag(section: str, key: str, value: str) -> None:
    head, found, rest = _TEXT.partition(f"[{section}]\n")
    assert found
    lines = rest.split("\n", 2)
    at = 0 if key == "source" else 1
    for replacement in (f"{key} = {value}", ""):
        spoilt = [*lines]
        spoilt[at] = replacement
        with pytest.raises(UserError, match=rf"ที่ {section}\.{key}: "):
            parse_framework(head + found + "\n".join(spoilt), "2568.toml")


@pytest.mark.parametrize("section", ["weights", "indicators", "levels"])
def test_that_a_section_in_the_wrong_form_is_refused(section: str) -> None:
    head, _, rest = _TEXT.partition(f"[{section}]\n")
    without = head + ("[" + rest.split("\n[", 1)[1])
    with pytest.raises(UserError, match=rf"ที่ {section}: ไม่มีค่านี้"):
        parse_framework(without, "2568.toml")
    with pytest.raises(UserError, match=rf"ที่ {section}: ต้องเป็นหมวด"):
        parse_framework(f"{section} = 1\n{without}", "2568.toml")


@pytest.mark.parametrize("section", ["indicators", "levels", "oit_items"])
def test_that_items_are_a_list_of_tables(section: str) -> None:
    head, found, rest = _TEXT.partition(f"[{section}]\n")
    kept, _, tail = rest.partition("items = [")
    spoilt = head + found + kept + 'items = ["o1"]\n' + tail.split("\n]\n", 1)[1]
    with pytest.raises(UserError, match=rf"ที่ {section}\.items: ต้องเป็นรายการของ"):
        parse_framework(spoilt, "2568.toml")


def test_that_levels_are_not_empty_and_every_instrument_has_an_indicator() -> None:
    head, found, rest = _TEXT.partition("pass_mark = 85\n")
    with pytest.raises(UserError, match=r"ที่ levels\.items: ต้องมีอย่างน้อยหนึ่งระดับ"):
        parse_framework(head + found + "items = []\n" + rest.split("\n]\n", 1)[1], "2568.toml")
    only_iit = _TEXT.replace('instrument = "OIT"', 'instrument = "EIT"')
    with pytest.raises(UserError, match=r"ที่ indicators\.items: ไม่มีตัวชี้วัดของเครื่องมือ OIT"):
        parse_framework(only_iit, "2568.toml")


def test_that_the_library_holds_five_or_six_suggestions_for_each_indicator() -> None:
    library = load_suggestions()
    assert {code: len(found) for code, found in library.items()} == {str(n): 5 for n in range(1, 10)} | {"10": 6}
    texts = [suggestion.text for found in library.values() for suggestion in found]
    assert len(set(texts)) == len(texts) == 51
    assert all(suggestion.evidence for found in library.values() for suggestion in found)


def test_that_a_suggestion_becomes_a_measure_of_this_office() -> None:
    divisions = [replace(division, id=n) for n, division in enumerate(preset_divisions(OfficeKind.SUBDISTRICT), 1)]
    queue = load_suggestions()["1"][1]
    measure = propose(queue, FiscalYear(2569), divisions, OfficeKind.SUBDISTRICT).measure
    assert measure.id == 0
    assert measure.indicator_code == "1"
    assert [d.name for d in divisions if d.id in measure.division_ids] == ["สำนักปลัด", "กองคลัง", "กองช่าง"]
    assert measure.period.text == "ตลอดปีงบประมาณ พ.ศ. 2569"
    assert measure.monitoring == "เก็บทะเบียนคิวเป็นหลักฐาน"


def test_that_windows_follow_the_fiscal_year() -> None:
    library = load_suggestions()
    year = FiscalYear(2569)
    first_half = library["1"][0].period(year)
    assert (first_half.first, first_half.last) == (Month(2568, 10), Month(2569, 3))
    january = library["9"][1].period(year)
    assert (january.first, january.last) == (Month(2569, 1), Month(2569, 4))
    assert all(s.period(year).lies_in(year) for found in library.values() for s in found)


def test_that_all_divisions_and_an_owner_need_no_division() -> None:
    library = load_suggestions()
    everybody = propose(library["1"][0], FiscalYear(2569), [], OfficeKind.SUBDISTRICT).measure
    assert everybody.all_divisions
    assert everybody.division_ids == ()
    head = propose(library["5"][0], FiscalYear(2569), [], OfficeKind.SUBDISTRICT).measure
    assert head.owner == "ผู้บริหาร"


@pytest.mark.parametrize(
    ("line", "place", "reason"),
    [
        ("quarters = [3, 1]", "quarters", "ไม่อยู่หลัง"),
        ("quarters = [0, 1]", "quarters", "1 ถึง 4"),
        ("quarters = 2", "quarters", "1 ถึง 4"),
        ("quarters = [1, 2, 3]", "quarters", "1 ถึง 4"),
        ("months = [9, 10]", "months", "ไม่อยู่หลัง"),
        ('months = ["ม.ค.", 3]', "months", "1 ถึง 12"),
        ('evidence = "แฟ้ม"', "evidence", "รายการข้อความ"),
        ('when = "เสมอ"', "when", "ไม่รู้จัก"),
        ("all_divisions = 1", "all_divisions", "true หรือ false"),
    ],
)
def test_that_a_faulty_suggestion_is_refused(line: str, place: str, reason: str) -> None:
    text = f'indicator = "1"\n[[measures]]\ntext = "ทดลอง"\nowner = "ผู้บริหาร"\n{line}\n'
    with pytest.raises(UserError, match=rf"ไฟล์ x\.toml ที่ measures รายการที่ 1\.{place}: .*{reason}"):
        parse_suggestions(text, "x.toml")


def test_that_a_suggestion_names_who_answers() -> None:
    with pytest.raises(UserError, match="ต้องบอกผู้รับผิดชอบ"):
        parse_suggestions('indicator = "1"\n[[measures]]\ntext = "ทดลอง"\n', "x.toml")
