"""The word check in the meeting form: found while nobody types, corrected one by one and only when asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, process_time, sleep

import pytest
from keys import type_text
from office_context import make_context
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Meeting, MeetingStatus
from ita_desktop.services import meetings, records
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings import word_watch
from ita_desktop.ui.meetings.agenda_page import AgendaPage
from ita_desktop.ui.meetings.agenda_panel import AgendaPanel
from ita_desktop.ui.meetings.agenda_texts import MinutesText
from ita_desktop.ui.meetings.head_page import HeadPage
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.widgets.labels import ThaiLabel

YEAR = FiscalYear(2569)
WRONG = "เปิดประชุมเวลา 10.00 น."


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
    return database.write(meetings.save_meeting, Meeting(YEAR, name="คณะทำงาน", agenda=items, status=status))


def stored(database: Database, meeting: Meeting) -> Meeting:
    return database.read(meetings.get_meeting, meeting.id)


def panels(tab: MeetingsTab) -> list[AgendaPanel]:
    return list(tab.form.agenda.panels.values())


def found(tab: MeetingsTab) -> list[tuple[str, int, str]]:
    tab.form.word_watch.look()
    tab.form.words.set_open(True)
    return [(row.word.field, row.word.position, row.word.remark.found) for row in tab.form.words.rows]


def test_that_words_are_looked_at_only_when_typing_pauses(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง"))
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    panels(tab)[0].set_open(True)
    body = panels(tab)[0].body
    assert body is not None
    type_text(body.facts, WRONG)
    assert tab.form.words.isHidden()
    qtbot.waitUntil(lambda: not tab.form.words.isHidden(), timeout=word_watch.PAUSE + 2_000)
    assert "๑ แห่ง" in tab.form.words.toggle.text()
    assert not tab.form.words.is_open
    assert body.facts.text() == WRONG


@pytest.mark.parametrize("opened", [True, False], ids=["opened", "folded"])
def test_that_one_press_corrects_one_word_as_one_step(tab: MeetingsTab, database: Database, opened: bool) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง", facts=f"{WRONG}\n{WRONG}"))
    tab.show_item(meeting.id)
    panels(tab)[0].set_open(opened)
    assert found(tab) == [("facts", 0, "เปิดประชุม")] * 2
    assert "๔.๑ ข้อเท็จจริง" in tab.form.words.rows[0].sentence
    tab.form.words.rows[0].correct.click()
    right = WRONG.replace("เปิด", "เริ่ม")
    assert stored(database, meeting).agenda[0].facts == f"{right}\n{WRONG}"
    assert len(tab.form.words.rows) == 1
    tab.undo()
    assert stored(database, meeting).agenda[0].facts == f"{WRONG}\n{WRONG}"
    tab.redo()
    assert stored(database, meeting).agenda[0].facts == f"{right}\n{WRONG}"


def test_that_typing_before_a_correction_stays_when_it_is_undone(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง"))
    tab.show_item(meeting.id)
    panels(tab)[0].set_open(True)
    body = panels(tab)[0].body
    assert body is not None
    type_text(body.discussion, WRONG)
    assert found(tab)
    tab.form.words.rows[0].correct.click()
    assert "เริ่มประชุม" in stored(database, meeting).agenda[0].discussion
    tab.undo()
    assert stored(database, meeting).agenda[0].discussion == WRONG


def test_that_titles_subjects_and_the_closing_are_corrected_too(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "แผนปี พ.ศ.2569"))
    database.write(meetings.save_meeting, replace(meeting, subject="ติดตาม พ.ศ.2569", closing="เมื่อ พ.ศ.2569"))
    tab.show_item(meeting.id)
    assert [field for field, _, _ in found(tab)] == ["subject", "title", "closing"]
    while tab.form.words.rows:
        tab.form.words.rows[0].correct.click()
    now = stored(database, meeting)
    assert (now.subject, now.agenda[0].title, now.closing) == ("ติดตาม พ.ศ. 2569", "แผนปี พ.ศ. 2569", "เมื่อ พ.ศ. 2569")
    assert tab.form.words.isHidden()


def test_that_going_to_a_word_opens_its_item_with_the_word_selected(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "หนึ่ง"), AgendaItem(5, "สอง", resolution=f"จากนั้น {WRONG}"))
    tab.show_item(meeting.id)
    assert found(tab)
    tab.form.words.rows[0].go.click()
    body = panels(tab)[1].body
    assert body is not None
    assert body.resolution.textCursor().selectedText() == "เปิดประชุม"


def test_that_certified_minutes_show_only_words_of_the_news(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "หนึ่ง", facts=WRONG), status=MeetingStatus.CERTIFIED)
    database.write(meetings.save_meeting, replace(meeting, closing="เมื่อ พ.ศ.2569"))
    tab.show_item(meeting.id)
    assert [field for field, _, _ in found(tab)] == ["closing"]
    tab.form.words.rows[0].correct.click()
    assert stored(database, meeting).closing == "เมื่อ พ.ศ. 2569"


def test_that_the_key_of_spelling_opens_and_folds_the_list(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    meeting = keep(database, AgendaItem(4, "หนึ่ง", facts=WRONG))
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    tab.form.word_watch.look()
    with qtbot.waitActive(tab.window()):
        tab.window().activateWindow()
    tab.form.bar.setFocus()
    QTest.keyClick(tab.form.bar, Qt.Key.Key_F7)
    assert tab.form.words.is_open
    assert tab.form.words.rows[0].correct.hasFocus()
    QTest.keyClick(tab.form.words.rows[0].correct, Qt.Key.Key_F7)
    assert not tab.form.words.is_open


def test_that_the_opened_list_is_in_sight_at_once(tab: MeetingsTab, database: Database, qtbot: QtBot) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่อง", facts=WRONG))
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    tab.form.word_watch.look()
    qtbot.wait(50)
    folded = tab.form.words.height()
    tab.form.words.set_open(True)
    # As far as the clerk sees: without the window being resized.
    qtbot.waitUntil(lambda: tab.form.words.height() > folded + 20, timeout=1000)
    assert all(row.isVisible() and row.height() > 10 for row in tab.form.words.rows)


def open_item(tab: MeetingsTab, database: Database, *texts: str) -> MinutesText:
    """The first item of a meeting with these facts, the cursor in the first of them."""
    meeting = keep(database, *(AgendaItem(4, "เรื่อง", facts=text) for text in texts))
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    panels(tab)[0].set_open(True)
    body = panels(tab)[0].body
    assert body is not None
    tab.window().activateWindow()
    QApplication.processEvents()
    body.facts.setFocus()
    tab.form.word_watch.look()
    return body.facts


def test_that_the_list_is_worked_through_with_the_keyboard(tab: MeetingsTab, database: Database) -> None:
    text = open_item(tab, database, f"{WRONG}\n{WRONG}\nระบบ e-service และกลุ่มงาน")
    strip = tab.form.words
    QTest.keyClick(text, Qt.Key.Key_F7)
    assert strip.rows[0].correct.hasFocus()
    QTest.keyClick(strip.rows[0].correct, Qt.Key.Key_Down)
    QTest.keyClick(strip.rows[1].correct, Qt.Key.Key_Down)
    assert strip.rows[2].correct.hasFocus()
    QTest.keyClick(strip.rows[2].correct, Qt.Key.Key_Up)
    QTest.keyClick(strip.rows[1].correct, Qt.Key.Key_Space)
    right = WRONG.replace("เปิด", "เริ่ม")
    assert text.text() == f"{WRONG}\n{right}\nระบบ e-service และกลุ่มงาน"
    assert strip.rows[1].correct.hasFocus()
    QTest.keyClick(strip.rows[1].correct, Qt.Key.Key_Space)
    assert text.text() == f"{WRONG}\n{right}\nระบบ E-Service และกลุ่มงาน"
    assert strip.rows[1].word.remark.suggestion is None
    assert strip.rows[1].go.hasFocus()
    QTest.keyClick(strip.rows[1].go, Qt.Key.Key_Down)
    assert strip.rows[1].go.hasFocus()
    QTest.keyClick(strip.rows[1].go, Qt.Key.Key_Escape)
    assert not strip.is_open
    assert text.hasFocus()


def test_that_the_last_correction_leads_back_to_the_text(tab: MeetingsTab, database: Database) -> None:
    text = open_item(tab, database, WRONG)
    QTest.keyClick(text, Qt.Key.Key_F7)
    QTest.keyClick(tab.form.words.rows[0].correct, Qt.Key.Key_Space)
    assert tab.form.words.isHidden()
    assert text.hasFocus()


def test_that_a_click_on_the_title_leaves_the_way_back_to_the_text(tab: MeetingsTab, database: Database) -> None:
    text = open_item(tab, database, WRONG)
    QTest.mouseClick(tab.form.words.toggle, Qt.MouseButton.LeftButton)
    assert tab.form.words.rows[0].correct.hasFocus()
    QTest.mouseClick(tab.form.words.toggle, Qt.MouseButton.LeftButton)
    assert text.hasFocus()


def test_that_escape_without_a_text_to_return_to_stays_at_the_title(tab: MeetingsTab, database: Database) -> None:
    open_item(tab, database, WRONG)
    tab.form.words.toggle.setFocus()
    QTest.keyClick(tab.form.words.toggle, Qt.Key.Key_Space)
    panels(tab)[0].set_open(False)
    QTest.keyClick(tab.form.words.rows[0].correct, Qt.Key.Key_Escape)
    assert tab.form.words.toggle.hasFocus()


def test_that_pages_without_words_give_the_list_no_room(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง", facts=WRONG))
    database.write(meetings.save_meeting, replace(meeting, closing="No-gift policy"))
    tab.show_item(meeting.id)
    tab.form.word_watch.look()
    seen = []
    for number in range(tab.form.bar.count()):
        tab.form.bar.setCurrentIndex(number)
        seen.append(tab.form.words.isVisible())
    assert seen == [False, False, False, True, True, False]


def test_that_words_of_the_page_in_sight_stand_first(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง", facts=WRONG))
    database.write(meetings.save_meeting, replace(meeting, subject="ปี พ.ศ.2569", closing="No-gift policy"))
    tab.show_item(meeting.id)
    assert [field for field, _, _ in found(tab)] == ["subject", "facts", "closing"]
    tab.form.show_page(tab.form.closing)
    assert [row.word.field for row in tab.form.words.rows] == ["closing", "subject", "facts"]


def test_that_the_key_finds_the_page_with_a_word(tab: MeetingsTab, database: Database) -> None:
    meeting = keep(database, AgendaItem(4, "เรื่องหนึ่ง", facts=WRONG))
    tab.show_item(meeting.id)
    tab.form.word_watch.look()
    tab.window().activateWindow()
    QApplication.processEvents()
    tab.form.bar.setFocus()
    assert tab.form.page_kind is HeadPage
    QTest.keyClick(tab.form.bar, Qt.Key.Key_F7)
    assert tab.form.page_kind is AgendaPage
    assert tab.form.words.rows[0].correct.hasFocus()
    right = keep(database, AgendaItem(4, "เรื่องสอง"))
    tab.show_item(right.id)
    tab.form.bar.setCurrentIndex(0)
    tab.form.word_watch.look()
    QTest.keyClick(tab.form.bar, Qt.Key.Key_F7)
    assert tab.form.page_kind is HeadPage


@pytest.mark.parametrize("width", [1366, 1024])
def test_that_the_open_list_leaves_the_room_to_the_text(tab: MeetingsTab, database: Database, width: int) -> None:
    tab.window().resize(width, 620)
    tab.resize(width, 620)
    open_item(tab, database, *[f"{WRONG} ระบบ e-service ปี พ.ศ.2569"] * 8)
    tab.form.words.set_open(True)
    for _ in range(4):
        QApplication.processEvents()
    assert len(tab.form.words.rows) == 24
    assert tab.form.words.height() <= 150
    assert tab.form.stack.height() >= 2 * tab.form.words.height()
    for row in tab.form.words.rows:
        said, why = row.findChildren(ThaiLabel)
        assert said.y() == why.y()
        assert said.height() < 2 * said.fontMetrics().lineSpacing()


def test_that_a_correction_of_spaces_alone_can_be_seen(tab: MeetingsTab, database: Database) -> None:
    open_item(tab, database, "ปี พ.ศ.2569 และไม่น้อยกว่าร้อยละ 100 ใช้ระบบe-service")
    tab.form.words.set_open(True)
    assert [row.sentence.partition(": ")[2] for row in tab.form.words.rows] == [
        "“พ.ศ.๒๕๖๙” → “พ.ศ. ๒๕๖๙”",
        "“ไม่น้อยกว่าร้อยละ ๑๐๐” → “ร้อยละ ๑๐๐”",
        "“e-service” → “E-Service”",
    ]


def test_that_a_long_text_is_read_in_slices_between_keys(tab: MeetingsTab, database: Database) -> None:
    lines = "\n".join(f"{n} ผู้แทนกองคลังรายงานผลการดำเนินงานตามมาตรการข้อที่ {n} ต่อที่ประชุม" for n in range(1200))
    meeting = keep(database, AgendaItem(4, "เรื่องยาว", facts=f"{lines}\n{WRONG}"))
    tab.show_item(meeting.id)
    tab.form.show_page(tab.form.agenda)
    longest = 0.0
    end = monotonic() + 20
    while tab.form.words.isHidden() and monotonic() < end:
        begin = process_time()
        QApplication.processEvents()
        longest = max(longest, process_time() - begin)
        sleep(0.001)
    assert not tab.form.words.isHidden()
    assert longest < 0.1
