"""The photos of a meeting: added from files, by dragging and by pasting, put in order, with their captions."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ita_desktop import photo_files
from ita_desktop.services.documents.news import MAX_PHOTOS
from ita_desktop.ui.meetings.photo_card import PhotoCard, has_pictures
from ita_desktop.ui.widgets.cards import GAP, Card
from ita_desktop.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.meeting import Photo
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.meetings.photo_reading import Source

_HOW = (
    "เลือกได้ครั้งละหลายไฟล์ ลากไฟล์ภาพมาวางในหน้านี้ หรือคัดลอกภาพแล้วกด Ctrl+V "
    f"โปรแกรมเก็บไฟล์ต้นฉบับไว้ในโฟลเดอร์ “{photo_files.FOLDER_NAME}” ข้างไฟล์ข้อมูล"
)
_DROP_HERE = "ปล่อยเมาส์เพื่อเพิ่มภาพ"
_IN_NEWS = f"ข่าวประชาสัมพันธ์พิมพ์ {MAX_PHOTOS} ภาพแรก เอกสารภาพถ่ายพิมพ์ครบทุกภาพ"
_NOTHING_TO_PASTE = "ในคลิปบอร์ดไม่มีภาพ คัดลอกภาพหรือไฟล์ภาพก่อน แล้วกด Ctrl+V อีกครั้ง"


class PhotosPage(QWidget):
    """`typed` and `left` tell of captions, `changed`, in words for undo, of other photos or another order.

    `sources_given` carries the files or the picture that are to become photos, `seen` that the page is shown.
    """

    typed = Signal()
    left = Signal()
    changed = Signal(str)
    caret_moved = Signal()
    files_asked = Signal()
    sources_given = Signal(object)
    cancel_asked = Signal()
    seen = Signal()
    sight_asked = Signal(QWidget)
    """The card that should be scrolled to."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = numerals.show
        self.cards: list[PhotoCard] = []
        self.add = QPushButton("เพิ่มภาพ…")
        self.note = FieldNote(_HOW)
        self.limit = FieldNote()
        self.reading = QWidget()
        self.bar = QProgressBar()
        self.read_name = QLabel()
        self.cancel = QPushButton("หยุด")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add.setProperty("kind", "primary")
        self.bar.setAccessibleName("ความคืบหน้าของการอ่านภาพ")
        self.cancel.setAccessibleName("หยุดอ่านภาพที่เหลือ")
        progress = QHBoxLayout(self.reading)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.addWidget(self.read_name)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.cancel)
        self.reading.hide()
        top = Card()
        top.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.reading, self.note, self.limit):
            top.body.addWidget(widget)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(top)
        layout.addLayout(self._list)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.files_asked.emit())
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit())

    def photos(self) -> tuple[Photo, ...]:
        """The photos as the page says them."""
        return tuple(card.current() for card in self.cards)

    def show_photos(self, photos: Sequence[Photo], numerals: Numerals) -> None:
        """Show these; a photo that is shown already keeps its card and the cursor in its caption."""
        self._show = numerals.show
        left = list(self.cards)
        cards = []
        for photo in photos:
            card = next((card for card in left if card.photo.image == photo.image), None)
            if card is None:
                card = self._new_card(photo)
            else:
                left.remove(card)
                card.show_photo(photo)
            cards.append(card)
        for card in left:
            self._drop(card)
        self._arrange(cards)

    def show_reading(self, name: str, done: int, count: int) -> None:
        """Show which of `count` files is being read; nothing is when there are none."""
        self.reading.setVisible(count > 0)
        self.bar.setRange(0, max(1, count))
        self.bar.setValue(done)
        self.bar.setFormat(self._show(f"{done} จาก {count} ภาพ"))
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, max(160, self.width() // 3))
        self.read_name.setText(f"กำลังอ่าน {shown}" if name else "")

    def say_problems(self, problems: Sequence[str]) -> None:
        """Say beside the list why files could not become photos; nothing clears what was said."""
        if problems:
            self.note.error("\n".join(problems))
        else:
            self.note.clear()

    def _new_card(self, photo: Photo) -> PhotoCard:
        card = PhotoCard(photo)
        card.caption.edited.connect(self.typed)
        card.caption.left.connect(self.left)
        card.caption.caret_moved.connect(self.caret_moved)
        card.caption.entered.connect(lambda: self._go_on(card))
        card.caption.pictures_given.connect(self._take)
        card.move_asked.connect(lambda by: self._move(card, by))
        card.remove_asked.connect(lambda: self._remove(card))
        return card

    def _arrange(self, cards: list[PhotoCard]) -> None:
        if cards != self.cards:
            for card in cards:
                self._list.addWidget(card)
            stops = [self.add, self.cancel, *(stop for card in cards for stop in card.stops())]
            for one, following in pairwise(stops):
                QWidget.setTabOrder(one, following)
        self.cards = cards
        for place, card in enumerate(cards, 1):
            words = self._show(f"ภาพที่ {place}")
            card.show_place(words, first=place == 1, last=place == len(cards), in_news=place <= MAX_PHOTOS)
        if len(cards) > MAX_PHOTOS:
            self.limit.warn(self._show(f"มีภาพ {len(cards)} ภาพ {_IN_NEWS}"))
        else:
            self.limit.clear()

    def _drop(self, card: PhotoCard) -> None:
        card.hide()
        self._list.removeWidget(card)
        card.setParent(None)
        card.deleteLater()

    def _move(self, card: PhotoCard, by: int) -> None:
        cards = list(self.cards)
        at = cards.index(card)
        if not 0 <= at + by < len(cards):
            return
        cards.insert(at + by, cards.pop(at))
        pressed = next((stop for stop in card.stops() if stop.hasFocus()), None)
        self._arrange(cards)
        if pressed is not None and not pressed.isEnabled():
            # Qt hands the keyboard of a dull button to the next one, which removes the photo.
            card.picture.setFocus()
        self.changed.emit("เลื่อนลำดับภาพ")
        self.sight_asked.emit(card)

    def _remove(self, card: PhotoCard) -> None:
        at = self.cards.index(card)
        rest = [other for other in self.cards if other is not card]
        heir = rest[min(at, len(rest) - 1)].picture if rest else self.add
        heir.setFocus()
        self._drop(card)
        self._arrange(rest)
        self.changed.emit("ลบภาพ")

    def _go_on(self, card: PhotoCard) -> None:
        at = self.cards.index(card) + 1
        following = self.cards[at].caption if at < len(self.cards) else self.add
        following.setFocus()

    # What comes from outside

    def paste(self) -> None:
        """Take copied files or a copied picture."""
        mime = QGuiApplication.clipboard().mimeData()
        if has_pictures(mime) or mime.hasImage():
            self._take(mime)
        else:
            self.note.warn(_NOTHING_TO_PASTE)

    def _take(self, mime: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        sources: list[Source] = list(files)
        if not files:
            image = mime.imageData()
            sources = [image] if isinstance(image, QImage) and not image.isNull() else []
        if sources:
            self.sources_given.emit(sources)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_pictures(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.note.good(_DROP_HERE)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.note.clear()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.note.clear()
        self._take(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()
