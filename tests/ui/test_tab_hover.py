"""A tab that is turned to again looks as if nobody points at anything in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from office_context import make_context
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from recording_say import RecordingSay

from ita_desktop.db.database import Database
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.topics import Topic
from ita_desktop.services import office
from ita_desktop.ui.tab import Tab

OFFICE = Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง")


class _OneButton(Tab):
    """A tab with one button, which counts how often it was drawn."""

    topics = frozenset({Topic.OFFICE})
    drawn = 0

    def _build(self) -> None:
        self.button = QPushButton("เอกสาร", self)
        # Away from where the pointer of a screenless system stands.
        self.button.move(200, 150)

    def refresh(self) -> None:
        """Nothing is read."""
        self.drawn += 1


@pytest.fixture
def tab(tmp_path: Path, say: RecordingSay, window: QWidget) -> Iterator[_OneButton]:
    database = Database.open(tmp_path / "office.itadb")
    database.write(office.found_office, OFFICE)
    made = _OneButton(make_context(database, say, window), window)
    made.resize(400, 300)
    made.show()
    yield made
    made.context.background.stop()
    database.close()


def test_that_a_button_whose_menu_turned_the_tab_is_calm_when_the_tab_comes_back(tab: _OneButton) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(tab.button, QEnterEvent(at, at, at))
    assert tab.button.underMouse()
    tab.hide()
    tab.show()
    assert not tab.button.underMouse()


def test_that_a_button_that_is_pointed_at_still_shows_it_when_the_record_changes(tab: _OneButton) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(tab.button, QEnterEvent(at, at, at))
    tab.context.database.write(office.save_office, replace(OFFICE, phone="0 2123 4567"))
    assert tab.drawn == 2
    assert tab.button.underMouse()
