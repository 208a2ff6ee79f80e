"""The whole meetings tab by keyboard: Tab comes to everything once, and back; the mouse leaves no key behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from keys import CTRL, PLAIN, SHIFT
from office_context import make_context
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from recording_say import RecordingSay

from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.meeting import MeetingStatus
from ita_desktop.services import records
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab

PAGES = range(6)


@pytest.fixture
def tab(tmp_path: Path, say: RecordingSay, window: QWidget, qtbot: QtBot) -> Iterator[MeetingsTab]:
    database = Database.open(tmp_path / "office.itadb")
    database.write(records.write_record, sample_record())
    made = MeetingsTab(make_context(database, say, window, numerals=Numerals.THAI), window)
    window.resize(1366, 640)
    made.resize(1366, 640)
    made.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    open_one = next(m for m in made.list.records.shown() if m.status is not MeetingStatus.CERTIFIED)
    made.show_item(open_one.id)
    yield made
    made.finish_editing()
    database.close()


def stops_of(tab: MeetingsTab) -> set[QWidget]:
    """Everything in sight of the window that the Tab key can come to."""
    return {
        widget
        for widget in tab.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    }


def walk(begin: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> list[QWidget]:
    """What the key comes to, from a widget until it comes to one for the second time."""
    begin.setFocus()
    way: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in way:
        way.append(at)
        QTest.keyClick(at, key, modifiers)
    assert at is begin, f"a ring from {at} on"
    return way


def place(tab: MeetingsTab, widget: QWidget) -> tuple[int, int]:
    """Where a stop stands: its line, then its place in the line."""
    at = widget.mapTo(tab, QPoint(0, 0))
    return at.y(), at.x()


@pytest.mark.parametrize("page", PAGES)
def test_that_tab_comes_to_every_stop_once_and_back(tab: MeetingsTab, qtbot: QtBot, page: int) -> None:
    tab.form.bar.setCurrentIndex(page)
    qtbot.wait(30)
    forth = walk(tab.new, Qt.Key.Key_Tab)
    back = walk(tab.new, Qt.Key.Key_Backtab, SHIFT)
    assert set(forth) == stops_of(tab)
    assert back == [forth[0], *reversed(forth[1:])]
    assert forth[:2] == [tab.new, tab.list]


@pytest.mark.parametrize("page", [0, 1, 4])
def test_that_fields_are_come_to_as_they_are_read(tab: MeetingsTab, qtbot: QtBot, page: int) -> None:
    tab.form.bar.setCurrentIndex(page)
    qtbot.wait(30)
    area = tab.form.stack.currentWidget()
    assert area is not None
    fields = [stop for stop in walk(tab.new, Qt.Key.Key_Tab) if area.isAncestorOf(stop)]
    assert fields == sorted(fields, key=lambda field: place(tab, field))


def click_tab(tab: MeetingsTab, page: int) -> None:
    bar = tab.form.bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, PLAIN, bar.tabRect(page).center())


@pytest.mark.parametrize("page", PAGES)
def test_that_a_click_on_a_pages_tab_takes_the_keyboard_to_the_page(tab: MeetingsTab, qtbot: QtBot, page: int) -> None:
    tab.new.setFocus()
    click_tab(tab, page)
    qtbot.wait(30)
    at = QApplication.focusWidget()
    area = tab.form.stack.currentWidget()
    assert at is not None
    assert area is not None
    assert area.isAncestorOf(at)
    fields = [stop for stop in walk(tab.new, Qt.Key.Key_Tab) if area.isAncestorOf(stop)]
    at.setFocus()
    QTest.keyClick(at, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields[0]


def test_that_a_walk_along_the_tabs_by_arrows_stays_on_them(tab: MeetingsTab) -> None:
    tab.form.bar.setFocus()
    for page in PAGES:
        assert tab.form.bar.currentIndex() == page
        QTest.keyClick(tab.form.bar, Qt.Key.Key_Right)
        assert tab.form.bar.hasFocus()


def test_that_the_wheel_over_the_tabs_turns_no_page(tab: MeetingsTab) -> None:
    bar = tab.form.bar
    here = QPointF(bar.tabRect(0).center())
    down = QWheelEvent(
        here,
        QPointF(bar.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bar, down)
    assert bar.currentIndex() == 0


def test_that_a_click_on_an_empty_place_of_a_page_moves_nothing(tab: MeetingsTab, qtbot: QtBot) -> None:
    photos = tab.form.photos
    tab.form.bar.setCurrentIndex(5)
    qtbot.wait(30)
    photos.setMinimumHeight(3_000)
    qtbot.wait(30)
    area = tab.form.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    for at in (0, 700):
        area.verticalScrollBar().setValue(at)
        QTest.mouseClick(photos, Qt.MouseButton.LeftButton, PLAIN, QPoint(4, at + 300))
        qtbot.wait(30)
        assert photos.hasFocus()
        assert area.verticalScrollBar().value() == at
    QTest.keyClick(photos, Qt.Key.Key_Tab)
    assert tab.form.photos.add.hasFocus()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("again", [False, True])
def test_that_a_page_entered_by_its_key_or_a_click_begins_at_its_first_field(
    tab: MeetingsTab, qtbot: QtBot, page: int, again: bool
) -> None:
    tab.form.bar.setCurrentIndex((page - 1) % len(PAGES))
    if again:
        tab.form.bar.setCurrentIndex(page)
        for meeting in tab.list.records.shown()[::-1]:
            tab.show_item(meeting.id)
            qtbot.wait(10)
        tab.form.bar.setCurrentIndex((page - 1) % len(PAGES))
    tab.form.bar.setFocus()
    QTest.keyClick(tab.form.bar, Qt.Key.Key_PageDown, CTRL)
    assert tab.form.bar.currentIndex() == page
    qtbot.wait(30)
    area = tab.form.stack.currentWidget()
    assert area is not None
    inside = [stop for stop in stops_of(tab) if area.isAncestorOf(stop)]
    assert QApplication.focusWidget() is min(inside, key=lambda stop: place(tab, stop))


def test_that_keys_turn_the_pages_from_inside_a_field_and_stand_in_the_first_one(tab: MeetingsTab) -> None:
    tab.form.head.place.setFocus()
    seen = []
    for _ in PAGES:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
        area = tab.form.stack.currentWidget()
        focused = QApplication.focusWidget()
        assert area is not None
        assert focused is not None
        assert area.isAncestorOf(focused)
        assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus
        seen.append(tab.form.bar.currentIndex())
    assert seen == [1, 2, 3, 4, 5, 0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert tab.form.bar.currentIndex() == 5
