"""The organisation-development report on paper."""

from collections.abc import Iterator

from ita_desktop.domain.plan_documents import DevelopmentReportDocument, ThemePart
from ita_desktop.pdf.blocks import Block, body, bullets, heading
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paper_parts import file_meta, point, signed, title

_POINTS_MM = 12.0


def development_report(document: DevelopmentReportDocument) -> bytes:
    """The report as a PDF."""
    return build(list(_story(document)), file_meta(document.meta), Page(numerals=document.meta.numerals))


def _story(document: DevelopmentReportDocument) -> Iterator[Block]:
    yield from title(document.title_lines, document.reference)
    for text in (*document.lead, *document.introduction):
        yield body(text)
    for theme in document.themes:
        yield from _theme(theme)
    if document.signature:
        yield signed(document.signature)


def _theme(theme: ThemePart) -> Iterator[Block]:
    yield heading(theme.heading, 2)
    yield bullets([point(one) for one in theme.points], left_mm=_POINTS_MM)
