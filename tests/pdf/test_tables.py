"""Tables over pages: heading repeated, no gap, no lost rule, nothing lost of a long cell."""

import io
import re
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest
from pdf_readers import by_pdfium, fold, pages_by_pdfium

from ita_desktop.pdf.blocks import Block, Column, TableRow, body, bullets, line, panel, ruled_table, wide_row
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.styles import MM

COLUMNS = [
    Column("ตัวชี้วัด", 20),
    Column("แนวทาง/มาตรการ", 44),
    Column("ผู้รับผิดชอบ", 17, "center"),
    Column("ระยะเวลาในการดำเนินการ", 19, "center"),
]
ACTIONS = [
    "อบรมให้ความรู้เกี่ยวกับการปฏิบัติงานในหน้าที่แก่บุคลากรของเทศบาล",
    "เพิ่มช่องทางการติดต่อ ให้ผู้รับบริการ ผู้มาติดต่อหรือผู้มีส่วนได้ส่วนเสีย เข้าไปมีส่วนร่วมในการปรับปรุงพัฒนาการดำเนินงาน",
    "ประสานงานกับทุกราชการ เพื่อขอรายชื่อผู้มีส่วนได้เสียภายใน (IIT) และผู้มีส่วนได้เสียภายนอก (EIT)",
    "จัดทำคู่มือการปฏิบัติงานในการบริการประชาชน",
]


def measure_row(number: int, repeat: int = 1) -> list[Any]:
    actions = bullets(ACTIONS * repeat, left_mm=0, size=14)
    return [f"{number}. การปรับปรุงการทำงาน", actions, "ทุกส่วนราชการ", "ต.ค.๖๗ - มี.ค.๖๘"]


def pages_of(*story: Block, page: Page | None = None) -> tuple[bytes, list[Any]]:
    pdf = build(story, Meta("x"), page or Page(numbering="none"))
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return pdf, [
            {"lines": found.lines, "chars": found.chars, "text": text}
            for found, text in zip(document.pages, pages_by_pdfium(pdf), strict=True)
        ]


def level_rules(page: Any) -> list[float]:
    return sorted({round(rule["top"], 1) for rule in page["lines"] if abs(rule["top"] - rule["bottom"]) < 0.1})


def upright_rules(page: Any) -> dict[float, list[tuple[float, float]]]:
    found: dict[float, list[tuple[float, float]]] = {}
    for rule in page["lines"]:
        if abs(rule["x0"] - rule["x1"]) < 0.1:
            found.setdefault(round(rule["x0"], 0), []).append((rule["top"], rule["bottom"]))
    return found


@pytest.mark.parametrize("landscape", [False, True])
def test_that_each_page_repeats_the_heading_and_is_framed(landscape: bool) -> None:
    page = Page(landscape=landscape, numbering="none")
    rows = [measure_row(number) for number in range(1, 13)]
    pdf, pages = pages_of(ruled_table(COLUMNS, rows), page=page)
    assert len(pages) >= 3
    assert fold(by_pdfium(pdf)).count(fold("แนวทาง/มาตรการ")) == len(pages)
    for found in pages:
        levels, uprights = level_rules(found), upright_rules(found)
        assert len(uprights) == 5
        for pieces in uprights.values():
            reach = min(top for top, _ in pieces)
            for top, bottom in sorted(pieces):
                assert top <= reach + 0.1, "a gap in an upright rule"
                reach = max(reach, bottom)
            assert reach == pytest.approx(levels[-1], abs=0.3)
            assert min(top for top, _ in pieces) == pytest.approx(levels[0], abs=0.3)
        assert levels[-1] <= page.height - page.bottom_mm * MM + 0.5
        inked = [char["bottom"] for char in found["chars"] if char["text"].strip()]
        assert levels[0] < min(char["top"] for char in found["chars"]) + 3
        assert max(inked) < levels[-1] + 1


def test_that_a_cell_higher_than_a_page_goes_on_without_gap_or_loss() -> None:
    pdf, pages = pages_of(ruled_table(COLUMNS, [measure_row(1), measure_row(2, repeat=12), measure_row(3)]))
    assert len(pages) >= 3
    text = re.sub(fold("ตัวชี้วัดแนวทาง/มาตรการผู้รับผิดชอบระยะเวลาในการดำเนินการ"), "", fold(by_pdfium(pdf)))
    assert text.count(fold(ACTIONS[3])) == 14
    for action in ACTIONS[:3]:
        assert text.count(fold(action)[:20]) == 14
    for found in pages[1:-1]:
        tops = sorted({round(char["top"]) for char in found["chars"]})
        gaps = [below - above for above, below in pairwise(tops)]
        assert max(gaps) < 30, "lines of a cut cell stand as close as elsewhere"


def test_that_a_low_row_moves_to_the_next_page_in_one_piece() -> None:
    rows = [["ตัวชี้วัด", bullets([ACTIONS[0], ACTIONS[2], ACTIONS[3]], left_mm=0), "กอง", "ปี"]] * 16
    _, pages = pages_of(*[line("ข้อความ")] * 9, ruled_table(COLUMNS, rows))
    assert sum(fold(found["text"]).count("อบรมให้ความรู้") for found in pages) == 16
    for found in pages:
        text = fold(found["text"])
        assert text.count(fold("จัดทำคู่มือ")) == text.count(fold("อบรมให้ความรู้"))


def test_that_a_group_row_stays_with_its_first_row() -> None:
    for before in range(14, 30):
        rows = [wide_row("กลุ่มที่หนึ่ง", 4, fill="#eeeeee"), measure_row(1), measure_row(2)]
        _, pages = pages_of(*[line("ข้อความ")] * before, ruled_table(COLUMNS, rows))
        home = next(found for found in pages if "กลุ่มที่หนึ่ง" in fold(found["text"]))
        assert "ปรับปรุงการทำงาน" in fold(home["text"]), before


def test_that_a_heading_higher_than_half_a_page_is_printed_once() -> None:
    columns = [Column("หัวตารางที่ยาวมาก " * 90, 1), Column("ข", 1)]
    pdf, pages = pages_of(ruled_table(columns, [["ก", "ข"]] * 30))
    assert len(pages) >= 2
    assert fold(by_pdfium(pdf)).count("หัวตารางที่ยาวมาก") == 90


def test_that_fifty_thousand_letters_in_a_cell_are_all_printed() -> None:
    long = "การประเมินคุณธรรม " * 2800
    pdf, pages = pages_of(ruled_table([Column("ก", 1), Column("ข", 2)], [["ช่อง", long]]))
    assert len(pages) > 20
    assert fold(by_pdfium(pdf)).replace("กข", "").removeprefix("ช่อง") == fold(long)


def test_that_cells_may_span_columns_and_tables_need_no_heading_or_rows() -> None:
    row = TableRow(["ซ้าย", "กว้าง"], [1, 3])
    pdf, pages = pages_of(ruled_table([Column("", 1)] * 4, [row]), ruled_table(COLUMNS, []), panel([body("ในกรอบ")]))
    assert fold(by_pdfium(pdf)).startswith("ซ้ายกว้างตัวชี้วัด")
    assert "ในกรอบ" in fold(pages[0]["text"])


@pytest.mark.parametrize("above", range(20))
def test_that_the_last_row_of_a_table_never_stands_alone_on_a_page(above: int) -> None:
    rows = [[f"แถวที่ {number}."] for number in range(1, 21)]
    lines = [line("บรรทัดก่อนตาราง") for _ in range(above)]
    _, pages = pages_of(*lines, ruled_table([Column("หัวตาราง", 1)], rows))
    counts = [found["text"].count("แถวที่") for found in pages if "แถวที่" in found["text"]]
    assert sum(counts) == 20
    assert len(counts) == 1 or counts[-1] >= 2


def test_that_a_last_row_goes_on_alone_where_the_rows_before_it_stay_with_their_heading() -> None:
    kept = [TableRow([f"แถวที่ {number}."], keep_with_next=number < 4) for number in range(1, 5)]
    rows = [wide_row("หัวข้อ", 1), *kept, TableRow(["แถวสุดท้าย"])]
    broken = set()
    for above in range(18, 34):
        _, pages = pages_of(*[line("ก") for _ in range(above)], ruled_table([Column("หัวตาราง", 1)], rows))
        broken.add(tuple(("หัวข้อ" in found["text"], "แถวสุดท้าย" in found["text"]) for found in pages))
    assert broken == {((True, True),), ((True, False), (False, True)), ((False, False), (True, True))}
