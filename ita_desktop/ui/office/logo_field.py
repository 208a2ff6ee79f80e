"""A picture that papers bear, the logo or the ครุฑ: chosen from a file, kept small, shown as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.ui.say import Say

_KEPT_SIDE = 600
"""Pixels of the longer side that are kept: 5 cm on paper at 300 dpi."""
_SHOWN_SIDE = 88


class LogoField(QWidget):
    """A picture with buttons to choose and to remove it."""

    changed = Signal(bytes)
    """The PNG picture, or nothing."""

    def __init__(self, say: Say, called: str = "ตราสัญลักษณ์ของหน่วยงาน", parent: QWidget | None = None) -> None:
        """`called` is what the picture is, as the file dialog asks for it."""
        super().__init__(parent)
        self._say = say
        self._called = called
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedSize(_SHOWN_SIDE + 8, _SHOWN_SIDE + 8)
        # The style sheet gives labels a least height of one line in place of the one just set.
        self.setMinimumHeight(_SHOWN_SIDE + 8)
        self._choose = QPushButton("เลือกรูป…")
        self._remove = QPushButton("เอารูปออก")
        self._choose.setAccessibleName(f"เลือก{called}")
        self._remove.setAccessibleName(f"เอา{called}ออก")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addWidget(self._choose)
        layout.addWidget(self._remove)
        layout.addStretch(1)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self.changed.emit(b""))
        self.setFocusProxy(self._choose)
        self.show_logo(b"")

    def show_logo(self, picture: bytes) -> None:
        """Show the kept picture."""
        shown = QPixmap()
        shown.loadFromData(QByteArray(picture))
        self._remove.setVisible(not shown.isNull())
        if shown.isNull():
            self._picture.setText("ไม่มี")
            return
        side = QSize(_SHOWN_SIDE, _SHOWN_SIDE)
        mode = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(shown.scaled(side, Qt.AspectRatioMode.KeepAspectRatio, mode))

    def _ask(self) -> None:
        self._say.ask_open_file(f"เลือก{self._called}", "รูปภาพ (*.png *.jpg *.jpeg)", self._take)

    def _take(self, file: Path) -> None:
        self.changed.emit(read_logo(file))


def read_logo(file: Path) -> bytes:
    """The picture as PNG of at most 600 pixels a side; `UserError` for a file that is no picture."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _KEPT_SIDE:
        reader.setScaledSize(size.scaled(_KEPT_SIDE, _KEPT_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError(f"เปิดรูป “{file.name}” ไม่ได้ กรุณาเลือกไฟล์รูปชนิด PNG หรือ JPG")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
