"""The measures tab over a real data file: editing in place, adding, moving, finding, undoing."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from keys import ALT, CTRL, SHIFT, press, type_text
from office_context import make_context
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import Period, parse_period
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.services import assessments, follow_ups, measures, office, records
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.list_editor import ChoiceEditor, ResponsibleEditor
from ita_desktop.ui.measures.measures_tab import MeasuresTab
from ita_desktop.ui.measures.period_editor import PeriodEditor
from ita_desktop.ui.measures.text_editor import MeasureTextEditor
from ita_desktop.ui.table_model import BriefRole, ProblemRole
from ita_desktop.ui.widgets.mark_icon import Tone

YEAR = FiscalYear(2569)
SOME = (
    Measure(YEAR, "1", actions=("จัดทำคู่มือ",), period=parse_period("ตลอดปี", YEAR)),
    Measure(YEAR, "9", "เว็บไซต์", ("ปรับปรุงเว็บไซต์",), period=parse_period("ต.ค. – พ.ย.", YEAR)),
    Measure(YEAR, "4", actions=("ทำทะเบียนยืม", "ติดป้าย"), status=MeasureStatus.DONE),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง"))
    yield opened
    opened.close()


@pytest.fixture
def divisions(database: Database) -> list[int]:
    return [division.id for division in database.read(office.list_divisions)]


@pytest.fixture
def filled(database: Database, divisions: list[int]) -> list[Measure]:
    """Three measures: one of all divisions, one late of the second division, one done of nobody."""
    given = [
        replace(SOME[0], all_divisions=True),
        replace(SOME[1], division_ids=(divisions[1],)),
        SOME[2],
    ]
    return database.write(measures.save_measures, given)


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> MeasuresTab:
    made = MeasuresTab(make_context(database, say, window), window)
    window.resize(1366, 700)
    made.resize(1366, 700)
    made.show()
    window.activateWindow()
    return made


def stored(database: Database, year: FiscalYear = YEAR) -> list[Measure]:
    return database.read(measures.list_measures, year)


def dump(database: Database) -> OfficeRecord:
    return database.read(records.read_record)


def shown(tab: MeasuresTab) -> list[str]:
    return [measure.text.split("\n")[0] for measure in tab.model.shown()]


def open_editor(tab: MeasuresTab, row: int, key: str) -> CellEditor:
    tab.table.setFocus()
    tab.table.stand_on(tab.model.index(row, tab.model.column_of(key)))
    press(tab.table, Qt.Key.Key_F2)
    editor = tab.table.open_editor()
    assert editor is not None
    return editor


def text_editor(tab: MeasuresTab, row: int) -> MeasureTextEditor:
    editor = open_editor(tab, row, "text")
    assert isinstance(editor, MeasureTextEditor)
    return editor


def settle() -> None:
    """Let timers of no delay and deferred deletions run."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_a_text_is_edited_as_bullets_a_line_each(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = text_editor(tab, 2)
    assert editor.bullets.toPlainText() == "ทำทะเบียนยืม\nติดป้าย"
    press(editor.bullets, Qt.Key.Key_Return)
    type_text(editor.bullets, "- ประกาศ <ระเบียบ> & แจ้งเวียน")
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    assert tab.table.open_editor() is None
    assert stored(database)[2].actions == ("ทำทะเบียนยืม", "ติดป้าย", "ประกาศ <ระเบียบ> & แจ้งเวียน")


def test_that_a_title_is_edited_above_the_bullets(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    editor = text_editor(tab, 0)
    editor.title.setFocus()
    type_text(editor.title, "คู่มือกลาง")
    press(editor.title, Qt.Key.Key_Return)
    assert stored(database)[0].title == "คู่มือกลาง"
    assert stored(database)[0].actions == ("จัดทำคู่มือ",)


def test_that_escape_leaves_the_measure_as_it_was(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ขยะ")
    press(editor.bullets, Qt.Key.Key_Escape)
    assert tab.table.open_editor() is None
    assert stored(database) == filled
    assert QApplication.focusWidget() is tab.table


def test_that_tab_goes_on_to_the_next_cell_and_saves(
    filled: list[Measure], tab: MeasuresTab, database: Database, qtbot: object
) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ใหม่")
    press(editor.bullets, Qt.Key.Key_Tab)
    settle()
    assert stored(database)[0].actions == ("จัดทำคู่มือใหม่",)
    assert isinstance(tab.table.open_editor(), ResponsibleEditor)
    press(tab.table.open_editor().entries, Qt.Key.Key_Backtab, SHIFT)
    settle()
    assert isinstance(tab.table.open_editor(), MeasureTextEditor)


def test_that_typing_a_letter_on_a_cell_begins_to_edit_it(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    tab.table.setFocus()
    tab.table.stand_on(tab.model.index(0, tab.model.column_of("text")))
    type_text(tab.table, "ๆ")
    editor = tab.table.open_editor()
    assert isinstance(editor, MeasureTextEditor)
    assert editor.bullets.toPlainText() == "จัดทำคู่มือๆ"


def test_that_leaving_an_editor_saves_it(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ครบ")
    tab.filters.search.setFocus()
    assert stored(database)[0].actions == ("จัดทำคู่มือครบ",)


def test_that_the_indicator_is_chosen_from_the_frameworks_list(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = open_editor(tab, 0, "indicator")
    assert isinstance(editor, ChoiceEditor)
    assert editor.entries.count() == 11
    press(editor.entries, Qt.Key.Key_Down)
    press(editor.entries, Qt.Key.Key_Return)
    assert stored(database)[0].indicator_code == "2"


def test_that_divisions_are_ticked_with_the_space_bar(
    filled: list[Measure], tab: MeasuresTab, database: Database, divisions: list[int]
) -> None:
    editor = open_editor(tab, 0, "responsible")
    assert isinstance(editor, ResponsibleEditor)
    press(editor.entries, Qt.Key.Key_Space, text=" ")
    for _ in range(2):
        press(editor.entries, Qt.Key.Key_Down)
    press(editor.entries, Qt.Key.Key_Space, text=" ")
    press(editor.entries, Qt.Key.Key_Return)
    saved = stored(database)[0]
    assert (saved.all_divisions, saved.division_ids) == (False, (divisions[1],))
    assert tab.model.index(0, tab.model.column_of("responsible")).data() == "กองคลัง"


def test_that_the_status_is_chosen_and_shown_in_words(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = open_editor(tab, 0, "status")
    press(editor.entries, Qt.Key.Key_Down)
    press(editor.entries, Qt.Key.Key_Return)
    assert stored(database)[0].status is MeasureStatus.IN_PROGRESS
    assert tab.model.index(0, tab.model.column_of("status")).data() == "กำลังดำเนินการ"
    assert tab.model.index(1, tab.model.column_of("status")).data() == "ยังไม่เริ่ม · เลยกำหนด"


@pytest.mark.parametrize(
    ("typed", "first", "last", "problem"),
    [
        ("ต.ค.๖๘ – เม.ย.๖๙", Month(2568, 10), Month(2569, 4), ""),
        ("ต.ค. 69", Month(2569, 10), Month(2569, 10), "มีระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. 2569"),
        ("หลังสงกรานต์", None, None, "อ่านช่วงเวลานี้ไม่ได้"),
    ],
)
def test_that_a_period_is_typed_freely_and_doubts_are_said(
    filled: list[Measure],
    tab: MeasuresTab,
    database: Database,
    typed: str,
    first: Month | None,
    last: Month | None,
    problem: str,
) -> None:
    editor = open_editor(tab, 2, "period")
    assert isinstance(editor, PeriodEditor)
    type_text(editor.line, typed)
    assert (editor.note.tone is Tone.GOOD) == (not problem)
    press(editor.line, Qt.Key.Key_Return)
    assert stored(database)[2].period == Period(typed, first, last)
    cell = tab.model.index(2, tab.model.column_of("period"))
    assert str(cell.data(ProblemRole)).startswith(problem)
    assert bool(cell.data(ProblemRole)) == bool(problem)
    # The narrow cell shows a few words; all of them are read when it is pointed at.
    assert len(str(cell.data(BriefRole))) <= min(len(problem), 20)
    assert (cell.data(Qt.ItemDataRole.ToolTipRole) or "") == cell.data(ProblemRole)


def test_that_a_period_brought_by_an_import_survives_being_looked_at(tab: MeasuresTab, database: Database) -> None:
    odd = replace(SOME[0], period=Period("ทั้งปี (ยกเว้นช่วงเลือกตั้ง)", Month(2568, 10), Month(2569, 9)))
    before = database.write(measures.save_measure, odd)
    editor = open_editor(tab, 0, "period")
    press(editor.line, Qt.Key.Key_Return)
    assert stored(database) == [before]


def test_that_adding_begins_to_type_at_once_below_the_current_row(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    tab.table.stand_on(tab.model.index(0, 1))
    tab.editing.add()
    editor = tab.table.open_editor()
    assert isinstance(editor, MeasureTextEditor)
    assert QApplication.focusWidget() is editor.bullets
    type_text(editor.bullets, "งานใหม่")
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    assert shown(tab) == ["จัดทำคู่มือ", "งานใหม่", "เว็บไซต์", "ทำทะเบียนยืม"]
    press(tab.table, Qt.Key.Key_Z, CTRL)
    press(tab.table, Qt.Key.Key_Z, CTRL)
    assert stored(database) == filled


def test_that_escape_right_after_adding_adds_nothing(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    tab.editing.add()
    press(tab.table.open_editor().bullets, Qt.Key.Key_Escape)
    settle()
    assert stored(database) == filled


def test_that_a_new_measure_takes_over_what_is_filtered_for(
    filled: list[Measure], tab: MeasuresTab, divisions: list[int]
) -> None:
    tab.filters.indicator.setCurrentIndex(tab.filters.indicator.findData("4"))
    tab.filters.division.setCurrentIndex(tab.filters.division.findData(str(divisions[1])))
    tab.filters.search.setText("ยืม")
    tab.editing.add()
    added = tab.table.current()
    assert added is not None
    assert (added.indicator_code, added.division_ids) == ("4", (divisions[1],))
    assert tab.filters.search.text() == ""


def test_that_a_copy_stands_behind_its_original_not_started(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    tab.table.stand_on(tab.model.index(2, 1))
    tab.actions_bar.copy.trigger()
    assert shown(tab) == ["จัดทำคู่มือ", "เว็บไซต์", "ทำทะเบียนยืม", "ทำทะเบียนยืม"]
    copy = stored(database)[3]
    assert copy.status is MeasureStatus.NOT_STARTED
    assert copy.actions == filled[2].actions


def test_that_deleting_asks_nothing_and_undo_brings_all_back(
    filled: list[Measure], tab: MeasuresTab, database: Database, say: RecordingSay
) -> None:
    database.write(
        follow_ups.record_progress, Progress(filled[1].id, date(2026, 1, 5), MeasureStatus.IN_PROGRESS, 30, "เริ่มแล้ว")
    )
    before = dump(database)
    tab.table.setFocus()
    tab.table.stand_on(tab.model.index(1, 1))
    press(tab.table, Qt.Key.Key_Delete)
    assert shown(tab) == ["จัดทำคู่มือ", "ทำทะเบียนยืม"]
    assert say.questions == []
    assert "ลบ 1 มาตรการแล้ว" in say.told_sentences[-1]
    press(tab.table, Qt.Key.Key_Z, CTRL)
    assert dump(database) == before
    assert tab.table.current() is not None
    assert tab.table.current().id == filled[1].id


def test_that_rows_move_by_keys_and_buttons(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    before = dump(database)
    tab.table.setFocus()
    tab.table.stand_on(tab.model.index(2, 1))
    press(tab.table, Qt.Key.Key_Up, ALT)
    assert shown(tab) == ["จัดทำคู่มือ", "ทำทะเบียนยืม", "เว็บไซต์"]
    tab.actions_bar.up.trigger()
    assert shown(tab) == ["ทำทะเบียนยืม", "จัดทำคู่มือ", "เว็บไซต์"]
    tab.actions_bar.up.trigger()
    press(tab.table, Qt.Key.Key_Down, ALT)
    assert shown(tab) == ["จัดทำคู่มือ", "ทำทะเบียนยืม", "เว็บไซต์"]
    assert tab.table.current().id == filled[2].id
    for _ in range(3):
        press(tab.table, Qt.Key.Key_Z, CTRL)
    assert dump(database) == before


def test_that_rows_are_dragged_to_another_place(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    tab.table.stand_on(tab.model.index(0, 1))
    tab.table.dropped.emit(3)
    assert shown(tab) == ["เว็บไซต์", "ทำทะเบียนยืม", "จัดทำคู่มือ"]
    # A drop from another program moves nothing.
    mime = QMimeData()
    place = QPointF(QPoint(5, 5))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.MoveAction, mime, buttons, keys)
    tab.table.dropEvent(event)
    assert shown(tab) == ["เว็บไซต์", "ทำทะเบียนยืม", "จัดทำคู่มือ"]


def test_that_rows_do_not_move_while_they_are_sorted(
    filled: list[Measure], tab: MeasuresTab, database: Database, say: RecordingSay
) -> None:
    header = tab.table.horizontalHeader()
    header.setSortIndicator(tab.model.column_of("text"), Qt.SortOrder.AscendingOrder)
    assert shown(tab) == ["จัดทำคู่มือ", "ทำทะเบียนยืม", "เว็บไซต์"]
    tab.table.stand_on(tab.model.index(2, 1))
    press(tab.table, Qt.Key.Key_Up, ALT)
    assert stored(database) == filled
    assert say.told_sentences
    header.setSortIndicator(tab.model.column_of("number"), Qt.SortOrder.AscendingOrder)
    assert tab.model.in_stored_order
    assert shown(tab) == ["จัดทำคู่มือ", "เว็บไซต์", "ทำทะเบียนยืม"]


def test_that_a_search_looks_through_everything(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    database.write(measures.save_measure, replace(filled[0], monitoring="รายงานทุกไตรมาส"))
    type_text(tab.filters.search, "ไตรมาส")
    assert shown(tab) == ["จัดทำคู่มือ"]
    assert tab.actions_bar.count.text() == "1 จาก 3"
    press(tab.filters.search, Qt.Key.Key_Escape)
    type_text(tab.filters.search, "การเปิดเผย กองคลัง")
    assert shown(tab) == ["เว็บไซต์"]
    type_text(tab.filters.search, "zzz")
    assert tab.pages.currentWidget() is tab.nothing_found
    tab.nothing_found.button.click()
    assert tab.model.rowCount() == 3


def test_that_filters_narrow_by_indicator_division_and_status(
    filled: list[Measure], tab: MeasuresTab, divisions: list[int]
) -> None:
    tab.filters.division.setCurrentIndex(tab.filters.division.findData(str(divisions[1])))
    # Every division answers for the first one.
    assert shown(tab) == ["จัดทำคู่มือ", "เว็บไซต์"]
    tab.filters.indicator.setCurrentIndex(tab.filters.indicator.findData("9"))
    assert shown(tab) == ["เว็บไซต์"]
    tab.filters.clear()
    tab.filters.division.setCurrentIndex(tab.filters.division.findData("none"))
    assert shown(tab) == ["ทำทะเบียนยืม"]
    tab.filters.show_late()
    assert shown(tab) == ["เว็บไซต์"]
    tab.filters.status.setCurrentIndex(tab.filters.status.findData("done"))
    assert shown(tab) == ["ทำทะเบียนยืม"]


def test_that_the_strip_says_what_is_late_and_what_is_lacking(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    scores = {"4": Decimal("70.00"), "7": Decimal("80.00"), "8": Decimal("85.00")}
    database.write(assessments.record_assessment, Assessment(FiscalYear(2568), scores))
    assert tab.strip.late.text() == "เลยกำหนด 1"
    assert [button.text() for button in tab.strip.divisions.shown()] == ["กองคลัง 1"]
    assert tab.gaps.unanswered.text() == "ต่ำกว่าเกณฑ์ ยังไม่มีมาตรการ 1"
    assert tab.gaps.unanswered.toolTip() == "ตัวชี้วัดที่ 7. ประสิทธิภาพการสื่อสาร ได้ 80.00 ต่ำกว่า 85 แต่ยังไม่มีมาตรการ"
    tab.strip.late.click()
    assert shown(tab) == ["เว็บไซต์"]


def test_that_an_empty_year_says_what_to_do(tab: MeasuresTab, database: Database) -> None:
    assert tab.pages.currentWidget() is tab.empty
    tab.empty.button.click()
    assert len(stored(database)) == 1
    assert isinstance(tab.table.open_editor(), MeasureTextEditor)


def test_that_details_are_saved_field_by_field(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    tab.actions_bar.details.setChecked(True)
    tab.table.stand_on(tab.model.index(1, 1))
    panel = tab.panel
    assert panel.title.raw_text() == "มาตรการที่ 2 · 9. การเปิดเผยข้อมูล"
    panel.texts["method"].setFocus()
    type_text(panel.texts["method"], "ทำทีละหน้า")
    press(panel.texts["method"], Qt.Key.Key_Return)
    type_text(panel.texts["method"], "ตรวจซ้ำ")
    panel.budget.setFocus()
    type_text(panel.budget, "๕๐,๐๐๐.๕๐ บาท")
    panel.lines["owner"].setFocus()
    saved = stored(database)[1]
    assert saved.method == "ทำทีละหน้า\nตรวจซ้ำ"
    assert saved.budget == Decimal("50000.50")
    assert panel.budget.text() == "50,000.50"
    press(tab.table, Qt.Key.Key_Z, CTRL)
    press(tab.table, Qt.Key.Key_Z, CTRL)
    assert stored(database) == filled
    assert panel.texts["method"].toPlainText() == ""


def test_that_a_wrong_amount_stays_marked(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    tab.actions_bar.details.setChecked(True)
    tab.panel.budget.setFocus()
    type_text(tab.panel.budget, "ห้าพัน")
    tab.panel.lines["owner"].setFocus()
    assert tab.panel.budget.text() == "ห้าพัน"
    assert tab.panel.note.tone is Tone.ERROR
    assert stored(database) == filled
    assert tab.unsaved_work()
    tab.table.stand_on(tab.model.index(1, 1))
    assert tab.panel.budget.text() == ""
    assert tab.unsaved_work()
    tab.table.stand_on(tab.model.index(0, 1))
    assert tab.panel.budget.text() == "ห้าพัน"
    tab.panel.budget.setText("5000")
    tab.panel.budget.commit()
    assert stored(database)[0].budget == Decimal(5000)
    assert not tab.unsaved_work()


def test_that_details_typed_are_saved_to_the_measure_they_were_typed_for(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    tab.actions_bar.details.setChecked(True)
    tab.table.stand_on(tab.model.index(0, 1))
    tab.panel.texts["monitoring"].setFocus()
    type_text(tab.panel.texts["monitoring"], "ทุกเดือน")
    tab.table.stand_on(tab.model.index(2, 1))
    assert [measure.monitoring for measure in stored(database)] == ["ทุกเดือน", "", ""]
    assert tab.panel.texts["monitoring"].toPlainText() == ""


def test_that_switching_year_with_an_open_editor_saves_to_its_own_year(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ฉบับปรับปรุง")
    tab.context.years.choose(FiscalYear(2570))
    assert stored(database)[0].actions == ("จัดทำคู่มือฉบับปรับปรุง",)
    assert stored(database, FiscalYear(2570)) == []
    assert tab.pages.currentWidget() is tab.empty
    press(tab, Qt.Key.Key_Z, CTRL)
    assert tab.context.years.plan_year == YEAR
    assert stored(database) == filled


def test_that_a_change_elsewhere_does_not_take_typing_away(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, " ฉบับใหม่")
    database.write(measures.save_measure, replace(filled[0], status=MeasureStatus.DONE, owner="ปลัด"))
    assert tab.table.open_editor() is editor
    assert editor.bullets.toPlainText() == "จัดทำคู่มือ ฉบับใหม่"
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    saved = stored(database)[0]
    assert (saved.actions, saved.status, saved.owner) == (("จัดทำคู่มือ ฉบับใหม่",), MeasureStatus.DONE, "ปลัด")


def test_that_undo_leaves_alone_what_was_changed_elsewhere_meanwhile(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "กลาง")
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    follow_up = Progress(filled[0].id, date(2026, 1, 10), MeasureStatus.DONE, 100, "เสร็จ")
    database.write(follow_ups.record_progress, follow_up)
    press(tab.table, Qt.Key.Key_Z, CTRL)
    assert stored(database)[0].actions == ("จัดทำคู่มือ",)
    assert stored(database)[0].status is MeasureStatus.DONE


def test_that_an_edit_that_cannot_be_stored_keeps_its_editor_open(
    filled: list[Measure], tab: MeasuresTab, database: Database, say: RecordingSay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ๆ")
    with monkeypatch.context() as patched:
        patched.setattr(measures, "save_measures", full)
        press(editor.bullets, Qt.Key.Key_Return, CTRL)
    assert say.errors == ["ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองใหม่"]
    assert tab.table.open_editor() is editor
    assert stored(database) == filled
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    assert tab.table.open_editor() is None
    assert stored(database)[0].actions == ("จัดทำคู่มือๆ",)


def test_that_undo_of_an_edit_to_a_measure_deleted_elsewhere_says_so(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    editor = text_editor(tab, 0)
    type_text(editor.bullets, "ๆ")
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    database.write(measures.remove_measures, [filled[0].id])
    with pytest.raises(UserError, match="ถูกลบไปแล้ว"):
        tab.editing.undo()
    # The step is still there: once the measure is back it can be undone.
    assert tab._history.undo_words


def test_that_fifty_thousand_pasted_characters_are_taken_and_drawn_at_once(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    novel = ("ข้อมูลที่หน่วยงานต้องประกาศเผยแพร่อย่างละเอียด " * 1100)[:50_000]
    editor = text_editor(tab, 0)
    editor.bullets.selectAll()
    QGuiApplication.clipboard().setText(novel)
    press(editor.bullets, Qt.Key.Key_V, CTRL)
    type_text(editor.bullets, "จบ")
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    settle()
    tab.grab()
    assert stored(database)[0].actions == (" ".join(novel.split()) + "จบ",)
    assert tab.table.rowHeight(0) < tab.height()


def test_that_pasted_bullets_become_bullets(filled: list[Measure], tab: MeasuresTab, database: Database) -> None:
    editor = text_editor(tab, 0)
    editor.bullets.selectAll()
    QGuiApplication.clipboard().setText("• จัดประชุม\u200b\r\n•\u00a0ทำคู่มือ\n\n- แจ้งเวียน")
    press(editor.bullets, Qt.Key.Key_V, CTRL)
    press(editor.bullets, Qt.Key.Key_Return, CTRL)
    assert stored(database)[0].actions == ("จัดประชุม", "ทำคู่มือ", "แจ้งเวียน")


def test_that_the_sample_office_is_shown_whole(tmp_path: Path, say: RecordingSay, window: QWidget) -> None:
    database = Database.open(tmp_path / "sample.itadb")
    record = catalog.sample_record()
    database.write(records.write_record, record)
    tab = MeasuresTab(make_context(database, say, window), window)
    tab.resize(1366, 700)
    tab.show()
    settle()
    year = [measure for measure in record.measures if measure.plan_year == YEAR]
    assert [measure.actions for measure in tab.model.shown()] == [measure.actions for measure in year]
    assert not tab.grab().isNull()
    database.close()


@pytest.mark.parametrize("seed", range(2))
def test_that_undoing_everything_gives_the_file_as_it_was(
    filled: list[Measure], tab: MeasuresTab, database: Database, divisions: list[int], seed: int
) -> None:
    chance = random.Random(seed)
    dumps = [dump(database)]

    def edit() -> None:
        if not tab.model.rowCount():
            return
        row = chance.randrange(tab.model.rowCount())
        key, value = chance.choice(
            [
                ("indicator", chance.choice(["", "3", "10"])),
                ("period", chance.choice(["ตลอดปี", "เมื่อว่าง", "ไตรมาส ๒", ""])),
                ("status", chance.choice([status for status in MeasureStatus if status.is_open])),
            ]
        )
        tab.model.setData(tab.model.index(row, tab.model.column_of(key)), value)

    def on_selected(work: str) -> None:
        if tab.model.rowCount():
            tab.table.stand_on(tab.model.index(chance.randrange(tab.model.rowCount()), 1))
            if work == "move":
                tab.table.dropped.emit(chance.randrange(tab.model.rowCount() + 1))
            else:
                {"copy": tab.editing.copy, "remove": tab.editing.remove, "add": tab.editing.add}[work]()
                tab.finish_editing()

    def add() -> None:
        tab.editing.add()
        tab.finish_editing()

    steps = [edit, edit, edit, add, *[lambda w=w: on_selected(w) for w in ("copy", "remove", "move", "move", "add")]]
    while len(dumps) < 61:
        chance.choice(steps)()
        if dump(database) != dumps[-1]:
            dumps.append(dump(database))
    for earlier in reversed(dumps[:-1]):
        press(tab, Qt.Key.Key_Z, CTRL)
        assert dump(database) == earlier
    assert stored(database) == filled
    for later in dumps[1:]:
        press(tab, Qt.Key.Key_Y, CTRL)
        assert dump(database) == later


def test_that_ten_thousand_measures_open_search_and_scroll(
    database: Database, say: RecordingSay, window: QWidget
) -> None:
    texts = [(n, (f"มาตรการที่ {n} ของเทศบาล",)) for n in range(1, 10_001)]
    many = [replace(SOME[n % 3], actions=text, position=n, id=n) for n, text in texts]
    database.write(measures.add_measures, many)
    tab = MeasuresTab(make_context(database, say, window), window)
    tab.resize(1366, 700)
    tab.show()
    settle()
    tab.filters.search.setText("9999")
    assert tab.model.rowCount() == 1
    tab.filters.search.clear()
    tab.table.scrollToBottom()
    settle()
    tab.grab()
    assert tab.table.rowAt(tab.table.viewport().height() - 1) == len(many) - 1


def test_that_a_measure_far_down_among_long_texts_stays_in_sight(tab: MeasuresTab, database: Database) -> None:
    long = tuple(f"แนวทางที่ {n} ซึ่งมีรายละเอียดมากพอให้กินสองบรรทัดในช่องที่แคบ" for n in range(6))
    made = database.write(measures.save_measures, [Measure(YEAR, "1", actions=long) for _ in range(30)])
    tab.refresh()
    for place in (29, 3, 17):
        tab.show_item(made[place].id)
        settle()
        row = tab.table.visualRect(tab.table.currentIndex())
        assert row.top() >= 0
        assert row.bottom() <= tab.table.viewport().height()


def test_that_a_filter_for_a_division_that_is_gone_is_dropped(
    filled: list[Measure], tab: MeasuresTab, database: Database, divisions: list[int]
) -> None:
    tab.filters.division.setCurrentIndex(tab.filters.division.findData(str(divisions[4])))
    assert shown(tab) == ["จัดทำคู่มือ"]
    database.write(office.remove_division, divisions[4])
    assert shown(tab) == ["จัดทำคู่มือ", "เว็บไซต์", "ทำทะเบียนยืม"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("indicator", ["จัดทำคู่มือ", "ทำทะเบียนยืม", "เว็บไซต์"]),
        ("responsible", ["ทำทะเบียนยืม", "เว็บไซต์", "จัดทำคู่มือ"]),
        ("period", ["เว็บไซต์", "จัดทำคู่มือ", "ทำทะเบียนยืม"]),
        ("status", ["เว็บไซต์", "จัดทำคู่มือ", "ทำทะเบียนยืม"]),
    ],
)
def test_that_every_column_sorts_by_its_meaning(
    filled: list[Measure], tab: MeasuresTab, key: str, expected: list[str]
) -> None:
    tab.table.horizontalHeader().setSortIndicator(tab.model.column_of(key), Qt.SortOrder.AscendingOrder)
    assert shown(tab) == expected


def test_that_a_row_dropped_between_two_others_stays_there(
    filled: list[Measure], tab: MeasuresTab, database: Database
) -> None:
    class OwnDrop(QDropEvent):
        """A drop that began in the table."""

        def source(self) -> QWidget:
            return tab.table

    def drop(y: int) -> None:
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        tab.table.dropEvent(OwnDrop(QPointF(100, y), move, QMimeData(), left, Qt.KeyboardModifier.NoModifier))

    tab.table.stand_on(tab.model.index(0, 1))
    drop(tab.table.rowViewportPosition(2) + 3)
    assert shown(tab) == ["เว็บไซต์", "จัดทำคู่มือ", "ทำทะเบียนยืม"]
    drop(tab.table.viewport().height() - 3)
    assert shown(tab) == ["เว็บไซต์", "ทำทะเบียนยืม", "จัดทำคู่มือ"]
    assert [measure.position for measure in stored(database)] == [1, 2, 3]
    tab.filters.search.setText("ทำ")
    drop(0)
    assert [measure.id for measure in stored(database)] == [filled[1].id, filled[2].id, filled[0].id]


def test_that_an_indicator_that_the_framework_does_not_know_is_shown_as_it_is(
    tab: MeasuresTab, database: Database
) -> None:
    database.write(measures.save_measure, Measure(YEAR, "11", actions=("งานพิเศษ",)))
    assert tab.model.index(0, tab.model.column_of("indicator")).data() == "ตัวชี้วัดที่ 11"
    tab.table.horizontalHeader().setSortIndicator(tab.model.column_of("indicator"), Qt.SortOrder.AscendingOrder)
    assert shown(tab) == ["งานพิเศษ"]


def test_that_an_unread_amount_goes_with_its_measure(filled: list[Measure], tab: MeasuresTab) -> None:
    tab.actions_bar.details.setChecked(True)
    tab.panel.budget.setFocus()
    type_text(tab.panel.budget, "ห้าพัน")
    tab.finish_editing()
    assert tab.unsaved_work()
    tab.table.setFocus()
    press(tab.table, Qt.Key.Key_Delete)
    assert not tab.unsaved_work()
