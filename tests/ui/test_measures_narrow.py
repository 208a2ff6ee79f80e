"""The measures tab on small screens: nothing is cut, and what is worked on has room."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from office_context import make_context
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.period import parse_period
from ita_desktop.services import measures, records
from ita_desktop.ui.measures.columns import INDICATOR, NUMBER, PERIOD, RESPONSIBLE, STATUS, TEXT
from ita_desktop.ui.measures.filter_fields import ChoiceBox, SearchField
from ita_desktop.ui.measures.measures_tab import MeasuresTab
from ita_desktop.ui.table_model import ProblemRole

YEAR = FiscalYear(2569)
NOW = datetime(2026, 4, 20, 9, 0).astimezone()
USUAL = {NUMBER, INDICATOR, TEXT, RESPONSIBLE, PERIOD, STATUS}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, catalog.sample_record())
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> MeasuresTab:
    made = MeasuresTab(make_context(database, say, window, now=NOW), window)
    window.resize(1366, 640)
    made.resize(1024, 560)
    made.show()
    settle()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def shown(tab: MeasuresTab) -> set[str]:
    return {c.key for n, c in enumerate(tab.model.columns) if not tab.table.isColumnHidden(n)}


def right_edge(widget: QWidget, tab: MeasuresTab) -> int:
    return widget.mapTo(tab, QPoint(widget.width(), 0)).x()


def test_that_beside_the_follow_up_the_text_keeps_its_room_and_nothing_scrolls_sideways(tab: MeasuresTab) -> None:
    assert shown(tab) == USUAL
    tab.side.toggle(tab.follow_up)
    settle()
    assert shown(tab) == {NUMBER, TEXT, STATUS}
    assert tab.follow_up.height() > tab.height() // 2
    assert tab.table.columnWidth(tab.model.column_of(TEXT)) > 300
    assert tab.table.horizontalScrollBar().maximum() == 0
    tab.side.toggle(tab.follow_up)
    settle()
    assert shown(tab) == USUAL
    assert not tab.table.own_widths


def test_that_a_wide_window_keeps_its_columns_beside_the_follow_up(tab: MeasuresTab) -> None:
    tab.resize(1366, 640)
    tab.side.toggle(tab.follow_up)
    settle()
    assert shown(tab) == USUAL
    assert tab.table.horizontalScrollBar().maximum() == 0


def test_that_a_remark_of_a_column_that_gave_way_stands_below_the_text(tab: MeasuresTab, database: Database) -> None:
    [first, *_] = database.read(measures.list_measures, YEAR)
    database.write(measures.save_measure, replace(first, period=parse_period("ทุกวันจันทร์", YEAR)))
    tab.side.toggle(tab.follow_up)
    settle()
    cell = tab.model.index(0, tab.model.column_of(TEXT))
    assert "เดือนแรกถึงเดือนสุดท้าย" in str(cell.data(ProblemRole))


def test_that_the_keyboard_never_stands_in_a_column_that_gave_way(tab: MeasuresTab) -> None:
    [first, *_] = tab.model.shown()
    tab.table.go_to(first.id, PERIOD, edit=True)
    tab.side.toggle(tab.follow_up)
    settle()
    assert tab.table.currentIndex().column() == tab.model.column_of(TEXT)
    assert tab.table.current() == first
    assert tab.table.open_editor() is None


def test_that_filters_have_a_row_of_their_own_when_asked_for_or_in_use(tab: MeasuresTab) -> None:
    filters = tab.filters
    assert not filters.choices.isVisible()
    filters.choose.click()
    settle()
    assert filters.choices.isVisible()
    assert filters.choices.y() > filters.search.y()
    filters.choose.click()
    settle()
    assert not filters.choices.isVisible()
    filters.show_due_soon()
    settle()
    assert filters.choices.isVisible()
    filters.clear()
    settle()
    assert not filters.choices.isVisible()


def test_that_a_wide_window_has_the_filters_in_one_row_and_they_come_and_go_with_the_width(tab: MeasuresTab) -> None:
    for width, is_wide in ((1366, True), (1024, False), (1366, True)):
        tab.resize(width, 640)
        settle()
        assert tab.filters.choices.isVisible() is is_wide
        assert tab.filters.choose.isVisible() is not is_wide
    assert abs(tab.filters.choices.y() - tab.filters.search.y()) < 3


@pytest.mark.parametrize("width", [1024, 1366])
def test_that_all_rows_end_at_one_edge_with_and_without_remarks(tab: MeasuresTab, width: int) -> None:
    tab.resize(width, 640)
    settle()
    edge = right_edge(tab.pages, tab)
    assert right_edge(tab.gaps.remarks, tab) == edge
    tab.gaps.show_gaps(0, (), tab.context.numerals())
    settle()
    assert right_edge(tab.filters.show_all, tab) == edge == right_edge(tab.actions_bar.follow_up, tab)


@pytest.mark.parametrize("width", [1024, 1366])
def test_that_no_button_moves_when_something_is_searched_for(tab: MeasuresTab, width: int) -> None:
    tab.resize(width, 640)
    settle()
    buttons = (tab.filters.show_all, tab.gaps.remarks, tab.actions_bar.add, tab.actions_bar.view)
    before = [button.mapToGlobal(QPoint()) for button in buttons]
    assert not tab.filters.show_all.isEnabled()
    tab.filters.search.setText("คู่มือ")
    settle()
    assert [button.mapToGlobal(QPoint()) for button in buttons] == before
    assert tab.filters.show_all.isEnabled()


def test_that_the_tab_fits_a_screen_of_1024_pixels(tab: MeasuresTab) -> None:
    tab.side.toggle(tab.panel)
    settle()
    assert tab.minimumSizeHint().width() <= 1024
    assert tab.width() == 1024


def test_that_a_choice_ends_in_dots_and_says_all_when_pointed_at(window: QWidget) -> None:
    box = ChoiceBox("กรองตามผู้รับผิดชอบ", window)
    box.addItem("กองสาธารณสุขและสิ่งแวดล้อม")
    box.resize(150, 40)
    assert box.shown_text().endswith("…")
    assert "กองสาธารณสุขและสิ่งแวดล้อม" in box.toolTip()
    box.resize(400, 40)
    assert box.shown_text() == "กองสาธารณสุขและสิ่งแวดล้อม"


def test_that_the_hint_of_a_search_is_never_cut(window: QWidget) -> None:
    field = SearchField("ค้นหา", "ค้นหาในทุกช่อง (Ctrl+F)", "ค้นหา", window)
    field.show()
    for width in (120, 160, 200, 240, 400):
        field.resize(width, 40)
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < width - 20
    assert field.placeholderText() == "ค้นหาในทุกช่อง (Ctrl+F)"


def test_that_the_count_says_less_before_it_is_cut(tab: MeasuresTab) -> None:
    bar = tab.actions_bar
    for shown_rows, of in ((300, 300), (123, 4567), (14, 14)):
        bar.show_count(shown_rows, of, tab.context.numerals())
        for width in (900, 960, 984, 1000, 1326):
            bar.resize(width, bar.height())
            settle()
            text = bar.count.text()
            assert bar.count.fontMetrics().horizontalAdvance(text) <= bar.count.width() or not text
    assert bar.count.text() == tab.context.numerals().show("14 มาตรการ")
