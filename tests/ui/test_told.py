"""Sentences told by the window: seen, out of the way, and nothing moves for them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.widgets.told import Told

SHORT = "ลบมาตรการแล้ว กดเลิกทำ (Ctrl+Z) หากต้องการนำกลับมา"
LONG = f"บันทึกเอกสารแล้ว: /home/เอกสาร/{'แนวทางและมาตรการยกระดับผลการประเมิน ' * 4}.pdf"


@pytest.fixture
def main(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    window.resize(1366, 720)
    tabs = window.findChild(QTabWidget)
    assert tabs is not None
    page = tabs.widget(0)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(QPushButton("ลบ"))
    window.show()
    stack = tabs.parentWidget()
    assert isinstance(stack, QStackedWidget)
    stack.setCurrentWidget(tabs)
    QApplication.processEvents()
    yield window
    window.close()
    window.deleteLater()


def told(main: MainWindow) -> Told:
    [found] = main.findChildren(Told)
    return found


@pytest.mark.parametrize("sentence", [SHORT, LONG])
@pytest.mark.parametrize("width", [800, 1024, 1366])
def test_that_nothing_moves_for_a_sentence_and_all_of_it_is_seen(main: MainWindow, sentence: str, width: int) -> None:
    main.resize(width, 720)
    QApplication.processEvents()
    button = next(b for b in main.findChildren(QPushButton) if b.text() == "ลบ")
    before = button.mapToGlobal(QPoint()), button.size()
    main.tell(sentence)
    QApplication.processEvents()
    strip = told(main)
    assert (button.mapToGlobal(QPoint()), button.size()) == before
    assert strip.isVisible()
    assert strip.sentence == sentence
    assert strip.height() >= strip.heightForWidth(strip.width())
    assert main.rect().contains(strip.geometry())


@pytest.mark.parametrize("width", [800, 1024, 1366])
def test_that_a_sentence_covers_no_tab(main: MainWindow, width: int) -> None:
    main.resize(width, 720)
    main.tell(LONG)
    QApplication.processEvents()
    tabs = main.findChild(QTabWidget)
    assert tabs is not None
    bar = tabs.tabBar()
    last = bar.tabRect(bar.count() - 1)
    end = bar.mapTo(main, last.bottomRight())
    strip = told(main).geometry()
    assert strip.left() > end.x() or strip.top() >= end.y() - 1


def test_that_a_short_sentence_stays_within_the_band_of_the_tabs(main: MainWindow) -> None:
    main.tell(SHORT)
    tabs = main.findChild(QTabWidget)
    assert tabs is not None
    assert told(main).geometry().bottom() <= tabs.tabBar().mapTo(main, QPoint(0, tabs.tabBar().height())).y()


def test_that_a_click_puts_a_sentence_away_and_the_next_one_is_seen(main: MainWindow) -> None:
    main.tell(SHORT)
    QTest.mouseClick(told(main), Qt.MouseButton.LeftButton)
    assert not told(main).isVisible()
    main.tell(LONG)
    assert told(main).isVisible()


def test_that_a_sentence_follows_the_window(main: MainWindow) -> None:
    main.tell(SHORT)
    main.resize(1024, 720)
    QApplication.processEvents()
    assert told(main).geometry().right() < 1024
