"""จากคลังของหน่วยงาน: the measures that the office keeps, to take, to order, to edit and to remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.library import LibraryMeasure, measure_from_library
from ita_desktop.domain.proposal import text_key, texts_in
from ita_desktop.services import measures
from ita_desktop.ui.measures.sources.entries import facts, measure_lines, quiet_lines, remark_lines
from ita_desktop.ui.measures.sources.library_form import LibraryForm
from ita_desktop.ui.measures.sources.library_keeping import LibraryKeeping
from ita_desktop.ui.measures.sources.source_dialog import SourceDialog
from ita_desktop.ui.undo import History, UndoButtons
from ita_desktop.ui.widgets.check_entry import Entry, Line, Look
from ita_desktop.ui.widgets.check_list import CheckList
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.shortcuts import bind, is_redo, is_undo

if TYPE_CHECKING:
    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.sources.source_dialog import Add
    from ita_desktop.ui.measures.wording import Wording


class LibraryDialog(SourceDialog):
    """What is changed here is stored at once and can be undone until the dialog closes."""

    def __init__(self, context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
        super().__init__("จากคลังของหน่วยงาน", "มาตรการจากคลัง", context, wording, add, parent)
        self._history = History(context.years, self)
        self._keeping = LibraryKeeping(context, self._history, wording.plan_year)
        self._there = texts_in(context.database.read(measures.list_measures, wording.plan_year))
        self.list = CheckList[LibraryMeasure]("มาตรการในคลังของหน่วยงาน")
        self.search = TextLine()
        self.up, self.down = QPushButton("▲"), QPushButton("▼")
        self.edit = QPushButton("แก้ไข…")
        self.remove = QPushButton("นำออกจากคลัง")
        self.all = QPushButton("เลือกทั้งหมด")
        self.undo_buttons = UndoButtons(self._history)
        if self._keeping.kept():
            self._build()
            self._connect()
            self.refresh()
            self.list.setFocus()
        else:
            self.show_empty(
                "คลังของหน่วยงานยังว่าง",
                "เลือกมาตรการที่ใช้ได้ดีในตาราง แล้วเลือก “เก็บที่เลือกเข้าคลัง” จากเมนูเดียวกันนี้ ปีต่อไปจะหยิบมาใช้ได้ทันที",
            )
        self.count()

    def chosen(self) -> list[Measure]:
        """The ticked measures as this year's plan would have them."""
        wording = self.wording
        return [
            measure_from_library(kept, wording.plan_year, wording.divisions, wording.framework).measure
            for kept in self.list.ticked()
        ]

    def refresh(self, current: int | None = None) -> None:
        """Show the library as it is stored, standing on the row `current`; ticks stay."""
        ticked = {kept.id for kept in self.list.ticked()}
        row = max(0, self.list.current_row()) if current is None else current
        self.list.show_entries([self._entry(kept, ticked=kept.id in ticked) for kept in self._keeping.kept()], row)
        self._offer_what_can_be_done()

    def _build(self) -> None:
        self.lead.setText("มาตรการที่หน่วยงานเก็บไว้ใช้ซ้ำ ระยะเวลาเปลี่ยนเป็นของปีนี้ให้ การแก้ไขในหน้านี้มีผลกับคลัง ไม่กระทบแผนของปีใด")
        self.search.setPlaceholderText("ค้นหา")
        self.search.setAccessibleName("ค้นหาในคลัง")
        for button, name, keys in ((self.up, "เลื่อนขึ้น", "Alt+ลูกศรขึ้น"), (self.down, "เลื่อนลง", "Alt+ลูกศรลง")):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
        self.edit.setToolTip("แก้ไขมาตรการที่ยืนอยู่ (F2)")
        self.remove.setToolTip("นำมาตรการที่ยืนอยู่ออกจากคลัง เลิกทำได้ (Delete)")
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self.search, 1)
        for widget in (self.up, self.down, self.edit, self.remove, self.undo_buttons):
            above.addWidget(widget)
        self.body.addLayout(above)
        self.body.addWidget(self.list, 1)
        for button in (self.up, self.down, self.edit, self.remove):
            button.setAutoDefault(False)
        self.cancel.setText("ปิด")
        self.put_left(self.all)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.list.ticks_changed.connect(self.count)
        self.list.current_changed.connect(self._offer_what_can_be_done)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.all.clicked.connect(lambda: self.list.tick_shown())
        self.undo_buttons.undo_asked.connect(self._undo)
        self.undo_buttons.redo_asked.connect(self._redo)
        bind("Alt+Up", self.list, lambda: self._move(-1))
        bind("Alt+Down", self.list, lambda: self._move(1))
        bind("F2", self.list, self._edit)
        bind("Delete", self.list, self._remove)

    def _entry(self, kept: LibraryMeasure, *, ticked: bool) -> Entry[LibraryMeasure]:
        wording = self.wording
        proposal = measure_from_library(kept, wording.plan_year, wording.divisions, wording.framework)
        measure = proposal.measure
        lines = [Line(label, Look.QUIET) for label in [wording.indicator(measure)] if label]
        lines += measure_lines(measure, wording)
        lines += quiet_lines((facts(measure, wording), wording.numerals.show(measure.monitoring)))
        lines += remark_lines(proposal.remarks, wording, is_there=text_key(kept.text) in self._there)
        return Entry(kept, tuple(lines), ticked)

    def _search(self, text: str) -> None:
        self.list.narrow(text)
        self._offer_what_can_be_done()

    def _offer_what_can_be_done(self) -> None:
        row, last = self.list.current_row(), len(self.list.entries()) - 1
        whole = not self.search.text().strip()
        self.up.setEnabled(whole and row > 0)
        self.down.setEnabled(whole and 0 <= row < last)
        for button in (self.edit, self.remove):
            button.setEnabled(row >= 0)

    def _move(self, step: int) -> None:
        ids = [entry.value.id for entry in self.list.entries()]
        row = self.list.current_row()
        if self.search.text().strip() or row < 0 or not 0 <= row + step < len(ids):
            return
        moved = ids.copy()
        moved.insert(row + step, moved.pop(row))
        self._keeping.reorder(ids, moved)
        self.refresh(row + step)

    def _edit(self) -> None:
        kept = self.list.current()
        if kept is not None:
            LibraryForm(kept, self.wording, lambda after: self._change(kept, after), self.context.say, self).open()

    def _change(self, before: LibraryMeasure, after: LibraryMeasure) -> None:
        self._keeping.change(before, after)
        self.refresh()

    def _remove(self) -> None:
        kept = self.list.current()
        if kept is not None:
            self._keeping.remove([kept])
            self.refresh()
            self.list.setFocus()

    def _undo(self) -> None:
        if self._history.undo():
            self.refresh()

    def _redo(self) -> None:
        if self._history.redo():
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self._undo()
        elif is_redo(event):
            self._redo()
        else:
            super().keyPressEvent(event)
