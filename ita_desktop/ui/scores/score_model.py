"""The table model of the grid: years in columns, scores and what was announced in rows; it never saves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.assessment_checks import check_assessment
from ita_desktop.domain.explanation import level_title
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.remark import Remark
from ita_desktop.domain.scoring import Origin
from ita_desktop.thai.dates import format_short_date
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.parts import LEVEL, Part, ScorePart, YearScores
from ita_desktop.ui.scores.rows import GridRow, grid_rows
from ita_desktop.ui.widgets.mark_icon import Tone

Index = QModelIndex | QPersistentModelIndex
LookRole = Qt.ItemDataRole.UserRole + 1
"""How a cell is painted: a `Look`."""
_DERIVED = {Origin.COMPUTED: "คำนวณ", Origin.BACK_SOLVED: "คำนวณย้อน"}
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell shows besides its text."""

    depth: int = 0
    derived: bool = False
    """Whether the text follows from other scores instead of having been entered."""
    own_code: str = ""
    tone: Tone | None = None
    """Error, warning, or good for just saved; None for nothing to mark."""
    exists: bool = True
    change: Decimal | None = None


class ScoreModel(QAbstractTableModel):
    """Stored scores of some years with what is being typed in them and what follows.

    `typed` tells that the scores as typed changed; `entered` carries (year, part, value) to be saved.
    """

    typed = Signal()
    entered = Signal(object, object, object)

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._remarks: dict[FiscalYear, tuple[YearScores, tuple[Remark, ...]]] = {}
        self._doubts: dict[FiscalYear, dict[str, str]] = {}
        """The first remark about each fact, by year."""
        self._all: list[GridRow] = []
        self._rows: list[GridRow] = []
        self._stored: list[YearScores] = []
        self._typed: list[YearScores] = []
        self._numerals = Numerals.ARABIC
        self._unread: dict[tuple[FiscalYear, str], tuple[str, str]] = {}
        self._saved: set[tuple[FiscalYear, str]] = set()
        self.unfolded: set[str] = set()

    def show_years(self, years: Sequence[YearScores], numerals: Numerals) -> None:
        """Show the stored scores of consecutive years, newest first."""
        old = [scores.framework for scores in self._stored]
        new = [scores.framework for scores in years]
        same = len(old) == len(new) and all(a is b or a == b for a, b in zip(old, new, strict=True))
        self._numerals = numerals
        if same:
            self._stored = self._typed = list(years)
            self._tell_all()
            return
        self.beginResetModel()
        self._stored = self._typed = list(years)
        self._saved.clear()
        self._all = grid_rows(new)
        self._rows = self._in_sight()
        self.endResetModel()

    def toggle(self, key: str) -> None:
        """Unfold or fold what stands below an indicator's row."""
        self.unfold({key} ^ self.unfolded)

    def unfold(self, keys: set[str]) -> None:
        """Unfold exactly these indicators' rows."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self._rows[i.row()].key, i.column()) for i in before]
        self.unfolded = set(keys)
        self._rows = self._in_sight()
        numbers = {row.key: n for n, row in enumerate(self._rows)}
        after = [self.index(numbers[key], column) if key in numbers else _ROOT for key, column in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def foldable(self) -> list[str]:
        """Keys of the rows that have something below."""
        return [row.key for row in self._all if row.foldable]

    def row(self, number: int) -> GridRow:
        """The row as shown."""
        return self._rows[number]

    def row_of(self, key: str) -> int:
        """The number of the row with that key, -1 when it is not in sight."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def cell(self, index: Index) -> tuple[FiscalYear, Part[Any]] | None:
        """What a cell enters; None where the year has no such fact."""
        if not index.isValid() or index.column() >= len(self._stored):
            return None
        part = self._rows[index.row()].parts[index.column()]
        return None if part is None else (self._stored[index.column()].assessment.year, part)

    def scores(self, column: int = 0) -> YearScores:
        """The year's stored scores with what is being typed in them."""
        return self._typed[column]

    def years(self) -> list[YearScores]:
        """All shown years as typed, newest first."""
        return list(self._typed)

    def set_typing(self, index: Index, value: Any) -> None:
        """Follow a value that is being typed into a cell."""
        place = self.cell(index)
        if place is None:
            return
        stored = self._stored[index.column()]
        changed = place[1].put(stored.assessment, value)
        self._typed = list(self._stored)
        if changed != stored.assessment:
            self._typed[index.column()] = replace(stored, assessment=changed)
        self._tell_all()
        self.typed.emit()

    def stop_typing(self) -> None:
        """Back to the stored scores."""
        if self._typed != self._stored:
            self._typed = list(self._stored)
            self._tell_all()
            self.typed.emit()

    def keep_unread(self, index: Index, text: str, problem: str) -> None:
        """Keep typed text that cannot be read, marked, with its year; empty text forgets it."""
        place = self.cell(index)
        if place is not None:
            self.keep_unread_of(place[0], place[1], text, problem)

    def keep_unread_of(self, year: FiscalYear, part: Part[Any], text: str, problem: str) -> None:
        """As `keep_unread`, also for a year that is not shown."""
        self._unread.pop((year, part.key), None)
        if text:
            self._unread[year, part.key] = (text, problem)
        self._tell_all()

    def unread(self, index: Index) -> tuple[str, str] | None:
        """The text of a cell that could not be read, and why."""
        place = self.cell(index)
        return None if place is None else self._unread.get((place[0], place[1].key))

    def all_unread(self) -> list[tuple[FiscalYear, str, str, str]]:
        """Year, part key, text and reason of every text that could not be read, also of years not shown."""
        return [(year, key, *kept) for (year, key), kept in self._unread.items()]

    def mark_saved(self, year: FiscalYear, part: Part[Any]) -> None:
        """Show the tick that says that this was just saved."""
        self._saved.add((year, part.key))
        self._unread.pop((year, part.key), None)
        self._tell_all()

    def problem(self, index: Index) -> str:
        """What is wrong or doubtful with a cell, or empty."""
        unread = self.unread(index)
        if unread is not None:
            return unread[1]
        place = self.cell(index)
        return "" if place is None else self._numerals.show(self._doubt(place[1], index.column()))

    def remarks(self, column: int) -> tuple[Remark, ...]:
        """What is odd about a year's scores as typed; Arabic digits."""
        scores = self._typed[column]
        known = self._remarks.get(scores.assessment.year)
        if known is None or known[0] is not scores:
            found = check_assessment(scores.assessment, scores.framework, self._today(), scores.outcome)
            known = (scores, tuple(found))
            self._remarks[scores.assessment.year] = known
            first = {remark.field: remark.sentence for remark in reversed(known[1])}
            self._doubts[scores.assessment.year] = first
        return known[1]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The years, and one column for the change between the first two."""
        return 0 if parent.isValid() else len(self._stored) + (len(self._stored) > 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.cell(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.column() < len(self._stored) else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role != Qt.ItemDataRole.DisplayRole or not self._stored:
                return None
            if section == len(self._stored):
                return "เปลี่ยนแปลง"
            return self._numerals.show(f"ปี {self._stored[section].assessment.year}")
        row = self._rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._numerals.show(row.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._numerals.show("\n".join(part for part in (row.label, row.note) if part))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)[0]
        if role == LookRole:
            return self._look(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.problem(index) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.cell(index)
        if place is None or role != Qt.ItemDataRole.EditRole:
            return False
        year, part = place
        had_unread = self._unread.pop((year, part.key), None)
        if value != part.get(self._stored[index.column()].assessment):
            self.entered.emit(year, part, value)
        elif had_unread:
            self._tell_all()
        return True

    def _in_sight(self) -> list[GridRow]:
        return [row for row in self._all if not row.below or row.below in self.unfolded]

    def _tell_all(self) -> None:
        if self._rows and self._stored:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _text(self, index: Index) -> tuple[str, bool]:
        """The text of a cell and whether it was derived."""
        row, column = self._rows[index.row()], index.column()
        if column == len(self._stored):
            change = self._change(row)
            return ("" if change is None else self._numerals.show(_change_text(change))), False
        place = self.cell(index)
        if place is None:
            return "–", True
        unread = self._unread.get((place[0], place[1].key))
        if unread is not None:
            return unread[0], False
        text, derived = _shown(place[1], self._typed[column])
        return self._numerals.show(text), derived

    def _look(self, index: Index) -> Look:
        row, column = self._rows[index.row()], index.column()
        if column == len(self._stored):
            return Look(row.depth, change=self._change(row))
        place = self.cell(index)
        own = row.own_codes[column] if row.own_codes else ""
        if place is None:
            return Look(row.depth, derived=True, exists=False)
        tone = Tone.GOOD if (place[0], place[1].key) in self._saved else None
        if (place[0], place[1].key) in self._unread:
            tone = Tone.ERROR
        elif self._doubt(place[1], column):
            tone = Tone.WARNING
        code = own.split(".")[0] if row.depth == 1 else own
        return Look(row.depth, self._text(index)[1], self._numerals.show(code), tone)

    def _spoken(self, index: Index) -> str:
        place = self.cell(index)
        if place is None:
            return self._text(index)[0]
        year, part = place
        return self._numerals.show(f"{part.name} ปี {year} {self._text(index)[0]}").rstrip()

    def _doubt(self, part: Part[Any], column: int) -> str:
        self.remarks(column)
        return self._doubts[self._typed[column].assessment.year].get(_field(part), "")

    def _change(self, row: GridRow) -> Decimal | None:
        now, then = (
            part.known(scores) if isinstance(part, ScorePart) else None
            for part, scores in zip(row.parts[:2], self._typed[:2], strict=True)
        )
        return now.value - then.value if now and then else None


def _field(part: Part[Any]) -> str:
    """What the checks call a fact: `9`, `OIT`, `o12`, `announced_level`."""
    return "announced_level" if part is LEVEL else part.key.split()[-1]


def _shown(part: Part[Any], scores: YearScores) -> tuple[str, bool]:
    value = part.get(scores.assessment)
    if isinstance(part, ScorePart):
        if value is not None:
            return format_score(value), False
        known = part.known(scores)
        return (f"{_DERIVED[known.origin]} {format_score(known.value)}", True) if known else ("", True)
    if isinstance(value, date):
        return format_short_date(value), False
    if part is LEVEL and not value and scores.outcome.best is not None:
        return f"คำนวณ {level_title(scores.outcome)}", True
    return value or "", False


def _change_text(change: Decimal) -> str:
    sign = "▲ +" if change > 0 else "▼ −" if change < 0 else "= "
    return f"{sign}{format_score(abs(change))}"
