"""The editor of a period: typed freely, read back while typing, with the usual ones a click away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ita_desktop.domain.period import Period, format_months, format_period, parse_period, whole_year
from ita_desktop.thai.clean import clean_line
from ita_desktop.ui.measures.cell_editor import CellEditor
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.widgets.field_note import FieldNote

_WIDTH_IN_LETTERS = 34


class PeriodEditor(CellEditor):
    """A line of text and what the program reads in it."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.line = QLineEdit()
        self.line.setPlaceholderText(f"เช่น {wording.period_example}")
        self.line.setAccessibleName("ระยะเวลา")
        self.line.textChanged.connect(self._read_back)
        self.note = FieldNote()
        self.note.describe(self.line)
        self.body.addWidget(self.line)
        self.body.addWidget(self.note)
        self.body.addLayout(self._usual_ones())
        self.body.addStretch(1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)
        self.watch(self.line)

    def fill(self, value: str) -> None:
        """Show the typed text, all selected."""
        self.line.setText(value)
        self.line.selectAll()
        self._read_back(value)

    def value(self) -> str:
        """The text as typed."""
        return clean_line(self.line.text())

    def _read_back(self, text: str) -> None:
        wording = self._wording
        period = parse_period(clean_line(text), wording.plan_year)
        problem = wording.period_problem(period)
        if not period.text:
            self.note.clear()
        elif not period.is_read:
            self.note.error(f"{problem} พิมพ์เช่น {wording.period_example} หรือเก็บข้อความไว้ตามนี้")
        elif problem:
            self.note.warn(wording.numerals.show(f"{format_period(period)} {problem}"))
        else:
            self.note.good(wording.numerals.show(format_period(period)))
        self._grow()

    def _grow(self) -> None:
        if self.parentWidget() is not None:
            self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _usual_ones(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        year, numerals = self._wording.plan_year, self._wording.numerals
        usual = [("ตลอดปี", whole_year(year))]
        for number in range(1, 5):
            first, last = year.quarter(number)
            usual.append((f"ไตรมาส {number}" if number == 1 else str(number), Period(format_months(first, last))))
        for words, period in usual:
            button = QPushButton(numerals.show(words))
            button.setProperty("kind", "quiet")
            button.setStyleSheet("padding: 5px 8px;")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(numerals.show(period.text))
            button.clicked.connect(lambda _=False, button=button: self.line.setText(button.toolTip()))
            row.addWidget(button)
        row.addStretch(1)
        return row
