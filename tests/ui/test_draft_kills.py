"""Minutes as a killed program leaves them: after every single transaction the newest text comes back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from keys import press, type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting, Presence
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.errors import UserError
from ita_desktop.services import meetings, office
from ita_desktop.ui.meetings.agenda_body import AgendaBody
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.widgets.choice_line import ChoiceLine

YEAR = FiscalYear(2569)
HELD = date(2026, 1, 12)


class Kills:
    """Copies of the data file as it stood after each transaction: what a kill right then leaves."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._file = database.path
        self._folder = folder
        self.files: list[Path] = []
        database.subscribe(lambda _: self.take())

    def take(self) -> None:
        """Copy the file as it is now."""
        copy = self._folder / f"{len(self.files)}.itadb"
        with closing(sqlite3.connect(self._file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        self.files.append(copy)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "office.itadb")
    opened.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    yield opened
    opened.close()


@pytest.fixture
def meeting(database: Database) -> Meeting:
    return database.write(meetings.save_meeting, a_meeting())


@pytest.fixture
def kills(database: Database, meeting: Meeting, tmp_path: Path) -> Kills:
    folder = tmp_path / "kills"
    folder.mkdir()
    assert meeting.id
    return Kills(database, folder)


@pytest.fixture
def reopen(say: RecordingSay, window: QWidget, qtbot: QtBot) -> Iterator[Callable[[Path, int], MeetingsTab]]:
    opened: list[Database] = []

    def show(file: Path, meeting_id: int) -> MeetingsTab:
        opened.append(Database.open(file))
        tab = shown(opened[-1], say, window)
        tab.show_item(meeting_id)
        # What came back settles once the page stands.
        qtbot.wait(1)
        return tab

    yield show
    for database in opened:
        database.close()


def a_meeting() -> Meeting:
    agenda = (AgendaItem(3, "เรื่องเดิม"), AgendaItem(4, "เรื่องแรก"), AgendaItem(5, "เรื่องที่สอง"))
    people = tuple(Attendance(Signatory(f"นายคนที่ {n}"), role="กรรมการ") for n in range(3))
    return Meeting(YEAR, "คณะทำงาน", held_on=HELD, agenda=agenda, attendances=people)


def shown(database: Database, say: RecordingSay, window: QWidget) -> MeetingsTab:
    tab = MeetingsTab(make_context(database, say, window), window)
    tab.resize(1200, 640)
    tab.show()
    return tab


def body_of(tab: MeetingsTab, position: int) -> AgendaBody:
    tab.form.show_page(tab.form.agenda)
    panel = next(panel for place, panel in enumerate(tab.form.agenda.panels.values()) if place == position)
    panel.set_open(True)
    assert panel.body is not None
    return panel.body


def pause(tab: MeetingsTab) -> None:
    tab.keeping._autosave._ask()


def stored(tab: MeetingsTab, id_: int) -> Meeting:
    return tab.context.database.read(meetings.get_meeting, id_)


Reopen = Callable[[Path, int], MeetingsTab]


def test_that_a_line_written_on_after_its_draft_comes_back_as_it_was_left(
    database: Database, meeting: Meeting, kills: Kills, say: RecordingSay, window: QWidget, reopen: Reopen
) -> None:
    tab = shown(database, say, window)
    owner = body_of(tab, 1).owner
    type_text(owner, "กองคลั")
    pause(tab)
    begun = len(kills.files)
    type_text(owner, "ง และสำนักปลัด")
    press(owner, Qt.Key.Key_Return)
    found = [stored(reopen(file, meeting.id), meeting.id).agenda[1].owner for file in kills.files]
    assert found == ["กองคลั"] * begun + ["กองคลัง และสำนักปลัด"] * (len(found) - begun)
    assert len(found) > begun


def test_that_a_date_mended_after_its_draft_stays_mended(
    database: Database, meeting: Meeting, kills: Kills, say: RecordingSay, window: QWidget, reopen: Reopen
) -> None:
    tab = shown(database, say, window)
    line = tab.form.head.held_on
    line.selectAll()
    type_text(line, "31 ก.พ. 2569")
    pause(tab)
    begun = len(kills.files)
    line.selectAll()
    type_text(line, "27 ก.พ. 2569")
    press(line, Qt.Key.Key_Return)
    assert len(kills.files) > begun
    for file in kills.files[begun:]:
        again = reopen(file, meeting.id)
        assert not again.form.head.held_on.problem()
        assert stored(again, meeting.id).held_on == date(2026, 2, 27)
        assert again.recovered.isHidden()


def test_that_a_text_refused_at_first_is_never_put_back_over_what_was_stored_later(
    database: Database,
    meeting: Meeting,
    kills: Kills,
    say: RecordingSay,
    window: QWidget,
    reopen: Reopen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tab = shown(database, say, window)
    text = body_of(tab, 1).resolution
    type_text(text, "เห็นชอบ")

    def refuse(*_: object) -> Meeting:
        raise UserError("คณะกรรมการที่เลือกถูกลบไปแล้ว เลือกใหม่")

    with monkeypatch.context() as broken:
        broken.setattr(meetings, "save_meeting", refuse)
        pause(tab)
    begun = len(kills.files)
    type_text(text, "และมอบหมาย")
    pause(tab)
    found = [stored(reopen(file, meeting.id), meeting.id).agenda[1].resolution for file in kills.files]
    assert found == ["เห็นชอบ"] * begun + ["เห็นชอบและมอบหมาย"] * (len(found) - begun)
    assert len(found) > begun > 0


def test_that_a_cell_left_after_its_draft_is_not_filled_with_the_older_text(
    database: Database, meeting: Meeting, kills: Kills, say: RecordingSay, window: QWidget, reopen: Reopen
) -> None:
    tab = shown(database, say, window)
    tab.form.show_page(tab.form.people)
    people = tab.form.people.lists[Presence.PRESENT]
    people.table.setCurrentIndex(people.model.index(1, 3))
    people.table.edit(people.model.index(1, 3))
    editor = people._delegate._open
    assert isinstance(editor, ChoiceLine)
    editor.end(False)
    type_text(editor, "และ")
    pause(tab)
    begun = len(kills.files)
    type_text(editor, "เลขานุการ")
    people.finish_editing()
    found = [stored(reopen(file, meeting.id), meeting.id).attendances[1].role for file in kills.files]
    assert found == ["กรรมการและ"] * begun + ["กรรมการและเลขานุการ"] * (len(found) - begun)
    assert len(found) > begun


def test_that_an_unreadable_day_stays_with_its_item_when_items_come_before_it(
    database: Database, kills: Kills, meeting: Meeting, say: RecordingSay, window: QWidget, reopen: Reopen
) -> None:
    task = AgendaItem(4, "งานค้าง", resolution="มอบหมาย", owner="กองช่าง")
    database.write(meetings.save_meeting, replace(a_meeting(), held_on=date(2025, 11, 3), agenda=(task,)))
    tab = shown(database, say, window)
    tab.show_item(meeting.id)
    due = body_of(tab, 1).due
    type_text(due, "31 เม.ย. 2569")
    pause(tab)
    begun = len(kills.files)
    tab.carry_matters()
    assert len(stored(tab, meeting.id).agenda) == 4
    tab.undo()
    assert len(stored(tab, meeting.id).agenda) == 3
    assert len(kills.files) >= begun + 2
    for file in kills.files[begun:]:
        again = reopen(file, meeting.id)
        days = {panel.item().title: panel.body.due.text() for panel in again.form.agenda.panels.values() if panel.body}
        assert {title: day for title, day in days.items() if day} == {"เรื่องแรก": "31 เม.ย. 2569"}


def test_that_a_letter_that_joins_the_next_word_is_no_other_text(
    database: Database, meeting: Meeting, kills: Kills, say: RecordingSay, window: QWidget, reopen: Reopen
) -> None:
    # เ before เรื่อง is kept as แรื่อง, which looks the same; while the clerk types on, the two letters stay two.
    tab = shown(database, say, window)
    body_of(tab, 1)
    title = next(panel.title for panel in tab.form.agenda.panels.values() if panel.item().title == "เรื่องแรก")
    type_text(title, "บนเ")
    pause(tab)
    assert title.toPlainText() == "บนเเรื่องแรก"
    again = reopen(kills.files[-1], meeting.id)
    assert "บนแรื่องแรก" in [panel.item().title for panel in again.form.agenda.panels.values()]
    type_text(title, "ว็บไซต์ ")
    pause(tab)
    again = reopen(kills.files[-1], meeting.id)
    assert "บนเว็บไซต์ เรื่องแรก" in [panel.item().title for panel in again.form.agenda.panels.values()]


def test_that_refused_minutes_wait_when_another_year_is_chosen_and_come_back(
    database: Database, meeting: Meeting, say: RecordingSay, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = database.write(meetings.save_meeting, replace(a_meeting(), plan_year=YEAR + 1, name="ปีถัดไป"))
    tab = shown(database, say, window)
    text = body_of(tab, 1).resolution
    type_text(text, "เห็นชอบ")

    def refuse(*_: object) -> Meeting:
        raise UserError("คณะกรรมการที่เลือกถูกลบไปแล้ว เลือกใหม่")

    with monkeypatch.context() as broken:
        broken.setattr(meetings, "save_meeting", refuse)
        tab.context.years.choose(YEAR + 1)
        assert tab.keeping.stored is not None
        assert tab.keeping.stored.id == later.id
        assert tab.problem.isHidden()
        tab.context.years.choose(YEAR)
        assert body_of(tab, 1).resolution.text() == "เห็นชอบ"
        assert tab.recovered.isHidden()
    assert tab.keeping.finish()
    assert stored(tab, meeting.id).agenda[1].resolution == "เห็นชอบ"


def test_that_typing_is_stored_and_the_other_year_shown_when_the_year_is_turned(
    database: Database, meeting: Meeting, say: RecordingSay, window: QWidget
) -> None:
    later = database.write(meetings.save_meeting, replace(a_meeting(), plan_year=YEAR + 1, name="ปีถัดไป"))
    tab = shown(database, say, window)
    type_text(body_of(tab, 1).resolution, "เห็นชอบ")
    tab.context.years.choose(YEAR + 1)
    assert tab.form.head.name.text() == later.name
    assert stored(tab, meeting.id).agenda[1].resolution == "เห็นชอบ"


def test_that_a_year_opens_where_it_was_left(
    database: Database, meeting: Meeting, say: RecordingSay, window: QWidget
) -> None:
    database.write(meetings.save_meeting, replace(a_meeting(), name="ครั้งหลัง", held_on=date(2026, 3, 3)))
    tab = shown(database, say, window)
    assert tab.form.head.name.text() == "ครั้งหลัง"
    tab.list.setCurrentIndex(tab.list.records.index(tab.list.records.rowCount() - 1, 0))
    assert tab.form.head.name.text() == meeting.name
    tab.context.years.choose(YEAR + 1)
    tab.context.years.choose(YEAR)
    assert tab.form.head.name.text() == meeting.name
