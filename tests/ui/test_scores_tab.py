"""The scores tab over a real data file: typing, saving, explaining, moving, undoing."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from keys import ALT, CTRL, PLAIN, SHIFT, press, type_text
from office_context import make_context
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from recording_say import RecordingSay

from ita_desktop import record_file
from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.errors import UserError
from ita_desktop.services import assessments
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.level_box import LevelBox
from ita_desktop.ui.scores.score_model import Look, LookRole
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
def tab(database: Database, say: RecordingSay, window: QWidget) -> Iterator[ScoresTab]:
    made = ScoresTab(make_context(database, say, window), window)
    made.resize(1366, 700)
    window.resize(1366, 700)
    made.show()
    yield made
    # Left to the event loop, hundreds of widgets would stay alive for the tests that follow.
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def stored(database: Database, year: FiscalYear = Y2568) -> Assessment | None:
    return database.read(assessments.find_assessment, year)


def go_to(tab: ScoresTab, key: str, column: int = 0) -> QModelIndex:
    """Make a cell the current one, with the keyboard in the grid."""
    tab.entry.table.setFocus()
    tab.entry.table.go_to(key, column)
    return tab.entry.table.currentIndex()


def keyboard(tab: ScoresTab) -> QWidget:
    """What takes the keys: the open field, or the grid."""
    return tab.entry.table.editor() or tab.entry.table


def write(tab: ScoresTab, text: str) -> QLineEdit:
    """Type letter by letter into the current cell; the open field."""
    for letter in text:
        type_text(keyboard(tab), letter)
    field = tab.entry.table.editor()
    assert isinstance(field, QLineEdit)
    return field


def enter(tab: ScoresTab, key: str, text: str, column: int = 0) -> QModelIndex:
    """Type into a cell and leave it with Enter."""
    index = go_to(tab, key, column)
    if text:
        write(tab, text)
        press(keyboard(tab), Qt.Key.Key_Return)
    else:
        press(keyboard(tab), Qt.Key.Key_Delete)
    return index


def text_of(tab: ScoresTab, key: str, column: int = 0) -> str:
    model = tab.entry.table.scores
    return str(model.index(model.row_of(key), column).data())


def look_of(tab: ScoresTab, key: str, column: int = 0) -> Look:
    model = tab.entry.table.scores
    found = model.index(model.row_of(key), column).data(LookRole)
    assert isinstance(found, Look)
    return found


def problem_of(tab: ScoresTab, key: str, column: int = 0) -> str:
    model = tab.entry.table.scores
    return model.problem(model.index(model.row_of(key), column))


def current_key(tab: ScoresTab) -> tuple[str, int]:
    """The current cell's row and column; no field is open."""
    assert tab.entry.table.editor() is None
    index = tab.entry.table.currentIndex()
    return tab.entry.table.scores.row(index.row()).key, index.column()


def choose_level(tab: ScoresTab, column: int, number: int) -> None:
    tab.entry.table.edit(go_to(tab, "level", column))
    box = tab.entry.table.editor()
    assert isinstance(box, LevelBox)
    box.setCurrentIndex(number)
    box.activated.emit(number)


def record(database: Database, year: FiscalYear, scores: list[str], **others: object) -> None:
    indicators = {code: Decimal(score) for code, score in zip(CODES, scores, strict=False)}
    database.write(assessments.record_assessment, Assessment(year, indicators=indicators, **others))


@pytest.mark.parametrize("typed", ["84.5", "๘๔.๕", "84,5", "84.50", " ๘๔,๕๐ "])
def test_that_a_score_is_saved_when_its_cell_is_left(tab: ScoresTab, database: Database, typed: str) -> None:
    enter(tab, "indicator 2", typed)
    found = stored(database)
    assert found is not None
    assert found.indicators == {"2": Decimal("84.50")}
    assert text_of(tab, "indicator 2") == "84.50"
    assert tab.saved.sentence == "บันทึกแล้ว 14.32 น."


@pytest.mark.parametrize("typed", ["-5", "100.01", "84.555", "แปดสิบ", "8 4", "12%"])
def test_that_wrong_text_stays_with_a_sentence_and_the_stored_score_stays(
    tab: ScoresTab, database: Database, typed: str
) -> None:
    record(database, Y2568, ["90"])
    enter(tab, "indicator 1", typed)
    tab.finish_editing()
    assert text_of(tab, "indicator 1") == typed
    assert look_of(tab, "indicator 1").tone is Tone.ERROR
    assert tab.entry.note.tone is Tone.ERROR
    assert tab.entry.note.sentence == problem_of(tab, "indicator 1") != ""
    assert tab.entry.note.isVisible()
    found = stored(database)
    assert found is not None
    assert found.indicators == {"1": Decimal("90.00")}
    assert tab.unsaved_work()


def test_that_enter_stays_in_a_cell_that_cannot_be_read(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    enter(tab, "indicator 1", "101")
    assert tab.entry.table.editor() is not None
    assert "เกิน" in tab.entry.note.sentence


def test_that_enter_tab_and_arrows_move_like_a_spreadsheet(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    go_to(tab, "indicator 5")
    moves = [
        (Qt.Key.Key_Return, PLAIN, ("instrument EIT", 0)),
        (Qt.Key.Key_Up, PLAIN, ("indicator 5", 0)),
        (Qt.Key.Key_Right, PLAIN, ("indicator 5", 1)),
        (Qt.Key.Key_Down, PLAIN, ("instrument EIT", 1)),
        (Qt.Key.Key_Left, PLAIN, ("instrument EIT", 0)),
        (Qt.Key.Key_Tab, PLAIN, ("instrument EIT", 1)),
        (Qt.Key.Key_Tab, PLAIN, ("part 1", 0)),
        (Qt.Key.Key_Backtab, SHIFT, ("instrument EIT", 1)),
        (Qt.Key.Key_Return, SHIFT, ("indicator 5", 1)),
    ]
    for key, modifiers, there in moves:
        press(tab.entry.table, key, modifiers)
        assert current_key(tab) == there
    go_to(tab, "indicator 10")
    press(tab.entry.table, Qt.Key.Key_Return)
    assert current_key(tab) == ("level", 0)


@pytest.mark.parametrize(
    ("key", "there"),
    [
        (Qt.Key.Key_Return, ("instrument EIT", 0)),
        (Qt.Key.Key_Down, ("instrument EIT", 0)),
        (Qt.Key.Key_Up, ("indicator 4", 0)),
        (Qt.Key.Key_Right, ("indicator 5", 1)),
        (Qt.Key.Key_Tab, ("indicator 5", 1)),
    ],
)
def test_that_the_keys_that_leave_a_cell_save_it(
    tab: ScoresTab, database: Database, window: QWidget, key: Qt.Key, there: tuple[str, int]
) -> None:
    window.activateWindow()
    go_to(tab, "indicator 5")
    press(write(tab, "85"), key)
    assert current_key(tab) == there
    found = stored(database)
    assert found is not None
    assert found.indicators == {"5": Decimal("85.00")}


def test_that_tab_leaves_the_grid_at_its_end(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    go_to(tab, "source", 1)
    press(tab.entry.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not tab.entry.table


def test_that_arrows_inside_a_text_move_the_cursor_first(tab: ScoresTab, window: QWidget) -> None:
    window.activateWindow()
    go_to(tab, "indicator 5")
    field = write(tab, "85")
    press(field, Qt.Key.Key_Left)
    assert tab.entry.table.editor() is field
    press(field, Qt.Key.Key_Right, ALT)
    assert tab.entry.table.editor() is field


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
    go_to(tab, "instrument OIT")
    write(tab, "70.38")
    # Seed 004: the total passes, OIT holds the level.
    assert "ผ่าน" in tab.entry.cards.level.accessibleName()
    assert "OIT ได้ 70.38" in tab.entry.cards.level.accessibleName()
    assert "OIT อีก 14.62" in tab.entry.cards.next_step.accessibleName()
    assert "92.70" in tab.entry.cards.next_step.accessibleName()
    found = stored(database)
    assert found is not None
    assert found.instruments == {}


def test_that_a_level_that_is_not_certain_is_not_guessed(tab: ScoresTab) -> None:
    enter(tab, "total", "90")
    assert "ยังสรุประดับไม่ได้" in tab.entry.cards.level.accessibleName()
    enter(tab, "total", "98.60")
    assert "ผ่านดีเยี่ยม" in tab.entry.cards.level.accessibleName()


def test_that_the_change_against_last_year_is_said_in_words(tab: ScoresTab) -> None:
    enter(tab, "total", "85.00")
    enter(tab, "total", "87.30", 1)
    assert tab.entry.cards.change.accessibleName() == "เทียบกับปี 2567 −2.30 ลดลง จากปีก่อน 87.30"


def test_that_empty_cells_show_what_follows_from_the_others(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["90"] * 8)
    assert text_of(tab, "instrument IIT") == "คำนวณ 90.00"
    assert look_of(tab, "instrument IIT").derived
    assert text_of(tab, "instrument OIT") == ""
    enter(tab, "total", "86")
    assert text_of(tab, "instrument OIT") == "คำนวณย้อน 80.00"
    assert stored(database) is not None
    assert stored(database).instruments == {}


def test_that_announced_and_computed_scores_that_differ_are_remarked(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["90"] * 10)
    assert tab.entry.warning.isHidden()
    enter(tab, "total", "91")
    assert "91.00" in tab.entry.warning.sentence
    assert "90.00" in tab.entry.warning.sentence


def test_that_weak_indicators_are_ranked_by_what_they_add_to_the_total(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["80", "90", "95", "95", "95", "90", "95", "95", "70.38", "96"])
    assert [line.split()[1] for line in tab.entry.insight.ranked()] == [
        "การเปิดเผยข้อมูล",
        "การปฏิบัติหน้าที่",
        "คุณภาพการดำเนินงาน",
        "การใช้งบประมาณ",
    ]
    assert tab.entry.insight.ranked()[0].endswith("▼ 70.38 +4.92")


def test_that_only_official_levels_of_the_year_are_offered(tab: ScoresTab, database: Database) -> None:
    choose_level(tab, 0, 2)
    found = stored(database)
    assert found is not None
    assert found.announced_level == "ผ่านดี"
    assert offered_levels(tab) == ["", "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]


def offered_levels(tab: ScoresTab) -> list[str]:
    tab.entry.table.edit(go_to(tab, "level"))
    box = tab.entry.table.editor()
    assert isinstance(box, LevelBox)
    return [box.itemData(n) for n in range(box.count())]


def test_that_years_before_2566_offer_letters(tab: ScoresTab) -> None:
    tab.context.years.choose(FiscalYear(2565))
    assert offered_levels(tab) == ["", "AA", "A", "B", "C", "D", "E", "F"]


def test_that_an_unofficial_level_is_kept_and_remarked(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, [], total=Decimal("99.73"), announced_level="ดีเยี่ยม")
    assert text_of(tab, "level") == "ดีเยี่ยม"
    assert look_of(tab, "level").tone is Tone.WARNING
    assert "ไม่ใช่ชื่อระดับ" in tab.entry.warning.sentence


def test_that_the_level_that_follows_stands_lightly_where_none_is_announced(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, ["96"] * 10)
    assert text_of(tab, "level") == "คำนวณ ผ่านดีเยี่ยม"
    assert look_of(tab, "level").derived


def test_that_a_date_outside_the_season_is_remarked_but_saved(tab: ScoresTab, database: Database) -> None:
    enter(tab, "announced_on", "๑๕ ส.ค. ๒๕๖๘")
    assert not problem_of(tab, "announced_on")
    enter(tab, "announced_on", "10/10/2568")
    found = stored(database)
    assert found is not None
    assert found.announced_on == date(2025, 10, 10)
    assert look_of(tab, "announced_on").tone is Tone.WARNING
    assert "ควรประกาศ" in tab.entry.warning.sentence


@pytest.mark.parametrize("typed", ["31 กุมภาพันธ์ 2568", "15/8/2025", "สิงหา"])
def test_that_a_wrong_date_stays_marked_and_unsaved(tab: ScoresTab, database: Database, typed: str) -> None:
    enter(tab, "announced_on", typed)
    tab.finish_editing()
    assert text_of(tab, "announced_on") == typed
    assert look_of(tab, "announced_on").tone is Tone.ERROR
    assert stored(database) is None
    tab.context.years.choose(FiscalYear(2568))
    tab.context.years.choose(FiscalYear(2569))
    assert text_of(tab, "announced_on") == typed
    assert tab.unsaved_work()


def test_that_the_source_is_saved_without_line_breaks(tab: ScoresTab, database: Database) -> None:
    enter(tab, "source", "รายงาน <ITA> & ผล")
    found = stored(database)
    assert found is not None
    assert found.source == "รายงาน <ITA> & ผล"


def test_that_an_unchecked_framework_is_marked(tab: ScoresTab) -> None:
    tab.context.years.choose(FiscalYear(2570))
    assert "2569" in tab.entry.unverified.sentence
    assert "ยังไม่ได้ตรวจสอบ" in tab.entry.unverified.sentence


def test_that_undo_and_redo_reach_back_to_no_record_at_all(tab: ScoresTab, database: Database) -> None:
    enter(tab, "indicator 9", "70.38")
    enter(tab, "indicator 9", "71")
    press(tab.entry.table, Qt.Key.Key_Z, CTRL)
    assert text_of(tab, "indicator 9") == "70.38"
    press(tab.entry.table, Qt.Key.Key_Z, CTRL)
    assert stored(database) is None
    assert text_of(tab, "indicator 9") == ""
    press(tab.entry.table, Qt.Key.Key_Y, CTRL)
    press(tab.entry.table, Qt.Key.Key_Y, CTRL)
    found = stored(database)
    assert found is not None
    assert found.indicators == {"9": Decimal("71.00")}


def test_that_undo_works_while_the_keyboard_types_thai(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    press(tab.entry.table, Qt.Key(ord("ผ")), CTRL, "ผ")
    assert stored(database) is None
    press(tab.entry.table, Qt.Key(ord("ั")), CTRL, "ั")
    assert stored(database) is not None


def test_that_undo_inside_a_cell_takes_back_typing_first(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    go_to(tab, "indicator 1")
    field = write(tab, "8")
    press(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("90.00")
    press(field, Qt.Key.Key_Z, CTRL)
    assert stored(database) is None


def test_that_escape_brings_the_stored_score_back(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    go_to(tab, "total")
    press(write(tab, "9x"), Qt.Key.Key_Escape)
    assert text_of(tab, "total") == "90.00"
    assert not problem_of(tab, "total")
    assert "90.00" in tab.entry.cards.total.accessibleName()


def test_that_a_step_of_another_year_is_shown_when_it_is_undone(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "90")
    tab.context.years.choose(FiscalYear(2567))
    press(tab, Qt.Key.Key_Z, CTRL)
    assert tab.context.years.plan_year == FiscalYear(2569)
    assert stored(database) is None


def test_that_typing_is_saved_to_its_own_year_when_the_year_changes(tab: ScoresTab, database: Database) -> None:
    go_to(tab, "total")
    write(tab, "88.70")
    tab.context.years.choose(FiscalYear(2567))
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("88.70")
    assert stored(database, Y2566) is None
    assert text_of(tab, "total") == ""


def test_that_text_that_cannot_be_read_waits_for_its_year(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "เก้าสิบ")
    tab.context.years.choose(FiscalYear(2567))
    assert text_of(tab, "total") == ""
    assert tab.unsaved_work()
    tab.context.years.choose(FiscalYear(2569))
    assert text_of(tab, "total") == "เก้าสิบ"
    assert problem_of(tab, "total")
    # One year further the same year stands in the other column.
    tab.context.years.choose(FiscalYear(2570))
    assert text_of(tab, "total", 1) == "เก้าสิบ"
    go_to(tab, "total", 1)
    press(tab.entry.table, Qt.Key.Key_Escape)
    tab.context.years.choose(FiscalYear(2567))
    assert not tab.unsaved_work()


def test_that_editing_wrong_text_again_begins_with_it(tab: ScoresTab, database: Database) -> None:
    enter(tab, "total", "8o.5")
    tab.finish_editing()
    tab.entry.table.edit(go_to(tab, "total"))
    field = tab.entry.table.editor()
    assert isinstance(field, QLineEdit)
    assert field.text() == "8o.5"
    press(write(tab, "80.5"), Qt.Key.Key_Return)
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("80.50")
    assert not tab.unsaved_work()


def test_that_a_change_elsewhere_does_not_take_typing_away(tab: ScoresTab, database: Database, window: QWidget) -> None:
    window.activateWindow()
    go_to(tab, "indicator 1")
    field = write(tab, "77.")
    record(database, Y2568, ["90", "80"])
    assert tab.entry.table.editor() is field
    assert field.text() == "77."
    assert text_of(tab, "indicator 2") == "80.00"


def test_that_a_score_that_cannot_be_stored_stays_typed_with_the_reason(
    tab: ScoresTab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    with monkeypatch.context() as patched:
        patched.setattr(assessments, "record_assessment", full)
        enter(tab, "total", "90")
    assert text_of(tab, "total") == "90.00"
    assert "ดิสก์เต็ม" in problem_of(tab, "total")
    tab.entry.table.edit(go_to(tab, "total"))
    press(keyboard(tab), Qt.Key.Key_Return)
    found = stored(database)
    assert found is not None
    assert found.total == Decimal("90.00")
    assert not problem_of(tab, "total")


def test_that_scores_are_shown_in_the_offices_digits(database: Database, say: RecordingSay, window: QWidget) -> None:
    record(database, Y2568, ["91.24"], total=Decimal("88.70"))
    tab = ScoresTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    tab.show()
    assert text_of(tab, "indicator 1") == "๙๑.๒๔"
    assert "๘๘.๗๐" in tab.entry.cards.total.accessibleName()
    assert "ปี ๒๕๖๘" in tab.entry.cards.total.accessibleName()


def test_that_every_cell_says_its_name(tab: ScoresTab, database: Database) -> None:
    model = tab.entry.table.scores

    def spoken(key: str, column: int) -> object:
        return model.index(model.row_of(key), column).data(Qt.ItemDataRole.AccessibleTextRole)

    record(database, Y2568, ["91.24"])
    assert spoken("instrument OIT", 1) == "คะแนน OIT ปี 2567"
    assert spoken("indicator 1", 0) == "ตัวชี้วัดที่ 1. การปฏิบัติหน้าที่ ปี 2568 91.24"
    tab.entry.table.edit(go_to(tab, "announced_on", 1))
    assert keyboard(tab).accessibleName() == "วันที่ประกาศ ปี 2567"


def test_that_pasting_a_novel_into_a_cell_only_marks_it(tab: ScoresTab, database: Database) -> None:
    go_to(tab, "total")
    QApplication.clipboard().setText("ก" * 50_000)
    press(tab.entry.table, Qt.Key.Key_V, CTRL)
    press(keyboard(tab), Qt.Key.Key_Return)
    tab.finish_editing()
    assert problem_of(tab, "total")
    assert stored(database) is None


@pytest.mark.parametrize("seed", range(6))
def test_that_undoing_everything_gives_the_file_as_it_was(tab: ScoresTab, database: Database, seed: int) -> None:
    record(database, Y2568, ["90", "80.5"], instruments={Instrument.EIT: Decimal("88.00")})
    chance = random.Random(seed)
    dumps = [database.read(assessments.list_assessments)]
    table = tab.entry.table
    table.scores.unfold(set(table.scores.foldable()))
    keys = [table.scores.row(n).key for n in range(table.scores.rowCount() - 3)]
    for _ in range(25):
        text = chance.choice(["", str(Decimal(chance.randrange(10_001)) / 100), "101", "๗๗.๕"])
        place = go_to(tab, chance.choice(keys), chance.randrange(2))
        if table.scores.cell(place) is None:
            continue
        enter(tab, table.scores.row(place.row()).key, text, place.column())
        dump = database.read(assessments.list_assessments)
        if dump != dumps[-1]:
            dumps.append(dump)
    tab.finish_editing()
    for dump in reversed(dumps[:-1]):
        press(tab, Qt.Key.Key_Z, CTRL)
        assert database.read(assessments.list_assessments) == dump
    for dump in dumps[1:]:
        press(tab, Qt.Key.Key_Y, CTRL)
        assert database.read(assessments.list_assessments) == dump


def test_that_level_day_and_source_are_undone_as_well(tab: ScoresTab, database: Database) -> None:
    choose_level(tab, 1, 3)
    enter(tab, "announced_on", "30 กรกฎาคม 2567", 1)
    enter(tab, "source", "ITAS", 1)
    found = stored(database, Y2567)
    assert found == Assessment(Y2567, announced_level="ผ่าน", announced_on=date(2024, 7, 30), source="ITAS")
    for expected in (("ผ่าน", "30 ก.ค. 67", ""), ("ผ่าน", "", ""), ("", "", "")):
        press(tab, Qt.Key.Key_Z, CTRL)
        assert tuple(text_of(tab, key, 1) for key in ("level", "announced_on", "source")) == expected
    assert stored(database, Y2567) is None


def test_that_the_tick_beside_a_score_says_that_it_was_saved(tab: ScoresTab) -> None:
    def has_tick(index: QModelIndex) -> bool:
        picture = tab.entry.table.viewport().grab(tab.entry.table.visualRect(index)).toImage()
        ink = {picture.pixelColor(x, y).name() for x in range(4, 20) for y in range(picture.height())}
        return theme.GOOD in ink

    index = go_to(tab, "total")
    assert not has_tick(index)
    enter(tab, "total", "90")
    assert has_tick(index)


def test_that_details_unfold_below_their_indicator_and_stay_so(tab: ScoresTab, database: Database) -> None:
    assert tab.entry.table.scores.row_of("detail o1") < 0
    go_to(tab, "indicator 9")
    press(tab.entry.table, Qt.Key.Key_Space)
    enter(tab, "detail o1", "100")
    found = stored(database)
    assert found is not None
    assert found.details == {"o1": Decimal("100.00")}
    tab.context.years.choose(FiscalYear(2568))
    assert tab.entry.table.scores.row_of("detail o1") > 0
    go_to(tab, "detail o1")
    press(tab.entry.table, Qt.Key.Key_Space)
    assert tab.entry.table.scores.row_of("detail o1") < 0
    assert current_key(tab)[0] == "indicator 9"


def test_that_an_item_is_entered_under_each_years_own_code(tab: ScoresTab, database: Database) -> None:
    press_space_on(tab, "indicator 10")
    assert look_of(tab, "detail o27", 1).own_code == "o34"
    enter(tab, "detail o27", "80")
    enter(tab, "detail o27", "70", 1)
    found, before = stored(database), stored(database, Y2567)
    assert found is not None
    assert before is not None
    assert (found.details, before.details) == ({"o27": Decimal("80.00")}, {"o34": Decimal("70.00")})


def press_space_on(tab: ScoresTab, key: str) -> None:
    go_to(tab, key)
    press(tab.entry.table, Qt.Key.Key_Space)


def test_that_both_parts_of_the_eit_are_entered_where_the_year_has_them(tab: ScoresTab, database: Database) -> None:
    enter(tab, "part 1", "88")
    enter(tab, "part 2", "77", 1)
    found, before = stored(database), stored(database, Y2567)
    assert found is not None
    assert before is not None
    assert (found.eit_parts, before.eit_parts) == ({1: Decimal("88.00")}, {2: Decimal("77.00")})
    tab.context.years.choose(FiscalYear(2565))
    assert tab.entry.table.scores.row_of("part 1") < 0


def test_that_ten_years_stand_side_by_side(tab: ScoresTab, database: Database) -> None:
    record(database, FiscalYear(2559), ["70"], total=Decimal("65"))
    tab.entry.years.setCurrentIndex(8)
    tab.entry.years.activated.emit(8)
    assert text_of(tab, "total", 9) == "65.00"
    enter(tab, "total", "66.5", 9)
    found = stored(database, FiscalYear(2559))
    assert found is not None
    assert found.total == Decimal("66.50")
    names = tab.entry.table.verticalHeader()
    tab.entry.table.horizontalScrollBar().setValue(tab.entry.table.horizontalScrollBar().maximum())
    assert names.isVisible()
    assert names.x() < tab.entry.table.viewport().x()


def test_that_seed_004_reads_what_holds_the_level(tab: ScoresTab, database: Database) -> None:
    seed = Path(__file__).parents[1] / "data" / "seeds" / "004_phochai.json"
    (announced,) = record_file.parse_record(seed.read_bytes()).assessments
    database.write(assessments.record_assessment, announced)
    assert text_of(tab, "instrument OIT") == "70.38"
    assert "OIT ได้ 70.38" in tab.entry.cards.level.accessibleName()
    assert "จึงได้ระดับผ่าน ไม่ใช่ผ่านดี" in tab.entry.cards.level.accessibleName()
    assert "ยก OIT เป็น 85.00 ได้คะแนนรวม 92.70" in tab.entry.cards.next_step.accessibleName()
    assert not problem_of(tab, "level")


def test_that_details_whose_mean_is_not_their_indicator_are_remarked_while_typing(
    tab: ScoresTab, database: Database
) -> None:
    record(database, Y2568, ["90"], details={"i1": Decimal("90"), "i2": Decimal("90")})
    press_space_on(tab, "indicator 1")
    assert not tab.entry.warning.sentence
    go_to(tab, "detail i3")
    write(tab, "60")
    assert "ค่าเฉลี่ยรายข้อได้ 80.00" in tab.entry.warning.sentence
    assert look_of(tab, "indicator 1").tone is Tone.WARNING


def test_that_an_eit_outside_its_parts_is_remarked(tab: ScoresTab, database: Database) -> None:
    record(database, Y2568, [], instruments={Instrument.EIT: Decimal("95")}, eit_parts={1: Decimal("80")})
    assert not tab.entry.warning.sentence
    enter(tab, "part 2", "90")
    assert "EIT ส่วนที่ 1" in tab.entry.warning.sentence


def test_that_unchecked_lists_are_said_once_they_are_in_sight(tab: ScoresTab) -> None:
    assert "จำนวนข้อคำถาม" not in tab.entry.unverified.sentence
    tab.entry.unfold.click()
    assert "จำนวนข้อคำถาม" in tab.entry.unverified.sentence
    model = tab.entry.table.scores
    names = {model.row(n).key: model.row(n) for n in range(model.rowCount())}
    assert names["detail o25"].label.endswith("*")
    assert not names["detail o1"].label.endswith("*")
    tab.entry.unfold.click()
    assert "จำนวนข้อคำถาม" not in tab.entry.unverified.sentence
