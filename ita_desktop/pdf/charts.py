"""Drawings and pictures as pieces of a page."""

import io
from hashlib import sha256
from typing import Any

from reportlab.pdfbase import pdfdoc

from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect, hatch_lines
from ita_desktop.errors import UserError
from ita_desktop.pdf.book import BLACK, Pen, rgb
from ita_desktop.pdf.flow import Piece
from ita_desktop.pdf.fonts import Family, sarabun
from ita_desktop.pdf.tagging import Node

PRINT_DPI = 220
"""Pictures are stored with no more dots to the inch than a printer shows."""

DASH = (4.0, 3.0)


class DrawingPiece(Piece):
    """A drawing, made smaller when the column is narrower or the page too low, never larger."""

    def __init__(
        self, drawing: Drawing, family: Family, node: Node | None, most_height: float, *, after: float = 6.0
    ) -> None:
        self._drawing = drawing
        self._most_height = most_height
        self._family = family
        self._node = node
        self.after = after

    def _scale(self, width: float) -> float:
        return min(1.0, width / self._drawing.width, self._most_height / self._drawing.height)

    def measure(self, width: float) -> float:
        """The height at this column width."""
        return self._drawing.height * self._scale(width)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the shapes in their order, centred in the column."""
        scale = self._scale(width)
        x += (width - self._drawing.width * scale) / 2
        with pen.tagged(self._node):
            for shape in self._drawing.shapes:
                if isinstance(shape, Rect):
                    self._paint_rect(pen, shape, x, top, scale)
                elif isinstance(shape, Line):
                    _paint_line(pen, shape, x, top, scale)
                else:
                    self._paint_label(pen, shape, x, top, scale)

    def _paint_rect(self, pen: Pen, rect: Rect, x: float, top: float, scale: float) -> None:
        box = (x + rect.x * scale, top + rect.y * scale, rect.width * scale, rect.height * scale)
        pen.rect(box, fill=rect.fill)
        for line in hatch_lines(rect):
            _paint_line(pen, line, x, top, scale)
        pen.rect(box, stroke=rect.stroke)

    def _paint_label(self, pen: Pen, label: Label, x: float, top: float, scale: float) -> None:
        face = self._family.face(bold=label.bold)
        size = label.size * scale * self._family.scale / sarabun().scale
        width = face.width(label.text) * size / 1000
        left = x + label.x * scale - {"left": 0.0, "middle": width / 2, "right": width}[label.align]
        baseline = pen.height - top - label.y * scale
        embedded = pen.face(face)
        colour = "" if label.colour == BLACK else f"{rgb(label.colour)} rg "
        code = embedded.code_at_line_end(label.text)
        pen.code.append(
            f"q {colour}BT /{embedded.resource} {size:.4g} Tf {left:.2f} {baseline:.2f} Td [({code})]TJ ET Q"
        )


def _paint_line(pen: Pen, line: Line, x: float, top: float, scale: float) -> None:
    ends = (x + line.x1 * scale, top + line.y1 * scale, x + line.x2 * scale, top + line.y2 * scale)
    pen.line(ends, width=line.width * scale, colour=line.colour, dash=DASH if line.dashed else None)


class PicturePiece(Piece):
    """A photo or logo from the bytes of a picture file, at a width in points, no higher than given."""

    def __init__(
        self, picture: bytes, width: float, most_height: float, node: Node | None, *, align: str = "center"
    ) -> None:
        self._node = node
        self._align = align
        self._object, ratio = _picture_object(picture, width)
        self._name = "Im" + sha256(self._object.content).hexdigest()[:16]
        self._width = min(width, most_height / ratio)
        self._height = self._width * ratio
        self.after = 6.0

    @property
    def shown_width(self) -> float:
        """Its width in points where the column is wide enough."""
        return self._width

    def measure(self, width: float) -> float:
        """The height at this column width."""
        return self._height * min(1.0, width / self._width)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it at its place in the column."""
        shown = min(self._width, width)
        left = x + {"left": 0.0, "center": (width - shown) / 2, "right": width - shown}[self._align]
        with pen.tagged(self._node):
            pen.image(self._name, self._object, (left, top, shown, self.measure(width)))


def _picture_object(picture: bytes, width: float) -> tuple[Any, float]:
    """The picture as a PDF object, upright, on white, no finer than paper shows; its height to its width."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(picture)) as opened:
            kind = opened.format
            ImageOps.exif_transpose(opened, in_place=True)
            on_white = opened.convert("RGB")
            if opened.has_transparency_data:
                layered = opened.convert("RGBA")
                on_white = Image.new("RGB", layered.size, "white")
                on_white.paste(layered, mask=layered.getchannel("A"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UserError("เปิดไฟล์ภาพไม่ได้ กรุณาใช้ภาพชนิด JPG หรือ PNG ที่เปิดดูได้ตามปกติ") from error
    ratio = on_white.height / on_white.width
    most = max(1, round(width / 72 * PRINT_DPI))
    if on_white.width > most:
        on_white = on_white.resize((most, max(1, round(most * ratio))), reducing_gap=2.0)
    is_photo = kind == "JPEG"
    stored = io.BytesIO()
    if is_photo:
        on_white.save(stored, "JPEG", quality=88)
    dictionary = pdfdoc.PDFDictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": on_white.width,
            "Height": on_white.height,
            "ColorSpace": "/DeviceRGB",
            "BitsPerComponent": 8,
        }
    )
    if is_photo:
        dictionary["Filter"] = "/DCTDecode"
        stream = pdfdoc.PDFStream(dictionary, stored.getvalue())
    else:
        stream = pdfdoc.PDFStream(dictionary, on_white.tobytes(), filters=[pdfdoc.PDFZCompress])
    return stream, ratio
