"""Tables in HTML as Word, Excel, LibreOffice and browsers put them on the clipboard."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ita_desktop.errors import UserError
from ita_desktop.measures_import.table import (
    EMPTY,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT,
    Cell,
    Line,
    PastedTable,
    Place,
    table_of,
)
from ita_desktop.thai.clean import clean_line

# Python's parser stops at marked sections it does not know; the ones that end a comment must stay.
_MARKED_SECTION = re.compile(r"<!\[(?!endif\]--)[^>]*>")
_VOID = frozenset({"br", "img", "col", "meta", "link", "hr", "input", "wbr", "area", "base"})
_UNSEEN = frozenset({"style", "script", "title", "xml", "template", "noscript"})
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "dd", "dt"}
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_LIST_MARK = re.compile(r"mso-list\s*:\s*ignore")
_SPAN = re.compile(r"\s*(\d{1,5})", re.ASCII)


@dataclass
class _Open:
    """An element that is not closed yet, with what it does to the text inside."""

    tag: str
    unseen: bool = False
    bold: bool | None = None
    mark: bool = False


@dataclass
class _Text:
    """Collects paragraphs."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    marked: bool = False

    def add(self, text: str, *, bold: bool) -> None:
        self.words.append(text)
        if text.strip():
            self.bold.append(bold)

    def end_line(self) -> None:
        text = clean_line("".join(self.words))
        if text:
            self.lines.append(Line(text, self.marked, bool(self.bold) and all(self.bold)))
            # A list item whose text stands in a paragraph of its own is still that item.
            self.marked = False
        self.words, self.bold = [], []

    def cell(self) -> Cell:
        self.end_line()
        return Cell(tuple(self.lines))


@dataclass
class _Table:
    """One table being read: its cells in the grid that row and column spans make."""

    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: dict[Place, Place] = field(default_factory=dict)
    row: int = -1
    column: int = 0

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0

    def put(self, cell: Cell, rows: int, columns: int) -> None:
        if self.row < 0:
            self.begin_row()
        while (self.row, self.column) in self.cells or (self.row, self.column) in self.merged:
            self.column += 1
        first = (self.row, self.column)
        if self.row > MAX_ROWS or self.column > MAX_COLUMNS:
            # One beyond what is allowed is enough for `table_of` to refuse the table.
            first = (min(self.row, MAX_ROWS), min(self.column, MAX_COLUMNS))
        self.cells[first] = cell
        for row in range(first[0], min(first[0] + rows, MAX_ROWS + 1)):
            for column in range(first[1], min(first[1] + columns, MAX_COLUMNS + 1)):
                if (row, column) != first and (row, column) not in self.cells:
                    self.merged[row, column] = first
        self.column += columns

    def height(self) -> int:
        return max((row for row, _ in self.cells), default=-1) + 1

    def width(self) -> int:
        return max((column for _, column in (*self.cells, *self.merged)), default=-1) + 1

    def rows(self) -> list[list[Cell]]:
        columns = range(self.width())
        return [[self.cells.get((row, column), EMPTY) for column in columns] for row in range(self.height())]


class _Reader(HTMLParser):
    """Reads every outermost table and the texts beside them; a table inside a cell is lines of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.beside = _Text()
        self._open: list[_Open] = []
        self._cell: _Text | None = None
        self._spans = (1, 1)
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "").lower()
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.beside.end_line()
                self.tables.append(_Table())
        if self._depth == 1 and tag in ("tr", "td", "th"):
            self._end_cell()
            self._close_inside(tag)
            if tag == "tr":
                self.tables[-1].begin_row()
            else:
                self._cell, self._spans = _Text(), (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag in _BLOCKS or tag in ("br", "tr", "td", "th", "table"):
            self._text.end_line()
            self._text.marked = self._text.marked or tag == "li"
        if tag in _VOID:
            return
        bold = True if tag in ("b", "strong") else None
        if "font-weight" in style:
            bold = bool(_BOLD.search(style))
        self._open.append(
            _Open(tag, tag in _UNSEEN or bool(_HIDDEN.search(style)), bold, bool(_LIST_MARK.search(style)))
        )

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag in _BLOCKS or (tag in ("td", "th", "tr") and self._depth > 1):
            self._text.end_line()
            self._text.marked = self._text.marked and tag != "li"
        for n in range(len(self._open) - 1, -1, -1):
            if self._open[n].tag == tag:
                del self._open[n:]
                break
            if self._open[n].tag in ("td", "th", "table"):
                break

    def handle_data(self, data: str) -> None:
        if any(element.unseen for element in self._open):
            return
        if any(element.mark for element in self._open):
            self._text.marked = self._text.marked or bool(data.strip())
            return
        bold = next((element.bold for element in reversed(self._open) if element.bold is not None), False)
        self._text.add(data, bold=bold)

    @property
    def _text(self) -> _Text:
        return self.beside if self._cell is None else self._cell

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.tables[-1].put(self._cell.cell(), *self._spans)
            self._cell = None

    def _close_inside(self, tag: str) -> None:
        """What an earlier cell or row left open ends where the next begins."""
        ends_at = ("table", "tbody", "thead", "tfoot") if tag == "tr" else ("tr", "table")
        place = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].tag in ends_at), -1)
        del self._open[place + 1 :]


def read_html(html: str) -> PastedTable:
    """The table of the HTML; tables of the same width as the largest go on from one another, as over page breaks.

    Raises `UserError` when there is no table or it is too large.
    """
    if len(html) > MAX_TEXT:
        raise UserError("ข้อมูลยาวเกินไป เลือกเฉพาะตารางมาตรการแล้วลองอีกครั้ง")
    reader = _Reader()
    reader.feed(_MARKED_SECTION.sub("", html))
    reader.close()
    reader.handle_endtag("table")
    beside = [line.text for line in reader.beside.cell().lines]
    largest = max(reader.tables, key=lambda table: len(table.cells), default=_Table())
    width = largest.width()
    rows: list[list[Cell]] = []
    merged: dict[Place, Place] = {}
    for table in reader.tables:
        if table.width() != width:
            beside += [cell.flat for cell in table.cells.values() if cell.lines]
            continue
        shift = len(rows)
        rows += table.rows()
        merged |= {(r + shift, c): (first[0] + shift, first[1]) for (r, c), first in table.merged.items()}
    return table_of(rows, merged, beside)


def _span(value: str | None) -> int:
    match = _SPAN.match(value or "")
    return max(1, int(match[1])) if match else 1
