"""A page that scrolls when the window is too low for it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.cards import GAP, PAGE_MARGIN


class ScrollPage(QScrollArea):
    """Put cards into `body`; they get the height that their wrapped texts need at this width.

    Qt takes a layout's least height without asking how its texts wrap: in a plain scroll area, rows would
    be pushed into one another instead of scrolling.
    """

    def __init__(self, margin: int = PAGE_MARGIN, parent: QWidget | None = None, *, keeps_width: bool = False) -> None:
        """With `keeps_width` the room of the scroll bar is left free while there is none, and the page never moves."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self.body = QVBoxLayout(self._page)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(GAP)
        self.setWidget(self._page)
        self._page.installEventFilter(self)
        if keeps_width:
            self.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_width())
            self._keep_width()

    @property
    def bar_width(self) -> int:
        """Pixels that the scroll bar takes, or that are left free for it."""
        return self.verticalScrollBar().sizeHint().width()

    def _keep_width(self) -> None:
        margins = self.body.contentsMargins()
        margins.setRight(0 if self.verticalScrollBar().maximum() else self.bar_width)
        if margins != self.body.contentsMargins():
            self.body.setContentsMargins(margins)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.body.hasHeightForWidth():
            needed = self.body.minimumHeightForWidth(max(self.viewport().width(), self.body.minimumSize().width()))
            if needed != self._page.minimumHeight():
                self._page.setMinimumHeight(needed)
