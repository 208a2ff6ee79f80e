"""What was announced besides the scores: the level, the day and where it was read, for two years."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from ita_desktop.domain.assessment import announced_in_season
from ita_desktop.domain.explanation import level_title
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.parts import ANNOUNCED_ON, LEVEL, SOURCE, YearScores
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine


class LevelBox(QComboBox):
    """The official level names of one year, and none; a name that is not official stays as it is, marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def show_levels(self, framework: Framework, chosen: str, nothing: str) -> None:
        """Offer the framework's names; `nothing` is what stands where none is chosen."""
        names = [level.name for level in framework.levels]
        entries = [(nothing, ""), *((name, name) for name in names)]
        if chosen and chosen not in names:
            entries.append((chosen, chosen))
        if [(self.itemText(n), self.itemData(n)) for n in range(self.count())] != entries:
            self.clear()
            for text, name in entries:
                self.addItem(text, name)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page past this box must not change the level.
        event.ignore()


class Announcement(QWidget):
    """Level, day and source of the announcement; `entered` carries (year, part, value) to be saved."""

    entered = Signal(object, object, object)

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: list[YearScores] = []
        self._unread_days: dict[FiscalYear, tuple[str, str]] = {}
        self.levels = (LevelBox(), LevelBox())
        self.days = (ThaiDateField(numerals, today), ThaiDateField(numerals, today))
        self.sources = (TextLine(), TextLine())
        self.notes = (FieldNote(), FieldNote())
        self._heads = (QLabel(), QLabel())
        self._build()
        self._connect()

    def show_years(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Show what is stored; text that is being typed stays."""
        same_years = [y.assessment.year for y in self._years] == [this.assessment.year, before.assessment.year]
        self._keep_unread_days()
        self._years = [this, before]
        for column, scores in enumerate(self._years):
            assessment, year = scores.assessment, scores.assessment.year
            self._heads[column].setText(numerals.show(f"ปี {year}"))
            day, source = self.days[column], self.sources[column]
            day.set_numerals(numerals)
            if not same_years or not day.hasFocus():
                day.set_value(assessment.announced_on)
                if year in self._unread_days:
                    text, problem = self._unread_days[year]
                    day.setText(text)
                    day.complain(problem)
            if not same_years or not source.hasFocus():
                source.set_value(assessment.source)
            names = {self.levels[column]: LEVEL.name, day: ANNOUNCED_ON.name, source: SOURCE.name}
            for widget, name in names.items():
                widget.setAccessibleName(numerals.show(f"{name} ปี {year}"))

    def show_derived(self, this: YearScores, before: YearScores, numerals: Numerals) -> None:
        """Show the level that the scores as typed give, and what is odd about the announcement."""
        for column, scores in enumerate((this, before)):
            found = scores.outcome
            nothing = f"คำนวณ: {level_title(found)}" if found.level is not None else "ยังไม่ระบุ"
            self.levels[column].show_levels(scores.framework, scores.assessment.announced_level, nothing)
            self._remark(column, scores, numerals)

    def finish(self) -> None:
        """Take every text that can be read."""
        for line in (*self.days, *self.sources):
            line.commit()

    def has_unsaved_text(self) -> bool:
        """Whether a date stands there that could not be read, also of years not shown now."""
        shown = {scores.assessment.year for scores in self._years}
        return bool(self._unread_days.keys() - shown) or any(day.problem() for day in self.days)

    def year(self, column: int) -> FiscalYear:
        """The result year of a column."""
        return self._years[column].assessment.year

    def _keep_unread_days(self) -> None:
        for day, scores in zip(self.days, self._years, strict=False):
            self._unread_days.pop(scores.assessment.year, None)
            if day.problem():
                self._unread_days[scores.assessment.year] = (day.text(), day.problem())

    def _remark(self, column: int, scores: YearScores, numerals: Numerals) -> None:
        assessment, note = scores.assessment, self.notes[column]
        day = self.days[column]
        if day.problem():
            note.error(day.problem())
        elif assessment.announced_level and scores.framework.level_named(assessment.announced_level) is None:
            note.warn(f"“{assessment.announced_level}” ไม่ใช่ชื่อระดับทางการ โปรดเลือกจากรายการ")
        elif scores.outcome.level_contradicts:
            note.warn("ระดับที่ประกาศไม่ตรงกับคะแนนที่กรอก โปรดตรวจสอบกับประกาศผล")
        elif assessment.announced_on and not announced_in_season(assessment.year, assessment.announced_on):
            note.warn(numerals.show(f"ผลปี {assessment.year} ควรประกาศ ก.ค.–ก.ย. {assessment.year} โปรดตรวจสอบวันที่"))
        else:
            note.clear()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for line, name in enumerate((LEVEL.name, ANNOUNCED_ON.name, SOURCE.name), start=1):
            grid.addWidget(ThaiLabel(name), line, 0)
        for column in (0, 1):
            self._heads[column].setProperty("role", "field")
            # A date in words must fit beside another on a small screen; the field scrolls if it does not.
            self.days[column].setMinimumWidth(120)
            self.sources[column].setPlaceholderText("เช่น รายงานผลการประเมิน ITA.pdf")
            fields = (self._heads[column], self.levels[column], self.days[column], self.sources[column])
            for line, widget in enumerate(fields):
                grid.addWidget(widget, line, column + 1)
            grid.addWidget(self.notes[column], 4, column + 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column + 1, 1)

    def _connect(self) -> None:
        for column in (0, 1):
            self.levels[column].activated.connect(
                lambda _, n=column: self.entered.emit(self.year(n), LEVEL, self.levels[n].currentData())
            )
            self.days[column].committed.connect(
                lambda day, n=column: self.entered.emit(self.year(n), ANNOUNCED_ON, day)
            )
            self.sources[column].committed.connect(
                lambda text, n=column: self.entered.emit(self.year(n), SOURCE, text or "")
            )
            self.days[column].problem_changed.connect(lambda problem, n=column: self._say_day(n, problem))

    def _say_day(self, column: int, problem: str) -> None:
        if problem:
            self.notes[column].error(problem)
        else:
            self.notes[column].clear()
