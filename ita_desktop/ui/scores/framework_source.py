"""Where a section of a framework comes from, and whether a person has checked it, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ita_desktop.domain.framework import Evidence
from ita_desktop.domain.framework_draft import Fault
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.parsed_line import TextLine

CHECKED, UNCHECKED = "ตรวจกับเอกสารของสำนักงาน ป.ป.ช. แล้ว", "ยังไม่ได้ตรวจกับเอกสาร โปรแกรมจะเตือนบนจอ"


class SourceLine(QWidget):
    """The source of one section and its check mark; `changed` tells every edit."""

    changed = Signal()

    def __init__(self, section: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.source = TextLine()
        self.checked = QCheckBox()
        self.form = Form()
        self.form.row(Field(f"แหล่งที่มาของ{words}", self.source))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self.checked)
        self.source.textEdited.connect(lambda _: self.changed.emit())
        self.checked.toggled.connect(self._say_check)
        self.checked.clicked.connect(lambda _: self.changed.emit())
        self._say_check()

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show what is kept; nothing is told."""
        self.source.set_value(evidence.source if evidence else "")
        self.checked.setChecked(bool(evidence and evidence.verified))

    def evidence(self) -> Evidence:
        """As typed."""
        return Evidence(" ".join(self.source.text().split()), self.checked.isChecked())

    def show_fault(self, fault: Fault | None) -> None:
        """Say below the line what is missing."""
        note = self.form.note(self.source)
        if fault:
            note.error(fault.reason)
        else:
            note.clear()

    def _say_check(self) -> None:
        self.checked.setText(CHECKED if self.checked.isChecked() else UNCHECKED)
