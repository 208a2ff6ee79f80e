"""The measures table on screen: keys, row heights of what is seen, rows dragged to another place."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ita_desktop.domain.measure import Measure
from ita_desktop.ui import theme
from ita_desktop.ui.measures.cell_delegates import CellDelegate
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.columns import (
    ALWAYS,
    AT_FIRST,
    BUDGET,
    HEADS,
    INDICATOR,
    METHOD,
    MONITORING,
    NUMBER,
    OUTPUT_TARGET,
    OWNER,
    PERIOD,
    RESPONSIBLE,
    SCORE,
    STATUS,
    TEXT,
    TOPIC,
)
from ita_desktop.ui.table_model import STORED_ORDER, RecordTableModel

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_WIDTHS = {
    NUMBER: 5.2,
    INDICATOR: 18.5,
    SCORE: 11,
    METHOD: 24,
    RESPONSIBLE: 16.5,
    OWNER: 17,
    PERIOD: 18,
    MONITORING: 22,
    OUTPUT_TARGET: 20,
    BUDGET: 14,
    TOPIC: 18,
    STATUS: 17,
}
"""Widths of the columns in letters until the clerk drags them; the text column takes what is left."""
_BAND_PADDING = 6
"""Above and below the name of a group, pixels."""
_LEAST_TEXT = 24
"""Least width of the text column in letters."""
_CALM_TEXT = 30
"""What the text column keeps in letters while something stands beside the table, for which other columns give way."""
_STAYING = ALWAYS | {STATUS}


class MeasuresTable(QTableView):
    """Rows of measures. Enter, F2 or typing edits the cell; `move_asked` carries rows up (−1) or down (1)."""

    move_asked = Signal(int)
    remove_asked = Signal()
    dropped = Signal(int)
    """The selected rows shall stand before this row."""
    editing_ended = Signal(int, bool)
    """The id of the measure whose editor closed, and whether the clerk took the editing back."""
    view_changed = Signal()
    """The clerk has made a column wider or narrower."""

    def __init__(self, model: RecordTableModel[Measure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self._has_failed = False
        self._chosen: frozenset[str] = AT_FIRST
        self._shown: frozenset[str] = frozenset()
        self._is_shared = False
        self._own_widths: dict[str, int] = {}
        self._is_sizing = False
        self._name_group: Callable[[Measure], str] | None = None
        self._fits: set[int] = set()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_visible_rows)
        self.setModel(model)
        self._set_up()
        for changed in (model.layoutChanged, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._heights_changed)

    def selected(self) -> list[Measure]:
        """The measures of the selected rows, top to bottom."""
        return [self.records.record(row) for row in self._selected_rows()]

    def count_selected(self) -> int:
        """How many rows are selected."""
        return len(self._selected_rows())

    def _selected_rows(self) -> list[int]:
        # Not `selectedRows`, which asks the model about every cell of every selected row.
        ranges = self.selectionModel().selection().toList()
        return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})

    def current(self) -> Measure | None:
        """The measure that the keyboard stands on."""
        index = self.currentIndex()
        return self.records.record(index.row()) if index.isValid() else None

    def go_to(self, measure_id: int, key: str = TEXT, *, edit: bool = False) -> None:
        """Stand on a cell of a measure that is shown, and begin to edit it if asked."""
        row = self.records.row_of(measure_id)
        if row < 0:
            return
        index = self.records.index(row, self.records.column_of(key))
        self.stand_on(index)
        self._bring_to_sight(index)
        if edit:
            self.setFocus()
            self.edit(index)

    def stand_on(self, index: QModelIndex) -> None:
        """Stand on a cell and select its row alone.

        Not `setCurrentIndex`: while Ctrl is held for Ctrl+Z it would add the row to those selected.
        """
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def select_measures(self, ids: list[int]) -> None:
        """Select these measures where they are shown, standing on the first."""
        rows = [row for measure_id in ids if (row := self.records.row_of(measure_id)) >= 0]
        selection = self.selectionModel()
        if not rows:
            selection.clear()
            return
        column = max(self.currentIndex().column(), self.records.column_of(TEXT))
        self.stand_on(self.records.index(rows[0], column))
        # All at once: each selecting by itself is told to everybody who follows the selection.
        chosen = QItemSelection()
        last = self.records.columnCount() - 1
        for first, end in _runs(sorted(rows)):
            chosen.append(QItemSelectionRange(self.records.index(first, 0), self.records.index(end, last)))
        selection.select(chosen, selection.SelectionFlag.ClearAndSelect)

    def finish_editing(self) -> None:
        """Take what is typed in the open editor."""
        editor = self.open_editor()
        if editor is not None:
            editor.finish(QAbstractItemDelegate.EndEditHint.NoHint)

    def open_editor(self) -> CellEditor | None:
        """The editor that is open, if any."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        return next((e for e in self.viewport().findChildren(CellEditor) if e.isVisible()), None)

    def note_saving(self, *, done: bool) -> None:
        """Whether the edit just handed over was saved; if not, its editor stays open with what was typed."""
        self._has_failed = not done

    def was_saved(self) -> bool:
        """Whether the last edit was saved; asked once an edit, by the delegates."""
        failed, self._has_failed = self._has_failed, False
        return not failed

    def fit_columns(self) -> None:
        """Share the width: the text column takes what the others leave, unless the clerk has dragged it."""
        letter = self.fontMetrics().averageCharWidth()
        widths = {key: self._own_widths.get(key, round(letters * letter)) for key, letters in _WIDTHS.items()}
        self._show_fitting(widths)
        self._is_sizing = True
        for key, width in widths.items():
            self.setColumnWidth(self.records.column_of(key), width)
        used = sum(width for key, width in widths.items() if key in self._shown)
        rest = max(self.viewport().width() - used, _LEAST_TEXT * letter)
        own = {} if self._is_shared else self._own_widths
        self.setColumnWidth(self.records.column_of(TEXT), own.get(TEXT, rest))
        self._is_sizing = False

    def _show_fitting(self, widths: Mapping[str, int]) -> None:
        """Show the chosen columns; beside something else those on the right go until the text can be read."""
        shown = set(self._chosen)
        room = self.viewport().width() - _CALM_TEXT * self.fontMetrics().averageCharWidth()
        going = [key for key in reversed(HEADS) if key in self._chosen - _STAYING] if self._is_shared else []
        for key in going:
            if sum(width for each, width in widths.items() if each in shown) <= room:
                break
            shown.remove(key)
        if shown == self._shown:
            return
        self._shown = frozenset(shown)
        self.finish_editing()
        self._is_sizing = True
        for key in HEADS:
            self.setColumnHidden(self.records.column_of(key), key not in shown)
        self._is_sizing = False
        here = self.currentIndex()
        if here.isValid() and self.isColumnHidden(here.column()):
            self.selectionModel().setCurrentIndex(
                here.siblingAtColumn(self.records.column_of(TEXT)), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._heights_changed()

    def share_width(self, *, is_shared: bool) -> None:
        """Tell whether something stands beside the table, for which columns give way where it is narrow."""
        self._is_shared = is_shared
        self.fit_columns()

    def show_columns(self, keys: Collection[str], widths: Mapping[str, int]) -> None:
        """Show these columns beside those that always stand there, with the widths that the clerk has given some."""
        self._chosen = frozenset(keys) | ALWAYS
        self._own_widths = dict(widths)
        self.fit_columns()
        self._heights_changed()

    def is_shown(self, key: str) -> bool:
        """Whether the column is in sight."""
        return key in self._shown

    @property
    def own_widths(self) -> Mapping[str, int]:
        """The widths that the clerk has given columns, pixels."""
        return self._own_widths

    def name_groups(self, name: Callable[[Measure], str] | None) -> None:
        """Write the names of the groups above their first rows; the model groups the rows."""
        self._name_group = name
        self._heights_changed()
        self.viewport().update()

    def band_above(self, row: int) -> int:
        """The height of the band above the row, 0 where no group begins, pixels."""
        if self._name_group is None or not self.records.begins_group(row):
            return 0
        return self.fontMetrics().height() + 2 * _BAND_PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._name_group is None:
            return
        painter = QPainter(self.viewport())
        row, last = max(0, self.rowAt(0)), self.records.rowCount()
        while row < last and (top := self.rowViewportPosition(row)) < self.viewport().height():
            if height := self.band_above(row):
                self._paint_band(painter, row, QRect(0, top, self.viewport().width(), height))
            row += 1
        painter.end()

    def _paint_band(self, painter: QPainter, row: int, band: QRect) -> None:
        assert self._name_group is not None
        font = QFont(self.font())
        font.setBold(True)
        painter.fillRect(band, QColor(theme.GROUND))
        painter.setFont(font)
        painter.setPen(QColor(theme.INK))
        inside = band.adjusted(12, 0, -12, 0)
        words = QFontMetrics(font).elidedText(
            self._name_group(self.records.record(row)), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def set_delegates(self, delegates: Mapping[str, CellDelegate]) -> None:
        """Paint and edit the columns with these, by column key."""
        for key, delegate in delegates.items():
            delegate.was_saved = self.was_saved
            delegate.band_above = self.band_above
            self.setItemDelegateForColumn(self.records.column_of(key), delegate)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setAccessibleName("ตารางมาตรการ")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(STORED_ORDER, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._note_width)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self._note_sorting)

    def _note_sorting(self, column: int, order: Qt.SortOrder) -> None:
        # Sorted by number upwards is the stored order, in which rows can be moved.
        if column == self.records.column_of(NUMBER) and order == Qt.SortOrder.AscendingOrder:
            self.horizontalHeader().setSortIndicator(STORED_ORDER, order)

    def _note_width(self, column: int, _before: int, width: int) -> None:
        if not self._is_sizing and width:
            self._own_widths[self.records.columns[column].key] = width
            self.view_changed.emit()
        self._heights_changed()

    def _heights_changed(self) -> None:
        self._fits.clear()
        self._fitting.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # At once: rows that take their height after they were painted are painted twice.
        self._fit_visible_rows()

    def _bring_to_sight(self, index: QModelIndex) -> None:
        """Scroll to a cell until it stays: rows that come into sight on the way take their height and push it on."""
        fitted = -1
        while fitted != len(self._fits):
            fitted = len(self._fits)
            # Rows that grew lengthen the scroll bar only when Qt comes to it.
            self.updateGeometries()
            self.scrollTo(index)
            self._fit_visible_rows()

    def _fit_visible_rows(self) -> None:
        """Give the rows in sight the height of their text; thousands of others wait until they are seen."""
        row = max(0, self.rowAt(0))
        last, bar = self.records.rowCount(), self.verticalScrollBar()
        was_at_end, fitted = 0 < bar.maximum() == bar.value(), len(self._fits)
        while row < last and self.rowViewportPosition(row) < self.viewport().height():
            if row not in self._fits:
                self._fits.add(row)
                self.resizeRowToContents(row)
            row += 1
        if was_at_end and len(self._fits) > fitted:
            # Whoever went to the end stays there, whatever room the last rows take.
            self.updateGeometries()
            bar.setValue(bar.maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == _NO_KEYS:
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and modifiers == _NO_KEYS:
            self.remove_asked.emit()
        elif _types_text(event) and self.currentIndex().isValid():
            self._begin_typing(event)
        else:
            super().keyPressEvent(event)

    def _begin_typing(self, event: QKeyEvent) -> None:
        """Open the cell's editor and hand it the first letter; a letter never jumps to another row."""
        self.edit(self.currentIndex())
        editor = self.open_editor()
        focused = editor.focusProxy() if editor is not None else None
        if focused is not None:
            QApplication.sendEvent(focused, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and editor.isAncestorOf(focused)
        measure = self.current()
        super().closeEditor(editor, hint)
        if had_focus and self.open_editor() is None:
            self.setFocus()
        if measure is not None:
            self.editing_ended.emit(measure.id, hint == QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self or not self.records.rows_can_move:
            event.ignore()
            return
        index = self.indexAt(event.position().toPoint())
        before = index.row() if index.isValid() else self.records.rowCount()
        if index.isValid() and self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem:
            before += 1
        # The saved order comes back through the model: Qt must not move or delete rows itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.dropped.emit(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        self._heights_changed()


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows that follow each other."""
    first = rows[0]
    for row, following in zip(rows, [*rows[1:], -1], strict=True):
        if following != row + 1:
            yield first, row
            first = following


def _types_text(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & control
