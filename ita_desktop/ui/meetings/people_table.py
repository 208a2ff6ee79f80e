"""The table of a list of people, as wide as its words ask and as tall as its rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ita_desktop.ui.meetings.choice_delegate import time_width
from ita_desktop.ui.meetings.people_columns import TIMES
from ita_desktop.ui.table_model import RecordTableModel
from ita_desktop.ui.widgets.delegates import PADDING_X

_SHARES = {"name": 6, "post": 7, "role": 5, "substitute_for": 4, "reason": 5}
_MOST_OF_NAME = 0.42
"""Share of the width that names take at most, so that the other columns can be read."""
_LEAST = 40
_HEAD_PADDING = 3


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
