"""The choice of an announced level."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ita_desktop.domain.framework import Framework


class LevelBox(QComboBox):
    """The official level names of one year, and none; a name that is not official stays as it is, marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def show_levels(self, framework: Framework, chosen: str, nothing: str) -> None:
        """Offer the framework's names; `nothing` is what stands where none is chosen."""
        names = [level.name for level in framework.levels]
        entries = [(nothing, ""), *((name, name) for name in names)]
        if chosen and chosen not in names:
            entries.append((chosen, chosen))
        self.clear()
        for text, name in entries:
            self.addItem(text, name)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page past this box must not change the level.
        event.ignore()
