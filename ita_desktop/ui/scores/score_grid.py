"""The grid of scores: total, instruments and indicators of two years side by side."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.scoring import Origin
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui import theme
from ita_desktop.ui.scores.parts import Part, ScorePart, YearScores, score_parts
from ita_desktop.ui.scores.score_cell import ScoreCell
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel

_LABEL, _THIS, _BEFORE, _CHANGE = range(4)
_DERIVED = {Origin.COMPUTED: "คำนวณ", Origin.BACK_SOLVED: "คำนวณย้อน"}
_BAND = f"QFrame {{ background: {theme.GROUND}; border-radius: 5px; }}"


@dataclass(frozen=True)
class Row:
    """One line of the grid: the score it enters, its cells (this year, the year before), and what stands beside."""

    part: ScorePart
    cells: tuple[ScoreCell, ScoreCell]
    change: QLabel
    note: FieldNote
    widgets: tuple[QWidget, ...]


class ScoreGrid(QWidget):
    """Ten indicators under their instruments, for the result year and the year before.

    `typed` tells that the scores as typed changed; `entered` carries (year, part, score) to be saved.
    """

    typed = Signal()
    entered = Signal(object, object, object)
    left_downwards = Signal()
    """The clerk went down from the last row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._years: list[YearScores] = []
        self._shows_changes = True
        self._unsaved: dict[tuple[FiscalYear, str], tuple[str, str]] = {}
        self._heads = (QLabel(), QLabel(), QLabel("เปลี่ยนแปลง"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(_LABEL, 1)
        self._grid.setColumnMinimumWidth(_LABEL, self.fontMetrics().horizontalAdvance("๑๐. การป้องกันการทุจริต") + 20)
        for column, head in enumerate(self._heads, start=_THIS):
            head.setProperty("role", "field")
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column)

    def set_corner(self, widget: QWidget) -> None:
        """Put a widget into the empty corner beside the years."""
        self._grid.addWidget(widget, 0, _LABEL, Qt.AlignmentFlag.AlignLeft)

    def show_years(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Show the stored scores of two years; what is typed and not saved stays with its year."""
        years = [this, before]
        same_years = [y.assessment.year for y in self._years] == [y.assessment.year for y in years]
        self._keep_unsaved()
        self._build_rows(this.framework, numerals)
        self._years = years
        for head, scores in zip(self._heads, years, strict=False):
            head.setText(numerals.show(f"ปี {scores.assessment.year}"))
        for row in self._rows:
            for cell, scores in zip(row.cells, years, strict=True):
                if not same_years:
                    cell.set_saved(False)
                if not (same_years and cell.hasFocus() and cell.is_dirty()):
                    self._show_stored(row.part, cell, scores.assessment, numerals)

    def typed_scores(self, column: int) -> YearScores:
        """The stored scores with what is typed in them; column 0 is the result year, 1 the year before."""
        stored = self._years[column]
        assessment = stored.assessment
        for row in self._rows:
            score = row.cells[column].current()
            if score != row.part.get(assessment):
                assessment = row.part.put(assessment, score)
        return stored if assessment is stored.assessment else YearScores(stored.framework, assessment)

    def show_derived(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Show in empty cells what follows from the others, and how each score changed."""
        for row in self._rows:
            known = [row.part.known(scores) for scores in (this, before)]
            for cell, score in zip(row.cells, known, strict=True):
                note = "" if score is None or score.origin is Origin.ANNOUNCED else _DERIVED[score.origin]
                cell.setPlaceholderText(numerals.show(f"{note} {format_score(score.value)}") if score and note else "")
            now, then = known
            _show_change(row.change, now.value - then.value if now and then else None, numerals)

    def row(self, key: str) -> Row:
        """The row of a part by its key; `KeyError` when there is none."""
        for row in self._rows:
            if row.part.key == key:
                return row
        raise KeyError(key)

    def cell_of(self, part: Part[Any], year: FiscalYear) -> ScoreCell | None:
        """The cell of a fact in a year; None when that is no score or the year is not shown."""
        for row in self._rows:
            for cell, scores in zip(row.cells, self._years, strict=True):
                if row.part.key == part.key and scores.assessment.year == year:
                    return cell
        return None

    def has_unsaved_text(self) -> bool:
        """Whether some text stands in the grid that could not be read, also of years not shown now."""
        shown = {scores.assessment.year for scores in self._years}
        elsewhere = any(year not in shown for year, _ in self._unsaved)
        return elsewhere or any(cell.problem() for row in self._rows for cell in row.cells)

    def show_changes(self, shown: bool) -> None:
        """Show or hide the column of changes, for want of room."""
        self._shows_changes = shown
        for label in (self._heads[2], *(row.change for row in self._rows)):
            label.setVisible(shown)

    def finish(self) -> None:
        """Take every text that can be read."""
        for row in self._rows:
            for cell in row.cells:
                if cell.is_dirty():
                    cell.commit()

    def _keep_unsaved(self) -> None:
        for row in self._rows:
            for cell, scores in zip(row.cells, self._years, strict=True):
                place = (scores.assessment.year, row.part.key)
                self._unsaved.pop(place, None)
                if cell.problem():
                    self._unsaved[place] = (cell.text(), cell.problem())

    def _show_stored(self, part: ScorePart, cell: ScoreCell, assessment: Assessment, numerals: Numerals) -> None:
        cell.set_value(part.get(assessment))
        cell.set_numerals(numerals)
        cell.setAccessibleName(numerals.show(f"{part.name} ปี {assessment.year}"))
        unsaved = self._unsaved.get((assessment.year, part.key))
        if unsaved is not None:
            cell.show_unsaved(part.get(assessment), *unsaved)

    def _build_rows(self, framework: Framework, numerals: Numerals) -> None:
        parts = score_parts(framework)
        if [(p.key, p.name) for p in parts] == [(row.part.key, row.part.name) for row in self._rows]:
            return
        for row in self._rows:
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                widget.deleteLater()
        self._rows = [self._row(number, part, framework, numerals) for number, part in enumerate(parts)]
        self.show_changes(self._shows_changes)

    def _row(self, number: int, part: ScorePart, framework: Framework, numerals: Numerals) -> Row:
        line = 2 * number + 1
        is_indicator = isinstance(part.where, Indicator)
        label = _label(part, framework, numerals)
        cells = (self._cell(number, 0, part, numerals), self._cell(number, 1, part, numerals))
        change = QLabel()
        change.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        note = FieldNote()
        for cell in cells:
            cell.problem_changed.connect(lambda _, note=note, cells=cells: _say_problem(note, cells))
        widgets: list[QWidget] = [label, *cells, change, note]
        if not is_indicator:
            band = QFrame()
            band.setStyleSheet(_BAND)
            self._grid.addWidget(band, line, 0, 1, 4)
            widgets.append(band)
        self._grid.addWidget(label, line, _LABEL)
        for column, cell in enumerate(cells, start=_THIS):
            self._grid.addWidget(cell, line, column)
        self._grid.addWidget(change, line, _CHANGE)
        self._grid.addWidget(note, line + 1, _THIS, 1, 3)
        return Row(part, cells, change, note, tuple(widgets))

    def _cell(self, number: int, column: int, part: ScorePart, numerals: Numerals) -> ScoreCell:
        cell = ScoreCell(numerals)
        cell.typed.connect(lambda _: self.typed.emit())
        cell.problem_changed.connect(lambda _: self.typed.emit())
        cell.committed.connect(lambda score: self.entered.emit(self._years[column].assessment.year, part, score))
        cell.moved.connect(lambda down, right: self._move(number + down, column + right))
        return cell

    def _move(self, row: int, column: int) -> None:
        if row >= len(self._rows):
            self.left_downwards.emit()
        elif row >= 0 and column in (0, 1):
            self._rows[row].cells[column].setFocus(Qt.FocusReason.TabFocusReason)


def _label(part: ScorePart, framework: Framework, numerals: Numerals) -> ThaiLabel:
    if isinstance(part.where, Indicator):
        label = ThaiLabel(numerals.show(part.where.label))
        label.setContentsMargins(14, 0, 0, 0)
        return label
    text = part.name if part.where is None else f"{part.where} ({framework.weights[part.where] * 100:.0f}%)"
    label = ThaiLabel(numerals.show(text))
    label.setStyleSheet("font-weight: bold; padding-left: 8px; background: transparent;")
    label.setToolTip("" if part.where is None else part.where.thai_name)
    return label


def _say_problem(note: FieldNote, cells: tuple[ScoreCell, ScoreCell]) -> None:
    problem = next((cell.problem() for cell in cells if cell.problem()), "")
    if problem:
        note.error(problem)
    else:
        note.clear()


def _show_change(label: QLabel, change: Decimal | None, numerals: Numerals) -> None:
    tone = "" if not change else "good" if change > 0 else "warning"
    if label.property("tone") != tone:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)
    if change is None:
        label.setText("")
        return
    sign = "▲ +" if change > 0 else "▼ −" if change < 0 else ""
    label.setText(numerals.show(f"{sign}{format_score(abs(change))}"))
