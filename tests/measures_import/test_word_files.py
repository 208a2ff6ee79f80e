import io
import zipfile

import pytest
from clipboard_samples import HEADS, SEED_002
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import catalog
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.office import Division
from ita_desktop.errors import UserError
from ita_desktop.measures_import import Office, propose_layout, read_document, read_measures

YEAR = FiscalYear(2568)
OFFICE = Office(YEAR, catalog.load_frameworks().of(YEAR - 1), (Division("สำนักปลัด", id=1), Division("กองคลัง", id=2)))
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, part: str = "word/document.xml", before: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        document = f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
        package.writestr(part, f'<?xml version="1.0" encoding="UTF-8"?>{before}{document}')
    return file.getvalue()


def paragraph(text: str, *, bullet: bool = False, bold: bool = False) -> str:
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>' if bullet else ""
    return f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:rPr>{'<w:bCs/>' if bold else ''}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def cell(*paragraphs: str, marks: str = "") -> str:
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_that_the_table_of_seed_002_is_read_from_a_document() -> None:
    rows = [
        cell(paragraph(indicator))
        + cell(*(paragraph(action, bullet=True) for action in actions))
        + cell(paragraph(owner))
        + cell(paragraph(period))
        for indicator, actions, owner, period in SEED_002
    ]
    body = paragraph("แผน") + table("".join(cell(paragraph(head, bold=True)) for head in HEADS), *rows)
    ((name, found),) = read_document(docx(body)).items()
    assert name == "ตารางที่ 1 (7 แถว 4 คอลัมน์)"
    reading = read_measures(found, propose_layout(found, OFFICE), OFFICE)
    assert [measure.actions for measure in reading.measures] == [tuple(actions) for _, actions, _, _ in SEED_002]
    assert all(measure.period.is_read for measure in reading.measures)


def test_that_merged_cells_breaks_and_inner_tables_are_read() -> None:
    restart, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    inner = table(cell(paragraph("ใน")))
    body = table(
        cell(paragraph("9"), marks=restart) + cell(paragraph("ก</w:t><w:br/><w:t>ข")) + cell(paragraph("ค")),
        cell(marks=goes_on) + cell(paragraph("ง", bold=True), inner, marks=wide),
    )
    small, large = table(cell(paragraph("เล็ก"))), body
    tables = list(read_document(docx(small + large)).values())
    assert [len(each.rows) for each in tables] == [2, 1]
    assert tables[0].cell(1, 0).text == "9"
    assert tables[0].cell(0, 1).text == "ก\nข"
    assert (tables[0].cell(1, 1).text, tables[0].cell(1, 2).text) == ("ง\nใน", "ง\nใน")
    assert [line.bold for line in tables[0].cell(1, 1).lines] == [True, False]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "DOCX"),
        (b"PK\x03\x04 no", "DOCX"),
        (b"\xd0\xcf\x11\xe0 old", ".doc"),
        (docx("", "word/other.xml"), "DOCX"),
        (docx("<w:p>"), "DOCX"),
        (docx("", before='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCX"),
        (docx(paragraph("ไม่มี")), "ไม่มีตาราง"),
        (docx(table(cell())), "ไม่พบข้อมูล"),
    ],
    ids=["empty", "no zip", "old", "no document", "broken", "entities", "no table", "empty table"],
)
def test_that_a_file_without_a_table_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_document(data)


@given(st.data())
def test_that_a_damaged_file_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(docx(table(cell(paragraph("9")) + cell(paragraph("ก")))))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_document(bytes(whole))
    except UserError:
        return
    assert found
