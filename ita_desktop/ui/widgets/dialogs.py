"""How large dialogs open."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_MARGIN = 40


def opening_size(wanted: QSize, parent: QWidget | None) -> QSize:
    """The wanted size, within the parent's window, so that a dialog never leaves a small screen."""
    if parent is None:
        return wanted
    return wanted.boundedTo(parent.window().size() - QSize(_MARGIN, _MARGIN))
