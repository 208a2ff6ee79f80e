"""One change for several measures at once: the clerk ticks what shall be the same for all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.measure import Measure, MeasureStatus
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.domain.period import format_period, parse_period
from ita_desktop.thai.clean import clean_line, clean_text
from ita_desktop.ui.measures.list_editor import ALL, TickList
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.ui.measures.wording import Wording

_WIDTH, _HEIGHT = 720, 640


class SeveralDialog(QDialog):
    """Hands over one function that changes a measure, and the words for undo, when the clerk agrees."""

    def __init__(
        self,
        chosen: Sequence[Measure],
        wording: Wording,
        topics: Sequence[str],
        on_agreed: Callable[[Callable[[Measure], Measure], str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chosen = tuple(chosen)
        self._wording = wording
        self._on_agreed = on_agreed
        count = wording.numerals.show(str(len(chosen)))
        self.setWindowTitle(f"แก้ {count} มาตรการพร้อมกัน")
        self.indicator = QComboBox()
        self.divisions = TickList(wording.numerals)
        self.period = TextLine()
        self.period_note = FieldNote()
        self.status = QComboBox()
        self.monitoring = ThaiPlainTextEdit(2)
        self.topic = ChoiceLine()
        self.topic.offer_texts(list(topics))
        self.ticks: dict[str, QCheckBox] = {}
        self.agree = QPushButton(f"แก้ทั้ง {count} มาตรการ")
        self._build()
        self._follow()

    def _build(self) -> None:
        words = self._wording
        for code, label in words.indicator_labels.items():
            self.indicator.addItem(label, code)
        self.divisions.offer_all([(ALL_DIVISIONS, ALL), *((d.name, d.id) for d in words.divisions)])
        for words_first, box in (("เลือกตัวชี้วัด…", self.indicator), ("เลือกสถานะ…", self.status)):
            box.insertItem(0, words_first, None)
            box.setCurrentIndex(0)
        for status in MeasureStatus:
            self.status.addItem(status.words, status)
        self.status.setToolTip("แล้วเสร็จและไม่ได้ดำเนินการ ใช้ได้กับมาตรการที่บันทึกผลหรือเหตุผลในหน้า “ติดตามผล” แล้ว")
        self.period.setPlaceholderText(f"เช่น {words.period_example}")
        self.period_note.describe(self.period)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        rows: list[tuple[str, str, QWidget]] = [
            ("indicator_code", "ตัวชี้วัด", self.indicator),
            ("division_ids", "ผู้รับผิดชอบ", self.divisions),
            ("period", "ระยะเวลา", self.period),
            ("status", "สถานะ", self.status),
            ("monitoring", "การกำกับติดตาม", self.monitoring),
            ("topic", "ประเด็น", self.topic),
        ]
        for row, (key, label, widget) in enumerate(rows):
            tick = self.ticks[key] = QCheckBox(label)
            tick.setAccessibleName(f"แก้{label}")
            widget.setAccessibleName(label)
            tick.toggled.connect(lambda _: self._follow())
            grid.addWidget(tick, 2 * row, 0)
            grid.addWidget(widget, 2 * row, 1)
        grid.addWidget(self.period_note, 5, 1)
        for key, box in (("indicator_code", self.indicator), ("status", self.status)):
            box.activated.connect(lambda _, key=key, box=box: self._take_choice(key, box))
        self.divisions.itemChanged.connect(lambda _: self.ticks["division_ids"].setChecked(True))
        self.period.textEdited.connect(lambda _: self.ticks["period"].setChecked(True))
        self.period.textChanged.connect(lambda _: self._follow())
        self.monitoring.textChanged.connect(lambda: self.ticks["monitoring"].setChecked(True))
        self.topic.textEdited.connect(lambda _: self.ticks["topic"].setChecked(True))
        self.topic.picked.connect(lambda _: self.ticks["topic"].setChecked(True))
        self.agree.setDefault(True)
        self.agree.clicked.connect(self._take)
        cancel = QPushButton("ยกเลิก")
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(ThaiLabel("เลือกและกรอกเฉพาะสิ่งที่ต้องการให้เหมือนกันทุกมาตรการที่เลือก ช่องอื่นคงเดิม"))
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addLayout(foot(self.agree, cancel))

    def sizeHint(self) -> QSize:
        return opening_size(QSize(_WIDTH, _HEIGHT), self.parentWidget())

    def _take_choice(self, key: str, box: QComboBox) -> None:
        self.ticks[key].setChecked(box.currentData() is not None)
        self._follow()

    def _follow(self) -> None:
        """Agree only to something; say beside the period how it is read."""
        ticked = [key for key, tick in self.ticks.items() if tick.isChecked()]
        unchosen = [
            key for key, box in (("indicator_code", self.indicator), ("status", self.status)) if not box.currentData()
        ]
        self.agree.setEnabled(bool(ticked) and not any(key in ticked for key in unchosen))
        text = clean_line(self.period.text())
        period = parse_period(text, self._wording.plan_year)
        problem = self._wording.period_problem(period)
        if not text or not self.ticks["period"].isChecked():
            self.period_note.clear()
        elif problem:
            self.period_note.warn(problem)
        else:
            self.period_note.good(self._wording.numerals.show(format_period(period)))

    def _take(self) -> None:
        ticked = {key for key, tick in self.ticks.items() if tick.isChecked()}
        values: dict[str, Any] = {}
        if "indicator_code" in ticked:
            values["indicator_code"] = self.indicator.currentData()
        if "division_ids" in ticked:
            chosen = self.divisions.ticked()
            values["all_divisions"] = ALL in chosen
            values["division_ids"] = tuple(id_ for id_ in chosen if isinstance(id_, int))
        if "period" in ticked:
            values["period"] = parse_period(clean_line(self.period.text()), self._wording.plan_year)
        if "status" in ticked:
            values["status"] = MeasureStatus(self.status.currentData())
        if "monitoring" in ticked:
            values["monitoring"] = clean_text(self.monitoring.text()).strip()
        if "topic" in ticked:
            values["topic"] = clean_line(self.topic.text())
        self.accept()
        words = f"แก้ {len(self._chosen)} มาตรการพร้อมกัน"
        self._on_agreed(lambda measure: replace(measure, **values), words)
