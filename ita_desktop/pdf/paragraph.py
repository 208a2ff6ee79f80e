"""A paragraph of Thai text: words from the word list, lines filled greedily, marks as HarfBuzz set them."""

import copy
from collections.abc import Sequence
from itertools import groupby

from ita_desktop.pdf.book import BLACK, Pen, rgb
from ita_desktop.pdf.flow import SLACK, Piece
from ita_desktop.pdf.fonts import EmbeddedFace, Family
from ita_desktop.pdf.line_filling import (
    LINE_END,
    Line,
    balanced_lines,
    bits_of,
    filled_lines,
    fitting,
    without_short_end,
)
from ita_desktop.pdf.shaping import Face
from ita_desktop.pdf.styles import LINK_COLOUR, MM, Run, Style, Text, runs
from ita_desktop.pdf.tagging import Node

ASCENT, DESCENT = 1.068, 0.232
"""Where the baseline stands between two line tops, in em, for every face: lines of mixed faces agree."""

KEPT_LINES = 2
"""Lines of a paragraph that stay together at the foot and at the top of a page."""

MOST_SHORTER, MOST_SHORTER_CELL, JUSTIFIED_SHORTER = 0.12, 0.2, 0.04
SHORTER_EM = 2.5
"""How much of its width a line gives up so that it does not end at a poor place: a share of a wide column,
so many em of a narrow one."""

MAX_WORD_GAP = 0.35
MAX_WIDENING = 1.03
NO_STRETCH = (0.0, 1.0)
"""How much justified lines stretch: a space by so many em, then all letters by this factor. Gaps between
words without a space would be read back as spaces."""


class Paragraph(Piece):
    """One paragraph, or the lines of it that stand on a page; a label hangs left of its first line."""

    def __init__(
        self,
        text: Text,
        style: Style,
        family: Family,
        node: Node | None = None,
        *,
        label: str = "",
        label_node: Node | None = None,
        bookmark: tuple[int, str] | None = None,
    ) -> None:
        self.style = style
        self.node = node
        self.before, self.after = style.before, style.after
        self.keep_with_next = style.keep_with_next
        self._runs = runs(text) or (Run(""),)
        self._faces = [
            family.face(bold=run.bold or style.bold, italic=run.italic or style.italic) for run in self._runs
        ]
        self._label_face = family.face(bold=style.bold, italic=style.italic)
        self._label, self._label_node = label, label_node
        self._bookmark = bookmark
        self._size = family.size(style.size)
        self._em = self._size / 1000
        self._leading = family.leading(style.size)
        self._has_links = any(run.link for run in self._runs)
        self._link_nodes: dict[int, Node] = {}
        self._bits = bits_of(self._runs, self._faces, self._em)
        self._width = -1.0
        self.lines: list[Line] = []
        self.is_start = self.is_end = True

    def _limits(self, width: float) -> tuple[float, float]:
        """The widths of the first line and of the others."""
        column = max(width - (self.style.left_mm + self.style.right_mm) * MM, self._size)
        return max(column - self._first_indent(), self._size), column

    def _first_indent(self) -> float:
        if self._label:
            hang = self.style.first_mm * MM
            return max(0.0, hang + self._label_face.width(self._label + " ") * self._em)
        return self.style.first_mm * MM

    @property
    def baseline(self) -> float:
        """How far the letters of a line stand below its top, in points."""
        return (self._leading + (ASCENT - DESCENT) * self._size) / 2

    @property
    def leading(self) -> float:
        """The distance of its lines in points."""
        return self._leading

    @property
    def widest(self) -> float:
        """The width of its widest line as measured last, in points."""
        return max((used for _, _, used in self.lines), default=0.0)

    def measure(self, width: float) -> float:
        """The height of all lines."""
        if width != self._width:
            self._width = width
            first, rest = self._limits(width)
            self._bits = fitting(self._bits, self._faces, self._em, min(first, rest))
            if self.style.align == "center":
                self.lines = list(balanced_lines(self._bits, first, rest, self._most_shorter(rest)))
            else:
                lines = list(filled_lines(self._bits, first, rest, self._most_shorter(rest)))
                self.lines = without_short_end(self._bits, lines, rest, self._size)
        return len(self.lines) * self._leading

    def _most_shorter(self, width: float) -> float:
        """How much of its width a line gives up to end well, in points; a justified one would become loose."""
        if self.style.align == "justify":
            return JUSTIFIED_SHORTER * width
        return min(max(MOST_SHORTER * width, SHORTER_EM * self._size), MOST_SHORTER_CELL * width)

    def line_texts(self) -> list[str]:
        """What stands on each line, as measured last; the label is not in it."""
        bits = self._bits
        return [
            "".join(bits.texts[at] + (" " if bits.gaps[at] and at < last - 1 else "") for at in range(first, last))
            for first, last, _ in self.lines
        ]

    def split(self, width: float, room: float, _full: float) -> "tuple[Paragraph, Paragraph] | None":
        """The lines that fit and the rest, never one line alone on either side."""
        self.measure(width)
        count = min(int((room + SLACK) / self._leading), len(self.lines) - KEPT_LINES)
        if count < KEPT_LINES:
            return None
        head, tail = copy.copy(self), copy.copy(self)
        head.lines, tail.lines = self.lines[:count], self.lines[count:]
        head.is_end = tail.is_start = False
        head.after = tail.before = 0.0
        head.keep_with_next = False
        return head, tail

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the lines, the label before the first."""
        self.measure(width)
        if self._bookmark and self.is_start:
            pen.bookmark(self._bookmark[1], self._bookmark[0], top)
        baseline = pen.height - top - self.baseline
        if self._label and self.is_start:
            with pen.tagged(self._label_node):
                left = x + (self.style.left_mm + self.style.first_mm) * MM
                code = pen.face(self._label_face).code_at_line_end(self._label)
                self._show(pen, [f"{self._font(pen, self._label_face)} {left:.2f} {baseline:.2f} Td [({code})]TJ"])
        with pen.tagged(self.node):
            shown = []
            px = py = 0.0
            font: EmbeddedFace | None = None
            for number, line in enumerate(self.lines):
                left, stretch = self._place(number, line, x, width)
                shown.append(f"{left - px:.2f} {baseline - py:.2f} Td")
                px, py = left, baseline
                font = self._show_line(pen, line, stretch, shown, font)
                if self._has_links:
                    self._show_links(pen, line, left, baseline)
                baseline -= self._leading
            self._show(pen, shown)

    def _font(self, pen: Pen, face: Face) -> str:
        return f"/{pen.face(face).resource} {self._size:g} Tf"

    def _show(self, pen: Pen, shown: Sequence[str]) -> None:
        colour = self.style.colour
        if colour == BLACK:
            pen.code += ["BT", *shown, "ET"]
        else:
            pen.code += [f"q {rgb(colour)} rg BT", *shown, "ET Q"]

    def _place(self, number: int, line: Line, x: float, width: float) -> tuple[float, tuple[float, float]]:
        """Where the line starts, and how much wider its gaps and its other break chances become."""
        first, rest = self._limits(width)
        is_first = number == 0 and self.is_start
        left = x + self.style.left_mm * MM + (self._first_indent() if is_first else 0.0)
        spare = (first if is_first else rest) - line[2]
        if self.style.align == "right":
            return left + spare, NO_STRETCH
        if self.style.align == "center":
            return left + spare / 2, NO_STRETCH
        if self.style.align == "justify" and not (self.is_end and number == len(self.lines) - 1):
            return left, self._stretch(line, spare)
        return left, NO_STRETCH

    def _stretch(self, line: Line, spare: float) -> tuple[float, float]:
        """By how much each space grows, and the factor for all letters, so that the line is full."""
        if self._bits.ends[line[1] - 1] == LINE_END or spare < SLACK:
            return 0.0, 1.0
        gaps = sum(1 for at in range(line[0], line[1] - 1) if self._bits.gaps[at])
        gap = min(spare / gaps, MAX_WORD_GAP * self._size) if gaps else 0.0
        filled = line[2] + gap * gaps
        return gap, min((line[2] + spare) / filled, MAX_WIDENING) if filled else 1.0

    def _show_line(
        self,
        pen: Pen,
        line: Line,
        stretch: tuple[float, float],
        shown: list[str],
        font: EmbeddedFace | None,
    ) -> EmbeddedFace:
        bits = self._bits
        first, end, _ = line
        gap, widening = stretch
        wide_gap = f"){-gap / self._em:.1f}(" if gap else ""
        if widening != 1.0:
            shown.append(f"{widening * 100:.2f} Tz")
        while first < end:
            look = bits.looks[first]
            last = first + 1
            while last < end and bits.looks[last] == look:
                last += 1
            face = pen.face(self._faces[look])
            if face is not font:
                shown.append(f"/{face.resource} {self._size:g} Tf")
                font = face
            codes = face.codes
            space = codes[" "] + wide_gap
            text = "".join(
                codes[text] + space if spaced else codes[text]
                for text, spaced in zip(bits.texts[first : last - 1], bits.gaps[first : last - 1], strict=True)
            )
            tail = space if last < end and bits.gaps[last - 1] else ""
            word = bits.texts[last - 1]
            code = codes[word] if last < end else face.code_at_line_end(word)
            is_link = bool(self._runs[look].link)
            shown += pen.retagged(self._link_node(look)) if is_link else ()
            shown.append(f"[({text}{code}{tail})]TJ")
            shown += pen.retagged(self.node) if is_link else ()
            first = last
        if widening != 1.0:
            shown.append("100 Tz")
        return font or pen.face(self._faces[0])

    def _link_node(self, look: int) -> Node | None:
        """The element of a link; it enters the structure where its first words do."""
        if self.node is not None and look not in self._link_nodes:
            self._link_nodes[look] = Node("Link", self.node)
        return self._link_nodes.get(look)

    def _show_links(self, pen: Pen, line: Line, left: float, baseline: float) -> None:
        bits = self._bits
        top = pen.height - baseline - ASCENT * self._size
        below = pen.height - baseline + 0.14 * self._size
        for look, group in groupby(range(line[0], line[1]), lambda at: bits.looks[at]):
            of_look = list(group)
            width = bits.width(of_look[0], of_look[-1] + 1)
            if address := self._runs[look].link:
                pen.link(address, (left, top, width, self._size * (ASCENT + DESCENT)), self._link_node(look))
                pen.line((left, below, left + width, below), width=0.04 * self._size, colour=LINK_COLOUR)
            left += width + bits.gaps[of_look[-1]]
