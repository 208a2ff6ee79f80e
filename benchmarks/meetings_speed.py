"""The real meetings tab without a screen: opening on many meetings, going on to another, and keys in a long text."""

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from benchmarks.meetings_actions import NOW, WINDOW
from benchmarks.meetings_data import YEAR
from benchmarks.tab_context import tab_context
from ita_desktop.db.database import Database
from ita_desktop.ui.context import Context
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.meetings.reading import read_surroundings

Found = dict[str, list[float]]
_TYPED = "การประชุม "


def measured(file: Path, long_id: int, rounds: int, keys: int) -> Found:
    """Milliseconds by what was done; `long_id` is the meeting whose first item has the long text."""
    found: Found = {"read": [], "open": [], "next": [], "key": [], "key at the end": [], "pause": []}
    window = QWidget()
    window.resize(*WINDOW)
    window.show()
    window.activateWindow()
    with closing(Database.open(file)) as database:
        context = tab_context(database, YEAR, window, NOW)
        for number in range(rounds + 1):
            begun = time.perf_counter()
            tab = _opened(context, window)
            opening = (time.perf_counter() - begun) * 1000
            # The first loads modules and fonts, which the program does while it starts.
            if number:
                found["open"].append(opening)
                found["read"].append(_milliseconds(partial(read_surroundings, context, YEAR)))
            _let_go(tab)
        tab = _opened(context, window)
        for row in range(rounds):
            found["next"].append(_milliseconds(partial(_go_to_row, tab, row)))
        _type(tab, long_id, keys, found)
        _let_go(tab)
        context.background.stop()
        window.close()
    return found


def _opened(context: Context, window: QWidget) -> MeetingsTab:
    tab = MeetingsTab(context, window)
    tab.resize(window.size())
    tab.show()
    QCoreApplication.processEvents()
    return tab


def _go_to_row(tab: MeetingsTab, row: int) -> None:
    tab.list.setCurrentIndex(tab.list.records.index(row, 0))
    QCoreApplication.processEvents()


def _type(tab: MeetingsTab, long_id: int, keys: int, found: Found) -> None:
    tab.show_item(long_id)
    tab.form.show_page(tab.form.agenda)
    panel = next(iter(tab.form.agenda.panels.values()))
    panel.set_open(True)
    assert panel.body is not None
    text = panel.body.facts
    text.setFocus()
    QCoreApplication.processEvents()
    middle = len(text.toPlainText()) // 2
    for place, name in ((middle, "key"), (-1, "key at the end")):
        cursor = text.textCursor()
        if place < 0:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(place)
        text.setTextCursor(cursor)
        QCoreApplication.processEvents()
        for at in range(keys):
            found[name].append(_milliseconds(partial(_press, text, _TYPED[at % len(_TYPED)])))
    _press(text, "ก")
    found["pause"].append(_milliseconds(tab.keeping.save))


def _press(target: QWidget, letter: str) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, ord(letter), plain, letter))
    QCoreApplication.processEvents()


def _let_go(tab: MeetingsTab) -> None:
    tab.finish_editing()
    tab.deleteLater()
    QCoreApplication.sendPostedEvents(tab, QEvent.Type.DeferredDelete)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
