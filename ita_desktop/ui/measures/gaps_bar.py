"""One row below the filters' strip: how much should be looked at, and weak indicators without a measure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.remark import Remark
    from ita_desktop.thai.digits import Numerals


class GapsButtons(QWidget):
    """Two buttons that keep their places: remarks to go through, indicators to answer."""

    remarks_asked = Signal()
    answer_asked = Signal(str)
    """Suggest measures for the indicator with this code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks = QPushButton()
        self.remarks.setToolTip("แสดงเฉพาะมาตรการที่มีข้อควรตรวจ (F8 ไปข้อถัดไป Shift+F8 ข้อก่อนหน้า)")
        self.unanswered = QPushButton()
        self.unanswered.setProperty("menu", True)
        self._menu = QMenu(self.unanswered)
        self.unanswered.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.unanswered)
        row.addWidget(self.remarks)
        self.remarks.clicked.connect(lambda _=False: self.remarks_asked.emit())

    def show_gaps(self, doubtful: int | None, unanswered: Sequence[Remark], numerals: Numerals) -> None:
        """Say what there is; `doubtful` None where counting would take too long."""
        count = "" if doubtful is None else f" {doubtful}"
        self.remarks.setText(numerals.show(f"ข้อควรตรวจ{count}"))
        self.remarks.setVisible(doubtful != 0)
        self.unanswered.setText(numerals.show(f"ต่ำกว่าเกณฑ์ ยังไม่มีมาตรการ {len(unanswered)}"))
        self.unanswered.setToolTip(numerals.show("\n".join(remark.sentence for remark in unanswered)))
        self.unanswered.setVisible(bool(unanswered))
        # Empty, it would still keep a gap beside itself.
        self.setVisible(bool(unanswered) or doubtful != 0)
        self._menu.clear()
        for remark in unanswered:
            add_entry(self._menu, numerals.show(remark.sentence), partial(self.answer_asked.emit, remark.field))
