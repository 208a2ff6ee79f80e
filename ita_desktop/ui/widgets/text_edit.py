"""The editor for running Thai text: wraps between words without putting anything into the text."""

import re
from bisect import bisect_left, bisect_right
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from ita_desktop.thai import line_rules, words
from ita_desktop.thai.clean import clean_text
from ita_desktop.ui.widgets.pasted import has_text, pasted_text

_EDGE = re.compile(r"(?<=\s)(?=\S)|(?<=\S)(?=\s)")
_CHUNK = re.compile(r"\S+\s*")
_LEAST_WIDTH = 40.0
_REACH = 24
"""Letters on both sides of a space that its rules look at; the longest word in them has 11."""
_ROUNDING = 0.6
"""Added to a line's own width so that rounding never pushes its last letter out, in pixels."""


def break_places(text: str) -> list[int]:
    """Where a line may begin inside the text, in rising order.

    Looked up chunk by chunk between spaces: the word module keeps what it knows about a chunk, so that
    a key typed into a long paragraph costs one chunk.
    """
    places: list[int] = []
    for chunk in _CHUNK.finditer(text):
        if chunk.start() and not _is_glued(text, chunk.start()):
            places.append(chunk.start())
        places += [chunk.start() + at for at in words.breaks(chunk.group())]
    return sorted({place for place in places if place < len(text)})


def _is_glued(text: str, at: int) -> bool:
    """Whether the space before the offset holds two words together: a number and its unit, พ.ศ. and the year."""
    near = max(0, at - _REACH)
    return at - near in line_rules.glued(text[near : at + _REACH])


class LinePlaces:
    """The same places, looked up only in the chunks in which lines end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [chunk.start() for chunk in _CHUNK.finditer(text)]

    def last(self, start: int, end: int) -> int:
        """The last place behind `start` and not behind `end`; `start` when there is none."""
        for at in range(bisect_right(self._starts, end) - 1, -1, -1):
            begin = self._starts[at]
            chunk = self._text[begin : self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)]
            inside = words.breaks(chunk)
            found = bisect_right(inside, end - begin) - 1
            place = begin + inside[found] if found >= 0 else begin
            if place <= start or place > begin or not _is_glued(self._text, begin):
                return max(start, place)
        return start


class ThaiTextLayout(QPlainTextDocumentLayout):
    """Breaks lines at Thai words on every system: each line gets the exact width of its own words.

    Qt itself breaks Thai only through a system library that Windows does not have.
    """

    def __init__(self, document: QTextDocument, edit: QPlainTextEdit) -> None:
        super().__init__(document)
        # Never keep the viewport itself: PySide6 lets go of it when an item view takes the editor over.
        self._edit = edit
        self._blocks = document.blockCount()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if block.isValid() and block.isVisible() and not self._is_own(block):
            self._lay_out(block)
        return super().blockBoundingRect(block)

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        block = self.document().findBlock(position)
        last = self.document().findBlock(min(position + added, max(0, self.document().characterCount() - 1)))
        blocks, self._blocks = self._blocks, self.document().blockCount()
        if block == last and blocks == self._blocks:
            # Typing inside a paragraph: Qt would lay it out once more in its own way, which costs as much again.
            self._lay_out(block)
        else:
            super().documentChanged(position, removed, added)
        while block.isValid():
            if not self._is_own(block):
                self._lay_out(block)
            if block == last:
                break
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())
        self._edit.viewport().update()

    @staticmethod
    def _is_own(block: QTextBlock) -> bool:
        # Qt lays a block out with the document's own option, which never wraps anywhere.
        layout = block.layout()
        return layout.lineCount() > 0 and layout.textOption().wrapMode() is QTextOption.WrapMode.WrapAnywhere

    def _lay_out(self, block: QTextBlock) -> None:
        margin = self.document().documentMargin()
        width = max(_LEAST_WIDTH, self._edit.viewport().width() - 2 * margin)
        text, layout = block.text(), block.layout()
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        # Else Qt forgets every letter's shape at the end, and shapes the paragraph anew to paint it and its cursor.
        layout.setCacheEnabled(True)
        places: LinePlaces | None = None
        top = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            if line.textStart() + line.textLength() < len(text):
                if places is None:
                    places = LinePlaces(text)
                _shorten(line, text, places)
            line.setPosition(QPointF(margin, top))
            top += line.height()
        layout.endLayout()
        block.setLineCount(layout.lineCount())


def _shorten(line: QTextLine, text: str, places: LinePlaces) -> None:
    """Cut a full line back to its last word; one word longer than the line is left cut anywhere."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    place = places.last(start, end)
    if place in (start, end):
        return
    shown = text[start:place].rstrip()
    right = _x_of(line, start + len(shown))
    line.setLineWidth(right - line.x() + _ROUNDING)


def _x_of(line: QTextLine, position: int) -> float:
    # PySide6 answers (x, position) where its stubs promise x alone.
    answer: Any = line.cursorToX(position)
    return float(answer[0])


class ThaiPlainTextEdit(QPlainTextEdit):
    """Plain text of any length; pasted text is cleaned, Ctrl+arrows and double clicks go by Thai words."""

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        """`lines` is the least height in lines."""
        super().__init__(parent)
        # The layout must be set on a fresh document: setDocument reads it once.
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(5)
        document.setDocumentLayout(ThaiTextLayout(document, self))
        self.setDocument(document)
        # Kept here, since PySide6 forgets a child that only Qt holds once an item view takes the editor over.
        self._document = document
        document.setModified(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * lines + 2 * document.documentMargin()) + 14)

    def text(self) -> str:
        """The text, cleaned, without white space at its ends."""
        return clean_text(self.toPlainText()).strip()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        cursor = self.cursorForPosition(event.position().toPoint())
        edges = _edges(cursor.block().text())
        at = cursor.positionInBlock()
        first = edges[max(0, bisect_right(edges, at) - 1)]
        last = edges[min(len(edges) - 1, bisect_right(edges, first))]
        cursor.setPosition(cursor.block().position() + first)
        cursor.setPosition(cursor.block().position() + last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.MoveToNextWord) or event.matches(keys.SelectNextWord):
            self._go(_next_word(self.textCursor()), event.matches(keys.SelectNextWord))
        elif event.matches(keys.MoveToPreviousWord) or event.matches(keys.SelectPreviousWord):
            self._go(_previous_word(self.textCursor()), event.matches(keys.SelectPreviousWord))
        elif event.matches(keys.DeleteEndOfWord) and not self.textCursor().hasSelection():
            self._delete_to(_next_word(self.textCursor()))
        elif event.matches(keys.DeleteStartOfWord) and not self.textCursor().hasSelection():
            self._delete_to(_previous_word(self.textCursor()))
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if has_text(source):
            self.insertPlainText(pasted_text(source))
            self.ensureCursorVisible()

    def _go(self, position: int, selecting: bool) -> None:
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if selecting else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(position, mode)
        self.setTextCursor(cursor)

    def _delete_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _edges(text: str) -> list[int]:
    """Both ends of every word and of every gap between words."""
    spaces = [match.start() for match in _EDGE.finditer(text)]
    return sorted({0, len(text), *spaces, *break_places(text)})


def _next_word(cursor: QTextCursor) -> int:
    """The document position where the next word begins; the next line's start at a line's end."""
    if cursor.atBlockEnd():
        return min(cursor.position() + 1, cursor.document().characterCount() - 1)
    text, at = cursor.block().text(), cursor.positionInBlock()
    edges = _edges(text)
    found = edges[bisect_right(edges, at)]
    while found < len(text) and text[found].isspace():
        found += 1
    return cursor.block().position() + found


def _previous_word(cursor: QTextCursor) -> int:
    """The document position where the word before begins; the end of the line above at a line's start."""
    if cursor.atBlockStart():
        return max(0, cursor.position() - 1)
    text, at = cursor.block().text(), cursor.positionInBlock()
    at = len(text[:at].rstrip())
    edges = _edges(text)
    return cursor.block().position() + (edges[bisect_left(edges, at) - 1] if at else 0)
