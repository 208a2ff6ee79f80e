"""The head of the minutes: which meeting, when, where, and who was in the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.domain.meeting import Meeting, number_year
from ita_desktop.domain.meeting_proposals import committee_named, renumbered
from ita_desktop.domain.remark import Severity
from ita_desktop.ui.meetings.number_line import NumberLine
from ita_desktop.ui.meetings.signatory_lines import SignatoryLines
from ita_desktop.ui.meetings.unsaved import put_back, unsaved_texts
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ita_desktop.domain.remark import Remark
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.meetings.surroundings import Surroundings
    from ita_desktop.ui.widgets.parsed_line import ParsedLine

END_BEFORE_START = "เวลาเลิกประชุมต้องอยู่หลังเวลาเริ่มประชุม โปรดแก้เวลาใดเวลาหนึ่ง"
NO_COMMITTEE = "ชื่อนี้ไม่อยู่ในรายชื่อคณะกรรมการ โปรแกรมจึงไม่ตรวจองค์ประชุม"
NO_NAME = "ยังไม่มีชื่อ หัวรายงานการประชุมจะว่างอยู่"
_WORDS = {
    "name": "แก้ชื่อการประชุม",
    "number": "แก้ครั้งที่ประชุม",
    "held_on": "แก้วันที่ประชุม",
    "starts_at": "แก้เวลาเริ่มประชุม",
    "ends_at": "แก้เวลาเลิกประชุม",
    "place": "แก้สถานที่ประชุม",
    "subject": "แก้เรื่องที่ประชุม",
}


class HeadPage(Form):
    """`typed` tells each key, `changed`, in words for undo, that a field was left with another value."""

    typed = Signal()
    changed = Signal(str)
    committees_asked = Signal()

    def __init__(self, numerals: Numerals, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self.name = ChoiceLine()
        self.number = NumberLine(numerals)
        self.held_on = ThaiDateField(numerals, today)
        self.starts_at = TimeField(numerals)
        self.ends_at = TimeField(numerals)
        self.place = ChoiceLine()
        self.subject = TextLine()
        self.chair = SignatoryLines(self)
        self.committees = QPushButton("คณะกรรมการ…")
        self._lines: dict[str, ParsedLine[Any]] = {
            "name": self.name,
            "number": self.number.line,
            "held_on": self.held_on,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "place": self.place,
            "subject": self.subject,
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        self.committees.setToolTip("เพิ่มหรือแก้ไขคณะกรรมการ คำสั่งแต่งตั้ง และรายชื่อกรรมการ")
        self.subject.setPlaceholderText("เว้นว่างไว้ได้")
        self.subject.setToolTip("เว้นว่างไว้ โปรแกรมใช้เรื่องการวิเคราะห์ผลการประเมินและกำหนดมาตรการ")
        self.place.setPlaceholderText("เช่น ห้องประชุมสภา ชั้น ๒")
        self.row(Field("ชื่อคณะกรรมการหรือการประชุม", self.name), Field("", self.committees, stretch=0))
        self.committees.setAccessibleName("แก้ไขคณะกรรมการ")
        self.row(
            Field("ครั้งที่", self.number, stretch=0),
            Field("วันที่ประชุม (พ.ศ.)", self.held_on, stretch=3),
            Field("เริ่มประชุมเวลา", self.starts_at, stretch=2),
            Field("เลิกประชุมเวลา", self.ends_at, stretch=2),
        )
        self.note(self.number).follow(self.number.line)
        self.row(Field("สถานที่ประชุม", self.place))
        self.row(Field("เรื่องที่ประชุม", self.subject))
        self.row(*self.chair.fields("ประธานในที่ประชุม"))
        self.end()

    def _connect(self) -> None:
        for key, line in self._lines.items():
            slot = self._take_time if line in (self.starts_at, self.ends_at) else self._take
            line.committed.connect(lambda _, key=key, slot=slot: slot(key))
        for time_line in (self.starts_at, self.ends_at):
            time_line.problem_changed.connect(lambda problem, line=time_line: self._keep_mark(line, problem))
        for line in self._every_line().values():
            line.textEdited.connect(self.typed)
        self.chair.changed.connect(lambda: self.changed.emit("แก้ประธานในที่ประชุม"))
        self.committees.clicked.connect(lambda: self.committees_asked.emit())

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting; text that cannot be read stays as long as its stored value does."""
        before = self._meeting if self._meeting is not None and self._meeting.id == meeting.id else None
        if surroundings != self._surroundings or before is None or before.held_on != meeting.held_on:
            self._offer(meeting, surroundings)
        self._meeting, self._surroundings = meeting, surroundings
        for key, line in self._lines.items():
            stored = getattr(meeting, key)
            if before is None or (stored != getattr(before, key) and stored != line.value()):
                line.set_value(stored)
        self.chair.show(meeting.chair)
        self.number.show_year(number_year(meeting, surroundings.numbering))

    def focus_first_missing(self) -> None:
        """Put the cursor where the head still needs something; on its name when it needs nothing."""
        needed = (self.name, self.number.line, self.held_on, self.starts_at, self.place, self.chair.name)
        next((line for line in needed if not line.text().strip()), self.name).setFocus()

    def apply(self, meeting: Meeting) -> Meeting:
        """The meeting with what the page says; unreadable fields keep their stored value."""
        read: dict[str, Any] = {key: line.value() for key, line in self._lines.items() if not line.problem()}
        named = replace(meeting, **read, chair=self.chair.value())
        return named if named.name == meeting.name else replace(named, committee_id=self._committee_id(named))

    def commit(self) -> None:
        """Take what is being typed."""
        for line in self._lines.values():
            line.commit()
        self.chair.commit()

    def unsaved(self) -> dict[str, str]:
        """The texts that are stored nowhere, by field."""
        return unsaved_texts(self._every_line())

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put texts back that were stored nowhere."""
        put_back(self._every_line(), texts)

    def _every_line(self) -> dict[str, ParsedLine[Any]]:
        return self._lines | self.chair.lines("chair")

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say calmly, beside the fields, what looks odd about them."""
        show = self._surroundings.numerals.show if self._surroundings is not None else str
        for key, field in (("number", self.number), ("held_on", self.held_on), ("ends_at", self.ends_at)):
            line = self._lines[key]
            found = next((remark for remark in remarks if remark.field == key), None)
            if line.problem():
                continue
            if found is None or line.value() is None:
                self.note(field).hint("")
                self.note(field).clear()
            elif found.severity is Severity.HINT:
                self.note(field).clear()
                self.note(field).hint(show(found.beside_field))
            else:
                self.note(field).warn(show(found.beside_field))
        chair = next((remark for remark in remarks if remark.field == "chair"), None)
        if chair is not None and self.chair.name.value():
            self.note(self.chair.name).warn(show(chair.beside_field))
        else:
            self.note(self.chair.name).clear()
        name = next((remark for remark in remarks if remark.field == "name"), None)
        if not self.name.value():
            self.note(self.name).warn(NO_NAME)
        elif name is not None:
            self.note(self.name).warn(show(name.beside_field))
        else:
            self.note(self.name).clear()
            self.note(self.name).hint("" if self._is_of_a_committee() else NO_COMMITTEE)

    def _is_of_a_committee(self) -> bool:
        """Whether the name is a committee's, or there is none that it could be."""
        offered = self._surroundings.committees if self._surroundings is not None else ()
        return not offered or self._meeting is None or self._meeting.committee_id is not None

    def _offer(self, meeting: Meeting, surroundings: Surroundings) -> None:
        self.name.offer(surroundings.name_offers())
        self.place.offer_texts(surroundings.places())
        self.chair.offer(meeting.held_on, surroundings)
        self.number.set_numerals(surroundings.numerals)

    def _committee_id(self, meeting: Meeting) -> int | None:
        committees = self._surroundings.committees if self._surroundings is not None else ()
        found = committee_named(meeting.name, meeting.held_on, committees)
        return found.id if found is not None else None

    def _take(self, key: str) -> None:
        if key == "held_on":
            self._renumber()
        self.changed.emit(_WORDS[key])

    def _renumber(self) -> None:
        """Let a proposed number follow the day into another year."""
        meeting, surroundings = self._meeting, self._surroundings
        if meeting is None or surroundings is None or self.number.line.isModified() or self.held_on.problem():
            return
        moved = replace(meeting, held_on=self.held_on.value())
        number = renumbered(meeting, moved, surroundings.around_meetings(), surroundings.numbering)
        if number != meeting.number:
            self.number.line.set_value(number)

    def _ends_too_early(self) -> bool:
        starts_at, ends_at = self.starts_at.value(), self.ends_at.value()
        return starts_at is not None and ends_at is not None and ends_at <= starts_at

    def _keep_mark(self, line: TimeField, problem: str) -> None:
        # A line that can be read clears its mark whenever it is left; it cannot see the other one.
        if not problem and self._ends_too_early():
            line.complain(END_BEFORE_START)

    def _take_time(self, key: str) -> None:
        if self._ends_too_early():
            self._lines[key].complain(END_BEFORE_START)
            return
        for line in (self.starts_at, self.ends_at):
            if line.problem() == END_BEFORE_START:
                line.commit()
        self.changed.emit(_WORDS[key])
