"""One Qt table model for every list of records: columns are data, and the model never saves."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.order import sort_key

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

RecordRole = Qt.ItemDataRole.UserRole + 1
"""The record of the row."""
SortRole = Qt.ItemDataRole.UserRole + 2
"""What the column sorts the row by."""
ProblemRole = Qt.ItemDataRole.UserRole + 3
"""The sentence about what is doubtful in the cell, or empty."""
STORED_ORDER = -1
"""The column number that means: not sorted by any column."""
_ROOT = QModelIndex()


def _nothing(_: Any) -> str:
    return ""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: `key` names it in code, `head` on screen; a column without `edit` is only shown."""

    key: str
    head: str
    show: Callable[[R], str]
    edit: Callable[[R, Any], R] | None = None
    """The record with the editor's value in it."""
    value: Callable[[R], object] | None = None
    """What an editor starts from; the shown text when not given."""
    sort: Callable[[R], Any] | None = None
    """Sorts rows; the shown text in Thai order when not given."""
    problem: Callable[[R], str] = field(default=_nothing)
    """The sentence about what is doubtful in the cell, or empty."""
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Shows records in rows, found by search and filter and sorted by a column, whatever their stored order.

    `edited` carries the record that an edit asks for; whoever listens saves it and brings the saved records
    back with `set_records`, which keeps selection, open editors and row heights with their records. A row
    stays where it is shown until the clerk sorts, searches or filters again, even when its edit would move it.
    """

    edited = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        identity: Callable[[R], Hashable] = attrgetter("id"),
        searched: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`searched` gives the text that a search looks through; all columns when not given."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._identity = identity
        self._searched = searched or (lambda record: "\n".join(column.show(record) for column in self._columns))
        self._records: list[R] = []
        self._rows: list[R] = []
        self._texts: list[str] | None = None
        self._words: tuple[str, ...] = ()
        self._accepts: Callable[[R], bool] | None = None
        self._sorting: tuple[int, Qt.SortOrder] = (STORED_ORDER, Qt.SortOrder.AscendingOrder)

    def set_records(self, records: Sequence[R]) -> None:
        """Show these records, given in stored order."""
        known = dict(zip(self._ids(self._records), self._records, strict=True))
        shown = set(self._ids(self._rows))
        # Unchanged records stay the same objects: views are not told of them.
        pairs = list(zip(self._ids(records), records, strict=True))
        self._records = [old if (old := known.get(i)) == record else record for i, record in pairs]
        self._texts = None
        wanted = shown | (set(self._ids(self._found())) - known.keys())
        rows = [record for record, (i, _) in zip(self._records, pairs, strict=True) if i in wanted]
        if self._sorting[0] != STORED_ORDER:
            rows = self._beside_shown(rows, shown) if shown else self._sorted(rows)
        self._arrange(rows)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show by other columns of the same number, e.g. in other digits."""
        if len(columns) != len(self._columns):
            raise ValueError(f"columns must stay {len(self._columns)}; got {len(columns)}")
        self._columns = tuple(columns)
        self._texts = None
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        if self._rows:
            self._announce(0, len(self._rows) - 1)

    def search(self, text: str) -> None:
        """Show only rows that hold every word of the text, in either kind of digits."""
        self._words = tuple(to_arabic(text).casefold().split())
        self._find_again()

    def filter(self, accepts: Callable[[R], bool] | None) -> None:
        """Show only rows that are accepted; None shows all."""
        self._accepts = accepts
        self._find_again()

    def records(self) -> list[R]:
        """All records in stored order, shown or not."""
        return list(self._records)

    def shown(self) -> list[R]:
        """The records of the rows, top to bottom."""
        return list(self._rows)

    def record(self, row: int) -> R:
        """The record of a row."""
        return self._rows[row]

    def row_of(self, identity: Hashable) -> int:
        """The row of the record with that id, or -1 when it is not shown."""
        ids = self._ids(self._rows)
        return ids.index(identity) if identity in ids else -1

    def column_of(self, key: str) -> int:
        """The number of the column with that key; `ValueError` when there is none."""
        return [column.key for column in self._columns].index(key)

    @property
    def in_stored_order(self) -> bool:
        """Whether all records are shown as they are stored, so that rows can be moved."""
        return self._sorting[0] == STORED_ORDER and len(self._rows) == len(self._records)

    # How rows are found and arranged

    def _find_again(self) -> None:
        found = self._found()
        self._arrange(found if self._sorting[0] == STORED_ORDER else self._sorted(found))

    def _found(self) -> list[R]:
        """All records that search and filter let through, in stored order."""
        found: Iterable[R] = self._records
        if self._words:
            if self._texts is None:
                # The longest part of a search, so it is done once and only when somebody searches.
                self._texts = [to_arabic(self._searched(record)).casefold() for record in self._records]
            texts = list(zip(self._records, self._texts, strict=True))
            for word in self._words:
                texts = [pair for pair in texts if word in pair[1]]
            found = (record for record, _ in texts)
        return list(found) if self._accepts is None else list(filter(self._accepts, found))

    def _ids(self, records: Sequence[R]) -> list[Hashable]:
        return list(map(self._identity, records))

    def _sorted(self, records: list[R]) -> list[R]:
        column, order = self._sorting
        backwards = order == Qt.SortOrder.DescendingOrder
        return sorted(records, key=lambda record: self._sort_value(column, record), reverse=backwards)

    def _sort_value(self, column: int, record: R) -> Any:
        by = self._columns[column]
        return by.sort(record) if by.sort is not None else sort_key(by.show(record))

    def _beside_shown(self, wanted: list[R], shown: set[Hashable]) -> list[R]:
        """The rows shown already where they are, then the new ones."""
        by_id = dict(zip(self._ids(wanted), wanted, strict=True))
        staying = [by_id[i] for i in self._ids(self._rows) if i in by_id]
        return staying + [record for i, record in by_id.items() if i not in shown]

    def _arrange(self, target: list[R]) -> None:
        """Bring the rows to the target in few steps that views can follow, so that they keep their place."""
        kept = set(self._ids(target))
        rows = list(zip(self._ids(self._rows), self._rows, strict=True))
        staying = [record for i, record in rows if i in kept]
        if len(staying) < len(rows):
            # The leaving rows go to the end first, so that they leave as one block.
            self._permute(staying + [record for i, record in rows if i not in kept])
            self.beginRemoveRows(QModelIndex(), len(staying), len(rows) - 1)
            self._rows = staying
            self.endRemoveRows()
        before = dict(zip(self._ids(self._rows), self._rows, strict=True))
        coming = [record for i, record in zip(self._ids(target), target, strict=True) if i not in before]
        if coming:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(coming) - 1)
            self._rows = self._rows + coming
            self.endInsertRows()
        self._permute(target)
        changed = [n for n, i in enumerate(self._ids(target)) if before.get(i, target[n]) is not target[n]]
        if changed:
            self._announce(changed[0], changed[-1])

    def _permute(self, target: list[R]) -> None:
        ids, now = self._ids(target), self._ids(self._rows)
        if ids == now:
            self._rows = target
            return
        self.layoutAboutToBeChanged.emit()
        places = {i: row for row, i in enumerate(ids)}
        held = self.persistentIndexList()
        moved = [self.index(places[now[index.row()]], index.column()) for index in held]
        self._rows = target
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _announce(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    # Qt's side

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(record)
            case Qt.ItemDataRole.EditRole:
                return column.show(record) if column.value is None else column.value(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case Qt.ItemDataRole.ToolTipRole:
                return column.problem(record) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(part for part in (column.show(record), column.problem(record)) if part)
            case _ if role == RecordRole:
                return record
            case _ if role == SortRole:
                return self._sort_value(index.column(), record)
            case _ if role == ProblemRole:
                return column.problem(record)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        record, edit = self._rows[index.row()], self._columns[index.column()].edit
        if edit is None:
            return False
        changed = edit(record, value)
        if changed != record:
            self.edited.emit(changed)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.in_stored_order:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self._columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return super().headerData(section, orientation, role)
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column, or show them in stored order again when it is `STORED_ORDER`."""
        self._sorting = (column, order)
        self._find_again()
