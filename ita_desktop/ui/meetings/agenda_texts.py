"""The editor of one text of the minutes, with keys for the clock and for usual wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ita_desktop.thai.dates import format_time
from ita_desktop.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ita_desktop.thai.digits import Numerals

CLOCK_KEY = Qt.Key.Key_F5
"""As in Notepad."""
KEYED_PHRASES = 9
"""So many wordings have a key: Alt+1 to Alt+9."""
_GAP = "…"
# What the keys 1 to 9 type on the Thai layout, where Alt reports the letter and not the digit.
_DIGIT_KEYS = {key: n for row in ("123456789", "ๅ/-ภถุึคต") for n, key in enumerate(row)}


def clock_words(now: datetime, numerals: Numerals) -> str:
    """`เวลา ๑๐.๑๕ น.` in the office's digits."""
    return numerals.show(f"เวลา {format_time(now.time())}")


def phrase_number(event: QKeyEvent) -> int | None:
    """Which wording the keys mean, from 0 on; None when they mean none."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return None
    key = int(event.key())
    return _DIGIT_KEYS.get(chr(key)) if key < 0x1000 else None


def select(text: GrowingText, start: int, end: int) -> None:
    """Select part of a text, counted as `text()` gives it, and put the cursor there."""
    raw = text.toPlainText()
    begin = len(raw) - len(raw.lstrip())
    cursor = text.textCursor()
    cursor.setPosition(min(len(raw), begin + start))
    cursor.setPosition(min(len(raw), begin + end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()


class MinutesText(GrowingText):
    """F5 writes the time of day at the cursor, Alt+1 to Alt+9 one of the wordings that `phrases` gives."""

    def __init__(
        self,
        clock: Callable[[], str],
        phrases: Callable[[], Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(2, parent=parent)
        self._clock = clock
        self._phrases = phrases
        self.setToolTip("F5 ใส่เวลาขณะนี้" + ("   Alt+1 ถึง Alt+9 ใส่ถ้อยคำมติ" if phrases else ""))

    def insert_phrase(self, phrase: str) -> None:
        """Put a wording at the cursor; its first gap (…) is selected, so that typing fills it."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        begin = cursor.selectionStart()
        before = self.toPlainText()[begin - 1 : begin]
        if before and not before.isspace():
            phrase = f" {phrase}"
        cursor.insertText(phrase)
        gap = phrase.find(_GAP)
        if gap >= 0:
            cursor.setPosition(begin + gap)
            cursor.setPosition(begin + gap + len(_GAP), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def replace_text(self, text: str) -> None:
        """Make the text this one in a single step of the editor's own undo, touching only what differs."""
        before = self.toPlainText()
        same = next(
            (n for n, (a, b) in enumerate(zip(before, text, strict=False)) if a != b), min(len(before), len(text))
        )
        tail = 0
        while tail < min(len(before), len(text)) - same and before[-1 - tail] == text[-1 - tail]:
            tail += 1
        cursor = self.textCursor()
        cursor.setPosition(same)
        cursor.setPosition(len(before) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[same : len(text) - tail])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = phrase_number(event)
        if event.key() == CLOCK_KEY and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._stamp()
        elif number is not None and self._phrases is not None:
            phrases = self._phrases()
            if number < len(phrases):
                self.insert_phrase(phrases[number])
        else:
            super().keyPressEvent(event)

    def _stamp(self) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        line = cursor.block().text()
        begin = cursor.selectionStart() - cursor.block().position()
        before = " " if begin > 0 and not line[begin - 1].isspace() else ""
        after = "" if line[begin : begin + 1].isspace() else " "
        cursor.insertText(f"{before}{self._clock()}{after}")
        self.setTextCursor(cursor)
