"""What the chosen row of a pasted table becomes, field by field, and what should be known of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.measure import Measure
from ita_desktop.measures_import import Note
from ita_desktop.thai.baht import format_baht
from ita_desktop.ui.measures.wording import Wording
from ita_desktop.ui.widgets.cards import GAP, Card
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage


class RowPanel(QWidget):
    """Shows one measure as it would be added; nothing can be typed here."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        page = ScrollPage()
        self._card = Card("เมื่อเพิ่มแล้วจะเป็น")
        self._card.body.setSpacing(0)
        page.body.setContentsMargins(GAP, 0, GAP, 0)
        page.body.addWidget(self._card)
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._labels: list[ThaiLabel] = []

    def show_row(self, measure: Measure | None, notes: Sequence[Note]) -> None:
        """The measure that the row becomes or belongs to, None for no measure."""
        for label in self._labels:
            self._card.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        show = self._wording.numerals.show
        for note in notes:
            self._say(show(note.sentence), tone="warning" if note.doubt else "quiet")
        if measure is None:
            self._say("แถวนี้ไม่เป็นมาตรการ", tone="quiet")
            return
        for name, text in self._fields(measure):
            if text:
                self._say(name, role="caption")
                self._say(text)

    def sentences(self) -> list[str]:
        """All that is shown, from the top."""
        return [label.raw_text() for label in self._labels]

    def _fields(self, measure: Measure) -> list[tuple[str, str]]:
        wording = self._wording
        return [
            ("ตัวชี้วัด", wording.indicator(measure) or "ยังไม่ได้เลือก"),
            ("แนวทาง/มาตรการ", wording.text(measure)),
            ("ผู้รับผิดชอบ", wording.responsible(measure) or ("" if measure.owner else "ยังไม่มี")),
            ("ผู้รับผิดชอบหลัก", measure.owner),
            ("ระยะเวลา", wording.period(measure) or "ยังไม่มี"),
            ("วิธีดำเนินการ", measure.method),
            ("การกำกับติดตาม", measure.monitoring),
            ("เป้าหมายผลผลิต", measure.output_target),
            ("งบประมาณ (บาท)", "" if measure.budget is None else format_baht(measure.budget, wording.numerals)),
            ("ประเด็น", measure.topic),
        ]

    def _say(self, text: str, *, role: str = "", tone: str = "") -> None:
        label = ThaiLabel(text, role)
        if tone:
            label.set_tone(tone)
        self._card.body.addWidget(label)
        self._labels.append(label)
