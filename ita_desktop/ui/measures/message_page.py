"""Pages that stand where the measures table would be empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

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
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(2)
