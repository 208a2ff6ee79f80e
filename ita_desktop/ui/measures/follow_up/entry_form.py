"""The form in which a follow-up is written or mended."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.follow_up import closing_fault
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.evidence_files import LookUp
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.follow_up.evidence_editor import EvidenceEditor
from ita_desktop.ui.measures.follow_up.typed import parse_percent
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.shortcuts import bind

_DONE_PERCENT = 100


class EntryForm(Card):
    """The fields of one follow-up; it says what is wrong and keeps what was typed until it is saved or let go."""

    save_asked = Signal()
    cancel_asked = Signal()
    reached = Signal()
    """The keyboard came to a field, or the form that it stands in took another height."""

    def __init__(
        self,
        measure: Measure,
        entry: Progress,
        numerals: Numerals,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`entry` is a stored follow-up, or a new one with what the fields shall begin with."""
        super().__init__(parent=parent)
        self.measure = measure
        self.entry = entry
        self.save_when_copied = False
        """Whether the clerk left the form while files were on their way."""
        self.asked_status: MeasureStatus | None = None
        """The status that the clerk chose elsewhere, which this form asks the result for."""
        self._today = today
        self.day = ThaiDateField(numerals, today, required="กรอกวันที่ติดตาม")
        self.percent = ParsedLine[int](parse_percent, lambda number: numerals.show(str(number)))
        self.status = _StatusBox()
        self.texts = {name: GrowingText(2, 10) for name in ("result", "problem", "next_step")}
        self.evidence = EvidenceEditor(numerals, today)
        self.note = FieldNote()
        self.save = QPushButton("บันทึกการติดตาม")
        self.cancel = QPushButton("ยกเลิก")
        self.form = Form()
        self._build("แก้ไขการติดตาม" if entry.id else "เพิ่มการติดตาม")
        self._fill(entry)
        self._start = self._typed()
        self._connect()

    def is_untouched(self) -> bool:
        """Whether nothing was typed or added since the form was opened."""
        return self._typed() == self._start

    def take(self) -> Progress | None:
        """The follow-up as typed; None, with the reason beside the field, when it cannot be kept like that."""
        self._forget_complaints()
        if self.evidence.is_copying:
            self.note.warn("กำลังคัดลอกไฟล์หลักฐาน บันทึกได้เมื่อคัดลอกเสร็จ")
            return None
        good = [self.day.commit(), self.percent.commit(), self.evidence.take_typed_link()]
        entry = replace(
            self.entry,
            recorded_on=self.day.value() or self.entry.recorded_on,
            status=self._status(),
            percent=self.percent.value(),
            evidence=self.evidence.evidence(),
            result=self.texts["result"].text(),
            problem=self.texts["problem"].text(),
            next_step=self.texts["next_step"].text(),
        )
        fault = closing_fault(entry.status, entry.result, entry.problem)
        if fault:
            self.form.note(self._told_in(entry.status)).error(fault)
        return None if fault or not all(good) else entry

    def complain(self, sentence: str) -> None:
        """Say why the follow-up could not be saved; what was typed stays."""
        self.note.error(sentence)

    def complaint(self) -> str:
        """What stands in the way of saving, or empty."""
        notes = [self.note, self.form.note(self.texts["result"]), self.form.note(self.texts["problem"])]
        said = [note.sentence for note in notes if note.tone in (Tone.ERROR, Tone.WARNING)]
        lines = [self.day.problem(), self.percent.problem(), self.evidence.address.problem()]
        return next(filter(None, (*lines, *said)), "")

    def focus_problem(self) -> None:
        """Put the cursor where something is wrong, or into the result."""
        (self.form.first_problem() or self.evidence.link_form.first_problem() or self.texts["result"]).setFocus()

    def ask_for_closing(self, status: MeasureStatus) -> None:
        """Set a closed status and ask for what it needs; left like that, the form counts as untouched."""
        was_untouched = self.is_untouched()
        self.asked_status = status
        self.status.setCurrentIndex(self.status.findData(status.value))
        self._follow_status()
        if was_untouched:
            self._start = self._typed()
        self._told_in(status).setFocus()

    def show_states(self, states: Mapping[ProgressEvidence, LookUp]) -> None:
        """Say what became of each kept file."""
        self.evidence.show_states(states)

    def _typed(self) -> tuple[object, ...]:
        texts = tuple(text.text() for text in self.texts.values())
        return self.day.text(), self.percent.text(), self.status.currentData(), texts, self.evidence.typed()

    def _status(self) -> MeasureStatus:
        return MeasureStatus(self.status.currentData())

    def _told_in(self, status: MeasureStatus) -> GrowingText:
        return self.texts["problem" if status is MeasureStatus.NOT_DONE else "result"]

    def _fill(self, entry: Progress) -> None:
        self.day.set_value(entry.recorded_on)
        self.percent.set_value(entry.percent)
        self.status.setCurrentIndex(self.status.findData(entry.status.value))
        for name, text in self.texts.items():
            text.show_text(getattr(entry, name))
        self.evidence.set_evidence(entry.evidence)
        self._order_tabs()
        self._follow_status()

    def _follow_status(self) -> None:
        """Say beside the fields what the chosen status needs."""
        status = self._status()
        asked = {
            MeasureStatus.DONE: {"result": "ต้องกรอก จึงจะปิดมาตรการว่าแล้วเสร็จได้"},
            MeasureStatus.NOT_DONE: {"problem": "ต้องกรอกเหตุผลที่ไม่ได้ดำเนินการ"},
        }.get(status, {})
        for name, text in self.texts.items():
            note = self.form.note(text)
            note.hint(asked.get(name, ""))
            note.clear()
        if status is MeasureStatus.DONE and not self.percent.text().strip():
            self.percent.set_value(_DONE_PERCENT)

    def _order_tabs(self) -> None:
        """Rows of evidence come later than the buttons below them: the keyboard shall go as the page reads."""
        chain = [self.day, self.status, self.percent, *self.texts.values(), *self.evidence.tab_order()]
        for before, after in pairwise([*chain, self.save, self.cancel]):
            QWidget.setTabOrder(before, after)

    def _forget_complaints(self) -> None:
        self.note.clear()
        for text in self.texts.values():
            self.form.note(text).clear()

    def _mind_future(self) -> None:
        day = self.day.value()
        if day is not None and day > self._today():
            self.form.note(self.day).warn("วันที่นี้ยังมาไม่ถึง ตรวจอีกครั้ง")

    def _build(self, head: str) -> None:
        self.body.setContentsMargins(12, 8, 12, 12)
        self.body.addWidget(ThaiLabel(head, "head"))
        self.percent.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)
        self.form.row(Field("วันที่ติดตาม", self.day))
        self.form.row(Field("สถานะ", self.status), Field("ร้อยละ", self.percent, stretch=0))
        self.form.row(Field("ผลการดำเนินการ", self.texts["result"]))
        self.form.row(Field("ปัญหาอุปสรรค", self.texts["problem"]))
        self.form.row(Field("ขั้นตอนต่อไป", self.texts["next_step"]))
        self.form.add(self.evidence)
        self.body.addWidget(self.form)
        self.body.addWidget(self.note)
        self.save.setProperty("kind", "primary")
        self.save.setToolTip("บันทึกการติดตามนี้ (Ctrl+Enter)")
        self.cancel.setToolTip("ไม่บันทึก (Esc)")
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda _=False: self.save_asked.emit())
        self.cancel.clicked.connect(lambda _=False: self.cancel_asked.emit())
        self.status.currentIndexChanged.connect(lambda _: self._follow_status())
        self.evidence.changed.connect(self._order_tabs)
        self.day.committed.connect(lambda _: self._mind_future())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(keys, self, self.save_asked.emit)
        fields: list[QWidget] = [self.day, self.percent, *self.texts.values()]
        for field in fields:
            # Files dropped onto a field are meant as evidence, not as text.
            field.setAcceptDrops(False)
        for field in (*fields, self.status, self.save):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.reached.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)


class _StatusBox(QComboBox):
    """The four statuses; turning the mouse wheel scrolls the page and changes nothing here."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        for status in MeasureStatus:
            self.addItem(status.words, status.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
