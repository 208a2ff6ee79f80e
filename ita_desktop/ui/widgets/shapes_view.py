"""Paints a `Drawing` on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect, Shape, hatch_lines
from ita_desktop.ui import theme

Artist = Callable[[float, float], Drawing]
"""Draws for a width and height in points."""

_PIXELS_PER_POINT = 96 / 72


class ShapesView(QWidget):
    """Shows what an artist draws for the room there is, drawn again when the room changes."""

    def __init__(self, least_width: int = 360, least_height: int = 260, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._artist: Artist | None = None
        self._least = QSize(least_width, least_height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_artist(self, artist: Artist | None, description: str = "") -> None:
        """Show another picture; `description` says it in words to a screen reader."""
        self._artist = artist
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return self._least

    def minimumSizeHint(self) -> QSize:
        return self._least

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._artist is None:
            return
        drawing = self._artist(self.width() / _PIXELS_PER_POINT, self.height() / _PIXELS_PER_POINT)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(_PIXELS_PER_POINT, _PIXELS_PER_POINT)
        for shape in drawing.shapes:
            _paint(painter, shape)
        painter.end()


def text_width(text: str, size: float, bold: bool) -> float:
    """Width of a text in points in the screen's face, for artists."""
    return QFontMetricsF(_font(size, bold)).horizontalAdvance(text)


def _font(size: float, bold: bool) -> QFont:
    font = QFont(theme.FAMILY)
    # One unit of the drawing is one pixel of this font; the painter's scale makes it points.
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Rect():
            area = QRectF(shape.x, shape.y, shape.width, shape.height)
            if shape.fill:
                painter.fillRect(area, QColor(shape.fill))
            for line in hatch_lines(shape):
                _paint_line(painter, line)
            if shape.stroke:
                painter.setPen(QPen(QColor(shape.stroke), 0.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area)
        case Line():
            _paint_line(painter, shape)
        case Label():
            painter.setFont(_font(shape.size, shape.bold))
            painter.setPen(QColor(shape.colour))
            width = text_width(shape.text, shape.size, shape.bold)
            shift = {"left": 0.0, "middle": width / 2, "right": width}[shape.align]
            painter.drawText(QPointF(shape.x - shift, shape.y), shape.text)


def _paint_line(painter: QPainter, line: Line) -> None:
    pen = QPen(QColor(line.colour), line.width)
    if line.dashed:
        pen.setDashPattern([4 / line.width, 3 / line.width])
    painter.setPen(pen)
    painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))
