"""Table cells that wrap Thai between words and are edited with room to see what is typed."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui.widgets.cell_lines import cell_lines
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

Index = QModelIndex | QPersistentModelIndex

PADDING_X, PADDING_Y = 10, 7
_EDITOR_LINES = 4


class ThaiWrapDelegate(QStyledItemDelegate):
    """Wraps between Thai words; the line breaks live in what is painted, never in model or editor.

    With `multi_line` a cell is edited in a small text editor: Enter makes a new line, Ctrl+Enter or Tab
    takes the text, Esc leaves it as it was.
    """

    def __init__(self, multi_line: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._multi_line = multi_line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        self.paint_ground(painter, drawn)
        area = self._text_area(drawn)
        ink = drawn.palette.color(QPalette.ColorGroup.Normal, _ink_role(drawn))
        painter.save()
        painter.setFont(drawn.font)
        painter.setPen(ink)
        painter.setClipRect(drawn.rect)
        painter.drawText(area, _flags(drawn), cell_lines(text, drawn.font, area.width()).text)
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what stands below the text of a cell: its colour, frame, icon and tick."""
        if option.widget is not None:
            option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        measured = QStyleOptionViewItem(option)
        self.initStyleOption(measured, index)
        area = self._text_area(measured)
        width = area.width() if area.width() > 0 else _view_width(measured)
        lines = cell_lines(measured.text, measured.font, width)
        extra = max(0, measured.rect.width() - area.width())
        return QSize(lines.width + extra, max(lines.height, measured.fontMetrics.height()) + 2 * PADDING_Y)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if not self._multi_line:
            return super().createEditor(parent, option, index)
        editor = ThaiPlainTextEdit(_EDITOR_LINES, parent)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            # A refreshed model calls this again while the clerk is typing: keep what is typed.
            if not editor.document().isModified():
                editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ThaiPlainTextEdit):
            if editor.document().isModified():
                model.setData(_plain(index), editor.text(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if not isinstance(editor, ThaiPlainTextEdit):
            super().updateEditorGeometry(editor, option, index)
            return
        viewport = editor.parentWidget()
        room = viewport.rect() if viewport is not None else option.rect
        height = min(max(option.rect.height(), editor.minimumHeight()), room.height())
        top = max(0, min(option.rect.top(), room.height() - height))
        editor.setGeometry(option.rect.left(), top, option.rect.width(), height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, ThaiPlainTextEdit) and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if (
                event.type() is QEvent.Type.KeyPress
                and enter
                and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def _text_area(self, option: QStyleOptionViewItem) -> QRect:
        area = option.rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration:
            area.setLeft(area.left() + option.decorationSize.width() + 6)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            area.setLeft(area.left() + 26)
        return area


def _view_width(option: QStyleOptionViewItem) -> int:
    """The width of a list's lines, which a list does not tell when it asks for their height."""
    view = option.widget
    return view.viewport().width() - 2 * PADDING_X if isinstance(view, QAbstractItemView) else 10_000


def _flags(option: QStyleOptionViewItem) -> int:
    # First lines stand at one height along a row, whatever the number of lines in each cell.
    side = option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    return int(side) | int(Qt.AlignmentFlag.AlignTop)


def _ink_role(option: QStyleOptionViewItem) -> QPalette.ColorRole:
    selected = option.state & QStyle.StateFlag.State_Selected
    return QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text


def _plain(index: Index) -> QModelIndex:
    return QModelIndex(index) if isinstance(index, QModelIndex) else index.model().index(index.row(), index.column())
