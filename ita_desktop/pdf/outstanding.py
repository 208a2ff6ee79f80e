"""The open measures on paper: a summary of the divisions, then a page for each to be handed out."""

from collections.abc import Iterator

from ita_desktop.domain.plan_documents import OpenGroup, OpenPart, OpenRow, OutstandingDocument
from ita_desktop.pdf.blocks import Block, Column, Content, TableRow, body, heading, line, rule, ruled_table, wide_row
from ita_desktop.pdf.build import NewPage, build, new_page
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import LATE, PALE, QUIET, TABLE_SIZE, actions, count_table, file_meta
from ita_desktop.pdf.styles import Align

_SHARES = (6.0, 20.0, 36.0, 20.0, 18.0, 22.0)
_ALIGNS: tuple[Align, ...] = ("center", "left", "left", "center", "center", "left")


def outstanding(document: OutstandingDocument) -> bytes:
    """The lists as a PDF."""
    page = Page(numerals=document.meta.numerals, left_mm=25)
    return build(list(_story(document)), file_meta(document.meta), page)


def _story(document: OutstandingDocument) -> Iterator[Block | NewPage]:
    is_first = True
    if document.introduction:
        yield from _head(document, is_first=True)
        for text in document.introduction:
            yield body(text)
        if document.summary:
            yield from count_table(document.summary)
        is_first = False
    for part in document.parts:
        if not is_first:
            yield new_page()
        yield from _head(document, is_first=is_first)
        yield from _part(document, part)
        is_first = False


def _head(document: OutstandingDocument, *, is_first: bool) -> Iterator[Block]:
    """The title stands on every division's page: each is handed out by itself."""
    yield heading("\n".join(document.title_lines), 1, outline=is_first)
    yield line(document.as_of, align="center", size=TABLE_SIZE, colour=QUIET)
    yield rule()


def _part(document: OutstandingDocument, part: OpenPart) -> Iterator[Block]:
    yield heading(part.heading, 2)
    yield line(part.lead, after=4, keep_with_next=bool(part.groups))
    if part.groups:
        columns = [Column(*each) for each in zip(document.columns, _SHARES, _ALIGNS, strict=True)]
        yield ruled_table(columns, [row for group in part.groups for row in _rows(group)], size=TABLE_SIZE)


def _rows(group: OpenGroup) -> Iterator[TableRow]:
    if group.heading:
        yield wide_row(group.heading, len(_SHARES), fill=PALE)
    for row in group.rows:
        yield TableRow(_cells(row))


def _cells(row: OpenRow) -> list[Content]:
    due = list(row.due)
    standing: list[Block] = [line(text, size=TABLE_SIZE, align="center") for text in due[:-1]]
    colour = LATE if row.is_late else "#000000"
    standing.append(line(due[-1], size=TABLE_SIZE, align="center", bold=row.is_late, colour=colour))
    standing.append(line(row.status, size=TABLE_SIZE, align="center", before=2))
    return [
        row.number,
        row.row.indicator,
        actions(row.row),
        "\n".join(row.row.responsible),
        standing,
        [line(text, size=TABLE_SIZE) for text in row.next_step],
    ]
