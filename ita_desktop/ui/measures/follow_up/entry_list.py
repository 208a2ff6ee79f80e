"""The follow-ups of one measure below each other, newest first."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.measure import Progress, ProgressEvidence
from ita_desktop.evidence_files import LookUp
from ita_desktop.ui.measures.follow_up.entry_card import EntryCard


class EntryList(QWidget):
    """Keeps the cards; what is asked of one of them is asked of the list."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[EntryCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_entries(self, progress: Sequence[Progress], show: Callable[[str], str]) -> None:
        """Show these follow-ups, given oldest first, with numbers as `show` writes them."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [EntryCard(entry, show) for entry in reversed(progress)]
        for card in self.cards:
            card.edit_asked.connect(self.edit_asked)
            card.remove_asked.connect(self.remove_asked)
            card.open_asked.connect(self.open_asked)
            self._column.addWidget(card)

    def evidence(self) -> list[ProgressEvidence]:
        """All evidence in sight."""
        return [each for card in self.cards for each in card.entry.evidence]

    def show_states(self, states: Mapping[ProgressEvidence, LookUp]) -> None:
        """Say what became of each kept file."""
        for card in self.cards:
            card.show_states(states)
