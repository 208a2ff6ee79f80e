"""White cards on the grey ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.ui.theme import GAP, PAGE_MARGIN
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone

__all__ = ["GAP", "PAGE_MARGIN", "Card", "FigureCard", "Strip"]


class Card(QFrame):
    """A white frame with an optional head; put things into `body`."""

    def __init__(self, head: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 16)
        self.body.setSpacing(8)
        if head:
            self.body.addWidget(ThaiLabel(head, "head"))


class FigureCard(Card):
    """One figure with its caption above and its meaning below."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        self._caption = ThaiLabel(caption, "caption")
        self._figure = ThaiLabel("–", "figure")
        self._meaning = ThaiLabel("", "caption")
        for label in (self._caption, self._figure, self._meaning):
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: str, meaning: str = "", tone: str = "", caption: str | None = None) -> None:
        """Show a figure; `tone` colours it (error, warning, good, or none for the accent blue)."""
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        if caption is not None:
            self._caption.setText(caption)
        self.setAccessibleName(" ".join(part for part in (self._caption.raw_text(), figure, meaning) if part))


class Strip(QFrame):
    """A strip with a sign and a sentence across the page, with buttons at its end; hidden when empty."""

    def __init__(self, tone: Tone = Tone.HINT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._icon = MarkIcon(tone)
        self._label = ThaiLabel()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 10, 6)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._label, 1)
        self.say("", tone)

    def say(self, sentence: str, tone: Tone | None = None) -> None:
        """Show the sentence, or hide the strip when it is empty."""
        if tone is not None:
            self._icon.set_tone(tone)
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def add_button(self, text: str, kind: str = "") -> QPushButton:
        """A button at the strip's end."""
        button = QPushButton(text)
        if kind:
            button.setProperty("kind", kind)
        self._layout.addWidget(button)
        return button

    @property
    def sentence(self) -> str:
        """What the strip says now."""
        return self._label.raw_text()
