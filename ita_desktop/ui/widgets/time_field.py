"""The field for a time of day."""

from datetime import time

from PySide6.QtWidgets import QWidget

from ita_desktop.thai.dates import format_time, parse_time
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.parsed_line import ParsedLine


class TimeField(ParsedLine[time]):
    """A time as `๐๙.๓๐ น.`; typed as 9.30, 9:30, ๐๙.๓๐ น. or 9 น."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parse_time, lambda moment: numerals.show(format_time(moment)), parent=parent)
        self.setPlaceholderText(numerals.show("เช่น 09.30"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("เช่น ๐๙.๓๐ น.") + 28)
