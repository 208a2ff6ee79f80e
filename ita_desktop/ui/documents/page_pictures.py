"""The drawn strips of one PDF, made one after the other by the background worker."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ita_desktop.ui.documents.page_images import Band, band_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from ita_desktop.ui.background import Background

_KEPT_BYTES = 120_000_000


class PagePictures(QObject):
    """Keeps the strips drawn last, within a bounded memory; `drawn` tells that another one is there."""

    drawn = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pdf = b""
        self._images: OrderedDict[Band, QImage] = OrderedDict()
        self._before: dict[Band, QImage] = {}
        self._is_drawing = False

    def replace(self, pdf: bytes, *, same_paper: bool) -> None:
        """Draw from these bytes from now on; what the same paper looked like stays as a stand-in."""
        self._before = dict(self._images) if same_paper else {}
        self._images.clear()
        self._pdf = pdf

    def exact(self, band: Band) -> QImage | None:
        """The strip as it is now, or None while it is not drawn."""
        image = self._images.get(band)
        if image is not None:
            self._images.move_to_end(band)
        return image

    def stand_ins(self, page: int) -> Iterator[tuple[Band, QImage]]:
        """What the page looked like before or at another scale, to be seen until the strips are drawn."""
        for images in (self._before, self._images):
            yield from ((band, image) for band, image in images.items() if band.page == page)

    def request(self, band: Band, pixel_ratio: float) -> None:
        """Draw a strip, unless another one is being drawn; `drawn` then invites to ask again."""
        if self._is_drawing:
            return
        self._is_drawing = True
        pdf = self._pdf

        def take(image: QImage) -> None:
            if pdf is self._pdf:
                image.setDevicePixelRatio(pixel_ratio)
                self._keep(band, image)
            self.drawn.emit()

        self._background.run(partial(band_image, pdf, band), take, always=self._allow_drawing)

    def _allow_drawing(self) -> None:
        self._is_drawing = False

    def _keep(self, band: Band, image: QImage) -> None:
        self._images[band] = image
        while sum(kept.sizeInBytes() for kept in self._images.values()) > _KEPT_BYTES and len(self._images) > 1:
            self._images.popitem(last=False)
