"""What is written under one agenda item: facts, discussion, resolution, who carries it out, its measures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.ui.meetings.agenda_measures import LinkedMeasures, measure_words
from ita_desktop.ui.meetings.agenda_tables import AgendaTables
from ita_desktop.ui.meetings.agenda_texts import KEYED_PHRASES, MinutesText, clock_words
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog
from ita_desktop.ui.meetings.read_only import FREE
from ita_desktop.ui.widgets.button_rows import ButtonRows
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.menus import add_entry, add_head

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.parsed_line import ParsedLine


class AgendaBody(Form):
    """`typed` tells each key, `left` that a text is left, `changed` (in words) any other change.

    `measure_asked` wants a measure made from the resolution, `change_asked` one changed by it, `place_asked` the way
    to a measure.
    """

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()
    measure_asked = Signal()
    change_asked = Signal()
    place_asked = Signal(int)

    def __init__(
        self, item: AgendaItem, surroundings: Surroundings, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._item = item
        self._surroundings = surroundings
        self._now = now
        self._measure_ids = item.measure_ids
        self.facts, self.discussion = MinutesText(self._clock), MinutesText(self._clock)
        self.resolution = MinutesText(self._clock, self._phrases)
        self.tables = AgendaTables()
        self.phrases = QPushButton("ถ้อยคำมติ")
        self.owner = ChoiceLine()
        self.due, self.done = (ThaiDateField(surroundings.numerals, lambda: now().date()) for _ in range(2))
        self.measures = QPushButton("มาตรการที่เกี่ยวข้อง…")
        self.make_measure = QPushButton("สร้างมาตรการจากมติ")
        self.change_measure = QPushButton("ปรับมาตรการตามมติ…")
        self.linked = LinkedMeasures()
        self._build()
        self.lines: dict[str, ParsedLine[Any]] = {"owner": self.owner, "due": self.due, "done_on": self.done}
        """The fields of one line, by the names of what they say."""
        self.texts = {"facts": self.facts, "discussion": self.discussion, "resolution": self.resolution}
        """The texts, by the names of what they say."""
        self._connect()
        self.show_item(item, surroundings, fresh=True)

    def _build(self) -> None:
        self.row(Field("ข้อเท็จจริง", self.facts))
        self.add(self.tables)
        self.row(Field("การอภิปราย", self.discussion))
        self.row(Field("มติที่ประชุม", self.resolution))
        self.phrases.setProperty("menu", True)
        self.phrases.setToolTip("ใส่ถ้อยคำที่ใช้บ่อยในช่องมติที่ประชุม (Alt+1 ถึง Alt+9 ขณะพิมพ์มติ)")
        menu = QMenu(self.phrases)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.phrases.setMenu(menu)
        self.make_measure.setToolTip("เพิ่มมาตรการของปีนี้ ด้วยข้อความ ผู้รับผิดชอบ และกำหนดแล้วเสร็จของมติ")
        self.change_measure.setToolTip("เพิ่มข้อความ เปลี่ยนผู้รับผิดชอบหรือระยะเวลาของมาตรการที่มีอยู่แล้ว ตามมตินี้")
        self.done.setProperty(FREE, True)
        self.row(
            Field("ผู้รับผิดชอบตามมติ", self.owner, stretch=3),
            Field("กำหนดแล้วเสร็จ", self.due, stretch=2),
            Field("ทำแล้วเมื่อ", self.done, stretch=2),
        )
        # Owner and date follow the resolution under Tab, and a measure takes all three: buttons come after them.
        self.add(ButtonRows((self.phrases, self.make_measure), (self.change_measure, self.measures)))
        self.add(self.linked)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab is to come to, from above."""
        texts = (self.facts, *self.tables.boxes.values(), self.discussion, self.resolution)
        lines = (self.owner, self.due, self.done)
        buttons = (self.phrases, self.make_measure, self.change_measure, self.measures)
        return *texts, *lines, *buttons, *self.linked.findChildren(QPushButton)

    def _connect(self) -> None:
        for text in self.texts.values():
            text.edited.connect(self.typed)
            text.left.connect(self.left)
            text.caret_moved.connect(self.caret_moved)
        for line in self.lines.values():
            line.textEdited.connect(self.typed)
        self.owner.committed.connect(lambda _: self.changed.emit("แก้ผู้รับผิดชอบตามมติ"))
        self.due.committed.connect(lambda _: self.changed.emit("แก้กำหนดตามมติ"))
        self.done.committed.connect(lambda _: self.changed.emit("แก้วันที่ทำตามมติแล้ว"))
        self.tables.changed.connect(lambda: self.changed.emit("เลือกตารางในวาระ"))
        self.measures.clicked.connect(self._choose_measures)
        self.make_measure.clicked.connect(lambda: self.measure_asked.emit())
        self.change_measure.clicked.connect(lambda: self.change_asked.emit())
        self.linked.place_asked.connect(self.place_asked)

    def show_item(self, item: AgendaItem, surroundings: Surroundings, *, fresh: bool = False) -> None:
        """Show the stored item; what is shown already keeps cursor and undo."""
        for key, text in self.texts.items():
            text.show_text(getattr(item, key))
        if fresh or surroundings != self._surroundings:
            self.owner.offer_texts(surroundings.owners())
        self._item, self._surroundings = item, surroundings
        if fresh or item.owner != self.owner.value():
            self.owner.set_value(item.owner)
        for line, day in ((self.due, item.due), (self.done, item.done_on)):
            if fresh or (day != line.value() and not line.problem()):
                line.set_value(day)
        self.tables.show_tables(item.tables)
        self._measure_ids = item.measure_ids
        self._show_measures()

    def apply(self, item: AgendaItem) -> AgendaItem:
        """The item with what the fields say; an unreadable date keeps the stored one."""
        return replace(
            item,
            facts=self.facts.text(),
            discussion=self.discussion.text(),
            resolution=self.resolution.text(),
            owner=self.owner.value(),
            due=item.due if self.due.problem() else self.due.value(),
            done_on=item.done_on if self.done.problem() else self.done.value(),
            measure_ids=self._measure_ids,
            tables=self.tables.tables(item.tables),
        )

    def commit(self) -> None:
        """Take what is being typed into the lines."""
        for line in self.lines.values():
            line.commit()

    def _clock(self) -> str:
        return clock_words(self._now(), self._surroundings.numerals)

    def _phrases(self) -> Sequence[str]:
        return self._surroundings.phrases(self._item).numbered

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        offered = self._surroundings.phrases(self._item)
        keyed = {phrase: f"\tAlt+{n}" for n, phrase in enumerate(offered.numbered[:KEYED_PHRASES], 1)}
        for head, phrases in (("สำหรับเรื่องนี้", offered.own), ("ใช้ได้ทุกเรื่อง", offered.general)):
            if phrases:
                add_head(menu, head)
            for phrase in phrases:
                add_entry(menu, phrase + keyed.get(phrase, ""), partial(self.resolution.insert_phrase, phrase))

    def _choose_measures(self) -> None:
        entries = [
            Entry(self._surroundings.numerals.show(measure_words(measure)), measure.id, measure.id in self._measure_ids)
            for measure in self._surroundings.measures
        ]
        lead = "เลือกมาตรการที่เรื่องนี้กำหนดหรือกล่าวถึง แล้วกดตกลง"
        numerals = self._surroundings.numerals
        PickDialog("มาตรการที่เกี่ยวข้อง", lead, entries, "ตกลง", self._link, numerals, self).open()

    def _link(self, ids: list[int]) -> None:
        self._measure_ids = tuple(ids)
        self._show_measures()
        self.changed.emit("เลือกมาตรการที่เกี่ยวข้อง")

    def _show_measures(self) -> None:
        linked = [measure for measure in self._surroundings.measures if measure.id in self._measure_ids]
        self.linked.show_measures(linked, self._surroundings.numerals)
        count = self._surroundings.numerals.show(f" ({len(linked)})") if linked else ""
        self.measures.setText(f"มาตรการที่เกี่ยวข้อง{count}…")
