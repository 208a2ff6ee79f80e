"""Tables as text with tabs, as Excel, LibreOffice and Word put them on the clipboard beside their HTML."""

import csv
import io

from ita_desktop.errors import UserError
from ita_desktop.measures_import.table import MAX_TEXT, Cell, Line, PastedTable, table_of
from ita_desktop.thai.clean import clean_line, clean_text


def read_text(text: str) -> PastedTable:
    """The table of a text whose cells are parted by tabs. Raises `UserError` when there is none in it."""
    if len(text) > MAX_TEXT:
        raise UserError("ข้อมูลยาวเกินไป เลือกเฉพาะตารางมาตรการแล้วลองอีกครั้ง")
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""), newline="")
    try:
        # A single quotation mark is a mark in the text: as the start of a quoted cell it would swallow the rest.
        if text.count('"') % 2:
            rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        else:
            rows = list(csv.reader(lines, delimiter="\t"))
    except csv.Error as error:
        raise UserError("อ่านตารางนี้ไม่ได้ มีเซลล์ที่ยาวเกินไป เลือกเฉพาะตารางมาตรการแล้วลองอีกครั้ง") from error
    return table_of([[cell_of(cell) for cell in row] for row in rows])


def cell_of(text: str) -> Cell:
    """The cell of a text of several lines, cleaned."""
    lines = (clean_line(line) for line in clean_text(text).split("\n"))
    return Cell(tuple(Line(line) for line in lines if line))
