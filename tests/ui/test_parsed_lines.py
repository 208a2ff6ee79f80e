"""Score, date, time and text fields with real keys."""

from datetime import date, time
from decimal import Decimal

import pytest
from keys import ALT, CTRL, PLAIN, press, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.score_field import ScoreField
from ita_desktop.ui.widgets.time_field import TimeField

TODAY = date(2026, 2, 2)


@pytest.fixture
def score(window: QWidget) -> ScoreField:
    field = ScoreField(Numerals.THAI, window)
    field.show()
    return field


@pytest.fixture
def day(window: QWidget) -> ThaiDateField:
    field = ThaiDateField(Numerals.THAI, lambda: TODAY, parent=window)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("84.99", "๘๔.๙๙"), ("๙๙,๗๓", "๙๙.๗๓"), ("100", "๑๐๐.๐๐"), ("๐", "๐.๐๐"), ("85.", "๘๕.๐๐"), ("", "")],
)
def test_that_a_score_is_taken_in_both_digits_and_shown_in_the_office_s(
    score: ScoreField, typed: str, shown: str
) -> None:
    committed: list[object] = []
    score.committed.connect(committed.append)
    type_text(score, typed)
    press(score, Qt.Key.Key_Return)
    assert score.text() == shown
    assert score.problem() == ""
    assert len(committed) == (1 if typed else 0)


@pytest.mark.parametrize("typed", ["-5", "84.999", "100.01", "แปดสิบ", "12e3", "๑๐๑"])
def test_that_a_wrong_score_is_refused_aloud_and_what_was_typed_stays(score: ScoreField, typed: str) -> None:
    score.set_value(Decimal("80.00"))
    score.selectAll()
    note = FieldNote(parent=score.parentWidget())
    note.follow(score)
    committed: list[object] = []
    score.committed.connect(committed.append)
    type_text(score, typed)
    press(score, Qt.Key.Key_Return)
    assert score.text() == typed
    assert score.value() == Decimal("80.00")
    assert committed == []
    assert note.tone is Tone.ERROR
    assert note.sentence == score.problem() != ""
    assert score.accessibleDescription() == note.sentence
    assert score.property("problem") is True


def test_that_a_mended_score_loses_its_mark(score: ScoreField) -> None:
    type_text(score, "845")
    assert score.problem()
    press(score, Qt.Key.Key_Backspace)
    assert score.problem() == ""
    assert score.property("problem") is False


def test_that_typing_tells_the_score_before_it_is_saved(score: ScoreField) -> None:
    typed: list[object] = []
    score.typed.connect(typed.append)
    type_text(score, "๘๔")
    press(score, Qt.Key.Key_Backspace)
    press(score, Qt.Key.Key_Backspace)
    assert typed == [Decimal("8.00"), Decimal("84.00"), Decimal("8.00"), None]


def test_that_an_emptied_score_is_no_score(score: ScoreField) -> None:
    score.set_value(Decimal("80.00"))
    committed: list[object] = []
    score.committed.connect(committed.append)
    score.selectAll()
    press(score, Qt.Key.Key_Delete)
    press(score, Qt.Key.Key_Return)
    assert committed == [None]
    assert score.value() is None


def test_that_digits_can_be_changed_without_losing_wrong_text(score: ScoreField) -> None:
    score.set_value(Decimal("80.00"))
    score.set_numerals(Numerals.ARABIC)
    assert score.text() == "80.00"
    type_text(score, "ก")
    score.set_numerals(Numerals.THAI)
    assert "ก" in score.text()


@pytest.mark.parametrize("typed", ["๑๒ มกราคม ๒๕๖๙", "12 ม.ค. 69", "12/1/2569", "12012569"])
def test_that_a_date_is_taken_as_clerks_write_it(day: ThaiDateField, typed: str) -> None:
    type_text(day, typed)
    press(day, Qt.Key.Key_Return)
    assert day.value() == date(2026, 1, 12)
    assert day.text() == "๑๒ มกราคม ๒๕๖๙"


@pytest.mark.parametrize("typed", ["12/1/2026", "31 ก.พ. 2569", "พรุ่งนี้"])
def test_that_a_wrong_date_stays_marked_and_the_stored_one_untouched(day: ThaiDateField, typed: str) -> None:
    day.set_value(TODAY)
    day.selectAll()
    type_text(day, typed)
    assert day.problem() == ""
    press(day, Qt.Key.Key_Return)
    assert day.text() == typed
    assert day.problem()
    assert day.value() == TODAY


def test_that_arrows_move_a_date_by_days(day: ThaiDateField) -> None:
    day.set_value(TODAY)
    press(day, Qt.Key.Key_Up)
    press(day, Qt.Key.Key_Up)
    press(day, Qt.Key.Key_Down)
    assert day.value() == date(2026, 2, 3)


def test_that_the_calendar_opens_by_key_and_picks_by_key(day: ThaiDateField, qtbot: QtBot) -> None:
    committed: list[object] = []
    day.committed.connect(committed.append)
    press(day, Qt.Key.Key_Down, ALT)
    calendar = day.findChild(QWidget, "calendar")
    assert calendar is not None
    assert calendar.isVisible()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(calendar, key)
    assert committed == [date(2026, 3, 10)]
    assert not calendar.isVisible()
    assert day.text() == "๑๐ มีนาคม ๒๕๖๙"


def test_that_a_required_field_says_so(window: QWidget) -> None:
    field = TextLine(required="กรุณากรอกชื่อการประชุม", parent=window)
    assert not field.commit()
    assert field.problem() == "กรุณากรอกชื่อการประชุม"
    type_text(field, "ป")
    assert field.problem() == ""


@pytest.mark.parametrize(("typed", "moment"), [("9.30", time(9, 30)), ("๑๓:๐๐ น.", time(13)), ("9 น.", time(9))])
def test_that_a_time_is_taken_as_clerks_write_it(window: QWidget, typed: str, moment: time) -> None:
    field = TimeField(Numerals.THAI, window)
    type_text(field, typed)
    press(field, Qt.Key.Key_Return)
    assert field.value() == moment
    assert field.text().endswith(" น.")


def test_that_a_wrong_time_stays_marked(window: QWidget) -> None:
    field = TimeField(Numerals.THAI, window)
    type_text(field, "25.00")
    press(field, Qt.Key.Key_Return)
    assert field.text() == "25.00"
    assert field.problem()


def test_that_pasted_text_loses_what_word_and_pdf_put_into_it(window: QWidget) -> None:
    field = TextLine(parent=window)
    QGuiApplication.clipboard().setText("เทศบาล\u200bตำบล\u00a0บ้าน\nสวน\ufeff")
    press(field, Qt.Key.Key_V, CTRL)
    assert field.text() == "เทศบาลตำบล บ้าน สวน"


def test_that_leaving_a_field_commits_it(window: QWidget, qtbot: QtBot) -> None:
    first, second = TextLine(parent=window), TextLine(parent=window)
    for field in (first, second):
        field.show()
    first.setFocus()
    committed: list[object] = []
    first.committed.connect(committed.append)
    type_text(first, " นาย  สมชาย ")
    press(first, Qt.Key.Key_Tab, PLAIN)
    qtbot.waitUntil(lambda: committed == ["นาย สมชาย"])
    assert first.value() == "นาย สมชาย"
