"""What the papers of a meeting have in common on the page."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting import AgendaTable
from ita_desktop.domain.meeting_documents import MinutesItem, MinutesTable, TableLine
from ita_desktop.pdf.blocks import Block, Column, TableRow, body, heading, line, rule, ruled_table, wide_row
from ita_desktop.pdf.paper_parts import PALE, QUIET, TABLE_SIZE, measures_table
from ita_desktop.pdf.styles import Align, bold

_SCORE_SHARES = (52.0, 14.0, 14.0, 20.0)
_FINDING_SHARES = (26.0, 28.0, 22.0, 24.0)


def meeting_head(title_lines: Sequence[str], mark: str = "") -> Iterator[Block]:
    """The centred head of minutes and agenda, in bold, with the short rule below it."""
    if mark:
        yield line(mark, align="right", size=14, colour=QUIET, keep_with_next=True)
    yield heading(title_lines[0], 1, size=16, after=0)
    for text in title_lines[1:]:
        yield line(text, align="center", bold=True, keep_with_next=True)
    yield rule()


def minutes_item(item: MinutesItem) -> Iterator[Block]:
    """One agenda item: title, texts, tables, resolution."""
    if item.title:
        yield heading(item.title, 3, outline=False)
    for text in item.paragraphs:
        yield body(text)
    if item.rows:
        yield measures_table(item.columns, item.rows, filled_only=True)
    for table in item.tables:
        yield from _table(table)
    if item.resolution_heading:
        first, *more = item.resolution
        yield body([bold(item.resolution_heading), f"  {first}"])
        for text in more:
            yield body(text)


def _table(table: MinutesTable) -> Iterator[Block]:
    yield line(table.title, bold=True, align="center", before=4, keep_with_next=True)
    if table.rows:
        yield measures_table(table.columns, table.rows, filled_only=True)
    elif table.lines:
        yield _text_table(table)
    if table.note:
        yield line(table.note, align="center", after=4)


def _text_table(table: MinutesTable) -> Block:
    is_scores = table.kind is AgendaTable.SCORES
    shares = _SCORE_SHARES if is_scores else _FINDING_SHARES
    others: Align = "center" if is_scores else "left"
    columns = [Column(title, shares[n], others if n else "left") for n, title in enumerate(table.columns)]
    return ruled_table(columns, [_row(one, len(columns)) for one in table.lines], size=TABLE_SIZE)


def _row(one: TableLine, columns: int) -> TableRow:
    if one.is_heading and len(one.cells) == 1:
        return wide_row(one.cells[0], columns, fill=PALE)
    if one.is_heading:
        return TableRow(one.cells, fill=PALE, bold=True, keep_with_next=True)
    return TableRow(one.cells)
