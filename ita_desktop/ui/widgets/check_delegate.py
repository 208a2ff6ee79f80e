"""Paints the entries of a check list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.thai import words
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.check_entry import Line, Look
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = Qt.ItemDataRole.UserRole + 7
_BOX = 18
"""Side of the check box, pixels."""
_LEFT, _TOP, _RIGHT = 12, 8, 12
_TEXT_LEFT = _LEFT + _BOX + 12
_BETWEEN = 2
_MARKER = "#ffe9a8"
_BULLET = "• "
_INK = {
    Look.STRONG: theme.INK,
    Look.PLAIN: theme.INK,
    Look.QUIET: theme.QUIET,
    Look.REMARK: theme.WARNING,
    Look.THERE: theme.GOOD,
}
_SIGN = {Look.REMARK: Tone.WARNING, Look.THERE: Tone.GOOD}


class CheckDelegate(QStyledItemDelegate):
    """Keeps the heights of entries for the width that they were measured at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """Measure again: entries or fonts have changed."""
        self._heights.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        view = drawn.widget
        if not isinstance(view, QAbstractItemView):
            return
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, view)
        self._paint_box(painter, drawn, index)
        painter.save()
        painter.setClipRect(drawn.rect)
        top = float(drawn.rect.top() + _TOP)
        left = drawn.rect.left() + _TEXT_LEFT
        for line, layout, indent in _laid_out(index, drawn, _text_width(view)):
            ascent = QFontMetrics(layout.font()).ascent()
            if indent:
                side = ascent * 0.8
                paint_mark(painter, QRectF(left, top + ascent * 0.3, side, side), _SIGN[line.look])
            painter.setPen(QColor(_INK[line.look]))
            layout.draw(painter, QPointF(left + indent, top))
            top += layout.boundingRect().height() + _BETWEEN
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = _text_width(view) if isinstance(view, QAbstractItemView) else 400
        key = (index.row(), width)
        if key not in self._heights:
            measured = QStyleOptionViewItem(option)
            self.initStyleOption(measured, index)
            lines = [layout.boundingRect().height() for _, layout, _ in _laid_out(index, measured, width)]
            self._heights[key] = round(sum(lines) + _BETWEEN * len(lines)) + 2 * _TOP
        return QSize(width, self._heights[key])

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick by a click anywhere in the column of the boxes; the box alone is a small aim."""
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() >= option.rect.left() + _TEXT_LEFT:
            return False
        state = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
        return model.setData(model.index(index.row(), index.column()), state, Qt.ItemDataRole.CheckStateRole)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionViewItem(option)
        line = option.fontMetrics.height()
        box.rect = QRect(option.rect.left() + _LEFT, option.rect.top() + _TOP + (line - _BOX) // 2, _BOX, _BOX)
        box.state &= ~(QStyle.StateFlag.State_On | QStyle.StateFlag.State_Off)
        box.state |= QStyle.StateFlag.State_On if _is_ticked(index) else QStyle.StateFlag.State_Off
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
        )


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def _text_width(view: QAbstractItemView) -> int:
    return max(60, view.viewport().width() - _TEXT_LEFT - _RIGHT)


def _laid_out(index: Index, option: QStyleOptionViewItem, width: int) -> Iterator[tuple[Line, QTextLayout, int]]:
    """Each line of the entry with its wrapped text, and how far it stands in, pixels."""
    for line in index.data(LINES_ROLE):
        font = QFont(option.font)
        font.setBold(line.look is Look.STRONG)
        indent = round(QFontMetrics(font).ascent() * 0.8) + 6 if line.look in _SIGN else 0
        yield line, _wrapped(line, font, width - indent), indent


def _wrapped(line: Line, font: QFont, width: int) -> QTextLayout:
    shown = words.display_copy(line.text)
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    marker = QTextCharFormat()
    marker.setBackground(QColor(_MARKER))
    spans: list[QTextLayout.FormatRange] = []
    for first, last in line.marked:
        span = QTextLayout.FormatRange()
        span.start = _shown_place(line.text, shown, first)
        span.length = _shown_place(line.text, shown, last) - span.start
        span.format = marker
        spans.append(span)
    layout.setFormats(spans)
    layout.beginLayout()
    height, left = 0.0, 0
    metrics = QFontMetrics(font)
    while (made := layout.createLine()).isValid():
        made.setLineWidth(width - left)
        made.setPosition(QPointF(left, height))
        height += max(metrics.lineSpacing(), made.height())
        # What goes on below a bullet stands beside it, not under it.
        left = metrics.horizontalAdvance(_BULLET) if shown.startswith(_BULLET) else 0
    layout.endLayout()
    return layout


def _shown_place(text: str, shown: str, place: int) -> int:
    """Where a place of the text stands in its display copy, which only has break marks more."""
    at = 0
    for char in text[:place]:
        while shown[at] == words.ZERO_WIDTH_SPACE and char != words.ZERO_WIDTH_SPACE:
            at += 1
        at += 1
    return at
