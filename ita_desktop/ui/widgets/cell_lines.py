"""The lines of a cell's text: ended between the office's own words on every system, laid out once and remembered."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from ita_desktop.thai import words

_SHOWN_AT_MOST = 1_200
"""Letters of one cell that are shown; the rest is seen in the editor. Nobody reads a cell of two pages."""
_QT_LINE_END = "\u2028"
"""What Qt's delegates make of the line ends in a model's text."""


class CellLines(NamedTuple):
    """A text with its line ends, and the room in pixels that it takes, painted without Qt's own line ends.

    Qt must not part the lines: where it knows Thai words, it knows none of the office's names.
    """

    text: str
    width: int
    height: int


class _Line(NamedTuple):
    text: str
    width: float
    height: float


def cell_lines(text: str, font: QFont, width: int) -> CellLines:
    """The text in lines of at most that width in pixels; only a single word may be wider."""
    if len(text) > _SHOWN_AT_MOST:
        text = text[:_SHOWN_AT_MOST].rstrip() + " …"
    return _cell_lines(text, font.toString(), width, words.current().own)


@lru_cache(maxsize=2_048)
def _cell_lines(text: str, font_text: str, width: int, _own: tuple[str, ...]) -> CellLines:
    """The own words are a key only: where they change, lines end elsewhere."""
    font = QFont()
    font.fromString(font_text)
    lines = [line for part in text.replace(_QT_LINE_END, "\n").split("\n") for line in _lines(part, width, font)]
    between = (len(lines) - 1) * QFontMetricsF(font).leading()
    return CellLines(
        "\n".join(line.text for line in lines),
        ceil(max(line.width for line in lines)),
        ceil(sum(line.height for line in lines) + between),
    )


def _lines(text: str, width: int, font: QFont) -> Iterator[_Line]:
    """The text in lines of that width, ended between its words; a word that is wider is parted at its inner words."""
    # Measured as a whole and only once: word for word, or line for line, takes longer.
    layout = _in_one_line(text, font)
    line = layout.lineAt(0)
    height = line.height()
    if line.naturalTextWidth() <= width:
        yield _Line(text, line.naturalTextWidth(), height)
        return
    begin, left, right = 0, 0.0, 0.0
    for first, last in _pieces(text, width, line):
        reach = _x(line, first + len(text[first:last].rstrip()))
        if first > begin and round(reach - left) > width:
            yield _Line(text[begin:first].rstrip(), right - left, height)
            begin, left = first, _x(line, first)
        right = reach
    yield _Line(text[begin:].rstrip(), right - left, height)


def _pieces(text: str, width: int, line: QTextLine) -> Iterator[tuple[int, int]]:
    """Where words begin and end; of a word that is wider than the line its inner words."""
    left = 0.0
    for first, last in pairwise((0, *words.breaks(text), len(text))):
        right = _x(line, last)
        inside = words.loose_breaks(text[first:last]) if round(right - left) > width else ()
        yield from pairwise((first, *(first + place for place in inside), last))
        left = right


def _x(line: QTextLine, place: int) -> float:
    answer: Any = line.cursorToX(place)  # PySide's hints say object, it is (x, place)
    return float(answer[0])


def _in_one_line(text: str, font: QFont) -> QTextLayout:
    # Where a cell is painted a tab is a space.
    layout = QTextLayout(text.replace("\t", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout
