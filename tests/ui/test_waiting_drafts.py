"""What the program says of drafts when it starts again, in which year it starts, and what it asks when it ends."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from keys import press, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ita_desktop import paths
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Meeting, MinutesDraft
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.services import meetings, minutes_drafts
from ita_desktop.services import office as office_service
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.meetings.draft import DraftContent, draft_json
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings
from ita_desktop.ui.waiting_strip import WaitingStrip

NOW = datetime(2026, 2, 2, 14, 32).astimezone()
THIS_YEAR, YEAR_BEFORE = FiscalYear(2569), FiscalYear(2568)
Start = Callable[..., Program]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def settings(tmp_path: Path) -> PcSettings:
    return PcSettings(tmp_path / "settings.ini")


@pytest.fixture
def start(qtbot: QtBot, settings: PcSettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    started: list[Program] = []

    def begin(data: Path | None = None, *, sample: bool = False) -> Program:
        program = Program(MainWindow(), settings, lambda: NOW, lambda _: None)
        # pytest-qt watches uncaught failures itself.
        monkeypatch.setattr("ita_desktop.ui.crash.Crash.install", lambda _: None)
        started.append(program)
        program.window.resize(1100, 760)
        program.window.show()
        with qtbot.waitSignal(program.shown, timeout=20_000):
            program.start(data, sample=sample)
        return program

    yield begin
    for program in started:
        end(program)
        program.window.deleteLater()


def end(program: Program) -> None:
    program.window.ask_before_leaving = lambda go_on: go_on()
    program.window.close()
    program.end()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data file with two meetings of last year and one of this."""
    made = tmp_path / "office.itadb"
    database = Database.open(made)
    database.write(office_service.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
    for year, name, held in (
        (YEAR_BEFORE, "ครั้งแรก", date(2024, 12, 3)),
        (YEAR_BEFORE, "ครั้งหลัง", date(2025, 3, 3)),
        (THIS_YEAR, "ปีนี้", date(2026, 1, 12)),
    ):
        meeting = Meeting(year, name, number=1, held_on=held, agenda=(AgendaItem(4, "เรื่องแรก"),))
        database.write(meetings.save_meeting, meeting)
    database.close()
    return made


def leave_draft(file: Path, name: str, minute: int) -> int:
    """As a killed program leaves it: a place half typed in that meeting; its id."""
    database = Database.open(file)
    meeting = next(each for each in database.read(meetings.list_all_meetings) if each.name == name)
    kept_at = datetime(2026, 2, 1, 16, minute)  # noqa: DTZ001 - this PC's clock, as drafts have it
    content = draft_json(DraftContent({"place": f"ห้องประชุมของ{name}"}))
    database.write(minutes_drafts.keep_draft, MinutesDraft(meeting.id, kept_at, content))
    database.close()
    return meeting.id


def strip_of(program: Program) -> WaitingStrip | None:
    found = [strip for strip in program.window.findChildren(WaitingStrip) if strip.isVisible()]
    return found[0] if found else None


def told_by(program: Program) -> str:
    strip = strip_of(program)
    return strip.sentence if strip is not None else ""


def meetings_tab(program: Program) -> MeetingsTab:
    (tab,) = [tab for tab in program.window.tabs() if isinstance(tab, MeetingsTab)]
    return tab


def shown_meeting(program: Program) -> tuple[str, str]:
    head = meetings_tab(program).form.head
    return head.name.text(), head.place.text()


def year_of(program: Program) -> FiscalYear:
    return program.window.tabs()[0].context.years.plan_year


def boxes(program: Program) -> list[QMessageBox]:
    return [found for found in program.window.findChildren(QMessageBox) if found.isVisible()]


def type_wrong_date(program: Program) -> None:
    line = meetings_tab(program).form.head.held_on
    line.selectAll()
    type_text(line, "31 ก.พ. 2569")


def test_that_a_waiting_draft_is_told_on_the_first_tab_and_opened_with_one_press(start: Start, file: Path) -> None:
    leave_draft(file, "ครั้งแรก", 5)
    program = start(file)
    assert year_of(program) == THIS_YEAR
    strip = strip_of(program)
    assert strip is not None
    assert strip.sentence == (
        "ข้อความที่พิมพ์ค้างไว้เมื่อวันที่ ๑ กุมภาพันธ์ ๒๕๖๙ เวลา ๑๖.๐๕ น. ในการประชุม “ครั้งแรก” ครั้งที่ ๑/๒๕๖๘ ยังอยู่ครบ"
    )
    strip.open.click()
    assert year_of(program) == YEAR_BEFORE
    assert meetings_tab(program).isVisible()
    assert shown_meeting(program) == ("ครั้งแรก", "ห้องประชุมของครั้งแรก")
    assert "กลับมาให้แล้ว" in meetings_tab(program).recovered.sentence
    assert strip_of(program) is None
    years = program.window.header.findChildren(QLabel)
    assert any("ใช้ผลการประเมินปี ๒๕๖๗" in label.text() for label in years)


_WRITE_UNTIL_KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from ita_desktop import paths
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.topics import Topic
from ita_desktop.thai import words
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings

app = QApplication([])
words.configure(paths.resources() / "thai" / "words_th.txt")
window = MainWindow()
program = Program(window, PcSettings(Path(sys.argv[2])), lambda: datetime(2026, 2, 2).astimezone(), lambda _: None)
window.show()

def write():
    window.header.year_chosen.emit(FiscalYear(2568))
    window.go_to(Topic.MEETINGS, 1)
    line = window.tabs()[-1].form.head.starts_at
    press, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    for char in "9 โมงครึ่ง":
        QCoreApplication.sendEvent(line, QKeyEvent(press, ord(char), plain, char))
    QTimer.singleShot(1800, lambda: print("written", flush=True))

program.shown.connect(lambda: QTimer.singleShot(0, write))
program.start(Path(sys.argv[1]), sample=False)
app.exec()
"""


def test_that_a_killed_program_begins_again_in_its_year_and_offers_what_was_typed(
    start: Start, file: Path, settings: PcSettings, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _WRITE_UNTIL_KILLED, str(file), str(tmp_path / "settings.ini")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "written\n"
        finally:
            child.kill()
    settings._ini.sync()
    program = start(file)
    assert year_of(program) == YEAR_BEFORE
    strip = strip_of(program)
    assert strip is not None
    assert "“ครั้งแรก” ครั้งที่ ๑/๒๕๖๘ ยังอยู่ครบ" in strip.sentence
    strip.open.click()
    line = meetings_tab(program).form.head.starts_at
    assert (shown_meeting(program)[0], line.text()) == ("ครั้งแรก", "9 โมงครึ่ง")


def test_that_several_drafts_are_told_one_after_the_other(start: Start, file: Path) -> None:
    leave_draft(file, "ครั้งแรก", 1)
    leave_draft(file, "ปีนี้", 2)
    leave_draft(file, "ครั้งหลัง", 3)
    program = start(file)
    opened = []
    for others in (" และยังมีของการประชุมอื่นอีก ๒ ครั้ง", " และยังมีของการประชุมอื่นอีก ๑ ครั้ง", ""):
        strip = strip_of(program)
        assert strip is not None
        assert strip.sentence.endswith(f"ยังอยู่ครบ{others}")
        strip.open.click()
        opened.append(shown_meeting(program))
    assert opened == [(name, f"ห้องประชุมของ{name}") for name in ("ครั้งหลัง", "ปีนี้", "ครั้งแรก")]
    assert strip_of(program) is None


def test_that_a_draft_put_off_is_not_told_again_but_its_meeting_shown_first(start: Start, file: Path) -> None:
    leave_draft(file, "ครั้งแรก", 1)
    program = start(file)
    strip = strip_of(program)
    assert strip is not None
    strip.later.click()
    assert strip_of(program) is None
    program.window.header.year_chosen.emit(YEAR_BEFORE)
    program.window.go_to(Topic.MEETINGS, 0)
    assert shown_meeting(program) == ("ครั้งแรก", "ห้องประชุมของครั้งแรก")
    assert strip_of(program) is None


def test_that_nothing_is_told_without_a_draft_or_of_a_meeting_that_is_gone(start: Start, file: Path) -> None:
    id_ = leave_draft(file, "ครั้งแรก", 1)
    database = Database.open(file)
    database.write(meetings.remove_meeting, id_)
    database.close()
    assert strip_of(start(file)) is None


def test_that_a_draft_whose_meeting_was_removed_meanwhile_is_told_no_more(start: Start, file: Path) -> None:
    id_ = leave_draft(file, "ครั้งแรก", 1)
    program = start(file)
    program.window.tabs()[0].context.database.write(meetings.remove_meeting, id_)
    strip = strip_of(program)
    assert strip is not None
    strip.open.click()
    assert shown_meeting(program)[0] == "ครั้งหลัง"
    assert strip_of(program) is None


def test_that_a_draft_seen_without_the_press_is_told_no_more(start: Start, file: Path) -> None:
    leave_draft(file, "ปีนี้", 1)
    program = start(file)
    assert "ปีนี้" in told_by(program)
    program.window.go_to(Topic.MEETINGS, 0)
    assert shown_meeting(program) == ("ปีนี้", "ห้องประชุมของปีนี้")
    assert strip_of(program) is None


def test_that_another_file_takes_the_strip_down(start: Start, file: Path, tmp_path: Path) -> None:
    leave_draft(file, "ปีนี้", 1)
    other = tmp_path / "other.itadb"
    database = Database.open(other)
    database.write(office_service.found_office, Office(OfficeKind.SUBDISTRICT, "อื่น"))
    database.close()
    program = start(file)
    assert strip_of(program) is not None
    program.open_file(other)
    assert strip_of(program) is None


def test_that_the_program_begins_in_the_year_worked_in_last(start: Start, file: Path, tmp_path: Path) -> None:
    program = start(file)
    program.window.header.year_chosen.emit(YEAR_BEFORE)
    end(program)
    # To look at a year is no work in it.
    program = start(file)
    assert year_of(program) == THIS_YEAR
    program.window.header.year_chosen.emit(YEAR_BEFORE)
    program.window.go_to(Topic.MEETINGS, 0)
    place = meetings_tab(program).form.head.place
    type_text(place, "ห้องประชุม")
    press(place, Qt.Key.Key_Return)
    end(program)
    program = start(file)
    assert year_of(program) == YEAR_BEFORE
    end(program)
    copy = tmp_path / "copy.itadb"
    copy.write_bytes(file.read_bytes())
    assert year_of(start(copy)) == THIS_YEAR


def test_that_a_year_worked_in_counts_no_more_once_nothing_is_kept_of_it(
    start: Start, file: Path, settings: PcSettings
) -> None:
    settings.note_work(file, THIS_YEAR + 5)
    assert year_of(start(file)) == THIS_YEAR


def test_that_the_sample_leaves_no_year_behind(start: Start, file: Path, settings: PcSettings) -> None:
    settings.note_work(file, YEAR_BEFORE)
    program = start(sample=True)
    context = program.window.tabs()[0].context
    context.database.write(meetings.save_meeting, Meeting(year_of(program), "ใหม่"))
    assert settings.year_worked_in(file) == YEAR_BEFORE
    assert settings.year_worked_in(context.database.path) is None


@pytest.mark.parametrize("kept", ["", "มาก", "2569", "1 /tmp/a.itadb", "99999 /tmp/a.itadb", "2569 /tmp/b.itadb"])
def test_that_a_damaged_year_counts_as_none(settings: PcSettings, kept: str) -> None:
    settings._ini.setValue("data/worked_in", kept)
    assert settings.year_worked_in(Path("/tmp/a.itadb")) is None


def test_that_a_field_that_cannot_be_read_is_kept_on_closing_without_a_question(start: Start, file: Path) -> None:
    program = start(file)
    program.window.go_to(Topic.MEETINGS, 0)
    type_wrong_date(program)
    program.window.close()
    assert boxes(program) == []
    assert not program.window.isVisible()
    end(program)
    again = start(file)
    assert "ปีนี้" in told_by(again)
    strip = strip_of(again)
    assert strip is not None
    strip.open.click()
    assert meetings_tab(again).form.head.held_on.text() == "31 ก.พ. 2569"


def test_that_typing_that_not_even_a_draft_holds_is_asked_about(
    start: Start, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(file)
    program.window.go_to(Topic.MEETINGS, 0)

    def full(*_: object) -> None:
        raise UserError("ดิสก์เต็ม")

    with monkeypatch.context() as broken:
        broken.setattr(minutes_drafts, "keep_draft", full)
        type_wrong_date(program)
        program.window.close()
        (box,) = boxes(program)
        assert "จะหายไป" in box.accessibleName()
        assert "จะกลับมา" not in box.accessibleName()
        box.reject()
        assert program.window.isVisible()
    program.window.close()
    assert not program.window.isVisible()


def test_that_turning_the_year_tells_what_is_left_as_a_draft(start: Start, file: Path) -> None:
    program = start(file)
    told: list[str] = []
    program.say.told.connect(told.append)
    program.window.go_to(Topic.MEETINGS, 0)
    type_wrong_date(program)
    program.window.header.year_chosen.emit(YEAR_BEFORE)
    assert boxes(program) == []
    assert shown_meeting(program)[0] == "ครั้งหลัง"
    assert told == ["ช่องที่โปรแกรมอ่านไม่ได้ในหน้าการประชุม โปรแกรมเก็บข้อความไว้ให้แล้ว จะกลับมาเมื่อเปิดการประชุมนั้นอีกครั้ง"]
    program.window.header.year_chosen.emit(THIS_YEAR)
    assert meetings_tab(program).form.head.held_on.text() == "31 ก.พ. 2569"


def test_that_another_file_is_opened_without_a_question_and_the_draft_told_on_coming_back(
    start: Start, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.itadb"
    other.write_bytes(file.read_bytes())
    program = start(file)
    monkeypatch.setattr(program.say, "ask_open_file", lambda *asked: asked[-1](other))
    program.window.go_to(Topic.MEETINGS, 0)
    type_wrong_date(program)
    entries = [action for menu in program.window.findChildren(QMenu) for action in menu.actions()]
    next(action for action in entries if action.text().startswith("เปิดไฟล์ข้อมูลอื่น")).trigger()
    assert boxes(program) == []
    assert strip_of(program) is None
    program.open_file(file)
    strip = strip_of(program)
    assert strip is not None
    strip.open.click()
    assert meetings_tab(program).form.head.held_on.text() == "31 ก.พ. 2569"
