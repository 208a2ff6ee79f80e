"""One agenda item: its title always in sight, the rest folded away until it is written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QWidget

from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.thai.clean import clean_line
from ita_desktop.ui.meetings.agenda_body import AgendaBody
from ita_desktop.ui.meetings.agenda_texts import select
from ita_desktop.ui.meetings.read_only import READS, set_read_only
from ita_desktop.ui.meetings.unsaved import put_back, unsaved_texts
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ita_desktop.ui.meetings.surroundings import Surroundings

_SUMMARY_LETTERS = 220


def summary_of(item: AgendaItem) -> str:
    """What is written under the item, in a few lines."""
    parts = []
    for head, text in (("", item.facts), ("", item.discussion), ("มติที่ประชุม  ", item.resolution)):
        line = clean_line(text)
        if line:
            cut = line if len(line) <= _SUMMARY_LETTERS else line[:_SUMMARY_LETTERS].rstrip() + " …"
            parts.append(head + cut)
    return "\n".join(parts)


class TitleText(GrowingText):
    """Enter goes on to what stands under the title."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AgendaPanel(QFrame):
    """Holds one item; asks its page to move or remove it."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()
    move_asked = Signal(int)
    """One place up (−1) or down (1)."""
    send_asked = Signal(int)
    """To another agenda head."""
    remove_asked = Signal()
    measure_asked = Signal()
    change_asked = Signal()
    place_asked = Signal(int)
    unfolded = Signal()
    """The texts are in sight for the first time."""

    def __init__(
        self,
        identity: int,
        item: AgendaItem,
        surroundings: Surroundings,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.identity = identity
        self._item = item
        self._surroundings = surroundings
        self._now = now
        self._is_locked = False
        self.body: AgendaBody | None = None
        self._number = QLabel()
        self.title = TitleText(1, 5)
        self.fold = QPushButton()
        self.more = QPushButton("จัดการ")
        self._summary = ThaiLabel(role="caption")
        self._build()
        self._connect()
        self.show_item(item, surroundings)
        self._show_fold()

    def _build(self) -> None:
        self.title.set_standard("ชื่อเรื่อง")
        self.fold.setProperty(READS, True)
        self._number.setContentsMargins(0, 8, 0, 0)
        self.title.setAccessibleName("ชื่อเรื่อง")
        self.more.setProperty("menu", True)
        menu = QMenu(self.more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.more.setMenu(menu)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._number, 0, 0, top)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.fold, 0, 2, top)
        grid.addWidget(self.more, 0, 3, top)
        grid.addWidget(self._summary, 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self._number.setMinimumWidth(self.fontMetrics().horizontalAdvance("๔.๑๐") + 6)

    def _connect(self) -> None:
        self.title.edited.connect(self.typed)
        self.title.left.connect(self.left)
        self.title.caret_moved.connect(self.caret_moved)
        self.title.entered.connect(self._go_on)
        self.fold.clicked.connect(lambda: self.set_open(not self.is_open))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        add_entry(menu, "เลื่อนขึ้น", partial(self.move_asked.emit, -1))
        add_entry(menu, "เลื่อนลง", partial(self.move_asked.emit, 1))
        menu.addSeparator()
        for section, head in enumerate(AGENDA_HEADS, 1):
            if section != self._item.section:
                words = self._surroundings.numerals.show(f"ย้ายไปวาระที่ {section} {head}")
                add_entry(menu, words, partial(self.send_asked.emit, section))
        menu.addSeparator()
        add_entry(menu, "ลบเรื่องนี้", self.remove_asked.emit)

    @property
    def is_open(self) -> bool:
        """Whether the texts are in sight."""
        return self.body is not None and not self.body.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Unfold the texts, or fold them away."""
        if is_open and self.body is None:
            self.body = AgendaBody(self._item, self._surroundings, self._now)
            self.body.typed.connect(self.typed)
            self.body.left.connect(self.left)
            self.body.changed.connect(self.changed)
            self.body.caret_moved.connect(self.caret_moved)
            self.body.measure_asked.connect(self.measure_asked)
            self.body.change_asked.connect(self.change_asked)
            self.body.place_asked.connect(self.place_asked)
            self._grid.addWidget(self.body, 2, 1, 1, 3)
            set_read_only(self.body, self._is_locked)
            self.unfolded.emit()
        if self.body is not None:
            self.body.setVisible(is_open)
        self._show_fold()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab is to come to, from above."""
        body = self.body.tab_stops() if self.body is not None else ()
        return self.title, self.fold, self.more, *body

    def show_number(self, number: str) -> None:
        """The item's number under its head, e.g. `๔.๒`."""
        self._number.setText(number)

    def show_item(self, item: AgendaItem, surroundings: Surroundings) -> None:
        """Show the stored item; what is shown already keeps cursor and undo."""
        self._item, self._surroundings = item, surroundings
        if clean_line(self.title.text()) != item.title:
            self.title.show_text(item.title)
        if self.body is not None:
            self.body.show_item(item, surroundings)
        self._summary.setText(summary_of(item))
        self._show_fold()

    def item(self) -> AgendaItem:
        """The item as the panel says it."""
        titled = replace(self._item, title=clean_line(self.title.text()))
        return self.body.apply(titled) if self.body is not None else titled

    def put_text(self, field: str, text: str) -> None:
        """Let one text say this: the title, or a text of the body by its name."""
        if field == "title":
            self.title.show_text(text)
        elif self.body is not None:
            self.body.texts[field].replace_text(text)
        else:
            named: dict[str, Any] = {field: text}
            self._item = replace(self._item, **named)

    def show_words(self, field: str, start: int, end: int) -> None:
        """Open the item with this part of one of its texts selected."""
        if field != "title":
            self.set_open(True)
        if field == "title" or self.body is None:
            select(self.title, start, end)
        else:
            select(self.body.texts[field], start, end)

    def set_locked(self, locked: bool) -> None:
        """Whether the item can only be read."""
        self._is_locked = locked
        set_read_only(self, locked)

    def commit(self) -> None:
        """Take what is being typed into lines."""
        if self.body is not None:
            self.body.commit()

    def unsaved(self) -> dict[str, str]:
        """The texts of lines that are stored nowhere, by field."""
        return unsaved_texts(self.body.lines) if self.body is not None else {}

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere, open for the eye."""
        self.set_open(True)
        if self.body is not None:
            put_back(self.body.lines, texts)

    def _go_on(self) -> None:
        self.set_open(True)
        if self.body is not None:
            self.body.facts.setFocus()

    def _show_fold(self) -> None:
        words = ("เปิด", "ย่อ")
        # One width for both words, so that open and folded items end at one edge.
        self.fold.setMinimumWidth(max(self._fold_width(word) for word in words))
        self.fold.setText(words[self.is_open])
        self.fold.setToolTip("ย่อเนื้อหาของเรื่องนี้" if self.is_open else "เปิดข้อเท็จจริง การอภิปราย และมติ")
        self._summary.setVisible(not self.is_open and bool(self._summary.raw_text()))

    def _fold_width(self, word: str) -> int:
        self.fold.setText(word)
        return self.fold.sizeHint().width()
