"""How large dialogs open, and the row of buttons at their foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

_MARGIN = 40
_BETWEEN = 8


def opening_size(wanted: QSize, parent: QWidget | None) -> QSize:
    """The wanted size, within the parent's window, so that a dialog never leaves a small screen."""
    if parent is None:
        return wanted
    return wanted.boundedTo(parent.window().size() - QSize(_MARGIN, _MARGIN))


def foot(
    act: QPushButton | None, leave: QPushButton, *, left: Sequence[QWidget] = (), told: QWidget | None = None
) -> QHBoxLayout:
    """The foot of every dialog, in the order of Windows: at the right what it does, then what leaves it as it was.

    `act` is painted as the main button, None where the dialog only shows; `left` stand at the left, and `told`
    takes the room between.
    """
    row = QHBoxLayout()
    row.setSpacing(_BETWEEN)
    for widget in left:
        row.addWidget(widget)
    if told is None:
        row.addStretch(1)
    else:
        row.addWidget(told, 1)
    if act is not None:
        act.setProperty("kind", "primary")
        row.addWidget(act)
    row.addWidget(leave)
    return row
