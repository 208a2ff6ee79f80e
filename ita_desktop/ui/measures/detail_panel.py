"""What a measure has besides its row: method, monitoring, target, budget, owner and topic."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.thai.baht import format_baht, parse_baht
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.mentions import Mentions
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine
from ita_desktop.ui.widgets.scroll_page import ScrollPage
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

_TEXTS = {"method": "วิธีดำเนินการ", "monitoring": "การกำกับติดตาม", "output_target": "เป้าหมายผลผลิต"}
_LINES = {"owner": "ผู้รับผิดชอบหลัก (ชื่อหรือตำแหน่ง)", "topic": "ประเด็น (ถ้ามี)"}
_BUDGET = "budget"
FIELD_NAMES = {**_TEXTS, **_LINES, _BUDGET: "งบประมาณ (บาท)"}


class DetailPanel(Card):
    """The fields of one measure; `edited` carries the measure with one field changed when the field is left."""

    edited = Signal(object)

    def __init__(self, numerals: Callable[[], Numerals], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._measure: Measure | None = None
        self._unread_budgets: dict[int, tuple[str, str]] = {}
        self.title = ThaiLabel("", "head")
        self.mentions = Mentions()
        self.texts = {name: ThaiPlainTextEdit(2) for name in _TEXTS}
        self.lines = {name: TextLine() for name in _LINES}
        self.budget = ParsedLine[Decimal](parse_baht, lambda amount: format_baht(amount, numerals()))
        self.note = FieldNote()
        self.note.follow(self.budget)
        self._fields: dict[str, QWidget] = {
            "method": self.texts["method"],
            "monitoring": self.texts["monitoring"],
            "output_target": self.texts["output_target"],
            "owner": self.lines["owner"],
            _BUDGET: self.budget,
            "topic": self.lines["topic"],
        }
        self._build()
        self._connect()

    def show_measure(self, measure: Measure | None, title: str) -> None:
        """Show a measure's fields; text that is being typed into the same measure stays."""
        same = self._measure is not None and measure is not None and self._measure.id == measure.id
        if not same:
            self.finish_editing()
            self._keep_unread_budget()
        self._measure = measure
        self.title.setText(title)
        self._page.setEnabled(measure is not None)
        for name, edit in self.texts.items():
            text = getattr(measure, name) if measure else ""
            if not (same and edit.hasFocus()) and edit.toPlainText() != text:
                edit.setPlainText(text)
        for name, line in self.lines.items():
            if not (same and line.hasFocus()):
                line.set_value(getattr(measure, name) if measure else "")
        if not (same and (self.budget.hasFocus() or self.budget.problem())):
            self.budget.set_value(measure.budget if measure else None)
        if measure is not None and not same and measure.id in self._unread_budgets:
            text, problem = self._unread_budgets[measure.id]
            self.budget.setText(text)
            self.budget.complain(problem)

    def keep_unread_budget(self, measure_id: int, text: str, problem: str) -> None:
        """Let an amount that was typed elsewhere and cannot be read stand here until it is mended."""
        if self._measure is not None and self._measure.id == measure_id:
            self.budget.setText(text)
            self.budget.complain(problem)
        else:
            self._unread_budgets[measure_id] = (text, problem)

    def finish_editing(self) -> None:
        """Save every field as it stands."""
        for name in self.texts:
            self._leave_text(name)
        for line in self.lines.values():
            line.commit()
        self.budget.commit()

    def has_unsaved_text(self) -> bool:
        """Whether an amount stands at some measure that could not be read."""
        return bool(self.budget.problem() or self._unread_budgets.keys() - {self._measure.id if self._measure else NEW})

    def forget(self, ids: Iterable[int]) -> None:
        """Let go of unread amounts of measures that are removed."""
        for id_ in ids:
            self._unread_budgets.pop(id_, None)

    def _keep_unread_budget(self) -> None:
        if self._measure is not None:
            self._unread_budgets.pop(self._measure.id, None)
            if self.budget.problem():
                self._unread_budgets[self._measure.id] = (self.budget.text(), self.budget.problem())

    def _leave_text(self, name: str) -> None:
        self._take(name, self.texts[name].text())

    def _take(self, name: str, value: Any) -> None:
        if self._measure is not None and getattr(self._measure, name) != value:
            # What is saved comes back through `show_measure`; what is not is offered again at the next leaving.
            self.edited.emit(replace(self._measure, **{name: value}))

    def _build(self) -> None:
        self.body.setContentsMargins(14, 8, 6, 8)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 8, 0)
        for name, widget in self._fields.items():
            column.addWidget(self._cell(name, widget))
        scroll = ScrollPage(margin=0)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.body.addWidget(self._page)
        self.body.addWidget(self.title)
        self.body.addWidget(self.mentions)
        self.body.addWidget(scroll, 1)

    def _cell(self, name: str, widget: QWidget) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = QLabel(FIELD_NAMES[name])
        label.setProperty("role", "field")
        label.setBuddy(widget)
        widget.setAccessibleName(FIELD_NAMES[name])
        column.addWidget(label)
        column.addWidget(widget)
        if name == _BUDGET:
            column.addWidget(self.note)
        if name not in _TEXTS:
            column.addStretch(1)
        return cell

    def _connect(self) -> None:
        for edit in self.texts.values():
            edit.installEventFilter(self)
        for name, line in self.lines.items():
            line.committed.connect(lambda text, name=name: self._take(name, text or ""))
        self.budget.committed.connect(lambda amount: self._take(_BUDGET, amount))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            for name, edit in self.texts.items():
                if edit is watched:
                    self._leave_text(name)
        return super().eventFilter(watched, event)
