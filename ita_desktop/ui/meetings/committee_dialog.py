"""The dialog of the committees and working groups: their order and their members."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import Committee, CommitteeKind
from ita_desktop.errors import UserError
from ita_desktop.services import meeting_changes
from ita_desktop.ui.meetings.member_list import MemberList
from ita_desktop.ui.widgets.cards import Strip
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.delegates import ThaiWrapDelegate
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.mark_icon import Tone
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.meetings.surroundings import Surroundings

_NO_NAME = "กรุณากรอกชื่อ เช่น คณะทำงานขับเคลื่อนการสร้างความโปร่งใส"
_ENDS_EARLY = "วันสิ้นสุดต้องไม่อยู่ก่อนวันเริ่ม โปรดแก้วันใดวันหนึ่ง"
_UNNAMED = "(ยังไม่มีชื่อ)"


def kind_of(name: str, otherwise: CommitteeKind) -> CommitteeKind:
    """The kind that the name itself says."""
    return next((kind for kind in CommitteeKind if name.startswith(kind.words)), otherwise)


class CommitteeDialog(QDialog):
    """Nothing is kept before the clerk presses บันทึก; then all of it, or nothing with a sentence why."""

    def __init__(
        self, context: Context, surroundings: Surroundings, chosen: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("คณะกรรมการและคณะทำงาน")
        self._context = context
        self._say = context.say.within(self)
        self._stored = {committee.id: committee for committee in surroundings.committees}
        self._drafts = list(surroundings.committees)
        self._removed: list[int] = []
        self._at = -1
        self.list = QListWidget()
        self.add, self.remove = QPushButton("เพิ่ม"), QPushButton("ลบ")
        self.name = TextLine(required=_NO_NAME)
        self.kind = QComboBox()
        self.order_number = TextLine()
        self.order_date, self.valid_from, self.valid_until = (
            ThaiDateField(surroundings.numerals, context.today) for _ in range(3)
        )
        self.members = MemberList(surroundings)
        self.problem = Strip(Tone.ERROR)
        self.keep, self._cancel = QPushButton("บันทึก"), QPushButton("ยกเลิก")
        self._build()
        self._connect()
        self._list_names()
        places = [n for n, committee in enumerate(self._drafts) if committee.id == chosen]
        self._show((places or [0])[0] if self._drafts else -1)

    def _build(self) -> None:
        for kind in CommitteeKind:
            self.kind.addItem(kind.words, kind)
        self.list.setAccessibleName("คณะกรรมการทั้งหมด")
        self.list.setItemDelegate(ThaiWrapDelegate(parent=self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.order_number.setPlaceholderText("เช่น ๑๒๓/๒๕๖๙")
        self.remove.setProperty("kind", "danger")
        # Enter in a field must not close a dialog that holds half a committee.
        for button in (self.add, self.remove, self.keep, self._cancel):
            button.setAutoDefault(False)
        self._form = form = Form()
        form.row(Field("ชื่อเต็ม", self.name, stretch=4), Field("ประเภท", self.kind, stretch=0))
        form.row(Field("คำสั่งที่", self.order_number, stretch=2), Field("ลงวันที่", self.order_date, stretch=2))
        form.row(
            Field("ตั้งแต่วันที่", self.valid_from),
            Field("ถึงวันที่ (เว้นว่างไว้หากยังใช้อยู่)", self.valid_until),
        )
        form.add(ThaiLabel("กรรมการตามคำสั่ง", "field"))
        form.add(self.members, 1)
        side = QHBoxLayout()
        side.addWidget(self.add)
        side.addWidget(self.remove)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(side)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 28)
        middle.addWidget(form, 72)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.problem)
        layout.addLayout(middle, 1)
        layout.addLayout(foot(self.keep, self._cancel))
        self.resize(opening_size(self.sizeHint(), self.parentWidget()))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._go_to)
        self.add.clicked.connect(self.add_committee)
        self.remove.clicked.connect(self.remove_committee)
        self.name.committed.connect(self._follow_name)
        for line in (self.order_date, self.valid_from):
            line.committed.connect(lambda _: self._offer_people())
        for line in (self.valid_from, self.valid_until):
            line.committed.connect(lambda _: self._check_dates())
        self.keep.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(42 * line, 29 * line)

    def add_committee(self) -> None:
        """A new committee, to be named."""
        self._take()
        self._drafts.append(Committee(""))
        self._list_names()
        self._show(len(self._drafts) - 1)
        self.name.setFocus()

    def remove_committee(self) -> None:
        """Take the shown committee out of the list; the record keeps it until บันทึก."""
        if self._at < 0:
            return
        gone = self._drafts.pop(self._at)
        if gone.id != NEW:
            self._removed.append(gone.id)
        at = min(self._at, len(self._drafts) - 1)
        self._at = -1
        self._list_names()
        self._show(at)

    def save(self) -> None:
        """Keep everything and close, or say what is in the way."""
        self._take()
        unnamed = next((n for n, committee in enumerate(self._drafts) if not committee.name), None)
        if unnamed is not None:
            self._show(unnamed)
            self.name.commit()
        wrong = self._form.first_problem()
        if wrong is not None:
            wrong.setFocus()
            return
        changed = [committee for committee in self._drafts if committee != self._stored.get(committee.id)]
        try:
            self._context.database.write(meeting_changes.save_committees, changed, self._removed)
        except UserError as error:
            self.problem.say(error.sentence, Tone.ERROR)
            return
        self.accept()

    def reject(self) -> None:
        self._take()
        changed = any(committee != self._stored.get(committee.id) for committee in self._drafts) or self._removed
        if changed:
            self._say.confirm("ปิดโดยไม่บันทึกการแก้ไขคณะกรรมการหรือไม่", super().reject, danger=True, yes="ไม่บันทึก")
        else:
            super().reject()

    def _go_to(self, row: int) -> None:
        if row not in (self._at, -1):
            self._take()
            self._show(row)

    def _take(self) -> None:
        """Bring what the fields say into the draft shown."""
        if self._at < 0:
            return
        self.members.finish_editing()
        for line in (self.name, self.order_number, self.order_date, self.valid_from, self.valid_until):
            line.commit()
        self._check_dates()
        draft = self._drafts[self._at]
        self._drafts[self._at] = replace(
            draft,
            name=self.name.value() if self.name.text().strip() else "",
            kind=CommitteeKind(self.kind.currentData()),
            order_number=self.order_number.value(),
            order_date=self.order_date.value(),
            valid_from=self.valid_from.value(),
            valid_until=self.valid_until.value(),
            members=self.members.members(),
        )
        self.list.item(self._at).setText(self._words(self._drafts[self._at]))

    def _show(self, at: int) -> None:
        self._at = at
        self._form.setEnabled(at >= 0)
        self.remove.setEnabled(at >= 0)
        shown = self._drafts[at] if at >= 0 else Committee("")
        self.list.setCurrentRow(at)
        self.name.set_value(shown.name or None)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self.order_number.set_value(shown.order_number)
        self.order_date.set_value(shown.order_date)
        self.valid_from.set_value(shown.valid_from)
        self.valid_until.set_value(shown.valid_until)
        self.members.show_members(shown.members, another=True)
        self._offer_people()

    def _offer_people(self) -> None:
        """Members bear the posts that they had when the order was made."""
        self.members.offer(self.order_date.value() or self.valid_from.value())

    def _check_dates(self) -> None:
        begins, ends = self.valid_from.value(), self.valid_until.value()
        if begins is not None and ends is not None and ends < begins:
            self.valid_until.complain(_ENDS_EARLY)
        elif self.valid_until.problem() == _ENDS_EARLY:
            self.valid_until.commit()

    def _list_names(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._words(committee) for committee in self._drafts])
        self.list.setCurrentRow(self._at)
        self.list.blockSignals(False)

    def _words(self, committee: Committee) -> str:
        order = f"คำสั่งที่ {committee.order_number}" if committee.order_number else "ยังไม่กรอกเลขที่คำสั่ง"
        return self._context.numerals().show(f"{committee.name or _UNNAMED}\n{order}")

    def _follow_name(self, name: object) -> None:
        if isinstance(name, str):
            kind = kind_of(name, CommitteeKind(self.kind.currentData()))
            self.kind.setCurrentIndex(self.kind.findData(kind))
