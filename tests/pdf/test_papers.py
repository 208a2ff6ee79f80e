"""The papers as PDFs, read back."""

import io
from dataclasses import replace
from decimal import Decimal

import pdfplumber
import pypdf
import pytest
from paper_samples import (
    EMPTY,
    FIRST_MEETING,
    FULL,
    LAST_YEAR,
    MEASURES,
    OFFICE,
    PLAN_YEAR,
    RESULT_YEAR,
    SCORES,
    texts,
)
from pdf_readers import by_pdfium, by_pypdf, fold
from PIL import Image

from ita_desktop.document_file import document_json, parse_document
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.documents import Document
from ita_desktop.domain.measure import Plan
from ita_desktop.domain.meeting import AgendaItem, Meeting, MeetingStatus, Photo
from ita_desktop.domain.meeting_documents import NewsDocument
from ita_desktop.domain.paper import DocumentKind, PaperOptions, PaperSize, PhotoPrint
from ita_desktop.domain.period import Period
from ita_desktop.domain.score_documents import AnalysisDocument, ScoreSheetDocument
from ita_desktop.pdf.render import render
from ita_desktop.services.documents.papers import paper
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.digits import Numerals

PERFECT = Assessment(RESULT_YEAR, {str(n): Decimal(100) for n in range(1, 11)}, total=Decimal(100))
ARABIC = replace(FULL, office=replace(OFFICE, numerals=Numerals.ARABIC))


def _picture(width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    stored = io.BytesIO()
    Image.new("RGB", (width, height), "#3a7").save(stored, kind)
    return stored.getvalue()


def _pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def _printed(document: Document) -> list[str]:
    """The texts that stand on the paper: not those of the file's own data and those said to screen readers only."""
    unseen = set(texts(document.meta)) if isinstance(document, Document) else set()
    if isinstance(document, ScoreSheetDocument | AnalysisDocument):
        unseen |= {document.result.chart_title}
        if document.result.total.score is None:
            unseen |= {document.result.level_heading, document.result.pass_mark_label}
        if not document.result.groups:
            unseen |= {*document.result.columns, document.result.year_label, document.result.previous_label}
    if isinstance(document, AnalysisDocument) and not document.result_heading:
        unseen |= set(texts(document.result))
    return [text for text in texts(document) if text and text not in unseen]


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("source", [FULL, ARABIC, EMPTY], ids=["thai numerals", "arabic numerals", "empty"])
@pytest.mark.parametrize("read", [by_pdfium, by_pypdf])
def test_that_every_word_of_the_paper_is_read_back(kind: DocumentKind, source: PaperSource, read: type) -> None:
    document = paper(source, kind)
    found = fold(read(render(document)))
    assert not [text for text in _printed(document) if fold(text) not in found]


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_the_file_tells_title_author_and_language(kind: DocumentKind) -> None:
    document = paper(FULL, kind)
    reader = pypdf.PdfReader(io.BytesIO(render(document)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (document.meta.title, OFFICE.long_name)
    assert reader.trailer["/Root"]["/Lang"] == "th-TH"


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_the_same_paper_gives_the_same_bytes(kind: DocumentKind) -> None:
    assert render(paper(FULL, kind)) == render(paper(FULL, kind))


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_marks_of_markup_are_printed_as_typed(kind: DocumentKind) -> None:
    nasty = "ก & ข <b>ค</b> &amp; {ง}"
    measure = replace(MEASURES[0], title=nasty, actions=(nasty, nasty), owner=nasty)
    meeting = replace(
        FIRST_MEETING,
        name=nasty,
        place=nasty,
        closing=nasty,
        agenda=(AgendaItem(4, nasty, nasty, nasty, nasty, nasty, measure_ids=(1,)),),
    )
    source = replace(
        FULL,
        office=replace(OFFICE, name=nasty, address=nasty),
        plan=Plan(PLAN_YEAR, background=(nasty,), approaches=(nasty,)),
        measures=(measure,),
        meeting=meeting,
    )
    document = paper(source, kind)
    found = fold(by_pdfium(render(document)))
    assert fold(nasty) in found
    assert not [text for text in _printed(document) if fold(text) not in found]


def test_that_the_measures_table_repeats_its_heading_on_every_page() -> None:
    many = tuple(replace(MEASURES[1], id=n, position=n, title=f"มาตรการลำดับ {n}") for n in range(1, 41))
    pages = _pages(render(paper(replace(ARABIC, measures=many), DocumentKind.MEASURES_PLAN)))
    assert len(pages) >= 4
    with_rows = [page for page in pages if "มาตรการลำดับ" in page]
    assert len(with_rows) >= 3
    assert all("ผู้รับผิดชอบ" in page and "แนวทาง/มาตรการ" in page for page in with_rows)
    everything = fold("".join(pages))
    assert all(f"มาตรการลำดับ{n}" in everything for n in range(1, 41))


def test_that_pages_are_numbered_from_the_second_in_the_offices_digits() -> None:
    pages = _pages(render(paper(FULL, DocumentKind.MEASURES_PLAN)))
    assert "- ๑ -" not in pages[0]
    assert "- ๒ -" in pages[1]


def test_that_fifty_thousand_characters_in_one_cell_are_printed_to_the_end() -> None:
    text = "ดำเนินการตามแผนอย่างต่อเนื่อง " * 1666
    measure = replace(MEASURES[0], actions=(text.strip(), "ข้อสุดท้าย"))
    pages = _pages(render(paper(replace(FULL, measures=(measure,)), DocumentKind.MEASURES_PLAN)))
    assert len(pages) > 20
    assert fold("".join(pages)).count("ต่อเนื่อง") == 1666
    assert "ข้อสุดท้าย" in pages[-1]


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_that_signatures_never_stand_alone_on_a_page(lines: int) -> None:
    meeting = replace(FIRST_MEETING, agenda=(AgendaItem(5, facts="ความ\n" * lines, resolution="รับทราบ"),))
    last = _pages(render(paper(replace(FULL, meeting=meeting), DocumentKind.MINUTES)))[-1]
    before, _, after = last.partition("ลงชื่อ")
    assert "เลิกประชุมเวลา" in before
    assert "ผู้ตรวจรายงานการประชุม" in after


def test_that_a_landscape_plan_lies_on_landscape_pages() -> None:
    source = replace(FULL, plan=replace(FULL.plan, landscape=True))
    box = pypdf.PdfReader(io.BytesIO(render(paper(source, DocumentKind.MEASURES_PLAN)))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


LONG_NAME = "ดอนสวรรค์พัฒนาทุ่งกว้างสามัคคีธรรม" * 3


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("logo", [b"", _picture(300, 300, "PNG"), b"none"], ids=["bare", "emblem", "broken emblem"])
@pytest.mark.parametrize("name", [OFFICE.name, LONG_NAME], ids=["short", "long"])
@pytest.mark.parametrize("scores", [SCORES, Assessment(RESULT_YEAR), PERFECT], ids=["weak", "none", "perfect"])
def test_that_the_score_sheet_is_always_one_page(size: PaperSize, logo: bytes, name: str, scores: Assessment) -> None:
    office = replace(ARABIC.office, logo=logo, name=name)
    source = replace(ARABIC, office=office, assessments=(LAST_YEAR, scores))
    document = paper(source, DocumentKind.SCORE_SHEET, PaperOptions(size=size))
    assert isinstance(document, ScoreSheetDocument)
    [page] = _pages(render(document))
    assert [line for line in page.splitlines() if line.strip() == document.result.total.score_text]


@pytest.mark.parametrize("size", PaperSize)
def test_that_a_score_sheet_with_endless_remarks_is_still_one_page(size: PaperSize) -> None:
    document = paper(FULL, DocumentKind.SCORE_SHEET, PaperOptions(size=size))
    assert isinstance(document, ScoreSheetDocument)
    assert len(_pages(render(replace(document, remarks=document.remarks * 4)))) == 1


@pytest.mark.parametrize("source", [FULL, ARABIC, EMPTY], ids=["thai numerals", "arabic numerals", "empty"])
def test_that_the_large_sheet_says_every_word_of_the_small_one(source: PaperSource) -> None:
    document = paper(source, DocumentKind.SCORE_SHEET, PaperOptions(size=PaperSize.A3))
    pdf = render(document)
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 1191)
    found = fold(by_pdfium(pdf))
    assert not [text for text in _printed(document) if fold(text) not in found]


def test_that_the_booklet_draws_the_years_it_knows() -> None:
    older = Assessment(RESULT_YEAR - 2, total=Decimal("80.10"))
    document = paper(replace(ARABIC, assessments=(older, LAST_YEAR, SCORES)), DocumentKind.ANALYSIS)
    found = by_pdfium(render(document))
    assert all(year in found for year in ("2566", "2567", "2568"))
    assert parse_document(DocumentKind.ANALYSIS, document_json(document)) == document


def test_that_total_and_level_of_the_large_sheet_are_read_from_two_metres() -> None:
    heights: dict[str, float] = {}

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        heights[text.strip()] = max(heights.get(text.strip(), 0.0), size * matrix[3])

    document = paper(ARABIC, DocumentKind.SCORE_SHEET, PaperOptions(size=PaperSize.A3))
    pypdf.PdfReader(io.BytesIO(render(document))).pages[0].extract_text(visitor_text=look)
    assert heights["85.79"] > 80
    assert heights["ผ่าน"] > 45
    assert min(size for text, size in heights.items() if text) > 12


@pytest.mark.parametrize("count", range(7))
def test_that_the_news_shows_its_photos_and_captions(count: int) -> None:
    shapes = ((800, 600), (600, 800), (1600, 500), (400, 400), (300, 900), (640, 480))
    photos = tuple(Photo(_picture(*shape), f"คำบรรยาย{n}") for n, shape in enumerate(shapes[:count]))
    source = replace(ARABIC, meeting=replace(FIRST_MEETING, photos=photos), office=replace(ARABIC.office, logo=b""))
    pdf = render(paper(source, DocumentKind.NEWS))
    placed = [image for page in pypdf.PdfReader(io.BytesIO(pdf)).pages for image in page.images]
    assert len(placed) == count
    found = fold(by_pdfium(pdf))
    assert all(f"คำบรรยาย{n}" in found for n in range(count))


def test_that_a_broken_picture_is_left_out_and_the_sheet_is_printed() -> None:
    document = paper(ARABIC, DocumentKind.NEWS)
    assert isinstance(document, NewsDocument)
    sound, other = _picture(), _picture(600, 800)
    pictures = {"ภาพดี": sound, "ภาพเสีย": b"no picture", "ภาพขาด": other[:-200]}
    photos = tuple(PhotoPrint(picture, caption) for caption, picture in pictures.items())
    found = fold(by_pdfium(render(replace(document, photos=photos, logo=b"none"))))
    assert [caption for caption in pictures if caption in found] == ["ภาพดี"]


def test_that_one_photo_may_stand_twice() -> None:
    photos = (Photo(_picture(), "ภาพแรก"), Photo(_picture(), "ภาพหลัง"))
    pdf = render(paper(replace(ARABIC, meeting=replace(FIRST_MEETING, photos=photos)), DocumentKind.NEWS))
    assert "ภาพหลัง" in fold(by_pdfium(pdf))


@pytest.mark.parametrize("photos", [0, 1, 6])
def test_that_the_news_of_an_office_with_many_measures_stays_within_two_pages(photos: int) -> None:
    actions = ("จัดทำทะเบียนคุมการยืมทรัพย์สินแบบอิเล็กทรอนิกส์ และติดหมายเลขเต็นท์ โต๊ะ และเก้าอี้ที่ให้ยืมทุกชิ้น", "อีกข้อหนึ่ง")
    measure = replace(MEASURES[1], actions=actions)
    many = tuple(replace(measure, id=n, position=n, title=f"มาตรการลำดับ {n}") for n in range(1, 15))
    shown = tuple(Photo(_picture(800, 600), f"คำบรรยาย{n}") for n in range(photos))
    meeting = replace(FIRST_MEETING, agenda=(AgendaItem(4, "พิจารณามาตรการ"),), photos=shown)
    source = replace(
        ARABIC, measures=many, meeting=meeting, office=replace(ARABIC.office, logo=_picture(300, 300, "PNG"))
    )
    pages = _pages(render(paper(source, DocumentKind.NEWS)))
    assert len(pages) <= 2
    everything = fold("".join(pages))
    assert all(f"{n}.มาตรการลำดับ{n}:" in everything for n in range(1, 15))
    assert all(f"คำบรรยาย{n}" in everything for n in range(photos))


def test_that_photos_of_the_news_grow_where_the_second_page_is_theirs() -> None:
    photos = tuple(Photo(_picture(800, 600), f"คำบรรยาย{n}") for n in range(6))
    pdf = render(paper(replace(ARABIC, meeting=replace(FIRST_MEETING, photos=photos)), DocumentKind.NEWS))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        sizes = [image["height"] * 25.4 / 72 for image in opened.pages[1].images]
    assert len(sizes) == 6
    assert min(sizes) > 50


@pytest.mark.parametrize("lines", range(4, 40, 2))
def test_that_the_address_of_the_news_stands_below_text_and_never_parts_from_its_rule(lines: int) -> None:
    document = paper(ARABIC, DocumentKind.NEWS)
    assert isinstance(document, NewsDocument)
    closing = tuple(f"ย่อหน้าที่ {n}." for n in range(lines))
    pdf = render(replace(document, points=(), closing=closing, photos=(), contact=("ที่อยู่ของเทศบาล", "โทรศัพท์")))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        last = opened.pages[-1]
        found = fold(last.extract_text())
        rules = [one for one in last.lines + last.rects if one["width"] > 400]
    assert f"ย่อหน้าที่{lines - 1}." in found
    assert found.index(f"ย่อหน้าที่{lines - 1}.") < found.index("โทรศัพท์")
    assert rules


def test_that_draft_minutes_are_marked_above_their_head() -> None:
    def top(status: MeetingStatus) -> str:
        document = paper(replace(FULL, meeting=replace(FIRST_MEETING, status=status)), DocumentKind.MINUTES)
        return _pages(render(document))[0].strip()

    assert top(MeetingStatus.DRAFT).startswith("(ร่าง)")
    assert top(MeetingStatus.CHECKED).startswith("รายงานการประชุม")


def test_that_minutes_bear_no_emblem() -> None:
    source = replace(FULL, office=replace(OFFICE, logo=_picture()))
    reader = pypdf.PdfReader(io.BytesIO(render(paper(source, DocumentKind.MINUTES))))
    assert not [image for page in reader.pages for image in page.images]


def test_that_a_meeting_of_which_nothing_is_known_still_prints() -> None:
    source = replace(EMPTY, meeting=Meeting(PLAN_YEAR))
    found = fold(by_pdfium(render(paper(source, DocumentKind.MINUTES))))
    assert found.count("ระเบียบวาระที่") == 5
    assert found.count("ไม่มี") == 5


def test_that_columns_nobody_filled_stand_in_the_plan_but_not_in_the_minutes() -> None:
    bare = replace(MEASURES[1], indicator_code="", division_ids=(), period=Period(), title="")
    source = replace(FULL, measures=(bare,))
    plan = by_pdfium(render(paper(source, DocumentKind.MEASURES_PLAN)))
    minutes = by_pdfium(render(paper(source, DocumentKind.MINUTES)))
    heads = ("ตัวชี้วัด", "แนวทาง/มาตรการ", "ผู้รับผิดชอบ")
    assert [head in plan.split("ตารางมาตรการ")[1] for head in heads] == [True, True, True]
    assert [head in minutes.split("ระเบียบวาระที่ ๔")[1].split("มติที่ประชุม")[0] for head in heads] == [False, True, False]
