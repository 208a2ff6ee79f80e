"""The real scores tab without a screen: how long it takes to open, to say anew what scores mean, and to show a key."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.tab_context import tab_context
from ita_desktop import paths
from ita_desktop.db.database import Database
from ita_desktop.services import assessments
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.context import Context
from ita_desktop.ui.scores.scores_tab import ScoresTab

_OPENINGS = 7


def measured(
    file: Path, chance: random.Random, years: int, rounds: int
) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of opening on so many years, of saying anew what they mean, and of a key until it is painted."""
    app = QApplication([])
    words.configure(paths.resources() / "thai" / "words_th.txt")
    theme.load_fonts()
    theme.apply(app, theme.TextSize.NORMAL)
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    with closing(Database.open(file)) as database:
        newest = max(each.year for each in database.read(assessments.list_assessments))
        context = tab_context(database, newest + 1, window)
        opened = list(_openings(context, window, years))
        tab = _opened(context, window, years)
        said: list[float] = []
        painted: list[float] = []
        typed = tab.entry.table.scores.typed
        typed.disconnect(tab.entry.follow)
        typed.connect(lambda: said.append(_milliseconds(tab.entry.follow)))
        for _ in range(rounds):
            tab.entry.table.go_to(f"indicator {chance.randint(1, 10)}")
            QCoreApplication.processEvents()
            _press(tab, ord("7"), "7")  # opens the field
            digit = str(chance.randint(0, 9))
            painted.append(_milliseconds(partial(_press, tab, ord(digit), digit)))
            _press(tab, Qt.Key.Key_Escape, "")
        window.close()
    return opened, said, painted


def _openings(context: Context, window: QWidget, years: int) -> Iterator[float]:
    for number in range(_OPENINGS + 1):
        begun = time.perf_counter()
        tab = _opened(context, window, years)
        cost = (time.perf_counter() - begun) * 1000
        # The first loads modules and fonts, which the window does while it starts.
        if number:
            yield cost
        tab.deleteLater()
        QCoreApplication.sendPostedEvents(tab, QEvent.Type.DeferredDelete)


def _opened(context: Context, window: QWidget, years: int) -> ScoresTab:
    """The tab on so many years with every detail in sight, painted."""
    tab = ScoresTab(context, window)
    tab.resize(window.size())
    tab.show()
    tab.entry.years_asked.emit(years)
    tab.entry.unfold.click()
    QCoreApplication.processEvents()
    return tab


def _press(tab: ScoresTab, key: int, text: str) -> None:
    target = tab.entry.table.editor() or tab.entry.table
    QCoreApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    QCoreApplication.processEvents()


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
