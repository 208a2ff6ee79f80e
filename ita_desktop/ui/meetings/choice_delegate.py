"""Cells of a list of people: edited in lines that offer names, posts and roles, with remarks below the names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.thai import words
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.meetings.people_columns import TIMES
from ita_desktop.ui.table_model import ProblemRole
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.delegates import PADDING_Y, ThaiWrapDelegate
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.time_field import TimeField

Index = QModelIndex | QPersistentModelIndex
_LEAST = 40
_GAP = 6
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class ChoiceDelegate(ThaiWrapDelegate):
    """Edits each cell in a line that offers what the column's name stands for; `typed` tells each key."""

    typed = Signal()

    def __init__(
        self,
        offers: Callable[[str], Sequence[str]],
        numerals: Callable[[], Numerals] = lambda: Numerals.THAI,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._offers = offers
        self._numerals = numerals
        self._open: QWidget | None = None
        self._at: QPersistentModelIndex | None = None
        self._is_filled = False
        """Whether the open editor has been given the text of its cell."""

    def typed_text(self) -> tuple[int, int, str] | None:
        """Row and column of the cell that is being written, and its text so far."""
        at = self._at
        if at is None or not at.isValid() or not isinstance(self._open, ParsedLine):
            return None
        text = self._open.text()
        # A line that another window covers calls its text taken, before the cell has it.
        is_in_cell = text == str(at.data(Qt.ItemDataRole.EditRole) or "")
        return None if is_in_cell else (at.row(), at.column(), text)

    def finish_editing(self) -> None:
        """Take what is being typed into a cell."""
        if self._open is not None:
            editor = self._open
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's signature
        head = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor: ParsedLine[Any]
        if head in TIMES.values():
            editor = TimeField(self._numerals(), parent)
            editor.setMinimumWidth(0)
        else:
            editor = ChoiceLine(parent=parent)
            editor.offer_texts(self._offers(head))
        editor.setAccessibleName(head.replace("\n", ""))
        editor.textEdited.connect(self.typed)
        self._open, self._at, self._is_filled = editor, QPersistentModelIndex(index), False
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A row that is shown anew calls this again while the clerk is typing: keep what is typed.
        if editor is self._open and self._is_filled:
            return
        self._is_filled = True
        super().setEditorData(editor, index)
        if isinstance(editor, TimeField):
            editor.commit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, TimeField):
            # Empty columns of times are narrower than a time.
            area, least = editor.geometry(), time_width(editor.fontMetrics())
            area.setLeft(min(area.left(), area.right() + 1 - least))
            editor.setGeometry(area)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TimeField):
            editor.commit()
        super().setModelData(editor, model, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        enters = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if enters and event.type() is QEvent.Type.KeyPress and isinstance(editor, TimeField) and not editor.commit():
            # A time that cannot be read stays open for mending, and is said as if the cell had been left.
            self.commitData.emit(editor)
            return True
        return super().eventFilter(editor, event)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if _is_time(index) and index.data(ProblemRole):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.ERROR))
            option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.ERROR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        remark = _remark(index)
        if not remark:
            return
        area = self._text_area(option)
        name_height = super().sizeHint(option, index).height() - 2 * PADDING_Y
        area.setTop(area.top() + name_height)
        side = option.fontMetrics.ascent()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QRectF(area.left(), area.top() + 3, side, side).adjusted(1, 1, -1, -1)
        paint_mark(painter, mark, Tone.WARNING)
        painter.setPen(QColor(theme.WARNING))
        painter.setFont(option.font)
        painter.drawText(area.adjusted(side + _GAP, 0, 0, 0), _WRAPPED, words.display_copy(remark))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        remark = _remark(index)
        if remark:
            width = self._text_area(option).width() - option.fontMetrics.ascent() - _GAP
            room = QRect(0, 0, max(_LEAST, width), 10_000)
            size += QSize(0, option.fontMetrics.boundingRect(room, _WRAPPED, words.display_copy(remark)).height())
        return size

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._open:
            self._open = self._at = None
        super().destroyEditor(editor, index)


def _is_time(index: Index) -> bool:
    return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)) in TIMES.values()


def _remark(index: Index) -> str:
    """What stands below a name; a cell with a time has no room for its sentence."""
    return "" if _is_time(index) else str(index.data(ProblemRole) or "")


def time_width(metrics: QFontMetrics) -> int:
    """The least width in pixels in which a time is read and written."""
    return metrics.horizontalAdvance("๐๙.๓๐ น.") + 22
