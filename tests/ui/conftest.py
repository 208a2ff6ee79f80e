"""The window's tests run with the real theme, fonts and word list."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from recording_say import RecordingSay

from ita_desktop import paths
from ita_desktop.thai import words
from ita_desktop.ui import theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program's looks, once for all tests."""
    words.configure(paths.resources() / "thai" / "words_th.txt")
    theme.load_fonts()
    theme.apply(qapp, theme.TextSize.NORMAL)


@pytest.fixture
def window(qtbot: object) -> Iterator[QWidget]:
    """An empty shown window to put widgets into."""
    shown = QWidget()
    shown.resize(800, 600)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()
    # Outside an event loop nothing deletes it: every new style would dress the windows of all tests before again.
    QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)


@pytest.fixture
def say(window: QWidget) -> RecordingSay:
    """The clerk's ears."""
    return RecordingSay(window)
