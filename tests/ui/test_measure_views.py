"""How the measures table is arranged, what it remembers, and changes of several rows at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget, QWidgetAction
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.topics import Topic
from ita_desktop.services import follow_ups, measures, meetings, office
from ita_desktop.ui.measures.columns import BUDGET, METHOD, OWNER, RESPONSIBLE, TEXT
from ita_desktop.ui.measures.line_editors import BudgetEditor
from ita_desktop.ui.measures.measures_tab import MeasuresTab
from ita_desktop.ui.measures.several_dialog import SeveralDialog
from ita_desktop.ui.measures.view_menu import BY_DIVISION, BY_INDICATOR, TableLook, look_text, parse_look
from ita_desktop.ui.settings import PcSettings

YEAR = FiscalYear(2569)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Five measures of two indicators and two divisions; the third is late."""
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT_MUNICIPALITY, "ตัวอย่าง"))
    first, second, *_ = [division.id for division in opened.read(office.list_divisions)]
    whole, past = parse_period("ตลอดปี", YEAR), parse_period("ต.ค. – พ.ย.", YEAR)
    rows = [("9", "หนึ่ง", second), ("1", "สอง", first), ("9", "สาม", second), ("1", "สี่", first), ("9", "ห้า", first)]
    given = [
        Measure(YEAR, code, actions=(text,), division_ids=(division,), period=past if text == "สาม" else whole)
        for code, text, division in rows
    ]
    opened.write(measures.save_measures, given)
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> MeasuresTab:
    return opened_tab(database, say, window, PcSettings(Path(database.path).with_name("settings.ini")))


def opened_tab(database: Database, say: RecordingSay, window: QWidget, settings: PcSettings) -> MeasuresTab:
    made = MeasuresTab(replace(make_context(database, say, window), views=settings.views), window)
    window.resize(1366, 700)
    made.resize(1366, 700)
    made.show()
    window.activateWindow()
    return made


def shown(tab: MeasuresTab) -> list[str]:
    return [measure.text for measure in tab.model.shown()]


def stored(database: Database) -> list[str]:
    return [measure.text for measure in database.read(measures.list_measures, YEAR)]


def bands(tab: MeasuresTab) -> list[str]:
    assert tab.table._name_group is not None
    rows = range(tab.model.rowCount())
    return [tab.table._name_group(tab.model.record(row)) for row in rows if tab.table.band_above(row)]


def stand_on(tab: MeasuresTab, text: str) -> None:
    tab.table.stand_on(tab.model.index(shown(tab).index(text), tab.model.column_of(TEXT)))


def several(tab: MeasuresTab, *texts: str) -> SeveralDialog:
    tab.table.select_measures([measure.id for measure in tab.model.shown() if measure.text in texts])
    tab.actions_bar.several.trigger()
    return tab.window().findChildren(SeveralDialog)[-1]


def test_that_groups_stand_together_below_their_name_and_counts(tab: MeasuresTab) -> None:
    tab.view_menu.groups[BY_INDICATOR].trigger()
    assert shown(tab) == ["สอง", "สี่", "หนึ่ง", "สาม", "ห้า"]
    assert bands(tab) == ["1. การปฏิบัติหน้าที่  ·  2 มาตรการ", "9. การเปิดเผยข้อมูล  ·  3 มาตรการ  ·  เลยกำหนด 1"]
    tab.view_menu.groups[BY_DIVISION].trigger()
    assert [band.split("  ·  ")[0] for band in bands(tab)] == ["สำนักปลัดเทศบาล", "กองคลัง"]
    tab.view_menu.groups[""].trigger()
    assert shown(tab) == ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า"]


def test_that_a_row_moves_inside_its_group_and_no_other_row_changes_its_turn(
    tab: MeasuresTab, database: Database, say: RecordingSay
) -> None:
    tab.view_menu.groups[BY_DIVISION].trigger()
    assert shown(tab) == ["สอง", "สี่", "ห้า", "หนึ่ง", "สาม"]
    stand_on(tab, "ห้า")
    tab.actions_bar.up.trigger()
    assert shown(tab) == ["สอง", "ห้า", "สี่", "หนึ่ง", "สาม"]
    assert stored(database) == ["หนึ่ง", "สอง", "สาม", "ห้า", "สี่"]
    stand_on(tab, "สี่")
    tab.actions_bar.down.trigger()
    assert stored(database) == ["หนึ่ง", "สอง", "สาม", "ห้า", "สี่"]
    assert "กลุ่มเดียวกัน" in say.told_sentences[-1]


def test_that_chosen_columns_widths_and_groups_come_back_with_the_next_window(
    tab: MeasuresTab, database: Database, say: RecordingSay, window: QWidget, tmp_path: Path
) -> None:
    tab.view_menu.columns[METHOD].trigger()
    tab.view_menu.columns[RESPONSIBLE].trigger()
    tab.view_menu.groups[BY_INDICATOR].trigger()
    tab.table.setColumnWidth(tab.model.column_of(METHOD), 321)
    again = opened_tab(database, say, window, PcSettings(tmp_path / "settings.ini"))
    assert again.table.is_shown(METHOD)
    assert not again.table.is_shown(RESPONSIBLE)
    assert again.table.columnWidth(again.model.column_of(METHOD)) == 321
    assert len(bands(again)) == 2
    again.view_menu.reset.trigger()
    assert again.table.is_shown(RESPONSIBLE)
    assert not again.table.is_shown(METHOD)


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"columns": 3}', '{"columns": ["x"], "widths": {"text": "wide"}}'])
def test_that_a_damaged_look_counts_as_none(kept: str) -> None:
    assert parse_look(kept) == TableLook()
    assert parse_look(look_text(TableLook(group=BY_DIVISION))).group == BY_DIVISION


def test_that_several_measures_change_in_one_step(tab: MeasuresTab, database: Database) -> None:
    before = database.read(measures.list_measures, YEAR)
    dialog = several(tab, "หนึ่ง", "สาม")
    assert not dialog.agree.isEnabled()
    dialog.monitoring.setFocus()
    type_text(dialog.monitoring, "ประชุมทุกไตรมาส")
    type_text(dialog.period, "ต.ค. 68 – มี.ค. 69")
    dialog.agree.click()
    changed = {m.text: m for m in database.read(measures.list_measures, YEAR)}
    assert {text for text, m in changed.items() if m.monitoring == "ประชุมทุกไตรมาส"} == {"หนึ่ง", "สาม"}
    assert changed["หนึ่ง"].period == parse_period("ต.ค. 68 – มี.ค. 69", YEAR)
    press(tab.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert database.read(measures.list_measures, YEAR) == before


def test_that_several_are_closed_only_where_each_has_its_result(
    tab: MeasuresTab, database: Database, say: RecordingSay
) -> None:
    one = database.read(measures.list_measures, YEAR)[0]
    entry = Progress(one.id, date(2026, 1, 10), MeasureStatus.DONE, result="ทำแล้ว")
    database.write(follow_ups.record_progress, entry)
    dialog = several(tab, "หนึ่ง", "สอง")
    dialog.status.setCurrentIndex(dialog.status.findData(MeasureStatus.DONE))
    dialog.status.activated.emit(dialog.status.currentIndex())
    dialog.agree.click()
    assert "“สอง”" in str(say.errors[-1])
    statuses = [measure.status for measure in database.read(measures.list_measures, YEAR)]
    assert statuses == [MeasureStatus.DONE] + [MeasureStatus.NOT_STARTED] * 4


def test_that_a_status_nobody_chose_is_not_taken(tab: MeasuresTab) -> None:
    dialog = several(tab, "หนึ่ง", "สอง")
    dialog.ticks["status"].setChecked(True)
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_that_f8_goes_to_what_should_be_looked_at(tab: MeasuresTab, database: Database) -> None:
    lone = Measure(YEAR, "2", actions=("ไม่มีใครทำ",), period=parse_period("ตลอดปี", YEAR))
    database.write(measures.save_measure, lone)
    tab.table.setFocus()
    stand_on(tab, "หนึ่ง")
    press(tab.table, Qt.Key.Key_F8)
    press(tab.table, Qt.Key.Key_F8)
    assert tab.table.current().text == "ไม่มีใครทำ"
    assert tab.table.currentIndex().column() == tab.model.column_of(RESPONSIBLE)
    press(tab.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert tab.table.current().text == "สาม"


def test_that_an_amount_that_cannot_be_read_waits_in_the_details(tab: MeasuresTab, say: RecordingSay) -> None:
    tab.view_menu.columns[BUDGET].trigger()
    tab.table.setFocus()
    tab.table.stand_on(tab.model.index(1, tab.model.column_of(BUDGET)))
    press(tab.table, Qt.Key.Key_F2)
    editor = tab.table.open_editor()
    assert isinstance(editor, BudgetEditor)
    type_text(editor.line, "ห้าพัน")
    tab.context.years.choose(YEAR + 1)
    assert "งบประมาณ" in tab.unsaved_work()
    tab.context.years.choose(YEAR)
    stand_on(tab, "สอง")
    tab.side.show_page(tab.panel)
    assert tab.panel.budget.text() == "ห้าพัน"
    assert tab.panel.budget.problem()


def test_that_the_details_name_the_meetings_behind_a_measure(tab: MeasuresTab, database: Database) -> None:
    one = database.read(measures.list_measures, YEAR)[0]
    item = AgendaItem(4, "มาตรการ", resolution="เห็นชอบ", measure_ids=(one.id,))
    held = Meeting(YEAR, "คณะ A & B", number=2, held_on=date(2026, 1, 12), agenda=(item,))
    database.write(meetings.save_meeting, held)
    tab.side.show_page(tab.panel)
    stand_on(tab, "หนึ่ง")
    (way,) = tab.panel.mentions.ways.values()
    # Two of them are how Qt is told to paint one.
    assert way.text() == "คณะ A && B ครั้งที่ 2/2569"
    assert way.toolTip() == "คณะ A & B ครั้งที่ 2/2569"
    stand_on(tab, "สอง")
    assert tab.panel.mentions.isHidden()
    assert tab.panel.mentions.ways == {}


def test_that_a_press_leads_to_the_meeting_behind_a_measure_in_whatever_year(
    tab: MeasuresTab, database: Database
) -> None:
    one = database.read(measures.list_measures, YEAR)[0]
    item = AgendaItem(3, "ติดตาม", resolution="เร่งรัด", measure_ids=(one.id,))
    held = [Meeting(year, "คณะทำงาน ITA", number=1, agenda=(item,)) for year in (YEAR, YEAR + 1)]
    now, later = [database.write(meetings.save_meeting, meeting) for meeting in held]
    asked: list[tuple[object, int]] = []
    tab.place_asked.connect(lambda topic, id_: asked.append((topic, id_)))
    tab.side.show_page(tab.panel)
    stand_on(tab, "หนึ่ง")
    tab.panel.mentions.ways[now.id].click()
    assert (asked[-1], tab.context.years.plan_year) == ((Topic.MEETINGS, now.id), YEAR)
    tab.panel.mentions.ways[later.id].click()
    assert (asked[-1], tab.context.years.plan_year) == ((Topic.MEETINGS, later.id), YEAR + 1)


def test_that_a_person_who_answers_is_seen_while_the_own_column_is_hidden(tab: MeasuresTab, database: Database) -> None:
    one = database.read(measures.list_measures, YEAR)[0]
    database.write(measures.save_measure, replace(one, owner="งานบุคคล"))
    cell = tab.model.index(0, tab.model.column_of(RESPONSIBLE))
    assert cell.data() == "กองคลัง\nงานบุคคล"
    tab.view_menu.columns[OWNER].trigger()
    assert cell.data() == "กองคลัง"


def test_that_the_view_menu_begins_with_a_head_and_the_keyboard_passes_heads_by(tab: MeasuresTab) -> None:
    menu = tab.view_menu
    menu.popup(tab.mapToGlobal(QPoint()))
    heads = [action for action in menu.actions() if isinstance(action, QWidgetAction)]
    labels = [head.defaultWidget() for head in heads]
    assert [label.text() for label in labels if isinstance(label, QLabel)] == ["จัดกลุ่ม", "คอลัมน์ที่แสดง"]
    assert menu.actions()[0] is heads[0]
    assert all(label.isVisible() and label.width() > label.fontMetrics().horizontalAdvance("จัดกลุ่ม") for label in labels)
    reached = []
    for _ in range(20):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        reached.append(menu.activeAction())
    assert not set(heads) & set(reached)
    assert set(menu.columns.values()) <= set(reached)
    menu.close()
