"""The table of a list of people, whose cells offer names, posts and roles while they are edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.dates import format_time, parse_time
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.people_rows import PersonRow
from ita_desktop.ui.table_model import Column, RecordTableModel
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from datetime import time

Index = QModelIndex | QPersistentModelIndex
TIMES = {"arrived_at": "มาเวลา", "left_at": "ออก"}
"""Heads of the columns for coming late and leaving early."""
_SHARES = {"name": 6, "post": 7, "role": 5, "substitute_for": 4, "reason": 5}
_LEAST = 40
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
        return show(format_time(moment)) if moment is not None else ""

    def edited(row: PersonRow, value: Any) -> PersonRow:
        try:
            text = str(value).strip()
            moment = parse_time(text) if text else None
        except UserError:
            # The editor has said so; what cannot be read leaves the time as it was.
            return row
        named: dict[str, Any] = {key: moment}
        return replace(row, attendance=replace(row.attendance, **named))

    return Column[PersonRow](key, head, shown, edited, align=_MIDDLE)


def columns_of(
    presence: Presence, number: Callable[[PersonRow], str], show: Callable[[str], str]
) -> list[Column[PersonRow]]:
    """The columns of one list; `number` gives the text of a row's place in it, `show` puts times into digits."""
    name = Column[PersonRow](
        "name", "ชื่อ – สกุล", lambda row: row.attendance.person.name, _edit(_with_name), align=_MIDDLE
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
        "มาแทน",
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
    refused = Signal(str)
    """Why the text of a cell was not taken."""

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

    def typed_text(self) -> tuple[int, int, str] | None:
        """Row and column of the cell that is being written, and its text so far."""
        at = self._at
        if at is None or not at.isValid() or not isinstance(self._open, ParsedLine) or not self._open.isModified():
            return None
        return at.row(), at.column(), self._open.text()

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
        editor.setAccessibleName(head)
        editor.textEdited.connect(self.typed)
        self._open, self._at = editor, QPersistentModelIndex(index)
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TimeField) and not editor.commit():
            self.refused.emit(editor.problem())
            return
        super().setModelData(editor, model, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        enters = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if enters and event.type() is QEvent.Type.KeyPress and isinstance(editor, TimeField) and not editor.commit():
            # A time that cannot be read stays open for mending.
            self.refused.emit(editor.problem())
            return True
        return super().eventFilter(editor, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._open:
            self._open = self._at = None
        super().destroyEditor(editor, index)


class PeopleTable(QTableView):
    """Delete removes the chosen rows, Alt+Up and Alt+Down move one; Enter or F2 edits a cell."""

    remove_asked = Signal()
    move_asked = Signal(int)
    """One place up (−1) or down (1)."""

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
        self._share_width()
        for signal in (model.layoutChanged, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Numbers and times take what they need; the rest is shared by how much the columns usually say."""
        measure = self.fontMetrics().horizontalAdvance
        fixed = {"number": measure("๙๙") + 28} | dict.fromkeys(TIMES, measure("๐๙.๓๐ น.") + 22)
        rest = self.viewport().width() - sum(fixed.get(key, 0) for key in self._keys)
        whole = sum(_SHARES.get(key, 0) for key in self._keys) or 1
        for column, key in enumerate(self._keys):
            self.setColumnWidth(column, fixed.get(key) or max(_LEAST, rest * _SHARES.get(key, 0) // whole))

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
        self.resizeRowsToContents()
        if self._scrolls:
            return
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount())) if self.model() else 0
        height = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2
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
