"""The sentence below a field: what is wrong with it, what to mind, or how to fill it in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone
from ita_desktop.ui.widgets.parsed_line import ParsedLine


class FieldNote(QWidget):
    """A sign and a sentence; shows the hint, if any, while there is nothing worse to say."""

    def __init__(self, hint: str = "", *, about: str = "", parent: QWidget | None = None) -> None:
        """`about` names the field in front of the sentence, where a note may stand for several."""
        super().__init__(parent)
        self._about = f"{about}: " if about else ""
        self._sentence = ""
        self._hint = hint
        self._tone = Tone.HINT
        self._field: QWidget | None = None
        self._icon = MarkIcon(Tone.HINT)
        self._label = ThaiLabel(role="caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self.clear()

    def follow(self, field: ParsedLine[Any]) -> None:
        """Say what the field finds wrong with its text, as long as it does."""
        self.describe(field)
        field.problem_changed.connect(lambda problem: self.error(problem) if problem else self.clear())

    def describe(self, field: QWidget) -> None:
        """Give the field this note as its description, for screen readers."""
        self._field = field
        self._tell_field()

    def error(self, sentence: str) -> None:
        """What is wrong and what to do."""
        self._show(Tone.ERROR, sentence)

    def warn(self, sentence: str) -> None:
        """What looks odd but may be meant."""
        self._show(Tone.WARNING, sentence)

    def good(self, sentence: str) -> None:
        """What is right."""
        self._show(Tone.GOOD, sentence)

    def hint(self, sentence: str) -> None:
        """How to fill the field in, from now on."""
        self._hint = sentence
        if self._tone is Tone.HINT:
            self.clear()

    def clear(self) -> None:
        """Back to the hint, or to nothing."""
        self._show(Tone.HINT, self._hint)

    @property
    def sentence(self) -> str:
        """What the note says now."""
        return self._sentence

    @property
    def tone(self) -> Tone:
        """How it is meant."""
        return self._tone

    def _show(self, tone: Tone, sentence: str) -> None:
        self._tone = tone
        self._icon.set_tone(tone)
        self._icon.setVisible(tone is not Tone.HINT)
        self._label.set_tone(tone.value)
        self._sentence = sentence
        self._label.setText(self._about + sentence if sentence else "")
        if sentence and self.parentWidget() is None:
            # Shown now, it would flash as a window of its own and take the keyboard: its place will show it.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, False)
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            self.setVisible(bool(sentence))
        self._tell_field()

    def _tell_field(self) -> None:
        if self._field is None:
            return
        self._field.setAccessibleDescription(self.sentence)
        if isinstance(self._field, QLineEdit):
            self._field.setToolTip(self.sentence if self._tone is Tone.ERROR else "")
