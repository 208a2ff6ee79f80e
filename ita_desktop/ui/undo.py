"""Undo and redo of saved changes: each step is a pair of writes, done before it is counted as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.ui.context import Years

KEPT_STEPS = 200


class Step(QUndoCommand):
    """One change of the record: how to make it again, how to take it back, and the plan year it was made in."""

    def __init__(self, words: str, year: FiscalYear, forth: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(words)
        self.year = year
        self.forth = forth
        self.back = back


class History(QObject):
    """The changes made in one tab, newest last.

    The writes run before Qt's stack moves: when one fails, its error flies on, nothing has changed and the
    step can be tried again. A step of another plan year is shown with its year.
    """

    changed = Signal()

    def __init__(self, years: Years, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._years = years
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(KEPT_STEPS)
        self._stack.indexChanged.connect(self.changed)

    def do(self, words: str, year: FiscalYear, forth: Callable[[], None], back: Callable[[], None]) -> None:
        """Make a change of a plan year; `words` say it to the clerk, e.g. `ลบมาตรการ`."""
        forth()
        self._stack.push(Step(words, year, forth, back))

    def undo(self) -> str:
        """Take the newest change back; its words, or empty when there is none."""
        if not self._stack.canUndo():
            return ""
        step = self._step(self._stack.index() - 1)
        self._years.choose(step.year)
        step.back()
        self._stack.undo()
        return step.text()

    def redo(self) -> str:
        """Make the change again that was taken back last; its words, or empty when there is none."""
        if not self._stack.canRedo():
            return ""
        step = self._step(self._stack.index())
        self._years.choose(step.year)
        step.forth()
        self._stack.redo()
        return step.text()

    @property
    def undo_words(self) -> str:
        """What undo would take back, or empty."""
        return self._stack.undoText()

    @property
    def redo_words(self) -> str:
        """What redo would make again, or empty."""
        return self._stack.redoText()

    def _step(self, number: int) -> Step:
        step = self._stack.command(number)
        if not isinstance(step, Step):
            raise TypeError(f"step must be a Step; got {step!r}")
        return step


class UndoButtons(QWidget):
    """The two buttons of a history; each says in its tip what it would do."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._undo = QPushButton("เลิกทำ")
        self._redo = QPushButton("ทำซ้ำ")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button, asked in ((self._undo, self.undo_asked), (self._redo, self.redo_asked)):
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, asked=asked: asked.emit())
            layout.addWidget(button)
        history.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        undo, redo = self._history.undo_words, self._history.redo_words
        self._undo.setEnabled(bool(undo))
        self._redo.setEnabled(bool(redo))
        self._undo.setToolTip(f"เลิกทำ: {undo} (Ctrl+Z)" if undo else "ยังไม่มีอะไรให้เลิกทำ (Ctrl+Z)")
        self._redo.setToolTip(f"ทำซ้ำ: {redo} (Ctrl+Y)" if redo else "ยังไม่มีอะไรให้ทำซ้ำ (Ctrl+Y)")
