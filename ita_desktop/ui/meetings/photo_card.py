"""One photo of a meeting on its page: what it shows, its caption, and its place among the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ita_desktop.thai.clean import clean_line
from ita_desktop.ui.widgets.elided_label import ElidedLabel
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel

if TYPE_CHECKING:
    from ita_desktop.domain.meeting import Photo

THUMBNAIL = QSize(216, 144)
"""Pixels that a photo is shown in."""
NOT_IN_NEWS = "ไม่อยู่ในข่าว"
_UNREADABLE = "เปิดภาพนี้ไม่ได้"


def has_pictures(mime: QMimeData) -> bool:
    """Whether files or a picture were copied or dragged, rather than words."""
    return any(url.isLocalFile() for url in mime.urls()) or (mime.hasImage() and not mime.hasText())


def thumbnail(image: bytes, ratio: float) -> QPixmap:
    """The picture in the room of a thumbnail, decoded no larger than that; null for what is no picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(image))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(THUMBNAIL * ratio, Qt.AspectRatioMode.KeepAspectRatio))
    shown = QPixmap.fromImageReader(reader)
    shown.setDevicePixelRatio(ratio)
    return shown


class CaptionText(GrowingText):
    """Enter goes on to the next photo; files and pictures that are pasted or dropped here become photos."""

    entered = Signal()
    pictures_given = Signal(QMimeData)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_pictures(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if has_pictures(source):
            self.pictures_given.emit(source)
        else:
            super().insertFromMimeData(source)


class PhotoCard(QFrame):
    """Alt+Up and Alt+Down move the photo, Delete on its picture removes it."""

    move_asked = Signal(int)
    """One place up (−1) or down (1)."""
    remove_asked = Signal()

    def __init__(self, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = photo
        """The photo as it was shown; `current` has the caption as it is typed."""
        self.setProperty("role", "card")
        self.picture = _Picture()
        self.caption = CaptionText(1, 4)
        self.place = ThaiLabel(role="field")
        self.name = ElidedLabel(role="caption")
        self.up, self.down, self.remove = QPushButton("เลื่อนขึ้น"), QPushButton("เลื่อนลง"), QPushButton("ลบ")
        self._build()
        self._connect()
        self.show_photo(photo)

    def _build(self) -> None:
        self.caption.set_standard("คำบรรยายภาพ เว้นว่างไว้ได้")
        shown = thumbnail(self.photo.image, self.devicePixelRatioF())
        if shown.isNull():
            self.picture.setText(_UNREADABLE)
        else:
            self.picture.setPixmap(shown)
        self.up.setToolTip("เลื่อนภาพขึ้น (Alt+ลูกศรขึ้น)")
        self.down.setToolTip("เลื่อนภาพลง (Alt+ลูกศรลง)")
        self.remove.setToolTip("ลบภาพออกจากการประชุม เลิกทำได้ด้วย Ctrl+Z ไฟล์ต้นฉบับยังอยู่")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.up, self.down, self.remove):
            button.setProperty("kind", "quiet")
            buttons.addWidget(button)
        buttons.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.place)
        head.addWidget(self.name, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.picture, 0, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self.caption, 1, 1)
        grid.addLayout(buttons, 2, 1)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.remove.clicked.connect(lambda: self.remove_asked.emit())

    def show_photo(self, photo: Photo) -> None:
        """Show the stored caption; the same caption leaves its cursor alone."""
        self.photo = photo
        if clean_line(self.caption.text()) != photo.caption:
            self.caption.show_text(photo.caption)
        self.name.setText(photo.original_name)

    def current(self) -> Photo:
        """The photo with the caption as it is typed."""
        return replace(self.photo, caption=clean_line(self.caption.text()))

    def show_place(self, words: str, *, first: bool, last: bool, in_news: bool) -> None:
        """Say which photo this is, e.g. `ภาพที่ ๑`, and offer the ways that it can go."""
        self.place.setText(words if in_news else f"{words}  ({NOT_IN_NEWS})")
        for thing, name in (
            (self.caption, f"คำบรรยาย{words}"),
            (self.picture, words),
            (self.up, f"เลื่อน{words}ขึ้น"),
            (self.down, f"เลื่อน{words}ลง"),
            (self.remove, f"ลบ{words}"),
        ):
            thing.setAccessibleName(name)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def stops(self) -> tuple[QWidget, ...]:
        """Everything that the keyboard stops at, in its order."""
        return self.picture, self.caption, self.up, self.down, self.remove

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and self.picture.hasFocus():
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class _Picture(QLabel):
    """The picture, which the keyboard can stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(THUMBNAIL + QSize(4, 4))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "picture")
