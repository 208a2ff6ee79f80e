"""Tables in XLSX workbooks: values as they are shown, merged cells told apart."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from ita_desktop.errors import UserError
from ita_desktop.scores_import.grid import MAX_COLUMNS, MAX_ROWS, Grid, Place, grid_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_FILE, _MAX_UNPACKED = 20_000_000, 100_000_000
"""Bytes; a table of scores needs a thousandth of that, and a hostile file unpacks to any size."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_FINEST = Decimal("0.0000001")
FORMULA = "=?"
"""Stands for a formula whose result was never stored in the file."""

# What openpyxl raises, as found by feeding it damaged files.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def sheet_names(data: bytes) -> tuple[str, ...]:
    """The names of the workbook's sheets, in their order. Raises `UserError` when it cannot be read."""
    with opened_workbook(data) as workbook:
        return tuple(sheet.title for sheet in workbook.worksheets)


def read_xlsx(data: bytes, sheet: str = "") -> Grid:
    """The table of one sheet, the first when none is named. Raises `UserError` when it cannot be read."""
    with opened_workbook(data) as values, opened_workbook(data, formulas=True) as formulas:
        sheets = {each.title: each for each in values.worksheets}
        if not sheets:
            raise UserError("ไฟล์นี้ไม่มีแผ่นงานที่มีตาราง เลือกไฟล์อื่น")
        if sheet and sheet not in sheets:
            raise UserError(f"ไม่พบแผ่นงาน “{sheet}” ในไฟล์นี้ เลือกแผ่นงานอื่น")
        chosen = sheets[sheet or next(iter(sheets))]
        return grid_of(_rows(chosen, formulas[chosen.title]), _merged(chosen))


@contextmanager
def opened_workbook(data: bytes, *, formulas: bool = False) -> Iterator["Workbook"]:
    """An XLSX file with its results, or with its formulas. Raises `UserError` when it cannot be read."""
    # Slow to import, and most sessions import no file.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if data.startswith(_OLD_EXCEL):
        raise UserError("ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) หรือใส่รหัสผ่านไว้ เปิดใน Excel แล้วบันทึกเป็น .xlsx โดยไม่ใส่รหัสผ่าน")
    try:
        _check_size(data)
        with warnings.catch_warnings():
            # It warns of charts and filters that it leaves out; only cells are wanted.
            warnings.simplefilter("ignore")
            # Not read-only: that mode does not know which cells are merged.
            workbook = load_workbook(io.BytesIO(data), data_only=not formulas)
        yield workbook
        workbook.close()
    except (*_UNREADABLE, InvalidFileException) as error:
        raise UserError("อ่านไฟล์นี้ไม่ได้ ไฟล์อาจเสียหรือไม่ใช่ XLSX เปิดใน Excel แล้วบันทึกเป็น .xlsx อีกครั้ง") from error


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        unpacked = sum(part.file_size for part in package.infolist())
    if len(data) > _MAX_FILE or unpacked > _MAX_UNPACKED:
        raise UserError("ไฟล์ใหญ่เกินไป คัดลอกเฉพาะตารางที่ต้องการไปไว้ในไฟล์ใหม่แล้วลองอีกครั้ง")


def _rows(sheet: "Worksheet", formulas: "Worksheet") -> Iterator[list[str]]:
    # One more than allowed, so that a larger table is refused and not cut off in silence.
    last_row, last_column = min(sheet.max_row, MAX_ROWS + 1), min(sheet.max_column, MAX_COLUMNS + 1)
    for number, row in enumerate(sheet.iter_rows(max_row=last_row, max_col=last_column), start=1):
        texts = [_shown(cell.value, str(cell.number_format)) for cell in row]
        for column, text in enumerate(texts, start=1):
            if not text and formulas.cell(number, column).data_type == "f":
                texts[column - 1] = FORMULA
        yield texts


def _shown(value: Any, number_format: str) -> str:
    """The value as the cell shows it, as far as scores need it."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, int | float) and "%" in number_format:
        return f"{_plain(value * 100)}%"
    if isinstance(value, int | float):
        return _plain(value)
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)


def _plain(number: float) -> str:
    """The number without what binary fractions add to it: 85.42, not 85.41999999999999."""
    exact = Decimal(repr(number))
    if not exact.is_finite() or abs(exact) >= 10**12:
        return str(number)
    return f"{exact.quantize(_FINEST).normalize():f}"


def _merged(sheet: "Worksheet") -> dict[Place, Place]:
    merged: dict[Place, Place] = {}
    for block in sheet.merged_cells.ranges:
        first = (block.min_row - 1, block.min_col - 1)
        for row in range(block.min_row - 1, min(block.max_row, MAX_ROWS)):
            for column in range(block.min_col - 1, min(block.max_col, MAX_COLUMNS)):
                merged[row, column] = first
    return merged
