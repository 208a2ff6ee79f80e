"""Asks why certified minutes are to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.meetings.version_list import HEAD, VersionList
from ita_desktop.ui.widgets.dialogs import foot
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.meeting import MinutesVersion

_WIDTH = 620
_LIST_HEIGHT = 150
_LEAD = "รายงานการประชุมนี้รับรองแล้ว โปรแกรมจะเก็บฉบับที่รับรองไว้พร้อมเหตุผล แล้วเปิดให้แก้ไข หลังแก้ไขต้องรับรองใหม่"


class CorrectionDialog(QDialog):
    """`reason_given` tells the reason once; without one the button stays dull."""

    reason_given = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        given: Callable[[str], object] | None = None,
        versions: Sequence[MinutesVersion] = (),
        numerals: Numerals = Numerals.THAI,
    ) -> None:
        """`versions` were certified before; they are listed with the reasons that were given then."""
        super().__init__(parent)
        self.setWindowTitle("เปิดแก้ไขรายงานการประชุม")
        self.setMinimumWidth(_WIDTH)
        self.reason = TextLine()
        self.agree = QPushButton("เปิดแก้ไข")
        self.agree.setEnabled(False)
        # Else Enter behind the reason would press the leaving button and throw the reason away.
        self.agree.setDefault(True)
        decline = QPushButton("ยกเลิก")
        form = Form()
        form.row(Field("เหตุผลที่แก้ไข", self.reason, "เช่น ที่ประชุมให้แก้ชื่อผู้มาประชุม"))
        form.end()
        layout = QVBoxLayout(self)
        layout.addWidget(ThaiLabel(_LEAD))
        layout.addWidget(form)
        self.versions = VersionList(versions, numerals)
        if versions:
            page = ScrollPage(margin=0)
            page.body.addWidget(ThaiLabel(HEAD, "field"))
            page.body.addWidget(self.versions)
            page.body.addStretch(1)
            page.setMinimumHeight(_LIST_HEIGHT)
            layout.addWidget(page, 1)
        layout.addLayout(foot(self.agree, decline))
        self.reason.textEdited.connect(lambda text: self.agree.setEnabled(bool(clean_line(text))))
        self.agree.clicked.connect(self._give)
        decline.clicked.connect(self.reject)
        if given is not None:
            self.reason_given.connect(given)
        self.reason.setFocus()

    def _give(self) -> None:
        self.accept()
        self.reason_given.emit(clean_line(self.reason.text()))
