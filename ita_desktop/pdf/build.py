"""The one way from a story of blocks to the bytes of a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop import paths
from ita_desktop.pdf.blocks import Block, House
from ita_desktop.pdf.book import Book, Meta
from ita_desktop.pdf.flow import Stack, into_pages
from ita_desktop.pdf.fonts import Family, sarabun
from ita_desktop.pdf.page import Page, paint_number
from ita_desktop.pdf.styles import MM
from ita_desktop.pdf.tagging import Node
from ita_desktop.thai import words

WORD_LIST = "words_th.txt"


@dataclass(frozen=True)
class NewPage:
    """What follows stands on a new page, from there on of this kind when one is given."""

    page: Page | None = None
    restart: bool = False


def new_page(page: Page | None = None, *, restart: bool = False) -> NewPage:
    """A page break; with a page, also a change of paper, to landscape for instance.

    `restart` counts the pages from 1 again: several letters in one file.
    """
    return NewPage(page, restart)


@dataclass(frozen=True)
class Layout:
    """A story cut into its sheets, before any ink."""

    family: Family
    root: Node
    sheets: Sequence[tuple[Page, Stack]]
    restarts: Sequence[int] = ()
    """The sheets, counted from 0, that pages are counted from 1 again on."""

    @property
    def page_count(self) -> int:
        """How many sheets of paper it takes."""
        return len(self.sheets)

    def spare(self) -> float:
        """The height left below the last sheet's contents, in points; less than 0 where they do not fit it."""
        page, sheet = self.sheets[-1]
        return page.body_height - sheet.measure(page.body_width)

    def pdf(self, meta: Meta) -> bytes:
        """The sheets as a PDF: tagged, with outline and embedded faces; to be asked for once."""
        book = Book()
        for at, (kind, sheet) in enumerate(self.sheets):
            first = max((start for start in self.restarts if start <= at), default=0)
            last = min((start for start in self.restarts if start > at), default=self.page_count)
            pen = book.new_page(kind.width, kind.height)
            paint_number(pen, kind, self.family, at - first + 1, last - first)
            sheet.paint(pen, kind.left_mm * MM, kind.top_mm * MM, kind.body_width)
        return book.close(meta, self.root)


def build(
    story: Sequence[Block | NewPage], meta: Meta, page: Page | None = None, family: Family | None = None
) -> bytes:
    """The story as a PDF: tagged, with outline and embedded faces; equal stories give equal bytes.

    Raises `UserError` for a picture that is none.
    """
    return lay_out(story, page, family).pdf(meta)


def lay_out(story: Sequence[Block | NewPage], page: Page | None = None, family: Family | None = None) -> Layout:
    """The story cut into sheets, for papers that must know their length; `UserError` for a picture that is none."""
    words.configure(paths.resources() / "thai" / WORD_LIST)
    family = family or sarabun()
    root = Node("Document")
    sheets: list[tuple[Page, Stack]] = []
    restarts: list[int] = []
    for kind, blocks, restart in _sections(story, page or Page()):
        if restart:
            restarts.append(len(sheets))
        house = House(family, kind)
        body = Stack([piece for block in blocks for piece in block(house, root)])
        sheets += [(kind, sheet) for sheet in into_pages(body, kind.body_width, kind.body_height)]
    return Layout(family, root, sheets, restarts)


def _sections(story: Sequence[Block | NewPage], page: Page) -> list[tuple[Page, list[Block], bool]]:
    """The stretches between page breaks, each with its paper and whether it counts its pages from 1."""
    sections: list[tuple[Page, list[Block], bool]] = [(page, [], False)]
    for block in story:
        if isinstance(block, NewPage):
            page = block.page or page
            sections.append((page, [], block.restart))
        else:
            sections[-1][1].append(block)
    return [section for section in sections if section[1]] or sections[:1]
