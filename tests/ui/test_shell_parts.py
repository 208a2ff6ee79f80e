"""Feed, tab, background, say, crash, log, translation and theme."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop import log
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.ui import theme
from ita_desktop.ui.background import Background
from ita_desktop.ui.context import Years
from ita_desktop.ui.crash import Crash
from ita_desktop.ui.feed import ChangeFeed
from ita_desktop.ui.say import Choice, Say
from ita_desktop.ui.translation import ThaiTranslator


def test_that_the_feed_tells_topics_and_is_silent_about_nothing() -> None:
    feed = ChangeFeed()
    heard: list[frozenset[Topic]] = []
    feed.changed.connect(heard.append)
    feed.announce([])
    feed.announce([Topic.MEASURES, Topic.PLANS])
    assert heard == [frozenset({Topic.MEASURES, Topic.PLANS})]


def test_that_the_result_year_is_the_year_before_the_plan_year() -> None:
    years = Years(FiscalYear(2569))
    changes: list[int] = []
    years.changed.connect(lambda: changes.append(years.plan_year.be))
    years.choose(FiscalYear(2569))
    years.choose(FiscalYear(2570))
    assert changes == [2570]
    assert years.result_year == FiscalYear(2569)


@pytest.fixture
def background() -> Iterator[Background]:
    found = Background()
    yield found
    found.stop()


def test_that_background_work_is_done_elsewhere_and_handed_over_here(background: Background, qtbot: QtBot) -> None:
    here = threading.get_ident()
    places: list[int] = []
    busy: list[bool] = []
    background.busy_changed.connect(busy.append)
    background.run(threading.get_ident, lambda there: places.extend([there, threading.get_ident()]))
    assert background.busy
    qtbot.waitUntil(lambda: len(places) == 2)
    assert places[0] != here
    assert places[1] == here
    assert busy == [True, False]
    assert not background.busy


def test_that_a_failure_in_the_background_is_raised_here(background: Background, qtbot: QtBot) -> None:
    def fail() -> None:
        raise UserError("ดิสก์เต็ม กรุณาลบไฟล์ที่ไม่ใช้แล้วลองใหม่")

    given_back: list[bool] = []
    done: list[object] = []
    with qtbot.captureExceptions() as failures:
        background.run(fail, done.append, always=lambda: given_back.append(True))
        qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0][1], UserError)
    assert given_back == [True]
    assert done == []


def test_that_stopping_drops_what_has_not_begun(qtbot: QtBot) -> None:
    background = Background()
    gate = threading.Event()
    ran: list[str] = []
    background.run(gate.wait, lambda _: ran.append("first"))
    background.run(lambda: ran.append("second"), lambda _: None)
    gate.set()
    background.stop()
    QCoreApplication.processEvents()
    assert "first" not in ran


@pytest.fixture
def voice(window: QWidget) -> Say:
    return Say(window)


def open_box(window: QWidget) -> QMessageBox:
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert len(boxes) == 1
    return boxes[0]


def button(box: QMessageBox, words: str) -> QPushButton:
    return next(b for b in box.findChildren(QPushButton) if b.text() == words)


def test_that_an_error_is_shown_as_it_is_and_markup_as_letters(voice: Say, window: QWidget) -> None:
    voice.error(UserError("ชื่อ <b>กอง</b> & ฝ่าย ซ้ำกับที่มีอยู่"))
    box = open_box(window)
    assert box.text().replace("\u200b", "").replace("\u00a0", " ") == "ชื่อ <b>กอง</b> & ฝ่าย ซ้ำกับที่มีอยู่"
    assert box.accessibleName() == "ชื่อ <b>กอง</b> & ฝ่าย ซ้ำกับที่มีอยู่"
    button(box, "ตกลง").click()
    assert not box.isVisible()


def test_that_a_question_does_what_was_agreed_to_and_nothing_else(voice: Say, window: QWidget) -> None:
    done: list[str] = []
    voice.confirm("ลบมาตรการนี้หรือไม่", lambda: done.append("removed"), danger=True, yes="ลบ")
    box = open_box(window)
    assert box.defaultButton().text() == "ยกเลิก"
    button(box, "ยกเลิก").click()
    assert done == []
    QCoreApplication.processEvents()
    voice.confirm("ลบมาตรการนี้หรือไม่", lambda: done.append("removed"), danger=True, yes="ลบ")
    button(open_box(window), "ลบ").click()
    assert done == ["removed"]


def test_that_closing_a_question_is_no(voice: Say, window: QWidget) -> None:
    done: list[str] = []
    voice.confirm("เริ่มใหม่หรือไม่", lambda: done.append("yes"))
    box = open_box(window)
    assert box.defaultButton().text() == "ตกลง"
    box.reject()
    assert done == []


def test_that_a_choice_does_what_its_button_says(voice: Say, window: QWidget) -> None:
    done: list[str] = []
    ways = [Choice("เปิดไฟล์อื่น", lambda: done.append("open")), Choice("สร้างใหม่", lambda: done.append("new"))]
    voice.choose("เปิดไฟล์ข้อมูลไม่ได้", ways, cancel="ปิดโปรแกรม")
    button(open_box(window), "สร้างใหม่").click()
    assert done == ["new"]


def test_that_a_sentence_told_reaches_the_window_even_from_a_dialog(voice: Say, window: QWidget) -> None:
    heard: list[str] = []
    voice.told.connect(heard.append)
    voice.within(QWidget(window)).tell("บันทึกไฟล์แล้ว")
    assert heard == ["บันทึกไฟล์แล้ว"]


def test_that_files_are_asked_for_without_blocking(voice: Say, window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    voice.ask_save_file("บันทึกเป็น PDF", tmp_path / "มาตรการ.pdf", chosen.append)
    dialog = window.findChildren(QFileDialog)[-1]
    assert dialog.isVisible()
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "x.pdf"))
    dialog.close()
    (tmp_path / "a.itadb").touch()
    voice.ask_open_file("เปิดไฟล์ข้อมูล", "ไฟล์ข้อมูล (*.itadb)", chosen.append)
    window.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "a.itadb"))
    assert chosen == [tmp_path / "x.pdf", tmp_path / "a.itadb"]
    for left in window.findChildren(QFileDialog):
        left.close()


@pytest.fixture
def fresh_log() -> Iterator[None]:
    yield
    log.start.cache_clear()
    logger = logging.getLogger("ita_desktop")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def failing() -> Exception:
    try:
        raise KeyError("นายสมชาย ใจดี 081-234-5678 somchai@example.go.th")
    except KeyError as error:
        return error


@pytest.mark.usefixtures("fresh_log")
def test_that_a_bug_is_logged_without_names_and_told_once(say: RecordingSay, tmp_path: Path) -> None:
    file = tmp_path / "log" / "ita.log"
    crash = Crash(say, file)
    error = failing()
    crash.receive(type(error), error, error.__traceback__)
    crash.receive(type(error), error, error.__traceback__)
    assert len(say.errors) == 1
    assert str(file) in say.errors[0]
    written = file.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "test_shell_parts.py" in written
    assert "สมชาย" not in written
    assert "081" not in written
    assert "example.go.th" not in written


def test_that_a_user_error_is_shown_and_not_logged(say: RecordingSay, tmp_path: Path) -> None:
    file = tmp_path / "ita.log"
    Crash(say, file).receive(UserError, UserError("ดิสก์เต็ม"))
    assert say.errors == ["ดิสก์เต็ม"]
    assert not file.exists()


def test_that_crash_takes_over_the_hook_and_ctrl_c_still_ends(
    say: RecordingSay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    ended: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *failure: ended.append(failure[0]))
    crash = Crash(say, tmp_path / "ita.log")
    crash.install()
    assert sys.excepthook == crash.receive
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [KeyboardInterrupt]
    assert say.errors == []


@pytest.mark.usefixtures("fresh_log")
def test_that_a_log_that_cannot_be_written_stops_nothing(say: RecordingSay, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    error = failing()
    Crash(say, blocked / "ita.log").receive(type(error), error, error.__traceback__)
    assert len(say.errors) == 1


@pytest.mark.usefixtures("fresh_log")
def test_that_notes_reach_the_log(tmp_path: Path) -> None:
    log.start(tmp_path / "ita.log")
    log.note(f"opened {Path.home()}/ข้อมูล")
    assert "opened ~/…" in (tmp_path / "ita.log").read_text(encoding="utf-8")


def test_that_standard_buttons_are_thai(qapp: QApplication) -> None:
    translator = ThaiTranslator(qapp)
    qapp.installTranslator(translator)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        assert {found.text() for found in box.buttons()} == {"ตกลง", "ยกเลิก"}
        assert QCoreApplication.translate("QLineEdit", "&Copy") == "คัดลอก"
        assert QCoreApplication.translate("QObject", "Unknown words") == "Unknown words"
    finally:
        qapp.removeTranslator(translator)


def luminance(colour: str) -> float:
    red, green, blue, _ = QColor(colour).getRgbF()
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (theme.INK, theme.CARD),
        (theme.QUIET, theme.GROUND),
        (theme.QUIET, theme.CARD),
        (theme.ACCENT, theme.ACCENT_PALE),
        ("#ffffff", theme.ACCENT),
        (theme.WARNING, theme.CARD),
        (theme.WARNING, theme.WARNING_PALE),
        (theme.ERROR, theme.ERROR_PALE),
        (theme.GOOD, theme.GOOD_PALE),
        (theme.INK, theme.ACCENT_PALE),
    ],
)
def test_that_text_has_a_contrast_of_at_least_four_and_a_half(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_that_the_edge_of_a_field_is_seen() -> None:
    assert contrast(theme.EDGE, theme.CARD) >= 3


@pytest.mark.parametrize("size", list(theme.TextSize))
def test_that_the_style_sheet_is_filled_in_for_every_size(size: theme.TextSize) -> None:
    sheet = theme.style_sheet(size)
    assert "$" not in sheet
    assert f"font-size: {size + 5}pt" in sheet


def test_that_work_done_before_the_stop_is_not_handed_over_behind_it() -> None:
    owner = QObject()
    background = Background(owner)
    taken: list[int] = []
    background.run(lambda: 1, taken.append)
    worker = background._executor
    assert worker is not None
    worker.submit(lambda: None).result()
    background.stop()
    QCoreApplication.processEvents()
    assert taken == []
