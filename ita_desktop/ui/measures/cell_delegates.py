"""How the cells of the measures table are painted, and which editor opens in each."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.ui import theme
from ita_desktop.ui.measures.cell_editor import CellEditor, Hint
from ita_desktop.ui.measures.cell_layout import CellLayout, Paragraph, lay_out
from ita_desktop.ui.table_model import BriefRole, HintRole, ProblemRole, RecordRole
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark

Index = QModelIndex | QPersistentModelIndex
PADDING_X, PADDING_Y = 10, 8
_SIGN = 18.0
"""Room for the sign before a doubtful cell's sentence, pixels."""


class CellDelegate(QStyledItemDelegate):
    """Paints paragraphs; `make_editor` gives the cell's editor, None for cells that are only shown."""

    def __init__(
        self, make_editor: Callable[[QWidget], CellEditor] | None = None, empty: str = "", parent: QObject | None = None
    ) -> None:
        """`empty` stands quietly in a cell without text."""
        super().__init__(parent)
        self._make_editor = make_editor
        self._empty = empty
        self.was_saved: Callable[[], bool] = lambda: True
        """Answers after a commit whether it could be saved; the editor stays open when not."""
        self.band_above: Callable[[int], int] = lambda _: 0
        """The room above a row for the name of the group that it begins, pixels."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        # Not Qt's: it asks for the font, colours, icon and check mark of every cell, which ours do not have.
        option.displayAlignment = index.data(Qt.ItemDataRole.TextAlignmentRole)

    def paragraphs(self, index: Index) -> tuple[Paragraph, ...]:
        """What the cell shows."""
        text = str(index.data() or "")
        if not text:
            return (Paragraph(self._empty, colour=theme.QUIET),) if self._empty else ()
        return tuple(Paragraph(line) for line in text.split("\n"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        paint_ground(painter, drawn)
        painter.save()
        painter.setClipRect(drawn.rect)
        corner = QPointF(drawn.rect.left() + PADDING_X, drawn.rect.top() + PADDING_Y + self.band_above(index.row()))
        body, remark, tone = self._layouts(drawn, index)
        if drawn.displayAlignment & Qt.AlignmentFlag.AlignRight and body.parts:
            corner.setX(drawn.rect.right() - PADDING_X - body.parts[0][0].lineAt(0).naturalTextWidth())
        body.paint(painter, corner, QColor(theme.INK), drawn.font)
        if remark is not None:
            top, left = corner.y() + body.height, drawn.rect.left() + PADDING_X
            side = drawn.fontMetrics.ascent() * 0.75
            paint_mark(painter, QRectF(left, top + 4, side, side), tone)
            ink = theme.WARNING if tone is Tone.WARNING else theme.QUIET
            remark.paint(painter, QPointF(left + _SIGN, top), QColor(ink), drawn.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        measured = QStyleOptionViewItem(option)
        self.initStyleOption(measured, index)
        body, remark, _ = self._layouts(measured, index)
        height = max(body.height + (remark.height if remark else 0.0), measured.fontMetrics.height())
        return QSize(measured.rect.width(), round(height) + 2 * PADDING_Y + self.band_above(index.row()))

    def _layouts(self, option: QStyleOptionViewItem, index: Index) -> tuple[CellLayout, CellLayout | None, Tone]:
        """The cell's text, the remark below it, and how grave that is."""
        width = float(option.rect.width() - 2 * PADDING_X)
        body = lay_out(self.paragraphs(index), option.font, width)
        for role, tone in ((ProblemRole, Tone.WARNING), (HintRole, Tone.HINT)):
            if sentence := str(index.data(role) or ""):
                shown = str(index.data(BriefRole) or sentence)
                return body, lay_out((Paragraph(shown),), option.font, width - _SIGN), tone
        return body, None, Tone.HINT

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        if self._make_editor is None:
            raise ValueError(f"column must be editable; got {index.column()}")
        editor = self._make_editor(parent)
        editor.committed.connect(lambda: self.commitData.emit(editor))
        editor.finished.connect(lambda hint: self._finish(editor, hint))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor, Hint.RevertModelCache))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A saved change elsewhere makes Qt ask again while the clerk is typing: what is typed stays.
        if isinstance(editor, CellEditor) and not editor.is_filled:
            editor.is_filled = True
            editor.fill(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(model.index(index.row(), index.column()), editor.value(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        viewport = editor.parentWidget()
        if isinstance(editor, CellEditor) and viewport is not None:
            cell = option.rect.adjusted(0, self.band_above(index.row()), 0, 0)
            editor.setGeometry(editor.wanted(cell, viewport.rect()))

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:
        # The editors watch their own keys and focus.
        return False

    def _finish(self, editor: CellEditor, hint: Hint) -> None:
        self.commitData.emit(editor)
        if self.was_saved():
            self.closeEditor.emit(editor, hint)
        else:
            editor.stay()


class TextDelegate(CellDelegate):
    """The title in bold, the actions as hanging bullets."""

    def paragraphs(self, index: Index) -> tuple[Paragraph, ...]:
        measure = index.data(RecordRole)
        if not isinstance(measure, Measure) or not measure.text:
            return (Paragraph(self._empty, colour=theme.QUIET),)
        title = (Paragraph(measure.title, bold=True),) if measure.title else ()
        return (*title, *(Paragraph(action, bullet=True) for action in measure.actions))


_PILL = {
    MeasureStatus.NOT_STARTED: (theme.QUIET, "#eceff3"),
    MeasureStatus.IN_PROGRESS: (theme.ACCENT, theme.ACCENT_PALE),
    MeasureStatus.DONE: (theme.GOOD, theme.GOOD_PALE),
    MeasureStatus.NOT_DONE: (theme.ERROR, theme.ERROR_PALE),
}


class StatusDelegate(CellDelegate):
    """The status as words in a pill, and a second line with a sign when the measure is late."""

    def paragraphs(self, index: Index) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(words) for words in str(index.data() or "").split(" · "))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        measure = index.data(RecordRole)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        paint_ground(painter, drawn)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(drawn.font)
        words, *late = str(index.data() or "").split(" · ")
        top, height = drawn.rect.top() + self.band_above(index.row()) + PADDING_Y - 3.0, metrics.height() + 6
        pill = QRectF(drawn.rect.left() + 8.0, top, metrics.horizontalAdvance(words) + 22, height)
        ink, ground = _PILL[measure.status]
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(drawn.font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        if late:
            side = metrics.ascent() * 0.8
            line = QRectF(pill.left() + 4, pill.bottom() + 4, drawn.rect.width() - 20.0, metrics.height())
            paint_mark(painter, QRectF(line.left(), line.center().y() - side / 2, side, side), Tone.WARNING)
            painter.setFont(drawn.font)
            painter.setPen(QColor(theme.WARNING))
            painter.drawText(line.adjusted(side + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, late[0])
        body, remark, _ = self._layouts(drawn, index)
        if remark is not None:
            top = drawn.rect.top() + self.band_above(index.row()) + PADDING_Y + body.height + 8
            side = drawn.fontMetrics.ascent() * 0.75
            paint_mark(painter, QRectF(drawn.rect.left() + PADDING_X, top + 4, side, side), Tone.WARNING)
            remark.paint(
                painter, QPointF(drawn.rect.left() + PADDING_X + _SIGN, top), QColor(theme.WARNING), drawn.font
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 8)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The row's ground, tinted when selected, and a frame around the cell that the keyboard stands on."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(theme.ACCENT_PALE if selected else theme.CARD))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.save()
        painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2))
        painter.restore()
