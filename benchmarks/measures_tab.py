"""The real measures tab without a screen, and a bare Qt table with the same rows: how long each act takes."""

import gc
import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.measures_data import YEAR
from benchmarks.tab_context import tab_context
from ita_desktop import paths
from ita_desktop.db.database import Database
from ita_desktop.domain.measure import Measure
from ita_desktop.services import measures
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.measures_tab import MeasuresTab

Found = dict[str, list[float]]
"""Milliseconds of every round, by what was done."""

_TODAY = datetime(2026, 1, 15, 9, 0).astimezone()
_TYPED = ("เว็บไซต์", "ทะเบียน", "คนที่ 17", "9 เดือน", "zzz")
_STEPS = 60
"""Wheel steps of a round."""
_NO, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def measured(file: Path, pasted: Sequence[Measure], rounds: int) -> Found:
    """Do everything so many times over, the tab and the bare table in turn."""
    app = QApplication([])
    words.configure(paths.resources() / "thai" / "words_th.txt")
    theme.load_fonts()
    theme.apply(app, theme.TextSize.NORMAL)
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    found: Found = defaultdict(list)
    with closing(Database.open(file)) as database:
        context = tab_context(database, YEAR, window, _TODAY)
        _round(context, window, pasted, defaultdict(list))  # unmeasured: loads modules, fonts and the line breaker
        gc.collect()
        gc.freeze()  # as the program does when its first page is shown
        for _ in range(rounds):
            _round(context, window, pasted, found)
        window.close()
    return found


def _round(context: Context, window: QWidget, pasted: Sequence[Measure], found: Found) -> None:
    found["read"].append(_milliseconds(lambda: context.database.read(measures.list_measures, YEAR)))
    tab = MeasuresTab(context, window)
    tab.resize(window.size())
    found["open"].append(_milliseconds(lambda: (tab.show(), _paint())))
    found["marks"].append(_milliseconds(lambda: _until_compared(tab)))
    _delete(tab)
    tab = MeasuresTab(context, window)
    tab.resize(window.size())
    found["open"].append(_milliseconds(lambda: (tab.show(), _paint())))
    found["first key"].append(_milliseconds(lambda: _key(tab.filters.search, "ก")))
    tab.filters.search.clear()
    _settle()
    _type(tab, found)
    _scroll(tab.table, found["wheel"])
    tab.table.scrollToTop()
    tab.table.setFocus()
    for _ in range(20):
        found["page"].append(_milliseconds(lambda: (_press(tab.table, Qt.Key.Key_PageDown), _paint())))
    _change(tab, pasted, found)
    _delete(tab)
    _peer(context, window, found)


def _until_compared(tab: MeasuresTab) -> None:
    """Let the idle work go on until every text was compared with the others."""
    while tab.remarks.is_comparing():
        _paint()


def _type(tab: MeasuresTab, found: Found) -> None:
    """Words letter by letter into the search field, and back again."""
    for word in _TYPED:
        for press in [
            *(partial(_key, tab.filters.search, letter) for letter in word),
            *[partial(_back, tab)] * len(word),
        ]:
            rows = _milliseconds(press)
            found["key"].append(rows)
            found["key painted"].append(rows + _milliseconds(_paint))
    assert tab.model.rowCount() == len(tab.model.records())


def _scroll(table: QTableView, found: list[float]) -> None:
    found.extend(_milliseconds(lambda: (_wheel(table), _paint())) for _ in range(_STEPS))


def _change(tab: MeasuresTab, pasted: Sequence[Measure], found: Found) -> None:
    before = tab.model.records()
    undo = partial(_press, tab, Qt.Key.Key_Z, _CTRL)

    def act(name: str, work: Callable[[], object]) -> None:
        found[name].append(_milliseconds(lambda: (work(), _paint())))
        _settle()

    tab.table.select_measures([before[-1].id])
    act("paste", lambda: tab.editing.add_all(pasted, "วางมาตรการ"))
    assert len(tab.model.records()) == len(before) + len(pasted)
    act("paste undone", undo)
    act("paste redone", partial(_press, tab, Qt.Key.Key_Y, _CTRL))
    act("paste undone", undo)
    tab.table.select_measures([before[len(before) // 2].id])
    act("paste inside", lambda: tab.editing.add_all(pasted, "วางมาตรการ"))
    undo()
    _settle()
    cell = tab.model.index(3, tab.model.column_of("indicator"))
    tab.table.scrollToTop()
    _settle()
    act("edit", lambda: tab.model.setData(cell, "3" if before[3].indicator_code != "3" else "4"))
    act("edit undone", undo)
    tab.table.select_measures([measure.id for measure in before[:1000]])
    _settle()
    ids = [measure.id for measure in before[:1000]]
    act("edit many", lambda: tab.editing.change_all(ids, partial(_owned, "กองช่าง"), "กำหนดผู้รับผิดชอบหลัก"))
    undo()
    _settle()
    tab.table.select_measures([measure.id for measure in before[:1000]])
    _settle()
    act("remove", lambda: _press(tab.table, Qt.Key.Key_Delete))
    assert len(tab.model.records()) == len(before) - 1000
    undo()
    _settle()
    assert tab.model.records() == before


def _peer(context: Context, window: QWidget, found: Found) -> None:
    """The same rows and words in Qt's own model, proxy and view."""
    tab = MeasuresTab(context, window)
    tab.refresh()
    columns = range(tab.model.columnCount())
    shown = [[str(tab.model.index(n, c).data()) for c in columns] for n in range(tab.model.rowCount())]
    _delete(tab)
    table, proxy = QTableView(window), QSortFilterProxyModel(window)
    proxy.setFilterKeyColumn(-1)
    table.resize(window.size())

    def fill() -> None:
        model = QStandardItemModel(proxy)
        for row in shown:
            model.appendRow([QStandardItem(text) for text in row])
        proxy.setSourceModel(model)
        table.setModel(proxy)
        table.show()
        _paint()

    found["peer open"].append(_milliseconds(fill))
    for word in _TYPED:
        for length in [*range(1, len(word) + 1), *range(len(word) - 1, -1, -1)]:
            found["peer key"].append(_milliseconds(partial(proxy.setFilterFixedString, word[:length])))
            _paint()
    _scroll(table, found["peer wheel"])
    _delete(table)
    _delete(proxy)


def _owned(owner: str, measure: Measure) -> Measure:
    return replace(measure, owner=owner)


def _key(widget: QWidget, letter: str) -> None:
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), _NO, letter))


def _back(tab: MeasuresTab) -> None:
    _press(tab.filters.search, Qt.Key.Key_Backspace)


def _press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO) -> None:
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def _wheel(table: QTableView) -> None:
    """One notch of a mouse wheel downwards."""
    middle = QPointF(table.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(table.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        _NO,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(table.viewport(), event)


def _paint() -> None:
    QCoreApplication.processEvents()


def _settle(seconds: float = 0.4) -> None:
    """Let go on what waits for idle time, as it would while the clerk looks."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()


def _delete(gone: QWidget | QSortFilterProxyModel) -> None:
    if isinstance(gone, QWidget):
        gone.hide()
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
