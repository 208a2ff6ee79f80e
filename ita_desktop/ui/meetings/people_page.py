"""Who came, who did not, and who sat in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.meeting import Attendance, Committee, Meeting, Presence
from ita_desktop.domain.meeting_people import committee_on
from ita_desktop.domain.meeting_states import is_frozen
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.quorum import quorum
from ita_desktop.domain.remark import Severity
from ita_desktop.ui.meetings import people_rows
from ita_desktop.ui.meetings.people_list import PeopleList
from ita_desktop.ui.meetings.people_rows import PersonRow
from ita_desktop.ui.meetings.pick_dialog import Entry, PickDialog
from ita_desktop.ui.meetings.unsaved import under
from ita_desktop.ui.widgets.cards import GAP, Strip
from ita_desktop.ui.widgets.mark_icon import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.domain.remark import Remark
    from ita_desktop.ui.meetings.surroundings import Surroundings


class PeoplePage(QWidget):
    """`typed` tells each key, `changed`, in words for undo, that the lists are others now."""

    typed = Signal()
    changed = Signal(str)
    sight_asked = Signal(QWidget)
    """This is to be seen: the field for the next name, which more rows have moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()
        self._meeting: Meeting | None = None
        self._surroundings: Surroundings | None = None
        self.lists = {presence: PeopleList(presence) for presence in Presence}
        self.chair = Strip(Tone.WARNING)
        self.add_chair = self.chair.add_button("เพิ่มประธานในรายชื่อ")
        self.whole_committee = QPushButton()
        self.lists[Presence.PRESENT].body.addWidget(self.whole_committee, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.chair)
        for people in self.lists.values():
            layout.addWidget(people)
        layout.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        for presence, people in self.lists.items():
            people.typed.connect(self.typed)
            people.sight_asked.connect(self.sight_asked)
            people.edited.connect(lambda row: self._take(people_rows.changed(self._rows, row), "แก้รายชื่อ"))
            people.added.connect(lambda who, presence=presence: self._add(who, presence))
            people.moved.connect(self._move)
            people.sent.connect(
                lambda ids, to: self._take(people_rows.sent_to(self._rows, ids, to), f"ย้ายไป{to.words}")
            )
            people.removed.connect(lambda ids: self._take(people_rows.removed(self._rows, ids), "ลบรายชื่อ"))
            people.choice_asked.connect(lambda presence=presence: self._choose(presence))
        self.whole_committee.clicked.connect(self._add_committee)
        self.add_chair.clicked.connect(self._add_chair)

    def show_meeting(self, meeting: Meeting, surroundings: Surroundings) -> None:
        """Show the meeting's people; unchanged rows keep their selection and open cell."""
        another = self._meeting is None or self._meeting.id != meeting.id
        if another or surroundings != self._surroundings:
            offers = surroundings.people_offers(meeting.held_on)
            for people in self.lists.values():
                people.offer(offers, surroundings)
        self._meeting, self._surroundings = meeting, surroundings
        self._show(people_rows.rows_of(meeting.attendances, () if another else self._rows))

    def apply(self, meeting: Meeting) -> Meeting:
        """The meeting with the people of the lists."""
        return replace(meeting, attendances=tuple(row.attendance for row in self._rows))

    def commit(self) -> None:
        """Take what is being typed."""
        for people in self.lists.values():
            people.finish_editing()

    def unsaved(self) -> dict[str, str]:
        """What is being typed into the lists."""
        return {
            f"{presence}.{key}": text
            for presence, people in self.lists.items()
            for key, text in people.unsaved().items()
        }

    def restore_unsaved(self, texts: Mapping[str, str]) -> None:
        """Put back what was being typed into the lists."""
        for presence, people in self.lists.items():
            people.restore_unsaved(under(presence, texts))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what looks odd about the lists, and whether there is a quorum where the committee is known."""
        if self._meeting is None or self._surroundings is None:
            return
        show = self._surroundings.numerals.show
        note = self.lists[Presence.PRESENT].note
        found = [remark for remark in remarks if remark.field == "attendances"] if self._rows else []
        came = quorum(self._meeting, self._committee())
        sentences = [came.words] if came is not None else []
        sentences += [remark.beside_field for remark in found if remark.beside_field not in sentences]
        said = show("  ".join(sentences))
        if any(remark.severity is Severity.ERROR for remark in found):
            note.error(said)
        elif found:
            note.warn(said)
        elif came is not None:
            note.good(said)
        else:
            note.clear()
        self._show_chair(remarks)

    def _show_chair(self, remarks: Sequence[Remark]) -> None:
        """Offer to list the chair among those who came, where that alone is missing."""
        if self._meeting is None or is_frozen(self._meeting) or not (self._rows and self._meeting.chair.name):
            self.chair.say("")
            return
        found = next((remark for remark in remarks if remark.field == "chair"), None)
        self.chair.say(found.beside_field if found is not None else "")
        listed = any(row.attendance.person.name == self._meeting.chair.name for row in self._rows)
        self.add_chair.setText(f"ย้ายประธานไป{Presence.PRESENT.words}" if listed else "เพิ่มประธานในรายชื่อ")

    def _committee(self) -> Committee | None:
        if self._meeting is None or self._surroundings is None:
            return None
        return self._surroundings.committee(self._meeting.committee_id)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        if self._surroundings is None or self._meeting is None:
            return
        self._rows = rows = people_rows.remarked(rows, self._meeting)
        for presence, people in self.lists.items():
            people.show_rows(people_rows.in_list(rows, presence), self._surroundings.numerals)
        missing = len(self._missing_members())
        self.whole_committee.setVisible(missing > 0)
        self.whole_committee.setText(self._surroundings.numerals.show(f"ใส่รายชื่อกรรมการที่ยังไม่มีในรายการ ({missing} คน)"))

    def _take(self, rows: tuple[PersonRow, ...], words: str) -> None:
        self._show(rows)
        self.changed.emit(words)

    def _missing_members(self) -> list[Attendance]:
        committee = self._committee()
        listed = {row.attendance.person.name for row in self._rows}
        if committee is None or self._meeting is None or self._surroundings is None:
            return []
        members = committee_on(committee, self._surroundings.officers, self._meeting.held_on)
        return [member for member in members if member.person.name not in listed]

    def _add(self, people: list[Signatory], presence: Presence) -> None:
        roles = self._roles()
        attendances = [Attendance(person, presence, roles.get(person.name, "")) for person in people]
        self.lists[presence].keep_in_sight()
        self._take(people_rows.added(self._rows, attendances), f"เพิ่ม{presence.words}")

    def _add_chair(self) -> None:
        if self._meeting is None:
            return
        chair = self._meeting.chair
        known = next((row.attendance for row in self._rows if row.attendance.person.name == chair.name), None)
        role = known.role if known is not None else self._roles().get(chair.name, "")
        self._take(people_rows.put_first(self._rows, Attendance(chair, role=role)), "เพิ่มประธานในรายชื่อ")

    def _roles(self) -> dict[str, str]:
        committee = self._committee()
        return {member.person.name: member.role for member in committee.members} if committee is not None else {}

    def _add_committee(self) -> None:
        self._take(people_rows.added(self._rows, self._missing_members()), "ใส่รายชื่อกรรมการ")

    def _move(self, id_: int, by: int) -> None:
        presence = next(row.presence for row in self._rows if row.id == id_)
        self._take(people_rows.moved(self._rows, id_, by), "เลื่อนลำดับรายชื่อ")
        self.lists[presence].select(id_)

    def _choose(self, presence: Presence) -> None:
        if self._surroundings is None or self._meeting is None:
            return
        listed = {row.attendance.person.name for row in self._rows}
        offers = self._surroundings.people_offers(self._meeting.held_on)
        entries = [
            Entry(offer.shown, offer.value)
            for offer in offers
            if isinstance(offer.value, Signatory) and offer.text not in listed
        ]
        dialog = PickDialog(
            f"เพิ่ม{presence.words}",
            f"เลือกผู้ที่จะใส่ในรายชื่อ{presence.words} แล้วกดเพิ่ม",
            entries,
            "เพิ่ม",
            lambda people: self._add(people, presence) if people else None,
            self._surroundings.numerals,
            self,
        )
        dialog.open()
