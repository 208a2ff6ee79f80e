"""What stands beside the table: the details of the measure, or its follow-up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ita_desktop.ui.measures.detail_panel import DetailPanel
from ita_desktop.ui.measures.follow_up import FollowUpPanel


class SidePanel(QStackedWidget):
    """Shows one page or none; `page_changed` tells which one, None when it is put away."""

    page_changed = Signal(object)

    def __init__(self, details: DetailPanel, follow_up: FollowUpPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = details
        self.follow_up = follow_up
        for page in (details, follow_up):
            self.addWidget(page)
        self.hide()

    def page(self) -> QWidget | None:
        """The page in sight."""
        return None if self.isHidden() else self.currentWidget()

    def show_page(self, page: QWidget | None) -> None:
        """Show the page, or put the panel away."""
        if page is self.page():
            return
        self.finish_editing()
        if page is not None:
            self.setCurrentWidget(page)
        self.setVisible(page is not None)
        self.page_changed.emit(page)

    def toggle(self, page: QWidget) -> None:
        """Show the page, or put it away where it is shown."""
        self.show_page(None if self.page() is page else page)

    def finish_editing(self) -> None:
        """Save what is being typed on either page."""
        self.details.finish_editing()
        self.follow_up.finish_editing()
