"""The meetings tab over a real data file: everything typed is kept, whatever the clerk does next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import CTRL, SHIFT, press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Committee, CommitteeKind, Meeting, MeetingStatus, Presence
from ita_desktop.domain.office import MeetingNumbering, Office, OfficeKind
from ita_desktop.errors import UserError
from ita_desktop.services import measures, meetings, minutes_drafts, minutes_versions, office, records
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings import autosave
from ita_desktop.ui.meetings.committee_dialog import CommitteeDialog, kind_of
from ita_desktop.ui.meetings.correction_dialog import CorrectionDialog
from ita_desktop.ui.meetings.head_page import END_BEFORE_START
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.meetings.pick_dialog import PickDialog
from ita_desktop.ui.widgets.choice_line import ChoiceLine

YEAR = FiscalYear(2569)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(records.write_record, sample_record())
    yield opened
    opened.close()


@pytest.fixture
def tab(database: Database, say: RecordingSay, window: QWidget) -> MeetingsTab:
    return shown(database, say, window)


def shown(database: Database, say: RecordingSay, window: QWidget) -> MeetingsTab:
    made = MeetingsTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    window.resize(1366, 640)
    made.resize(1366, 640)
    made.show()
    return made


def stored(database: Database) -> list[Meeting]:
    return database.read(meetings.list_meetings, YEAR)


def open_meeting(tab: MeetingsTab) -> Meeting:
    """Go to the one meeting of the sample whose minutes are still open."""
    meeting = next(m for m in tab.list.records.shown() if m.status is not MeetingStatus.CERTIFIED)
    tab.show_item(meeting.id)
    return tab.context.database.read(meetings.get_meeting, meeting.id)


def write_resolution(tab: MeetingsTab, text: str) -> None:
    """Type into the resolution of the first item."""
    tab.form.show_page(tab.form.agenda)
    panel = next(iter(tab.form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    panel.body.resolution.setFocus()
    type_text(panel.body.resolution, text)


def test_that_the_list_shows_the_years_meetings_and_the_form_the_chosen_one(tab: MeetingsTab) -> None:
    shown_ones = tab.list.records.shown()[::-1]
    assert len(shown_ones) == 4
    assert [one.number for one in shown_ones] == [1, 2, 3, 4]
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    assert tab.form.head.held_on.value() == shown_ones[0].held_on
    assert tab.form.head.place.text() == shown_ones[0].place


def test_that_the_list_tells_what_each_meeting_was_about_and_the_committee_only_among_several(
    tab: MeetingsTab, database: Database
) -> None:
    newest = stored(database)[-1]
    row = tab.list.records.index(0, 0)
    assert newest.subject
    assert row.data().split("\n")[2] == tab.context.numerals().show(newest.subject)
    database.write(meetings.save_meeting, replace(newest, name="คณะทำงานอื่น", committee_id=None))
    assert tab.list.records.index(0, 0).data().endswith("คณะทำงานอื่น")
    tab.add_from_last()
    assert tab.list.currentIndex().row() == 0
    tab.context.years.choose(YEAR + 5)
    assert not tab.remove.isEnabled()


def test_that_a_proposed_number_follows_the_day_into_another_year_in_one_step(
    tab: MeetingsTab, database: Database
) -> None:
    kept = database.read(office.find_office)
    assert kept is not None
    database.write(office.save_office, replace(kept, meeting_numbering=MeetingNumbering.CALENDAR_YEAR))
    tab.context.years.choose(YEAR + 1)
    tab.add_from_last()
    (made,) = database.read(meetings.list_meetings, YEAR + 1)
    assert made.number == 1
    type_text(tab.form.head.held_on, "28 ธ.ค. 2569")
    press(tab.form.head.held_on, Qt.Key.Key_Return)
    (dated,) = database.read(meetings.list_meetings, YEAR + 1)
    assert dated.held_on == date(2026, 12, 28)
    assert dated.number == 1 + max(m.number or 0 for m in stored(database) if m.held_on and m.held_on.year == 2026)
    assert tab.form.head.number.line.value() == dated.number
    tab.undo()
    assert database.read(meetings.list_meetings, YEAR + 1) == [made]


def test_that_meetings_of_the_next_year_certify_and_number_this_ones(tab: MeetingsTab, database: Database) -> None:
    last = stored(database)[-1]
    later = replace(last, plan_year=YEAR + 1, number=1, held_on=date(2026, 10, 20), status=MeetingStatus.DRAFT, id=0)
    later = database.write(meetings.save_meeting, replace(later, attendances=(), agenda=(), certified_by_id=None))
    tab.show_item(last.id)
    assert later.id in [wanted.certified_by_id for _, wanted in tab.form.status.choices()]
    tab.add_from_last()
    number = max(meeting.number or 0 for meeting in stored(database))
    type_text(tab.form.head.held_on, "27 ต.ค. 2569")
    press(tab.form.head.held_on, Qt.Key.Key_Return)
    # In October the numbers of the next fiscal year have begun.
    assert tab.form.head.number.line.value() == 2 != number


def test_that_typing_is_saved_by_itself_when_it_pauses(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ก" * 3)
    assert database.read(meetings.get_meeting, meeting.id).agenda[0].resolution == meeting.agenda[0].resolution
    qtbot.waitUntil(
        lambda: "กกก" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution,
        timeout=autosave.LATEST + 500,
    )


def test_that_typing_without_a_pause_is_saved_all_the_same(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ข")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    for _ in range(12):
        qtbot.wait(autosave.PAUSE // 4)
        type_text(panel.body.resolution, "ข")
    assert "ขข" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution


@pytest.mark.parametrize("leave", ["meeting", "tab", "year"])
def test_that_typing_is_saved_before_anything_else_is_shown(tab: MeetingsTab, database: Database, leave: str) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ยังพิมพ์อยู่")
    if leave == "meeting":
        tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
        assert tab.list.currentIndex().row() == tab.list.records.rowCount() - 1
        assert tab.form.head.number.line.value() == 1
    elif leave == "tab":
        tab.finish_editing()
    else:
        tab.context.years.choose(YEAR - 1)
    assert "ยังพิมพ์อยู่" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution


def test_that_a_line_half_typed_is_taken_when_the_tab_is_left(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    tab.form.head.place.selectAll()
    type_text(tab.form.head.place, "ศาลาประชาคม")
    tab.finish_editing()
    assert database.read(meetings.get_meeting, meeting.id).place == "ศาลาประชาคม"


def test_that_what_was_typed_is_there_after_the_file_is_opened_again(
    tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget
) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "มติใหม่ & <ครบ>")
    tab.finish_editing()
    again = Database.open(database.path)
    try:
        other = shown(again, say, window)
        other.show_item(meeting.id)
        texts = [panel.item().resolution for panel in other.form.agenda.panels.values()]
        assert "มติใหม่ & <ครบ>" in texts[0]
    finally:
        again.close()


def test_that_saving_leaves_the_cursor_where_it_is(tab: MeetingsTab) -> None:
    open_meeting(tab)
    write_resolution(tab, "หนึ่งสองสาม")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    cursor = panel.body.resolution.textCursor()
    cursor.setPosition(4)
    panel.body.resolution.setTextCursor(cursor)
    assert tab.keeping.save()
    assert panel.body.resolution.textCursor().position() == 4


def test_that_text_that_cannot_be_read_waits_at_its_meeting(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    tab.form.head.held_on.selectAll()
    type_text(tab.form.head.held_on, "31 ก.พ. 2569")
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    assert tab.form.head.held_on.problem() == ""
    tab.show_item(meeting.id)
    assert tab.form.head.held_on.text() == "31 ก.พ. 2569"
    assert tab.form.head.held_on.problem()
    assert tab.unsaved_work() == ""
    assert "จะกลับมาเมื่อเปิดการประชุมนั้นอีกครั้ง" in tab.kept_work()
    assert database.read(meetings.get_meeting, meeting.id).held_on == meeting.held_on


def test_that_a_failed_save_keeps_the_typing_says_why_and_is_tried_again(
    tab: MeetingsTab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ห้ามหาย")
    full = "พื้นที่ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง"

    def refuse(*_: object, **__: object) -> None:
        raise UserError(full)

    with monkeypatch.context() as broken:
        broken.setattr(tab.context.database, "write", refuse)
        assert not tab.keeping.save()
        assert full in tab.problem.sentence
        tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
        assert tab.list.currentIndex().data().startswith("ครั้งที่ ๔")
        tab.refresh()
        panel = next(iter(tab.form.agenda.panels.values()))
        assert "ห้ามหาย" in panel.item().resolution
        assert tab.unsaved_work()
    tab.retry_now.click()
    assert tab.problem.isHidden()
    assert tab.unsaved_work() == ""
    assert "ห้ามหาย" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution


def test_that_a_new_meeting_takes_people_and_place_of_the_last_one(tab: MeetingsTab, database: Database) -> None:
    last = stored(database)[-1]
    tab.setFocus()
    tab.add_from_last()
    new = stored(database)[-1]
    assert new.id != last.id
    assert (new.name, new.place, new.number) == (last.name, last.place, (last.number or 0) + 1)
    assert len(new.attendances) == len(last.attendances)
    assert new.agenda[1].title.startswith("รับรองรายงานการประชุม ครั้งที่ ๔/๒๕๖๙")
    assert tab.form.head.number.line.value() == new.number


def test_that_the_shortcuts_make_meetings(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    with qtbot.waitActive(tab.window()):
        tab.window().activateWindow()
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_N, CTRL | SHIFT)
    assert len(stored(database)) == 5
    assert stored(database)[-1].place == ""
    QTest.keyClick(tab.list, Qt.Key.Key_N, CTRL)
    assert len(stored(database)) == 6


def test_that_an_empty_year_begins_with_one_press(tmp_path: Path, say: RecordingSay, window: QWidget) -> None:
    empty = Database.open(tmp_path / "new.itadb")
    empty.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ใหม่"))
    tab = shown(empty, say, window)
    assert tab.form.isHidden()
    tab._start.click()
    [new] = stored(empty)
    assert (new.name, new.number, new.agenda[1].title) == ("", None, "ไม่มี")
    assert not tab.form.isHidden()
    empty.close()


def test_that_a_removed_meeting_comes_back_whole(tab: MeetingsTab, database: Database) -> None:
    tab.add_from_last()
    write_resolution(tab, "ก่อนลบ")
    tab.finish_editing()
    meeting = stored(database)[-1]
    tab.remove_current()
    assert meeting.id not in [m.id for m in stored(database)]
    tab.undo()
    assert database.read(meetings.get_meeting, meeting.id) == meeting
    assert tab.form.head.number.line.value() == meeting.number
    tab.redo()
    assert meeting.id not in [m.id for m in stored(database)]


def test_that_certified_minutes_are_removed_only_after_a_question(
    tab: MeetingsTab, database: Database, say: RecordingSay
) -> None:
    tab.add_from_last()
    database.write(meetings.save_meeting, replace(stored(database)[-1], status=MeetingStatus.CERTIFIED))
    tab.remove_current()
    assert say.danger
    assert len(stored(database)) == 5
    say.yes()
    assert len(stored(database)) == 4


def test_that_a_meeting_that_certified_another_stays_and_says_why(tab: MeetingsTab, database: Database) -> None:
    open_meeting(tab)
    with pytest.raises(UserError, match="รับรองรายงาน"):
        tab.remove_current()
    assert len(stored(database)) == 4
    assert tab.keeping.history.undo_words == ""


def test_that_each_change_can_be_taken_back_in_turn(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    for field, text in ((tab.form.head.place, "ที่หนึ่ง"), (tab.form.head.place, "ที่สอง")):
        field.selectAll()
        type_text(field, text)
        press(field, Qt.Key.Key_Return)
    write_resolution(tab, "เพิ่ม")
    tab.undo()
    assert database.read(meetings.get_meeting, meeting.id) == replace(meeting, place="ที่สอง")
    tab.undo()
    tab.undo()
    assert database.read(meetings.get_meeting, meeting.id) == meeting
    assert tab.form.head.place.text() == meeting.place
    tab.redo()
    assert database.read(meetings.get_meeting, meeting.id).place == "ที่หนึ่ง"


def test_that_undo_does_not_bring_back_links_to_removed_measures(tab: MeetingsTab, database: Database) -> None:
    meeting = next(m for m in stored(database) if m.measure_ids and m.status is MeetingStatus.CERTIFIED)
    database.write(meetings.keep_meeting, replace(meeting, status=MeetingStatus.DRAFT, certified_by_id=None))
    tab.show_item(meeting.id)
    type_text(tab.form.head.place, "x")
    press(tab.form.head.place, Qt.Key.Key_Return)
    database.write(measures.remove_measures, list(meeting.measure_ids))
    tab.undo()
    found = database.read(meetings.get_meeting, meeting.id)
    assert (found.place, found.measure_ids) == (meeting.place, ())


def test_that_certified_minutes_are_locked_until_they_are_reopened(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    tab.states.ask_status(replace(meeting, status=MeetingStatus.CERTIFIED))
    assert database.read(meetings.get_meeting, meeting.id).status is MeetingStatus.CERTIFIED
    write_resolution(tab, "แก้ไม่ได้")
    type_text(tab.form.head.place, "แก้ไม่ได้")
    tab.finish_editing()
    found = database.read(meetings.get_meeting, meeting.id)
    assert replace(found, status=meeting.status, certified_by_id=meeting.certified_by_id) == meeting
    assert not tab.form.certified.isHidden()
    tab.form.reopen.click()
    (dialog,) = tab.findChildren(CorrectionDialog)
    assert not dialog.agree.isEnabled()
    type_text(dialog.reason, "พิมพ์ชื่อผิด")
    assert database.read(meetings.get_meeting, meeting.id).status is MeetingStatus.CERTIFIED
    dialog.agree.click()
    assert database.read(meetings.get_meeting, meeting.id).status is MeetingStatus.CHECKED
    (version,) = database.read(minutes_versions.list_versions, meeting.id)
    assert version.reason == "พิมพ์ชื่อผิด"
    assert meeting.agenda[0].title in version.content
    tab.undo()
    assert database.read(minutes_versions.list_versions, meeting.id) == []
    assert database.read(meetings.get_meeting, meeting.id).status is MeetingStatus.CERTIFIED
    tab.redo()
    assert database.read(minutes_versions.list_versions, meeting.id)[0].reason == "พิมพ์ชื่อผิด"
    write_resolution(tab, "แก้ได้แล้ว")
    tab.finish_editing()
    assert "แก้ได้แล้ว" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution


def test_that_certifying_offers_only_later_meetings(tab: MeetingsTab) -> None:
    third = tab.list.records.shown()[1]
    tab.show_item(third.id)
    words = [words for words, _ in tab.form.status.choices()]
    assert words[0:2] == ["ร่าง", "ตรวจแล้ว"]
    assert [w for w in words if "ครั้งที่" in w] == ["รับรองแล้วในการประชุมครั้งที่ ๔/๒๕๖๙ เมื่อวันที่ ๑๑ มิถุนายน ๒๕๖๙"]


def test_that_measures_are_linked_by_ticking_them(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ก")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    panel.body.measures.click()
    [dialog] = panel.body.findChildren(PickDialog)
    dialog.all.click()
    dialog.agree.click()
    ids = {measure.id for measure in database.read(measures.list_measures, YEAR)}
    assert set(database.read(meetings.get_meeting, meeting.id).agenda[0].measure_ids) == ids


def test_that_people_are_ticked_from_the_list_of_officers(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    people = tab.form.people
    before = len(meeting.attendances)
    next(iter(people.lists.values())).choose.click()
    [dialog] = people.findChildren(PickDialog)
    count = len(dialog._values)
    dialog.all.click()
    dialog.agree.click()
    assert len(database.read(meetings.get_meeting, meeting.id).attendances) == before + count
    assert tab.form.head.note(tab.form.head.name).sentence == ""


def test_that_a_committee_is_made_and_changed_in_its_dialog(tab: MeetingsTab, database: Database) -> None:
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    dialog.add_committee()
    type_text(dialog.name, "คณะทำงาน OIT")
    type_text(dialog.order_number, "๕๐/๒๕๖๙")
    type_text(dialog.order_date, "2 ก.พ. 69")
    type_text(dialog.members.line, "นายใหม่ ขยัน")
    dialog.keep.click()
    made = next(c for c in database.read(meetings.list_committees) if c.name == "คณะทำงาน OIT")
    assert (made.kind.words, made.order_number, made.order_date) == ("คณะทำงาน", "๕๐/๒๕๖๙", date(2026, 2, 2))
    assert [member.person.name for member in made.members] == ["นายใหม่ ขยัน"]


def test_that_a_committee_without_a_name_is_refused_beside_the_field(tab: MeetingsTab, database: Database) -> None:
    before = database.read(meetings.list_committees)
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    dialog.add_committee()
    dialog.keep.click()
    assert dialog.isVisible()
    assert "กรุณากรอกชื่อ" in dialog.name.problem()
    assert database.read(meetings.list_committees) == before
    dialog.remove_committee()
    dialog.reject()
    assert not dialog.isVisible()


def test_that_a_committee_that_met_cannot_be_removed_and_nothing_is_lost(tab: MeetingsTab, database: Database) -> None:
    open_meeting(tab)
    before: list[Committee] = database.read(meetings.list_committees)
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    dialog.remove_committee()
    dialog.keep.click()
    assert dialog.problem.sentence.startswith("ลบ “")
    assert database.read(meetings.list_committees) == before


def test_that_closing_the_committees_with_changes_asks_first(tab: MeetingsTab, say: RecordingSay) -> None:
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    type_text(dialog.order_number, "9")
    dialog.reject()
    assert say.danger
    assert dialog.isVisible()
    say.yes()
    assert not dialog.isVisible()


def test_that_members_of_a_committee_are_edited_moved_and_removed(tab: MeetingsTab, database: Database) -> None:
    open_meeting(tab)
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    before = dialog._drafts[dialog._at]
    table, model = dialog.members.table, dialog.members.model
    cell = model.index(1, model.column_of("role"))
    table.setCurrentIndex(cell)
    table.edit(cell)
    [editor] = table.viewport().findChildren(ChoiceLine)
    editor.selectAll()
    type_text(editor, "ที่ปรึกษา")
    dialog.members.finish_editing()
    table.selectRow(1)
    dialog.members.up.click()
    table.selectRow(2)
    press(table, Qt.Key.Key_Delete)
    dialog.keep.click()
    kept = next(c for c in database.read(meetings.list_committees) if c.id == before.id)
    first, second, _, *rest = before.members
    assert kept.members == (replace(second, role="ที่ปรึกษา"), first, *rest)


def test_that_a_committees_name_says_its_kind() -> None:
    assert kind_of("คณะทำงานขับเคลื่อน", CommitteeKind.COMMITTEE) is CommitteeKind.WORKING_GROUP
    assert kind_of("คณะกรรมการ", CommitteeKind.WORKING_GROUP) is CommitteeKind.COMMITTEE
    assert kind_of("ชมรม", CommitteeKind.WORKING_GROUP) is CommitteeKind.WORKING_GROUP


def test_that_switching_committees_keeps_what_was_typed(tab: MeetingsTab, database: Database) -> None:
    open_meeting(tab)
    tab.edit_committees()
    [dialog] = tab.findChildren(CommitteeDialog)
    other = 1 - dialog._at
    dialog.order_number.selectAll()
    type_text(dialog.order_number, "77/2569")
    dialog.list.setCurrentRow(other)
    dialog.keep.click()
    assert "77/2569" in [committee.order_number for committee in database.read(meetings.list_committees)]


def test_that_the_status_menu_sets_the_status(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    tab.form.status._menu.aboutToShow.emit()
    entries = tab.form.status._menu.actions()
    assert [entry.text() for entry in entries if entry.isChecked()] == ["ตรวจแล้ว"]
    entries[0].trigger()
    assert database.read(meetings.get_meeting, meeting.id).status is MeetingStatus.DRAFT
    assert tab.form.status.text() == "ร่าง"
    tab.undo()
    assert database.read(meetings.get_meeting, meeting.id) == meeting


def test_that_the_menu_of_an_item_moves_it(tab: MeetingsTab, database: Database) -> None:
    meeting = open_meeting(tab)
    panel = next(iter(tab.form.agenda.panels.values()))
    menu = panel.more.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text().startswith("ย้ายไปวาระที่ ๕")).trigger()
    moved = database.read(meetings.get_meeting, meeting.id).items(5)[-1]
    assert moved == replace(meeting.agenda[0], section=5)


def test_that_a_resolution_phrase_goes_in_at_the_cursor(tab: MeetingsTab) -> None:
    open_meeting(tab)
    write_resolution(tab, "")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    panel.body.resolution.setPlainText("")
    menu = panel.body.phrases.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    offered = menu.actions()[0].text().partition("\t")[0]
    menu.actions()[0].trigger()
    assert panel.body.resolution.text() == offered


def test_that_the_text_being_written_stays_in_sight(tab: MeetingsTab, qtbot: QtBot) -> None:
    open_meeting(tab)
    with qtbot.waitActive(tab.window()):
        tab.window().activateWindow()
    tab.form.show_page(tab.form.agenda)
    panel = list(tab.form.agenda.panels.values())[-1]
    panel.set_open(True)
    assert panel.body is not None
    resolution = panel.body.resolution
    resolution.setFocus()
    for _ in range(12):
        type_text(resolution, "บรรทัด")
        press(resolution, Qt.Key.Key_Return, text="\r")
    qtbot.wait(50)
    area = tab.form._areas[tab.form.agenda]
    caret = resolution.mapTo(area.viewport(), resolution.cursorRect().center())
    assert area.viewport().rect().contains(caret)


def test_that_a_due_date_that_cannot_be_read_waits_too(tab: MeetingsTab) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "ก")
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    panel.body.due.selectAll()
    type_text(panel.body.due, "31/4/2569")
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    tab.show_item(meeting.id)
    panel = next(iter(tab.form.agenda.panels.values()))
    assert panel.body is not None
    assert panel.body.due.text() == "31/4/2569"
    assert panel.body.due.problem()


def test_that_delete_in_the_list_removes_the_meeting(tab: MeetingsTab, database: Database) -> None:
    tab.add_from_last()
    assert len(stored(database)) == 5
    press(tab.list, Qt.Key.Key_Delete)
    assert len(stored(database)) == 4


def reopened(tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget) -> MeetingsTab:
    """Another tab over the same file, as after a crash of the first."""
    tab.keeping._autosave.saved()
    tab.hide()
    return shown(database, say, window)


def pause(tab: MeetingsTab) -> None:
    """Let the typing pause."""
    tab.keeping._autosave._ask()


@pytest.mark.parametrize(
    ("field", "typed"), [("held_on", "31 ก.พ. 2569"), ("number", "สอง"), ("starts_at", "25.99"), ("held_on", "2 เม")]
)
def test_that_text_that_cannot_be_read_comes_back_after_a_crash(
    tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget, qtbot: QtBot, field: str, typed: str
) -> None:
    meeting = open_meeting(tab)
    line = tab.form.head._lines[field]
    line.selectAll()
    type_text(line, typed)
    pause(tab)
    fresh = reopened(tab, database, say, window)
    fresh.show_item(meeting.id)
    again = fresh.form.head._lines[field]
    assert again.text() == typed
    qtbot.waitUntil(lambda: bool(again.problem()))
    assert "นำข้อความที่พิมพ์ค้างไว้เมื่อวันที่ ๑๕ มกราคม ๒๕๖๙ เวลา ๑๔.๓๒ น. กลับมาให้แล้ว" in fresh.recovered.sentence
    fresh.recovered_seen.click()
    assert fresh.recovered.isHidden()
    assert database.read(meetings.get_meeting, meeting.id) == database_meeting(database, meeting)
    again.selectAll()
    type_text(again, {"held_on": "2 เม.ย. 2569", "number": "5", "starts_at": "9.30"}[field])
    press(again, Qt.Key.Key_Return)
    pause(fresh)
    assert database.read(minutes_drafts.find_draft, meeting.id) is None


def database_meeting(database: Database, meeting: Meeting) -> Meeting:
    return replace(meeting, photos=database.read(meetings.list_photos, meeting.id))


def test_that_half_typed_lines_and_cells_come_back_after_a_crash_and_are_stored(
    tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget, qtbot: QtBot
) -> None:
    meeting = open_meeting(tab)
    tab.form.head.place.end(False)
    type_text(tab.form.head.place, " ชั้นสาม")
    tab.form.closing.recorder.name.selectAll()
    type_text(tab.form.closing.recorder.name, "นางจด ไว")
    tab.form.show_page(tab.form.agenda)
    panel = next(iter(tab.form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    type_text(panel.body.owner, "กองคลัง")
    tab.form.show_page(tab.form.people)
    people = tab.form.people.lists[Presence.PRESENT]
    people.table.setCurrentIndex(people.model.index(1, 2))
    people.table.edit(people.model.index(1, 2))
    editor = people._delegate._open
    assert isinstance(editor, ChoiceLine)
    editor.selectAll()
    type_text(editor, "ตำแหน่งใหม่")
    type_text(people.line, "นายยังพิมพ์ไม่จบ")
    pause(tab)
    assert database.read(meetings.get_meeting, meeting.id) == database_meeting(database, meeting)
    fresh = reopened(tab, database, say, window)
    fresh.show_item(meeting.id)
    qtbot.waitUntil(lambda: database.read(minutes_drafts.find_draft, meeting.id) is None)
    found = database.read(meetings.get_meeting, meeting.id)
    assert found.place == f"{meeting.place} ชั้นสาม"
    assert found.recorder.name == "นางจด ไว"
    assert found.agenda[0].owner == f"{meeting.agenda[0].owner}กองคลัง"
    assert found.people(Presence.PRESENT)[1].person.post == "ตำแหน่งใหม่"
    assert found.people(Presence.PRESENT)[-1].person.name == "นายยังพิมพ์ไม่จบ"


def test_that_a_refused_text_is_kept_as_a_draft_and_comes_back(
    tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = open_meeting(tab)
    write_resolution(tab, "เก็บไว้ก่อน")

    def refuse(*_: object) -> Meeting:
        raise UserError("คณะกรรมการที่เลือกถูกลบไปแล้ว เลือกใหม่")

    with monkeypatch.context() as broken:
        broken.setattr(meetings, "save_meeting", refuse)
        pause(tab)
        assert "เลือกใหม่" in tab.problem.sentence
        assert "เก็บไว้ก่อน" not in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution
        fresh = reopened(tab, database, say, window)
        fresh.show_item(meeting.id)
        assert "เก็บไว้ก่อน" in fresh.form.meeting(meeting).agenda[0].resolution
        assert not fresh.keeping.finish()
    assert fresh.keeping.finish()
    assert "เก็บไว้ก่อน" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution
    assert database.read(minutes_drafts.find_draft, meeting.id) is None


def test_that_an_end_before_the_start_waits_as_a_draft_when_another_meeting_is_shown(
    tab: MeetingsTab, database: Database, say: RecordingSay, window: QWidget
) -> None:
    meeting = open_meeting(tab)
    tab.form.head.ends_at.selectAll()
    type_text(tab.form.head.ends_at, "01.00")
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    assert database.read(minutes_drafts.find_draft, meeting.id) is not None
    fresh = reopened(tab, database, say, window)
    fresh.show_item(meeting.id)
    fresh.keeping.finish()
    assert fresh.form.head.ends_at.text() == "๐๑.๐๐ น."
    assert fresh.form.head.ends_at.problem() == END_BEFORE_START
    assert fresh.unsaved_work() == ""
    assert "จะกลับมาเมื่อเปิดการประชุมนั้นอีกครั้ง" in fresh.kept_work()


def test_that_a_pause_in_typing_does_not_read_the_year_again(
    tab: MeetingsTab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = open_meeting(tab)
    reads: list[object] = []
    listed = meetings.list_heads
    monkeypatch.setattr(meetings, "list_heads", lambda session, year: reads.append(year) or listed(session, year))
    write_resolution(tab, "พิมพ์ต่อ")
    pause(tab)
    assert "พิมพ์ต่อ" in database.read(meetings.get_meeting, meeting.id).agenda[0].resolution
    assert reads == []
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    tab.show_item(meeting.id)
    assert "พิมพ์ต่อ" in next(iter(tab.form.agenda.panels.values())).item().resolution
    tab.form.head.place.selectAll()
    type_text(tab.form.head.place, "ที่ใหม่")
    press(tab.form.head.place, Qt.Key.Key_Return)
    assert reads
