"""The words of the minutes that should be looked at: how many, and on demand each with its correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop.domain.word_check import MeetingWord
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage
from ita_desktop.ui.widgets.shortcuts import bind

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 40
"""So many findings stand in the list; the rest follows as these are dealt with."""
_MOST_LINES = 5
"""Lines of text that the list may take from the page; the rest scrolls."""
_EDGE = 8
_BUTTON_EDGE = 11
"""Border and padding of a button in the style sheet, in pixels: where its words begin."""


@dataclass(frozen=True, slots=True)
class ShownWord:
    """One finding as the list says it: where it stands, what stands there, and what would."""

    word: MeetingWord
    page: type[QWidget]
    """The page of the form with the text."""
    place: str
    found: str
    wanted: str | None


class WordRow(QWidget):
    """One finding with its place and its reason, on one line where there is room; a hint has nothing to press."""

    def __init__(self, shown: ShownWord, numerals: Numerals) -> None:
        super().__init__()
        self.word = shown.word
        found, wanted = shown.found, shown.wanted
        change = f"“{found}” → “{wanted}”" if wanted is not None else f"“{found}”"
        self.sentence = numerals.show(f"{shown.place}: {change}")
        self.correct = _small_button("แก้")
        self.correct.setAccessibleName(f"แก้ “{found}” เป็น “{wanted}”")
        self.correct.setVisible(wanted is not None)
        self.go = _small_button("ไปที่คำ")
        self.go.setProperty("kind", "quiet")
        self.go.setAccessibleName(f"ไปที่คำ “{found}” {shown.place}")
        self._said = ThaiLabel(self.sentence)
        self._why = ThaiLabel(numerals.show(shown.word.remark.why), "caption")
        for button in (self.correct, self.go):
            button.setAccessibleDescription(self._why.raw_text())
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._said)
        self._words.addWidget(self._why, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_BUTTON_EDGE, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._words, 1)
        for button in (self.go, self.correct):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._stand(self.width())

    @property
    def first(self) -> QPushButton:
        """The button that the cursor comes to first."""
        return self.go if self.correct.isHidden() else self.correct

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand(event.size().width())

    def _stand(self, width: int) -> None:
        """The reason beside the words where it fits whole, else below them."""
        buttons = sum(each.sizeHint().width() + 8 for each in (self.go, self.correct) if not each.isHidden())
        room = width - _BUTTON_EDGE - buttons - 16
        needed = sum(each.fontMetrics().horizontalAdvance(each.raw_text()) + _EDGE for each in (self._said, self._why))
        beside = needed <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(direction)
        self._words.setSpacing(16 if beside else 0)


class WordStrip(QFrame):
    """Stands only on pages with findings; `correction_asked` and `place_asked` carry the finding (`MeetingWord`)."""

    correction_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._found: tuple[ShownWord, ...] = ()
        self._page_kind: type[QWidget] | None = None
        self._numerals = Numerals.THAI
        self._came_from: QWidget | None = None
        self.rows: list[WordRow] = []
        self.toggle = _small_button()
        self.toggle.setProperty("kind", "quiet")
        self.toggle.setToolTip("ดูคำที่หนังสือราชการเขียนอย่างอื่น พร้อมคำที่ควรใช้ (F7)")
        # A click leaves the cursor in the text that is being written, so that Escape finds the way back.
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more = ThaiLabel(role="caption")
        self._page = ScrollPage(margin=0)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.body.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 1, _EDGE, 2)
        layout.setSpacing(2)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._page)
        self._more.setContentsMargins(_BUTTON_EDGE, 0, 0, 0)
        # What is left of the height stays below the rows.
        self._page.body.addWidget(self._more)
        self._page.body.addStretch(1)
        self._page.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggle.clicked.connect(lambda: self.set_open(not self.is_open))
        bind("Down", self, lambda: self._step(1))
        bind("Up", self, lambda: self._step(-1))
        bind("Esc", self, lambda: self.set_open(False))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the findings are in sight."""
        return not self._page.isHidden()

    @property
    def found(self) -> tuple[ShownWord, ...]:
        """The findings of the whole meeting, those on the page in sight first."""
        return self._found

    def set_open(self, is_open: bool) -> None:
        """Show the findings, the cursor on the first of this page, or fold them away and go back to the text."""
        if is_open and not self._found:
            return
        if is_open and not self.is_open:
            self._came_from = self.window().focusWidget()
        was_inside = self._holds_focus()
        self._page.setVisible(is_open)
        self._list()
        if is_open:
            self._focus(0)
        elif was_inside:
            self._go_back()
        self._say()

    def show_words(self, found: Sequence[ShownWord], numerals: Numerals) -> None:
        """Show these findings; the cursor stays where it is in the list, and leaves it with the last of them."""
        found = self._in_order(found)
        if found == self._found and numerals is self._numerals:
            return
        at = self._at()
        was_inside = self._holds_focus()
        self._found, self._numerals = found, numerals
        if not found:
            self._page.hide()
        self._list()
        self._appear()
        if was_inside and self.isHidden():
            self._go_back()
        elif at >= 0 and self.rows:
            self._focus(min(at, len(self.rows) - 1))
        self._say()

    def show_page(self, kind: type[QWidget]) -> None:
        """That page of the form is in sight now: without findings on it the strip takes none of its room."""
        if kind is self._page_kind:
            return
        self._page_kind = kind
        self.show_words(self._found, self._numerals)
        self._appear()

    def _in_order(self, found: Sequence[ShownWord]) -> tuple[ShownWord, ...]:
        return tuple(sorted(found, key=lambda shown: shown.page is not self._page_kind))

    def _appear(self) -> None:
        self.setVisible(any(shown.page is self._page_kind for shown in self._found))

    def _say(self) -> None:
        fold = "ซ่อน" if self.is_open else "ดู"
        self.toggle.setText(self._numerals.show(f"คำที่ควรตรวจ {len(self._found)} แห่ง  –  {fold}"))

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _at(self) -> int:
        """The number of the row with the cursor; -1 when it is elsewhere."""
        focused = self.window().focusWidget()
        return next((n for n, row in enumerate(self.rows) if focused and row.isAncestorOf(focused)), -1)

    def _step(self, by: int) -> None:
        if self.rows:
            self._focus(max(0, min(self._at() + by, len(self.rows) - 1)))

    def _focus(self, at: int) -> None:
        row = self.rows[at]
        row.first.setFocus()
        # Rows made just now have no places yet.
        QCoreApplication.sendPostedEvents(self._page.widget(), QEvent.Type.LayoutRequest)
        bar, height = self._page.verticalScrollBar(), self._page.minimumHeight()
        bar.setValue(min(row.y(), max(bar.value(), row.geometry().bottom() + 1 - height)))

    def _go_back(self) -> None:
        text = self._came_from
        if text is not None and isValid(text) and text.isVisible():
            text.setFocus()
        elif self.isVisible():
            self.toggle.setFocus()

    def _list(self) -> None:
        for row in self.rows:
            self._page.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._found[:SHOWN] if self.is_open else ()
        self.rows = [self._row(word) for word in shown]
        for at, row in enumerate(self.rows):
            self._page.body.insertWidget(at, row)
            # A layout shows new rows later only, and hidden ones have no height to fit to.
            row.show()
        left = len(self._found) - len(shown)
        self._more.setText(self._numerals.show(f"และอีก {left} แห่ง จะแสดงเมื่อแก้คำข้างบนแล้ว"))
        self._more.setVisible(left > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._page.body.minimumHeightForWidth(max(1, self.width() - 2 * _EDGE - 2))
        self._page.setFixedHeight(max(0, min(_MOST_LINES * self.fontMetrics().lineSpacing(), needed)))

    def _row(self, shown: ShownWord) -> WordRow:
        row = WordRow(shown, self._numerals)
        row.correct.clicked.connect(lambda: self.correction_asked.emit(shown.word))
        row.go.clicked.connect(lambda: self.place_asked.emit(shown.word))
        return row


def _small_button(words: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("dense", True)
    return button
