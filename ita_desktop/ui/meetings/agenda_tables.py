"""Which tables of the record stand under an agenda item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ita_desktop.domain.meeting import AgendaTable
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {
    AgendaTable.SCORES: "ตารางคะแนน",
    AgendaTable.FINDINGS: "ประเด็นที่ต้องปรับปรุง",
    AgendaTable.MEASURES: "มาตรการทั้งปี",
}


class AgendaTables(QWidget):
    """`changed` tells that the clerk ticked another set of tables."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {table: QCheckBox(_WORDS[table]) for table in AgendaTable}
        lead = ThaiLabel("แทรกตาราง", "caption")
        lead.setToolTip("ตารางพิมพ์ต่อจากข้อเท็จจริง ด้วยข้อมูลล่าสุดในวันที่พิมพ์")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(lead)
        for table, box in self.boxes.items():
            box.setAccessibleName(f"แทรก{table.words}")
            box.setToolTip(f"พิมพ์{table.words}ต่อจากข้อเท็จจริง ด้วยข้อมูลล่าสุดในวันที่พิมพ์")
            box.clicked.connect(lambda _=False: self.changed.emit())
            layout.addWidget(box)
        layout.addStretch(1)

    def show_tables(self, tables: Sequence[AgendaTable]) -> None:
        """Tick these tables."""
        for table, box in self.boxes.items():
            box.setChecked(table in tables)

    def tables(self, stored: Sequence[AgendaTable]) -> tuple[AgendaTable, ...]:
        """The ticked tables: those of `stored` in their order, then the others."""
        ticked = [table for table, box in self.boxes.items() if box.isChecked()]
        kept = [table for table in stored if table in ticked]
        return (*kept, *(table for table in ticked if table not in kept))
