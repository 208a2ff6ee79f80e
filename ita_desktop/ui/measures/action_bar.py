"""The buttons above the measures table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.undo import History, UndoButtons

_GAP = 6


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
        self.rows = QPushButton("แก้ไขแถว")
        self.rows.setProperty("menu", True)
        self.rows.setToolTip("ทำสำเนา แก้หลายแถวพร้อมกัน เลื่อนลำดับ และลบมาตรการที่เลือก")
        menu = QMenu(self.rows)
        self.copy = menu.addAction("ทำสำเนา\tCtrl+D")
        self.several = menu.addAction("แก้หลายแถวพร้อมกัน…\tCtrl+E")
        menu.addSeparator()
        self.up = menu.addAction("เลื่อนขึ้น\tAlt+↑")
        self.down = menu.addAction("เลื่อนลง\tAlt+↓")
        menu.addSeparator()
        self.remove = menu.addAction("ลบ\tDelete")
        self.rows.setMenu(menu)
        for entry, rows in ((self.up, -1), (self.down, 1)):
            entry.triggered.connect(lambda _=False, rows=rows: self.move_asked.emit(rows))
        self.undo_buttons = UndoButtons(history)
        self.count = QLabel()
        self.count.setProperty("tone", "quiet")
        # On a narrow screen the count gives way to the buttons: it says less, then nothing.
        self.count.setMinimumWidth(1)
        self._counts: tuple[str, ...] = ("",)
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
        row.setSpacing(_GAP)
        left: list[QWidget] = [self.add, self.sources, self.rows, self.undo_buttons]
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        right: list[QWidget] = [self.view, self.details, self.follow_up]
        for widget in (self.count, *right):
            row.addWidget(widget)
        self._buttons = (*left, *right)

    def show_count(self, shown: int, of: int, numerals: Numerals) -> None:
        """Say how many measures are shown."""
        whole = numerals.show(f"{of} มาตรการ" if shown == of else f"{shown} จาก {of}")
        self._counts = (whole, numerals.show(str(shown)), "")
        self.count.setToolTip(numerals.show(f"แสดง {shown} จาก {of} มาตรการ"))
        self._fit_count()

    def _fit_count(self) -> None:
        gaps = _GAP * len(self._buttons)
        room = self.width() - sum(button.sizeHint().width() for button in self._buttons) - gaps
        metrics = self.count.fontMetrics()
        self.count.setText(next((text for text in self._counts if metrics.horizontalAdvance(text) <= room), ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_count()

    def follow_selection(self, selected: int, *, movable: bool) -> None:
        """Offer only what can be done with so many selected rows."""
        for entry in (self.copy, self.remove):
            entry.setEnabled(selected > 0)
        self.several.setEnabled(selected > 1)
        for entry in (self.up, self.down):
            entry.setEnabled(selected > 0 and movable)
