"""The first page of an empty data file: four questions, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.office import Office, OfficeKind, preset_divisions, split_typed_name
from ita_desktop.services import office as office_service
from ita_desktop.ui.widgets.cards import Card
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context

_CARD_WIDTH = 760
_DISTRICT_PREFIXES, _PROVINCE_PREFIXES = ("อำเภอ", "อ."), ("จังหวัด", "จ.")


class FirstRunPage(ScrollPage):
    """Asks for kind, name, district and province, shows what it derives, and founds the record."""

    founded = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._kind = QComboBox()
        for kind in OfficeKind:
            self._kind.addItem(kind.style.label, kind)
        self._name = TextLine(required="กรุณากรอกชื่อหน่วยงาน เช่น บ้านสวน")
        self._district = TextLine()
        self._province = TextLine(required="กรุณากรอกชื่อจังหวัด")
        self._form = Form()
        self._derived = ThaiLabel()
        self._begin = QPushButton("เริ่มใช้งาน")
        self._begin.setProperty("kind", "primary")
        self._build()
        self._connect()
        self._preview()

    def draft(self) -> Office:
        """The office as typed so far; a prefix typed with the name is understood and taken off."""
        kind, name = split_typed_name(self._chosen_kind(), self._name.text())
        return Office(
            kind=kind,
            name=name,
            district=_without(_DISTRICT_PREFIXES, self._district.text()),
            province=_without(_PROVINCE_PREFIXES, self._province.text()),
        )

    def _chosen_kind(self) -> OfficeKind:
        # Qt gives a text enum back as plain text.
        return OfficeKind(self._kind.currentData())

    def _build(self) -> None:
        self._form.row(Field("ประเภทหน่วยงาน", self._kind))
        self._form.row(Field("ชื่อหน่วยงาน", self._name, "กรอกเฉพาะชื่อ หรือชื่อเต็ม เช่น เทศบาลตำบลบ้านสวน ก็ได้"))
        self._form.row(Field("อำเภอ", self._district), Field("จังหวัด", self._province))
        card = Card()
        card.setMaximumWidth(_CARD_WIDTH)
        card.body.addWidget(ThaiLabel("ยินดีต้อนรับ", "title"))
        card.body.addWidget(ThaiLabel("บอกเพียงสี่ข้อนี้ โปรแกรมจะเตรียมชื่อ ตำแหน่ง และรายชื่อกองให้ แก้ไขภายหลังได้ทุกข้อ", "caption"))
        card.body.addWidget(self._form)
        card.body.addWidget(ThaiLabel("โปรแกรมจะใช้", "field"))
        card.body.addWidget(self._derived)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._begin)
        card.body.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 10)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.setFocusProxy(self._name)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._preview)
        for line in (self._name, self._district, self._province):
            line.textChanged.connect(self._preview)
            line.returnPressed.connect(self._begin.click)
        self._begin.clicked.connect(self._found)

    def _preview(self) -> None:
        office = self.draft()
        if office.kind is not self._chosen_kind():
            self._kind.setCurrentIndex(self._kind.findData(office.kind))
            return
        name = office.name or "…"
        style = office.kind.style
        self._derived.setText(
            f"• ชื่อเต็ม: {style.long}{name}\n"
            f"• ชื่อย่อ: {style.short}{name}\n"
            f"• ตำแหน่งผู้บริหาร: {style.head}{name}\n"
            f"• สำนัก/กอง: {' · '.join(division.name for division in preset_divisions(office.kind))}"
        )

    def _found(self) -> None:
        # All fields, so that every mark shows at once.
        good = [line.commit() for line in (self._name, self._district, self._province)]
        if not all(good):
            problem = self._form.first_problem()
            if problem is not None:
                problem.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._context.database.write(office_service.found_office, self.draft())
        self.founded.emit()


def _without(prefixes: tuple[str, ...], text: str) -> str:
    """The proper name of a typed place (`อ.เมือง` → `เมือง`)."""
    name = text.strip()
    for prefix in prefixes:
        if name.startswith(prefix) and len(name) > len(prefix):
            return name.removeprefix(prefix).strip()
    return name
