"""The dialog that edits one measure of the office's library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.fiscal_year import FIRST_MONTH
from ita_desktop.domain.library import LibraryMeasure, library_period
from ita_desktop.domain.office import ALL_DIVISIONS
from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_lines
from ita_desktop.thai.dates import MONTHS
from ita_desktop.ui.measures.sources.quiet_box import QuietBox
from ita_desktop.ui.widgets.check_entry import Entry, Line
from ita_desktop.ui.widgets.check_list import CheckList
from ita_desktop.ui.widgets.dialogs import foot, opening_size
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.ui.measures.wording import Wording
    from ita_desktop.ui.say import Say

_NO_MONTH = 0


class LibraryForm(QDialog):
    """Hands the edited measure over when the clerk saves; stays open when that fails."""

    def __init__(
        self,
        kept: LibraryMeasure,
        wording: Wording,
        on_saved: Callable[[LibraryMeasure], None],
        say: Say,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("แก้ไขมาตรการในคลัง")
        self._kept = kept
        self._wording = wording
        self._on_saved = on_saved
        self._say = say.within(self)
        self.title = TextLine()
        self.bullets = GrowingText(3)
        self.indicator = QuietBox()
        self.first_month, self.last_month = QuietBox(), QuietBox()
        self.divisions = CheckList[str]("ส่วนราชการที่รับผิดชอบ")
        self.owner = TextLine()
        self.method, self.monitoring, self.output_target = GrowingText(2), GrowingText(2), GrowingText(2)
        self.save = QPushButton("บันทึก")
        self._cancel = QPushButton("ยกเลิก")
        self._build()
        self._fill()
        self.save.clicked.connect(self._take)
        self._cancel.clicked.connect(self.reject)
        self.resize(opening_size(self.sizeHint(), parent))

    def edited(self) -> LibraryMeasure:
        """The measure as it stands in the fields."""
        ticked = self.divisions.ticked()
        first, last = int(self.first_month.currentData()), int(self.last_month.currentData())
        # One month chosen alone means that month.
        first, last = first or last, last or first
        return replace(
            self._kept,
            indicator_code=str(self.indicator.currentData()),
            title=self.title.text().strip(),
            actions=clean_lines(self.bullets.text()),
            method=self.method.text(),
            all_divisions=ALL_DIVISIONS in ticked,
            divisions=tuple(name for name in ticked if name != ALL_DIVISIONS),
            owner=self.owner.text().strip(),
            first_month=first or None,
            last_month=last or None,
            monitoring=self.monitoring.text(),
            output_target=self.output_target.text(),
        )

    def _build(self) -> None:
        form = Form()
        form.row(Field("ชื่อมาตรการ (ไม่บังคับ)", self.title, stretch=3), Field("ตัวชี้วัด", self.indicator, stretch=2))
        form.row(Field("แนวทาง/มาตรการ (บรรทัดละข้อ)", self.bullets))
        form.row(Field("ส่วนราชการที่รับผิดชอบ", self.divisions))
        form.row(
            Field("ผู้รับผิดชอบหลัก", self.owner, stretch=2),
            Field("ตั้งแต่เดือน", self.first_month),
            Field("ถึงเดือน", self.last_month),
        )
        form.row(Field("วิธีดำเนินการ", self.method))
        form.row(Field("การกำกับติดตาม", self.monitoring))
        form.row(Field("เป้าหมายผลผลิต", self.output_target))
        page = ScrollPage(margin=0)
        page.body.addWidget(form)
        self.save.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(page, 1)
        layout.addLayout(foot(self.save, self._cancel))

    def _fill(self) -> None:
        kept = self._kept
        self.indicator.addItem("ยังไม่ระบุ", "")
        labels = self._wording.indicator_labels
        if kept.indicator_code not in {"", *labels}:
            self.indicator.addItem(f"ตัวชี้วัดที่ {kept.indicator_code}", kept.indicator_code)
        for code, label in labels.items():
            self.indicator.addItem(label, code)
        self.indicator.setCurrentIndex(self.indicator.findData(kept.indicator_code))
        for box, month in ((self.first_month, kept.first_month), (self.last_month, kept.last_month)):
            box.addItem("ไม่ระบุ", _NO_MONTH)
            for number in _fiscal_months():
                box.addItem(MONTHS[number - 1], number)
            box.setCurrentIndex(box.findData(month or _NO_MONTH))
        ticked = {*kept.divisions, *([ALL_DIVISIONS] if kept.all_divisions else [])}
        offices = [division.name for division in self._wording.divisions]
        names = dict.fromkeys((ALL_DIVISIONS, *kept.divisions, *offices))
        self.divisions.show_entries([Entry(name, (Line(name),), name in ticked) for name in names])
        self.divisions.setFixedHeight(9 * self.fontMetrics().lineSpacing())
        self.title.set_value(kept.title or None)
        self.owner.set_value(kept.owner or None)
        self.bullets.show_text("\n".join(kept.actions))
        for field, text in (
            (self.method, kept.method),
            (self.monitoring, kept.monitoring),
            (self.output_target, kept.output_target),
        ):
            field.show_text(text)

    def _take(self) -> None:
        edited = self.edited()
        if not edited.text:
            self._say.error("ยังไม่มีถ้อยคำของมาตรการ พิมพ์แนวทาง/มาตรการอย่างน้อยหนึ่งข้อ")
            return
        if edited.first_month and not library_period(edited, self._wording.plan_year).is_read:
            self._say.error("เดือนสิ้นสุดอยู่ก่อนเดือนเริ่มต้น ปีงบประมาณเริ่มเดือนตุลาคมและสิ้นสุดเดือนกันยายน")
            return
        try:
            if edited != self._kept:
                self._on_saved(edited)
        except UserError as error:
            self._say.error(error)
            return
        self.accept()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(36 * line, 27 * line)


def _fiscal_months() -> Sequence[int]:
    return [*range(FIRST_MONTH, 13), *range(1, FIRST_MONTH)]
