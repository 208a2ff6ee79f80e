"""The number of a meeting, with its year behind the slash."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals, to_arabic
from ita_desktop.ui.widgets.parsed_line import ParsedLine

LARGEST_NUMBER = 999


def parse_number(text: str) -> int:
    """A meeting number from 1 to 999 in Thai or Arabic digits; `UserError` otherwise."""
    typed = to_arabic(text).strip().removeprefix("ครั้งที่").partition("/")[0].strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= LARGEST_NUMBER:
        return int(typed)
    raise UserError(f"ครั้งที่ประชุมต้องเป็นตัวเลข 1 ถึง {LARGEST_NUMBER} ส่วนปีโปรแกรมใส่ให้เอง")


class NumberLine(QWidget):
    """The number is typed, the year beside it follows from the date."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numerals = numerals
        self.line = ParsedLine[int](parse_number, lambda number: self._numerals.show(str(number)))
        self.line.setMinimumWidth(64)
        self.line.setMaximumWidth(90)
        self._year = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self._year)
        # No focus proxy: the whole would stay behind in the chain of Tab when the line is given its place there,
        # and Tab would come from its end back to the line.

    def show_year(self, be_year: int) -> None:
        """The Buddhist year behind the slash."""
        self._year.setText(self._numerals.show(f"/{be_year}"))
        self.line.setAccessibleName(f"ครั้งที่ ปี {be_year}")

    def set_numerals(self, numerals: Numerals) -> None:
        """Show the number in these digits; wrong text stays."""
        self._numerals = numerals
        if not self.line.problem():
            self.line.set_value(self.line.value())
