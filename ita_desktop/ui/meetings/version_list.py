"""Certified minutes as they stood before each correction: why they were corrected, and their paper once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.meeting import MinutesVersion
from ita_desktop.thai.dates import format_date
from ita_desktop.ui.widgets.dialogs import foot
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.thai.digits import Numerals

HEAD = "ฉบับที่รับรองไว้ก่อนแก้ไข"
_NONE = "รายงานการประชุมนี้ยังไม่เคยแก้ไขหลังรับรอง"
_SIZE = (640, 360)


def version_words(version: MinutesVersion, numerals: Numerals) -> str:
    """`ฉบับที่ ๑ เก็บไว้เมื่อวันที่ … เหตุผลที่แก้ไข …`; the reason as it was typed."""
    kept = numerals.show(f"ฉบับที่ {version.number} เก็บไว้เมื่อวันที่ {format_date(version.kept_on)}")
    return f"{kept}\nเหตุผลที่แก้ไข {version.reason}"


class VersionList(QWidget):
    """A row for each version, oldest first; `save_asked` carries the one whose paper is wanted."""

    save_asked = Signal(MinutesVersion)

    def __init__(self, versions: Sequence[MinutesVersion], numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for version in versions:
            save = QPushButton("บันทึก PDF ฉบับเดิม…")
            save.setAccessibleName(numerals.show(f"บันทึก PDF ฉบับที่ {version.number}"))
            save.clicked.connect(lambda _=False, version=version: self.save_asked.emit(version))
            self.buttons.append(save)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(ThaiLabel(version_words(version, numerals)), 1)
            row.addWidget(save)
            column.addLayout(row)


class VersionsDialog(QDialog):
    """Shows every version of one meeting's minutes."""

    def __init__(self, versions: Sequence[MinutesVersion], numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEAD)
        self.resize(*_SIZE)
        self.versions = VersionList(versions, numerals)
        close = QPushButton("ปิด")
        close.clicked.connect(self.accept)
        page = ScrollPage(margin=0)
        page.body.addWidget(self.versions if versions else ThaiLabel(_NONE))
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(page, 1)
        layout.addLayout(foot(None, close))
