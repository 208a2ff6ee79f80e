"""The smaller parts of the measures tab: amounts, order, cell texts, lists, shortcuts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keys import CTRL, press, type_text
from office_context import make_context
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import UserError
from ita_desktop.services import measures, office
from ita_desktop.thai import words
from ita_desktop.thai.baht import format_baht, parse_baht
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.measures.cell_layout import Paragraph, lay_out
from ita_desktop.ui.measures.changes import moved_ids
from ita_desktop.ui.measures.list_editor import ChoiceEditor
from ita_desktop.ui.measures.measures_tab import MeasuresTab
from ita_desktop.ui.measures.text_editor import MeasureTextEditor

YEAR = FiscalYear(2569)
AFTER = date(2026, 10, 1)


@given(st.integers(0, 10**12 - 1), st.integers(0, 99), st.sampled_from(list(Numerals)))
def test_that_every_amount_reads_back_as_it_is_shown(baht: int, satang: int, numerals: Numerals) -> None:
    amount = Decimal(baht) + Decimal(satang) / 100
    assert parse_baht(format_baht(amount, numerals)) == amount


@pytest.mark.parametrize(
    ("typed", "amount"), [("๕๐,๐๐๐", "50000"), ("1500.5", "1500.5"), ("20,000 บาท", "20000"), ("๐", "0")]
)
def test_that_amounts_are_read_as_clerks_type_them(typed: str, amount: str) -> None:
    assert parse_baht(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["-5", "1,00", "1.234", "ห้าร้อย", "1e5", "", "9" * 40])
def test_that_other_texts_are_no_amounts(typed: str) -> None:
    with pytest.raises(UserError, match="อ่านจำนวนเงิน"):
        parse_baht(typed)


@given(st.lists(st.integers(), unique=True, max_size=8), st.data())
def test_that_moving_keeps_every_row_and_the_order_of_both_parts(ids: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True) if ids else st.just([]))
    before = data.draw(st.integers(0, len(ids)))
    moved = moved_ids(ids, chosen, before)
    assert sorted(moved) == sorted(ids)
    assert [i for i in moved if i in chosen] == [i for i in ids if i in chosen]
    assert [i for i in moved if i not in chosen] == [i for i in ids if i not in chosen]
    rest = [i for i in ids[:before] if i not in chosen]
    assert moved[: len(rest)] == rest


def test_that_a_cell_cuts_what_nobody_reads_in_a_cell(qapp: QApplication) -> None:
    font = QFont(theme.FAMILY, 13)
    short = lay_out((Paragraph("ทำคู่มือ", bold=True), Paragraph("ข้อหนึ่ง", bullet=True)), font, 300)
    assert len(short.parts) == 2
    long = lay_out((Paragraph("ประกาศผลคะแนน " * 4000, bullet=True), Paragraph("ท้าย")), font, 300)
    assert long.height < 20 * short.height
    assert "F2" in long.parts[-1][2].text
    many = lay_out(tuple(Paragraph(f"ข้อ {n}", bullet=True) for n in range(100)), font, 300)
    assert len(many.parts) < 20


def test_that_cells_break_lines_between_thai_words_on_every_system(qapp: QApplication) -> None:
    text = "ปรับปรุงเว็บไซต์ให้ประชาชนเข้าถึงข้อมูลข่าวสารได้สะดวก"
    layout = lay_out((Paragraph(text),), QFont(theme.FAMILY, 13), 150).parts[0][0]
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    broken = [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    assert len(broken) > 2
    assert all(piece.endswith("\u200b") for piece in broken[:-1])
    assert "".join(broken).replace("\u200b", "").replace("\u180e", "") == text


@pytest.mark.parametrize("width", range(70, 260, 6))
def test_that_no_cell_parts_a_word_that_the_own_list_keeps(qapp: QApplication, width: int) -> None:
    text = "จัดทำข้อมูลบริการฉบับอ่านง่าย ตัวอักษรใหญ่ บนเว็บไซต์ เรียกว่า “ตัวอักษรใหญ่”"
    [(layout, _, _)] = lay_out((Paragraph(text),), QApplication.font(), width).parts
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    shown = layout.text()
    for line in lines[1:]:
        before, after = shown[: line.textStart()], shown[line.textStart() :].lstrip("\u180e\u200b")
        assert not before.rstrip("\u180e\u200b ").endswith(("ตัว", "เว็บ", "“"))
        assert not after.startswith(("อักษร", "ไซต์"))


def test_that_a_cell_keeps_a_word_whole_as_soon_as_the_office_has_it(qapp: QApplication) -> None:
    def parts() -> list[str]:
        [(layout, _, _)] = lay_out((Paragraph("ปรับปรุงเว็บไซต์บ้านท่าตาลเจริญ"),), QApplication.font(), 90).parts
        return layout.text().replace("\u180e", "").split("\u200b")

    assert "เจริญ" in parts()
    words.set_own_words(["ท่าตาลเจริญ"])
    try:
        assert "ท่าตาลเจริญ" in parts()
    finally:
        words.set_own_words([])


def test_that_a_list_finds_numbers_typed_in_either_kind_of_digits(qtbot: object) -> None:
    editor = ChoiceEditor([("๑. ก", "1"), ("๓. ข", "3"), ("๔. ค", "4")], Numerals.THAI)
    editor.fill("1")
    editor.entries.keyboardSearch("4")
    assert editor.value() == "4"
    editor.fill("gone")
    assert editor.value() == "gone"


@pytest.fixture
def tab(tmp_path: Path, say: RecordingSay, window: QWidget) -> Iterator[MeasuresTab]:
    database = Database.open(tmp_path / "office.itadb")
    database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    database.write(measures.save_measure, Measure(YEAR, "1", actions=("งานแรก",)))
    made = MeasuresTab(make_context(database, say, window), window)
    made.resize(1200, 640)
    made.show()
    window.activateWindow()
    made.setFocus()
    yield made
    database.close()


def test_that_the_keyboard_alone_adds_finds_copies_and_shows_details(tab: MeasuresTab) -> None:
    QTest.keyClick(tab.table, Qt.Key.Key_D, CTRL)
    assert tab.model.rowCount() == 2
    QTest.keyClick(tab.table, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is tab.filters.search
    press(tab.filters.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is tab.table
    QTest.keyClick(tab.table, Qt.Key.Key_F4)
    assert tab.panel.isVisible()
    QTest.keyClick(tab.table, Qt.Key.Key_N, CTRL)
    assert isinstance(tab.table.open_editor(), MeasureTextEditor)


def test_that_every_shortcut_with_a_letter_has_its_thai_twin(tab: MeasuresTab) -> None:
    keys = {key.toString() for shortcut in tab.findChildren(QShortcut) for key in QShortcut.keys(shortcut)}
    assert {"Ctrl+N", "Ctrl+ื", "Ctrl+D", "Ctrl+ก", "Ctrl+F", "Ctrl+ด", "F4"} <= keys


def test_that_a_measure_is_turned_to_whatever_is_filtered_for(tab: MeasuresTab) -> None:
    tab.filters.search.setText("ไม่มีคำนี้")
    assert tab.model.rowCount() == 0
    wanted = tab.model.records()[0]
    tab.show_item(wanted.id)
    assert tab.table.current() == wanted


def test_that_every_status_has_its_own_words_and_is_painted(tab: MeasuresTab) -> None:
    column, measure = tab.model.column_of("status"), tab.model.record(0)
    seen = set()
    for status in MeasureStatus:
        tab.model.set_records([replace(measure, status=status)])
        picture = tab.table.grab().toImage()
        assert not picture.isNull()
        seen.add(str(tab.model.index(0, column).data()).split(" · ")[0])
    assert seen == {"ยังไม่เริ่ม", "กำลังดำเนินการ", "แล้วเสร็จ", "ไม่ได้ดำเนินการ"}
    rect = tab.table.visualRect(tab.model.index(0, column))
    colours = {picture.pixelColor(rect.x() + x, rect.y() + 60).name() for x in range(10, 40)}
    assert {theme.ERROR, theme.ERROR_PALE} & colours


def test_that_the_mouse_alone_chooses_a_status_and_saves_by_clicking_elsewhere(tab: MeasuresTab) -> None:
    tab.editing.add()
    press(tab.table.open_editor().bullets, Qt.Key.Key_Return, CTRL)
    place = tab.table.visualRect(tab.model.index(0, tab.model.column_of("status"))).center()
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = tab.table.open_editor()
    assert isinstance(editor, ChoiceEditor)
    entry = editor.entries.visualItemRect(editor.entries.item(1)).center()
    QTest.mouseClick(editor.entries.viewport(), Qt.MouseButton.LeftButton, pos=entry)
    assert tab.model.records()[0].status is MeasureStatus.IN_PROGRESS
    assert tab.table.open_editor() is None
    tab.table.go_to(tab.model.record(1).id, "period", edit=True)
    type_text(tab.table.open_editor().line, "ตลอดปี")
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.table.open_editor() is None
    assert tab.model.records()[1].period.is_read


def test_that_a_click_on_a_heading_sorts_and_a_third_one_brings_the_stored_order_back(tab: MeasuresTab) -> None:
    tab.editing.add()
    type_text(tab.table.open_editor().bullets, "กก่อน")
    press(tab.table.open_editor().bullets, Qt.Key.Key_Return, CTRL)
    header = tab.table.horizontalHeader()
    at = tab.table.columnViewportPosition(tab.model.column_of("text")) + 30
    place = QPoint(at, header.height() // 2)

    def shown() -> list[str]:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return [measure.text for measure in tab.model.shown()]

    assert shown() == ["กก่อน", "งานแรก"]
    assert shown() == ["งานแรก", "กก่อน"]
    assert not tab.model.in_stored_order
    shown()
    assert tab.model.in_stored_order
