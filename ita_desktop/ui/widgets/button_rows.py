"""Buttons that stand below each other where one line is too short for them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QPushButton, QWidget


class ButtonRows(QWidget):
    """Two groups of buttons beside each other where there is room, else below each other."""

    def __init__(self, *groups: Sequence[QPushButton]) -> None:
        super().__init__()
        self._lines = [_in_line(*group) for group in groups]
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        # The page must be free to be narrower than all buttons together.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        for line in self._lines:
            self._layout.addWidget(line)
        self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        widest = max(line.sizeHint().width() for line in self._lines)
        return QSize(widest, self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = sum(line.sizeHint().width() for line in self._lines) + self._layout.spacing()
        direction = QBoxLayout.Direction.LeftToRight if width <= self.width() else QBoxLayout.Direction.TopToBottom
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
            self.updateGeometry()


def _in_line(*parts: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return holder
