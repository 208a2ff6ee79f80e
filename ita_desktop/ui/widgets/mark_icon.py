"""Small drawn signs: error, warning, hint and done; no font on every PC has them."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui import theme


class Tone(StrEnum):
    """What kind of sentence stands beside the sign."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "quiet"
    GOOD = "good"


_COLOUR = {
    Tone.ERROR: theme.ERROR,
    Tone.WARNING: theme.WARNING,
    Tone.HINT: theme.QUIET,
    Tone.GOOD: theme.GOOD,
}


class MarkIcon(QWidget):
    """A sign as tall as a line of text; each tone has a shape of its own, not only a colour."""

    def __init__(self, tone: Tone, colour: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Show another sign."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().ascent()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._tone, self._colour)
        painter.end()


def paint_mark(painter: QPainter, area: QRectF, tone: Tone, colour: str | None = None) -> None:
    """Paint a tone's sign into the area: disc with !, triangle with !, ring with i, or a tick."""
    ink = QColor(colour or _COLOUR[tone])
    if tone is Tone.GOOD:
        pen = QPen(ink, area.width() / 7)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.15, 0.55), (0.4, 0.8), (0.85, 0.22))
        painter.drawPolyline(
            QPolygonF([area.topLeft() + QPointF(area.width() * x, area.height() * y) for x, y in points])
        )
        return
    letter_ink = QColor(theme.CARD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if tone is Tone.WARNING:
        painter.drawPolygon(QPolygonF([QPointF(area.center().x(), area.top()), area.bottomRight(), area.bottomLeft()]))
    elif tone is Tone.ERROR:
        painter.drawEllipse(area)
    else:
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        letter_ink = ink
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(6, round(area.height() * (0.62 if tone is Tone.WARNING else 0.75))))
    painter.setFont(font)
    painter.setPen(letter_ink)
    inside = area.adjusted(0, area.height() * 0.22, 0, 0) if tone is Tone.WARNING else area
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, "i" if tone is Tone.HINT else "!")
