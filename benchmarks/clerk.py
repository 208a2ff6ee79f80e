"""A clerk at the real window without a screen: every press, choice and field is a real event and counts as one action.

Typing itself is not counted. A field counts once, when it is reached: by Tab out of the one before, or by a click.
What is out of sight counts once more, for the turn of the wheel that brings it there.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

_PATIENCE = 30.0
"""Seconds that the window may take to become ready."""
_PLAIN = Qt.KeyboardModifier.NoModifier


class Clerk:
    """Counts what it does; `steps` tells each action in words."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    @property
    def actions(self) -> int:
        """How many actions were done."""
        return len(self.steps)

    def press(self, button: QPushButton) -> None:
        """Click a button."""
        self._see(button)
        if not button.isEnabled():
            raise RuntimeError(f"the button cannot be pressed: {button.text()}")
        self._click(button, button.rect().center(), f"press {button.text()}")

    def choose(self, button: QPushButton, words: str) -> None:
        """Open a button's menu and take the entry that has these words: two actions."""
        self.press(button)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise TypeError(f"no menu is open below {button.text()}")
        entry = next(entry for entry in menu.actions() if words in entry.text())
        self._click(menu, menu.actionGeometry(entry).center(), f"choose {entry.text()}")
        _come_back()

    def turn_to(self, bar: QTabBar, words: str) -> None:
        """Click a tab."""
        place = next(place for place in range(bar.count()) if bar.tabText(place) == words)
        self._click(bar, bar.tabRect(place).center(), f"turn to {words}")

    def pick(self, view: QAbstractItemView, index: QModelIndex, *, twice: bool = False) -> None:
        """Click a row or cell of a list, or click it twice to write into it."""
        view.scrollTo(index)
        self._see(view)
        at = view.visualRect(index).center()
        if twice:
            self.steps.append(f"open {index.model().headerData(index.column(), Qt.Orientation.Horizontal)}")
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, at)
            settle()
        else:
            self._click(view, at, f"pick {index.data()}")

    def fill(self, field: QWidget, text: str) -> None:
        """Reach a field, by Tab where it is the next one, and type into it."""
        self._reach(field)
        self.type(text)

    def type(self, text: str) -> None:
        """Type where the cursor stands; no action."""
        for char in text:
            target = QApplication.focusWidget()
            if target is None:
                raise RuntimeError(f"nothing takes the typing of {text!r}")
            _send_key(target, ord(char.upper()), char)
        settle()

    def key(self, key: Qt.Key, words: str) -> None:
        """Press one key where the cursor stands."""
        target = QApplication.focusWidget()
        if target is None:
            raise RuntimeError(f"nothing takes the key {words}")
        self.steps.append(f"key {words}")
        _send_key(target, key, "")
        settle()

    def agree_to_save(self, folder: Path) -> Path:
        """Press the button that saves in the open file dialog, which shows this folder; the file that came of it."""
        before = set(folder.iterdir())
        windows = QApplication.topLevelWidgets()
        dialog = next(each for each in windows if isinstance(each, QFileDialog) and each.isVisible())
        dialog.setDirectory(str(folder))
        box = dialog.findChild(QDialogButtonBox)
        if box is None:
            raise TypeError("the file dialog has no buttons")
        self._click(box.buttons()[0], box.buttons()[0].rect().center(), "agree to save")
        _come_back()
        wait_until(lambda: any(file.suffix == ".pdf" for file in set(folder.iterdir()) - before))
        return next(file for file in set(folder.iterdir()) - before if file.suffix == ".pdf")

    def _reach(self, field: QWidget) -> None:
        focused = QApplication.focusWidget()
        if focused is field:
            return
        if focused is not None:
            following = focused.nextInFocusChain()
            while following is not None and following is not focused and not _takes_tab(following):
                following = following.nextInFocusChain()
            if following is field:
                _send_key(focused, Qt.Key.Key_Tab, "\t")
                settle()
                if QApplication.focusWidget() is field:
                    self.steps.append(f"tab to {field.accessibleName()}")
                    return
        self._see(field)
        self._click(field, QPoint(20, field.height() // 2), f"go to {field.accessibleName()}")

    def _see(self, thing: QWidget) -> None:
        area = _scrolls(thing)
        if area is not None and thing.visibleRegion().isEmpty():
            self.steps.append("scroll")
            area.ensureWidgetVisible(thing)
            settle()
        if not thing.isVisible() or thing.visibleRegion().isEmpty():
            raise RuntimeError(f"out of sight: {thing.accessibleName() or thing}")

    def _click(self, thing: QWidget, at: QPoint, words: str) -> None:
        self.steps.append(words)
        target = thing.viewport() if isinstance(thing, QAbstractScrollArea) else thing
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, _PLAIN, at)
        settle()


def settle() -> None:
    """Let the window do what it was asked for, and paint."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _come_back() -> None:
    """Give the keyboard back to the window, which a system with a screen does once a menu or dialog is closed."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible()]
    if QApplication.activeWindow() is None and windows:
        windows[0].activateWindow()
        settle()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until it is so; `TimeoutError` when it takes too long."""
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError("the window did not become ready")
        settle()
        time.sleep(0.005)


def _send_key(target: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, _PLAIN, text))


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _scrolls(thing: QWidget) -> QScrollArea | None:
    parent = thing.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
