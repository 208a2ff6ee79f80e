"""What was typed and is stored nowhere, when its minutes become certified: no paper lacks it and none of it is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, MeetingStatus, MinutesDraft
from ita_desktop.domain.meeting_proposals import certify
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.services import meetings, minutes_drafts, office
from ita_desktop.ui.meetings.agenda_panel import AgendaPanel
from ita_desktop.ui.meetings.correction_dialog import CorrectionDialog
from ita_desktop.ui.meetings.draft import DraftContent, draft_json, parse_draft
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab

YEAR = FiscalYear(2569)
DRAFT, CHECKED, CERTIFIED = MeetingStatus
WRITTEN = "ข้อความสำคัญที่พิมพ์ก่อนไฟดับ"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Checked minutes, and a later meeting that resolved to certify them."""
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    first = Meeting(YEAR, "คณะทำงาน ITA", number=1, held_on=date(2025, 11, 3), starts_at=time(9), status=CHECKED)
    agenda = (AgendaItem(4, "เรื่องแรก", resolution="เห็นชอบ", owner="กองคลัง"),)
    people = (Attendance(Signatory("นายหนึ่ง")),)
    opened.write(meetings.save_meeting, replace(first, place="ห้องประชุม", agenda=agenda, attendances=people))
    resolved = AgendaItem(2, "รับรองรายงานการประชุม ครั้งที่ 1/2569", resolution="ที่ประชุมมีมติรับรอง")
    opened.write(
        meetings.save_meeting, replace(first, number=2, held_on=date(2026, 1, 12), status=DRAFT, agenda=(resolved,))
    )
    yield opened
    opened.close()


Start = Callable[[], MeetingsTab]


@pytest.fixture
def start(database: Database, say: RecordingSay, window: QWidget) -> Iterator[Start]:
    """Starts the program over the file, once more when called again, after the first was killed."""
    made: list[MeetingsTab] = []

    def shown() -> MeetingsTab:
        for killed in made:
            killed.keeping._retry.stop()
            killed.keeping._autosave.saved()
            killed.hide()
        file = Database.open(database.path) if made else database
        made.append(MeetingsTab(make_context(file, say, window), window))
        made[-1].resize(1366, 700)
        made[-1].show()
        return made[-1]

    yield shown
    for tab in made:
        tab.context.background.stop()
        if tab.context.database is not database:
            tab.context.database.close()


def stored(database: Database) -> list[Meeting]:
    return database.read(meetings.list_meetings, YEAR)


def leave_draft(database: Database, content: DraftContent) -> None:
    """As an earlier run of the program left it at the first meeting when the power failed."""
    kept_at = datetime(2026, 1, 15, 14)  # noqa: DTZ001 - this PC's clock, as drafts have it
    draft = MinutesDraft(stored(database)[0].id, kept_at, draft_json(content))
    database.write(minutes_drafts.keep_draft, draft)


def draft_of(database: Database, id_: int) -> DraftContent:
    draft = database.read(minutes_drafts.find_draft, id_)
    return parse_draft(draft.content) if draft is not None else DraftContent()


def rewritten(meeting: Meeting) -> Meeting:
    return replace(meeting, agenda=(replace(meeting.agenda[0], discussion=WRITTEN),), closing="ปิดข่าวที่พิมพ์ค้าง")


def certify_in_record(database: Database) -> None:
    """Certified by a way that asks nobody, such as an older version of the program or a step made again."""
    database.write(meetings.keep_meeting, replace(stored(database)[0], status=CERTIFIED))


def show(tab: MeetingsTab, id_: int, qtbot: QtBot) -> None:
    tab.show_item(id_)
    # What came back settles once the page stands.
    qtbot.wait(1)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def correct(tab: MeetingsTab, qtbot: QtBot) -> None:
    click(tab.form.reopen)
    dialog = tab.findChildren(CorrectionDialog)[-1]
    type_text(dialog.reason, "แก้คำผิด")
    click(dialog.agree)
    qtbot.wait(1)


def first_panel(tab: MeetingsTab) -> AgendaPanel:
    tab.form.show_page(tab.form.agenda)
    panel = next(iter(tab.form.agenda.panels.values()))
    panel.set_open(True)
    return panel


@pytest.mark.parametrize("is_a_field", [True, False])
def test_that_an_earlier_meeting_with_a_waiting_draft_is_not_certified_but_named(
    start: Start, database: Database, say: RecordingSay, qtbot: QtBot, is_a_field: bool
) -> None:
    first, later = stored(database)
    leave_draft(database, DraftContent({"place": "ห้องใหญ่"}) if is_a_field else DraftContent({}, rewritten(first)))
    tab = start()
    show(tab, later.id, qtbot)
    click(tab.states.agree)
    assert stored(database)[0].status is CHECKED
    assert "ครั้งที่ 1/2569 เมื่อวันที่ 3 พฤศจิกายน 2568" in say.errors[-1]
    assert "เปิดการประชุมนั้น" in say.errors[-1]
    show(tab, first.id, qtbot)
    show(tab, later.id, qtbot)
    click(tab.states.agree)
    found = stored(database)[0]
    assert found.status is CERTIFIED
    assert (found.place if is_a_field else found.agenda[0].discussion) in ("ห้องใหญ่", WRITTEN)


def test_that_what_stays_free_does_not_keep_minutes_from_being_certified(
    start: Start, database: Database, say: RecordingSay, qtbot: QtBot
) -> None:
    leave_draft(database, DraftContent({"invitation.dated": "31 ก.พ. 2569"}))
    tab = start()
    show(tab, stored(database)[1].id, qtbot)
    click(tab.states.agree)
    assert stored(database)[0].status is CERTIFIED
    show(tab, stored(database)[0].id, qtbot)
    assert tab.form.invitation.dated.text() == "31 ก.พ. 2569"
    assert say.errors == []


@pytest.mark.parametrize("key", ["ends_at", "due", "arrived_at"])
def test_that_minutes_with_a_text_that_cannot_be_read_are_not_certified_and_the_caret_goes_there(
    start: Start, database: Database, say: RecordingSay, qtbot: QtBot, key: str
) -> None:
    first = stored(database)[0]
    tab = start()
    show(tab, first.id, qtbot)
    people = tab.form.people.lists[first.attendances[0].presence]
    panel = first_panel(tab)
    assert panel.body is not None
    line = tab.form.head.ends_at if key == "ends_at" else panel.body.due
    if key == "arrived_at":
        people.model.setData(people.model.index(0, people.model.column_of(key)), "9.7x")
    else:
        type_text(line, "12.7x")
    tab.form.show_page(tab.form.closing)
    panel.set_open(False)
    tab.states.ask_status(certify(tab.keeping.stored or first, None))
    assert stored(database)[0].status is CHECKED
    assert "ช่องที่มีเครื่องหมาย" in say.errors[-1]
    focus = tab.focusWidget()
    if key == "arrived_at":
        assert focus is people.table
        assert people.table.currentIndex().column() == people.model.column_of(key)
    else:
        assert focus is line
        assert line.isVisible()
        line.selectAll()
        type_text(line, "12.30" if key == "ends_at" else "1 ธ.ค. 2568")
        press(line, Qt.Key.Key_Return)
        tab.states.ask_status(certify(tab.keeping.stored or first, None))
        assert stored(database)[0].status is CERTIFIED


def test_that_a_waiting_draft_of_certified_minutes_locks_nothing_up_and_comes_back_when_they_are_opened(
    start: Start, database: Database, qtbot: QtBot
) -> None:
    first, later = stored(database)
    leave_draft(database, DraftContent({"ends_at": "12.7x"}, rewritten(first)))
    certify_in_record(database)
    tab = start()
    show(tab, first.id, qtbot)
    panel = first_panel(tab)
    assert panel.body is not None
    assert panel.title.isReadOnly()
    assert panel.body.discussion.toPlainText() == ""
    assert "เปิดแก้ไข" in tab.recovered.sentence
    assert tab.problem.sentence == ""
    # The news stays free, and so takes what waited.
    assert stored(database)[0].closing == "ปิดข่าวที่พิมพ์ค้าง"
    assert stored(database)[0].agenda == first.agenda
    tab.show_item(later.id)
    assert tab.keeping.stored == stored(database)[1]
    tab.add_from_scratch()
    tab.undo()
    assert len(stored(database)) == 2
    show(tab, first.id, qtbot)
    assert "เปิดแก้ไข" in tab.recovered.sentence
    correct(tab, qtbot)
    found = stored(database)[0]
    assert (found.status, found.agenda[0].discussion) == (CHECKED, WRITTEN)
    assert tab.form.head.ends_at.text() == "12.7x"
    assert "กลับมาให้แล้ว" in tab.recovered.sentence
    assert draft_of(database, first.id) == DraftContent({"ends_at": "12.7x"})


def test_that_a_withheld_draft_outlives_the_program_and_takes_no_news_written_since(
    start: Start, database: Database, qtbot: QtBot
) -> None:
    first = stored(database)[0]
    leave_draft(database, DraftContent({}, rewritten(first)))
    certify_in_record(database)
    tab = start()
    show(tab, first.id, qtbot)
    tab.form.closing.closing.selectAll()
    type_text(tab.form.closing.closing, "ข่าวที่เขียนใหม่")
    tab.finish_editing()
    done = first_panel(tab).body
    assert done is not None
    type_text(done.done, "1 ธ.ค. 2568")
    press(done.done, Qt.Key.Key_Return)
    again = start()
    show(again, first.id, qtbot)
    assert "เปิดแก้ไข" in again.recovered.sentence
    assert stored(database)[0].closing == "ข่าวที่เขียนใหม่"
    correct(again, qtbot)
    found = stored(database)[0]
    assert found.closing == "ข่าวที่เขียนใหม่"
    assert (found.agenda[0].discussion, found.agenda[0].done_on) == (WRITTEN, date(2025, 12, 1))
    assert draft_of(database, first.id).is_empty


def test_that_a_text_that_stood_unread_when_its_field_was_locked_is_kept_until_it_opens(
    start: Start, database: Database, qtbot: QtBot
) -> None:
    first, later = stored(database)
    tab = start()
    show(tab, first.id, qtbot)
    type_text(tab.form.head.ends_at, "12.7x")
    tab.finish_editing()
    certify_in_record(database)
    assert "เปิดแก้ไข" in tab.recovered.sentence
    tab.finish_editing()
    again = start()
    show(again, first.id, qtbot)
    assert again.form.head.ends_at.text() == ""
    assert draft_of(database, first.id).fields == {"ends_at": "12.7x"}
    show(again, later.id, qtbot)
    show(again, first.id, qtbot)
    correct(again, qtbot)
    assert again.form.head.ends_at.text() == "12.7x"
    assert again.form.head.ends_at.problem()


def test_that_typing_into_minutes_certified_meanwhile_leaves_a_way_out_and_is_kept(
    start: Start, database: Database, qtbot: QtBot
) -> None:
    first, later = stored(database)
    tab = start()
    show(tab, first.id, qtbot)
    body = first_panel(tab).body
    assert body is not None
    type_text(body.discussion, WRITTEN)
    certify_in_record(database)
    qtbot.wait(1)
    assert body.discussion.isReadOnly()
    assert body.discussion.toPlainText() == ""
    assert tab.problem.sentence == ""
    show(tab, later.id, qtbot)
    assert tab.keeping.stored == stored(database)[1]
    show(tab, first.id, qtbot)
    assert stored(database)[0].agenda == first.agenda
    correct(tab, qtbot)
    assert stored(database)[0].agenda[0].discussion == WRITTEN


def test_that_an_unread_day_goes_along_with_its_item_when_a_move_is_undone(
    start: Start, database: Database, qtbot: QtBot
) -> None:
    first = stored(database)[0]
    agenda = (AgendaItem(4, "ก", resolution="หนึ่ง"), AgendaItem(4, "ข", resolution="สอง"))
    database.write(meetings.save_meeting, replace(first, agenda=agenda))
    tab = start()
    show(tab, first.id, qtbot)
    tab.form.show_page(tab.form.agenda)
    _, moving = tab.form.agenda.panels.values()
    moving.move_asked.emit(-1)
    moving.set_open(True)
    assert moving.body is not None
    type_text(moving.body.due, "31 ก.พ. 2569")
    tab.finish_editing()
    assert [item.title for item in stored(database)[0].agenda] == ["ข", "ก"]
    tab.undo()
    assert [item.title for item in stored(database)[0].agenda] == ["ก", "ข"]
    assert tab.form.unsaved() == {"agenda.1.due": "31 ก.พ. 2569"}
    assert draft_of(database, first.id).fields == {"agenda.1.due": "31 ก.พ. 2569"}
    assert moving.title.text() == "ข"
    moving.body.due.selectAll()
    type_text(moving.body.due, "27 ก.พ. 2569")
    tab.finish_editing()
    assert [item.due for item in stored(database)[0].agenda] == [None, date(2026, 2, 27)]
