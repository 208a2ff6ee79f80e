"""The measures plan on paper."""

from collections.abc import Iterator

from ita_desktop.domain.plan_documents import MeasuresPlanDocument
from ita_desktop.pdf.blocks import Block, body, heading
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, measures_table, point, signed, title
from ita_desktop.pdf.plan_tables import folded_table, wide_table


def measures_plan(document: MeasuresPlanDocument) -> bytes:
    """The plan as a PDF, on landscape pages when it asks for them."""
    is_wide = bool(document.details) and document.landscape
    page = Page(numerals=document.meta.numerals, landscape=document.landscape, left_mm=20 if is_wide else 30)
    return build(list(_story(document)), file_meta(document.meta), page)


def _story(document: MeasuresPlanDocument) -> Iterator[Block]:
    yield from title(document.title_lines, document.reference)
    yield heading(document.first_heading, 2)
    yield heading(document.background_heading, 3)
    for text in document.background:
        yield body(text)
    yield heading(document.second_heading, 2)
    for approach in document.approaches:
        yield body(point(approach))
    if document.rows:
        yield heading(document.table_heading, 2)
        yield _table(document)
    if document.signature:
        yield signed(document.signature)


def _table(document: MeasuresPlanDocument) -> Block:
    if not document.details:
        return measures_table(document.columns, document.rows, landscape=document.landscape)
    return wide_table(document) if document.landscape else folded_table(document)
