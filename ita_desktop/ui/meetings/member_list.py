"""The members of a committee, edited in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.meeting import CommitteeMember
from ita_desktop.domain.meeting_people import signatory_on
from ita_desktop.domain.office import Signatory
from ita_desktop.thai.clean import clean_line
from ita_desktop.ui.meetings.choice_delegate import ChoiceDelegate
from ita_desktop.ui.meetings.identities import keep_identities
from ita_desktop.ui.meetings.people_table import PeopleTable
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog
from ita_desktop.ui.table_model import Column, RecordTableModel
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from datetime import date

    from ita_desktop.ui.meetings.surroundings import Surroundings

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member; `id` lives as long as the dialog shows the committee."""

    id: int
    member: CommitteeMember


def _with_name(row: MemberRow, value: Any) -> MemberRow:
    name = clean_line(str(value))
    member = row.member
    return replace(row, member=replace(member, person=replace(member.person, name=name))) if name else row


def _with_post(row: MemberRow, value: Any) -> MemberRow:
    title = clean_line(str(value))
    person = row.member.person
    if title == person.title:
        return row
    return replace(row, member=replace(row.member, person=Signatory(person.name, title)))


def _with_role(row: MemberRow, value: Any) -> MemberRow:
    return replace(row, member=replace(row.member, role=clean_line(str(value))))


class MemberList(QWidget):
    """`changed` tells that the members are others now."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._rows: list[MemberRow] = []
        self._offers: dict[str, Sequence[str]] = {}
        self._known: dict[str, Signatory] = {}
        self._day: date | None = None
        columns = [
            Column[MemberRow]("number", "ที่", self._place, align=_MIDDLE),
            Column[MemberRow]("name", "ชื่อ – สกุล", lambda row: row.member.person.name, _with_name, align=_MIDDLE),
            Column[MemberRow]("post", "ตำแหน่ง", lambda row: row.member.person.title, _with_post, align=_MIDDLE),
            Column[MemberRow]("role", "หน้าที่ตามคำสั่ง", lambda row: row.member.role, _with_role, align=_MIDDLE),
        ]
        self._heads = {column.head: column.key for column in columns}
        self.model = RecordTableModel(columns, parent=self)
        self.table = PeopleTable(scrolls=True)
        self._delegate = ChoiceDelegate(lambda head: self._offers.get(self._heads[head], ()), parent=self.table)
        self.note = FieldNote()
        self.line = ChoiceLine()
        self.choose = QPushButton("เลือกหลายคน…")
        self.take_posts = QPushButton("ใช้ตำแหน่ง ณ วันที่ของคำสั่ง")
        self.up, self.down, self.remove = QPushButton("เลื่อนขึ้น"), QPushButton("เลื่อนลง"), QPushButton("ลบ")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.set_people(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName("รายชื่อกรรมการ")
        self.table.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self.line.setPlaceholderText("พิมพ์ชื่อหรือเลือกจากรายชื่อ แล้วกด Enter เพื่อเพิ่ม")
        self.line.setAccessibleName("เพิ่มกรรมการ")
        self.remove.setProperty("kind", "danger")
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.line, 1)
        actions.addWidget(self.choose)
        for button in (self.up, self.down, self.remove):
            actions.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addLayout(actions)
        layout.addWidget(self.take_posts, 0, Qt.AlignmentFlag.AlignLeft)
        # Enter in the line must not press a button of the dialog around it.
        for button in (self.choose, self.take_posts, self.up, self.down, self.remove):
            button.setAutoDefault(False)

    def offer(self, day: date | None) -> None:
        """Offer people with the posts that they had on the day."""
        self._day = day
        people = self._surroundings.people_offers(day)
        self.line.offer(people)
        self._known = {offer.text: offer.value for offer in people if isinstance(offer.value, Signatory)}
        self._offers = {
            "name": [offer.text for offer in people],
            "post": self._surroundings.posts(),
            "role": self._surroundings.roles(),
        }
        self._say()

    def _connect(self) -> None:
        self.model.edited.connect(self._edit)
        self.line.committed.connect(self._add)
        self.choose.clicked.connect(self._choose)
        self.take_posts.clicked.connect(lambda: self._take(self._with_posts()))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.table.remove_asked.connect(self._remove)
        self.table.move_asked.connect(self._move)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)

    def show_members(self, members: Sequence[CommitteeMember], *, another: bool = False) -> None:
        """Show these members; `another` when they are of another committee."""
        before = [] if another else [(row.id, row.member) for row in self._rows]
        ids = keep_identities(members, before)
        self._rows = [MemberRow(id_, member) for id_, member in zip(ids, members, strict=True)]
        self.model.set_records(self._rows)
        self._follow_selection()
        self._say()

    def members(self) -> tuple[CommitteeMember, ...]:
        """The members in their order."""
        return tuple(row.member for row in self._rows)

    def finish_editing(self) -> None:
        """Take what is being typed into a cell or the line."""
        self._delegate.finish_editing()
        self.line.commit()

    def _place(self, row: MemberRow) -> str:
        places = {known.id: place for place, known in enumerate(self._rows, 1)}
        return self._surroundings.numerals.show(str(places.get(row.id, 0)))

    def _take(self, members: Sequence[CommitteeMember]) -> None:
        self.show_members(members)
        self.changed.emit()

    def _edit(self, edited: MemberRow) -> None:
        self._take([edited.member if row.id == edited.id else row.member for row in self._rows])

    def _add(self, name: object) -> None:
        if isinstance(name, str) and name:
            self.line.set_value("")
            self._take([*self.members(), CommitteeMember(self._known.get(name, Signatory(name)))])

    def _choose(self) -> None:
        listed = {row.member.person.name for row in self._rows}
        entries = [
            Entry(offer.shown, offer.value)
            for offer in self._surroundings.people_offers(self._day)
            if isinstance(offer.value, Signatory) and offer.text not in listed
        ]
        lead = "เลือกผู้ที่เป็นกรรมการตามคำสั่ง แล้วกดเพิ่ม"
        numerals = self._surroundings.numerals
        PickDialog("เพิ่มกรรมการ", lead, entries, "เพิ่ม", self._add_all, numerals, self).open()

    def _add_all(self, people: Sequence[Signatory]) -> None:
        if people:
            self._take([*self.members(), *map(CommitteeMember, people)])

    def _with_posts(self) -> list[CommitteeMember]:
        officers = self._surroundings.officers
        return [replace(member, person=signatory_on(member.person, officers, self._day)) for member in self.members()]

    def _say(self) -> None:
        """Say who is listed twice, and offer the posts of the day where the list has others."""
        names = Counter(row.member.person.name for row in self._rows)
        twice = [name for name, count in names.items() if count > 1]
        if twice:
            self.note.warn(f"มีชื่อ {' '.join(twice)} ซ้ำกัน โปรดลบให้เหลือรายการเดียว")
        else:
            self.note.clear()
        self.take_posts.setVisible(self._day is not None and self._with_posts() != list(self.members()))

    def _move(self, by: int) -> None:
        chosen = self.table.chosen()
        if len(chosen) == 1:
            at = self._rows.index(chosen[0])
            self._rows.insert(min(len(self._rows) - 1, max(0, at + by)), self._rows.pop(at))
            self._take(self.members())
            self.table.selectRow(self.model.row_of(chosen[0].id))

    def _remove(self) -> None:
        gone = {row.id for row in self.table.chosen()}
        if gone:
            self._take([row.member for row in self._rows if row.id not in gone])

    def _follow_selection(self) -> None:
        count = len(self.table.chosen())
        self.up.setEnabled(count == 1)
        self.down.setEnabled(count == 1)
        self.remove.setEnabled(count > 0)
