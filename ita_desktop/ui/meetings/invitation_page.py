"""The letter that calls the meeting: its number and date, who sends it, to whom, and who signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.meeting import Invitation, Meeting
from ita_desktop.thai.clean import clean_lines
from ita_desktop.ui.meetings.signatory_lines import SignatoryLines
from ita_desktop.ui.meetings.unsaved import put_back, unsaved_texts
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ita_desktop.domain.remark import Remark
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.parsed_line import ParsedLine

_WORDS = {"number": "แก้เลขที่หนังสือเชิญ", "dated": "แก้วันที่หนังสือเชิญ", "unit": "แก้ส่วนราชการของหนังสือเชิญ"}


class InvitationPage(Form):
    """`typed` tells each key, `left` that a text is left, `changed` (in words for undo) that a line has changed."""

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Meeting | None = None
        self.number = TextLine()
        self.dated = ThaiDateField(numerals, today)
        self.unit = ChoiceLine()
        self.recipients = GrowingText(2)
        self.attachments = GrowingText(2)
        self.signer = SignatoryLines(self)
        self._own: dict[str, ParsedLine[Any]] = {"number": self.number, "dated": self.dated, "unit": self.unit}
        self._texts = {"recipients": self.recipients, "attachments": self.attachments}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.number.setPlaceholderText("เว้นว่างไว้ เติมด้วยมือเมื่อออกเลข")
        self.unit.setPlaceholderText("เว้นว่างไว้ ใช้ชื่อหน่วยงาน")
        self.row(
            Field("ที่ (เลขที่หนังสือ)", self.number, stretch=3),
            Field("วันที่ของหนังสือ (พ.ศ.)", self.dated, stretch=2),
            Field("ส่วนราชการเจ้าของเรื่อง", self.unit, stretch=4),
        )
        self.row(
            Field("เรียน (บรรทัดละหนึ่งราย)", self.recipients, "เว้นว่างไว้ บันทึกข้อความจะเรียนกรรมการทุกท่าน"),
        )
        self.row(
            Field("สิ่งที่ส่งมาด้วย (บรรทัดละหนึ่งอย่าง)", self.attachments, "เว้นว่างไว้ จะส่งระเบียบวาระการประชุมไปด้วย"),
        )
        self.row(*self.signer.fields("ผู้ลงนามในหนังสือ (เว้นว่างไว้ ใช้ประธานในที่ประชุม)"))
        self.end()

    def _connect(self) -> None:
        for key, line in self._own.items():
            line.committed.connect(lambda _, key=key: self.changed.emit(_WORDS[key]))
        for line in self._lines().values():
            line.textEdited.connect(self.typed)
        self.signer.changed.connect(lambda: self.changed.emit("แก้ผู้ลงนามในหนังสือเชิญ"))
        for text in self._texts.values():
            text.edited.connect(self.typed)
            text.left.connect(self.left)
            text.caret_moved.connect(self.caret_moved)

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting's invitation; what is shown already keeps its cursor."""
        another = self._before is None or self._before.id != meeting.id
        stored, invitation = self._before, meeting.invitation
        self._before = meeting
        self.unit.offer_texts([division.name for division in surroundings.divisions])
        self.signer.offer(invitation.dated or meeting.held_on, surroundings)
        for key, line in self._own.items():
            value = getattr(invitation, key)
            if another or stored is None or (value != getattr(stored.invitation, key) and value != line.value()):
                line.set_value(value)
        self.signer.show(invitation.signer)
        for key, text in self._texts.items():
            lines = getattr(invitation, key)
            if clean_lines(text.text()) != lines:
                text.show_text("\n".join(lines))

    def apply(self, meeting: Meeting) -> Meeting:
        """The meeting with what the page says; an unreadable date keeps the stored one."""
        kept = meeting.invitation.dated
        invitation = Invitation(
            number=self.number.value(),
            dated=kept if self.dated.problem() else self.dated.value(),
            unit=self.unit.value(),
            recipients=clean_lines(self.recipients.text()),
            attachments=clean_lines(self.attachments.text()),
            signer=self.signer.value(),
        )
        return replace(meeting, invitation=invitation)

    def commit(self) -> None:
        """Take what is being typed into lines."""
        for line in self._own.values():
            line.commit()
        self.signer.commit()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say beside the date what looks odd about the letter."""
        if self.dated.problem():
            return
        found = next((remark for remark in remarks if remark.field == "invitation"), None)
        note = self.note(self.dated)
        if found is not None:
            note.warn(found.beside_field)
        else:
            note.clear()

    def unsaved(self) -> dict[str, str]:
        """The texts that are stored nowhere, by field."""
        return unsaved_texts(self._lines())

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere."""
        put_back(self._lines(), texts)

    def _lines(self) -> dict[str, ParsedLine[Any]]:
        own: dict[str, ParsedLine[Any]] = {f"invitation.{key}": line for key, line in self._own.items()}
        return own | self.signer.lines("invitation.signer")
