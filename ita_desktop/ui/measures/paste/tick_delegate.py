"""A tick beside the first line of a row, where its number and texts begin."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ita_desktop.ui.widgets.delegates import PADDING_Y, ThaiWrapDelegate

Index = QModelIndex | QPersistentModelIndex
_TICK = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator


class TickDelegate(ThaiWrapDelegate):
    """Qt stands the tick of a tall row in its middle; here it is painted, and pressed, at the first line."""

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        ground = QStyleOptionViewItem(option)
        ground.features &= ~_TICK
        super().paint_ground(painter, ground)
        if not option.features & _TICK or option.widget is None:
            return
        tick = QStyleOptionViewItem(option)
        tick.rect = tick_rect(option)
        tick.state &= ~QStyle.StateFlag.State_HasFocus
        is_ticked = option.checkState is option.checkState.Checked
        tick.state |= QStyle.StateFlag.State_On if is_ticked else QStyle.StateFlag.State_Off
        part = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        option.widget.style().drawPrimitive(part, tick, painter, option.widget)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        pressed = QStyleOptionViewItem(option)
        pressed.rect = _first_line(option)
        return super().editorEvent(event, model, pressed, index)


def tick_rect(option: QStyleOptionViewItem) -> QRect:
    """Where the tick of a cell stands; the option as the view and `initStyleOption` fill it in."""
    assert option.widget is not None
    line = QStyleOptionViewItem(option)
    line.rect = _first_line(option)
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return option.widget.style().subElementRect(part, line, option.widget)


def _first_line(option: QStyleOptionViewItem) -> QRect:
    area = QRect(option.rect)
    area.setHeight(min(area.height(), option.fontMetrics.height() + 2 * PADDING_Y))
    return area
