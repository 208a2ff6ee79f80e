"""One Qt table model for every list of records: columns are data, and the model never saves."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import attrgetter, not_
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ita_desktop.thai.order import sort_key
from ita_desktop.ui.table_search import TableSearch

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

RecordRole = Qt.ItemDataRole.UserRole + 1
"""The record of the row."""
SortRole = Qt.ItemDataRole.UserRole + 2
"""What the column sorts the row by."""
ProblemRole = Qt.ItemDataRole.UserRole + 3
"""The sentence about what is doubtful in the cell, or empty."""
HintRole = Qt.ItemDataRole.UserRole + 4
"""The sentence about what could be better in the cell, or empty."""
BriefRole = Qt.ItemDataRole.UserRole + 5
"""The few words of either for which the cell has room, or empty."""
STORED_ORDER = -1
"""The column number that means: not sorted by any column."""
_ROOT = QModelIndex()
_FEW_BLOCKS = 8
"""So many blocks of rows come or go one by one; more go together, which costs the views a new layout."""


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
    hint: Callable[[R], str] = field(default=_nothing)
    """The sentence about what could be better in the cell, or empty; said more calmly."""
    brief: Callable[[R], str] = field(default=_nothing)
    """The few words of `problem` or `hint` for which the cell has room; empty for all of it."""
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _said(column: Column[R], record: R) -> str:
    said = (column.show(record), column.problem(record), column.hint(record))
    return " ".join(part for part in said if part)


_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.EditRole: lambda c, r: c.show(r) if c.value is None else c.value(r),
    Qt.ItemDataRole.TextAlignmentRole: lambda c, _: c.align,
    Qt.ItemDataRole.ToolTipRole: lambda c, r: c.problem(r) or c.hint(r) or None,
    Qt.ItemDataRole.AccessibleTextRole: _said,
    ProblemRole: lambda c, r: c.problem(r),
    HintRole: lambda c, r: c.hint(r),
    BriefRole: lambda c, r: c.brief(r),
}
"""What a cell answers by role, but for its text and its record."""


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
        self._search = TableSearch[R](searched or self._all_columns)
        self._records: dict[Hashable, R] = {}
        self._rows: list[R] = []
        self._row_ids: list[Hashable] = []
        self._row_numbers: dict[Hashable, int] | None = None
        self._places: dict[Hashable, int] | None = None
        self._accepts: Callable[[R], bool] | None = None
        self._group: Callable[[R], Any] | None = None
        self._sorting: tuple[int, Qt.SortOrder] = (STORED_ORDER, Qt.SortOrder.AscendingOrder)

    def set_records(self, records: Sequence[R]) -> None:
        """Show these records, given in stored order."""
        known, ids = self._records, self._ids(records)
        now = dict(zip(ids, records, strict=True))
        if len(now) < len(ids):
            raise ValueError("two records have one id")
        # Unchanged records stay the same objects: views are not told of them.
        for i in [i for i, record in now.items() if known.get(i) is not record]:
            if known.get(i) == now[i]:
                now[i] = known[i]
        other = [i for i, record in now.items() if known.get(i) is not record]
        new = [now[i] for i in other if i not in known]
        changed = [i for i in other if i in known]
        renumbered = list(known) != ids[: len(known)]
        self._records, self._places = now, None
        self._search.follow(now, stale=[*changed, *(known.keys() - now.keys())])
        shown = set(self._row_ids)
        wanted = shown.union(self._ids(self._found(new)))
        # Whatever is found again later is found among all; a row in sight stays until then.
        rows = list(now.values()) if wanted >= now.keys() else self._of_ids(wanted)
        if self._sorting[0] != STORED_ORDER:
            rows = self._beside_shown(rows, shown) if shown else self._sorted(rows)
        self._arrange(self._grouped(rows))
        rows_changed = [row for i in changed if (row := self.row_of(i)) >= 0]
        if renumbered and self._rows:
            # The number of a record is its place in stored order.
            self._announce(0, len(self._rows) - 1)
        elif rows_changed:
            self._announce(min(rows_changed), max(rows_changed))

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show by other columns of the same number, e.g. in other digits."""
        if len(columns) != len(self._columns):
            raise ValueError(f"columns must stay {len(self._columns)}; got {len(columns)}")
        self._columns = tuple(columns)
        self._search.forget()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        if self._rows:
            self._announce(0, len(self._rows) - 1)

    def find(self, text: str, accepts: Callable[[R], bool] | None) -> None:
        """Show only rows that hold every word of the text, in either kind of digits, and are accepted."""
        self._search.look_for(text)
        self._accepts = accepts
        self._find_again()

    def search(self, text: str) -> None:
        """Show only rows that hold every word of the text, in either kind of digits."""
        self.find(text, self._accepts)

    def filter(self, accepts: Callable[[R], bool] | None) -> None:
        """Show only rows that are accepted; None shows all."""
        self._accepts = accepts
        self._find_again()

    def prepare_search(self) -> None:
        """Bring together what a search looks through while nothing else happens, so that the first one need not."""
        self._search.prepare(self)

    def group(self, by: Callable[[R], Any] | None) -> None:
        """Let rows with one key stand together, by the order of the keys; None ends it.

        Inside a group they stand as sorted or stored. A record whose key changes goes to its new group at once.
        """
        self._group = by
        self._find_again()

    def group_of(self, record: R) -> Any:
        """The key of the group that the record stands in; None when rows are not grouped."""
        return None if self._group is None else self._group(record)

    def begins_group(self, row: int) -> bool:
        """Whether the row is the first of its group; never when rows are not grouped."""
        if self._group is None:
            return False
        return row == 0 or self._group(self._rows[row - 1]) != self._group(self._rows[row])

    def records(self) -> list[R]:
        """All records in stored order, shown or not."""
        return list(self._records.values())

    def shown(self) -> list[R]:
        """The records of the rows, top to bottom."""
        return list(self._rows)

    def record(self, row: int) -> R:
        """The record of a row."""
        return self._rows[row]

    def row_of(self, identity: Hashable) -> int:
        """The row of the record with that id, or -1 when it is not shown."""
        if self._row_numbers is None:
            self._row_numbers = dict(zip(self._row_ids, count()))
        return self._row_numbers.get(identity, -1)

    def place_of(self, identity: Hashable) -> int:
        """The place in stored order, from 0, of the record with that id, shown or not; -1 when there is none."""
        if self._places is None:
            self._places = dict(zip(self._records, count()))
        return self._places.get(identity, -1)

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns, left to right."""
        return self._columns

    def column_of(self, key: str) -> int:
        """The number of the column with that key; `ValueError` when there is none."""
        return [column.key for column in self._columns].index(key)

    @property
    def in_stored_order(self) -> bool:
        """Whether all records are shown as they are stored."""
        return self._group is None and self.rows_can_move

    @property
    def rows_can_move(self) -> bool:
        """Whether a row can be given another place among its neighbours: all are shown, and no column sorts them."""
        return self._sorting[0] == STORED_ORDER and len(self._rows) == len(self._records)

    # How rows are found and arranged

    def _all_columns(self, record: R) -> str:
        return "\n".join(column.show(record) for column in self._columns)

    def _find_again(self) -> None:
        found = self._found()
        self._arrange(self._grouped(found if self._sorting[0] == STORED_ORDER else self._sorted(found)))

    def _found(self, among: Sequence[R] | None = None) -> list[R]:
        """Those that search and filter let through, in stored order; among all records unless others are given."""
        if among is None:
            found: Iterable[R] = self._search.found()
        else:
            found = self._search.found_among(among)
        return list(found) if self._accepts is None else list(filter(self._accepts, found))

    def _ids(self, records: Iterable[R]) -> list[Hashable]:
        return list(map(self._identity, records))

    def _of_ids(self, wanted: set[Hashable]) -> list[R]:
        return [record for i, record in self._records.items() if i in wanted]

    def _sorted(self, records: list[R]) -> list[R]:
        column, order = self._sorting
        backwards = order == Qt.SortOrder.DescendingOrder
        return sorted(records, key=lambda record: self._sort_value(column, record), reverse=backwards)

    def _sort_value(self, column: int, record: R) -> Any:
        by = self._columns[column]
        return by.sort(record) if by.sort is not None else sort_key(by.show(record))

    def _grouped(self, records: list[R]) -> list[R]:
        return records if self._group is None else sorted(records, key=self._group)

    def _beside_shown(self, wanted: list[R], shown: set[Hashable]) -> list[R]:
        """The rows shown already where they are, then the new ones."""
        staying = [self._records[i] for i in self._row_ids if i in self._records]
        return staying + [record for record in wanted if self._identity(record) not in shown]

    def _arrange(self, target: list[R]) -> None:
        """Bring the rows to the target in few steps that views can follow, so that they keep their place."""
        ids = self._ids(target)
        if ids != self._row_ids:
            shown, wanted = set(self._row_ids), set(ids)
            if not wanted >= shown:
                self._take_away(wanted)
            if not shown >= wanted:
                self._bring_in(target, ids, shown)
            self._permute(target, ids)
        self._rows = target

    def _take_away(self, staying: set[Hashable]) -> None:
        rows, ids = self._rows, self._row_ids
        remains = list(map(staying.__contains__, ids))
        leaves = list(map(not_, remains))
        blocks = _blocks(leaves)
        if blocks is None:
            # The leaving rows go to the end first, so that they leave as one block.
            rows = [*compress(rows, remains), *compress(rows, leaves)]
            ids = [*compress(ids, remains), *compress(ids, leaves)]
            blocks = [(sum(remains), len(rows))]
            self._permute(rows, ids)
        for first, end in reversed(blocks):
            self.beginRemoveRows(_ROOT, first, end - 1)
            self._stand(self._rows[:first] + self._rows[end:], self._row_ids[:first] + self._row_ids[end:])
            self.endRemoveRows()

    def _bring_in(self, target: list[R], ids: list[Hashable], shown: set[Hashable]) -> None:
        comes = [not known for known in map(shown.__contains__, ids)]
        blocks = _blocks(comes)
        if blocks is None or [i for i in ids if i in shown] != self._row_ids:
            # They come as one block at the end, from where they find their places.
            target = [*self._rows, *compress(target, comes)]
            ids = [*self._row_ids, *compress(ids, comes)]
            blocks = [(len(self._rows), len(target))]
        for first, end in blocks:
            self.beginInsertRows(_ROOT, first, end - 1)
            rows = self._rows[:first] + target[first:end] + self._rows[first:]
            self._stand(rows, self._row_ids[:first] + ids[first:end] + self._row_ids[first:])
            self.endInsertRows()

    def _permute(self, target: list[R], ids: list[Hashable]) -> None:
        if ids == self._row_ids:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        held_ids = [self._row_ids[index.row()] for index in held]
        self._stand(target, ids)
        moved = [self.index(self.row_of(i), index.column()) for i, index in zip(held_ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _stand(self, rows: list[R], ids: list[Hashable]) -> None:
        self._rows, self._row_ids, self._row_numbers = rows, ids, None

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
        # Qt asks for a dozen roles of every cell that it paints: the common ones first, the others in no time.
        if role == _DISPLAY:
            return column.show(record)
        if role == RecordRole:
            return record
        answer = _ANSWERS.get(role)
        if answer is not None:
            return answer(column, record)
        return self._sort_value(index.column(), record) if role == SortRole else None

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
        if self.rows_can_move:
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


def _blocks(marks: list[bool]) -> list[tuple[int, int]] | None:
    """First place and end of every run of marks, None when there are more than a few."""
    found: list[tuple[int, int]] = []
    ends = [*marks, False]
    first = ends.index(True) if True in ends else -1
    while first >= 0:
        if len(found) == _FEW_BLOCKS:
            return None
        end = ends.index(False, first)
        found.append((first, end))
        first = ends.index(True, end) if True in ends[end:] else -1
    return found
