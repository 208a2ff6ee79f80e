"""The papers of a meeting as PDFs: measured places, pages, and what stands on them."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pdfplumber
import pypdf
import pytest
from paper_samples import CHIEF, EMPTY, FIRST_MEETING, FULL, OFFICE, PLAN_YEAR
from pdf_readers import by_pdfium, fold, pages_by_pdfium
from PIL import ExifTags, Image

from ita_desktop.domain.meeting import AgendaItem, AgendaTable, Attendance, Invitation, Meeting, Photo, Presence
from ita_desktop.domain.meeting_documents import PhotoPageDocument
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.paper import DocumentKind, PhotoPrint
from ita_desktop.pdf.photo_page import MOST_A_PAGE, shared_out
from ita_desktop.pdf.render import render
from ita_desktop.services.documents.papers import paper
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.digits import Numerals

MM = 72 / 25.4
LONG_NAME = "คณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานและการเปิดเผยข้อมูลภาครัฐ"


def picture(width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    stored = io.BytesIO()
    Image.new("RGB", (width, height), "#3a7").save(stored, kind)
    return stored.getvalue()


GARUDA = picture(540, 600, "PNG")
CALLED = replace(
    FIRST_MEETING,
    invitation=Invitation("123", date(2025, 10, 28), "สำนักปลัดเทศบาล", ("กำนันตำบลดอน", "สารวัตรตำรวจ")),
)
INVITED = replace(FULL, office=replace(OFFICE, garuda=GARUDA, document_prefix="สข 71201"), meeting=CALLED)


def people(count: int) -> tuple[Attendance, ...]:
    return tuple(Attendance(Signatory(f"นายคนที่ {n}", "นักวิเคราะห์นโยบายและแผน"), role="กรรมการ") for n in range(count))


def opened(source: PaperSource, kind: DocumentKind) -> Any:
    return pdfplumber.open(io.BytesIO(render(paper(source, kind))))


def word_at(page: Any, beginning: str) -> dict[str, Any]:
    return next(word for word in page.extract_words() if word["text"].startswith(beginning))


def sizes_of(page: Any, text: str) -> set[tuple[str, float]]:
    """The faces and sizes of the letters of the first line that begins with the text."""
    letters = "".join(char["text"] for char in page.chars)
    at = letters.index(text)
    return {(char["fontname"].split("+")[1], round(char["size"], 1)) for char in page.chars[at : at + len(text)]}


def test_that_the_memos_garuda_is_one_and_a_half_centimetres_high_and_as_far_below_the_edge() -> None:
    with opened(INVITED, DocumentKind.INVITATION) as pdf:
        [image] = pdf.pages[0].images
    assert image["height"] / MM == pytest.approx(15, abs=0.05)
    assert image["width"] / MM == pytest.approx(13.5, abs=0.05)
    assert (image["x0"] / MM, image["top"] / MM) == (pytest.approx(30, abs=0.05), pytest.approx(15, abs=0.05))


def test_that_the_memos_word_is_in_29_points_bold_in_the_middle_of_the_text() -> None:
    with opened(INVITED, DocumentKind.INVITATION) as pdf:
        page = pdf.pages[0]
        assert sizes_of(page, "บันทึกข้อความ") == {("ITASarabun-Bold", 20.0)}
        word = word_at(page, "บันทึกข้อความ")
    # 29 points of TH Sarabun are 20 points of Sarabun; the text is 16 cm wide and begins 3 cm from the edge.
    assert (word["x0"] + word["x1"]) / 2 / MM == pytest.approx(110, abs=0.3)
    assert word["bottom"] <= (15 + 15) * MM + 1


def test_that_the_memos_labels_are_in_20_points_bold_and_its_text_in_16() -> None:
    with opened(INVITED, DocumentKind.INVITATION) as pdf:
        page = pdf.pages[0]
        for label in ("ส่วนราชการ", "วันที่", "เรื่อง"):
            assert sizes_of(page, label) == {("ITASarabun-Bold", 14.0)}
        assert sizes_of(page, "จึงเรียนมาเพื่อ") == {("ITASarabun-Regular", 11.0)}
        body = word_at(page, "ด้วยเทศบาล")
    assert body["x0"] / MM == pytest.approx(30 + 25, abs=0.2)


def test_that_the_memos_heads_are_filled_on_dotted_lines_with_no_solid_rule_below() -> None:
    with opened(INVITED, DocumentKind.INVITATION) as pdf:
        page = pdf.pages[0]
        lines = page.lines
        labels = [word_at(page, label) for label in ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง")]
    assert len(lines) == 4
    for line, label in zip(lines, labels, strict=True):
        assert line["dash"] is not None
        assert line["dash"][0]
        assert line["x0"] > label["x1"]
        assert label["top"] < line["top"] < label["bottom"] + 4
    assert max(line["x1"] for line in lines) / MM == pytest.approx(190, abs=0.5)


def test_that_without_a_garuda_its_space_stays_free() -> None:
    bare = replace(INVITED, office=replace(INVITED.office, garuda=b""))
    broken = replace(INVITED, office=replace(INVITED.office, garuda=b"none"))
    for kind in (DocumentKind.INVITATION, DocumentKind.INVITATION_LETTER):
        with opened(INVITED, kind) as pdf:
            words = [(word["text"], word["x0"], word["top"]) for word in pdf.pages[0].extract_words()]
        for source in (bare, broken):
            with opened(source, kind) as pdf:
                assert not pdf.pages[0].images
                assert [(word["text"], word["x0"], word["top"]) for word in pdf.pages[0].extract_words()] == words


def test_that_the_letters_garuda_is_three_centimetres_high_in_the_middle_of_the_text() -> None:
    with opened(INVITED, DocumentKind.INVITATION_LETTER) as pdf:
        page = pdf.pages[0]
        [image] = page.images
        number, sender, day = (word_at(page, text) for text in ("ที่", "เทศบาลตำบล", "๒๘"))
        widest = max(word["x1"] for word in page.extract_words())
    assert image["height"] / MM == pytest.approx(30, abs=0.05)
    assert image["top"] / MM == pytest.approx(15, abs=0.05)
    assert (image["x0"] + image["x1"]) / 2 / MM == pytest.approx(110, abs=0.05)
    assert number["bottom"] <= image["bottom"] + 1
    assert number["top"] == pytest.approx(sender["top"], abs=0.5)
    assert day["x0"] / MM == pytest.approx(110, abs=0.5)
    assert widest / MM <= 190.1


def test_that_each_recipient_has_a_letter_of_one_page_without_a_page_number() -> None:
    pages = pages_by_pdfium(render(paper(INVITED, DocumentKind.INVITATION_LETTER)))
    assert len(pages) == 2
    for page, recipient in zip(pages, CALLED.invitation.recipients, strict=True):
        assert fold(f"เรียน {recipient}") in fold(page)
        assert "ขอแสดงความนับถือ" in page
        assert "- ๒ -" not in page
    assert fold(CALLED.invitation.recipients[1]) not in fold(pages[0])


def test_that_a_letter_too_long_for_a_page_numbers_its_own_pages() -> None:
    many = tuple(f"เอกสารแนบรายการที่ {n} จำนวนหนึ่งชุด" for n in range(30))
    meeting = replace(CALLED, invitation=replace(CALLED.invitation, attachments=many))
    pages = pages_by_pdfium(render(paper(replace(INVITED, meeting=meeting), DocumentKind.INVITATION_LETTER)))
    assert [("- ๒ -" in page, "ขอแสดงความนับถือ" in page) for page in pages] == [(False, False), (True, True)] * 2


@pytest.mark.parametrize("unit", ["", "สำนักปลัดเทศบาล ฝ่ายบริหารงานทั่วไป " * 4])
def test_that_long_texts_of_a_memo_have_a_dotted_line_each(unit: str) -> None:
    meeting = replace(CALLED, name=LONG_NAME * 2, invitation=replace(CALLED.invitation, unit=unit.strip()))
    with opened(replace(INVITED, meeting=meeting), DocumentKind.INVITATION) as pdf:
        page = pdf.pages[0]
        words = page.extract_words()
        lines = page.lines
    first = min(line["top"] for line in lines)
    last = max(line["top"] for line in lines)
    rows = {round(word["bottom"]) for word in words if first - 20 < word["bottom"] < last + 5 and word["x0"] > 60 * MM}
    assert len({round(line["top"]) for line in lines}) >= len(rows)
    assert all(line["x1"] / MM < 190.5 for line in lines)


@pytest.mark.parametrize("count", [0, 1, 12, 14, 16, 40])
def test_that_the_sign_in_sheet_ends_with_five_empty_rows_at_least_and_fills_its_page(count: int) -> None:
    source = replace(FULL, office=replace(OFFICE, numerals=Numerals.ARABIC))
    meeting = replace(FIRST_MEETING, attendances=people(count), chair=Signatory())
    with opened(replace(source, meeting=meeting), DocumentKind.SIGN_IN) as pdf:
        rows = [row for page in pdf.pages for row in page.extract_table()]
        heads = [page.extract_table()[0][0] for page in pdf.pages]
        left = pdf.pages[-1].height - 20 * MM - max(line["bottom"] for line in pdf.pages[-1].lines)
    assert set(heads) == {"ลำดับ"}
    numbers = [row[0] for row in rows if row[0] != "ลำดับ"]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= count + 5
    assert [row[1] for row in rows if row[0] != "ลำดับ"][count:] == [""] * (len(numbers) - count)
    assert 0 <= left < 45


def test_that_guests_sign_below_a_heading_of_their_own() -> None:
    found = fold(by_pdfium(render(paper(FULL, DocumentKind.SIGN_IN))))
    assert found.index("นางมาลี") < found.index("ผู้เข้าร่วมประชุม") < found.index("นายทวี")


@pytest.mark.parametrize("count", range(1, 15))
def test_that_photos_stand_two_to_six_a_page_in_their_order_under_the_head(count: int) -> None:
    shapes = ((800, 600), (600, 800), (1600, 500), (400, 400), (300, 900), (640, 480))
    photos = tuple(Photo(picture(*shapes[n % 6]), f"คำบรรยาย{n}.") for n in range(count))
    meeting = replace(FIRST_MEETING, photos=photos, name=LONG_NAME)
    with opened(
        replace(FULL, office=replace(OFFICE, numerals=Numerals.ARABIC), meeting=meeting), DocumentKind.PHOTO_PAGE
    ) as pdf:
        counts = [len(page.images) for page in pdf.pages]
        texts = [fold(page.extract_text()) for page in pdf.pages]
        bottoms = [max(image["bottom"] for image in page.images) for page in pdf.pages]
    assert sum(counts) == count
    assert len(counts) == -(-count // MOST_A_PAGE)
    assert max(counts) <= MOST_A_PAGE
    assert min(counts) >= min(count, 2)
    assert all(text.startswith(("ภาพถ่ายการประชุม", "-")) and "ครั้งที่1/2569" in text for text in texts)
    places = ["".join(texts).index(f"คำบรรยาย{n}.") for n in range(count)]
    assert places == sorted(places)
    assert all(bottom < (297 - 20) * MM for bottom in bottoms)


def test_that_photos_broken_inside_are_left_out() -> None:
    document = paper(FULL, DocumentKind.PHOTO_PAGE)
    assert isinstance(document, PhotoPageDocument)
    pictures = {"ภาพดี": picture(), "ภาพเสีย": b"none", "ภาพขาด": picture(600, 800)[:-200]}
    photos = tuple(PhotoPrint(image, caption) for caption, image in pictures.items())
    found = fold(by_pdfium(render(replace(document, photos=photos))))
    assert [caption for caption in pictures if caption in found] == ["ภาพดี"]


@pytest.mark.parametrize("count", range(40))
def test_that_no_page_of_photos_has_many_more_than_another(count: int) -> None:
    photos = [PhotoPrint(b"", str(n)) for n in range(count)]
    pages = shared_out(photos)
    assert [photo for page in pages for photo in page] == photos
    assert not pages or max(map(len, pages)) - min(map(len, pages)) <= 1


def test_that_live_tables_of_the_minutes_hold_scores_findings_and_the_whole_plan() -> None:
    item = AgendaItem(4, "พิจารณา", resolution="เห็นชอบ", tables=tuple(AgendaTable))
    found = fold(
        by_pdfium(render(paper(replace(FULL, meeting=replace(FIRST_MEETING, agenda=(item,))), DocumentKind.MINUTES)))
    )
    for words in ("๗๘.๒๖", "ระดับผลการประเมิน“ผ่าน”", "แต่ละกองส่งข้อมูลช้า", "จัดทำคู่มือปฏิบัติงาน", "ประเมินความเสี่ยงการทุจริต"):
        assert words in found
    assert found.index("ตารางผลการประเมิน") < found.index("ประเด็นจากการวิเคราะห์") < found.index("ตารางแนวทาง")


def test_that_an_extract_ends_with_true_copy_and_room_to_sign_and_date() -> None:
    found = fold(by_pdfium(render(paper(FULL, DocumentKind.EXTRACT))))
    after = found.split("สำเนาถูกต้อง")[1]
    assert after.startswith("ลงชื่อ...")
    assert after.index(fold(CHIEF.name)) < after.index("วันที่...")


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind.is_of_meeting])
@pytest.mark.parametrize("count", [0, 40])
def test_that_papers_keep_within_their_margins(kind: DocumentKind, count: int) -> None:
    guests = (Attendance(Signatory("นางแขก"), Presence.ATTENDING),)
    meeting = replace(CALLED, name=LONG_NAME, attendances=(*people(count), *guests), photos=(Photo(picture()),) * 5)
    with opened(replace(INVITED, meeting=meeting), kind) as pdf:
        left = 25 if kind is DocumentKind.NEWS else 30
        bottom = 16 if kind is DocumentKind.NEWS else 20
        for page in pdf.pages:
            drawn: Sequence[dict[str, Any]] = [*page.chars, *page.images]
            assert min(one["x0"] for one in drawn) / MM > left - 0.3
            assert max(one["x1"] for one in drawn) / MM < 190.3
            assert max(one["bottom"] for one in drawn) / MM < 297 - bottom + 1


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind.is_of_meeting])
def test_that_an_empty_meeting_takes_one_page_of_every_paper(kind: DocumentKind) -> None:
    with opened(replace(EMPTY, meeting=Meeting(PLAN_YEAR)), kind) as pdf:
        assert len(pdf.pages) == 1


def test_that_short_news_with_its_photos_stands_on_one_page() -> None:
    for count in (1, 2, 3):
        meeting = replace(FIRST_MEETING, closing="จบข่าว", photos=(Photo(picture(800, 600), "คำบรรยาย"),) * count)
        with opened(replace(FULL, measures=(), meeting=meeting), DocumentKind.NEWS) as pdf:
            [page] = pdf.pages
            heights = [image["height"] / MM for image in page.images]
        assert len(heights) == count
        assert min(heights) > 35


@pytest.mark.parametrize(("orientation", "ratio"), [(1, 4 / 3), (3, 4 / 3), (6, 3 / 4), (8, 3 / 4)])
def test_that_photos_stand_upright_as_the_camera_noted(orientation: int, ratio: float) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    stored = io.BytesIO()
    Image.new("RGB", (800, 600), "#3a7").save(stored, "JPEG", exif=exif)
    photos = (Photo(stored.getvalue(), "ภาพหนึ่ง"), Photo(picture(), "ภาพสอง"), Photo(picture(), "ภาพสาม"))
    for kind in (DocumentKind.PHOTO_PAGE, DocumentKind.NEWS):
        with opened(replace(FULL, meeting=replace(FIRST_MEETING, photos=photos)), kind) as pdf:
            first = next(image for page in pdf.pages for image in page.images)
        assert first["width"] / first["height"] == pytest.approx(ratio, rel=0.01)


def test_that_what_is_clear_in_a_garuda_prints_white() -> None:
    drawn = Image.new("P", (54, 60), 0)
    drawn.putpalette([255, 0, 0, 0, 0, 0])
    drawn.info["transparency"] = 0
    stored = io.BytesIO()
    drawn.save(stored, "PNG", transparency=0)
    source = replace(INVITED, office=replace(INVITED.office, garuda=stored.getvalue()))
    [image] = pypdf.PdfReader(io.BytesIO(render(paper(source, DocumentKind.INVITATION)))).pages[0].images
    assert image.image is not None
    assert set(image.image.convert("RGB").get_flattened_data()) == {(255, 255, 255)}
