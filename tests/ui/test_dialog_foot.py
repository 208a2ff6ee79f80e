"""The foot of dialogs: one order of buttons in the whole program."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop import ui
from ita_desktop.ui.widgets.dialogs import foot

_UI = Path(ui.__file__).parent
_WITH_DIALOGS = sorted(path for path in _UI.rglob("*.py") if "(QDialog):" in path.read_text(encoding="utf-8"))


def _shown(window: QWidget, row: QHBoxLayout) -> None:
    layout = QVBoxLayout(window)
    layout.addLayout(row)
    QApplication.processEvents()


def test_that_the_doing_button_stands_before_the_leaving_one_at_the_right(window: QWidget) -> None:
    act, leave, away = QPushButton("เพิ่ม"), QPushButton("ยกเลิก"), QPushButton("ลบ")
    _shown(window, foot(act, leave, left=(away,)))
    assert away.x() < act.x() < leave.x()
    assert leave.geometry().right() > window.width() - 40
    assert away.geometry().left() < 40
    assert act.property("kind") == "primary"


def test_that_a_sentence_takes_the_room_before_the_buttons(window: QWidget) -> None:
    act, leave, told = QPushButton("เพิ่ม"), QPushButton("ยกเลิก"), QLabel("จะเพิ่ม ๓ มาตรการ")
    _shown(window, foot(act, leave, told=told))
    assert act.x() - told.geometry().right() < 20


def test_that_a_dialog_that_only_shows_has_its_one_button_at_the_right(window: QWidget) -> None:
    leave = QPushButton("ปิด")
    _shown(window, foot(None, leave))
    assert leave.geometry().right() > window.width() - 40


@pytest.mark.parametrize("path", _WITH_DIALOGS, ids=lambda path: path.stem)
def test_that_every_dialog_ends_in_the_one_foot(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert "foot" in calls


def test_that_there_are_dialogs_to_look_at() -> None:
    assert len(_WITH_DIALOGS) > 8
