"""The page of the office's divisions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.office import Division
from ita_desktop.services import office as office_service
from ita_desktop.ui.office.record_list import RecordList
from ita_desktop.ui.office.record_page import RecordPage
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.parsed_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.say import Say


class DivisionsPage(RecordPage[Division]):
    """Adds, renames, orders and removes divisions; one that is still used cannot be removed."""

    def __init__(self, context: Context, say: Say, parent: QWidget | None = None) -> None:
        self._name = TextLine(required="กรุณากรอกชื่อสำนักหรือกอง")
        self._short, self._head = TextLine(), TextLine()
        form = Form()
        form.row(Field("ชื่อสำนัก/กอง", self._name))
        form.row(Field("ชื่อย่อ", self._short, "ใช้ในตารางที่ช่องแคบ เช่น สำนักปลัดฯ"))
        form.row(Field("ตำแหน่งหัวหน้า", self._head, "เช่น ผู้อำนวยการกองคลัง"))
        form.end()
        super().__init__(context, say, RecordList("รายชื่อสำนักและกอง", "+ เพิ่มสำนัก/กอง"), form, parent)
        for line in self._lines():
            line.committed.connect(lambda _, line=line: self._keep(line))
        self.refresh()

    def _load(self) -> list[Division]:
        return self._context.database.read(office_service.list_divisions)

    def _blank(self) -> Division:
        return Division("")

    def _fill(self, record: Division) -> None:
        for line, text in zip(self._lines(), (record.name, record.short_name, record.head), strict=True):
            line.set_value(text)

    def _draft(self) -> Division:
        name, short, head = (line.value() for line in self._lines())
        return replace(self._shown, name=name, short_name=short, head=head)

    def _save(self, draft: Division) -> Division:
        return self._context.database.write(office_service.save_division, draft)

    def _remove(self, id_: int) -> None:
        self._context.database.write(office_service.remove_division, id_)

    def _keep_order(self, ids: list[int]) -> None:
        self._context.database.write(office_service.reorder_divisions, ids)
        self.refresh()

    def _name_line(self) -> TextLine:
        return self._name

    def _lines(self) -> tuple[TextLine, ...]:
        return self._name, self._short, self._head
