"""The main window: the header, four tabs built when first shown, and where the data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ita_desktop.domain.topics import Topic
from ita_desktop.ui.header import PROGRAM, Header
from ita_desktop.ui.theme import PAGE_MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.paper import DocumentKind, PaperOptions
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.tab import Tab
    from ita_desktop.ui.widgets.told import Told


def _scores(context: Context) -> Tab:
    from ita_desktop.ui.scores.scores_tab import ScoresTab

    return ScoresTab(context)


def _measures(context: Context) -> Tab:
    from ita_desktop.ui.measures.measures_tab import MeasuresTab

    return MeasuresTab(context)


def _meetings(context: Context) -> Tab:
    from ita_desktop.ui.meetings.meetings_tab import MeetingsTab

    return MeetingsTab(context)


def _documents(context: Context) -> Tab:
    from ita_desktop.ui.documents.documents_tab import DocumentsTab

    return DocumentsTab(context)


_TABS: tuple[tuple[str, Callable[[Context], Tab]], ...] = (
    ("คะแนน ITA", _scores),
    ("มาตรการ", _measures),
    ("การประชุม", _meetings),
    ("เอกสาร", _documents),
)
_PLACES = {Topic.ASSESSMENTS: 0, Topic.MEASURES: 1, Topic.MEETINGS: 2, Topic.DOCUMENTS: 3}
"""Which tab edits a topic."""


class MainWindow(QMainWindow):
    """Shows one office's record; what it shows is decided by `application`."""

    painted = Signal()
    """Once, when the window has been painted for the first time."""
    closing = Signal()
    """The clerk has agreed to close the window."""

    def __init__(self) -> None:
        super().__init__()
        self.ask_before_leaving: Callable[[Callable[[], None]], None] = lambda go_on: go_on()
        """Calls what it is given at once, or after the clerk agreed to lose typing."""
        self._context: Context | None = None
        self._tabs: dict[int, Tab] = {}
        self._holders: list[QVBoxLayout] = []
        self._page: QWidget | None = None
        self._was_painted = False
        self._may_close = self._is_closing = False
        self.header = Header()
        self._told: Told | None = None
        self._above: QWidget | None = None
        """What stands between the header and the tabs."""
        self._pages = QStackedWidget()
        self._tab_widget = QTabWidget()
        self._place = QLabel()
        self._build()
        self._connect()

    def show_record(self, context: Context) -> None:
        """Show the tabs of an open record, the first one now and the others when they are chosen."""
        self.forget_record()
        self._context = context
        self._pages.setCurrentWidget(self._tab_widget)
        self._tab_widget.setCurrentIndex(0)
        self._show_tab(0)
        self._tab_widget.setFocus()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the tabs."""
        self.forget_record()
        self._page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def forget_record(self) -> None:
        """Take down the tabs, any page and any strip of the record shown before."""
        self._context = None
        if self._above is not None:
            self._layout.removeWidget(self._above)
            self._above.hide()
            self._above.deleteLater()
            self._above = None
        for index, tab in self._tabs.items():
            self._holders[index].removeWidget(tab)
            tab.deleteLater()
        self._tabs.clear()
        if self._page is not None:
            self._pages.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def tabs(self) -> tuple[Tab, ...]:
        """The tabs that were built."""
        return tuple(self._tabs.values())

    def show_place(self, sentence: str) -> None:
        """Say where the data lies."""
        self._place.setText(sentence)

    def tell(self, sentence: str) -> None:
        """Say what was done, for a while."""
        if self._told is None:
            # Made when first needed: the window paints sooner without it.
            from ita_desktop.ui.widgets.told import Told

            self._told = Told(self)
        self._told.tell(sentence, *self._beside_tabs())

    def _beside_tabs(self) -> tuple[QRect, int]:
        """The band of the tabs' names, within the margins of pages, and how much of it the names take."""
        # What stood above the tabs may have gone just now.
        self._layout.activate()
        bar = self._tab_widget.tabBar()
        top = self._pages.mapTo(self, QPoint(PAGE_MARGIN, 0))
        band = QRect(top, QSize(self._pages.width() - 2 * PAGE_MARGIN, bar.sizeHint().height()))
        return band, bar.sizeHint().width() if self._pages.currentWidget() is self._tab_widget else 0

    def tab_count(self) -> int:
        """How many tabs there are."""
        return len(_TABS)

    def choose_tab(self, index: int) -> None:
        """Turn to a tab, 0 to 3."""
        self._tab_widget.setCurrentIndex(index)

    def enter_tab(self, index: int) -> None:
        """Turn to a tab, 0 to 3, and give it the keyboard."""
        self.choose_tab(index)
        if index in self._tabs:
            # A layout shows a tab made just now only when its turn comes.
            self._tabs[index].show()
            self._tabs[index].take_keyboard()

    def go_to(self, topic: Topic, item_id: int) -> None:
        """Turn to where a topic is edited, at the item with that id (0 for no certain one)."""
        if topic is Topic.OFFICE:
            self.header.office_button.click()
        elif topic in _PLACES:
            self.choose_tab(_PLACES[topic])
            tab = self._tabs[_PLACES[topic]]
            # A layout shows a tab made just now only when its turn comes; until then it knows no items.
            tab.show()
            tab.home().setFocus()
            tab.show_item(item_id)

    def stand_above(self, strip: QWidget) -> None:
        """Let a strip stand under the header, above whatever tab is shown, until the record is taken down."""
        self._above = strip
        self._layout.insertWidget(self._layout.indexOf(self._pages), strip)
        strip.show()

    def _build(self) -> None:
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(800, 560)
        self._tab_widget.setDocumentMode(True)
        for title, _ in _TABS:
            page = QWidget()
            holder = QVBoxLayout(page)
            holder.setContentsMargins(0, 0, 0, 0)
            self._holders.append(holder)
            self._tab_widget.addTab(page, title)
        self._pages.addWidget(self._tab_widget)
        centre = QWidget()
        self._layout = QVBoxLayout(centre)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._layout.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.statusBar().addWidget(self._place, 1)

    def _connect(self) -> None:
        self._tab_widget.currentChanged.connect(self._show_tab)

    def _show_tab(self, index: int) -> None:
        for tab in self._tabs.values():
            tab.finish_editing()
        if self._context is None or index in self._tabs:
            return
        tab = _TABS[index][1](self._context)
        tab.place_asked.connect(self.go_to)
        tab.paper_asked.connect(self._show_paper)
        self._tabs[index] = tab
        self._holders[index].addWidget(tab)

    def _show_paper(self, kind: DocumentKind, options: PaperOptions, meeting_id: int | None) -> None:
        place = _PLACES[Topic.DOCUMENTS]
        self.choose_tab(place)
        tab = self._tabs[place]
        # Shown at once, so that it can take the keyboard from the button that asked.
        tab.show()
        tab.show_paper(kind, options, meeting_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._told is not None:
            self._told.place(*self._beside_tabs())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Queued: the children are painted first, then the data is fetched.
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Answered at once where nothing is being typed: the system's own shutdown asks the same way.
        self._is_closing = True
        if not self._may_close:
            self.ask_before_leaving(self._agree_to_close)
        self._is_closing = False
        event.setAccepted(self._may_close)
        if self._may_close:
            self.closing.emit()

    def _agree_to_close(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()
