"""The papers on the course of a plan as PDFs, read back: nothing lost, nothing off the sheet, headings repeated."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pdfplumber
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_samples import DIVISIONS, FULL, MEASURES, OFFICE, PLAN_YEAR, texts
from pdf_readers import by_pdfium, fold

from ita_desktop.document_file import document_json, parse_document
from ita_desktop.domain.measure import Measure, MeasureStatus, Plan, Progress, ProgressEvidence
from ita_desktop.domain.paper import DocumentKind, PaperOptions, PaperSize, ReportRound
from ita_desktop.domain.period import Period
from ita_desktop.pdf.render import render, suggested_file_name
from ita_desktop.services.documents.papers import paper
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.digits import Numerals

PROGRESS = (
    Progress(
        2,
        date(2026, 1, 14),
        MeasureStatus.IN_PROGRESS,
        40,
        "แบ่งงานแล้ว 26 ข้อ",
        "กองช่างส่งข้อมูลช้า\nเว็บไซต์ปิดปรับปรุง",
        "ติดตามทุกวันศุกร์",
        (
            ProgressEvidence("บัญชีแบ่งงาน", "บัญชี ปี 2569 ชุด 1.xlsx", "a" * 64),
            ProgressEvidence("", "ภาพถ่าย.jpg", "b" * 64),
            ProgressEvidence("หน้า ITA", url="https://www.donsawan.go.th/ita-2569", checked_on=date(2026, 1, 14)),
        ),
        id=1,
    ),
    Progress(3, date(2026, 2, 3), MeasureStatus.NOT_DONE, result="ไม่มีงบประมาณ", id=2),
)
ARABIC = replace(FULL, office=replace(OFFICE, numerals=Numerals.ARABIC), progress=PROGRESS)
COURSE = (DocumentKind.FOLLOW_UP, DocumentKind.OUTSTANDING, DocumentKind.TIMELINE)
PLAN_KINDS = (*COURSE, DocumentKind.MEASURES_PLAN)
RICH = tuple(
    replace(
        measure,
        method="ประชุมชี้แจง\nแบ่งงาน",
        monitoring="รายงานทุกไตรมาส",
        output_target="ครบทุกข้อ",
        budget=Decimal(1234567),
        finding_ids=(1, 2),
    )
    for measure in MEASURES
)


def _plan(source: PaperSource, *, landscape: bool) -> PaperSource:
    return replace(source, plan=Plan(PLAN_YEAR, all_columns=True, landscape=landscape))


def _sheets(pdf: bytes) -> list[tuple[int, int]]:
    boxes = (page.mediabox for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return [(round(box.width), round(box.height)) for box in boxes]


def _pages(pdf: bytes) -> list[str]:
    return [fold(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def _outside(pdf: bytes) -> list[str]:
    """Characters that stand beyond a sheet's edges."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            char["text"]
            for page in opened.pages
            for char in page.chars
            if char["x0"] < 0 or char["x1"] > page.width or char["top"] < 0 or char["bottom"] > page.height
        ]


def _many(count: int, *, long: bool = False) -> PaperSource:
    months = tuple(PLAN_YEAR.months())
    statuses = tuple(MeasureStatus)
    text = "จัดทำและเผยแพร่ข้อมูลของหน่วยงานให้ประชาชนทราบทางเว็บไซต์ " * (3 if long else 1)
    measures = tuple(
        replace(
            MEASURES[n % 3],
            id=n,
            position=n,
            indicator_code=str(1 + n * 10 // count),
            title=f"มาตรการที่{n}ย",
            actions=(text.strip(), "อีกข้อหนึ่ง"),
            period=Period("", months[n % 9], months[n % 9 + 3]),
            status=statuses[n % 4],
        )
        for n in range(count)
    )
    return replace(ARABIC, measures=measures, progress=())


@pytest.mark.parametrize("kind", PLAN_KINDS)
@pytest.mark.parametrize("landscape", [True, False], ids=["landscape", "upright"])
def test_that_every_word_of_a_rich_plan_is_read_back(kind: DocumentKind, landscape: bool) -> None:
    document = paper(_plan(replace(ARABIC, measures=RICH), landscape=landscape), kind)
    pdf = render(document)
    found = fold(by_pdfium(pdf))
    unseen = set(texts(document.meta))
    assert not [text for text in texts(document) if text not in unseen and fold(text) not in found]
    assert _outside(pdf) == []
    assert parse_document(kind, document_json(document)) == document


def test_that_all_columns_lie_on_a_landscape_sheet_in_their_order() -> None:
    pdf = render(paper(_plan(replace(ARABIC, measures=RICH), landscape=True), DocumentKind.MEASURES_PLAN))
    assert set(_sheets(pdf)) == {(842, 595)}
    first = "ตัวชี้วัด คะแนนปี 2568 ประเด็น แนวทาง/มาตรการ วิธีดำเนินการ"
    last = "ผู้รับผิดชอบ ระยะเวลาดำเนินการ การกำกับติดตาม เป้าหมาย งบประมาณ (บาท)"
    assert any(fold(first + last) in page for page in _pages(pdf))


def test_that_all_columns_fold_under_the_measure_on_an_upright_sheet() -> None:
    pdf = render(paper(_plan(replace(ARABIC, measures=RICH), landscape=False), DocumentKind.MEASURES_PLAN))
    assert set(_sheets(pdf)) == {(595, 842)}
    found = "".join(_pages(pdf))
    assert "วิธีดำเนินการ:ประชุมชี้แจงแบ่งงาน" in found
    assert "คะแนนปี2568:78.26" in found
    assert "งบประมาณ(บาท):1,234,567" in found


def test_that_the_follow_up_links_to_the_evidence_and_shows_what_has_no_result() -> None:
    pdf = render(paper(ARABIC, DocumentKind.FOLLOW_UP))
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert set(_sheets(pdf)) == {(842, 595)}
    notes = [note.get_object() for page in pages for note in page.get("/Annots", ())]
    assert {note["/A"]["/URI"] for note in notes} == {"https://www.donsawan.go.th/ita-2569"}
    found = fold(by_pdfium(pdf))
    assert "บัญชีแบ่งงาน(บัญชีปี2569ชุด1.xlsx)" in found
    assert "ยังไม่มีผล" in found
    assert "ไม่ได้ดำเนินการ" in found


@pytest.mark.parametrize(
    ("kind", "heads"),
    [(DocumentKind.FOLLOW_UP, "ผลการดำเนินการและหลักฐาน"), (DocumentKind.OUTSTANDING, "สิ่งที่ต้องทำต่อไป")],
)
def test_that_long_tables_repeat_their_heading_and_lose_no_measure(kind: DocumentKind, heads: str) -> None:
    source = _many(60)
    pages = _pages(render(paper(source, kind)))
    with_rows = [page for page in pages if "มาตรการที่" in page and "อีกข้อหนึ่ง" in page]
    assert len(with_rows) > 5
    assert all(heads in page for page in with_rows)
    found = "".join(pages)
    told = [measure for measure in source.measures if kind is DocumentKind.FOLLOW_UP or measure.status.is_open]
    assert all(measure.title in found for measure in told)


def test_that_each_division_begins_a_page_under_the_papers_title() -> None:
    pages = _pages(render(paper(ARABIC, DocumentKind.OUTSTANDING)))
    assert len(pages) == 1 + len(DIVISIONS)
    assert all("มาตรการที่ยังค้างตามแผนยกระดับผลการประเมินITA" in page for page in pages)
    assert all(division.name in page for division, page in zip(DIVISIONS, pages[1:], strict=True))


def test_that_one_division_is_one_page_without_the_summary() -> None:
    (page,) = _pages(render(paper(ARABIC, DocumentKind.OUTSTANDING, PaperOptions(division_id=2))))
    assert "กองคลัง" in page
    assert "สรุปรายส่วนราชการ" not in page


@pytest.mark.parametrize(("size", "sheet"), [(PaperSize.A4, (842, 595)), (PaperSize.A3, (1191, 842))])
@pytest.mark.parametrize("count", [1, 12, 40])
def test_that_the_timeline_of_forty_measures_is_one_landscape_sheet(
    count: int, size: PaperSize, sheet: tuple[int, int]
) -> None:
    document = paper(_many(count), DocumentKind.TIMELINE, PaperOptions(size=size))
    pdf = render(document)
    assert _sheets(pdf) == [sheet]
    found = "".join(_pages(pdf))
    assert all(f"มาตรการที่{n}ย" in found for n in range(count))
    assert _outside(pdf) == []


def _sizes(pdf: bytes) -> list[float]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [char["size"] for page in opened.pages for char in page.chars]


@pytest.mark.parametrize("count", [40, 150, 300])
def test_that_the_letters_of_a_timeline_never_become_smaller_than_official_ten(count: int) -> None:
    pdf = render(paper(_many(count), DocumentKind.TIMELINE))
    assert min(_sizes(pdf)) >= 6.8
    pages = _pages(pdf)
    assert all("ตัวชี้วัด" in page and "ต.ค." in page for page in pages)
    found = "".join(pages)
    assert all(f"มาตรการที่{n}ย" in found for n in range(count))
    assert (len(pages) > 1) == (count > 40)
    assert _outside(pdf) == []


def test_that_a_short_timeline_is_set_in_large_letters() -> None:
    few, many = (render(paper(_many(count), DocumentKind.TIMELINE)) for count in (6, 40))
    assert sorted(_sizes(few))[len(_sizes(few)) // 2] > sorted(_sizes(many))[len(_sizes(many)) // 2]


def test_that_a_timeline_of_endless_names_cuts_them_only_to_stay_on_one_sheet() -> None:
    def named(count: int) -> PaperSource:
        source = _many(count, long=True)
        return replace(source, measures=tuple(replace(one, title="") for one in source.measures))

    for count, is_cut in ((10, False), (40, True), (90, False)):
        pdf = render(paper(named(count), DocumentKind.TIMELINE))
        assert ("…" in by_pdfium(pdf)) == is_cut
        assert (len(_sheets(pdf)) == 1) == (count < 90)


def test_that_measures_without_period_stand_below_the_bars() -> None:
    source = replace(ARABIC, measures=(MEASURES[0], replace(MEASURES[1], period=Period("ต่อเนื่องทุกปี"))))
    (page,) = _pages(render(paper(source, DocumentKind.TIMELINE)))
    assert page.index("ก.ย.") < page.index("มาตรการที่ยังไม่กำหนดระยะเวลา") < page.index("ต่อเนื่องทุกปี")


@pytest.mark.parametrize("kind", PLAN_KINDS)
def test_that_actions_of_sixty_lines_and_words_wider_than_a_column_print_to_the_end(kind: DocumentKind) -> None:
    word = "ก" * 400
    endless = replace(MEASURES[0], actions=tuple(f"ข้อที่{n}ย" for n in range(60)))
    wide = replace(RICH[1], id=8, title=word, owner=word, method=word, monitoring=word, output_target=word)
    progress = (
        Progress(8, date(2026, 1, 2), MeasureStatus.IN_PROGRESS, 5, word, word, word, (ProgressEvidence("", word),)),
    )
    source = _plan(replace(ARABIC, measures=(endless, wide), progress=progress), landscape=True)
    pdf = render(paper(source, kind))
    assert _outside(pdf) == []
    if kind is not DocumentKind.TIMELINE:
        found = fold(by_pdfium(pdf))
        assert all(f"ข้อที่{n}ย" in found for n in range(60))


@pytest.mark.parametrize("kind", PLAN_KINDS)
def test_that_three_hundred_measures_print(kind: DocumentKind) -> None:
    assert len(_sheets(render(paper(_plan(_many(300), landscape=True), kind)))) > 4


def test_that_rounds_divisions_and_sheets_have_file_names_of_their_own() -> None:
    asked = [
        *((DocumentKind.FOLLOW_UP, PaperOptions(round=each)) for each in ReportRound),
        *((DocumentKind.OUTSTANDING, PaperOptions(division_id=division.id)) for division in DIVISIONS),
        (DocumentKind.OUTSTANDING, PaperOptions()),
        *((DocumentKind.TIMELINE, PaperOptions(size=size)) for size in PaperSize),
    ]
    names = [suggested_file_name(paper(ARABIC, kind, options)) for kind, options in asked]
    assert names[0] == "รายงานผลการดำเนินการตามมาตรการ 2569 รอบ 6 เดือน.pdf"
    assert len(set(names)) == len(asked)


_TEXT = st.text("กขคงจดตนบปรลวสอะาำิีุู่้เแโใไ 12A.-", min_size=1, max_size=60)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda title, actions: replace(MEASURES[0], title=title, actions=actions), _TEXT, st.lists(_TEXT).map(tuple)
        ),
        min_size=1,
        max_size=6,
    )
)
def test_that_the_text_of_every_measure_stands_in_the_follow_up_report(measures: list[Measure]) -> None:
    numbered = tuple(replace(measure, id=n) for n, measure in enumerate(measures, start=1))
    found = fold(by_pdfium(render(paper(replace(ARABIC, measures=numbered, progress=()), DocumentKind.FOLLOW_UP))))
    for measure in numbered:
        assert fold(measure.title) in found
        assert all(fold(action) in found for action in measure.actions)
