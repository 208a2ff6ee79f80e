"""Lists hang their labels left of the text, in the office's digits."""

import io
from typing import Any

import pdfplumber
import pytest
from pdf_readers import by_pdfium, fold

from ita_desktop.pdf.blocks import Block, bullets, labelled, numbered
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.styles import MM, bold
from ita_desktop.thai.digits import Numerals

LONG = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " * 3


def lines_of(*story: Block, numerals: Numerals = Numerals.THAI) -> list[dict[str, Any]]:
    pdf = build(story, Meta("x"), Page(numbering="none", numerals=numerals))
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [found for page in document.pages for found in page.extract_text_lines()]


def first_of_text(line: dict[str, Any], skip: int) -> float:
    return float([char for char in line["chars"] if char["text"].strip()][skip]["x0"])


def test_that_the_text_of_all_lines_starts_right_of_the_widest_label() -> None:
    lines = lines_of(numbered([LONG] * 10))
    starts = [line for line in lines if "." in line["text"][:4]]
    assert len(starts) == 10
    text_left = first_of_text(starts[9], 3)
    assert first_of_text(starts[0], 2) == pytest.approx(text_left, abs=1)
    for line in lines:
        if line not in starts:
            assert line["x0"] == pytest.approx(text_left, abs=2)
        else:
            assert line["x0"] == pytest.approx(55 * MM, abs=1.5)


def test_that_numbers_are_in_the_offices_digits_and_form() -> None:
    assert [line["text"][:3] for line in lines_of(numbered(["ก", "ข"], start=9, form="({})"))] == ["(๙)", "(๑๐"]
    assert lines_of(numbered(["ก"], form="2.{}"), numerals=Numerals.ARABIC)[0]["text"] == "2.1 ก"


def test_that_bullets_hang_and_hold_bold_runs() -> None:
    lines = lines_of(bullets([LONG, [bold("หนา "), LONG]], left_mm=0))
    assert lines[0]["text"].startswith("– การ")
    assert lines[0]["x0"] == pytest.approx(30 * MM, abs=1)
    assert lines[1]["x0"] > 32 * MM
    bold_line = next(line for line in lines if "หนา" in line["text"])
    assert "Bold" in bold_line["chars"][2]["fontname"]


def test_that_own_labels_may_be_long_and_a_list_may_be_empty() -> None:
    lines = lines_of(labelled([("มติที่ประชุม", LONG), ("หมายเหตุ", "สั้น")], left_mm=0), bullets([]))
    assert lines[0]["text"].startswith("มติที่ประชุม การ")
    assert lines[1]["x0"] > 50 * MM


def test_that_a_long_item_goes_on_over_pages_with_one_label() -> None:
    pdf = build([numbered([LONG * 30, "จบ"])], Meta("x"), Page(numbering="none"))
    read = fold(by_pdfium(pdf))
    assert read == fold(f"๑. {LONG * 30} ๒. จบ")
