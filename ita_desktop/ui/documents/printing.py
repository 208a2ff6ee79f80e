"""Sending a paper to a printer, page by page, without ever holding all pages as pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ita_desktop.errors import UserError
from ita_desktop.ui.documents.page_images import page_image, page_sizes

if TYPE_CHECKING:
    from ita_desktop.ui.background import Background

DOTS_PER_INCH = 300
"""Fine enough for the small marks of Thai letters."""
_FAILED = "พิมพ์ไม่ได้ ตรวจว่าเครื่องพิมพ์เปิดอยู่และมีกระดาษ แล้วลองอีกครั้ง"


class Printing(QObject):
    """One paper on its way to one printer; `finished` tells the number of pages printed."""

    finished = Signal(int)

    def __init__(self, pdf: bytes, printer: QPrinter, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._printer = printer
        self._background = background
        self._painter = QPainter()
        self._sizes: tuple[QSizeF, ...] = ()
        self._queue: list[int] = []
        self._printed = 0

    def start(self) -> None:
        """Draw and send the pages that the printer's dialog asks for."""
        self._background.run(partial(page_sizes, self._pdf), self._begin)

    def _begin(self, sizes: tuple[QSizeF, ...]) -> None:
        self._sizes = sizes
        first = max(1, self._printer.fromPage())
        last = min(len(sizes), self._printer.toPage() or len(sizes))
        self._queue = list(range(first - 1, last))
        self._next()

    def _next(self) -> None:
        if not self._queue:
            self._painter.end()
            self.finished.emit(self._printed)
            return
        page = self._queue.pop(0)
        work = partial(page_image, self._pdf, page, self._sizes[page], DOTS_PER_INCH)
        self._background.run(work, partial(self._put, self._sizes[page]))

    def _put(self, size: QSizeF, image: QImage) -> None:
        self._lay_out(size)
        ready = self._printer.newPage() if self._printed else self._painter.begin(self._printer)
        if not ready:
            self._painter.end()
            raise UserError(_FAILED)
        paper = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
        self._printed += 1
        self._next()

    def _lay_out(self, size: QSizeF) -> None:
        landscape = size.width() > size.height()
        orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        self._printer.setFullPage(True)
        upright = size.transposed() if landscape else size
        self._printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        self._printer.setPageOrientation(orientation)
        self._printer.setPageMargins(QMarginsF(0, 0, 0, 0))
