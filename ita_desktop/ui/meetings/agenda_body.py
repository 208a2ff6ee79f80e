"""What is written under one agenda item: facts, discussion, resolution, who carries it out, its measures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.domain.meeting import AgendaItem
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.parsed_line import ParsedLine


def measure_words(measure: Measure) -> str:
    """One line that names a measure: its indicator and how it begins."""
    text = next((line for line in measure.text.split("\n") if line), "(ยังไม่มีข้อความ)")
    return f"ตัวชี้วัดที่ {measure.indicator_code}: {text}" if measure.indicator_code else text


class AgendaBody(Form):
    """`typed` tells each key, `left` that a text is left, `changed` (in words) any other change."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()

    def __init__(
        self, item: AgendaItem, surroundings: Surroundings, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._measure_ids = item.measure_ids
        self.facts, self.discussion, self.resolution = GrowingText(2), GrowingText(2), GrowingText(2)
        self.phrases = QPushButton("ถ้อยคำมติ")
        self.owner = ChoiceLine()
        self.due = ThaiDateField(surroundings.numerals, today)
        self.measures = QPushButton("มาตรการที่เกี่ยวข้อง…")
        self._linked = ThaiLabel()
        self._build()
        self._connect()
        self.lines: dict[str, ParsedLine[Any]] = {"owner": self.owner, "due": self.due}
        """The fields of one line, by the names of what they say."""
        for line in self.lines.values():
            line.textEdited.connect(self.typed)
        self._texts = {"facts": self.facts, "discussion": self.discussion, "resolution": self.resolution}
        self.show_item(item, surroundings, fresh=True)

    def _build(self) -> None:
        for field, text in (
            ("ข้อเท็จจริง", self.facts),
            ("การอภิปราย", self.discussion),
            ("มติที่ประชุม", self.resolution),
        ):
            self.row(Field(field, text))
        self.phrases.setProperty("menu", True)
        self.phrases.setToolTip("ใส่ถ้อยคำที่ใช้บ่อยในช่องมติที่ประชุม")
        menu = QMenu(self.phrases)
        for phrase in self._surroundings.resolutions:
            add_entry(menu, phrase, partial(self._insert, phrase))
        self.phrases.setMenu(menu)
        self.phrases.setVisible(bool(self._surroundings.resolutions))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.phrases)
        buttons.addWidget(self.measures)
        buttons.addStretch(1)
        holder = QWidget()
        holder.setLayout(buttons)
        self.add(holder)
        self.add(self._linked)
        self.row(Field("ผู้รับผิดชอบตามมติ", self.owner, stretch=3), Field("กำหนดแล้วเสร็จ", self.due, stretch=2))

    def _connect(self) -> None:
        for text in (self.facts, self.discussion, self.resolution):
            text.edited.connect(self.typed)
            text.left.connect(self.left)
            text.caret_moved.connect(self.caret_moved)
        self.owner.committed.connect(lambda _: self.changed.emit("แก้ผู้รับผิดชอบตามมติ"))
        self.due.committed.connect(lambda _: self.changed.emit("แก้กำหนดตามมติ"))
        self.measures.clicked.connect(self._choose_measures)

    def show_item(self, item: AgendaItem, surroundings: Surroundings, *, fresh: bool = False) -> None:
        """Show the stored item; what is shown already keeps cursor and undo."""
        for key, text in self._texts.items():
            text.show_text(getattr(item, key))
        if fresh or surroundings != self._surroundings:
            self.owner.offer_texts(surroundings.owners())
        self._surroundings = surroundings
        if fresh or item.owner != self.owner.value():
            self.owner.set_value(item.owner)
        if fresh or (item.due != self.due.value() and not self.due.problem()):
            self.due.set_value(item.due)
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
            measure_ids=self._measure_ids,
        )

    def commit(self) -> None:
        """Take what is being typed into the lines."""
        self.owner.commit()
        self.due.commit()

    def _insert(self, phrase: str) -> None:
        cursor = self.resolution.textCursor()
        cursor.insertText(phrase)
        self.resolution.setFocus()

    def _choose_measures(self) -> None:
        entries = [
            Entry(self._surroundings.numerals.show(measure_words(measure)), measure.id, measure.id in self._measure_ids)
            for measure in self._surroundings.measures
        ]
        lead = "เลือกมาตรการที่เรื่องนี้กำหนดหรือกล่าวถึง แล้วกดตกลง"
        PickDialog("มาตรการที่เกี่ยวข้อง", lead, entries, "ตกลง", self._link, self).open()

    def _link(self, ids: list[int]) -> None:
        self._measure_ids = tuple(ids)
        self._show_measures()
        self.changed.emit("เลือกมาตรการที่เกี่ยวข้อง")

    def _show_measures(self) -> None:
        show = self._surroundings.numerals.show
        linked = [measure for measure in self._surroundings.measures if measure.id in self._measure_ids]
        self._linked.setText("\n".join(f"•  {show(measure_words(measure))}" for measure in linked))
        self._linked.setVisible(bool(linked))
        count = show(f" ({len(linked)})") if linked else ""
        self.measures.setText(f"มาตรการที่เกี่ยวข้อง{count}…")
