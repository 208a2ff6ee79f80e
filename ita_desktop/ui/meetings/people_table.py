"""The table of a list of people, whose cells offer names, posts and roles while they are edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

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
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ita_desktop.domain.meeting import Attendance, Presence
from ita_desktop.domain.office import Signatory
from ita_desktop.errors import UserError
from ita_desktop.thai import words
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.dates import format_time, parse_time
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.meetings.people_rows import PersonRow
from ita_desktop.ui.table_model import Column, ProblemRole, RecordTableModel
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.delegates import PADDING_X, PADDING_Y, ThaiWrapDelegate
from ita_desktop.ui.widgets.mark_icon import Tone, paint_mark
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from datetime import time

Index = QModelIndex | QPersistentModelIndex
TIMES = {"arrived_at": "มา\nเวลา", "left_at": "ออก\nเวลา"}
"""Heads of the columns for coming late and leaving early."""
_SHARES = {"name": 6, "post": 7, "role": 5, "substitute_for": 4, "reason": 5}
_MOST_OF_NAME = 0.42
"""Share of the width that names take at most, so that the other columns can be read."""
_LEAST = 40
_GAP = 6
_HEAD_PADDING = 3
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _edit(change: Callable[[Attendance, str], Attendance]) -> Callable[[PersonRow, Any], PersonRow]:
    return lambda row, value: replace(row, attendance=change(row.attendance, clean_line(str(value))))


def _with_name(who: Attendance, name: str) -> Attendance:
    # A person without a name cannot be printed: the old one stays.
    return replace(who, person=replace(who.person, name=name)) if name else who


def _with_post(who: Attendance, title: str) -> Attendance:
    return who if title == who.person.title else replace(who, person=Signatory(who.person.name, title))


def _time_column(key: str, head: str, show: Callable[[str], str]) -> Column[PersonRow]:
    def shown(row: PersonRow) -> str:
        moment: time | None = getattr(row.attendance, key)
        return row.typed(key) or (show(format_time(moment)) if moment is not None else "")

    def edited(row: PersonRow, value: Any) -> PersonRow:
        text = str(value).strip()
        if time_problem(text):
            # What cannot be read leaves the time as it was, and stays in its cell for mending.
            return row.with_typed(key, text)
        named: dict[str, Any] = {key: parse_time(text) if text else None}
        return replace(row.with_typed(key, ""), attendance=replace(row.attendance, **named))

    def problem(row: PersonRow) -> str:
        return show(time_problem(row.typed(key)))

    return Column[PersonRow](key, head, shown, edited, problem=problem, align=_MIDDLE)


def time_problem(text: str) -> str:
    """Why a text is no time of day, with what to type instead; empty when it is one, or nothing."""
    try:
        if text:
            parse_time(text)
    except UserError as error:
        return error.sentence
    return ""


def columns_of(
    presence: Presence, number: Callable[[PersonRow], str], show: Callable[[str], str]
) -> list[Column[PersonRow]]:
    """The columns of one list; `number` gives the text of a row's place in it, `show` puts times into digits."""
    name = Column[PersonRow](
        "name",
        "ชื่อ – สกุล",
        lambda row: row.attendance.person.name,
        _edit(_with_name),
        problem=lambda row: show(row.remark),
        align=_MIDDLE,
    )
    post = Column[PersonRow](
        "post", "ตำแหน่ง", lambda row: row.attendance.person.title, _edit(_with_post), align=_MIDDLE
    )
    role = Column[PersonRow](
        "role",
        "หน้าที่",
        lambda row: row.attendance.role,
        _edit(lambda who, text: replace(who, role=text)),
        align=_MIDDLE,
    )
    reason = Column[PersonRow](
        "reason",
        "เหตุที่ไม่มา",
        lambda row: row.attendance.reason,
        _edit(lambda who, text: replace(who, reason=text)),
        align=_MIDDLE,
    )
    substitute = Column[PersonRow](
        "substitute_for",
        "มาแทน\nตำแหน่ง",
        lambda row: row.attendance.substitute_for,
        _edit(lambda who, text: replace(who, substitute_for=text)),
        align=_MIDDLE,
    )
    place = Column[PersonRow]("number", "ที่", number, align=_MIDDLE)
    if presence is Presence.ABSENT:
        return [place, name, post, role, reason]
    return [place, name, post, role, substitute, *(_time_column(key, head, show) for key, head in TIMES.items())]


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


class PeopleTable(QTableView):
    """Delete removes the chosen rows, Alt+Up and Alt+Down move one; Enter or F2 edits a cell."""

    remove_asked = Signal()
    move_asked = Signal(int)
    """One place up (−1) or down (1)."""
    fitted = Signal()
    """The rows have their heights, and the table its own."""

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        """With `scrolls` the table keeps its height and scrolls; otherwise it is as tall as its rows."""
        super().__init__(parent)
        self._scrolls = scrolls
        self._keys: list[str] = []
        # Measured once the columns have their widths: the header gives them out after the table's own resize.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self.fit)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def set_people(self, model: RecordTableModel[Any]) -> None:
        """Show this model's rows."""
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._keys = [column.key for column in model.columns]
        if any("\n" in column.head for column in model.columns):
            # The style sheet gives every head the height of one line.
            header.setMinimumHeight(2 * header.fontMetrics().lineSpacing() + 2 * _HEAD_PADDING)
        self._share_width()
        for signal in (model.layoutChanged, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Numbers and times take what they need, as do columns without a word; the others share the rest."""
        fixed = {"number": self.fontMetrics().horizontalAdvance("๙๙") + 24}
        for column, key in enumerate(self._keys):
            if key in TIMES:
                fixed[key] = time_width(self.fontMetrics()) if self._says(column) else self._head_width(column)
            elif key == "substitute_for" and not self._says(column):
                fixed[key] = self._head_width(column)
        whole = self.viewport().width()
        shared = {key: _SHARES.get(key, 0) for key in self._keys if key not in fixed}
        if "name" in shared:
            rest = whole - sum(fixed.values())
            usual = rest * shared.pop("name") // (sum(shared.values()) + _SHARES["name"])
            fixed["name"] = min(max(usual, self._name_width()), round(whole * _MOST_OF_NAME))
        rest = whole - sum(fixed.values())
        shares = sum(shared.values()) or 1
        for column, key in enumerate(self._keys):
            self.setColumnWidth(column, fixed.get(key) or max(_LEAST, rest * shared[key] // shares))

    def _says(self, column: int) -> bool:
        """Whether any row has something in the column."""
        model = self.model()
        return any(model.index(row, column).data() for row in range(model.rowCount()))

    def _head_width(self, column: int) -> int:
        return self.horizontalHeader().sectionSizeFromContents(column).width() + 2

    def _name_width(self) -> int:
        """Room for the longest first or last name, which is not to be parted."""
        model, column, measure = self.model(), self._keys.index("name"), self.fontMetrics().horizontalAdvance
        names = (str(model.index(row, column).data() or "") for row in range(model.rowCount()))
        return max((measure(part) for name in names for part in name.split()), default=0) + 2 * PADDING_X + 4

    def chosen(self) -> list[Any]:
        """The selected rows, from the top."""
        selection = self.selectionModel()
        model = self.model()
        if selection is None or not isinstance(model, RecordTableModel):
            return []
        return [model.record(row) for row in sorted(index.row() for index in selection.selectedRows())]

    def fit(self) -> None:
        """Soon be as tall as the rows, so that the page scrolls and not the table."""
        self._fitting.start()

    def _fit(self) -> None:
        self._share_width()
        self.resizeRowsToContents()
        if not self._scrolls:
            self._take_height()
        self.fitted.emit()

    def _take_height(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount())) if self.model() else 0
        header = self.horizontalHeader()
        height = rows + max(header.sizeHint().height(), header.minimumHeight()) + 2 * self.frameWidth() + 2
        if height != self.height():
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.state() is QAbstractItemView.State.EditingState:
            # A line lets Enter pass when it has taken its text: that must not open the cell again.
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
