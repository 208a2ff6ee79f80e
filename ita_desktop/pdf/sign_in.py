"""The sheet that those who come to a meeting sign: the last page is filled with empty rows."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.meeting_documents import SignInDocument
from ita_desktop.pdf.blocks import Block, Column, Content, TableRow, line, ruled_table, wide_row
from ita_desktop.pdf.build import Layout, lay_out
from ita_desktop.pdf.meeting_parts import meeting_head
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import PALE, TABLE_SIZE, file_meta
from ita_desktop.pdf.styles import Align
from ita_desktop.pdf.tables import Padding

LEAST_SPARE = 5
"""Empty rows that the sheet has at least."""
_SHARES = (7.0, 27.0, 30.5, 24.0, 11.5)
_ALIGNS: tuple[Align, ...] = ("center", "left", "left", "left", "left")
_ROOM_TO_SIGN = Padding(4.0, 4.0, 6.5)


def sign_in(document: SignInDocument) -> bytes:
    """The sheet as a PDF."""
    return _filled(document, Page(numerals=document.meta.numerals)).pdf(file_meta(document.meta))


def _filled(document: SignInDocument, page: Page) -> Layout:
    """With as many empty rows as the last page holds."""

    def laid_out(spare: int) -> Layout:
        return lay_out(list(_story(document, page, spare)), page)

    least, one_more = laid_out(LEAST_SPARE), laid_out(LEAST_SPARE + 1)
    row = least.spare() - one_more.spare()
    if one_more.page_count > least.page_count:
        return least
    for more in range(int(least.spare() / row), 1, -1):
        fuller = laid_out(LEAST_SPARE + more)
        if fuller.page_count == least.page_count:
            return fuller
    return one_more


def _story(document: SignInDocument, page: Page, spare: int) -> Iterator[Block]:
    yield from meeting_head(document.title_lines)
    columns = [Column(*each) for each in zip(document.columns, _SHARES, _ALIGNS, strict=True)]
    yield ruled_table(columns, list(_rows(document, page, spare)), size=TABLE_SIZE, padding=_ROOM_TO_SIGN)


def _rows(document: SignInDocument, page: Page, spare: int) -> Iterator[Sequence[Content] | TableRow]:
    for group in document.groups:
        if group.heading:
            yield wide_row(group.heading, len(document.columns), fill=PALE)
        for row in group.rows:
            post: list[Block] = [line(text, size=TABLE_SIZE) for text in (row.post, row.role) if text]
            yield [row.number, row.name, post or "", "", row.remark]
    for number in range(document.count + 1, document.count + spare + 1):
        yield [page.numerals.show(str(number)), "", "", "", ""]
