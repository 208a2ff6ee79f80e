"""The dialog that ticks entries of a list: Enter takes what is ticked, Space and a double click tick."""

import pytest
from keys import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog

ONE = Qt.MouseButton.LeftButton


@pytest.fixture
def taken() -> list[list[int]]:
    return []


@pytest.fixture
def dialog(window: QWidget, taken: list[list[int]]) -> PickDialog[int]:
    return opened(window, taken)


def opened(window: QWidget, taken: list[list[int]], *ticked: int) -> PickDialog[int]:
    entries = [Entry(f"รายการ {n}", n, n in ticked) for n in range(3)]
    made = PickDialog("เลือก", "เลือกแล้วกดตกลง", entries, "ตกลง", taken.append, Numerals.THAI, window)
    made.show()
    return made


def tick_with_keys(dialog: PickDialog[int], qtbot: QtBot) -> None:
    """Down to the second row and Space."""
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_enter_takes_what_space_has_ticked(
    dialog: PickDialog[int], taken: list[list[int]], qtbot: QtBot, enter: Qt.Key
) -> None:
    tick_with_keys(dialog, qtbot)
    assert dialog.picked() == [1]
    QTest.keyClick(dialog.list, enter)
    assert taken == [[1]]


def test_that_a_double_click_ticks_and_leaves_the_dialog_open(dialog: PickDialog[int], taken: list[list[int]]) -> None:
    place = dialog.list.visualRect(dialog.list.model().index(2, 0)).center()
    for kind in (QTest.mouseClick, QTest.mouseDClick):
        kind(dialog.list.viewport(), ONE, Qt.KeyboardModifier.NoModifier, place)
    assert (dialog.picked(), taken, dialog.isVisible()) == ([2], [], True)


def test_that_the_count_stands_in_the_offices_digits(dialog: PickDialog[int], qtbot: QtBot) -> None:
    assert dialog.agree.text() == "ตกลง"
    tick_with_keys(dialog, qtbot)
    assert dialog.agree.text() == "ตกลง (๑)"


def test_that_nothing_is_taken_before_something_is_ticked(
    dialog: PickDialog[int], taken: list[list[int]], qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    press(dialog.list, Qt.Key.Key_Return)
    assert (dialog.isVisible(), taken, dialog.agree.isEnabled()) == (True, [], False)


def test_that_what_was_ticked_before_can_be_given_up(window: QWidget, taken: list[list[int]]) -> None:
    dialog = opened(window, taken, 0)
    dialog.all.click()
    dialog.all.click()
    dialog.agree.click()
    assert taken == [[]]
