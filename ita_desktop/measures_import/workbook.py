"""Tables of measures in XLSX workbooks."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_desktop.errors import UserError
from ita_desktop.measures_import.table import MAX_COLUMNS, MAX_ROWS, PastedTable, Place, table_of
from ita_desktop.measures_import.text_table import cell_of
from ita_desktop.scores_import.workbook import opened_workbook
from ita_desktop.thai.dates import BE_OFFSET, SHORT_MONTHS, format_short_date

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LOCALE = re.compile(r"\[[^\]]*\]")


def read_workbook(data: bytes) -> dict[str, PastedTable]:
    """The table of each sheet that holds one, by the sheet's name. Raises `UserError` when there is none."""
    found: dict[str, PastedTable] = {}
    faults: list[UserError] = []
    with opened_workbook(data) as workbook:
        for sheet in workbook.worksheets:
            try:
                found[sheet.title] = _table(sheet)
            except UserError as fault:
                faults.append(fault)
    if not found:
        raise faults[0] if faults else UserError("ไฟล์นี้ไม่มีแผ่นงานที่มีตาราง เลือกไฟล์อื่น")
    return found


def _table(sheet: "Worksheet") -> PastedTable:
    # One more than allowed, so that a larger table is refused and not cut off in silence.
    last_row, last_column = min(sheet.max_row, MAX_ROWS + 1), min(sheet.max_column, MAX_COLUMNS + 1)
    rows = [
        [cell_of(_shown(cell.value, str(cell.number_format))) for cell in row]
        for row in sheet.iter_rows(max_row=last_row, max_col=last_column)
    ]
    merged: dict[Place, Place] = {}
    for block in sheet.merged_cells.ranges:
        first = (block.min_row - 1, block.min_col - 1)
        for row in range(block.min_row - 1, min(block.max_row, MAX_ROWS)):
            for column in range(block.min_col - 1, min(block.max_col, MAX_COLUMNS)):
                if (row, column) != first:
                    merged[row, column] = first
    return table_of(rows, merged)


def _shown(value: Any, number_format: str) -> str:
    """The value as the cell shows it; a date as a Thai one, without its day where the cell shows none."""
    if value is None:
        return ""
    if isinstance(value, date):
        if "d" in _LOCALE.sub("", number_format).lower():
            return format_short_date(value)
        return f"{SHORT_MONTHS[value.month - 1]} {value.year + BE_OFFSET}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return f"{Decimal(repr(value)):f}" if isinstance(value, float) and abs(value) < 1e15 else str(value)
