"""What comes out of the clipboards of Word, LibreOffice, Google Docs and browsers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.widgets.pasted import has_text, pasted_text

pytestmark = pytest.mark.usefixtures("qapp")

WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>ตรวจเอกสาร</p>"
    "<p class=MsoListParagraph><!--[if !supportLists]--><span style='mso-list:Ignore'>1)<span>&nbsp;&nbsp;</span>"
    "</span><!--[endif]-->ส่งรายงาน<o:p></o:p></p>"
)
WORD_HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><title>รายงาน.docx</title>'
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
    "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=TH><!--StartFragment-->"
)
WORD_COMMENT = (
    '<p>มติ<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[ก1]</a></span></p>'
    "<div style='mso-element:comment-list'>"
    "<div style='mso-element:comment'><p class=MsoCommentText>แก้ด้วย</p></div></div>"
)
WORD_FOOTNOTE = (
    "<p>ตามประกาศ<a href=\"#_ftn1\" style='mso-footnote-id:ftn1'><span class=MsoFootnoteReference>[1]</span></a></p>"
    "<div style='mso-element:footnote-list'><p class=MsoFootnoteText>[1] ประกาศ ป.ป.ช.</p></div>"
)
GOOGLE_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">'
    '<span style="white-space:pre-wrap;">หัวข้อ</span></p><ol><li dir="ltr"><p>หนึ่ง</p></li><li><p>สอง</p></li></ol>'
    '<ul><li aria-level="1"><p>ย่อย</p></li></ul></b><br class="Apple-interchange-newline">'
)
LIBRE_OFFICE = (
    '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/><style type="text/css">'
    '@page { size: 21cm 29.7cm }</style></head><body lang="th-TH" dir="ltr"><p style="line-height: 100%">ย่อหน้า'
    '<font face="TH SarabunPSK"><font size="4">แรก</font></font></p>'
    '<p><br/></p><ol type="a"><li><p>ข้อ</p></li></ol></body></html>'
)
TABLE = (
    "<table><tr><th>ที่</th><th>เรื่อง</th></tr><tr><td><p>๑</p></td><td><p>งบ</p><p>ประมาณ</p></td></tr>"
    "<tr><td colspan=2>รวม</td></tr></table>ท้าย"
)


def of_html(html: str) -> str:
    mime = QMimeData()
    mime.setHtml(html)
    return pasted_text(mime)


def of_text(text: str) -> str:
    mime = QMimeData()
    mime.setText(text)
    return pasted_text(mime)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (WORD_HEAD + WORD_LIST + "<!--EndFragment--></body></html>", ["• ตรวจเอกสาร", "1) ส่งรายงาน"]),
        ("<p>เห็น<del cite='mailto:a'>แย้ง</del><ins cite='mailto:a'>ชอบ</ins></p>", ["เห็นชอบ"]),
        (WORD_COMMENT, ["มติ"]),
        (WORD_FOOTNOTE, ["ตามประกาศ[1]", "[1] ประกาศ ป.ป.ช."]),
        ("<p>เห็น<span style='display:none;mso-hide:all'>ซ่อน</span>ชอบ</p>", ["เห็นชอบ"]),
        ("<p><st1:place w:st='on'>บ้าน</st1:place><st1:City>สวน</st1:City></p>", ["บ้านสวน"]),
        ("<p>หน้า<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><p>หลัง</p>", ["หน้า", "", "หลัง"]),
        ("<p>เปิด&shy;เผย&#8203;ข้อ&zwnj;มูล&nbsp;น&#3661;&#3634; เเละ</p>", ["เปิดเผยข้อมูล นำ และ"]),
        ("<p>รูป<img src='file:///c:/a.png'>ประกอบ</p>", ["รูปประกอบ"]),
        (GOOGLE_DOCS, ["หัวข้อ", "1. หนึ่ง", "2. สอง", "• ย่อย"]),
        (LIBRE_OFFICE, ["ย่อหน้าแรก", "", "a. ข้อ"]),
        ("<ol start=3><li>สาม<li>สี่</ol>", ["3. สาม", "4. สี่"]),
        (TABLE, ["ที่\tเรื่อง", "๑\tงบ ประมาณ", "รวม", "ท้าย"]),
        (
            "<table><tr><td rowspan=2>๑</td><td>ก</td></tr><tr><td>ข</td></tr><tr><td>๒</td><td>ค</td></tr></table>",
            ["๑\tก", "\tข", "๒\tค"],
        ),
        ("<p>เรื่อง<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>ผล</p>", ["เรื่อง    ผล"]),
        ("<table><tr><td><h1>ข่าว</h1><p>เนื้อ</p></td></tr></table>", ["ข่าว", "เนื้อ"]),
        ("<table><tr><td><table><tr><td>ก<td>ข</table><td>ค</table>", ["ก ข\tค"]),
        ("<nav hidden>เมนู</nav><p>บรรทัด<br>ต่อ</p><script>x()</script><button>แชร์</button>", ["บรรทัด", "ต่อ"]),
        ("<p style='display:none'>ซ่อน<p>เห็น", ["เห็น"]),
        ("<head><title>ชื่อ</title><body>เนื้อ", ["เนื้อ"]),
        ("<p>ก &lt; ข &amp; ค &lt;b&gt;</p>", ["ก < ข & ค <b>"]),
    ],
)
def test_that_a_page_comes_as_the_lines_that_its_reader_sees(html: str, lines: list[str]) -> None:
    assert of_html(html).split("\n") == lines


HIDDEN = "style='display:none'"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (f"<ul><li>ก<li {HIDDEN}>ซ่อน<ul><li>ใน<li>ใน</ul>ท้าย</li><li>ข</ul>", ["• ก", "• ข"]),
        (f"<ol><li>ก<li {HIDDEN}>ซ่อน<ul><li>ใน</li></ul><p>ใน</p><li>ข</ol>ท้าย", ["1. ก", "2. ข", "ท้าย"]),
        (f"<table><tr><td>ก<td {HIDDEN}>ซ่อน<table><tr><td>ใน<td>ใน</table>ซ่อน<td>ข</table>", ["ก\tข"]),
        (f"<table><tr {HIDDEN}><td>ซ่อน<table><tr><td>ใน</table><tr><td>ก<td>ข</table>", ["ก\tข"]),
        (f"<table><tr><td>ก</td><td {HIDDEN}>ซ่อน</tr><tr><td>ข<td>ค</table>", ["ก\t", "ข\tค"]),
        (f"<dl><dt {HIDDEN}>ซ่อน<dl><dt>ใน</dl><dd>ก</dl>", ["ก"]),
        (f"<p {HIDDEN}>ซ่อน<div>ก</div>", ["ก"]),
        (f"<p {HIDDEN}>ซ่อน<b>ซ่อน<table><tr><td>ก<td>ข</table>", ["ก\tข"]),
        (f"<p {HIDDEN}>ซ่อน<hr/>ก", ["ก"]),
        (f"<div><p {HIDDEN}>ซ่อน</div>ก", ["ก"]),
        (f"<ul><li {HIDDEN}>ซ่อน<p>ซ่อน</ul><p>ก", ["ก"]),
        (f"<div {HIDDEN}><p>ซ่อน<div>ใน</div><p>ซ่อน</div><p>ก", ["ก"]),
        (f"<span {HIDDEN}>ซ่อน<table><tr><td>ใน</span></td></tr></table>ซ่อน</span>ก", ["ก"]),
        (f"ก<span {HIDDEN}>ซ่อน</p></span>ข", ["กข"]),
        ("<head><meta charset=utf-8><style>p {}</style><body><p>ก</body>", ["ก"]),
    ],
)
def test_that_what_is_hidden_ends_where_a_browser_ends_it(html: str, lines: list[str]) -> None:
    assert of_html(html).split("\n") == lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("หน้าหนึ่ง\x0cหน้าสอง\x85บรรทัด\x0bต่อ", "หน้าหนึ่ง\nหน้าสอง\nบรรทัด\nต่อ"),
        ("·\u00a0\u00a0ข้อหนึ่ง\r\n\uf0d8\u2003ข้อสอง", "• ข้อหนึ่ง\n• ข้อสอง"),
        ("e\u2011Service และ e\x1eLAAS", "e-Service และ e-LAAS"),
        ("ท้ายบรรทัด  \r\nต่อ ", "ท้ายบรรทัด\nต่อ "),
        ("ป\uf70aา ฝ\uf701น ป\uf702 ป\uf711า น\u0e49\u0e4d\u0e32", "ป่า ฝิน ปี ปำ น้ำ"),
        ("รูป\ufffcประกอบ\x1f", "รูปประกอบ"),
        ("๑.\tเรื่องแรก\r\n๒)   เรื่องสอง\r\n(ก)\tย่อย\r\n๒.๑.\tย่อย", "๑. เรื่องแรก\n๒) เรื่องสอง\n(ก) ย่อย\n๒.๑. ย่อย"),
        ("1.\tเรื่อง\tกองคลัง\n๘๔.๙๙\tผ่าน\n๑.\t\n", "1.\tเรื่อง\tกองคลัง\n๘๔.๙๙\tผ่าน\n๑.\t\n"),
        ("ต่าง ๆ จริง ๆ\tช่อง", "ต่าง ๆ จริง ๆ\tช่อง"),
    ],
)
def test_that_plain_text_comes_without_what_other_programs_hide_in_it(text: str, wanted: str) -> None:
    assert of_text(text) == wanted


def test_that_copied_files_are_no_text() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/รายงาน.docx")])
    assert not has_text(mime)
    mime.setHtml("<a href='x'>รายงาน</a>")
    assert has_text(mime)
    assert pasted_text(mime) == "รายงาน"


def test_that_an_empty_text_beside_a_page_does_not_hide_it() -> None:
    mime = QMimeData()
    mime.setText("")
    mime.setHtml("<p>เนื้อ</p>")
    assert pasted_text(mime) == "เนื้อ"


_TAGS = ("p", "/p", "td", "table", "/table", "li", "ol", "!--", "![if x]", "!", "del", "/del", "br/", "body")
_PIECES = (*(f"<{tag}>" for tag in _TAGS), "-->", "<![", "<", "&", "&nbsp;", "ก")


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_that_no_page_is_too_broken_to_paste(qapp: QApplication, html: str) -> None:
    assert "\ufdd0" not in of_html(html)


@given(st.lists(st.text("กขคงจ", min_size=1), min_size=1, max_size=8))
def test_that_every_paragraph_that_is_seen_comes_once(qapp: QApplication, words: list[str]) -> None:
    assert of_html("".join(f"<div><p>{word}</p></div>" for word in words)).split("\n") == words
