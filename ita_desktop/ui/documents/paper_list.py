"""The papers that can be made, below the heads of the year and its meetings, with a sign where something is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
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
_MARGIN_X, _MARGIN_Y, _HEAD_MARGIN_Y = 14, 6, 6
_TITLE_LINES = 2
_MOST_KNOWN = 2000


def key_of(choice: PaperChoice) -> Key:
    """What tells one paper of a year from the others."""
    return choice.kind, choice.meeting_id


def short_title(choice: PaperChoice) -> str:
    """What the paper is called below the head of its group, which names the meeting already."""
    return choice.title if choice.meeting_id is None else choice.kind.words


def starts_group(index: Index) -> bool:
    """Whether the row is the first of its group, which the group's head stands above."""
    before = index.sibling(index.row() - 1, index.column())
    if not before.isValid():
        return True
    above, choice = before.data(RecordRole), index.data(RecordRole)
    return (above.group, above.meeting_id) != (choice.group, choice.meeting_id)


class PaperDelegate(QStyledItemDelegate):
    """Paints a paper's title with its sign, and above the first of each group the group's head."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._known: dict[tuple[str, str, int], tuple[str, int]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(RecordRole)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        if starts_group(index):
            drawn.rect = drawn.rect.adjusted(0, self._head_height(option, choice), 0, 0)
            self._paint_head(painter, option, choice)
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        side = option.fontMetrics.ascent()
        area = drawn.rect.adjusted(_MARGIN_X, _MARGIN_Y, -_MARGIN_X, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = QRectF(area.x(), area.y() + (option.fontMetrics.height() - side) / 2, side, side)
        paint_mark(painter, sign, Tone.WARNING if choice.missing else Tone.GOOD)
        painter.setPen(QColor(theme.INK if choice.can_print else theme.QUIET))
        painter.setFont(option.font)
        text = area.adjusted(side + 8, 0, 0, theme.MARK_ROOM)
        shown, _ = self._laid_out(short_title(choice), option.font, text.width())
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap), shown)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, choice: PaperChoice) -> None:
        band = QRect(option.rect)
        band.setHeight(self._head_height(option, choice))
        painter.save()
        painter.fillRect(band, QColor(theme.GROUND))
        painter.setPen(QColor(theme.QUIET))
        painter.setFont(_bold(option.font))
        area = band.adjusted(_MARGIN_X, _HEAD_MARGIN_Y, -_MARGIN_X, theme.MARK_ROOM)
        shown, _ = self._laid_out(choice.group, _bold(option.font), self._width())
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        choice = index.data(RecordRole)
        room = self._width() - option.fontMetrics.ascent() - 8
        _, height = self._laid_out(short_title(choice), option.font, room)
        head = self._head_height(option, choice) if starts_group(index) else 0
        return QSize(self._view.viewport().width(), height + 2 * _MARGIN_Y + head)

    def _head_height(self, option: QStyleOptionViewItem, choice: PaperChoice) -> int:
        return self._laid_out(choice.group, _bold(option.font), self._width())[1] + 2 * _HEAD_MARGIN_Y

    def _laid_out(self, text: str, font: QFont, width: int) -> tuple[str, int]:
        """The text cut to its lines, and their height; each asked of the word list once a width."""
        key = (text, font.key(), width)
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            metrics = QFontMetrics(font)
            shown = cut_to_lines(text, metrics, width, _TITLE_LINES)
            room = QRect(0, 0, width, 10_000)
            self._known[key] = shown, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), shown).height()
        return self._known[key]

    def _width(self) -> int:
        return max(80, self._view.viewport().width() - 2 * _MARGIN_X)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


class PaperList(QListView):
    """`chosen` tells the paper that the clerk goes to; Ctrl with an arrow goes to the next group."""

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in steps:
            self._go_to_group(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _go_to_group(self, step: int) -> None:
        row = self.currentIndex().row() + step
        while 0 <= row < self.papers.rowCount() and not starts_group(self.papers.index(row, 0)):
            row += step
        if 0 <= row < self.papers.rowCount():
            self.setCurrentIndex(self.papers.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt keeps the heights it measured at another width.
        self.scheduleDelayedItemsLayout()
        # What is told below the list may take room from it: the chosen paper stays in sight.
        self.scrollTo(self.currentIndex())
