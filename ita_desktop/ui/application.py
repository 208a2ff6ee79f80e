"""Builds the window and shows it; everything that the first paint can do without is imported after it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop import paths
from ita_desktop.ui import theme
from ita_desktop.ui.header import PROGRAM
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import PcSettings

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.ui.program import Program

_FIRST_SIZE = QSize(1200, 760)
_FRAME = QSize(16, 40)


def run(data: Path | None, *, sample: bool) -> int:
    """Show the window until it is closed; `data` names another file than the usual one."""
    # A start makes many lasting things and no garbage: collecting meanwhile only costs time.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName(paths.APP_ID)
    app.setApplicationDisplayName(PROGRAM)
    settings = PcSettings(paths.data_folder() / "settings.ini")
    theme.load_fonts()
    theme.apply(app, settings.text_size)
    window = MainWindow()
    if not window.restoreGeometry(settings.geometry):
        size_first(window, window.screen().availableSize())
    running: list[Program] = []
    window.painted.connect(lambda: running.append(begin(app, window, settings, data, sample=sample)))
    window.show()
    code = app.exec()
    for program in running:
        program.end()
    return code


def size_first(window: QWidget, room: QSize) -> None:
    """The size of a first start: all of a screen that has no room, in pixels, for the usual window and its frame."""
    window.resize(_FIRST_SIZE.boundedTo(room))
    whole = _FIRST_SIZE + _FRAME
    if whole.boundedTo(room) != whole:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def begin(app: QApplication, window: MainWindow, settings: PcSettings, data: Path | None, *, sample: bool) -> Program:
    """Bring the painted window to life and open the data in it."""
    from datetime import datetime

    from ita_desktop.thai import words
    from ita_desktop.ui.program import Program
    from ita_desktop.ui.translation import ThaiTranslator

    words.configure(paths.resources() / "thai" / "words_th.txt")
    app.installTranslator(ThaiTranslator(app))
    program = Program(window, settings, lambda: datetime.now().astimezone(), lambda size: theme.apply(app, size))
    program.shown.connect(_tidy_up)
    program.start(data, sample=sample)
    return program


def _tidy_up() -> None:
    gc.freeze()
    gc.enable()
