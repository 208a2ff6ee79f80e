"""Tables as text: what Excel and Word put on the clipboard, and CSV files in the encodings met in Thai offices."""

import codecs
import csv
import io
import re

from ita_desktop.errors import UserError
from ita_desktop.scores_import.grid import Grid, grid_of

_MAX_TEXT = 2_000_000
_DELIMITERS = ("\t", ";", ",")
_WIDE_GAP = re.compile(r" {2,}|\t")
_SCORES_AT_END = re.compile(r"^(.*?\S)((?:\s+[-–]?[\d๐-๙]+(?:[.,][\d๐-๙]+)?%?)+)$")


def read_block(text: str) -> Grid:
    """The table of a pasted text. Raises `UserError` when there is none in it.

    Excel and Word part cells by tabs, and Excel quotes a cell of several lines; where there is no tab (a PDF),
    wide gaps part the cells, or the scores stand at the end of the line.
    """
    _check_size(len(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        return grid_of(_rows(text, "\t"))
    return grid_of(_loose_cells(line) for line in text.split("\n"))


def read_csv(data: bytes) -> Grid:
    """The table of a CSV file in UTF-8, UTF-16 or the old Thai encoding. Raises `UserError` when it is none."""
    _check_size(len(data))
    text = _decoded(data)
    if "\x00" in text:
        raise UserError("ไฟล์นี้ไม่ใช่ CSV เปิดไฟล์ใน Excel แล้วบันทึกเป็น CSV UTF-8 หรือ XLSX")
    return grid_of(_rows(text.replace("\r\n", "\n").replace("\r", "\n"), _delimiter(text)))


def _check_size(size: int) -> None:
    if size > _MAX_TEXT:
        raise UserError("ข้อมูลยาวเกินไป เลือกเฉพาะตารางคะแนนแล้วลองอีกครั้ง")


def _rows(text: str, delimiter: str) -> list[list[str]]:
    # A single quotation mark is a mark in the text: as the start of a quoted cell it would swallow the rest.
    lines = io.StringIO(text, newline="")
    try:
        if text.count('"') % 2:
            return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise UserError("อ่านตารางนี้ไม่ได้ มีเซลล์ที่ยาวเกินไป เลือกเฉพาะตารางคะแนนแล้วลองอีกครั้ง") from error


def _loose_cells(line: str) -> list[str]:
    cells = [cell for cell in _WIDE_GAP.split(line.strip()) if cell]
    found: list[str] = []
    for cell in cells:
        match = _SCORES_AT_END.match(cell)
        found += [match[1], *match[2].split()] if match else [cell]
    return found


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded_as(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # CP874 is TIS-620 with the signs that Windows added.
        return _decoded_as(data, "cp874")


def _decoded_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError("อ่านตัวอักษรในไฟล์นี้ไม่ได้ เปิดไฟล์ใน Excel แล้วบันทึกเป็น CSV UTF-8 หรือ XLSX") from error


def _delimiter(text: str) -> str:
    """The sign that parts most lines into equally many cells."""
    lines = [line for line in text.split("\n") if line.strip()][:50]

    def evenness(delimiter: str) -> int:
        counts = [line.count(delimiter) for line in lines]
        return max((counts.count(count) for count in set(counts) if count), default=0)

    return max(_DELIMITERS, key=evenness)
