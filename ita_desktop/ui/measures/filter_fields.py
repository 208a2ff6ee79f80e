"""The fields of the filters: a search field and boxes that say what they have no room for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_AROUND_HINT = 28
"""What a field is wider than the hint in it, pixels."""
_LEAST_SEARCH = 15
"""Letters that a search field has room for at least."""


class SearchField(QLineEdit):
    """A line edit that Down and Enter leave for the table and Esc clears; its hint is whole at every width."""

    left_downwards = Signal()

    def __init__(self, name: str, hint: str, short_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hint, short_hint
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_SEARCH)
        self._choose_hint()

    def _choose_hint(self) -> None:
        hint, short = self._hints
        fits = self.fontMetrics().horizontalAdvance(hint) + _AROUND_HINT <= self.width()
        self.setPlaceholderText(hint if fits else short)
        self.setToolTip("" if fits else hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """A list of choices that ends a name with … where there is no room, and says all of it when pointed at."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentTextChanged.connect(lambda text: self.setToolTip(f"{self._name}: {text}" if text else self._name))

    def shown_text(self) -> str:
        """The chosen name as there is room for it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, field.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
