"""What every tab has in common: it draws itself anew only when it must and only when it is seen."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ita_desktop.domain.topics import Topic
from ita_desktop.ui.context import Context

if TYPE_CHECKING:
    from ita_desktop.domain.paper import DocumentKind, PaperOptions


class Tab(QWidget):
    """A page of the window that follows the saved record and the chosen plan year.

    A subclass names its `topics`, lays itself out in `_build`, wires itself in `_connect`, and shows the
    record in `refresh`, which is called when the tab is first shown and whenever it is stale.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    place_asked = Signal(Topic, int)
    """The clerk wants to see where a topic is edited, at the item with that id (0 for no certain one)."""
    paper_asked = Signal(object, object, object)
    """The clerk wants a paper: its `DocumentKind`, the `PaperOptions` that it is made with, a meeting's id or None."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._build()
        self._connect()
        context.feed.changed.connect(self._note_change)
        context.years.changed.connect(self._note_year)

    def refresh(self) -> None:
        """Show the record of the chosen year as it is now."""
        raise NotImplementedError

    def finish_editing(self) -> None:
        """Take what is being typed in a cell or field; called before another year, tab or file is shown."""

    def take_keyboard(self) -> None:
        """Put the keyboard where the clerk left it, the first time where the work of the tab begins."""
        where = self.focusWidget()
        (where if where is not None and where.isVisible() else self.home()).setFocus()

    def home(self) -> QWidget:
        """The widget in which the work of the tab begins."""
        return self

    def show_item(self, item_id: int) -> None:
        """Turn to one item of the record, where the tab has such a thing."""

    def show_paper(self, kind: "DocumentKind", options: "PaperOptions", meeting_id: int | None = None) -> None:
        """Turn to a paper made in the way of these options, where the tab shows papers."""

    def unsaved_work(self) -> str:
        """A Thai sentence that names typing that is gone once it is left, asked about before; "" when there is none."""
        return ""

    def kept_work(self) -> str:
        """A Thai sentence that names typing kept as a draft, which comes back by itself; "" when there is none."""
        return ""

    def _build(self) -> None:
        """Lay out the widgets."""

    def _connect(self) -> None:
        """Wire the widgets' signals."""

    def _note_change(self, touched: frozenset[Topic]) -> None:
        if touched & self.topics:
            self._become_stale()

    def _note_year(self) -> None:
        self._become_stale()

    def _become_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        self._stale = False
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # An entry of a button's menu turned the tab: Qt never tells the button that the pointer has left it.
        for button in self.findChildren(QAbstractButton):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._catch_up()
