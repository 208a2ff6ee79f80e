"""One follow-up as it stands in the list."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.measure import MeasureStatus, Progress, ProgressEvidence
from ita_desktop.evidence_files import LookUp
from ita_desktop.thai.dates import format_date
from ita_desktop.ui.measures.follow_up.evidence_row import EvidenceRow
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.labels import ThaiLabel

_TEXTS = {"result": "ผลการดำเนินการ", "problem": "ปัญหาอุปสรรค", "next_step": "ขั้นตอนต่อไป"}


class EntryCard(Card):
    """Date, status, texts and evidence of one follow-up, with what can be done to it."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, entry: Progress, show: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.entry = entry
        self.body.setContentsMargins(12, 8, 12, 10)
        self.body.setSpacing(4)
        day = show(format_date(entry.recorded_on))
        status = entry.status.words if entry.percent is None else show(f"{entry.status.words} ร้อยละ {entry.percent}")
        self.head = ThaiLabel(day, "field")
        self.status = ThaiLabel(status)
        self.status.set_tone({MeasureStatus.DONE: "good", MeasureStatus.NOT_DONE: "warning"}.get(entry.status, ""))
        self.edit, self.remove = QPushButton("แก้ไข"), QPushButton("ลบ")
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.head, 1)
        for button, asked in ((self.edit, self.edit_asked), (self.remove, self.remove_asked)):
            button.setProperty("kind", "quiet")
            button.setAccessibleName(f"{button.text()}การติดตามวันที่ {day}")
            button.clicked.connect(lambda _=False, asked=asked: asked.emit(entry))
            line.addWidget(button)
        self.body.addLayout(line)
        self.body.addWidget(self.status)
        for name, words in _TEXTS.items():
            text = getattr(entry, name)
            if text:
                self.body.addWidget(ThaiLabel(words, "caption"))
                self.body.addWidget(ThaiLabel(text))
        if entry.evidence:
            self.body.addWidget(ThaiLabel("หลักฐาน", "caption"))
        self.rows = [EvidenceRow(evidence, show) for evidence in entry.evidence]
        for row in self.rows:
            row.open_asked.connect(self.open_asked)
            self.body.addWidget(row)

    def show_states(self, states: Mapping[ProgressEvidence, LookUp]) -> None:
        """Say what became of each kept file."""
        for row, evidence in zip(self.rows, self.entry.evidence, strict=True):
            if evidence in states:
                row.show_state(states[evidence].state)
