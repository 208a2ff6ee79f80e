"""The page of the office's officers, their posts and whom they stand in for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox

from ita_desktop.domain.office import Acting, Office, Officer
from ita_desktop.services import office as office_service
from ita_desktop.ui.office.record_list import RecordList
from ita_desktop.ui.office.record_page import RecordPage
from ita_desktop.ui.widgets.date_field import ThaiDateField
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import ParsedLine, TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.say import Say


class OfficersPage(RecordPage[Officer]):
    """Adds, changes, orders and removes officers; papers already made keep their names."""

    def __init__(self, context: Context, say: Say, parent: QWidget | None = None) -> None:
        numerals = context.numerals()
        self._name = TextLine(required="กรุณากรอกชื่อและนามสกุล")
        self._post, self._acting_post = TextLine(), TextLine()
        self._division, self._acting = QComboBox(), QComboBox()
        self._since = ThaiDateField(numerals, context.today)
        self._until = ThaiDateField(numerals, context.today)
        self._signature = ThaiLabel(role="caption")
        form = Form()
        form.row(Field("ชื่อ-นามสกุล", self._name, "รวมคำนำหน้า เช่น นายสมชาย ใจดี"))
        form.row(Field("ตำแหน่ง", self._post, stretch=3), Field("สังกัด", self._division, stretch=2))
        form.row(Field("ทำหน้าที่แทน", self._acting, stretch=2), Field("แทนตำแหน่ง", self._acting_post, stretch=3))
        form.row(Field("ตั้งแต่วันที่", self._since), Field("ถึงวันที่", self._until))
        form.add(self._signature)
        form.end()
        super().__init__(context, say, RecordList("รายชื่อเจ้าหน้าที่", "+ เพิ่มเจ้าหน้าที่"), form, parent)
        self._acting.addItem("ไม่มี", None)
        for acting in Acting:
            self._acting.addItem(acting.words, acting)
        self._connect()
        self.refresh()

    def show_choices(self) -> None:
        """Offer the divisions and titles of the office as they are now."""
        chosen = self._shown.division_id
        self._division.clear()
        self._division.addItem("ไม่ระบุ", None)
        for division in self._context.database.read(office_service.list_divisions):
            self._division.addItem(division.name, division.id)
        self._division.setCurrentIndex(max(0, self._division.findData(chosen)))
        office = self._context.database.read(office_service.find_office)
        if office is not None:
            self._acting_post.setPlaceholderText(office.head_title)
            self._post.setPlaceholderText(f"เช่น {_usual_post(office)}")

    def refresh(self) -> None:
        self.show_choices()
        super().refresh()

    def _connect(self) -> None:
        for line in self._lines():
            line.committed.connect(lambda _, line=line: self._keep(line))
        self._division.activated.connect(lambda: self._keep())
        self._acting.activated.connect(self._keep_acting)

    def _keep_acting(self) -> None:
        office = self._context.database.read(office_service.find_office)
        if self._acting.currentData() and not self._acting_post.text() and office is not None:
            self._acting_post.set_value(office.head_title)
        self._acting_post.setEnabled(bool(self._acting.currentData()))
        self._keep()

    def _load(self) -> list[Officer]:
        return self._context.database.read(office_service.list_officers)

    def _blank(self) -> Officer:
        return Officer("")

    def _words(self, record: Officer) -> str:
        former = " (พ้นตำแหน่งแล้ว)" if not record.serves_on(self._context.today()) else ""
        return f"{record.name}{former}\n{record.signatory.title}" if record.post else record.name + former

    def _fill(self, record: Officer) -> None:
        self._name.set_value(record.name)
        self._post.set_value(record.post)
        self._acting_post.set_value(record.acting_post)
        self._acting_post.setEnabled(record.acting is not None)
        self._since.set_value(record.since)
        self._until.set_value(record.until)
        self._division.setCurrentIndex(max(0, self._division.findData(record.division_id)))
        self._acting.setCurrentIndex(max(0, self._acting.findData(record.acting)))
        self._signature.setText(f"ลงชื่อในเอกสาร: {record.signatory.full}" if record.name else "")

    def _draft(self) -> Officer:
        acting = self._acting.currentData()
        return replace(
            self._shown,
            name=self._name.value(),
            post=self._post.value(),
            division_id=self._division.currentData(),
            acting=Acting(acting) if acting else None,
            acting_post=self._acting_post.value() if acting else "",
            since=self._since.value(),
            until=self._until.value(),
        )

    def _save(self, draft: Officer) -> Officer:
        return self._context.database.write(office_service.save_officer, draft)

    def _remove(self, id_: int) -> None:
        self._context.database.write(office_service.remove_officer, id_)

    def _keep_order(self, ids: list[int]) -> None:
        self._context.database.write(office_service.reorder_officers, ids)
        self.refresh()

    def _name_line(self) -> TextLine:
        return self._name

    def _lines(self) -> tuple[ParsedLine[Any], ...]:
        return self._name, self._post, self._acting_post, self._since, self._until


def _usual_post(office: Office) -> str:
    return office.kind.style.clerk
