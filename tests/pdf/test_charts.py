"""Drawings and pictures on paper."""

import io

import pdfplumber
import pypdf
import pytest
from PIL import Image

from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.errors import UserError
from ita_desktop.pdf import fonts
from ita_desktop.pdf.blocks import Block, drawing, line, photo, side_by_side
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.styles import MM

DRAWING = Drawing(
    300,
    120,
    (
        Rect(0, 0, 300, 120, stroke="#888888"),
        Rect(20, 40, 30, 70, fill="#2b6cb0", hatch="#ffffff"),
        Line(0, 60, 300, 60, "#cc0000", 1.5, dashed=True),
        Label(150, 20, "ผลการประเมิน น้ำ", 12, "middle", bold=True),
        Label(300, 110, "๘๕", 10, "right", "#cc0000"),
        Label(0, 110, "ต่ำ", 10),
    ),
)


def page_of(*story: Block, family: fonts.Family | None = None) -> pdfplumber.page.Page:
    pdf = build(story, Meta("x"), Page(numbering="none"), family)
    return pdfplumber.open(io.BytesIO(pdf)).pages[0]


def picture(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    stored = io.BytesIO()
    Image.new(mode, size, (200, 30, 30) if mode == "RGB" else (200, 30, 30, 0)).save(stored, kind)
    return stored.getvalue()


def test_that_shapes_stand_where_the_drawing_says() -> None:
    page = page_of(drawing(DRAWING, "แผนภูมิ"))
    left, top = 30 * MM + (160 * MM - 300) / 2, 25 * MM
    frame, bar = sorted(page.rects, key=lambda rect: -rect["width"])[:2]
    assert (frame["x0"], frame["top"]) == pytest.approx((left, top), abs=0.1)
    assert (bar["x0"], bar["top"], bar["width"], bar["height"]) == pytest.approx((left + 20, top + 40, 30, 70), abs=0.1)
    assert bar["non_stroking_color"] == pytest.approx((0x2B / 255, 0x6C / 255, 0xB0 / 255), abs=0.01)
    pass_line = max(page.lines, key=lambda found: found["x1"] - found["x0"])
    assert pass_line["top"] == pytest.approx(top + 60, abs=0.1)
    assert pass_line["linewidth"] == pytest.approx(1.5)
    assert len(page.lines) > 10, "the hatch"


def test_that_labels_are_aligned_and_bold() -> None:
    page = page_of(drawing(DRAWING, "แผนภูมิ"))
    left = 30 * MM + (160 * MM - 300) / 2
    title = [char for char in page.chars if char["size"] == 12]
    assert (title[0]["x0"] + title[-1]["x1"]) / 2 == pytest.approx(left + 150, abs=1)
    assert all("Bold" in char["fontname"] for char in title)
    score = [char for char in page.chars if char["text"] in "๘๕"]
    assert score[-1]["x1"] == pytest.approx(left + 300, abs=0.5)


def test_that_a_drawing_wider_than_the_column_is_made_smaller() -> None:
    page = page_of(side_by_side([[drawing(DRAWING, "แผนภูมิ"), "ข"]], [1, 2]))
    assert max(rect["width"] for rect in page.rects) == pytest.approx(160 * MM / 3 - 4, abs=0.5)
    assert max(char["size"] for char in page.chars) < 12


def test_that_labels_of_a_government_face_look_as_large() -> None:
    government = fonts.Family("TH SarabunPSK", fonts.sarabun().files, 1.0)
    page = page_of(drawing(DRAWING, "แผนภูมิ"), family=government)
    assert max(char["size"] for char in page.chars) == pytest.approx(12 / 0.69, abs=0.1)


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_that_a_picture_keeps_its_shape_and_no_more_dots_than_print_shows(kind: str, mode: str) -> None:
    shown = photo(picture((4000, 2000), kind, mode), "ภาพการประชุม", width_mm=80)
    pdf = build([line("ภาพ"), shown], Meta("x"), Page(numbering="none"))
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        image = document.pages[0].images[0]
    assert (image["width"], image["height"]) == pytest.approx((80 * MM, 40 * MM), abs=0.1)
    assert (image["x0"] + image["x1"]) / 2 == pytest.approx(110 * MM, abs=0.1)
    stored = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images[0].image
    assert stored is not None
    assert stored.width == round(80 / 25.4 * 220)
    assert len(pdf) < 60_000


def test_that_a_high_picture_is_limited_and_a_file_that_is_none_is_refused() -> None:
    page = page_of(photo(picture((100, 400), "PNG"), "ภาพ", width_mm=80, most_height_mm=60, align="left"))
    assert page.images[0]["height"] == pytest.approx(60 * MM, abs=0.1)
    assert page.images[0]["x0"] == pytest.approx(30 * MM, abs=0.1)
    with pytest.raises(UserError, match="เปิดไฟล์ภาพไม่ได้"):
        build([photo(b"no picture", "ภาพ", width_mm=50)], Meta("x"))
