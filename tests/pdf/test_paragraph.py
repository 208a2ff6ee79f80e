"""Lines fill the column, break where they may, and no input gets out of it or gets lost."""

import io
import random
from itertools import pairwise

import pdfplumber
import pytest
from pdf_readers import by_pdfium, fold
from test_extraction import generated_texts

from ita_desktop import paths
from ita_desktop.pdf.blocks import body, line
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build
from ita_desktop.pdf.fonts import sarabun
from ita_desktop.pdf.page import Page
from ita_desktop.pdf.paragraph import Paragraph
from ita_desktop.pdf.styles import MM, Run, Style, Text, bold
from ita_desktop.thai import words

NO_START = set("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ.,;:!?%)]}»”’…")
NO_END = set("เแโใไ([{«“‘")
OWN = ["กุดเชียงหมี", "เขาชะงุ้ม", "ชัยณรงค์ แสงเงิน", "สำนักปลัดฯ"]


@pytest.fixture(autouse=True)
def _own_words() -> None:
    words.configure(paths.resources() / "thai" / "words_th.txt")
    words.set_own_words([])


def lines_of(text: Text, width: float, style: Style | None = None) -> list[str]:
    paragraph = Paragraph(text, style or Style(), sarabun())
    paragraph.measure(width)
    return paragraph.line_texts()


def test_that_no_line_breaks_a_rule_over_ten_thousand_lines_at_twenty_widths() -> None:
    words.set_own_words(OWN)
    chance = random.Random(3)
    texts = [f"{text} {chance.choice(OWN)}{text[:30]}" for text in generated_texts(150)]
    count = 0
    for width in range(90, 490, 20):
        for text in texts:
            shown = lines_of(text, width)
            count += len(shown)
            assert fold("".join(shown)) == fold(text)
            for first, second in pairwise(shown):
                assert second[0] not in NO_START, (first, second)
                assert first.rstrip()[-1] not in NO_END, (first, second)
            if width >= 130:
                joined = "\n".join(shown)
                assert all(joined.count(word) == text.count(word) for word in OWN), shown
    assert count > 10_000


@pytest.mark.parametrize("align", ["left", "right", "center", "justify"])
def test_that_every_line_stays_inside_the_column(align: str) -> None:
    texts = [
        "x" * 300,
        "กก" * 150,
        "่" * 300,
        "า" * 300,
        "))))" * 80,
        "https://www.example.go.th/" + "ข้อมูล/" * 40,
        "https://www.example.go.th/" + "a" * 200,
        "👍" * 200,
        "ชัยณรงค์ แสงเงิน" * 12,
        "การประเมินคุณธรรมและความโปร่งใส " * 12,
    ]
    pdf = build(
        [line(text, align=align, after=3, left_mm=20, right_mm=30) for text in texts], Meta("x"), Page(numbering="none")
    )
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for char in page.chars:
                assert char["x0"] > 50 * MM - 2
                assert char["x1"] < (210 - 20 - 30) * MM + 2
                assert char["bottom"] < 297 * MM


def test_that_a_name_wider_than_the_column_breaks_between_its_words_first() -> None:
    name = "องค์การบริหารส่วนตำบลเขาชะงุ้ม"
    words.set_own_words([name])
    assert lines_of(name, 400) == [name]
    assert lines_of(f"ที่{name}", 110)[0] == "ที่องค์การบริหาร"
    assert "|".join(lines_of(name, 110)) == "องค์การบริหารส่วนตำบล|เขาชะงุ้ม"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ""),
        ("   ", ""),
        ("กขค\u200bง", "กขคง"),
        ("ก\tข\t\tค", "กขค"),
        ("ก\u00a0ข", "กข"),
        ("ก\nข\n\nค\r\nง", "กขคง"),
        ("ก\x07ข\x00ค\x1f", "ก\ufffdข\ufffdค\ufffd"),
        ("กํา นํ้า", "กํานํ้า"),
        ("่ ิ ์", "่ิ์"),
        ("👍🏽 ☑", "👍🏽☑"),
        ("\u05d0\u05d1 \u0627\u0644", "\u05d0\u05d1\u0627\u0644"),
        ("\ud800x", "\ufffdx"),
        ("a & b < c > d \"'\\()[]", "a&b<c>d\"'\\()[]"),
        ("\ufeffก\u00adข\u2060ค", "กขค"),
        ("e\u0301", "é"),
    ],
    ids=range(15),
)
def test_that_odd_input_is_printed_as_far_as_it_can_be(typed: str, read: str) -> None:
    pdf = build([body(typed), line("จบ")], Meta("x"), Page(numbering="none"))
    found = fold(by_pdfium(pdf)).removesuffix("จบ")
    if "\u05d0" in typed:  # pdfium turns right-to-left letters round; nothing else would be lost
        found, read = "".join(sorted(found)), "".join(sorted(read))
    assert found.replace("e\u0301", "é") == read


def test_that_a_line_break_typed_in_the_text_breaks_the_line() -> None:
    assert lines_of("หนึ่ง\nสอง\n\nสาม", 400) == ["หนึ่ง", "สอง", "", "สาม"]
    assert lines_of("", 400) == [""]


def test_that_looks_change_inside_a_word_without_a_break() -> None:
    assert lines_of(["การประ", bold("เมิน"), " ๒๕๖๙"], 400) == ["การประเมิน ๒๕๖๙"]
    assert lines_of([bold("การ"), Run(""), "ประเมินผล"], 60) == ["การ", "ประเมินผล"]
    assert lines_of([bold("การ "), "ประเมิน"], 45) == ["การ", "ประเมิน"]


def test_that_a_piece_of_a_paragraph_has_two_lines_at_least() -> None:
    paragraph = Paragraph("การประเมิน " * 30, Style(), sarabun())
    leading = sarabun().leading(16)
    count = round(paragraph.measure(200) / leading)
    assert count > 6
    assert paragraph.split(200, 1.9 * leading, 700) is None
    parts = paragraph.split(200, (count - 1) * leading, 700)
    assert parts is not None
    assert round(parts[0].measure(200) / leading) == count - 2
    assert round(parts[1].measure(200) / leading) == 2
    short = Paragraph("การประเมิน " * 4, Style(), sarabun())
    assert round(short.measure(110) / leading) < 4
    assert short.split(110, 2 * leading, 700) is None


def test_that_justified_lines_reach_the_margin_but_the_last() -> None:
    text = "การ ประเมิน คุณธรรม และ ความ โปร่งใส ใน การ ดำเนินงาน " * 6
    pdf = build([line(text, align="justify")], Meta("x"), Page(numbering="none"))
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        rows: dict[float, float] = {}
        for char in document.pages[0].chars:
            rows[round(char["top"])] = max(rows.get(round(char["top"]), 0), char["x1"])
    ends = [rows[top] for top in sorted(rows)]
    assert len(ends) > 3
    assert all(abs(end - 190 * MM) < 1 for end in ends[:-1])
    assert ends[-1] < 180 * MM


def test_that_a_line_ends_at_a_good_place_where_one_is_near() -> None:
    text = "สถานการณ์ดำเนินงานด้านคุณธรรมและความโปร่งใส และนำผลประกาศเผยแพร่"
    assert lines_of(text, 200)[0].endswith("คุณธรรมและ")
    assert lines_of(text, 220)[0].endswith("และความ"), "the better place is too far away"
    justified = lines_of(text, 205, Style(align="justify"))
    assert justified[0].endswith("และความ"), "a justified line would become loose"


def poor_ends(text: str, widths: range) -> int:
    poor = words.chances(text).poor
    count = 0
    for width in widths:
        at = 0
        for shown in lines_of(text, width)[:-1]:
            at = text.index(shown, at) + len(shown)
            at += text[at] == " "
            count += at in poor
    return count


def test_that_the_choice_of_places_makes_poor_line_ends_rare(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "ได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ เพื่อให้ทราบสถานการณ์ของหน่วยงาน "
        "และนำผลที่ได้ไปปรับปรุงการปฏิบัติงาน การให้บริการ และการอำนวยความสะดวกแก่ประชาชนให้เป็นไปตามหลักธรรมาภิบาล"
    ) * 4
    with_choice = poor_ends(text, range(340, 460, 4))
    monkeypatch.setattr("ita_desktop.pdf.paragraph.MOST_SHORTER", 0.0)
    monkeypatch.setattr("ita_desktop.pdf.paragraph.SHORTER_EM", 0.0)
    assert with_choice <= poor_ends(text, range(340, 460, 4)) / 2


@pytest.mark.parametrize("width", range(240, 440, 8))
def test_that_a_last_line_is_not_a_mere_word(width: int) -> None:
    text = "ฝ่ายเลขานุการได้ส่งรายงานการประชุมให้กรรมการตรวจสอบล่วงหน้าแล้ว ไม่มีผู้ขอแก้ไขเป็นอย่างอื่น"
    paragraph = Paragraph(text, Style(), sarabun())
    paragraph.measure(width)
    assert fold("".join(paragraph.line_texts())) == fold(text)
    assert paragraph.lines[-1][2] > 2.5 * 11
    assert all(line_[2] <= width + 0.1 for line_ in paragraph.lines)


def test_that_centred_lines_are_about_equally_long_and_no_more_of_them() -> None:
    name = "เทศบาลตำบลบ้านสวนตาล"
    words.set_own_words(["บ้านสวนตาล"])
    title = f"รายงานการประชุมคณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใสของ{name}"
    for width in range(250, 440, 10):
        centred = Paragraph(title, Style(align="center"), sarabun())
        left = Paragraph(title, Style(), sarabun())
        assert centred.measure(width) == left.measure(width)
        widths = [line_[2] for line_ in centred.lines]
        assert fold("".join(centred.line_texts())) == title
        assert max(widths) <= width + 0.1
        assert min(widths) > 0.55 * max(widths), centred.line_texts()
        assert any(name in shown for shown in centred.line_texts())


def test_that_lines_typed_apart_are_balanced_apart() -> None:
    centred = Paragraph("สั้น\n" + "การประเมินคุณธรรมและความโปร่งใส " * 3 + "\nท้าย", Style(align="center"), sarabun())
    centred.measure(300)
    shown = centred.line_texts()
    assert (shown[0], shown[-1], len(shown)) == ("สั้น", "ท้าย", 4)
