"""What official letters have of their own: the ครุฑ, the memo's head, dotted lines to fill, the sender's block."""

from collections.abc import Sequence

from ita_desktop.pdf.blocks import Block, House
from ita_desktop.pdf.book import Pen
from ita_desktop.pdf.charts import PicturePiece
from ita_desktop.pdf.flow import Piece
from ita_desktop.pdf.paper_parts import sound
from ita_desktop.pdf.paragraph import Paragraph
from ita_desktop.pdf.styles import BODY_SIZE, MM, Style
from ita_desktop.pdf.tagging import Node

MEMO_GARUDA_MM, LETTER_GARUDA_MM = 15.0, 30.0
"""Heights of the ครุฑ on a memo and on an external letter (ita.md 5.2)."""
RAISED_MM = 10.0
"""How far the ครุฑ stands above the text's margin of 2.5 cm: 1.5 cm below the edge of the sheet."""
MEMO_TITLE_SIZE, MEMO_TITLE_LINE = 29.0, 35.0
LABEL_SIZE = 20.0
_LABEL_GAP_MM = 2.0
_DOTS = (0.7, 1.8)
_DOT_WIDTH = 0.7
_BELOW_BASELINE = 2.2
"""Points between the letters' line and the dots: nearer they touch the tails of ฤ and ญ."""
_BESIDE_GARUDA_MM = 62.0
"""Width left and right of the ครุฑ of a letter."""


class _Garuda:
    """The picture at its height, or the space that it leaves free."""

    def __init__(self, picture: bytes, height_mm: float, parent: Node) -> None:
        self.height = height_mm * MM
        usable = sound(picture)
        node = Node("Figure", parent, "ตราครุฑ") if usable else None
        # As wide as twice its height at most, so that the height is what limits it.
        self._piece = PicturePiece(usable, 2 * self.height, self.height, node) if usable else None
        self.width = self._piece.shown_width if self._piece else 0.0

    def paint(self, pen: Pen, left: float, top: float) -> None:
        if self._piece:
            self._piece.paint(pen, left, top, self.width)


class _MemoHead(Piece):
    """The ครุฑ at the left, the word of the memo centred beside its foot."""

    keep_with_next = True

    def __init__(self, title: Paragraph, garuda: _Garuda) -> None:
        self._title, self._garuda = title, garuda

    def measure(self, width: float) -> float:
        self._title.measure(width)
        return self._garuda.height - RAISED_MM * MM

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        top -= RAISED_MM * MM
        self._garuda.paint(pen, x, top)
        line_top = top + self._garuda.height - MEMO_TITLE_LINE
        self._title.paint(pen, x, line_top + (MEMO_TITLE_LINE - self._title.leading) / 2, width)


def memo_head(title: str, garuda: bytes) -> Block:
    """The ครุฑ of 1.5 cm and the memo's word in 29 pt on a line of exactly 35 pt."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        style = Style(size=MEMO_TITLE_SIZE, align="center", bold=True)
        picture = _Garuda(garuda, MEMO_GARUDA_MM, parent)
        word = Paragraph(title, style, house.family, Node("H1", parent), bookmark=(1, title))
        return [_MemoHead(word, picture)]

    return pieces


class _LetterHead(Piece):
    """The ครุฑ in the middle; number and sender begin beside its foot, the sender's longest line ends at the margin."""

    keep_with_next = True

    def __init__(self, number: Paragraph, sender: Sequence[Paragraph], garuda: _Garuda) -> None:
        self._number, self._sender, self._garuda = number, sender, garuda

    def measure(self, _width: float) -> float:
        side = _BESIDE_GARUDA_MM * MM
        right = sum(paragraph.measure(side) for paragraph in self._sender)
        return self._foot() + max(self._number.measure(side), right)

    def _foot(self) -> float:
        return self._garuda.height - RAISED_MM * MM - self._number.leading

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        self._garuda.paint(pen, x + (width - self._garuda.width) / 2, top - RAISED_MM * MM)
        top += self._foot()
        side = _BESIDE_GARUDA_MM * MM
        self._number.paint(pen, x, top, side)
        heights = [paragraph.measure(side) for paragraph in self._sender]
        left = x + width - max((paragraph.widest for paragraph in self._sender), default=0.0)
        for paragraph, height in zip(self._sender, heights, strict=True):
            paragraph.paint(pen, left, top, side)
            top += height


def letter_head(number: str, sender: Sequence[str], garuda: bytes) -> Block:
    """The ครุฑ of 3 cm with the letter's number and its sender beside its foot."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        picture = _Garuda(garuda, LETTER_GARUDA_MM, parent)
        first = Paragraph(number, Style(), house.family, Node("P", parent))
        lines = [Paragraph(text, Style(), house.family, Node("P", parent)) for text in sender]
        return [_LetterHead(first, lines, picture)]

    return pieces


class _Filled(Piece):
    """Labels with what is written behind them on dotted lines, side by side."""

    keep_with_next = True

    def __init__(self, pairs: Sequence[tuple[Paragraph, Paragraph]]) -> None:
        self._pairs = pairs

    def _label_width(self, label: Paragraph, width: float) -> float:
        label.measure(width)
        return label.widest + _LABEL_GAP_MM * MM if label.widest else 0.0

    def _height(self, label: Paragraph, text: Paragraph, width: float) -> float:
        lowered = max(0.0, label.baseline - text.baseline)
        return max(label.leading, lowered + text.measure(width - self._label_width(label, width)))

    def measure(self, width: float) -> float:
        share = width / len(self._pairs)
        gap = _LABEL_GAP_MM * MM if len(self._pairs) > 1 else 0.0
        return max(self._height(label, text, share - gap) for label, text in self._pairs)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        share = width / len(self._pairs)
        for number, (label, text) in enumerate(self._pairs, start=1):
            gap = _LABEL_GAP_MM * MM if number < len(self._pairs) else 0.0
            self._paint_pair(pen, (label, text), x, top, share - gap)
            x += share

    def _paint_pair(self, pen: Pen, pair: tuple[Paragraph, Paragraph], x: float, top: float, width: float) -> None:
        label, text = pair
        shift = self._label_width(label, width)
        if shift:
            label.paint(pen, x, top, width)
        text_top = top + max(0.0, label.baseline - text.baseline)
        count = max(1, round(text.measure(width - shift) / text.leading))
        with pen.artifact():
            for number in range(count):
                y = text_top + text.baseline + number * text.leading + _BELOW_BASELINE
                pen.line((x + shift, y, x + width - 1, y), width=_DOT_WIDTH, dash=_DOTS)
        if text.widest:
            text.paint(pen, x + shift, text_top, width - shift)


def filled(*pairs: tuple[str, str]) -> Block:
    """Labels in 20 pt bold, each with its text in 16 pt on dotted lines that reach to the end of its share."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        made = []
        for label, text in pairs:
            node = Node("P", parent)
            made.append(
                (
                    Paragraph(label, Style(size=LABEL_SIZE, bold=True), house.family, node),
                    Paragraph(text, Style(size=BODY_SIZE), house.family, node),
                )
            )
        return [_Filled(made)]

    return pieces


class _BlankLines(Piece):
    """Dotted lines to write on."""

    def __init__(self, count: int, left: float, leading: float) -> None:
        self._count, self._left, self._leading = count, left, leading

    def measure(self, _width: float) -> float:
        return self._count * self._leading

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.artifact():
            for number in range(1, self._count + 1):
                y = top + number * self._leading - _BELOW_BASELINE
                pen.line((x + self._left, y, x + width, y), width=_DOT_WIDTH, dash=_DOTS)


def blank_lines(count: int, *, left_mm: float = 0.0) -> Block:
    """So many dotted lines to write on by hand."""
    return lambda house, _parent: [_BlankLines(count, left_mm * MM, house.family.leading(BODY_SIZE) * 1.2)]
