"""The preview of a PDF: pages below each other, crisp at every zoom."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ita_desktop.thai import words
from ita_desktop.ui.documents.page_images import POINTS_PER_INCH, Band, bands, page_sizes
from ita_desktop.ui.documents.page_pictures import PagePictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_desktop.ui.background import Background

GAP = 14
"""Pixels around and between the pages."""
SMALLEST, LARGEST = 0.25, 4.0
"""Range of the zoom; 1.0 shows paper at its own size on a screen of 96 dots an inch."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_PER_POINT = 96.0 / POINTS_PER_INCH
_GROUND = QColor("#6b747e")
_SHADOW = QColor(0, 0, 0, 60)


class Fit(Enum):
    """How the zoom follows the window."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


def page_places(sizes: Sequence[QSizeF], zoom: float, view_width: int) -> tuple[QRect, ...]:
    """Where each page lies on the scrolled ground: below each other, each in the middle."""
    shown = [QSize(round(size.width() * zoom * _PER_POINT), round(size.height() * zoom * _PER_POINT)) for size in sizes]
    width = max([view_width, *(size.width() + 2 * GAP for size in shown)])
    places, top = [], GAP
    for size in shown:
        places.append(QRect(QPoint((width - size.width()) // 2, top), size))
        top += size.height() + GAP
    return tuple(places)


def fitting_zoom(sizes: Sequence[QSizeF], fit: Fit, view: QSize) -> float:
    """The zoom at which the widest page (for `Fit.PAGE` also the tallest) just has room."""
    zoom = (view.width() - 2 * GAP) / (max(size.width() for size in sizes) * _PER_POINT)
    if fit is Fit.PAGE:
        zoom = min(zoom, (view.height() - 2 * GAP) / (max(size.height() for size in sizes) * _PER_POINT))
    return min(LARGEST, max(SMALLEST, zoom))


class Preview(QAbstractScrollArea):
    """Shows the pages of one PDF; the pages before stay in sight until the new ones can be drawn.

    `page_changed` tells the page in the middle of the view (1 for the first) and their number, `zoom_changed`
    the zoom.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pictures = PagePictures(background, self)
        self._sizes: tuple[QSizeF, ...] = ()
        self._places: tuple[QRect, ...] = ()
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._asked = 0
        self._message = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("ตัวอย่างเอกสาร")
        # Room for the bar is kept, or fitting the width would add and remove it for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._pictures.drawn.connect(self.viewport().update)

    def show_pdf(self, pdf: bytes, *, same_paper: bool) -> None:
        """Show these bytes as soon as they are read; the same paper keeps its place on the page."""
        self._asked += 1
        asked = self._asked

        def take(sizes: tuple[QSizeF, ...]) -> None:
            if asked == self._asked:
                self._take(pdf, sizes, same_paper)

        self._background.run(partial(page_sizes, pdf), take)

    def clear(self, message: str = "") -> None:
        """Show no paper, but a sentence in its place."""
        self._asked += 1
        self._message = message
        self._take(b"", (), same_paper=False)

    def _take(self, pdf: bytes, sizes: tuple[QSizeF, ...], same_paper: bool) -> None:
        self._pictures.replace(pdf, same_paper=same_paper)
        self._sizes = sizes
        self._arrange()
        if not same_paper:
            self.verticalScrollBar().setValue(0)
        self._tell_page()

    @property
    def page_count(self) -> int:
        """The number of pages shown, 0 without a paper."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of the view, 1 for the first; 0 without a paper."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return next((n for n, place in enumerate(self._places, 1) if middle <= place.bottom() + GAP), len(self._places))

    def is_crisp(self) -> bool:
        """Whether everything in sight is drawn at the zoom shown."""
        return next(self._missing(), None) is None

    @property
    def zoom(self) -> float:
        """1.0 is the paper's own size."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """How the zoom follows the window."""
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window's width or height from now on."""
        self._fit = fit
        self._arrange()
        self._tell_page()

    def set_zoom(self, zoom: float, around: QPoint | None = None) -> None:
        """Show at this zoom, keeping the point `around` (of the viewport, its middle by default) in place."""
        zoom = min(LARGEST, max(SMALLEST, zoom))
        centre = around or self.viewport().rect().center()
        ratio = zoom / self._zoom
        held = (self._offset() + centre) * ratio - centre
        self._fit, self._zoom = Fit.FREE, zoom
        self._arrange()
        self.horizontalScrollBar().setValue(held.x())
        self.verticalScrollBar().setValue(held.y())

    def zoom_in(self, around: QPoint | None = None) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), LARGEST), around)

    def zoom_out(self, around: QPoint | None = None) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), SMALLEST), around)

    def _arrange(self) -> None:
        """Give every page its place, keeping the same part of the paper in sight."""
        before, at = self._height(), self.verticalScrollBar().value()
        view = self.viewport().size()
        if self._sizes and self._fit is not Fit.FREE:
            self._zoom = fitting_zoom(self._sizes, self._fit, view)
        self._places = page_places(self._sizes, self._zoom, view.width())
        width = max((place.width() + 2 * GAP for place in self._places), default=0)
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), self._height(), view.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, whole - seen))
        if before:
            self.verticalScrollBar().setValue(round(at * self._height() / before))
        self.zoom_changed.emit(self._zoom)
        self.viewport().update()

    def _height(self) -> int:
        return self._places[-1].bottom() + 1 + GAP if self._places else 0

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _tell_page(self) -> None:
        self.page_changed.emit(self.page, self.page_count)

    def _bands(self, page: int) -> tuple[Band, ...]:
        return bands(page, self._sizes[page], self._zoom * _PER_POINT * self.devicePixelRatioF())

    def _missing(self) -> Iterator[Band]:
        """The strips in sight that are not drawn yet, from the top."""
        ratio = self.devicePixelRatioF()
        view = self.viewport().rect().translated(self._offset())
        for page, place in enumerate(self._places):
            for band in self._bands(page) if place.intersects(view) else ():
                strip = QRect(place.x(), place.y() + int(band.top / ratio), place.width(), int(band.height / ratio) + 1)
                if strip.intersects(view) and self._pictures.exact(band) is None:
                    yield band

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place.adjusted(2, 3, 3, 4), _SHADOW)
        painter.fillRect(place, Qt.GlobalColor.white)
        strips = [(band, self._pictures.exact(band)) for band in self._bands(page)]
        if any(image is None for _, image in strips):
            self._paint_stand_ins(painter, page, place)
        ratio = self.devicePixelRatioF()
        for band, image in strips:
            if image is not None:
                painter.drawImage(QPoint(place.x(), place.y() + round(band.top / ratio)), image)

    def _paint_stand_ins(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for band, image in self._pictures.stand_ins(page):
            per_pixel = place.height() / (self._sizes[page].height() * band.scale)
            top = place.y() + round(band.top * per_pixel)
            painter.drawImage(QRect(place.x(), top, place.width(), round(band.height * per_pixel)), image)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _GROUND)
        if not self._places:
            area = self.viewport().rect().adjusted(GAP, GAP, -GAP, -GAP)
            painter.setPen(Qt.GlobalColor.white)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), words.display_copy(self._message))
        for page, place in enumerate(self._places):
            seen = place.translated(-self._offset())
            if seen.intersects(event.rect()):
                self._paint_page(painter, page, seen)
        painter.end()
        band = next(self._missing(), None)
        if band is not None:
            self._pictures.request(band, self.devicePixelRatioF())

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out
            step(event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._zoom_by_key(event.key()):
            return
        leap = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() - 40,
            Qt.Key.Key_Space: bar.value() + bar.pageStep() - 40,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() + 40,
        }.get(Qt.Key(event.key()))
        if leap is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(leap)

    def _zoom_by_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.set_fit(Fit.WIDTH)
        else:
            return False
        return True
