"""The field for one score."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.assessment import format_score, parse_score
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.parsed_line import ParsedLine


class ScoreField(ParsedLine[Decimal]):
    """A score from 0 to 100 with at most two decimals, in Thai or Arabic digits; empty is no score."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        self._numerals = numerals
        super().__init__(parse_score, lambda score: self._numerals.show(format_score(score)), parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(60)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("๑๐๐.๐๐") + 36)

    def set_numerals(self, numerals: Numerals) -> None:
        """Show the score in these digits; wrong text stays as it is."""
        self._numerals = numerals
        if not self.problem():
            self.set_value(self.value())

    def _is_hopeless(self, _text: str) -> bool:
        return _text not in (".", ",")
