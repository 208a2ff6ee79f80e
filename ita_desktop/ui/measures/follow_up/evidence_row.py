"""One piece of evidence: its name, whether it still is what was kept, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.evidence_files import FileState
from ita_desktop.thai.dates import format_date
from ita_desktop.ui.widgets.elided_label import ElidedLabel
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import MarkIcon, Tone
from ita_desktop.ui.widgets.parsed_line import TextLine

MISSING = "ไม่พบหรือเปิดไฟล์นี้ไม่ได้ในโฟลเดอร์ “หลักฐาน” นำไฟล์เดิมกลับมาไว้ที่เดิม หรือเพิ่มไฟล์ใหม่"
ALTERED = "ไฟล์นี้ถูกแก้ไขหลังจากที่บันทึก จึงใช้ยืนยันผลไม่ได้ เพิ่มไฟล์ที่ถูกต้องใหม่"
_GAP = 6
_UNNAMED = "หลักฐานที่ไม่มีไฟล์และไม่มีที่อยู่เว็บ"


def name_of(evidence: ProgressEvidence) -> str:
    """What the evidence is called by: its file's own name, its address or its caption."""
    return evidence.file_name or evidence.url or evidence.caption or _UNNAMED


class EvidenceRow(QWidget):
    """A row that opens the evidence; an editable one takes a caption and can be taken away.

    The buttons stand beside a short name, and below one that needs the whole line.
    """

    open_asked = Signal(object)
    remove_asked = Signal()

    def __init__(
        self,
        evidence: ProgressEvidence,
        show: Callable[[str], str],
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._evidence = evidence
        name = name_of(evidence)
        self.icon = MarkIcon(Tone.HINT)
        self.label = ElidedLabel(name, keeps_end=True)
        self.described = ThaiLabel(evidence.caption)
        self.open = QPushButton("เปิด")
        self.open.setAccessibleName(f"เปิด {name}")
        self.open.setEnabled(bool(evidence.file_name or evidence.url))
        self.note = FieldNote()
        self.caption = TextLine()
        self.caption.set_value(evidence.caption)
        self.remove = QPushButton("เอาออก")
        self.remove.setAccessibleName(f"เอาออก {name}")
        named = QHBoxLayout()
        named.setSpacing(_GAP)
        named.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addWidget(self.label, 1)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(_GAP)
        for button in (self.open, self.remove):
            button.setProperty("kind", "quiet")
            buttons.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(_GAP)
        self._line.addLayout(named, 1)
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.described)
        column.addLayout(self._line)
        column.addWidget(self.note)
        column.addWidget(self.caption)
        self.remove.setVisible(editable)
        self.described.setVisible(bool(evidence.caption) and not editable and evidence.caption != name)
        self.caption.setVisible(editable)
        self.caption.setPlaceholderText("คำอธิบาย (ถ้ามี)")
        self.caption.setAccessibleName(f"คำอธิบายของ {name}")
        self.open.clicked.connect(lambda _=False: self.open_asked.emit(self._evidence))
        self.remove.clicked.connect(lambda _=False: self.remove_asked.emit())
        self._show_address_state(show)

    def _share_line(self) -> None:
        """Let the name have the whole line where it does not fit beside the buttons."""
        wanted = self.fontMetrics().horizontalAdvance(self.label.raw_text()) + self.icon.sizeHint().width()
        beside = wanted + self._buttons.sizeHint().width() + 2 * _GAP <= self.width()
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if beside else directions.TopToBottom
        if direction != self._line.direction():
            self._line.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_line()

    def evidence(self) -> ProgressEvidence:
        """The evidence with the caption as it stands."""
        return replace(self._evidence, caption=self.caption.text().strip())

    def show_state(self, state: FileState) -> None:
        """Say whether the file still is what was kept."""
        match state:
            case FileState.FOUND:
                self.icon.set_tone(Tone.GOOD)
                self.note.clear()
                self.label.setAccessibleDescription("ตรวจแล้ว ตรงกับที่บันทึกไว้")
            case FileState.MISSING:
                self.icon.set_tone(Tone.WARNING)
                self.note.warn(MISSING)
            case FileState.ALTERED:
                self.icon.set_tone(Tone.ERROR)
                self.note.error(ALTERED)

    def _show_address_state(self, show: Callable[[str], str]) -> None:
        if self._evidence.file_name:
            return
        if not self._evidence.url:
            self.icon.set_tone(Tone.WARNING)
        elif self._evidence.checked_on is None:
            self.icon.set_tone(Tone.WARNING)
            self.note.warn("ยังไม่ได้ระบุวันที่ตรวจว่าเปิดได้")
        else:
            self.note.hint(show(f"ตรวจว่าเปิดได้เมื่อ {format_date(self._evidence.checked_on)}"))
