"""Line edits whose text means a value."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_line
from ita_desktop.ui.widgets.shortcuts import lets_pass

T = TypeVar("T")


class ParsedLine(QLineEdit, Generic[T]):
    """A line edit that never throws typing away: wrong text stays, marked, and the value stays what it was.

    `typed` tells each readable value while typing (None for empty); `committed` tells a new value when the
    clerk leaves the field or presses Enter; `problem_changed` tells the sentence about wrong text, or "".
    """

    typed = Signal(object)
    committed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        parse: Callable[[str], T | None],
        show: Callable[[T], str],
        *,
        required: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`parse` raises `UserError` for wrong text; `required` is the sentence said about an empty field."""
        super().__init__(parent)
        self._parse = parse
        self._show_value = show
        self._required = required
        self._empty: T | None = None
        self._value: T | None = None
        self._before: T | None = None
        self._problem = ""
        self.textEdited.connect(self._consider)
        self.editingFinished.connect(self.commit)

    def value(self) -> T | None:
        """The last good value; None when empty."""
        return self._value

    def set_value(self, value: T | None) -> None:
        """Show a stored value; no signal but `problem_changed` when a mark goes away."""
        self._value = value
        self.setText("" if value is None else self._show_value(value))
        self.setCursorPosition(0)
        self._mark("")

    def problem(self) -> str:
        """What is wrong with the text as it stands, or ""."""
        return self._problem

    def commit(self) -> bool:
        """Take the text as the value; False, with the text left as it is, when it cannot be read."""
        text = self.text().strip()
        if not text and self._required:
            self._mark(self._required)
            return False
        try:
            value = self._parse(text) if text else self._empty
        except UserError as error:
            self._mark(error.sentence)
            return False
        changed = value != self._value
        self._before, self._value = self._value, value
        shown = "" if value is None else self._show_value(value)
        if shown != self.text():
            self.setText(shown)
        self.setModified(False)
        self._mark("")
        if changed:
            self.committed.emit(value)
        return True

    def put_back(self, text: str) -> None:
        """Stand as if the text had just been typed: the value stays what it was, wrong text is marked."""
        self.setText(text)
        self.setModified(True)
        try:
            if text.strip():
                self._parse(text.strip())
        except UserError as error:
            self._mark(error.sentence)

    def complain(self, sentence: str) -> None:
        """Mark the field for a reason that it cannot see itself, such as an end before a start."""
        self._mark(sentence)

    def reject(self, sentence: str) -> None:
        """Say why a committed value could not be saved; the text stays and the next commit tries again."""
        self._value = self._before
        self.setModified(True)
        self._mark(sentence)

    def _consider(self, text: str) -> None:
        if not text.strip():
            self._mark("")
            self.typed.emit(self._empty)
            return
        try:
            value = self._parse(text.strip())
        except UserError as error:
            # A date half typed is not wrong yet: say so only where more typing cannot mend it.
            self._mark(error.sentence if self._is_hopeless(text.strip()) else "")
            return
        self._mark("")
        self.typed.emit(value)

    def _is_hopeless(self, _text: str) -> bool:
        """Whether wrong text can be called wrong while it is being typed."""
        return False

    def _mark(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        if bool(problem) != bool(self.property("problem")):
            self.setProperty("problem", bool(problem))
            self.style().unpolish(self)
            self.style().polish(self)
        self.problem_changed.emit(problem)

    def event(self, event: QEvent) -> bool:
        if lets_pass(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clean(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def paste_clean(self, text: str) -> None:
        """Insert pasted text without its line breaks and invisible characters."""
        self.insert(clean_line(text))
        self.textEdited.emit(self.text())


class TextLine(ParsedLine[str]):
    """A line of plain text, cleaned when it is committed; never None: empty is ""."""

    def __init__(self, *, required: str = "", parent: QWidget | None = None) -> None:
        super().__init__(clean_line, str, required=required, parent=parent)
        self._empty = self._value = self._before = ""

    def value(self) -> str:
        """The text, cleaned."""
        return super().value() or ""
