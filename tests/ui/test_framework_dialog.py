"""The framework dialog over a real data file: seen, copied, edited, refused, taken, exported, imported, removed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from recording_say import RecordingSay

from ita_desktop import catalog
from ita_desktop.catalog.framework_file import read_framework_file
from ita_desktop.db.database import Database
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks, Instrument
from ita_desktop.services import assessments, framework_editions
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.framework_dialog import FrameworkDialog
from ita_desktop.ui.scores.framework_pages import IndicatorsPage, ItemsPage, LevelsPage, WeightsPage
from ita_desktop.ui.scores.framework_source import CHECKED, UNCHECKED
from ita_desktop.ui.widgets.scroll_page import ScrollPage

Y2568, Y2570 = FiscalYear(2568), FiscalYear(2570)
WEIGHTS, INDICATORS, LEVELS, ITEMS = range(4)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    yield opened
    opened.close()


def at_hand(database: Database) -> Frameworks:
    return catalog.load_frameworks(database.read(framework_editions.list_editions))


@pytest.fixture
def dialog(database: Database, say: RecordingSay, window: QWidget) -> FrameworkDialog:
    return opened(database, say, window)


def opened(
    database: Database, say: RecordingSay, window: QWidget, numerals: Numerals = Numerals.ARABIC
) -> FrameworkDialog:
    context = replace(make_context(database, say, window, numerals=numerals), frameworks=lambda: at_hand(database))
    window.resize(1366, 768)
    made = FrameworkDialog(context, window)
    made.open()
    return made


def weights(dialog: FrameworkDialog) -> WeightsPage:
    page = dialog.pages[WEIGHTS][0]
    assert isinstance(page, WeightsPage)
    return page


def indicators(dialog: FrameworkDialog) -> IndicatorsPage:
    page = dialog.pages[INDICATORS][0]
    assert isinstance(page, IndicatorsPage)
    return page


def levels(dialog: FrameworkDialog) -> LevelsPage:
    page = dialog.pages[LEVELS][0]
    assert isinstance(page, LevelsPage)
    return page


def items(dialog: FrameworkDialog) -> ItemsPage:
    page = dialog.pages[ITEMS][0]
    assert isinstance(page, ItemsPage)
    return page


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def type_cell(
    dialog: FrameworkDialog, page: LevelsPage | ItemsPage | IndicatorsPage, row: int, column: int, text: str
) -> None:
    """Open a cell's editor with F2 and type."""
    table = page.table.table
    dialog.tabs.setCurrentIndex([each for each, _ in dialog.pages].index(page))
    table.setCurrentCell(row, column)
    press(table, Qt.Key.Key_F2)
    (editor,) = (each for each in table.viewport().findChildren(QLineEdit) if each.isVisible())
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)
    # Qt takes the text when it comes back to its events.
    QApplication.processEvents()


def choose_year(dialog: FrameworkDialog, year: FiscalYear) -> None:
    index = dialog._index(year)
    dialog.years.setCurrentIndex(index)
    dialog.years.activated.emit(index)


@pytest.mark.parametrize("year", range(2561, 2570))
def test_that_every_shipped_framework_is_shown_whole_and_without_faults(dialog: FrameworkDialog, year: int) -> None:
    dialog.show_year(FiscalYear(year))
    shipped = catalog.load_frameworks().of(FiscalYear(year))
    draft = dialog.draft()
    for part in (
        "weights",
        "indicators",
        "levels",
        "pass_mark",
        "oit_items",
        "measures_item",
        "questions",
        "eit_parts",
    ):
        assert getattr(draft, part) == getattr(shipped, part)
    assert dict(draft.evidence).items() <= dict(shipped.evidence).items()
    assert dialog.faults() == ()
    assert dialog.problem.isHidden()


def test_that_sources_and_check_marks_are_told_in_words(dialog: FrameworkDialog) -> None:
    dialog.show_year(Y2568)
    shipped = catalog.load_frameworks().of(Y2568)
    for page, _ in dialog.pages:
        for line in page.sources:
            evidence = shipped.evidence.get(line.section)
            assert line.source.text() == (evidence.source if evidence else "")
            assert line.checked.text() == (CHECKED if evidence and evidence.verified else UNCHECKED)
    table = items(dialog).table.table
    assert table.item(0, 5).text() in {"ตรวจแล้ว", "ยังไม่ได้ตรวจ"}
    assert table.item(0, 2).text() == "9. การเปิดเผยข้อมูล"
    assert "ฉบับที่มากับโปรแกรม" in dialog.state.raw_text()
    assert dialog.go_back.isHidden()


def test_that_a_coming_year_starts_as_an_unchecked_copy_and_is_taken(
    dialog: FrameworkDialog, database: Database, say: RecordingSay
) -> None:
    choose_year(dialog, Y2570)
    assert "คัดลอกมาจากปี 2569" in dialog.state.raw_text()
    assert not any(evidence.verified for evidence in dialog.draft().evidence.values())
    assert not any(item.verified for item in dialog.draft().oit_items)
    retype(weights(dialog).weights[Instrument.IIT], "๒๕")
    retype(weights(dialog).weights[Instrument.OIT], "45")
    dialog.take.click()
    kept = at_hand(database).of(Y2570)
    assert kept.weights == {
        Instrument.IIT: Decimal("0.25"),
        Instrument.EIT: Decimal("0.3"),
        Instrument.OIT: Decimal("0.45"),
    }
    assert kept.oit_items[0].before == (kept.oit_items[0].code,)
    assert "2570" in say.told_sentences[-1]
    assert "หน่วยงานบันทึกเอง" in dialog.state.raw_text()
    assert not dialog.go_back.isHidden()


def test_that_weights_that_miss_100_are_said_beside_them_and_not_taken(
    dialog: FrameworkDialog, database: Database
) -> None:
    choose_year(dialog, Y2570)
    retype(weights(dialog).weights[Instrument.IIT], "25")
    assert "ร้อยละ 95" in weights(dialog).sum_note.sentence
    assert "(ต้องแก้ 1)" in dialog.tabs.tabText(WEIGHTS)
    dialog.tabs.setCurrentIndex(ITEMS)
    dialog.take.click()
    assert dialog.tabs.currentIndex() == WEIGHTS
    assert database.read(framework_editions.list_editions) == []
    assert not dialog.give.isEnabled()
    retype(weights(dialog).weights[Instrument.IIT], "30")
    assert weights(dialog).sum_note.sentence == ""
    assert dialog.tabs.tabText(WEIGHTS) == "น้ำหนักและจำนวนข้อ"


@pytest.mark.parametrize("typed", ["สามสิบ", "-5", "101", "1.234"])
def test_that_text_that_is_no_number_is_a_fault_and_stays(dialog: FrameworkDialog, typed: str) -> None:
    page = weights(dialog)
    retype(page.weights[Instrument.EIT], typed)
    assert page.weights[Instrument.EIT].text() == typed
    form, field = page.fields["weights", "EIT"]
    assert form.note(field).sentence
    assert any((fault.section, fault.key) == ("weights", "EIT") for fault in dialog.faults())
    retype(page.counts[Instrument.OIT], "ยี่สิบ")
    form, field = page.fields["questions", "OIT"]
    assert "จำนวนเต็ม" in form.note(field).sentence


def test_that_a_level_in_the_wrong_order_is_marked_in_its_row(dialog: FrameworkDialog, database: Database) -> None:
    page = levels(dialog)
    type_cell(dialog, page, 0, 1, "80")
    table = page.table.table
    row = next(n for n in range(table.rowCount()) if table.item(n, 4).text())
    assert "ต้องเรียง" in table.item(row, 4).text()
    assert table.item(row, 1).toolTip()
    assert not table.isColumnHidden(4)
    dialog.take.click()
    assert database.read(framework_editions.list_editions) == []


def test_that_level_rules_are_edited_with_thai_digits(dialog: FrameworkDialog, database: Database) -> None:
    choose_year(dialog, Y2570)
    page = levels(dialog)
    type_cell(dialog, page, 0, 1, "๙๖")
    type_cell(dialog, page, 0, 2, "90,5")
    dialog.take.click()
    level = at_hand(database).of(Y2570).levels[0]
    assert (level.total_min, level.instrument_min) == (Decimal(96), Decimal("90.5"))
    assert at_hand(database).of(Y2570).excellent_mark == Decimal(96)


def test_that_items_are_added_renamed_moved_and_removed(dialog: FrameworkDialog, database: Database) -> None:
    choose_year(dialog, Y2570)
    page = items(dialog)
    rows = page.table.table.rowCount()
    page.table.table.setCurrentCell(0, 1)
    page.table.add.click()
    assert page.table.table.rowCount() == rows + 1
    assert "ต้องกรอกชื่อข้อ" in page.table.table.item(1, 6).text()
    type_cell(dialog, page, 1, 0, "o99")
    type_cell(dialog, page, 1, 1, "ข้อใหม่ของปี")
    page.table.table.setCurrentCell(1, 0)
    page.table.down.click()
    page.table.table.setCurrentCell(0, 0)
    page.table.remove.click()
    codes = [item.code for item in dialog.draft().oit_items]
    assert codes[:3] == ["o2", "o99", "o3"]
    dialog.take.click()
    kept = at_hand(database).of(Y2570).oit_items
    assert [item.name for item in kept if item.code == "o99"] == ["ข้อใหม่ของปี"]


def test_that_an_item_s_indicator_is_chosen_in_words(dialog: FrameworkDialog) -> None:
    page = items(dialog)
    dialog.tabs.setCurrentIndex(ITEMS)
    table = page.table.table
    table.setCurrentCell(0, 2)
    press(table, Qt.Key.Key_F2)
    (box,) = table.viewport().findChildren(QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dialog.draft().oit_items[0].indicator_code == "10"
    assert table.item(0, 2).text() == "10. การป้องกันการทุจริต"


def test_that_a_renamed_indicator_is_offered_to_the_items(dialog: FrameworkDialog) -> None:
    choose_year(dialog, Y2570)
    type_cell(dialog, indicators(dialog), 8, 1, "ข้อมูลเปิด")
    assert items(dialog).table.table.item(0, 2).text() == "9. ข้อมูลเปิด"
    assert dialog.draft().indicators[8].before == "9"


def test_that_a_half_pair_is_said_beside_its_field(dialog: FrameworkDialog) -> None:
    page = items(dialog)
    page.report.setFocus()
    page.report.selectAll()
    press(page.report, Qt.Key.Key_Delete)
    form, field = page.fields["pair", "report"]
    assert form.note(field).sentence
    assert dialog.faults()


def test_that_a_missing_source_is_said_beside_it(dialog: FrameworkDialog) -> None:
    line = levels(dialog).sources[0]
    line.source.setFocus()
    line.source.selectAll()
    press(line.source, Qt.Key.Key_Delete)
    assert "แหล่งที่มา" in line.form.note(line.source).sentence
    assert "(ต้องแก้ 1)" in dialog.tabs.tabText(LEVELS)


def test_that_a_framework_goes_from_one_office_to_another_as_a_file(
    dialog: FrameworkDialog, database: Database, say: RecordingSay, window: QWidget, tmp_path: Path
) -> None:
    choose_year(dialog, Y2570)
    type_cell(dialog, items(dialog), 0, 1, "โครงสร้างใหม่")
    given = dialog.draft()
    dialog.give.click()
    assert say.suggested[-1].suffix == ".toml"
    path = tmp_path / say.suggested[-1].name
    say.choose_file(path)
    assert read_framework_file(path) == given
    other = Database.open(tmp_path / "other.itadb")
    receiver = opened(other, say, window)
    receiver.bring.click()
    say.choose_file(path)
    assert receiver.draft() == given
    assert "ยังไม่ได้บันทึก" in receiver.state.raw_text()
    assert other.read(framework_editions.list_editions) == []
    receiver.take.click()
    assert at_hand(other).of(Y2570) == given
    other.close()


@pytest.mark.parametrize("text", ["", "year = 2570", "not toml [", "\x00\xff"])
def test_that_a_bad_file_is_refused_with_a_sentence(
    dialog: FrameworkDialog, say: RecordingSay, tmp_path: Path, text: str
) -> None:
    before = dialog.draft()
    path = tmp_path / "กรอบ.toml"
    path.write_text(text, encoding="utf-8")
    dialog.bring.click()
    say.choose_file(path)
    assert "กรอบ.toml" in say.errors[-1]
    assert dialog.draft() == before


def test_that_a_file_that_cannot_be_written_is_told(dialog: FrameworkDialog, say: RecordingSay, tmp_path: Path) -> None:
    dialog.give.click()
    say.choose_file(tmp_path / "ไม่มี" / "กรอบ.toml")
    assert say.errors


def test_that_removing_the_own_edition_goes_back_to_the_shipped_one(
    dialog: FrameworkDialog, database: Database, say: RecordingSay
) -> None:
    dialog.show_year(Y2568)
    type_cell(dialog, indicators(dialog), 0, 1, "ชื่อของเราเอง")
    dialog.take.click()
    assert at_hand(database).of(Y2568).indicators[0].name == "ชื่อของเราเอง"
    dialog.go_back.click()
    assert say.danger
    say.yes()
    assert database.read(framework_editions.list_editions) == []
    assert dialog.draft().indicators[0].name == "การปฏิบัติหน้าที่"
    assert dialog.go_back.isHidden()


def test_that_edits_are_not_lost_unasked(dialog: FrameworkDialog, say: RecordingSay) -> None:
    type_cell(dialog, indicators(dialog), 0, 1, "กำลังแก้")
    choose_year(dialog, Y2570)
    assert say.danger
    assert dialog.draft().year == Y2568
    assert dialog.years.currentData() == Y2568
    say.yes()
    assert dialog.draft().year == Y2570
    asked = len(say.questions)
    choose_year(dialog, Y2568)
    assert len(say.questions) == asked
    press(dialog, Qt.Key.Key_Escape)
    assert len(say.questions) == asked
    assert dialog.isHidden()


def test_that_a_known_year_can_start_again_from_the_year_before(dialog: FrameworkDialog, say: RecordingSay) -> None:
    dialog.show_year(FiscalYear(2569))
    before: Framework = catalog.load_frameworks().of(Y2568)
    dialog.copy.click()
    assert dialog.draft().year == FiscalYear(2569)
    assert [item.name for item in dialog.draft().oit_items] == [item.name for item in before.oit_items]
    press(dialog, Qt.Key.Key_Escape)
    assert say.questions
    assert not dialog.isHidden()


def test_that_thai_digits_are_shown_and_read_back(database: Database, say: RecordingSay, window: QWidget) -> None:
    dialog = opened(database, say, window, Numerals.THAI)
    assert weights(dialog).weights[Instrument.OIT].text() == "๔๐"
    assert levels(dialog).table.table.item(0, 1).text() == "๙๕"
    assert dialog.faults() == ()
    assert dialog.draft().weights == at_hand(database).of(Y2568).weights


def test_that_the_page_follows_the_keyboard_down_a_long_table(dialog: FrameworkDialog) -> None:
    page = items(dialog)
    dialog.tabs.setCurrentIndex(ITEMS)
    QApplication.processEvents()
    table = page.table.table
    area = dialog.tabs.currentWidget()
    assert isinstance(area, ScrollPage)
    table.setFocus()
    table.setCurrentCell(0, 0)
    for _ in range(table.rowCount() - 1):
        press(table, Qt.Key.Key_Down)
    assert table.currentRow() == table.rowCount() - 1
    cell = table.visualItemRect(table.item(table.currentRow(), 0))
    seen = table.viewport().mapTo(area.viewport(), cell.center()).y()
    assert 0 <= seen <= area.viewport().height()
    assert area.verticalScrollBar().value() > 0


def test_that_kept_scores_that_would_no_longer_count_are_named_first(
    dialog: FrameworkDialog, database: Database, say: RecordingSay
) -> None:
    scores = {"1": Decimal("90.00"), "5": Decimal("80.00")}
    database.write(assessments.record_assessment, Assessment(Y2568, indicators=scores))
    dialog.show_year(Y2568)
    page = indicators(dialog)
    page.table.table.setCurrentCell(4, 0)
    page.table.remove.click()
    dialog.take.click()
    assert "ตัวชี้วัดที่ 5" in say.questions[-1]
    assert "ตัวชี้วัดที่ 1 " not in say.questions[-1]
    assert database.read(framework_editions.list_editions) == []
    say.yes()
    assert len(at_hand(database).of(Y2568).indicators) == 9
