"""Entries of menus, and words on buttons."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction


def as_they_are(words: str) -> str:
    """Words for a button or an entry; Qt would take the & of a name for the sign before a letter to press."""
    return words.replace("&", "&&")


def add_entry(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    """An entry with these words that calls `act`."""
    entry = menu.addAction(as_they_are(words))
    entry.triggered.connect(lambda _=False: act())
    return entry


def add_head(menu: QMenu, words: str) -> None:
    """A line that names the entries below it; the style draws no titles of sections by itself."""
    head = QWidgetAction(menu)
    label = QLabel(words)
    label.setProperty("role", "menu-head")
    head.setDefaultWidget(label)
    head.setEnabled(False)
    menu.addAction(head)
