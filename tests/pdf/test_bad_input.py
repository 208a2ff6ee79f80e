"""Whatever is typed or pasted: a page comes out, nothing leaves the column, nothing is dropped silently."""

import io
import logging
from unicodedata import category

import pdfplumber
import pytest
from pdf_readers import by_pypdf, fold

from ita_desktop.pdf.blocks import Block, Column, body, bullets, heading, line, ruled_table
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.shaping import Face
from ita_desktop.pdf.styles import MM

PAGE = Page(numbering="none")
CELL_SHARE = 0.2
HEAP_OF_MARKS = "ก" + "่้๊๋" * 6
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200f\u2060\ufe0f\ufeff"))
BOX = "\ufffd"

INPUTS = {
    "emoji": ("ดีมาก 👍🏽 และ ☑ 🇹🇭", "👍🏽☑🇹🇭"),
    "right-to-left text": ("คำว่า שלום และ \u200fالعربية นี้", "שלוםالعربية"),
    "lone marks": ("่ ิ ์ ู ๎ า ะ", ""),
    "a heap of marks": (HEAP_OF_MARKS, ""),
    "decomposed sara am": ("นํ้า กํา ทํางาน", ""),
    "no-break space": ("กอง\u00a0คลัง ๕\u00a0คน" + "\u00a0ก" * 60, ""),
    "zero width space": ("คำ\u200bที่\u200bมี\u200b\u200b \u200bช่อง", ""),
    "tabs": ("ก\tข\t\tค\t", ""),
    "a word of 300 characters": ("ฬ" * 300, ""),
    "a Latin word of 300 characters": ("x" * 300, ""),
    "a link longer than the column": ("ดู https://www.example.go.th/" + "a" * 200 + "?y=2569&z=" + "/ข้อมูล" * 20, ""),
    "an empty text": ("", ""),
    "only spaces": (" \u00a0 \u200b ", ""),
    "control characters": ("ก\x00ข\x07ค\x1b\x7f\x85", "\x00\x07\x1b\x7f\x85"),
    "half a surrogate pair": ("ก\ud83dข", "\ud83d"),
    "a hyphen at the end": ("โครงการต่อเนื่อง-", ""),
}
"""What is typed, and which of its characters the face lacks."""

PLACES = ("body", "heading", "list", "cell")


def placed(text: str, place: str) -> Block:
    if place == "cell":
        return ruled_table([Column("", CELL_SHARE), Column("", 1 - CELL_SHARE)], [[text, "ข้าง"]])
    return {"body": body, "heading": heading, "list": lambda one: bullets([one])}[place](text)


def expected(text: str, lacking: str, place: str) -> str:
    shown = text.translate({ord(char): BOX for char in lacking if category(char) in ("Cc", "Cs")} | INVISIBLE)
    return fold(f"{'–' if place == 'list' else ''}{shown}{'ข้าง' if place == 'cell' else ''}จบ")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", INPUTS)
def test_that_bad_input_is_printed_inside_its_column_and_read_back(name: str, place: str) -> None:
    text, lacking = INPUTS[name]
    pdf = build([placed(text, place), line("จบ")], Meta(text or "x", text, text), PAGE)
    read, written = fold(by_pypdf(pdf)), expected(text, lacking, place)
    # This reader turns right-to-left letters round.
    assert (sorted(read) == sorted(written)) if name == "right-to-left text" else (read == written)
    right = PAGE.left_mm * MM + PAGE.body_width * (CELL_SHARE if place == "cell" else 1)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for char in page.chars:
                if char["text"] in "ข้างจบ":
                    continue
                assert char["x0"] > PAGE.left_mm * MM - 2, name
                assert char["x1"] < right + 0.1 * char["size"], name
                assert 0 < char["top"] < char["bottom"] < PAGE.height, name


@pytest.mark.parametrize("name", [name for name, (_, lacking) in INPUTS.items() if lacking])
def test_that_every_character_a_face_lacks_is_a_visible_box_and_reported(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    text, lacking = INPUTS[name]
    face = Face(sarabun().files[0])
    with caplog.at_level(logging.WARNING):
        glyphs = face.shape(text.replace(" ", "")).glyphs
    reported = " ".join(record.getMessage() for record in caplog.records)
    assert all(f"U+{ord(char):04X}" in reported for char in lacking)
    boxes = [glyph for glyph in glyphs if glyph.source in lacking or glyph.source == BOX]
    assert sum(len(glyph.source) for glyph in boxes) == len(lacking)
    assert all(glyph.advance > 300 for glyph in boxes)
