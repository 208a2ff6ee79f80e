"""The grid of scores: moves and takes typing like a spreadsheet; rows are named in a column that stays."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.cell_delegate import CellDelegate
from ita_desktop.ui.scores.parts import LEVEL
from ita_desktop.ui.scores.score_model import Index, ScoreModel
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.shortcuts import is_redo, is_undo

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_INDENTS = (12, 28, 46)
_WIDEST, _CHANGE = "คำนวณย้อน ๑๐๐.๐๐", "เปลี่ยนแปลง"
_LABEL, _LONG_LABEL = "๑๐. การป้องกันการทุจริต", 46
"""The least room for the rows' names, and the most in letters."""


class RowNames(QHeaderView):
    """The rows' names, with a triangle where something can be unfolded."""

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("รายการคะแนน")

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        row = self._rows.row(section)
        painter.save()
        painter.fillRect(area, QColor(theme.GROUND if row.depth == 0 else theme.CARD))
        painter.setPen(QColor(theme.RULE))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        font = self.font()
        font.setBold(row.depth == 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.INK if row.depth < 2 else theme.QUIET))
        inside = area.adjusted(_INDENTS[row.depth], 0, -8, 0)
        if row.foldable:
            _paint_triangle(painter, area.left() + _INDENTS[1] - 12, area.center().y(), row.key in self._rows.unfolded)
        text = str(self._rows.headerData(section, Qt.Orientation.Vertical))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class ScoreTable(QTableView):
    """Scores of some years; a cell is taken when it is left.

    `block_pasted` carries a pasted text of more than one cell; `step_asked` an undo (-1) or redo (1);
    `told` what is wrong with the cell that is edited or current.
    """

    block_pasted = Signal(str)
    step_asked = Signal(int)
    told = Signal(str)

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scores = ScoreModel(today, self)
        self._names = RowNames(self.scores, self)
        self._cells = CellDelegate(numerals, today, self)
        self.setModel(self.scores)
        self.setVerticalHeader(self._names)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName("ตารางคะแนน")
        self._names.sectionClicked.connect(self.toggle)
        self._cells.left.connect(self._move)
        self._cells.step_asked.connect(self.step_asked)
        self._cells.problem_changed.connect(self.told)
        self._fit()

    def set_numerals(self, numerals: Numerals) -> None:
        """Edit in these digits."""
        self._cells.numerals = numerals

    def editor(self) -> QWidget | None:
        """The field that is open now."""
        return self._cells.editor

    def go_to(self, key: str, column: int = 0) -> None:
        """Make a cell the current one."""
        row = self.scores.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.scores.index(row, column))

    def toggle(self, section: int) -> None:
        """Unfold or fold what belongs to the row: its own details, or those it is one of."""
        row = self.scores.row(section)
        key = row.key if row.foldable else row.below
        if not key:
            return
        self.finish()
        column = max(0, self.currentIndex().column())
        self.scores.toggle(key)
        if not self.currentIndex().isValid():
            self.go_to(key, column)

    def finish(self) -> None:
        """Take what stands in the open field."""
        editor = self._cells.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.scores.keep_unread(self.currentIndex(), "", "")
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.scores.stop_typing()
        self._tell_problem()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_problem()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._cells.editor is not None:
            # What the open field does not want must not move the grid below it.
            event.ignore()
        elif is_undo(event) or is_redo(event):
            self.step_asked.emit(-1 if is_undo(event) else 1)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif key in _ENTER:
            self._move(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(-1 if shift or key == Qt.Key.Key_Backtab else 1, event)
        elif key == Qt.Key.Key_Space:
            self.toggle(self.currentIndex().row())
        elif key in _CLEAR:
            self._clear()
        elif key == Qt.Key.Key_Escape and self.scores.unread(self.currentIndex()):
            self.scores.keep_unread(self.currentIndex(), "", "")
            self._tell_problem()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        place = self.scores.cell(index)
        # A level is chosen from a list: one click opens it, as clerks expect of a list.
        if place is not None and place[1] is LEVEL and index == self.currentIndex():
            self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(560, self.minimumHeight())

    def full_height(self) -> int:
        """Pixels that show all rows in sight without scrolling."""
        rows = self.scores.rowCount() * self._names.defaultSectionSize()
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 16

    def fit_columns(self) -> None:
        """Share the width out anew, as other years are shown."""
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self._names.setDefaultSectionSize(metrics.height() + 2 * theme.mark_room(metrics) + 2)
        least = metrics.horizontalAdvance(_WIDEST) + 24
        years = max(1, self.scores.columnCount() - 1)
        room = self.width() - 2 * self.frameWidth() - 16
        change = metrics.horizontalAdvance(_CHANGE) + 24
        least_name = metrics.horizontalAdvance(_LABEL) + _INDENTS[1] + 10
        shows_change = years == 2 and room >= least_name + years * least + change
        room -= change if shows_change else 0
        name = min(max(least_name, room - years * least), metrics.averageCharWidth() * _LONG_LABEL)
        self._names.setFixedWidth(name)
        head = self.horizontalHeader()
        head.setDefaultSectionSize(max(least, (room - name) // years))
        if self.scores.columnCount() > years:
            self.setColumnHidden(years, not shows_change)
            head.resizeSection(years, change)

    def _move(self, down: int, right: int) -> None:
        index = self.currentIndex()
        row, column = index.row() + down, index.column() + right
        years = self.scores.columnCount() - (self.scores.columnCount() > 1)
        while 0 <= row < self.scores.rowCount() and 0 <= column < years:
            there = self.scores.index(row, column)
            if self.scores.cell(there) is not None:
                self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                break
            # A year that does not have this row is stepped over.
            row, column = row + down, column + right
        self.setFocus()

    def _tab(self, step: int, event: QKeyEvent) -> None:
        """To the next cell of the row, then of the next row; out of the grid at its ends."""
        years = self.scores.columnCount() - (self.scores.columnCount() > 1)
        index = self.currentIndex()
        place = index.row() * years + index.column() + step
        while 0 <= place < self.scores.rowCount() * years:
            there = self.scores.index(*divmod(place, years))
            if self.scores.cell(there) is not None:
                self.setCurrentIndex(there)
                return
            place += step
        event.ignore()

    def _clear(self) -> None:
        index = self.currentIndex()
        place = self.scores.cell(index)
        if place is not None:
            stored = place[1].get(self.scores.scores(index.column()).assessment)
            self.scores.setData(index, "" if isinstance(stored, str) else None)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if "\t" in text.strip() or "\n" in text.strip():
            self.block_pasted.emit(text)
        elif text.strip() and self.scores.cell(self.currentIndex()) is not None:
            self.edit(self.currentIndex())
            editor = self._cells.editor
            if isinstance(editor, ParsedLine):
                editor.paste_clean(text)

    def _tell_problem(self) -> None:
        self.told.emit(self.scores.problem(self.currentIndex()) if self.currentIndex().isValid() else "")


def _paint_triangle(painter: QPainter, x: float, y: float, unfolded: bool) -> None:
    points = ((-4, -3), (4, -3), (0, 4)) if unfolded else ((-3, -5), (4, 0), (-3, 5))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ACCENT))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))
    painter.restore()
