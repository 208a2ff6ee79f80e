"""The words of the minutes that should be looked at: how many, and on demand each with its correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.word_check import MeetingWord
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 40
"""So many findings stand in the list; the rest follows as these are dealt with."""
_MOST_LINES = 11
_ROW_LINES = 3


class WordRow(QWidget):
    """One finding with its place and its reason; a hint has no correction to press."""

    def __init__(self, word: MeetingWord, place: str, numerals: Numerals) -> None:
        super().__init__()
        self.word = word
        found, wanted = word.remark.found, word.remark.suggestion
        change = f"“{found}” → “{wanted}”" if wanted is not None else f"“{found}”"
        self.sentence = numerals.show(f"{place}: {change}")
        self.correct = QPushButton("แก้")
        self.correct.setAccessibleName(f"แก้ “{found}” เป็น “{wanted}”")
        self.correct.setVisible(wanted is not None)
        self.go = QPushButton("ไปที่คำ")
        self.go.setProperty("kind", "quiet")
        self.go.setAccessibleName(f"ไปที่คำ “{found}” {place}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(self.sentence))
        words.addWidget(ThaiLabel(word.remark.why, "caption"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button in (self.go, self.correct):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class WordStrip(QFrame):
    """Hidden while nothing is found; `correction_asked` and `place_asked` carry the finding (`MeetingWord`)."""

    correction_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._found: tuple[tuple[MeetingWord, str], ...] = ()
        self._numerals = Numerals.THAI
        self.rows: list[WordRow] = []
        self.toggle = QPushButton()
        self.toggle.setProperty("kind", "quiet")
        self.toggle.setToolTip("ดูคำที่หนังสือราชการเขียนอย่างอื่น พร้อมคำที่ควรใช้ (F7)")
        self._more = ThaiLabel(role="caption")
        self._page = ScrollPage(margin=0)
        self._page.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(2)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._page)
        # What is left of the height stays below the rows.
        self._page.body.addWidget(self._more)
        self._page.body.addStretch(1)
        self._page.hide()
        self.toggle.clicked.connect(lambda: self.set_open(not self.is_open))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the findings are in sight."""
        return not self._page.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show the findings, the cursor on the first, or fold them away."""
        if is_open and not self._found:
            return
        self._page.setVisible(is_open)
        self._list()
        if is_open and self.rows:
            self._focus(0)
        self._say()

    def show_words(self, found: Sequence[tuple[MeetingWord, str]], numerals: Numerals) -> None:
        """Show these findings, each with the words for its place; the cursor stays where it is in the list."""
        if tuple(found) == self._found and numerals is self._numerals:
            return
        at = next((n for n, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), -1)
        self._found, self._numerals = tuple(found), numerals
        if not found:
            self._page.hide()
        self.setVisible(bool(found))
        self._list()
        if at >= 0 and self.rows:
            self._focus(min(at, len(self.rows) - 1))
        self._say()

    def _say(self) -> None:
        fold = "ซ่อน" if self.is_open else "ดู"
        self.toggle.setText(self._numerals.show(f"คำที่ควรตรวจ {len(self._found)} แห่ง  –  {fold}"))

    def _focus(self, at: int) -> None:
        row = self.rows[at]
        button = row.go if row.correct.isHidden() else row.correct
        button.setFocus()
        self._page.ensureWidgetVisible(row)

    def _list(self) -> None:
        for row in self.rows:
            self._page.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._found[:SHOWN] if self.is_open else ()
        self.rows = [self._row(word, place) for word, place in shown]
        for at, row in enumerate(self.rows):
            self._page.body.insertWidget(at, row)
        lines = min(_MOST_LINES, _ROW_LINES * len(self.rows) + 1)
        self._page.setFixedHeight(lines * self.fontMetrics().lineSpacing())
        left = len(self._found) - len(shown)
        self._more.setText(self._numerals.show(f"และอีก {left} แห่ง จะแสดงเมื่อแก้คำข้างบนแล้ว"))
        self._more.setVisible(left > 0)

    def _row(self, word: MeetingWord, place: str) -> WordRow:
        row = WordRow(word, place, self._numerals)
        row.correct.clicked.connect(lambda: self.correction_asked.emit(word))
        row.go.clicked.connect(lambda: self.place_asked.emit(word))
        return row
