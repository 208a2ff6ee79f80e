"""Pictures of a PDF's pages, cut into bands so that no picture is ever huge."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0
_LARGEST_BAND = 3_000_000
"""Pixels of one band: 12 MB, drawn in well under a tenth of a second on an old PC."""


@dataclass(frozen=True, slots=True)
class Band:
    """One horizontal strip of a page at a scale, in whole device pixels."""

    page: int
    scale: float
    """Device pixels per point."""
    top: int
    height: int


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """The width and height of each page in points; raises `ValueError` when the bytes are no PDF."""
    # Imported when first needed: the window paints sooner without it. PDFium is not safe on several
    # threads at once: call this module from the one background worker only.
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return tuple(QSizeF(*document.get_page_size(n)) for n in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise ValueError("not a readable PDF") from error


def bands(page: int, size: QSizeF, scale: float) -> tuple[Band, ...]:
    """The strips that make up the page at this scale, from the top."""
    width, height = ceil(size.width() * scale), ceil(size.height() * scale)
    count = max(1, ceil(width * height / _LARGEST_BAND))
    step = ceil(height / count)
    return tuple(Band(page, scale, top, min(step, height - top)) for top in range(0, height, step))


def band_image(pdf: bytes, band: Band) -> QImage:
    """The picture of one strip, white where the page is empty."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        page = document[band.page]
        below = ceil(page.get_height() * band.scale) - band.top - band.height
        bitmap = page.render(
            scale=band.scale,
            crop=(0, _cut(below, band.scale), 0, _cut(band.top, band.scale)),
            prefer_bgrx=True,
            force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx,
        )
        # The buffer belongs to the bitmap: the copy outlives it.
        return QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()


def _cut(pixels: int, scale: float) -> float:
    # pypdfium2 rounds each cut up to whole pixels; half a pixel less keeps float noise from adding one.
    return max(0.0, pixels - 0.5) / scale


def page_image(pdf: bytes, page: int, size: QSizeF, dots_per_inch: float) -> QImage:
    """The picture of a whole page, for printing."""
    scale = dots_per_inch / POINTS_PER_INCH
    return band_image(pdf, Band(page, scale, 0, ceil(size.height() * scale)))
