"""Pages that stand where the measures table would be empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.labels import ThaiLabel


class MessagePage(Card):
    """A page that says in a friendly way why it is empty, with a button for what to do."""

    def __init__(self, head: str, sentence: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.button = QPushButton(button)
        self.button.setProperty("kind", "primary")
        self.body.addStretch(1)
        for text, role in ((head, "title"), (sentence, "")):
            label = ThaiLabel(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(label)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.button)
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)
        self.body.addStretch(2)

    def add_button(self, words: str) -> QPushButton:
        """One more thing to do, behind the first."""
        button = QPushButton(words)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
