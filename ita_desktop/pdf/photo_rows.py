"""Photos side by side on paper."""

import io
from collections.abc import Sequence

from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.blocks import Block, line, photo, side_by_side

_GAP_MM = 4.0
_LYING = (5, 6, 7, 8)
"""The values of EXIF's orientation that mean: turned by a quarter."""


def row_height_mm(row: Sequence[PhotoPrint], width_mm: float, most_mm: float) -> float:
    """How high the photos of a row are in millimetres, captions not counted."""
    return min(most_mm, (width_mm - _GAP_MM * len(row)) / sum(_shape(one.image) for one in row))


def photo_row(row: Sequence[PhotoPrint], width_mm: float, most_mm: float) -> Block:
    """Photos side by side, uncropped: all have one height, at most so high, and their widths follow their shapes."""
    shapes = [_shape(one.image) for one in row]
    height = row_height_mm(row, width_mm, most_mm)
    widths = [shape * height for shape in shapes]
    spare = (width_mm - sum(widths) - _GAP_MM * len(row)) / 2
    cells = [_photo_cell(one, width, height) for one, width in zip(row, widths, strict=True)]
    shares = [width + _GAP_MM for width in widths]
    if spare < _GAP_MM:
        return side_by_side([cells], shares)
    return side_by_side([["", *cells, ""]], [spare, *shares, spare])


def _photo_cell(one: PhotoPrint, width_mm: float, height_mm: float) -> list[Block]:
    picture = photo(one.image, one.caption or "ภาพการประชุม", width_mm=width_mm, most_height_mm=height_mm)
    return [picture, line(one.caption, size=13, align="center")] if one.caption else [picture]


def _shape(picture: bytes) -> float:
    """Width over height as the picture is seen; a square where it cannot be read, `photo` then says so."""
    from PIL import ExifTags, Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(picture)) as opened:
            # From its head alone: reading the picture itself takes long.
            lies = opened.getexif().get(ExifTags.Base.Orientation) in _LYING
            return opened.height / opened.width if lies else opened.width / opened.height
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return 1.0
