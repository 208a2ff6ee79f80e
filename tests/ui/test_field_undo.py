"""Undo in a field that has nothing of its own to take back is the tab's."""

import pytest
from keys import CTRL, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.shortcuts import bind


class Page(QWidget):
    """A line and a text on a page that has a history."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.fields = {"line": TextLine(), "text": GrowingText()}
        layout = QVBoxLayout(self)
        for field in self.fields.values():
            layout.addWidget(field)
        bind("Ctrl+Z", self, lambda: self.asked.append("undo"))
        bind("Ctrl+Y", self, lambda: self.asked.append("redo"))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("name", ["line", "text"])
def test_that_the_tab_is_asked_only_where_the_field_has_nothing_to_take_back(page: Page, name: str) -> None:
    field = page.fields[name]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert page.asked == ["undo"]
    type_text(field, "ก")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (page.asked, field.text()) == (["undo"], "")
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert (page.asked, field.text()) == (["undo"], "ก")
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert page.asked == ["undo", "redo"]


@pytest.mark.parametrize("name", ["line", "text"])
def test_that_other_keys_stay_the_fields(page: Page, name: str) -> None:
    field = page.fields[name]
    field.setFocus()
    type_text(field, "กข")
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), page.asked) == ("", [])
