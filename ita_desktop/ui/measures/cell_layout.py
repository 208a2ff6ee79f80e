"""Paragraphs of a table cell: bold titles, bullets that hang, quiet remarks, wrapped between Thai words."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ita_desktop.thai import words
from ita_desktop.ui.widgets.wrapping import kept_to_marks

_SHOWN_LETTERS = 1_200
_SHOWN_LINES = 14
"""A cell shows this much; the rest is read in the editor. A row taller than the screen helps nobody."""
_MORE = "… ยังมีต่อ กด F2 เพื่ออ่านทั้งหมด"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a cell; `colour` "#rrggbb" or empty for the row's own ink."""

    text: str
    bold: bool = False
    bullet: bool = False
    colour: str = ""


@dataclass(frozen=True)
class CellLayout:
    """Laid-out paragraphs, ready to be painted; `height` in pixels."""

    parts: tuple[tuple[QTextLayout, float, Paragraph], ...]
    height: float

    def paint(self, painter: QPainter, corner: QPointF, ink: QColor, font: QFont) -> None:
        """Paint at the corner."""
        for layout, _, paragraph in self.parts:
            painter.setPen(QColor(paragraph.colour) if paragraph.colour else ink)
            if paragraph.bullet and layout.lineCount():
                painter.setFont(font)
                first = layout.lineAt(0)
                painter.drawText(QPointF(corner.x(), corner.y() + first.y() + first.ascent()), "•")
            layout.draw(painter, corner)


def lay_out(paragraphs: tuple[Paragraph, ...], font: QFont, width: float) -> CellLayout:
    """The paragraphs wrapped to a width in pixels; what is too long is cut with a remark."""
    return _lay_out(paragraphs, font.toString(), width, words.current().own)


@lru_cache(maxsize=600)
def _lay_out(paragraphs: tuple[Paragraph, ...], font_text: str, width: float, _own: tuple[str, ...]) -> CellLayout:
    """The own words are a key only: where they change, lines end elsewhere."""
    font = QFont()
    font.fromString(font_text)
    indent = QFontMetricsF(font).horizontalAdvance("• ") + 2
    parts: list[tuple[QTextLayout, float, Paragraph]] = []
    top, lines, letters = 0.0, 0, 0
    for paragraph in paragraphs:
        if lines >= _SHOWN_LINES or letters >= _SHOWN_LETTERS:
            return _cut(parts, font, width, top, indent)
        text = paragraph.text[: _SHOWN_LETTERS - letters]
        layout, top, taken, whole = _wrap(paragraph, text, font, width, top, indent, _SHOWN_LINES - lines)
        parts.append((layout, top, paragraph))
        lines, letters = lines + taken, letters + len(text)
        if not whole or len(text) < len(paragraph.text):
            return _cut(parts, font, width, top, indent)
    return CellLayout(tuple(parts), top)


def _cut(
    parts: list[tuple[QTextLayout, float, Paragraph]], font: QFont, width: float, top: float, indent: float
) -> CellLayout:
    more = Paragraph(_MORE, colour="#52606d")
    layout, top, _, _ = _wrap(more, _MORE, font, width, top, indent, 2)
    return CellLayout((*parts, (layout, top, more)), top)


def _wrap(
    paragraph: Paragraph, text: str, font: QFont, width: float, top: float, indent: float, most_lines: int
) -> tuple[QTextLayout, float, int, bool]:
    """The wrapped paragraph, where it ends, how many lines it took, and whether it is all there."""
    if paragraph.bold:
        font = QFont(font)
        font.setBold(True)
    left = indent if paragraph.bullet else 0.0
    room = max(20.0, width - left)
    if QFontMetricsF(font).horizontalAdvance(text) > room:
        text = kept_to_marks(words.display_copy(text))
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count, end = 0, 0
    while count < most_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        line.setPosition(QPointF(left, top))
        top += line.height()
        count, end = count + 1, line.textStart() + line.textLength()
    layout.endLayout()
    return layout, top, count, end >= len(text)
