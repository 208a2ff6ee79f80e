"""What was written is what four programs read back, wherever on the page it stands."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_readers import READERS, fold

from ita_desktop.drawing.shapes import Drawing, Label
from ita_desktop.pdf.blocks import (
    Block,
    Column,
    body,
    bullets,
    drawing,
    heading,
    line,
    numbered,
    panel,
    ruled_table,
    side_by_side,
    signature,
)
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import NewPage, build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.styles import Align, bold, italic, link

Reader = Callable[[bytes], str]
ROOT = Path(__file__).resolve().parents[2]
NO_NUMBERS = Page(numbering="none")
READER_NAMES = sorted(READERS)
FLOWING_READERS = [name for name in READER_NAMES if name not in ("pdftotext", "pdftotext -layout", "pdfplumber")]
"""Those that read the cells of a row one after the other; the others go line by line across columns."""


def generated_texts(count: int) -> list[str]:
    chance = random.Random(67)
    listed = (ROOT / "resources" / "thai" / "words_th.txt").read_text(encoding="utf-8").splitlines()
    entries = [word for word in listed if word and " " not in word]
    joints = [
        "",
        "",
        "",
        "",
        " ",
        " ",
        " (ITA) ",
        " ๒๕๖๙ ",
        ", ",
        " ๆ ",
        " 84.99 ",
        "“",
        "” ",
        " & <b> ",
        " - ",
        "-",
        "/",
        " – ",
        ". ",
    ]
    texts = []
    for _ in range(count):
        pieces = (chance.choice(entries) + chance.choice(joints) for _ in range(chance.randint(3, 40)))
        texts.append("".join(pieces).strip())
    return texts


def paper(*story: Block | NewPage) -> bytes:
    return build(story, Meta("ทดสอบ"), NO_NUMBERS)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return generated_texts(500)


@pytest.fixture(scope="module", params=["left", "justify"])
def generated(request: pytest.FixtureRequest, texts: list[str]) -> bytes:
    align: Align = request.param
    return paper(*(line(text, after=4, align=align) for text in texts))


@pytest.mark.parametrize("name", READER_NAMES)
def test_that_generated_texts_read_back_exactly(generated: bytes, texts: list[str], name: str) -> None:
    read = READERS[name](generated)
    assert fold(read) == fold("".join(texts))
    written = " ".join(" ".join(texts).split())
    wrong = [found for found in map(" ".join, map(str.split, read.splitlines())) if found not in written]
    assert wrong == []


MARKS = "ต่ำ น้ำ ป้ำ ญุ ฐู ฏิ ปี่ ฟ้า ที่ ซื้อ กั๊ก ฤๅ ฎีกา ษ็้ ก์ กํ"


@pytest.mark.parametrize("name", READER_NAMES)
def test_that_headings_lists_and_runs_read_back_exactly(name: str) -> None:
    pdf = paper(
        heading(f"รายงานการประชุม {MARKS}", 1),
        heading(f"ระเบียบวาระที่ ๑ {MARKS}"),
        body([bold("มติที่ประชุม "), "เห็น", italic("ชอบ"), bold("ให้"), "ดูที่", link("เว็บไซต์", "https://a.th"), MARKS]),
        numbered([f"ข้อแรก {MARKS}", "a < b & c > d <b>"]),
        bullets([f"ย่อย {MARKS}", bold("หนา")]),
        signature(["(ลงชื่อ)……………………", "(นางสาวน้ำผึ้ง ปั้นป้ำ)"]),
    )
    expected = (
        f"รายงานการประชุม {MARKS} ระเบียบวาระที่ ๑ {MARKS} มติที่ประชุม เห็นชอบให้ดูที่เว็บไซต์{MARKS}"
        f"๑. ข้อแรก {MARKS} ๒. a < b & c > d <b> – ย่อย {MARKS} – หนา (ลงชื่อ)…………………… (นางสาวน้ำผึ้ง ปั้นป้ำ)"
    )
    assert fold(READERS[name](pdf)) == fold(expected)


@pytest.mark.parametrize("name", READER_NAMES)
def test_that_a_hyphen_at_the_end_of_a_line_is_read_back(name: str) -> None:
    names = "ถนนเชียงใหม่-ลำพูน-ลำปาง " * 40
    labels = Drawing(200, 40, (Label(0, 20, "ปลาย-", 11),))
    story = [
        line("โครงการ ก-"),
        line("abc-"),
        line("ข -"),
        line("ต่อไป"),
        body(names),
        drawing(labels, "ป้าย"),
        line("จบ"),
    ]
    read = READERS[name](paper(*story))
    assert fold(read) == fold(f"โครงการ ก-abc-ข -ต่อไป{names}ปลาย-จบ")
    assert any(found.strip().endswith("-") and "เชียงใหม่" in found for found in read.splitlines())


ROWS = [[f"{number} {MARKS}", f"ช่อง{number} การประเมินคุณธรรมและความโปร่งใส {MARKS}"] for number in range(12)]


def table_paper() -> bytes:
    columns = [Column("ตัวชี้วัด", 2), Column("แนวทาง/มาตรการ น้ำ", 3)]
    return paper(
        ruled_table(columns, ROWS), panel([line(f"กรอบ {MARKS}")]), side_by_side([["ซ้าย น้ำ", "ขวา ป้ำ"]], [1, 1])
    )


@pytest.mark.parametrize("name", FLOWING_READERS)
def test_that_table_cells_read_back_one_after_the_other(name: str) -> None:
    expected = "ตัวชี้วัด แนวทาง/มาตรการ น้ำ" + "".join(map("".join, ROWS)) + f"กรอบ {MARKS} ซ้าย น้ำ ขวา ป้ำ"
    assert fold(READERS[name](table_paper())) == fold(expected)


@pytest.mark.parametrize("name", READER_NAMES)
def test_that_table_cells_lose_and_add_nothing(name: str) -> None:
    expected = "ตัวชี้วัด แนวทาง/มาตรการ น้ำ" + "".join(map("".join, ROWS)) + f"กรอบ {MARKS} ซ้าย น้ำ ขวา ป้ำ"
    assert sorted(fold(READERS[name](table_paper()))) == sorted(fold(expected))


@pytest.mark.parametrize("name", READER_NAMES)
def test_that_labels_of_a_drawing_read_back_exactly(name: str) -> None:
    labels = ("ผลการประเมิน ปี่ น้ำ", "๘๔.๙๙", "การแก้ไขปัญหาการทุจริต")
    shapes = tuple(Label(100, 20 + 20 * at, text, 11, bold=bool(at % 2)) for at, text in enumerate(labels))
    pdf = paper(drawing(Drawing(400, 100, shapes), "แผนภูมิ"))
    assert fold(READERS[name](pdf)) == fold("".join(labels))
