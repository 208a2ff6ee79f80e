"""The list of papers that can be made, each with a sign while something is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.table_model import Column, RecordRole, RecordTableModel
from ita_desktop.ui.widgets.cut_text import cut_to_lines
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark

if TYPE_CHECKING:
    from ita_desktop.domain.paper import DocumentKind
    from ita_desktop.services.documents import PaperChoice

Index = QModelIndex | QPersistentModelIndex
Key = tuple["DocumentKind", int | None]
_MARGIN_X, _MARGIN_Y = 14, 9
_TITLE_LINES = 2


def key_of(choice: PaperChoice) -> Key:
    """What tells one paper of a year from the others."""
    return choice.kind, choice.meeting_id


class PaperDelegate(QStyledItemDelegate):
    """Paints the wrapped title, and a warning sign before it where something is missing."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        choice = index.data(RecordRole)
        side = option.fontMetrics.ascent()
        area = option.rect.adjusted(_MARGIN_X, _MARGIN_Y, -_MARGIN_X, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = QRectF(area.x(), area.y() + (option.fontMetrics.height() - side) / 2, side, side)
        paint_mark(painter, sign, Tone.WARNING if choice.missing else Tone.GOOD)
        painter.setPen(QColor(theme.INK))
        painter.setFont(option.font)
        text = area.adjusted(side + 8, 0, 0, theme.MARK_ROOM)
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap), self._shown(choice.title, option, text.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, max(80, width - 2 * _MARGIN_X - option.fontMetrics.ascent() - 8), 10_000)
        title = self._shown(str(index.data()), option, room.width())
        wrapped = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), title)
        return QSize(width, wrapped.height() + 2 * _MARGIN_Y)

    @staticmethod
    def _shown(title: str, option: QStyleOptionViewItem, width: int) -> str:
        return cut_to_lines(title, option.fontMetrics, width, _TITLE_LINES)


class PaperList(QListView):
    """`chosen` tells the paper that the clerk goes to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        column = Column["PaperChoice"]("paper", "เอกสาร", lambda choice: choice.title)
        self.papers = RecordTableModel([column], identity=key_of, parent=self)
        self.setModel(self.papers)
        self.setItemDelegate(PaperDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("เอกสารของปี")
        self.selectionModel().currentChanged.connect(self._tell)

    def show_papers(self, choices: Sequence[PaperChoice]) -> None:
        """Show these papers; the one chosen before stays chosen, else the first is."""
        self._is_showing = True
        self.papers.set_records(choices)
        if not self.currentIndex().isValid() and choices:
            self.setCurrentIndex(self.papers.index(0, 0))
        self._is_showing = False

    def choose(self, key: Key) -> None:
        """Go to a paper, if it is in the list."""
        row = self.papers.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.papers.index(row, 0))

    def current(self) -> PaperChoice | None:
        """The chosen paper."""
        index = self.currentIndex()
        return self.papers.record(index.row()) if index.isValid() else None

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self.chosen.emit(self.papers.record(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt keeps the heights it measured at another width.
        self.scheduleDelayedItemsLayout()
