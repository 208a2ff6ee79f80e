"""The blue band on top: whose record, which year, whether it is saved, and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.theme import GAP, PAGE_MARGIN
from ita_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.ui.widgets.saved_mark import SavedMark
    from ita_desktop.ui.year_chooser import YearChooser

PROGRAM = "ITA Desktop"
SUBTITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA)"


class Header(QFrame):
    """Shows the office and lets the clerk choose the plan year."""

    year_chosen = Signal(object)
    """The `FiscalYear` of the plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._numerals = Numerals.THAI
        self._name = ElidedLabel(PROGRAM, "head")
        self._subtitle = ElidedLabel(SUBTITLE)
        self._years: YearChooser | None = None
        self._saved: SavedMark | None = None
        self._grid = QGridLayout(self)
        self.office_button = QPushButton("ข้อมูลหน่วยงาน")
        self.menu_button = QPushButton("เมนู")
        self.menu_button.setProperty("menu", True)
        self._build()
        self.clear()

    def set_menu(self, menu: QMenu) -> None:
        """What the menu button opens."""
        self.menu_button.setMenu(menu)

    def show_office(self, long_name: str, numerals: Numerals) -> None:
        """Name the office, and write years and times in its digits; an empty name stands for none yet."""
        self._name.setText(long_name or PROGRAM)
        self.office_button.setVisible(bool(long_name))
        self._numerals = numerals

    def show_saved(self, moment: time) -> None:
        """Say when the record was last saved."""
        if self._saved is None:
            # Made when first needed: the window paints sooner without it.
            from ita_desktop.ui.widgets.saved_mark import SavedMark

            self._saved = SavedMark(self._numerals, "#ffffff")
            self._grid.addWidget(self._saved, 1, 3, 1, 2)
        self._saved.set_numerals(self._numerals)
        self._saved.saved_at(moment)

    def clear_saved(self) -> None:
        """Say nothing about saving."""
        if self._saved is not None:
            self._saved.clear()

    def clear(self) -> None:
        """Show no office, year or saved mark."""
        self.show_office("", self._numerals)
        if self._years is not None:
            self._years.hide()
        self.clear_saved()

    def show_years(self, years: Sequence[FiscalYear], chosen: FiscalYear) -> None:
        """Offer the plan years and show the chosen one with the result year it answers."""
        if self._years is None:
            # Made when first needed: the window paints sooner without it.
            from ita_desktop.ui.year_chooser import YearChooser

            self._years = YearChooser()
            self._years.chosen.connect(self.year_chosen)
            self._grid.addWidget(self._years, 0, 1, 2, 2)
        self._years.show_years(years, chosen, self._numerals)
        self._years.show()

    def _build(self) -> None:
        grid = self._grid
        grid.setContentsMargins(PAGE_MARGIN, 6, PAGE_MARGIN, 6)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._subtitle, 1, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.office_button, 0, 3)
        grid.addWidget(self.menu_button, 0, 4)
