"""The scores tab over a real data file: typing, saving, explaining, moving, undoing."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from keys import ALT, CTRL, press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.errors import UserError
from ita_desktop.services import assessments
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.score_cell import ScoreCell
from ita_desktop.ui.scores.scores_tab import ScoresTab
from ita_desktop.ui.widgets.mark_icon import Tone

Y2566, Y2567, Y2568 = FiscalYear(2566), FiscalYear(2567), FiscalYear(2568)
CODES = [str(n) for n in range(1, 11)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> ScoresTab:
    made = ScoresTab(make_context(database, say, window), window)
    made.resize(1366, 700)
    window.resize(1366, 700)
    made.show()
    return made


def stored(database: Database, year: FiscalYear = Y2568) -> Assessment | None:
    return database.read(assessments.find_assessment, year)


def cell(tab: ScoresTab, key: str, column: int = 0) -> ScoreCell:
    return tab.grid.row(key).cells[column]


def enter(tab: ScoresTab, key: str, text: str, column: int = 0) -> ScoreCell:
    """Type into a cell as it stands and leave it with Enter."""
    field = cell(tab, key, column)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)
    return field


def record(database: Database, year: FiscalYear, scores: list[str], **others: object) -> None:
    indicators = {code: Decimal(score) for code, score in zip(CODES, scores, strict=False)}
    database.write(assessments.record_assessment, Assessment(year, indicators=indicators, **others))


@pytest.mark.parametrize("typed", ["84.5", "๘๔.๕", "84,5", "84.50", " ๘๔,๕๐ "])
def test_that_a_score_is_saved_when_its_cell_is_left(tab: ScoresTab, database: Database, typed: str) -> None:
    enter(tab, "indicator 2", typed)
    found = stored(database)
    assert found is not None
    assert found.indicators == {"2": Decimal("84.50")}
    assert cell(tab, "indicator 2").text() == "84.50"
    assert tab.saved.sentence == "บันทึกแล้ว 14.32 น."


@pytest.mark.parametrize("typed", ["-5", "100.01", "84.555", "แปดสิบ", "8 4", "12%"])
def test_that_wrong_text_stays_with_a_sentence_and_the_stored_score_stays(
    tab: ScoresTab, database: Database, typed: str
) -> None:
    record(database, Y2568, ["90"])
    enter(tab, "indicator 1", typed)
    row = tab.grid.row("indicator 1")
    assert row.cells[0].text() == typed
    assert row.note.tone is Tone.ERROR
    assert row.note.sentence
    assert row.note.isVisible()
    found = stored(database)
    assert found is not None
    assert found.indicators == {"1": Decimal("90.00")}
    assert tab.unsaved_work()


def test_that_enter_stays_in_a_cell_that_cannot_be_read(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    field = enter(tab, "indicator 1", "101")
    assert QApplication.focusWidget() is field


def test_that_enter_and_arrows_move_like_a_spreadsheet(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()

    def focused() -> QWidget | None:
        return QApplication.focusWidget()

    start = cell(tab, "indicator 5")
    start.setFocus()
    press(start, Qt.Key.Key_Return)
    assert focused() is cell(tab, "instrument EIT")
    press(cell(tab, "instrument EIT"), Qt.Key.Key_Up)
    assert focused() is start
    press(start, Qt.Key.Key_Right)
    assert focused() is cell(tab, "indicator 5", 1)
    press(cell(tab, "indicator 5", 1), Qt.Key.Key_Down)
    press(cell(tab, "instrument EIT", 1), Qt.Key.Key_Left)
    assert focused() is cell(tab, "instrument EIT")
    press(cell(tab, "total"), Qt.Key.Key_Up)
    press(cell(tab, "indicator 10"), Qt.Key.Key_Return)
    assert focused() is tab.announcement.levels[0]


def test_that_arrows_inside_a_text_move_the_cursor_first(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    field = cell(tab, "indicator 5")
    field.setFocus()
    type_text(field, "85")
    press(field, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is field
    press(field, Qt.Key.Key_Left)
    press(field, Qt.Key.Key_Right, ALT)
    assert QApplication.focusWidget() is field


def test_that_the_year_before_is_edited_and_saved_as_well(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "87.30", 1)
    found = stored(database, Y2567)
    assert found is not None
    assert found.total == Decimal("87.30")
    assert stored(database) is None


def test_that_the_level_and_its_reason_follow_the_typing_before_anything_is_saved(
    tab: ScoresTab, database: Database
) -> None:
    record(database, Y2568, [], total=Decimal("86.85"))
    field = cell(tab, "instrument OIT")
    field.setFocus()
    type_text(field, "70.38")
    # Seed 004: the total passes, OIT holds the level.
    assert "ผ่าน" in tab.cards.level.accessibleName()
    assert "OIT ได้ 70.38" in tab.cards.level.accessibleName()
    assert "OIT อีก 14.62" in tab.cards.next_step.accessibleName()
    assert "92.70" in tab.cards.next_step.accessibleName()
    found = stored(database)
    assert found is not None
    assert found.instruments == {}


def test_that_a_level_that_is_not_certain_is_not_guessed(tab: ScoresTab) -> None:
    enter(tab, "total", "90")
    assert "ยังสรุประดับไม่ได้" in tab.cards.level.accessibleName()
    enter(tab, "total", "98.60")
    assert "ผ่านดีเยี่ยม" in tab.cards.level.accessibleName()


def test_that_the_change_against_last_year_is_said_in_words(tab: ScoresTab) -> None:
    enter(tab, "total", "85.00")
    enter(tab, "total", "87.30", 1)
    assert tab.cards.change.accessibleName() == "เทียบกับปี 2567 −2.30 ลดลง จากปีก่อน 87.30"


def test_that_empty_cells_show_what_follows_from_the_others(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["90"] * 8)
    assert cell(tab, "instrument IIT").placeholderText() == "คำนวณ 90.00"
    assert cell(tab, "instrument OIT").placeholderText() == ""
    enter(tab, "total", "86")
    assert cell(tab, "instrument OIT").placeholderText() == "คำนวณย้อน 80.00"
    assert stored(database) is not None
    assert stored(database).instruments == {}


def test_that_announced_and_computed_scores_that_differ_are_remarked(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["90"] * 10)
    assert tab.warning.isHidden()
    enter(tab, "total", "91")
    assert "91.00" in tab.warning.sentence
    assert "90.00" in tab.warning.sentence


def test_that_weak_indicators_are_ranked_by_what_they_add_to_the_total(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["80", "90", "95", "95", "95", "90", "95", "95", "70.38", "96"])
    assert [line.split()[1] for line in tab.insight.ranked()] == [
        "การเปิดเผยข้อมูล",
        "การปฏิบัติหน้าที่",
        "คุณภาพการดำเนินงาน",
        "การใช้งบประมาณ",
    ]
    assert tab.insight.ranked()[0].endswith("▼ 70.38 +4.92")


def test_that_only_official_levels_of_the_year_are_offered(tab: ScoresTab, database: Database) -> None:
    box = tab.announcement.levels[0]
    names = [box.itemData(n) for n in range(box.count())]
    assert names == ["", "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    found = stored(database)
    assert found is not None
    assert found.announced_level == "ผ่านดี"


def test_that_years_before_2566_offer_letters(tab: ScoresTab) -> None:
    tab.context.years.choose(FiscalYear(2565))
    box = tab.announcement.levels[0]
    assert [box.itemData(n) for n in range(box.count())] == ["", "AA", "A", "B", "C", "D", "E", "F"]


def test_that_an_unofficial_level_is_kept_and_remarked(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, [], total=Decimal("99.73"), announced_level="ดีเยี่ยม")
    assert tab.announcement.levels[0].currentData() == "ดีเยี่ยม"
    assert "ไม่ใช่ชื่อระดับทางการ" in tab.announcement.notes[0].sentence


def test_that_a_date_outside_the_season_is_remarked_but_saved(tab: ScoresTab, database: Database) -> None:
    day = tab.announcement.days[0]
    day.setText("๑๕ ส.ค. ๒๕๖๘")
    day.commit()
    assert tab.announcement.notes[0].sentence == ""
    day.setText("10/10/2568")
    day.commit()
    found = stored(database)
    assert found is not None
    assert found.announced_on == date(2025, 10, 10)
    assert tab.announcement.notes[0].tone is Tone.WARNING


@pytest.mark.parametrize("typed", ["31 กุมภาพันธ์ 2568", "15/8/2025", "สิงหา"])
def test_that_a_wrong_date_stays_marked_and_unsaved(tab: ScoresTab, database: Database, typed: str) -> None:
    day = tab.announcement.days[0]
    day.setText(typed)
    day.commit()
    assert day.text() == typed
    assert tab.announcement.notes[0].tone is Tone.ERROR
    assert stored(database) is None
    tab.context.years.choose(FiscalYear(2568))
    tab.context.years.choose(FiscalYear(2569))
    assert day.text() == typed
    assert tab.unsaved_work()


def test_that_the_source_is_saved_without_line_breaks(tab: ScoresTab, database: Database) -> None:
    source = tab.announcement.sources[0]
    source.setFocus()
    type_text(source, "รายงาน <ITA> & ผล")
    source.commit()
    found = stored(database)
    assert found is not None
    assert found.source == "รายงาน <ITA> & ผล"


def test_that_an_unchecked_framework_is_marked(tab: ScoresTab) -> None:
    tab.context.years.choose(FiscalYear(2570))
    assert "2569" in tab.unverified.sentence
    assert "ยังไม่ได้ตรวจสอบ" in tab.unverified.sentence


def test_that_undo_and_redo_reach_back_to_no_record_at_all(tab: ScoresTab, database: Database) -> None:
    field = enter(tab, "indicator 9", "70.38")
    enter(tab, "indicator 9", "71")
    press(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "70.38"
    press(field, Qt.Key.Key_Z, CTRL)
    assert stored(database) is None
    assert field.text() == ""
    press(field, Qt.Key.Key_Y, CTRL)
    press(field, Qt.Key.Key_Y, CTRL)
    found = stored(database)
    assert found is not None
    assert found.indicators == {"9": Decimal("71.00")}


def test_that_undo_works_while_the_keyboard_types_thai(tab: ScoresTab, database: Database) -> None:
    field = enter(tab, "total", "90")
    press(field, Qt.Key(ord("ผ")), CTRL, "ผ")
    assert stored(database) is None
    press(field, Qt.Key(ord("ั")), CTRL, "ั")
    assert stored(database) is not None


def test_that_undo_inside_a_cell_takes_back_typing_first(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    field = cell(tab, "indicator 1")
    field.setFocus()
    type_text(field, "8")
    press(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("90.00")


def test_that_escape_brings_the_stored_score_back(tab: ScoresTab, database: Database) -> None:
    field = enter(tab, "total", "90")
    field.setFocus()
    type_text(field, "9x")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == "90.00"
    assert not field.problem()
    assert "90.00" in tab.cards.total.accessibleName()


def test_that_a_step_of_another_year_is_shown_when_it_is_undone(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    tab.context.years.choose(FiscalYear(2567))
    press(tab, Qt.Key.Key_Z, CTRL)
    assert tab.context.years.plan_year == FiscalYear(2569)
    assert stored(database) is None


def test_that_typing_is_saved_to_its_own_year_when_the_year_changes(tab: ScoresTab, database: Database) -> None:
    field = cell(tab, "total")
    field.setFocus()
    type_text(field, "88.70")
    tab.context.years.choose(FiscalYear(2567))
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("88.70")
    assert stored(database, Y2566) is None
    assert cell(tab, "total").text() == ""


def test_that_text_that_cannot_be_read_waits_for_its_year(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "เก้าสิบ")
    tab.context.years.choose(FiscalYear(2567))
    assert cell(tab, "total").text() == ""
    assert tab.unsaved_work()
    tab.context.years.choose(FiscalYear(2569))
    assert cell(tab, "total").text() == "เก้าสิบ"
    assert cell(tab, "total").problem()
    # One year further the same year stands in the other column.
    tab.context.years.choose(FiscalYear(2570))
    assert cell(tab, "total", 1).text() == "เก้าสิบ"
    press(cell(tab, "total", 1), Qt.Key.Key_Escape)
    tab.context.years.choose(FiscalYear(2567))
    assert not tab.unsaved_work()


def test_that_a_change_elsewhere_does_not_take_typing_away(tab: ScoresTab, database: Database, window: QWidget) -> None:
    window.activateWindow()
    field = cell(tab, "indicator 1")
    field.setFocus()
    type_text(field, "77.")
    record(database, Y2568, ["90", "80"])
    assert field.text() == "77."
    assert cell(tab, "indicator 2").text() == "80.00"


def test_that_a_score_that_cannot_be_stored_stays_typed_with_the_reason(
    tab: ScoresTab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    with monkeypatch.context() as patched:
        patched.setattr(assessments, "record_assessment", full)
        field = enter(tab, "total", "90")
    assert field.text() == "90.00"
    assert "ดิสก์เต็ม" in tab.grid.row("total").note.sentence
    press(field, Qt.Key.Key_Return)
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("90.00")
    assert not field.problem()


def test_that_scores_are_shown_in_the_offices_digits(database: Database, say: RecordingSay, window: QWidget) -> None:
    record(database, Y2568, ["91.24"], total=Decimal("88.70"))
    tab = ScoresTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    tab.show()
    assert cell(tab, "indicator 1").text() == "๙๑.๒๔"
    assert "๘๘.๗๐" in tab.cards.total.accessibleName()
    assert "ปี ๒๕๖๘" in tab.cards.total.accessibleName()


def test_that_every_field_says_its_name(tab: ScoresTab) -> None:
    assert cell(tab, "instrument OIT", 1).accessibleName() == "คะแนน OIT ปี 2567"
    assert cell(tab, "indicator 8").accessibleName() == "ตัวชี้วัดที่ 8. การปรับปรุงการทำงาน ปี 2568"
    assert tab.announcement.days[1].accessibleName() == "วันที่ประกาศ ปี 2567"


def test_that_pasting_a_novel_into_a_cell_only_marks_it(tab: ScoresTab, database: Database) -> None:
    field = cell(tab, "total")
    field.setFocus()
    field.paste_clean("ก" * 50_000)
    press(field, Qt.Key.Key_Return)
    assert field.problem()
    assert stored(database) is None


@pytest.mark.parametrize("seed", range(6))
def test_that_undoing_everything_gives_the_file_as_it_was(tab: ScoresTab, database: Database, seed: int) -> None:
    record(database, Y2568, ["90", "80.5"], instruments={Instrument.EIT: Decimal("88.00")})
    chance = random.Random(seed)
    dumps = [database.read(assessments.list_assessments)]
    keys = [row.part.key for row in tab.grid._rows]
    for _ in range(25):
        text = chance.choice(["", str(Decimal(chance.randrange(10_001)) / 100), "101", "๗๗.๕"])
        enter(tab, chance.choice(keys), text, chance.randrange(2))
        dump = database.read(assessments.list_assessments)
        if dump != dumps[-1]:
            dumps.append(dump)
    for row in tab.grid._rows:
        for field in row.cells:
            press(field, Qt.Key.Key_Escape)
    for dump in reversed(dumps[:-1]):
        press(tab, Qt.Key.Key_Z, CTRL)
        assert database.read(assessments.list_assessments) == dump
    for dump in dumps[1:]:
        press(tab, Qt.Key.Key_Y, CTRL)
        assert database.read(assessments.list_assessments) == dump


def test_that_level_day_and_source_are_undone_as_well(tab: ScoresTab, database: Database) -> None:
    box, day, source = tab.announcement.levels[1], tab.announcement.days[1], tab.announcement.sources[1]
    box.setCurrentIndex(3)
    box.activated.emit(3)
    day.setText("30 กรกฎาคม 2567")
    day.commit()
    source.setText("ITAS")
    source.commit()
    found = stored(database, Y2567)
    assert found == Assessment(Y2567, announced_level="ผ่าน", announced_on=date(2024, 7, 30), source="ITAS")
    for expected in (("ผ่าน", "30 กรกฎาคม 2567", ""), ("ผ่าน", "", ""), ("", "", "")):
        press(tab, Qt.Key.Key_Z, CTRL)
        assert (box.currentData(), day.text(), source.text()) == expected
    assert stored(database, Y2567) is None


def test_that_the_tick_beside_a_score_says_that_it_was_saved(tab: ScoresTab) -> None:
    def has_tick(field: ScoreCell) -> bool:
        picture = field.grab().toImage()
        ink = {picture.pixelColor(x, y).name() for x in range(9, 24) for y in range(picture.height())}
        return theme.GOOD in ink

    field = cell(tab, "total")
    assert not has_tick(field)
    enter(tab, "total", "90")
    assert has_tick(field)
    field.setFocus()
    type_text(field, "1")
    assert not has_tick(field)
