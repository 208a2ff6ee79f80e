"""The list of a year's meetings, the newest first: number, date and status, and what each was about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.domain.meeting import MeetingHead, MeetingStatus, number_label
from ita_desktop.thai.dates import format_short_date
from ita_desktop.ui import theme
from ita_desktop.ui.table_model import Column, RecordRole, RecordTableModel
from ita_desktop.ui.widgets.cut_text import cut_to_lines

if TYPE_CHECKING:
    from ita_desktop.ui.meetings.surroundings import Surroundings

Index = QModelIndex | QPersistentModelIndex

_STATUS_INK = {
    MeetingStatus.DRAFT: theme.WARNING,
    MeetingStatus.CHECKED: theme.ACCENT,
    MeetingStatus.CERTIFIED: theme.GOOD,
}
_MARGIN_X, _MARGIN_Y, _GAP = 14, 8, 1
_TEXT_LINES = 2


def lines_of(meeting: MeetingHead, surroundings: Surroundings, *, with_name: bool) -> tuple[str, str, str]:
    """Number, date and what it was about as the list shows them; `with_name` where the year has several committees."""
    show = surroundings.numerals.show
    number = show(number_label(meeting, surroundings.numbering)) or "ยังไม่มีครั้งที่"
    held = show(format_short_date(meeting.held_on)) if meeting.held_on else "ยังไม่กำหนดวัน"
    name = meeting.name or "ยังไม่มีชื่อการประชุม"
    about = [name] if with_name or not meeting.subject else []
    return number, held, show("  ".join([meeting.subject, *about] if meeting.subject else about))


class MeetingDelegate(QStyledItemDelegate):
    """Paints the number, then date and status on one line, and the wrapped rest below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        number, held, name = str(index.data()).split("\n", 2)
        drawn.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        meeting = index.data(RecordRole)
        area = option.rect.adjusted(_MARGIN_X, _MARGIN_Y, -_MARGIN_X, -_MARGIN_Y)
        bold, small = _fonts(option.font)
        painter.save()
        line = QRect(area.topLeft(), QSize(area.width(), QFontMetrics(bold).height()))
        painter.setFont(bold)
        painter.setPen(QColor(theme.INK))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
        line.translate(0, line.height() + _GAP)
        painter.setFont(small)
        painter.setPen(QColor(_STATUS_INK[meeting.status]))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, meeting.status.words)
        painter.setPen(QColor(theme.QUIET))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, held)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.INK))
        below = area.adjusted(0, line.bottom() + 1 + _GAP - area.top(), 0, theme.MARK_ROOM)
        painter.drawText(
            below, int(Qt.TextFlag.TextWordWrap), cut_to_lines(name, option.fontMetrics, area.width(), _TEXT_LINES)
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        # The same for all: the list asks for every row, and 300 texts take long to measure.
        bold, _ = _fonts(option.font)
        above = 2 * (QFontMetrics(bold).height() + _GAP)
        text = _TEXT_LINES * option.fontMetrics.lineSpacing()
        return QSize(self._view.viewport().width(), 2 * _MARGIN_Y + above + text + 4)


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    bold, small = QFont(base), QFont(base)
    bold.setBold(True)
    small.setPointSize(base.pointSize() - 1)
    return bold, small


class MeetingList(QListView):
    """`chosen` tells the id of the meeting that the clerk goes to; Delete asks to remove it."""

    chosen = Signal(int)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings: Surroundings | None = None
        self._is_showing = False
        self._has_several_names = False
        column = Column[MeetingHead]("meeting", "การประชุม", self._words)
        self.records = RecordTableModel([column], parent=self)
        self.setModel(self.records)
        self.setItemDelegate(MeetingDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("การประชุมของปี")
        self.selectionModel().currentChanged.connect(self._tell)

    def show_meetings(self, meetings: Sequence[MeetingHead], surroundings: Surroundings, current: int) -> None:
        """Show these meetings, given from the oldest on, the one with the id `current` chosen."""
        self._is_showing = True
        self._surroundings = surroundings
        self._has_several_names = len({meeting.name for meeting in meetings if meeting.name}) > 1
        self.records.set_records(meetings[::-1])
        self.choose(current)
        self._is_showing = False
        self.viewport().update()

    def choose(self, id_: int) -> None:
        """Go to a meeting without telling anybody."""
        was, self._is_showing = self._is_showing, True
        row = self.records.row_of(id_)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, 0))
        self._is_showing = was

    def _words(self, meeting: MeetingHead) -> str:
        if self._surroundings is None:
            return "\n\n"
        return "\n".join(lines_of(meeting, self._surroundings, with_name=self._has_several_names))

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self.chosen.emit(self.records.record(current.row()).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt keeps the heights it measured at another width.
        self.scheduleDelayedItemsLayout()
