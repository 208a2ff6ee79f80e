"""What a paper is made of: headings, paragraphs, lists, tables, signatures, drawings.

Each function gives a block; `build` turns a story of blocks into a file. Sizes are official points
(16 for body text), indents millimetres, gaps points. Texts are printed literally, & < > included.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from ita_desktop.drawing.shapes import Drawing
from ita_desktop.pdf.book import BLACK, Pen
from ita_desktop.pdf.charts import DrawingPiece, PicturePiece
from ita_desktop.pdf.flow import Piece, Space, Stack, Together
from ita_desktop.pdf.fonts import Family
from ita_desktop.pdf.lists import hanging_items
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paragraph import Paragraph
from ita_desktop.pdf.styles import FIRST_LINE_MM, MM, Align, Run, Style, Text, runs
from ita_desktop.pdf.tables import Cell, Padding, Row, Table
from ita_desktop.pdf.tagging import Node, Role


@dataclass(frozen=True)
class House:
    """What every block of a paper is set with."""

    family: Family
    page: Page


Block = Callable[[House, Node], list[Piece]]
"""Something to print: asked for its pieces once the face and the page are known."""


class Look(TypedDict, total=False):
    """What a paragraph may change of its usual style; see `Style`."""

    size: float
    align: Align
    first_mm: float
    left_mm: float
    right_mm: float
    before: float
    after: float
    bold: bool
    italic: bool
    colour: str
    keep_with_next: bool


_HEADINGS: dict[int, tuple[Role, Style]] = {
    1: ("H1", Style(size=18, align="center", bold=True, after=4, keep_with_next=True)),
    2: ("H2", Style(bold=True, before=8, after=2, keep_with_next=True)),
    3: ("H3", Style(bold=True, before=4, after=2, keep_with_next=True, first_mm=FIRST_LINE_MM)),
}
_BODY = Style(first_mm=FIRST_LINE_MM, after=3)
_LINE = Style()
_ITEM = Style(left_mm=FIRST_LINE_MM, after=1)
_CELL = Style(size=14)
_SIGNATURE = Style(align="center")
HEADING_FILL = "#e8eef7"
BULLET = "–"
TALLEST_SHARE = 0.95
"""A drawing takes at most this share of a page's height, so that it fits into a framed cell as well."""


def heading(text: Text, level: int = 2, *, outline: bool = True, **look: Unpack[Look]) -> Block:
    """A heading: level 1 is the paper's title (centred, 18 pt), 2 and 3 stand left; it enters the outline."""
    role, usual = _HEADINGS[level]
    title = " ".join("".join(run.text for run in runs(text)).split())

    def pieces(house: House, parent: Node) -> list[Piece]:
        bookmark = (level, title) if outline and title else None
        return [Paragraph(text, replace(usual, **look), house.family, Node(role, parent), bookmark=bookmark)]

    return pieces


def body(text: Text, **look: Unpack[Look]) -> Block:
    """A paragraph of running text, its first line indented by 2.5 cm."""
    return _paragraph(text, replace(_BODY, **look))


def line(text: Text, **look: Unpack[Look]) -> Block:
    """A line or paragraph without indent and gap."""
    return _paragraph(text, replace(_LINE, **look))


def _paragraph(text: Text, style: Style) -> Block:
    return lambda house, parent: [Paragraph(text, style, house.family, Node("P", parent))]


def bullets(items: Sequence[Text], *, label: str = BULLET, **look: Unpack[Look]) -> Block:
    """A list, each item behind a dash; the dashes stand 2.5 cm in, or at `left_mm`."""
    return labelled([(label, item) for item in items], **look)


def numbered(items: Sequence[Text], *, start: int = 1, form: str = "{}.", **look: Unpack[Look]) -> Block:
    """A list numbered in the paper's digits; `form` shows one number, "{}." or "({})" or "๒.{}"."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        labels = [house.page.numerals.show(form.format(number)) for number in range(start, start + len(items))]
        return labelled(list(zip(labels, items, strict=True)), **look)(house, parent)

    return pieces


def labelled(items: Sequence[tuple[str, Text]], **look: Unpack[Look]) -> Block:
    """A list of texts that hang right of their own labels."""
    style = replace(_ITEM, **look)
    return lambda house, parent: list(hanging_items(items, style, house.family, parent))


def space(height: float) -> Block:
    """A gap of so many points, none at the top of a page."""
    return lambda _house, _parent: [Space(height)]


class _RulePiece(Piece):
    """A short line across the column."""

    def __init__(self, width: float, align: Align) -> None:
        self._line_width = width
        self._align = align
        self.before = self.after = 4.0

    def measure(self, _width: float) -> float:
        return 1.0

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        spare = width - self._line_width
        left = x + (0.0 if self._align == "left" else spare if self._align == "right" else spare / 2)
        with pen.artifact():
            pen.line((left, top, left + self._line_width, top), width=0.7, colour=BLACK)


def rule(width_mm: float = 50.0, *, align: Align = "center") -> Block:
    """The short line below the head of minutes and announcements."""
    return lambda _house, _parent: [_RulePiece(width_mm * MM, align)]


def together(blocks: Sequence[Block], *, keep_with_previous: bool = False) -> Block:
    """Blocks that stay on one page, if asked with the end of the text before them."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        block = Together(_pieces(blocks, house, parent))
        block.keep_with_previous = keep_with_previous
        return [block]

    return pieces


def _pieces(blocks: Sequence[Block], house: House, parent: Node) -> list[Piece]:
    return [piece for block in blocks for piece in block(house, parent)]


@dataclass(frozen=True)
class Column:
    """A column of a table: its title, its share of the width, how its texts stand."""

    title: Text
    share: float
    align: Align = "left"


Content = Text | Block | Sequence[Block]
"""What a cell holds: a text, or blocks such as `bullets`."""


@dataclass(frozen=True)
class TableRow:
    """A row that differs: cells over several columns, a ground, or one that stays with the next row."""

    cells: Sequence[Content]
    spans: Sequence[int] = ()
    fill: str | None = None
    bold: bool = False
    keep_with_next: bool = False


def wide_row(text: Text, columns: int, *, fill: str | None = None) -> TableRow:
    """A bold row over all columns that heads the rows below it."""
    return TableRow([text], [columns], fill=fill, bold=True, keep_with_next=True)


def ruled_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Content] | TableRow],
    *,
    size: float = 14.0,
    heading_fill: str | None = HEADING_FILL,
    before: float = 4.0,
    after: float = 8.0,
    padding: Padding | None = None,
) -> Block:
    """A table with rules; its heading repeats on every page it runs over."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        node = Node("Table", parent)
        titles = TableRow([column.title for column in columns], fill=heading_fill, bold=True)
        centred = [replace(column, align="center") for column in columns]
        has_titles = any(column.title for column in columns)
        heading_rows = [_row(titles, centred, size, house, node, heading=True)] if has_titles else []
        body_rows = [_row(_as_row(row), columns, size, house, node) for row in rows]
        shares = [column.share for column in columns]
        return [Table(shares, heading_rows, body_rows, padding=padding, before=before, after=after)]

    return pieces


def side_by_side(rows: Sequence[Sequence[Content]], shares: Sequence[float], *, size: float = 16.0) -> Block:
    """Contents in columns without rules: names beside posts, two signatures, a logo beside a title."""
    columns = [Column("", share) for share in shares]

    def pieces(house: House, parent: Node) -> list[Piece]:
        node = Node("Table", parent)
        body_rows = [_row(TableRow(cells), columns, size, house, node) for cells in rows]
        return [Table(shares, [], body_rows, ruled=False, padding=Padding(2.0, 0.0, 0.0))]

    return pieces


def _as_row(row: Sequence[Content] | TableRow) -> TableRow:
    return row if isinstance(row, TableRow) else TableRow(row)


def _row(
    row: TableRow, columns: Sequence[Column], size: float, house: House, table: Node, *, heading: bool = False
) -> Row:
    node = Node("TR", table)
    cells = []
    at = 0
    for number, content in enumerate(row.cells):
        span = row.spans[number] if number < len(row.spans) else 1
        style = replace(_CELL, size=size, align=columns[min(at, len(columns) - 1)].align, bold=row.bold)
        cell_node = Node("TH" if heading else "TD", node)
        cells.append(Cell(Stack(_cell_pieces(content, style, house, cell_node)), span, middle=heading))
        at += span
    return Row(tuple(cells), row.fill, row.keep_with_next)


def _cell_pieces(content: Content, style: Style, house: House, node: Node) -> list[Piece]:
    if callable(content):
        return content(house, node)
    if isinstance(content, (str, Run)):
        return [Paragraph(content, style, house.family, node)]
    blocks = [block for block in content if callable(block)]
    if blocks:
        return _pieces(blocks, house, node)
    return [Paragraph([run for run in content if not callable(run)], style, house.family, node)]


def panel(blocks: Sequence[Block], *, fill: str | None = None, ruled: bool = True, padding_mm: float = 3.0) -> Block:
    """Blocks in a box: a notice in a frame, a headline on a coloured ground."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        content = Stack(_pieces(blocks, house, Node("Sect", parent)))
        padding = Padding(padding_mm * MM, padding_mm * MM, padding_mm * MM)
        return [Table([1.0], [], [Row((Cell(content),), fill)], ruled=ruled, padding=padding, after=6.0)]

    return pieces


def signature(lines: Sequence[Text], *, left_mm: float = 70.0, before: float = 28.0, size: float = 16.0) -> Block:
    """Where someone signs: centred lines right of `left_mm`, never parted from the text before them."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        style = replace(_SIGNATURE, left_mm=left_mm, size=size)
        block = Together([Paragraph(text, style, house.family, Node("P", parent)) for text in lines])
        block.before = before
        block.keep_with_previous = True
        return [block]

    return pieces


def signatures(sides: Sequence[Sequence[Text]], *, before: float = 28.0, size: float = 16.0) -> Block:
    """Several signatures side by side, never parted from the text before them."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        cells = [[line(text, align="center", size=size) for text in lines] for lines in sides]
        block = Together(side_by_side([cells], [1.0] * len(sides))(house, parent))
        block.before = before
        block.keep_with_previous = True
        return [block]

    return pieces


def drawing(picture: Drawing, alt: str) -> Block:
    """A drawing in its size, at most as large as the page; `alt` says in words what it shows."""

    def pieces(house: House, parent: Node) -> list[Piece]:
        node = Node("Figure", parent, alt)
        return [DrawingPiece(picture, house.family, node, house.page.body_height * TALLEST_SHARE)]

    return pieces


def photo(picture: bytes, alt: str, *, width_mm: float, most_height_mm: float = 90.0, align: Align = "center") -> Block:
    """A picture from the bytes of a JPG or PNG file; `UserError` when it is none."""

    def pieces(_house: House, parent: Node) -> list[Piece]:
        node = Node("Figure", parent, alt)
        return [PicturePiece(picture, width_mm * MM, most_height_mm * MM, node, align=align)]

    return pieces
