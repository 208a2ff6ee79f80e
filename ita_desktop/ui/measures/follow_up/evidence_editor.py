"""The evidence of a follow-up being written: files copied in, addresses with the day they were checked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.evidence_files import LookUp
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.follow_up.evidence_row import EvidenceRow
from ita_desktop.ui.measures.follow_up.file_work import CopyJob, Kept
from ita_desktop.ui.measures.follow_up.typed import parse_address
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import ParsedLine

_WHERE = "ไฟล์จะคัดลอกไว้ในโฟลเดอร์ “หลักฐาน” ข้างไฟล์ข้อมูล เมื่อย้ายหรือสำรองไฟล์ข้อมูล ให้นำโฟลเดอร์นี้ไปด้วย"
_LOOK_AGAIN = 100
"""Milliseconds between two looks at how far a copy is."""


class EvidenceEditor(QWidget):
    """A list of evidence with its additions; copies run elsewhere, the bar shows how far they are."""

    files_asked = Signal()
    open_asked = Signal(object)
    changed = Signal()

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = numerals.show
        self._today = today
        self._rows: list[EvidenceRow] = []
        self._job: CopyJob | None = None
        self.add_file = QPushButton("เพิ่มไฟล์…")
        self.add_file.setToolTip("เลือกได้ครั้งละหลายไฟล์ หรือลากไฟล์มาวางที่นี่ โปรแกรมจะคัดลอกไฟล์เก็บไว้ให้")
        self.add_link = QPushButton("เพิ่มลิงก์")
        self.add_link.setCheckable(True)
        self.address = ParsedLine[str](parse_address, str)
        self.address.setPlaceholderText("https://www.example.go.th/ita")
        self.checked_on = ThaiDateField(numerals, today)
        self.take_link = QPushButton("ใส่ลิงก์นี้")
        self.link_form = Form()
        self.copying = QWidget()
        self.bar = QProgressBar()
        self.copied_name = QLabel()
        self.cancel_copy = QPushButton("ยกเลิก")
        self.note = FieldNote(_WHERE)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._build()
        self._connect()

    def set_evidence(self, evidence: Sequence[ProgressEvidence]) -> None:
        """Show this evidence."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        for each in evidence:
            self._add_row(each)

    def evidence(self) -> tuple[ProgressEvidence, ...]:
        """The evidence as it stands, without an address that was typed but not put in."""
        return tuple(row.evidence() for row in self._rows)

    def take_typed_link(self) -> bool:
        """Put in what stands in the address field; False, with the reason shown, when it cannot be."""
        if not self.address.text().strip():
            return True
        if not (self.address.commit() and self.checked_on.commit()):
            return False
        self._add_row(ProgressEvidence(url=self.address.value() or "", checked_on=self.checked_on.value()))
        self.address.set_value(None)
        self.add_link.setChecked(False)
        self.changed.emit()
        return True

    def tab_order(self) -> list[QWidget]:
        """Everything that the keyboard stops at, from top to bottom."""
        rows = [widget for row in self._rows for widget in (row.open, row.remove, row.caption)]
        link = [self.add_link, self.address, self.checked_on, self.take_link]
        return [*rows, self.add_file, *link, self.cancel_copy]

    def typed(self) -> tuple[object, ...]:
        """Everything that was typed or added, to see whether anything was."""
        return self.evidence(), self.address.text().strip(), self.is_copying

    @property
    def is_copying(self) -> bool:
        """Whether files are on their way."""
        return self._job is not None

    def begin_copy(self, job: CopyJob) -> None:
        """Show how far the job is until `end_copy`."""
        self._job = job
        self.note.clear()
        self.copying.show()
        for button in (self.add_file, self.take_link):
            button.setEnabled(False)
        self._look()
        self._timer.start()

    def end_copy(self, kept: Kept) -> None:
        """Take the copied files into the list and say which could not be copied."""
        self._timer.stop()
        self._job = None
        self.copying.hide()
        for button in (self.add_file, self.take_link):
            button.setEnabled(True)
        known = {(each.file_name, each.sha256) for each in self.evidence()}
        doubles = []
        for file in kept.files:
            if (file.file_name, file.sha256) in known:
                doubles.append(f"มี “{file.file_name}” อยู่แล้ว จึงไม่เพิ่มซ้ำ")
            else:
                known.add((file.file_name, file.sha256))
                self._add_row(ProgressEvidence(file_name=file.file_name, sha256=file.sha256))
        if kept.problems:
            self.note.error("\n".join((*kept.problems, *doubles)))
        elif doubles:
            self.note.warn("\n".join(doubles))
        self.changed.emit()

    def cancel(self) -> None:
        """Stop the copy under way, if any."""
        if self._job is not None:
            self._job.cancel()

    def show_states(self, states: Mapping[ProgressEvidence, LookUp]) -> None:
        """Say what became of each kept file."""
        found = {replace(evidence, caption=""): look_up for evidence, look_up in states.items()}
        for row in self._rows:
            look_up = found.get(replace(row.evidence(), caption=""))
            if look_up is not None:
                row.show_state(look_up.state)

    def _add_row(self, evidence: ProgressEvidence) -> None:
        row = EvidenceRow(evidence, self._show, editable=True)
        row.open_asked.connect(self.open_asked)
        row.remove_asked.connect(lambda row=row: self._remove(row))
        self._list.addWidget(row)
        self._rows.append(row)

    def _remove(self, row: EvidenceRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add_file.setFocus()
        self.changed.emit()

    def _look(self) -> None:
        if self._job is not None:
            name = self.fontMetrics().elidedText(
                self._job.name, Qt.TextElideMode.ElideMiddle, max(120, self.width() - 150)
            )
            self.copied_name.setText(f"กำลังคัดลอก {name}" if name else "รอคัดลอกไฟล์")
            self.bar.setValue(self._job.percent)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(ThaiLabel("หลักฐาน", "field"))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_file)
        buttons.addWidget(self.add_link)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.link_form.row(Field("ที่อยู่เว็บ (URL)", self.address))
        self.link_form.row(Field("วันที่ตรวจว่าเปิดได้", self.checked_on))
        self.link_form.add(self.take_link)
        column.addWidget(self.link_form)
        self.link_form.hide()
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_copy)
        inside = QVBoxLayout(self.copying)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.copied_name)
        inside.addLayout(row)
        self.bar.setAccessibleName("ความคืบหน้าของการคัดลอก")
        self.cancel_copy.setAccessibleName("ยกเลิกการคัดลอก")
        column.addWidget(self.copying)
        self.copying.hide()
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.add_file.clicked.connect(lambda _=False: self.files_asked.emit())
        self.add_link.toggled.connect(self._offer_link)
        self.take_link.clicked.connect(lambda _=False: self.take_typed_link())
        self.address.returnPressed.connect(self.take_typed_link)
        self.cancel_copy.clicked.connect(lambda _=False: self.cancel())
        self._timer.timeout.connect(self._look)
        for field in (self.address, self.checked_on):
            field.setAcceptDrops(False)

    def _offer_link(self, offered: bool) -> None:
        self.link_form.setVisible(offered)
        if offered:
            if self.checked_on.value() is None:
                self.checked_on.set_value(self._today())
            self.address.setFocus()
