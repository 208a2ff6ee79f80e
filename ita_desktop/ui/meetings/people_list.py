"""One of the three lists of people, with everything that is done to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.domain.meeting import Presence
from ita_desktop.domain.office import Signatory
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.choice_delegate import ChoiceDelegate
from ita_desktop.ui.meetings.people_columns import columns_of, time_problem
from ita_desktop.ui.meetings.people_rows import PersonRow
from ita_desktop.ui.meetings.people_table import PeopleTable
from ita_desktop.ui.meetings.surroundings import REASONS
from ita_desktop.ui.meetings.unsaved import put_back
from ita_desktop.ui.table_model import RecordTableModel
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.choice_line import ChoiceLine, Offer
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from ita_desktop.ui.meetings.surroundings import Surroundings

_GROWS = 300
"""Milliseconds in which a list with more rows takes its new height."""
_HINT = {
    Presence.PRESENT: "กรรมการหรือคณะทำงานที่มาประชุม ผู้ที่มาแทนผู้อื่นให้กรอกช่อง “มาแทนตำแหน่ง”",
    Presence.ABSENT: "กรรมการหรือคณะทำงานที่ไม่มา พร้อมเหตุที่ไม่มา",
    Presence.ATTENDING: "ผู้ที่ไม่ใช่กรรมการ แต่เข้าร่วมประชุมด้วย",
}


class PeopleList(Card):
    """Asks for changes by its signals; the page makes them and shows the rows again."""

    typed = Signal()
    """A key in a cell or in the line."""
    edited = Signal(PersonRow)
    added = Signal(list)
    """The people (`Signatory`) to add at the end."""
    moved = Signal(int, int)
    """A row's id, and by how many places."""
    sent = Signal(list, Presence)
    """Rows' ids, and the list they go to."""
    removed = Signal(list)
    """Rows' ids."""
    choice_asked = Signal()
    sight_asked = Signal(QWidget)
    """Rows have come or grown: this is where the next name is typed."""

    def __init__(self, presence: Presence, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.presence = presence
        self._numerals = Numerals.THAI
        self._places: dict[int, int] = {}
        self._offers: dict[str, Sequence[str]] = {}
        self._known: dict[str, Signatory] = {}
        self._head = ThaiLabel(presence.words, "head")
        self.note = FieldNote(_HINT[presence])
        self.beside = FieldNote()
        """What is wrong with rows of this list, beside the field for the next name."""
        self._growing = QTimer(self, singleShot=True, interval=_GROWS)
        self._grown = QTimer(self, singleShot=True, interval=0)
        self.line = ChoiceLine()
        self.choose = QPushButton("เลือกหลายคน…")
        self.table = PeopleTable()
        columns = columns_of(
            presence,
            lambda row: self._numerals.show(str(self._places.get(row.id, 0))),
            lambda text: self._numerals.show(text),
        )
        self._keys = [column.key for column in columns]
        self._heads = {column.head: column.key for column in columns}
        self.model = RecordTableModel(columns, parent=self)
        self._delegate = ChoiceDelegate(
            lambda head: self._offers.get(self._heads[head], ()), lambda: self._numerals, self.table
        )
        self.up, self.down = QPushButton("เลื่อนขึ้น"), QPushButton("เลื่อนลง")
        self.send, self.remove = QPushButton("ย้ายไป"), QPushButton("ลบ")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.set_people(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.presence.words)
        self.line.setPlaceholderText("พิมพ์ชื่อหรือเลือกจากรายชื่อ แล้วกด Enter")
        self.line.setAccessibleName(f"เพิ่ม{self.presence.words}")
        menu = QMenu(self.send)
        for other in Presence:
            if other is not self.presence:
                add_entry(menu, other.words, partial(self._send, other))
        self.send.setMenu(menu)
        self.send.setProperty("menu", True)
        self.remove.setProperty("kind", "danger")
        self._adding = QWidget()
        adding = QGridLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setHorizontalSpacing(8)
        adding.setVerticalSpacing(2)
        adding.addWidget(self.line, 0, 0)
        adding.addWidget(self.choose, 0, 1)
        adding.addWidget(self.beside, 1, 0, 1, 2)
        adding.setColumnStretch(0, 1)
        self._actions = QWidget()
        acting = QHBoxLayout(self._actions)
        acting.setContentsMargins(0, 0, 0, 0)
        acting.setSpacing(8)
        for button in (self.up, self.down, self.send, self.remove):
            acting.addWidget(button)
        acting.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._head)
        top.addWidget(self.note, 1)
        self.body.addLayout(top)
        for part in (self.table, self._actions, self._adding):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self._delegate.typed.connect(self.typed)
        self.table.fitted.connect(self._come_to_sight)
        self._grown.timeout.connect(lambda: self.sight_asked.emit(self._adding))
        self.line.textEdited.connect(self.typed)
        self.model.edited.connect(self.edited)
        self.line.committed.connect(self._add)
        self.choose.clicked.connect(self.choice_asked)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.table.remove_asked.connect(self._remove)
        self.table.move_asked.connect(self._move)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)

    def show_rows(self, rows: Sequence[PersonRow], numerals: Numerals) -> None:
        """Show the people of this list."""
        self._numerals = numerals
        self._places = {row.id: place for place, row in enumerate(rows, 1)}
        self.model.set_records(rows)
        count = numerals.show(f" ({len(rows)} คน)") if rows else ""
        self._head.setText(self.presence.words + count)
        self.table.setVisible(bool(rows))
        self._actions.setVisible(bool(rows))
        self._follow_selection()
        self._say(rows)

    def keep_in_sight(self) -> None:
        """Ask for the field of the next name once the rows stand."""
        self._growing.start()
        self.table.fit()

    def _come_to_sight(self) -> None:
        if self._growing.isActive():
            # The page scrolls as far as it is long now only once all this is laid out.
            self._grown.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The table's height comes first, then its list's, then the page's.
        self._come_to_sight()

    def _say(self, rows: Sequence[PersonRow]) -> None:
        """Say beside the field what cannot be read in the rows, else what is odd about them."""
        unread = [time_problem(text) for row in rows for _, text in row.unread]
        odd = [f"{row.attendance.person.name} {row.remark}" for row in rows if row.remark]
        show = self._numerals.show
        if unread:
            self.beside.error(show("  ".join(unread)))
        elif odd:
            self.beside.warn(show(odd[-1]))
        else:
            self.beside.clear()

    def offer(self, people: Sequence[Offer], surroundings: Surroundings) -> None:
        """Whom and what the lines offer."""
        self.line.offer(people)
        self._known = {offer.text: offer.value for offer in people if isinstance(offer.value, Signatory)}
        posts = surroundings.posts()
        self._offers = {
            "name": [offer.text for offer in people],
            "post": posts,
            "role": surroundings.roles(),
            "substitute_for": posts,
            "reason": REASONS,
        }

    def select(self, id_: int) -> None:
        """Choose one row."""
        row = self.model.row_of(id_)
        if row >= 0:
            self.table.selectRow(row)

    def finish_editing(self) -> None:
        """Take what is being typed into a cell or the line."""
        self._delegate.finish_editing()
        self.line.commit()

    def unsaved(self) -> dict[str, str]:
        """What is being typed: into a cell, by its row and its column, and into the line for a new name."""
        found = {"new": self.line.text()} if self.line.isModified() and self.line.text().strip() else {}
        for place, row in enumerate(self.model.shown()):
            found |= {f"{place}.{key}": text for key, text in row.unread}
        cell = self._delegate.typed_text()
        if cell is not None:
            at, column, text = cell
            found[f"{at}.{self._keys[column]}"] = text
        return found

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put back what was being typed; a cell takes its text as if it had been left."""
        put_back({"new": self.line}, texts)
        for row in range(self.model.rowCount()):
            for column, key in enumerate(self._keys):
                if f"{row}.{key}" in texts:
                    self.model.setData(self.model.index(row, column), texts[f"{row}.{key}"])

    def _add(self, name: object) -> None:
        if isinstance(name, str) and name:
            self.line.set_value("")
            self.added.emit([self._known.get(name, Signatory(name))])

    def _chosen_ids(self) -> list[int]:
        return [row.id for row in self.table.chosen()]

    def _send(self, to: Presence) -> None:
        chosen = self._chosen_ids()
        if chosen:
            self.sent.emit(chosen, to)

    def _move(self, by: int) -> None:
        chosen = self._chosen_ids()
        if len(chosen) == 1:
            self.moved.emit(chosen[0], by)

    def _remove(self) -> None:
        chosen = self._chosen_ids()
        if chosen:
            self.removed.emit(chosen)

    def _follow_selection(self) -> None:
        count = len(self.table.chosen())
        for button in (self.up, self.down):
            button.setEnabled(count == 1)
        for button in (self.send, self.remove):
            button.setEnabled(count > 0)
