"""The tabs of a form's pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar


class PageTabs(QTabBar):
    """`clicked` tells that the mouse chose a page, which is then to have the keyboard; arrow keys stay on the tabs.

    The wheel turns no page: a hand that scrolls slips over the tabs.
    """

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.tabAt(event.position().toPoint()) >= 0:
            self.clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
