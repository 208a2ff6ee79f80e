"""The page of the office's own facts; each is kept when its field is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ita_desktop.domain.meeting import relabelled
from ita_desktop.domain.meeting_states import is_frozen
from ita_desktop.domain.office import MeetingNumbering, Office, OfficeKind, split_typed_name
from ita_desktop.errors import UserError
from ita_desktop.services import meetings
from ita_desktop.services import office as office_service
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.office.logo_field import LogoField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.say import Say

_NUMERALS = ((Numerals.THAI, "เลขไทย (๑ ๒ ๓)"), (Numerals.ARABIC, "เลขอารบิก (1 2 3)"))
_NUMBERING = (
    (MeetingNumbering.FISCAL_YEAR, "ปีงบประมาณ (เริ่ม ๑ ตุลาคม)"),
    (MeetingNumbering.CALENDAR_YEAR, "ปีปฏิทิน (เริ่ม ๑ มกราคม)"),
)


class OfficePage(ScrollPage):
    """Name, place, address, logo and ครุฑ, digits and meeting numbering."""

    kept = Signal()

    def __init__(self, context: Context, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._say = say
        self._kind = _box([(kind, kind.style.label) for kind in OfficeKind])
        self._name = TextLine(required="กรุณากรอกชื่อหน่วยงาน")
        self._lines = {
            field: TextLine()
            for field in ("district", "province", "address", "phone", "email", "website", "document_prefix")
        }
        self._numerals, self._numbering = _box(_NUMERALS), _box(_NUMBERING)
        self._logo = LogoField(say)
        self._garuda = LogoField(say, "รูปตราครุฑ")
        self._derived = ThaiLabel(role="caption")
        self._build()
        self._connect()

    def show_office(self, office: Office) -> None:
        """Show the kept facts, except over a field whose text is not kept yet."""
        _choose(self._kind, office.kind)
        _choose(self._numerals, office.numerals)
        _choose(self._numbering, office.meeting_numbering)
        for field, line in (("name", self._name), *self._lines.items()):
            kept = getattr(office, field)
            if not line.problem() and not line.isModified() and line.value() != kept:
                line.set_value(kept)
        self._logo.show_logo(office.logo)
        self._garuda.show_logo(office.garuda)
        self._derived.setText(f"ชื่อย่อ {office.short_name} · ผู้บริหาร {office.head_title}")

    def commit(self) -> bool:
        """Take what is being typed; False when something cannot be taken."""
        # All fields, so that every mark shows at once.
        taken = [line.commit() and not line.problem() for line in (self._name, *self._lines.values())]
        return all(taken)

    def _build(self) -> None:
        lines = self._lines
        form = Form()
        form.row(Field("ประเภทหน่วยงาน", self._kind, stretch=2), Field("ชื่อหน่วยงาน", self._name, stretch=3))
        form.add(self._derived)
        form.row(Field("อำเภอ", lines["district"]), Field("จังหวัด", lines["province"]))
        form.row(Field("ที่อยู่", lines["address"], "เลขที่ หมู่ ถนน ตำบล และรหัสไปรษณีย์ สำหรับหัวหนังสือ"))
        form.row(
            Field("โทรศัพท์", lines["phone"], stretch=2),
            Field("อีเมล", lines["email"], stretch=3),
        )
        form.row(
            Field("เว็บไซต์", lines["website"], stretch=3),
            Field("เลขที่หนังสือ", lines["document_prefix"], stretch=2),
        )
        lines["document_prefix"].setPlaceholderText("เช่น สท ๗๑๒๐๑")
        form.row(Field("ตัวเลขในเอกสาร", self._numerals), Field("เริ่มนับครั้งที่ประชุมใหม่ทุก", self._numbering))
        form.row(
            Field("ตราสัญลักษณ์", self._logo, "พิมพ์บนข่าว แผ่นประกาศผลคะแนน และรายงานการวิเคราะห์"),
            Field("ตราครุฑ", self._garuda, "พิมพ์บนบันทึกข้อความและหนังสือภายนอก ถ้าไม่มีจะเว้นที่ไว้"),
        )
        form.end()
        self.body.addWidget(form)

    def _connect(self) -> None:
        self._name.committed.connect(self._keep_name)
        for field, line in self._lines.items():
            line.committed.connect(lambda value, field=field, line=line: self._keep(line, **{field: value or ""}))
        self._kind.activated.connect(lambda: self._keep(kind=OfficeKind(self._kind.currentData())))
        self._numerals.activated.connect(lambda: self._keep(numerals=Numerals(self._numerals.currentData())))
        self._numbering.activated.connect(lambda: self._ask_numbering(MeetingNumbering(self._numbering.currentData())))
        self._logo.changed.connect(lambda picture: self._keep(logo=picture))
        self._garuda.changed.connect(lambda picture: self._keep(garuda=picture))

    def _ask_numbering(self, wanted: MeetingNumbering) -> None:
        """Keep another numbering; after a question where it changes the numbers of certified minutes."""
        database = self._context.database
        office = database.read(office_service.find_office)
        if office is None:
            return
        certified = [each for each in database.read(meetings.list_all_meetings) if is_frozen(each)]
        changed = relabelled(certified, office.meeting_numbering, wanted)
        if not changed:
            self._keep(meeting_numbering=wanted)
            return
        self.show_office(office)
        question = (
            f"การประชุมที่รับรองรายงานแล้ว {len(changed)} ครั้งจะมีเลขปีใหม่ เช่น “{changed[0][0]}” เป็น “{changed[0][1]}” "
            "ส่วนรายงานฉบับที่รับรองไว้ยังพิมพ์ตามเดิม ต้องการเปลี่ยนหรือไม่"
        )
        self._say.confirm(office.numerals.show(question), lambda: self._keep(meeting_numbering=wanted), yes="เปลี่ยน")

    def _keep_name(self, typed: str) -> None:
        kind, name = split_typed_name(OfficeKind(self._kind.currentData()), typed)
        self._name.setText(name)
        self._keep(self._name, kind=kind, name=name)

    def _keep(self, line: ParsedLine[str] | None = None, /, **changes: Any) -> None:
        database = self._context.database
        office = database.read(office_service.find_office)
        if office is None:
            return
        try:
            database.write(office_service.save_office, replace(office, **changes))
        except UserError as error:
            if line is None:
                self.show_office(office)
                raise
            line.reject(error.sentence)
        else:
            self.kept.emit()


def _box(choices: list[tuple[Any, str]] | tuple[tuple[Any, str], ...]) -> QComboBox:
    box = QComboBox()
    for value, label in choices:
        box.addItem(label, value)
    return box


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
