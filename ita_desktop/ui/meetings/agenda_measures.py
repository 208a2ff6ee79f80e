"""The measures that an agenda item names, each with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.meetings.read_only import READS
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.thai.digits import Numerals


def measure_words(measure: Measure) -> str:
    """One line that names a measure: its indicator and how it begins."""
    text = next((line for line in measure.text.split("\n") if line), "(ยังไม่มีข้อความ)")
    return f"ตัวชี้วัดที่ {measure.indicator_code}: {text}" if measure.indicator_code else text


class LinkedMeasures(QWidget):
    """`place_asked` carries the id of the measure that the clerk wants to go to."""

    place_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[int, str]] = []
        self.ways: dict[int, QPushButton] = {}
        """The buttons, by the measures' ids."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.hide()

    def show_measures(self, measures: Sequence[Measure], numerals: Numerals) -> None:
        """Show these measures; the buttons of an unchanged list keep the focus."""
        wanted = [(measure.id, numerals.show(measure_words(measure))) for measure in measures]
        if wanted == self._shown:
            return
        self._shown = wanted
        self.ways = {}
        while (taken := self._layout.takeAt(0)) is not None:
            row = taken.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for id_, words in wanted:
            self._layout.addWidget(self._row(id_, words))
        self.setVisible(bool(wanted))

    def _row(self, id_: int, words: str) -> QWidget:
        row = QWidget()
        way = QPushButton("ไปที่มาตรการ")
        way.setProperty("kind", "quiet")
        way.setProperty(READS, True)
        way.setAccessibleName(f"ไปที่มาตรการ {words}")
        way.clicked.connect(lambda: self.place_asked.emit(id_))
        self.ways[id_] = way
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(ThaiLabel(f"•  {words}"), 1)
        layout.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return row
