"""Photos side by side on paper."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ita_desktop.domain.paper import PhotoPrint
from ita_desktop.pdf.blocks import Block, line, photo, side_by_side

_GAP_MM = 4.0
_MOST_IN_ROW = 3
_WORTH_OF_FEWER = 1.15
"""A row more is made when the smallest photo gains more than this."""
_LYING = (5, 6, 7, 8)
"""The values of EXIF's orientation that mean: turned by a quarter."""


@dataclass(frozen=True)
class PhotoRow:
    """Photos side by side, uncropped: all have one height and their widths follow their shapes."""

    photos: Sequence[PhotoPrint]
    height_mm: float


def in_rows(photos: Sequence[PhotoPrint], width_mm: float, room_mm: float, most_mm: float) -> list[PhotoRow]:
    """The photos in their order, cut into rows so that the smallest of them becomes as large as the room lets it.

    `room_mm` is the height for all rows without captions, `most_mm` that of one row at most; all in millimetres.
    """
    shapes = [_shape(one.image) for one in photos]
    ways = [_heights(shapes, counts, width_mm, room_mm, most_mm) for counts in _ways_to_cut(len(photos))]
    counts, heights = max(ways, key=lambda way: _worth(shapes, *way), default=((), ()))
    ends = list(accumulate(counts))
    return [
        PhotoRow(photos[end - count : end], height) for count, end, height in zip(counts, ends, heights, strict=True)
    ]


def photo_row(row: PhotoRow, width_mm: float) -> Block:
    """The row across the page, in its middle where it does not fill it."""
    widths = [_shape(one.image) * row.height_mm for one in row.photos]
    spare = (width_mm - sum(widths) - _GAP_MM * len(widths)) / 2
    cells = [_photo_cell(one, width, row.height_mm) for one, width in zip(row.photos, widths, strict=True)]
    shares = [width + _GAP_MM for width in widths]
    if spare < _GAP_MM:
        return side_by_side([cells], shares)
    return side_by_side([["", *cells, ""]], [spare, *shares, spare])


def _ways_to_cut(count: int) -> Iterator[tuple[int, ...]]:
    if count == 0:
        yield ()
    for first in range(1, min(count, _MOST_IN_ROW) + 1):
        for rest in _ways_to_cut(count - first):
            yield (first, *rest)


def _heights(
    shapes: Sequence[float], counts: tuple[int, ...], width_mm: float, room_mm: float, most_mm: float
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The rows as high as the width lets them; where they are too high together, the highest are lowered first."""
    ends = accumulate(counts)
    of_rows = [shapes[end - count : end] for count, end in zip(counts, ends, strict=True)]
    filled = [min(most_mm, (width_mm - _GAP_MM * len(row)) / sum(row)) for row in of_rows]
    left, cap = room_mm, most_mm
    for n, height in enumerate(sorted(filled)):
        cap = max(left / (len(filled) - n), 0.0)
        if height > cap:
            break
        left -= height
        cap = most_mm
    return counts, tuple(min(height, cap) for height in filled)


def _worth(shapes: Sequence[float], counts: Sequence[int], heights: Sequence[float]) -> float:
    """The area of the smallest photo; more rows must make it clearly larger."""
    of_photos = [height for count, height in zip(counts, heights, strict=True) for _ in range(count)]
    smallest = min((shape * height**2 for shape, height in zip(shapes, of_photos, strict=True)), default=0.0)
    return smallest * _WORTH_OF_FEWER ** -len(counts)


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
