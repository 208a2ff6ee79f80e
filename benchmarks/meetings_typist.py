"""A clerk who types into the real meetings tab without a screen, and writes down every key before pressing it."""

import json
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.tab_context import tab_context
from ita_desktop import paths
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import Presence
from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.meetings.meetings_tab import MeetingsTab
from ita_desktop.ui.meetings.people_list import PeopleList
from ita_desktop.ui.widgets.choice_line import ChoiceLine

FIELDS = ("facts", "discussion", "resolution", "title", "owner", "place", "held_on", "recorder.name", "closing", "cell")
"""Texts, lines that are stored when they are left, one that can never be read, and a cell of the people's table."""
_SPEECH = (
    "ที่ประชุม มอบหมาย กองคลัง จัดทำ คู่มือ การปฏิบัติงาน และ เผยแพร่ ข้อมูล บนเว็บไซต์ ภายใน เดือน มีนาคม ให้ ผู้รับผิดชอบ "
    "รายงาน ผล ทุก ไตรมาส เพื่อ ยกระดับ คะแนน การเปิดเผย ข้อมูล สาธารณะ น้ำ กำหนด ค่า ป้องกัน การทุจริต"
)
_PER_KEY = 0.09
"""Seconds between two keys on average: a fast typist."""
_PER_FIELD = (8, 60)
"""Keys until the clerk goes on to another field."""


def type_on(file: Path, log: Path, seed: int, plan_year: FiscalYear, meeting_id: int) -> None:
    """Type into the meeting until somebody ends this process; `log` tells each key with its moment beforehand."""
    chance = random.Random(seed)
    with opened_tab(Database.open(file), plan_year, meeting_id) as tab, log.open("ab", buffering=0) as book:
        keys = _keys(tab, chance)

        def press() -> None:
            field, char, target = next(keys)
            book.write(json.dumps({"at": time.monotonic(), "field": field, "char": char}).encode() + b"\n")
            _press(target(), char)
            pause = chance.expovariate(1 / _PER_KEY) if chance.random() > 0.02 else chance.uniform(0.5, 2.5)
            QTimer.singleShot(int(1000 * pause), press)

        QTimer.singleShot(0, press)
        QApplication.exec()


@contextmanager
def opened_tab(database: Database, plan_year: FiscalYear, meeting_id: int) -> Iterator[MeetingsTab]:
    """The meetings tab on a meeting, in a window of its own; the application is made and dressed if there is none."""
    if QApplication.instance() is None:
        app = QApplication([])
        words.configure(paths.resources() / "thai" / "words_th.txt")
        theme.load_fonts()
        theme.apply(app, theme.TextSize.NORMAL)
        qInstallMessageHandler(lambda *_: None)
        _APPS.append(app)
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    tab = MeetingsTab(tab_context(database, plan_year, window), window)
    tab.resize(window.size())
    tab.show()
    tab.show_item(meeting_id)
    yield tab
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


_APPS: list[QApplication] = []
"""Keeps the application alive."""


def _keys(tab: MeetingsTab, chance: random.Random) -> Iterator[tuple[str, str, Callable[[], QWidget]]]:
    """Field, letter and the widget that is to have it, on and on; each field is left for good when its time is over."""
    for field in chance.sample(FIELDS, len(FIELDS)):
        target = _target(tab, field)
        target().setFocus()
        text = _text(chance)
        for _ in range(chance.randint(*_PER_FIELD)):
            yield field, next(text), target
    field, target, text = "resolution_2", _target(tab, "resolution_2"), _text(chance)
    while True:
        yield field, next(text), target


def _text(chance: random.Random) -> Iterator[str]:
    spoken = _SPEECH.split()
    while True:
        yield from chance.choice(spoken)
        if chance.random() < 0.3:
            yield " "


def _target(tab: MeetingsTab, field: str) -> Callable[[], QWidget]:
    form = tab.form
    if field in ("place", "held_on"):
        form.show_page(form.head)
        line = form.head.place if field == "place" else form.head.held_on
        return lambda: line
    if field == "cell":
        form.show_page(form.people)
        return partial(_open_cell, form.people.lists[Presence.PRESENT])
    if field in ("recorder.name", "closing"):
        form.show_page(form.closing)
        other: QWidget = form.closing.closing if field == "closing" else form.closing.recorder.name
        return lambda: other
    form.show_page(form.agenda)
    panel = list(form.agenda.panels.values())[1 if field == "resolution_2" else 0]
    panel.set_open(True)
    body = panel.body
    assert body is not None
    return partial(getattr, panel if field == "title" else body, field.removesuffix("_2"))


def _open_cell(people: PeopleList) -> QWidget:
    """The editor of the first person's role; opened again, behind its text, where something closed it."""
    at = people.model.index(0, 3)
    editor = people.table.indexWidget(at)
    if isinstance(editor, ChoiceLine):
        return editor
    people.table.setCurrentIndex(at)
    people.table.edit(at)
    editor = people.table.indexWidget(at)
    assert isinstance(editor, ChoiceLine)
    editor.end(False)
    return editor


def _press(target: QWidget, char: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, ord(char), Qt.KeyboardModifier.NoModifier, char))
