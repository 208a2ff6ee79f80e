"""Shown in place of the tabs when the data file cannot be opened: what is wrong, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.say import Choice
from ita_desktop.ui.widgets.cards import PAGE_MARGIN, Card
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone

_CARD_WIDTH = 680


class ProblemPage(QWidget):
    """One calm card in the middle: the sentence and a button for each way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ThaiLabel()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._build()

    def show_problem(self, sentence: str, ways: Sequence[Choice]) -> None:
        """Show the sentence; the first way is the one that Enter takes."""
        self._sentence.setText(sentence)
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for way in ways:
            button = QPushButton(way.words)
            button.setProperty("kind", "" if self._buttons.count() else "primary")
            button.setAutoDefault(True)
            button.clicked.connect(way.chosen)
            self._buttons.addWidget(button)
            if self._buttons.count() == 1:
                self.setFocusProxy(button)
        self._buttons.addStretch(1)

    @property
    def sentence(self) -> str:
        """What the page says now."""
        return self._sentence.raw_text()

    def _build(self) -> None:
        card = Card()
        card.setMaximumWidth(_CARD_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(MarkIcon(Tone.WARNING), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(ThaiLabel("เปิดไฟล์ข้อมูลไม่ได้", "head"), 1)
        card.body.addLayout(head)
        card.body.addWidget(self._sentence)
        card.body.addSpacing(8)
        card.body.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN * 2, PAGE_MARGIN, PAGE_MARGIN)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
