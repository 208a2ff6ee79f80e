"""The choice of the plan year, with the result year that the plan answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from ita_desktop.domain.terms import FISCAL_YEAR
from ita_desktop.ui.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.thai.digits import Numerals


class YearChooser(QWidget):
    """“ปีงบประมาณ พ.ศ. [๒๕๖๙]”, and below it whose scores are shown."""

    chosen = Signal(object)
    """The `FiscalYear` of the plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QComboBox()
        self._box.setAccessibleName("ปีงบประมาณของมาตรการ")
        self._result = QLabel()
        self._result.setProperty("role", "caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(QLabel(FISCAL_YEAR), 0, 0)
        grid.addWidget(self._box, 0, 1)
        grid.addWidget(self._result, 1, 0, 1, 2)
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemData(row)))

    def show_years(self, years: Sequence[FiscalYear], chosen: FiscalYear, numerals: Numerals) -> None:
        """Offer the plan years, newest first, and show the chosen one."""
        self._box.clear()
        for year in years:
            self._box.addItem(numerals.show(str(year)), year)
            if year == chosen:
                self._box.setCurrentIndex(self._box.count() - 1)
        self._result.setText(numerals.show(f"ใช้ผลการประเมินปี {chosen - 1}"))
