"""Entries of menus."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_entry(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    """An entry with these words that calls `act`."""
    entry = menu.addAction(words)
    entry.triggered.connect(lambda _=False: act())
    return entry
