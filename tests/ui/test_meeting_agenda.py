"""Writing under agenda items: keyed wordings, the clock, tables, what is done, and measures made from resolutions."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import ALT, press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop.catalog import load_meeting_presets, sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Meeting, MeetingStatus
from ita_desktop.domain.meeting_presets import in_years
from ita_desktop.domain.resolutions import MeasurePart
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meetings, office, records, resolutions
from ita_desktop.thai.digits import Numerals, to_thai
from ita_desktop.ui.meetings.agenda_body import AgendaBody
from ita_desktop.ui.meetings.agenda_measures import measure_words
from ita_desktop.ui.meetings.measure_change_dialog import MeasureChangeDialog
from ita_desktop.ui.meetings.measure_made import NO_CHANGE, NO_MEASURES, NO_RESOLUTION, measure_of
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab

YEAR = FiscalYear(2569)
TASK = AgendaItem(
    4,
    "การเปิดเผยข้อมูล",
    resolution="เห็นชอบ และมอบหมายสำนักปลัดเทศบาล ปรับปรุงเว็บไซต์",
    owner="สำนักปลัดเทศบาล",
    due=date(2026, 3, 31),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, sample_record())
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> MeetingsTab:
    made = MeetingsTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    window.resize(1366, 640)
    made.resize(1366, 640)
    made.show()
    return made


def keep(database: Database, *items: AgendaItem, status: MeetingStatus = MeetingStatus.DRAFT) -> Meeting:
    held_on = date(2026, 1, 12)
    return database.write(
        meetings.save_meeting, Meeting(YEAR, name="คณะทำงานเว็บไซต์", held_on=held_on, agenda=items, status=status)
    )


def stored(database: Database, meeting: Meeting) -> Meeting:
    return database.read(meetings.get_meeting, meeting.id)


def body_of(tab: MeetingsTab, meeting: Meeting, position: int = 0) -> AgendaBody:
    """Go to the meeting's agenda with one item open."""
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    panel = list(tab.form.agenda.panels.values())[position]
    panel.set_open(True)
    assert panel.body is not None
    return panel.body


@pytest.mark.parametrize("key", [Qt.Key.Key_2, ord("/")], ids=["latin", "kedmanee"])
def test_that_a_key_puts_a_wording_at_the_cursor(tab: MeetingsTab, database: Database, key: int) -> None:
    body = body_of(tab, keep(database, AgendaItem(4, "เรื่อง", resolution="ก่อน หลัง")))
    cursor = body.resolution.textCursor()
    cursor.setPosition(len("ก่อน "))
    body.resolution.setTextCursor(cursor)
    press(body.resolution, Qt.Key(key), ALT)
    menu = body.phrases.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    (second,) = [action.text().partition("\t")[0] for action in menu.actions() if action.text().endswith("Alt+2")]
    assert body.resolution.toPlainText() == f"ก่อน {second}หลัง"


def test_that_a_wording_behind_other_words_is_parted_from_them(tab: MeetingsTab, database: Database) -> None:
    body = body_of(tab, keep(database, AgendaItem(4, "เรื่อง")))
    for phrase in ("ที่ประชุมรับทราบ", "และมอบหมาย…"):
        body.resolution.insert_phrase(phrase)
    type_text(body.resolution, "กองคลัง")
    assert body.resolution.text() == "ที่ประชุมรับทราบ และมอบหมายกองคลัง"


def test_that_a_key_means_the_same_wording_in_every_item(tab: MeetingsTab, database: Database) -> None:
    presets = load_meeting_presets()
    made_for = next(item for item in presets.presets[0].items if item.phrases)
    agenda = (AgendaItem(made_for.section, in_years(made_for.title, YEAR)), AgendaItem(5, "เรื่องอื่น"))
    meeting = keep(database, *agenda)
    for position in (0, 1):
        body = body_of(tab, meeting, position)
        press(body.resolution, Qt.Key.Key_1, ALT)
        assert body.resolution.text() == "รับทราบ"


def test_that_the_gap_of_a_wording_is_selected_for_typing(tab: MeetingsTab, database: Database) -> None:
    body = body_of(tab, keep(database, AgendaItem(4, "เรื่อง")))
    body.resolution.insert_phrase("ให้แล้วเสร็จภายใน… และรายงาน…")
    type_text(body.resolution, "วันศุกร์")
    assert body.resolution.text() == "ให้แล้วเสร็จภายในวันศุกร์ และรายงาน…"


def test_that_wordings_made_for_the_item_head_the_menu(tab: MeetingsTab, database: Database) -> None:
    presets = load_meeting_presets()
    made_for = next(item for item in presets.presets[0].items if item.phrases)
    title = in_years(made_for.title, YEAR)
    body = body_of(tab, keep(database, AgendaItem(made_for.section, title)))
    menu = body.phrases.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    offered = [action.text().partition("\t")[0] for action in menu.actions() if action.isEnabled()]
    first = [to_thai(in_years(phrase, YEAR)) for phrase in made_for.phrases]
    assert offered[: len(first)] == first
    assert {to_thai(phrase) for phrase in presets.general_phrases} == set(offered[len(first) :])
    assert len(set(offered)) == len(offered)
    keys = [action.text().partition("\t")[2] for action in menu.actions() if action.isEnabled()]
    assert keys[: len(first)] == [f"Alt+{n}" for n in (8, 9)][: len(first)]
    assert keys[len(first) :] == [f"Alt+{n}" for n in range(1, 8)]


def test_that_the_clock_is_stamped_at_the_cursor_in_the_offices_digits(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง", discussion="พักประชุม"))
    body = body_of(tab, meeting)
    body.discussion.moveCursor(body.discussion.textCursor().MoveOperation.End)
    press(body.discussion, Qt.Key.Key_F5)
    assert body.discussion.toPlainText() == "พักประชุม เวลา ๑๔.๓๒ น. "
    press(body.facts, Qt.Key.Key_F5)
    assert body.facts.text() == "เวลา ๑๔.๓๒ น."
    tab.finish_editing()
    assert stored(database, meeting).agenda[0].discussion == "พักประชุม เวลา ๑๔.๓๒ น."


def test_that_tables_are_ticked_under_the_facts(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง", tables=(AgendaTable.MEASURES,)))
    body = body_of(tab, meeting)
    body.tables.boxes[AgendaTable.SCORES].click()
    assert stored(database, meeting).agenda[0].tables == (AgendaTable.MEASURES, AgendaTable.SCORES)
    body.tables.boxes[AgendaTable.MEASURES].click()
    assert stored(database, meeting).agenda[0].tables == (AgendaTable.SCORES,)
    tab.undo()
    assert stored(database, meeting).agenda[0].tables == (AgendaTable.MEASURES, AgendaTable.SCORES)
    assert body_of(tab, meeting).tables.boxes[AgendaTable.MEASURES].isChecked()


@pytest.mark.parametrize("status", MeetingStatus)
def test_that_a_resolution_is_noted_as_done_in_certified_minutes_too(
    tab: MeetingsTab, database: Database, status: MeetingStatus
) -> None:
    meeting = keep(database, TASK, status=status)
    body = body_of(tab, meeting)
    assert body.done.isEnabled()
    type_text(body.done, "20 ก.พ. 2569")
    press(body.done, Qt.Key.Key_Return)
    assert stored(database, meeting) == replace(meeting, agenda=(replace(TASK, done_on=date(2026, 2, 20)),))


def test_that_the_rest_of_certified_minutes_can_only_be_read(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, TASK, status=MeetingStatus.CERTIFIED)
    body = body_of(tab, meeting)
    press(body.resolution, Qt.Key.Key_1, ALT)
    press(body.resolution, Qt.Key.Key_F5)
    type_text(body.resolution, "ไม่")
    assert body.resolution.isReadOnly()
    for button in (body.phrases, body.make_measure, body.measures, *body.tables.boxes.values(), tab.form.agenda.carry):
        assert not button.isEnabled()
    assert not tab.form.closing.closing.isReadOnly()
    assert not tab.form.invitation.number.isReadOnly()
    tab.finish_editing()
    assert stored(database, meeting) == meeting


def test_that_a_wrong_day_of_certified_minutes_is_kept_as_a_draft(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, TASK, status=MeetingStatus.CERTIFIED)
    body = body_of(tab, meeting)
    type_text(body.done, "31 ก.พ. 2569")
    press(body.done, Qt.Key.Key_Return)
    tab.finish_editing()
    assert tab.unsaved_work() == ""
    assert tab.kept_work()
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    again = body_of(tab, meeting)
    assert again.done.text() == "31 ก.พ. 2569"
    assert again.done.problem()


def test_that_a_resolution_becomes_a_measure_and_back_in_one_step(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, TASK)
    before = database.read(measures.list_measures, YEAR)
    body = body_of(tab, meeting)
    body.make_measure.click()
    (made,) = [one for one in database.read(measures.list_measures, YEAR) if one not in before]
    divisions = database.read(office.list_divisions)
    expected = measure_of(meeting, 0, divisions)
    assert (made.title, made.actions, made.period) == (expected.title, expected.actions, expected.period)
    assert made.division_ids == tuple(one.id for one in divisions if one.name == TASK.owner)
    assert stored(database, meeting).agenda[0].measure_ids == (made.id,)
    assert [place.meeting.id for place in database.read(resolutions.resolutions_of, made.id)] == [meeting.id]
    assert list(body.linked.ways) == [made.id]
    tab.undo()
    assert database.read(measures.list_measures, YEAR) == before
    assert stored(database, meeting).agenda[0].measure_ids == ()
    tab.redo()
    assert stored(database, meeting).agenda[0].measure_ids == (made.id,)
    assert database.read(measures.find_measures, [made.id]) == [made]


def test_that_typing_is_kept_before_a_measure_is_made_of_it(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง"))
    body = body_of(tab, meeting)
    type_text(body.resolution, "มอบหมายกองคลัง จัดทำคู่มือ")
    body.make_measure.click()
    (link,) = stored(database, meeting).agenda[0].measure_ids
    (made,) = database.read(measures.find_measures, [link])
    assert "จัดทำคู่มือ" in made.text
    tab.undo()
    assert stored(database, meeting).agenda[0].resolution == "มอบหมายกองคลัง จัดทำคู่มือ"


def test_that_nothing_is_made_where_nothing_was_resolved(database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง"))
    with pytest.raises(UserError) as caught:
        measure_of(meeting, 0, ())
    assert caught.value.sentence == NO_RESOLUTION


def test_that_a_resolution_changes_a_measure_in_the_parts_that_are_ticked(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, TASK)
    before = database.read(measures.list_measures, YEAR)
    body = body_of(tab, meeting)
    body.change_measure.click()
    (dialog,) = tab.findChildren(MeasureChangeDialog)
    dialog.choice.setCurrentIndex(1)
    dialog.ticks[MeasurePart.RESPONSIBLE].setChecked(False)
    press(dialog.choice, Qt.Key.Key_Return)
    (changed,) = [one for one in database.read(measures.list_measures, YEAR) if one not in before]
    old = next(one for one in before if one.id == changed.id)
    assert old == before[1]
    assert changed.actions == (*old.actions, *measure_of(meeting, 0, ()).actions)
    assert changed.division_ids == old.division_ids
    assert changed.period.last == measure_of(meeting, 0, ()).period.last
    assert stored(database, meeting).agenda[0].measure_ids == (changed.id,)
    assert list(body.linked.ways) == [changed.id]
    tab.undo()
    assert database.read(measures.list_measures, YEAR) == before
    assert stored(database, meeting) == meeting
    tab.redo()
    assert changed in database.read(measures.list_measures, YEAR)
    assert stored(database, meeting).agenda[0].measure_ids == (changed.id,)


def test_that_measures_named_by_the_item_are_offered_first_and_nothing_new_is_told(
    tab: MeetingsTab, database: Database
) -> None:
    last = database.read(measures.list_measures, YEAR)[-1]
    body = body_of(tab, keep(database, AgendaItem(4, "เรื่อง", resolution=last.actions[0], measure_ids=(last.id,))))
    body.change_measure.click()
    (dialog,) = tab.findChildren(MeasureChangeDialog)
    assert dialog.choice.currentText() == to_thai(measure_words(last))
    assert not dialog.agree.isEnabled()
    assert not any(tick.isEnabled() for tick in dialog.ticks.values())


@pytest.mark.parametrize("with_measures", [True, False])
def test_that_it_is_told_what_is_missing_before_a_measure_can_be_changed(
    tab: MeetingsTab, database: Database, with_measures: bool
) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง") if with_measures else TASK)
    if not with_measures:
        database.write(measures.remove_measures, [one.id for one in database.read(measures.list_measures, YEAR)])
    body_of(tab, meeting)
    with pytest.raises(UserError) as caught:
        tab.measures.change(next(iter(tab.form.agenda.panels)))
    assert caught.value.sentence == (NO_CHANGE if with_measures else NO_MEASURES)


def test_that_the_way_leads_to_the_measure(tab: MeetingsTab, database: Database) -> None:
    known = database.read(measures.list_measures, YEAR)[2]
    body = body_of(tab, keep(database, replace(TASK, measure_ids=(known.id,))))
    asked: list[tuple[Topic, int]] = []
    tab.place_asked.connect(lambda topic, id_: asked.append((topic, id_)))
    body.linked.ways[known.id].click()
    assert asked == [(Topic.MEASURES, known.id)]


def test_that_open_matters_come_into_agenda_three_in_one_step(
    tab: MeetingsTab, database: Database, say: RecordingSay
) -> None:
    keep(database, TASK)
    later = replace(keep(database), held_on=date(2026, 2, 12))
    database.write(meetings.save_meeting, later)
    tab.show_item(later.id)
    tab.form.show_page(tab.form.agenda)
    assert tab.form.agenda.carry.text() == "นำเรื่องค้างเข้าวาระ ๓"
    tab.form.agenda.carry.click()
    carried = stored(database, later).items(3)
    assert any(TASK.title in item.title for item in carried)
    tab.form.agenda.carry.click()
    assert stored(database, later).items(3) == carried
    assert "ไม่มีเรื่องค้าง" in say.told_sentences[-1]
    tab.undo()
    assert stored(database, later).items(3) == ()


def test_that_text_of_word_is_pasted_plain_into_an_item(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง"))
    body = body_of(tab, meeting)
    QApplication.clipboard().setText("หัวข้อ\r\n\uf0b7\tข้อหนึ่ง\r\nก\tข")
    body.facts.paste()
    tab.finish_editing()
    assert stored(database, meeting).agenda[0].facts == "หัวข้อ\n• ข้อหนึ่ง\nก\tข"
