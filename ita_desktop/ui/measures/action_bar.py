"""The buttons above the measures table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.undo import History, UndoButtons


class ActionBar(QWidget):
    """Add, copy, delete, move, undo and redo, the count of rows, the view, and what stands beside."""

    move_asked = Signal(int)
    """Rows up (−1) or down (1)."""

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = QPushButton("+ เพิ่มมาตรการ")
        self.add.setProperty("kind", "primary")
        self.add.setToolTip("เพิ่มแถวใหม่แล้วพิมพ์ได้ทันที (Ctrl+N)")
        self.sources = QPushButton("เพิ่มจาก")
        self.sources.setProperty("menu", True)
        self.sources.setToolTip("มาตรการแนะนำ ปีก่อน ข้อเสนอแนะของ ป.ป.ช. คลังของหน่วยงาน ตารางจาก Word หรือ Excel")
        self.copy = QPushButton("ทำสำเนา")
        self.copy.setToolTip("ทำสำเนามาตรการที่เลือก (Ctrl+D)")
        self.remove = QPushButton("ลบ")
        self.remove.setToolTip("ลบมาตรการที่เลือก เลิกทำได้ (Delete)")
        self.several = QPushButton("แก้พร้อมกัน…")
        self.several.setToolTip("เลือกหลายแถว แล้วแก้สิ่งที่ให้เหมือนกันในครั้งเดียว (Ctrl+E)")
        self.up = self._arrow("▲", "เลื่อนขึ้น", "เลื่อนมาตรการที่เลือกขึ้น (Alt+ลูกศรขึ้น)", -1)
        self.down = self._arrow("▼", "เลื่อนลง", "เลื่อนมาตรการที่เลือกลง (Alt+ลูกศรลง)", 1)
        self.undo_buttons = UndoButtons(history)
        self.count = QLabel()
        self.count.setProperty("tone", "quiet")
        self.clear_filters = QPushButton("แสดงทั้งหมด")
        self.clear_filters.setProperty("kind", "quiet")
        self.view = QPushButton("มุมมอง")
        self.view.setProperty("menu", True)
        self.view.setToolTip("เลือกคอลัมน์ที่แสดง และการจัดกลุ่ม")
        self.details = QPushButton("รายละเอียด")
        self.details.setCheckable(True)
        self.details.setToolTip("วิธีดำเนินการ การกำกับติดตาม เป้าหมาย งบประมาณ ของมาตรการที่เลือก (F4)")
        self.follow_up = QPushButton("ติดตามผล")
        self.follow_up.setCheckable(True)
        self.follow_up.setToolTip("ความก้าวหน้า ผล และหลักฐานของมาตรการที่เลือก (F6)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        left: list[QWidget] = [
            self.add,
            self.sources,
            self.copy,
            self.several,
            self.remove,
            self.up,
            self.down,
            self.undo_buttons,
        ]
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        right: list[QWidget] = [self.count, self.clear_filters, self.view, self.details, self.follow_up]
        for widget in right:
            row.addWidget(widget)

    def show_count(self, shown: int, of: int, numerals: Numerals) -> None:
        """Say how many measures are shown."""
        self.count.setText(numerals.show(f"{of} มาตรการ" if shown == of else f"แสดง {shown} จาก {of}"))

    def follow_selection(self, selected: int, *, movable: bool) -> None:
        """Offer only what can be done with so many selected rows."""
        for button in (self.copy, self.remove):
            button.setEnabled(selected > 0)
        self.several.setEnabled(selected > 1)
        for button in (self.up, self.down):
            button.setEnabled(selected > 0 and movable)

    def _arrow(self, sign: str, name: str, tip: str, rows: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: self.move_asked.emit(rows))
        return button
