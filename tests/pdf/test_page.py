"""What stays together on a page, page numbers, and what the file says about itself."""

import io
import re
import subprocess
from pathlib import Path
from shutil import which

import pdfplumber
import pypdf
import pytest
from pdf_readers import by_pdfium, fold

from ita_desktop.pdf import fonts
from ita_desktop.pdf.blocks import body, heading, line, rule, signature, signatures, space, together
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build, new_page
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.styles import MM, bold, italic
from ita_desktop.thai.digits import Numerals

META = Meta("รายงานการประชุม ครั้งที่ ๑/๒๕๖๙", "อบต.ตัวอย่าง", "การประเมิน ITA")
PARAGRAPH = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " * 4


def texts_of_pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_that_pages_are_numbered_from_the_second_in_the_offices_digits() -> None:
    story = [body(PARAGRAPH)] * 25
    thai = texts_of_pages(build(story, META))
    assert len(thai) >= 4
    assert "- ๑ -" not in thai[0]
    assert [f"- {number} -" in page for number, page in zip("๒๓๔", thai[1:4], strict=True)] == [True] * 3
    arabic = texts_of_pages(build(story, META, Page(numerals=Numerals.ARABIC)))
    assert "- 2 -" in arabic[1]
    counted = texts_of_pages(build(story, META, Page(numbering="of_total", numerals=Numerals.THAI)))
    assert f"หน้า ๑ จาก {Numerals.THAI.show(str(len(counted)))}" in counted[0]


def test_that_text_keeps_the_margins_of_the_regulation() -> None:
    pdf = build([body(PARAGRAPH)] * 12, META, Page(numbering="none"))
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)
        for page in document.pages:
            assert min(char["x0"] for char in page.chars) == pytest.approx(30 * MM, abs=2)
            assert max(char["x1"] for char in page.chars) <= 190 * MM + 2
            assert min(char["top"] for char in page.chars) >= 25 * MM - 1
            assert max(char["bottom"] for char in page.chars) <= 277 * MM + 1


def test_that_the_first_line_is_indented_by_two_and_a_half_centimetres() -> None:
    pdf = build([body(PARAGRAPH)], META)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        starts = {round(line_["top"]): line_["x0"] for line_ in document.pages[0].extract_text_lines()}
    tops = sorted(starts)
    assert starts[tops[0]] == pytest.approx(55 * MM, abs=2)
    assert all(starts[top] == pytest.approx(30 * MM, abs=2) for top in tops[1:])


def test_that_sixteen_points_are_printed_as_eleven_on_a_line_of_twenty_point_eight() -> None:
    pdf = build([line("การประเมิน\nการประเมิน")], META)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        chars = document.pages[0].chars
    assert {char["size"] for char in chars} == {11}
    tops = sorted({round(char["top"], 2) for char in chars})
    assert tops[1] - tops[0] == pytest.approx(20.8, abs=0.02)


@pytest.mark.parametrize("filled", range(28, 36))
def test_that_a_heading_is_never_the_last_line_of_a_page(filled: int) -> None:
    pdf = build([*[line("ข้อความ")] * filled, heading("หัวข้อหนึ่ง"), heading("หัวข้อสอง", 3), body(PARAGRAPH)], META)
    for page in texts_of_pages(pdf):
        lines = [found for found in page.splitlines() if found.strip()]
        assert not lines[-1].startswith("หัวข้อ"), filled
        if "หัวข้อหนึ่ง" in page:
            assert "หัวข้อสอง" in page


@pytest.mark.parametrize("filled", range(22, 36))
@pytest.mark.parametrize("side_by_side", [False, True])
def test_that_a_signature_is_never_alone_on_a_page(filled: int, side_by_side: bool) -> None:
    lines = ["(ลงชื่อ)", "(นางสาวน้ำผึ้ง)", "หัวหน้าสำนักปลัด"]
    block = signatures([lines, lines]) if side_by_side else signature(lines)
    pdf = build([*[line("ข้อความ")] * filled, body(PARAGRAPH), block], META, Page(numbering="none"))
    pages = [page for page in texts_of_pages(pdf) if page.strip()]
    last = [found.strip() for found in pages[-1].splitlines() if found.strip()]
    assert "หัวหน้าสำนักปลัด" in last[-1]
    signed_at = next(number for number, found in enumerate(last) if found.startswith("(ลงชื่อ)"))
    assert signed_at >= 2, "two lines of text stand above it"


@pytest.mark.parametrize("filled", range(28, 37))
def test_that_no_line_of_a_paragraph_stands_alone_on_a_page(filled: int) -> None:
    pdf = build([*[line("ข้อความ")] * filled, body(PARAGRAPH)], META, Page(numbering="none"))
    for page in texts_of_pages(pdf):
        of_paragraph = [found for found in page.splitlines() if found.strip() not in ("", "ข้อความ")]
        assert len(of_paragraph) != 1, filled


def test_that_blocks_stay_together_unless_higher_than_a_page() -> None:
    group = together([line(f"ก{number}") for number in range(10)])
    pages = texts_of_pages(build([*[line("ข้อความ")] * 30, group], META))
    assert "ก0" not in pages[0]
    assert "ก9" in pages[1]
    high = together([line(f"ก{number}") for number in range(80)])
    assert len(texts_of_pages(build([line("ต้น"), high], META))) == 3


def test_that_no_text_is_lost_at_page_ends() -> None:
    story = [
        block for number in range(60) for block in (heading(f"หัวข้อที่{number}"), body(f"{number}{PARAGRAPH}"), space(8))
    ]
    pdf = build([*story, rule(), signature(["ก"])], META, Page(numbering="none"))
    expected = "".join(f"หัวข้อที่{number}{number}{PARAGRAPH}" for number in range(60)) + "ก"
    assert fold(by_pdfium(pdf)) == fold(expected)


def test_that_a_new_page_may_be_landscape() -> None:
    pdf = build([line("ตั้ง"), new_page(Page(landscape=True)), line("นอน"), new_page(), line("นอนต่อ")], META)
    sizes = [
        (round(page.mediabox.width), round(page.mediabox.height)) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]
    assert sizes == [(595, 842), (842, 595), (842, 595)]


def test_that_an_empty_story_is_one_empty_page() -> None:
    assert len(texts_of_pages(build([], META))) == 1
    assert len(texts_of_pages(build([new_page()], META))) == 1


def test_that_equal_content_gives_equal_bytes() -> None:
    story = [heading("หัว", 1), body([bold("หนา"), "บาง", italic("เอน")]), body(PARAGRAPH)]
    first = build(story, META)
    build([body("ข้อความอื่นที่ใช้ตัวอักษรก่อน")], META)
    assert build(story, META) == first


def test_that_the_file_says_what_it_is() -> None:
    story = [
        heading("รายงาน น้ำ", 1),
        heading("ระเบียบวาระที่ ๑"),
        body(PARAGRAPH),
        heading("ย่อย", 3),
        heading("ระเบียบวาระที่ ๒"),
    ]
    reader = pypdf.PdfReader(io.BytesIO(build([*story, heading("ไม่อยู่ในสารบัญ", outline=False)], META)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == (
        META.title,
        META.author,
        META.subject,
    )
    assert reader.trailer["/Root"]["/Lang"] == "th-TH"
    outline = reader.outline
    assert outline[0].title == "รายงาน น้ำ"
    assert [entry.title for entry in outline[1] if not isinstance(entry, list)] == ["ระเบียบวาระที่ ๑", "ระเบียบวาระที่ ๒"]
    assert outline[1][1][0].title == "ย่อย"


def test_that_only_embedded_faces_are_used() -> None:
    story = [
        heading("หัว", 1),
        body(
            [
                bold("หนา"),
                "บาง",
                italic("เอน"),
            ]
        ),
    ]
    pages = pypdf.PdfReader(io.BytesIO(build(story, META))).pages
    names = set()
    for page in pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]
            names.add(str(descendant["/BaseFont"]))
    assert {name.split("+")[1] for name in names} == {"ITASarabun-Bold", "ITASarabun-Regular", "ITASarabun-Italic"}
    assert all(re.fullmatch(r"/[A-Z]{6}\+.+", name) for name in names)


def test_that_a_government_face_is_set_at_its_own_size() -> None:
    shipped = fonts.sarabun()
    government = fonts.Family("TH SarabunPSK", shipped.files, 1.0)
    pdf = build([line("น้ำ")], META, family=government)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert {char["size"] for char in document.pages[0].chars} == {16}


@pytest.mark.skipif(which("qpdf") is None, reason="qpdf is not installed")
def test_that_qpdf_finds_no_fault(tmp_path: Path) -> None:
    story = [heading("หัว", 1), body([bold("หนา"), "บาง"]), *[body(PARAGRAPH)] * 20, signature(["ก"])]
    (tmp_path / "paper.pdf").write_bytes(build(story, META))
    done = subprocess.run(["qpdf", "--check", tmp_path / "paper.pdf"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
