"""Asks which measure of the plan a resolution changes, and shows each part before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.measure import named_divisions
from ita_desktop.domain.period import format_period
from ita_desktop.domain.resolutions import MeasurePart, measure_after, parts_changed
from ita_desktop.ui.meetings.agenda_measures import measure_words
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ita_desktop.domain.measure import Measure
    from ita_desktop.domain.meeting import AgendaItem
    from ita_desktop.domain.office import Division
    from ita_desktop.thai.digits import Numerals

NOTHING_NEW = "มตินี้ไม่ได้เปลี่ยนมาตรการที่เลือก เลือกมาตรการอื่น หรือแก้มติ ผู้รับผิดชอบ และกำหนดแล้วเสร็จก่อน"
_LEAD = "เลือกมาตรการที่มตินี้ปรับ แล้วเลือกส่วนที่จะเปลี่ยนตามมติ โปรแกรมจะผูกมาตรการกับเรื่องนี้ให้"
_WORDS = {
    MeasurePart.ACTIONS: "เพิ่มข้อความของมติในมาตรการ",
    MeasurePart.RESPONSIBLE: "เปลี่ยนผู้รับผิดชอบ",
    MeasurePart.PERIOD: "เปลี่ยนระยะเวลา",
}
_UNKNOWN = "(ยังไม่ได้กำหนด)"
_SIZE = QSize(820, 620)


class MeasureChangeDialog(QDialog):
    """`given` carries the measure as it would become, and the parts of it that the clerk ticked."""

    given = Signal(object, object)

    def __init__(
        self,
        item: AgendaItem,
        measures: Sequence[Measure],
        divisions: Sequence[Division],
        held_on: date | None,
        numerals: Numerals,
        parent: QWidget | None = None,
    ) -> None:
        """The measures that the item names stand first in the choice."""
        super().__init__(parent)
        self._divisions = divisions
        self._numerals = numerals
        named = [measure for measure in measures if measure.id in item.measure_ids]
        self._before = [*named, *(measure for measure in measures if measure.id not in item.measure_ids)]
        self._after = [measure_after(measure, item, divisions, held_on=held_on) for measure in self._before]
        self.choice = QComboBox()
        self.ticks = {part: QCheckBox(words) for part, words in _WORDS.items()}
        self._old = {part: ThaiLabel() for part in _WORDS}
        self._new = {part: ThaiLabel() for part in _WORDS}
        self._nothing = ThaiLabel(NOTHING_NEW)
        self.agree = QPushButton("ปรับมาตรการ")
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._show)
        for tick in self.ticks.values():
            tick.toggled.connect(self._follow)
        self.agree.clicked.connect(self._give)
        self._show()

    def _lay_out(self) -> None:
        self.setWindowTitle("ปรับมาตรการตามมติ")
        self.resize(opening_size(_SIZE, self.parentWidget()))
        self.choice.addItems([self._numerals.show(measure_words(measure)) for measure in self._before])
        # A long measure must not make the dialog wider than the screen.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.agree.setDefault(True)
        form = Form()
        form.row(Field("มาตรการ", self.choice))
        page = ScrollPage(margin=0)
        page.body.setSpacing(2)
        for part, tick in self.ticks.items():
            page.body.addWidget(tick)
            page.body.addLayout(self._comparison(part))
        page.body.addWidget(self._nothing)
        page.body.addStretch(1)
        leave = QPushButton("ยกเลิก")
        leave.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(ThaiLabel(_LEAD))
        layout.addWidget(form)
        layout.addWidget(page, 1)
        layout.addLayout(foot(self.agree, leave))

    def _comparison(self, part: MeasurePart) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(26, 0, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for column, (head, label) in enumerate((("เดิม", self._old[part]), ("ตามมติ", self._new[part]))):
            grid.addWidget(ThaiLabel(head, "caption"), 0, column)
            grid.addWidget(label, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return grid

    def _show(self) -> None:
        at = self.choice.currentIndex()
        changed = parts_changed(self._before[at], self._after[at]) if at >= 0 else ()
        for part, tick in self.ticks.items():
            tick.setChecked(part in changed)
            tick.setEnabled(part in changed)
            if at >= 0:
                self._old[part].setText(self._said(self._before[at], part))
                self._new[part].setText(self._said(self._after[at], part))
        self._nothing.setVisible(not changed)
        self._follow()

    def _said(self, measure: Measure, part: MeasurePart) -> str:
        if part is MeasurePart.ACTIONS:
            words = "\n".join(f"•  {action}" for action in measure.actions)
        elif part is MeasurePart.RESPONSIBLE:
            names = {division.id: division.name for division in self._divisions}
            words = "\n".join([*named_divisions(measure, names), measure.owner]).strip()
        else:
            words = format_period(measure.period)
        return self._numerals.show(words) or _UNKNOWN

    def parts(self) -> tuple[MeasurePart, ...]:
        """The parts that are ticked."""
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.parts()))

    def _give(self) -> None:
        self.accept()
        self.given.emit(self._after[self.choice.currentIndex()], self.parts())
