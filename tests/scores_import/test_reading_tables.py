"""Tables as they are met: pasted from Excel, Word and PDF, saved as CSV in three encodings, and as XLSX."""

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.scores_import import Grid, read_block, read_csv, read_xlsx, sheet_names

TABLE = "ตัวชี้วัด;ปี 2568\n1. การปฏิบัติหน้าที่;85,42\n2. การใช้งบประมาณ;๙๐.๐๐\n"
CELLS = (("ตัวชี้วัด", "ปี 2568"), ("1. การปฏิบัติหน้าที่", "85,42"), ("2. การใช้งบประมาณ", "๙๐.๐๐"))


def test_that_a_block_from_excel_is_read_with_its_quoted_cells() -> None:
    text = 'ตัวชี้วัด\t"คะแนน\nปี 2568"\r\n"กล่าว ""ดี"""\t85.42\r\n\t\r\n'
    assert read_block(text).rows == (("ตัวชี้วัด", "คะแนน\nปี 2568"), ('กล่าว "ดี"', "85.42"))


def test_that_a_lonely_quotation_mark_does_not_swallow_the_rest() -> None:
    assert read_block('"การปฏิบัติหน้าที่\t85.00\nการใช้อำนาจ\t90.00').rows == (
        ('"การปฏิบัติหน้าที่', "85.00"),
        ("การใช้อำนาจ", "90.00"),
    )


def test_that_lines_from_a_pdf_are_cut_at_wide_gaps_or_before_their_scores() -> None:
    text = "1. การปฏิบัติหน้าที่ 85.42 90.00\n2. การใช้งบประมาณ   ๘๔.๙๙\nหมายเหตุ"
    assert read_block(text).rows == (
        ("1. การปฏิบัติหน้าที่", "85.42", "90.00"),
        ("2. การใช้งบประมาณ", "๘๔.๙๙", ""),
        ("หมายเหตุ", "", ""),
    )


def test_that_rows_are_made_equally_long_and_cells_clean() -> None:
    grid = read_block("ก\u200b\tเเ\u0e4d\u0e32\t\n 1 \t2\t3\t\t")
    assert grid.rows == (("ก", "แ\u0e33", ""), ("1", "2", "3"))
    assert grid.width == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_that_csv_is_read_in_every_encoding_of_thai_offices(encoding: str, delimiter: str) -> None:
    assert read_csv(TABLE.replace(";", delimiter).encode(encoding)).rows == CELLS


def test_that_commas_part_cells_where_scores_have_points() -> None:
    data = "ตัวชี้วัด,2568,2567\r\n1,85.42,80.00\r\n".encode("utf-8-sig")
    assert read_csv(data).rows == (("ตัวชี้วัด", "2568", "2567"), ("1", "85.42", "80.00"))


@pytest.mark.parametrize(
    ("read", "content", "words"),
    [
        (read_block, "", "ไม่พบข้อมูล"),
        (read_block, " \n\t\n", "ไม่พบข้อมูล"),
        (read_block, "1\n" * 501, "ตารางใหญ่เกินไป"),
        (read_block, "1\t" * 60 + "1", "ตารางใหญ่เกินไป"),
        (read_block, "x" * 2_000_001, "ยาวเกินไป"),
        (read_block, "ก\t" + "x" * 200_000, "ยาวเกินไป"),
        (read_csv, b"\x00\x01\x02", "ไม่ใช่ CSV"),
        (read_csv, b"\xff\xfe\x00", "อ่านตัวอักษร"),
        (read_csv, b"\xfc\xfd\xfe\xff", "อ่านตัวอักษร"),
        (read_xlsx, b"", "อ่านไฟล์นี้ไม่ได้"),
        (read_xlsx, b"PK\x03\x04", "อ่านไฟล์นี้ไม่ได้"),
        (read_xlsx, b"\xd0\xcf\x11\xe0rest", ".xls"),
        (sheet_names, b"<html>", "อ่านไฟล์นี้ไม่ได้"),
    ],
    ids=lambda part: part.__name__ if callable(part) else repr(part[:12]),
)
def test_that_what_is_no_table_is_refused_with_advice(
    read: Callable[[str | bytes], object], content: str | bytes, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(content)


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_that_a_workbook_shows_what_its_cells_show() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.append(["ตัวชี้วัด", 2568, "ปี 2567"])
        sheet.append(["1. การปฏิบัติหน้าที่", 85.41999999999999, "๘๔.๙๙"])
        sheet.append(["2. การใช้งบประมาณ", 0.8542, 75.404])
        sheet["B3"].number_format = "0.00%"
        sheet.append(["3. การใช้อำนาจ", 90, True])

    assert read_xlsx(workbook(fill)).rows == (
        ("ตัวชี้วัด", "2568", "ปี 2567"),
        ("1. การปฏิบัติหน้าที่", "85.42", "๘๔.๙๙"),
        ("2. การใช้งบประมาณ", "85.42%", "75.404"),
        ("3. การใช้อำนาจ", "90", "TRUE"),
    )


def test_that_merged_cells_and_formulas_without_result_are_told_apart() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet["A1"], sheet["B1"], sheet["B3"] = "IIT", 85, "=AVERAGE(B1:B2)"
        sheet.merge_cells("B1:B2")

    grid = read_xlsx(workbook(fill))
    assert grid.merged == {(0, 1): (0, 1), (1, 1): (0, 1)}
    assert grid.rows == (("IIT", "85"), ("", ""), ("", "=?"))


def test_that_one_of_several_sheets_is_chosen() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.title = "ปก"
        book.active["A1"] = "ปก"
        book.create_sheet("คะแนน")["A1"] = 85

    data = workbook(fill)
    assert sheet_names(data) == ("ปก", "คะแนน")
    assert read_xlsx(data).rows == (("ปก",),)
    assert read_xlsx(data, "คะแนน").rows == (("85",),)
    with pytest.raises(UserError, match="ไม่พบแผ่นงาน"):
        read_xlsx(data, "อื่น")


def test_that_a_sheet_that_only_formatting_makes_long_is_read() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = 85
        book.active["A400"].number_format = "0.00"

    assert read_xlsx(workbook(fill)).rows == (("85",),)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text('\t\n" ;,๑1.%', max_size=60))
def test_that_any_text_is_a_table_or_refused(text: str) -> None:
    for read in (read_block, lambda t: read_csv(t.encode("utf-8", "replace"))):
        try:
            grid = read(text)
        except UserError:
            continue
        assert isinstance(grid, Grid)
        assert len({len(row) for row in grid.rows}) == 1
        assert any(any(row) for row in grid.rows)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_that_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    for read in (read_csv, read_xlsx):
        with suppress(UserError):
            assert read(data).rows


def test_that_a_damaged_workbook_is_read_or_refused_but_never_more() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for n in range(10):
            book.active.append([f"{n + 1}. ชื่อ", 80 + n, "=A1"])
        book.active.merge_cells("A1:B1")

    parts = unpacked(workbook(fill))
    chance = random.Random(7)
    refused = 0
    for _ in range(400):
        name = chance.choice(sorted(parts))
        damaged = bytearray(parts[name])
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 9)] = chance.choice(
                (b"", b"9", b"x", b"<", b"&", b'"', bytes([at % 256]))
            )
        try:
            read_xlsx(packed({**parts, name: bytes(damaged)}))
        except UserError:
            refused += 1
    assert 100 < refused < 400


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
