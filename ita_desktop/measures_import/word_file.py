"""Tables in DOCX files, read with the standard library: a table is all that is wanted of them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from ita_desktop.errors import UserError
from ita_desktop.measures_import.table import Cell, Line, PastedTable, Place, table_of
from ita_desktop.thai.clean import clean_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_UNPACKED = 100_000_000
"""Bytes of the document inside; a hostile file unpacks to any size."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ElementTree.ParseError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def read_document(data: bytes) -> dict[str, PastedTable]:
    """The tables of the document by a name, the largest first. Raises `UserError` when there is none."""
    if data.startswith(_OLD_WORD):
        raise UserError("ไฟล์นี้เป็น Word รุ่นเก่า (.doc) หรือใส่รหัสผ่านไว้ เปิดใน Word แล้วบันทึกเป็น .docx โดยไม่ใส่รหัสผ่าน")
    try:
        body = _body(data)
    except _UNREADABLE as error:
        raise UserError("อ่านไฟล์นี้ไม่ได้ ไฟล์อาจเสียหรือไม่ใช่ DOCX เปิดใน Word แล้วบันทึกเป็น .docx อีกครั้ง") from error
    found: dict[str, PastedTable] = {}
    faults: list[UserError] = []
    for number, element in enumerate(_outermost(body, "tbl"), start=1):
        try:
            table = _table(element)
        except UserError as fault:
            faults.append(fault)
            continue
        found[f"ตารางที่ {number} ({len(table.rows)} แถว {table.width} คอลัมน์)"] = table
    if not found:
        raise faults[0] if faults else UserError("ไฟล์นี้ไม่มีตาราง เลือกไฟล์อื่น")
    return dict(sorted(found.items(), key=lambda item: -len(item[1].rows) * item[1].width))


def _body(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = package.getinfo("word/document.xml")
        if part.file_size > _MAX_UNPACKED:
            raise UserError("ไฟล์ใหญ่เกินไป คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่แล้วลองอีกครั้ง")
        xml = package.read(part)
    # Word writes no document type; one that declares entities could unpack to any size.
    if b"<!DOCTYPE" in xml:
        raise ValueError("a document type is not allowed")
    return ElementTree.fromstring(xml)


def _table(element: ElementTree.Element) -> PastedTable:
    rows: list[list[Cell]] = []
    merged: dict[Place, Place] = {}
    above: dict[int, Place] = {}
    for number, row in enumerate(_outermost(element, "tr")):
        cells: list[Cell] = []
        for cell in _outermost(row, "tc"):
            column, width = len(cells), _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            down = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = down is not None and down.get(f"{_W}val") != "restart" and column in above
            first = above[column] if goes_on else (number, column)
            cells += [Cell(() if goes_on else tuple(_lines(cell)))] + [Cell()] * (width - 1)
            for place in ((number, column + n) for n in range(width)):
                if place != first:
                    merged[place] = first
            above[column] = first
            if down is None:
                del above[column]
        rows.append(cells)
    return table_of(rows, merged)


def _lines(cell: ElementTree.Element) -> Iterator[Line]:
    for paragraph in cell.iter(f"{_W}p"):
        bullet = _number(paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId"), 0) > 0
        runs = [(run, _text(run)) for run in paragraph.iter(f"{_W}r")]
        bold = all(_is_bold(run) for run, text in runs if text.strip())
        for text in "".join(text for _, text in runs).split("\n"):
            if line := clean_line(text):
                yield Line(line, bullet, bold)
                bullet = False


def _text(run: ElementTree.Element) -> str:
    signs = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
    return "".join(part.text or "" if part.tag == f"{_W}t" else signs.get(part.tag, "") for part in run)


def _is_bold(run: ElementTree.Element) -> bool:
    for name in ("b", "bCs"):
        mark = run.find(f"{_W}rPr/{_W}{name}")
        if mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off"):
            return True
    return False


def _number(element: ElementTree.Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(f"{_W}val") or ""
    return min(int(value), 1000) if value.isascii() and value.isdecimal() else otherwise


def _outermost(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The elements of the tag that are in no other one: what lies in a cell's own table stays in its cell."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag != f"{_W}tbl" or tag == "tbl":
            yield from _outermost(child, tag)
