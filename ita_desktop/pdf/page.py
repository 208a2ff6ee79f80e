"""The sheet of paper: its size, margins and page number."""

from dataclasses import dataclass
from typing import Literal

from ita_desktop.pdf.book import Pen
from ita_desktop.pdf.fonts import Family
from ita_desktop.pdf.paragraph import Paragraph
from ita_desktop.pdf.styles import BODY_SIZE, MM, Align, Style
from ita_desktop.thai.digits import Numerals

A4_MM = (210.0, 297.0)
A3_MM = (297.0, 420.0)
NUMBER_TOP_MM = 12.0
"""Where the line of the page number starts, from the top edge."""


@dataclass(frozen=True)
class Page:
    """A sheet, A4 unless said otherwise, with the margins of the regulation in millimetres, and how it is numbered.

    `numbering`: "dashes" prints `- ๒ -` from the second page, "of_total" `หน้า ๑ จาก ๕` on every page.
    """

    landscape: bool = False
    numerals: Numerals = Numerals.THAI
    numbering: Literal["dashes", "of_total", "none"] = "dashes"
    left_mm: float = 30.0
    right_mm: float = 20.0
    top_mm: float = 25.0
    bottom_mm: float = 20.0
    sheet_mm: tuple[float, float] = A4_MM
    """Width and height of the upright sheet."""

    @property
    def width(self) -> float:
        """Width of the sheet in points."""
        return self.sheet_mm[self.landscape] * MM

    @property
    def height(self) -> float:
        """Height of the sheet in points."""
        return self.sheet_mm[not self.landscape] * MM

    @property
    def body_width(self) -> float:
        """Width between the margins in points."""
        return self.width - (self.left_mm + self.right_mm) * MM

    @property
    def body_height(self) -> float:
        """Height between the margins in points."""
        return self.height - (self.top_mm + self.bottom_mm) * MM


def paint_number(pen: Pen, page: Page, family: Family, number: int, total: int) -> None:
    """The page number, centred above the text or at its right end."""
    if page.numbering == "none" or (page.numbering == "dashes" and number == 1):
        return
    text = f"- {number} -" if page.numbering == "dashes" else f"หน้า {number} จาก {total}"
    align: Align = "center" if page.numbering == "dashes" else "right"
    line = Paragraph(page.numerals.show(text), Style(size=BODY_SIZE, align=align), family)
    with pen.artifact():
        line.paint(pen, page.left_mm * MM, NUMBER_TOP_MM * MM, page.body_width)
