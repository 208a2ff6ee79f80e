"""The radar and the trend on paper: the same drawing as on screen, with all its words."""

import io
from decimal import Decimal

import pdfplumber
import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.drawing.bar_chart import Bar, MarkLine
from ita_desktop.drawing.radar_chart import radar_chart
from ita_desktop.drawing.shapes import Drawing, Label
from ita_desktop.drawing.trend_chart import TrendLine, YearSwitch, trend_chart
from ita_desktop.pdf.blocks import drawing
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.thai.digits import Numerals

PASS = MarkLine(Decimal(85), "เกณฑ์ผ่าน ๘๕")
YEARS = [FiscalYear(year) for year in range(2559, 2569)]


def ruler(text: str, size: float, bold: bool) -> float:
    return sarabun().face(bold=bold).width(text) * size / 1000


def radar() -> Drawing:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การเปิดเผยข้อมูล")
    spokes = [Bar(f"{n}. {name}", Decimal(70 + 6 * n), Decimal(80)) for n, name in enumerate(names, start=1)]
    return radar_chart(
        spokes,
        width=440,
        height=300,
        lines=[PASS],
        series=("ปี ๒๕๖๘", "ปี ๒๕๖๗"),
        numerals=Numerals.THAI,
        text_width=ruler,
    )


def trend() -> Drawing:
    totals = [Decimal(60 + 4 * n) if n != 3 else None for n in range(10)]
    return trend_chart(
        YEARS,
        [TrendLine("คะแนนรวม", totals), TrendLine("OIT", [Decimal(50 + 5 * n) for n in range(10)])],
        width=440,
        height=260,
        marks=[PASS],
        switches=[YearSwitch(FiscalYear(2566), "ใช้ระดับผลแบบใหม่ตั้งแต่ปี ๒๕๖๖")],
        numerals=Numerals.THAI,
        text_width=ruler,
    )


@pytest.mark.parametrize("picture", [radar(), trend()], ids=["radar", "trend"])
def test_that_every_line_and_label_is_on_the_paper(picture: Drawing) -> None:
    pdf = build([drawing(picture, "แผนภูมิ")], Meta("x"), Page(numbering="none"))
    page = pdfplumber.open(io.BytesIO(pdf)).pages[0]
    letters = "".join(char["text"] for char in page.chars)
    for label in (shape for shape in picture.shapes if isinstance(shape, Label)):
        # A sara am is drawn as two signs; the digits and consonants tell whether the label is there.
        wanted = [letter for letter in label.text if letter.isdigit() or "ก" <= letter <= "ฮ"]
        assert all(letter in letters for letter in wanted), label.text
    assert len(page.lines) + len(page.curves) > 40
    assert all(line["x0"] >= 0 and line["x1"] <= page.width for line in page.lines)
    assert any("▼" in label.text for label in picture.shapes if isinstance(label, Label)) == ("▼" in letters)
