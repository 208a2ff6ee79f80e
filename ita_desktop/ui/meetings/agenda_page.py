"""The five agenda heads with their items."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.meeting_proposals import (
    CERTIFYING_SECTION,
    NOTHING,
    certifying_item,
    in_digits,
    previous_meeting,
)
from ita_desktop.domain.open_matters import CARRIED_SECTION
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.ui.meetings import agenda_rows
from ita_desktop.ui.meetings.agenda_panel import AgendaPanel
from ita_desktop.ui.meetings.unsaved import under
from ita_desktop.ui.widgets.cards import GAP, Card
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from ita_desktop.ui.meetings.surroundings import Surroundings

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class AgendaSection(Card):
    """One agenda head; the panels of its items stand in `panels`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.head = ThaiLabel(role="head")
        self.panels = QVBoxLayout()
        self._standing: list[AgendaPanel] = []
        self.panels.setSpacing(6)
        self.add = QPushButton("+ เพิ่มเรื่อง")
        self.add.setProperty("kind", "quiet")
        self.body.addWidget(self.head)
        self.body.addLayout(self.panels)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def tab_stops(self) -> Iterator[QWidget]:
        """What Tab is to come to, from above."""
        for panel in self._standing:
            yield from panel.tab_stops()
        yield self.add
        yield from (button for button in self.findChildren(QPushButton, options=_DIRECTLY) if button is not self.add)

    def arrange(self, panels: list[AgendaPanel]) -> None:
        """Stand these panels below each other in this order."""
        if panels != self._standing:
            self._standing = list(panels)
            for panel in panels:
                self.panels.addWidget(panel)


class AgendaPage(QWidget):
    """`typed`, `left` and `changed` as in its items; an item keeps its panel while it is moved and saved."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()
    carry_asked = Signal()
    """What is open or late is wanted in agenda 3."""
    measure_asked = Signal(int)
    """A measure is wanted from the resolution of the item with this identity."""
    change_asked = Signal(int)
    """A measure is to be changed by the resolution of the item with this identity."""
    place_asked = Signal(int)
    """The clerk wants to go to the measure with that id."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._meeting: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self._rows: agenda_rows.Rows = ()
        self.panels: dict[int, AgendaPanel] = {}
        self.sections = [AgendaSection() for _ in AGENDA_HEADS]
        self.propose = QPushButton()
        self.carry = QPushButton()
        self.carry.setToolTip("ใส่มติและมาตรการที่ยังไม่แล้วเสร็จหรือเกินกำหนด ที่ยังไม่มีในวาระ")
        self.sections[CARRIED_SECTION - 1].body.addWidget(self.carry, 0, Qt.AlignmentFlag.AlignLeft)
        self.sections[CERTIFYING_SECTION - 1].body.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for number, section in enumerate(self.sections, 1):
            section.add.setAccessibleName(f"เพิ่มเรื่องใน{AGENDA_HEADS[number - 1]}")
            section.add.clicked.connect(lambda _=False, number=number: self.add_item(AgendaItem(number)))
            layout.addWidget(section)
        layout.addStretch(1)
        self.propose.clicked.connect(self._propose_certifying)
        self.carry.clicked.connect(lambda: self.carry_asked.emit())

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting's agenda; items that are shown already keep cursor, undo and fold."""
        another = self._meeting is None or self._meeting.id != meeting.id
        if another:
            self._drop(list(self.panels))
        self._meeting, self._surroundings = meeting, surroundings
        for number, (section, head) in enumerate(zip(self.sections, AGENDA_HEADS, strict=True), 1):
            section.head.setText(surroundings.numerals.show(f"ระเบียบวาระที่ {number}  {head}"))
        self.carry.setText(surroundings.numerals.show(f"นำเรื่องค้างเข้าวาระ {CARRIED_SECTION}"))
        self._show(agenda_rows.rows_of(meeting.agenda, () if another else self._rows))

    def apply(self, meeting: Meeting) -> Meeting:
        """The meeting with the agenda as the page says it."""
        return replace(meeting, agenda=tuple(row.item for row in self._written()))

    def commit(self) -> None:
        """Take what is being typed into lines."""
        for panel in self.panels.values():
            panel.commit()

    def set_locked(self, locked: bool) -> None:
        """Whether the agenda can only be read."""
        for panel in self.panels.values():
            panel.set_locked(locked)
        for section in self.sections:
            section.add.setEnabled(not locked)
        self.propose.setEnabled(not locked)
        self.carry.setEnabled(not locked)

    def unsaved(self) -> dict[str, str]:
        """The texts of lines that are stored nowhere, by the place of their item and their field."""
        return {
            f"agenda.{place}.{key}": text
            for place, row in enumerate(self._rows)
            for key, text in self.panels[row.id].unsaved().items()
        }

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere."""
        for place, row in enumerate(self._rows):
            found = under(f"agenda.{place}", texts)
            if found:
                self.panels[row.id].restore_unsaved(found)

    def put_text(self, position: int, field: str, text: str) -> None:
        """Let one text of the item at that place of the agenda say this."""
        self.panels[self._rows[position].id].put_text(field, text)

    def show_words(self, position: int, field: str, start: int, end: int) -> None:
        """Open the item at that place with this part of one of its texts selected."""
        self.panels[self._rows[position].id].show_words(field, start, end)

    def position_of(self, identity: int) -> int:
        """The place of an item in the meeting's agenda; `ValueError` when it is gone."""
        return [row.id for row in self._rows].index(identity)

    def add_item(self, item: AgendaItem) -> None:
        """One more item, open for writing."""
        rows = agenda_rows.added(self._written(), item)
        self._take(rows, "เพิ่มเรื่องในวาระ")
        panel = self.panels[rows[-1].id]
        panel.set_open(True)
        panel.title.setFocus()

    def _written(self) -> agenda_rows.Rows:
        """The rows with what is typed in their panels."""
        return tuple(replace(row, item=self.panels[row.id].item()) for row in self._rows)

    def _take(self, rows: agenda_rows.Rows, words: str) -> None:
        self._show(rows)
        self.changed.emit(words)

    def _show(self, rows: agenda_rows.Rows) -> None:
        if self._surroundings is None:
            return
        self._drop([id_ for id_ in self.panels if id_ not in {row.id for row in rows}])
        for row in rows:
            if row.id in self.panels:
                self.panels[row.id].show_item(row.item, self._surroundings)
            else:
                self.panels[row.id] = self._new_panel(row, self._surroundings)
        self._rows = rows
        for number, section in enumerate(self.sections, 1):
            panels = [self.panels[row.id] for row in agenda_rows.in_section(rows, number)]
            section.arrange(panels)
            for place, panel in enumerate(panels, 1):
                panel.show_number(self._surroundings.numerals.show(f"{number}.{place}"))
        self._show_proposal()
        self.order_tab_stops()

    def order_tab_stops(self) -> None:
        """Let Tab go from above to below, whenever an item was made, moved or unfolded."""
        stops = [stop for section in self.sections for stop in section.tab_stops()]
        for before, after in pairwise([self, *stops]):
            QWidget.setTabOrder(before, after)

    def _new_panel(self, row: agenda_rows.AgendaRow, surroundings: Surroundings) -> AgendaPanel:
        panel = AgendaPanel(row.id, row.item, surroundings, self._now)
        panel.typed.connect(self.typed)
        panel.unfolded.connect(self.order_tab_stops)
        panel.left.connect(self.left)
        panel.changed.connect(self.changed)
        panel.caret_moved.connect(self.caret_moved)
        panel.measure_asked.connect(lambda: self.measure_asked.emit(row.id))
        panel.change_asked.connect(lambda: self.change_asked.emit(row.id))
        panel.place_asked.connect(self.place_asked)
        panel.move_asked.connect(lambda by: self._take(agenda_rows.moved(self._written(), row.id, by), "เลื่อนลำดับเรื่อง"))
        panel.send_asked.connect(
            lambda section: self._take(agenda_rows.sent_to(self._written(), row.id, section), "ย้ายเรื่องไปวาระอื่น")
        )
        panel.remove_asked.connect(lambda: self._take(agenda_rows.removed(self._written(), row.id), "ลบเรื่องในวาระ"))
        return panel

    def _drop(self, ids: list[int]) -> None:
        for id_ in ids:
            panel = self.panels.pop(id_)
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()

    def _proposal(self) -> AgendaItem | None:
        """The item that certifies the minutes before, where the agenda has none yet."""
        if self._meeting is None or self._surroundings is None:
            return None
        previous = previous_meeting(self._meeting, self._surroundings.meetings)
        there = [row.item for row in agenda_rows.in_section(self._rows, CERTIFYING_SECTION)]
        if previous is None or any(not item.is_empty and item.title != NOTHING for item in there):
            return None
        return in_digits([certifying_item(previous, self._surroundings.numbering)], self._surroundings.numerals)[0]

    def _show_proposal(self) -> None:
        proposal = self._proposal()
        self.propose.setVisible(proposal is not None)
        if proposal is not None:
            self.propose.setText(f"ใส่ “{proposal.title}”")

    def _propose_certifying(self) -> None:
        proposal = self._proposal()
        if proposal is None:
            return
        rows = self._written()
        empty = agenda_rows.in_section(rows, CERTIFYING_SECTION)
        if empty:
            self._take(agenda_rows.changed(rows, empty[0].id, proposal), "ใส่การรับรองรายงานการประชุม")
        else:
            self._take(agenda_rows.added(rows, proposal), "ใส่การรับรองรายงานการประชุม")
