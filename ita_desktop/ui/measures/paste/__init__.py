"""Tables from Word and Excel into the plan: shown first, with what is not taken, and added as one step."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.measure import Measure
from ita_desktop.errors import UserError
from ita_desktop.measures_import import PastedTable, read_document, read_workbook
from ita_desktop.ui.context import Context
from ita_desktop.ui.measures.paste.clipboard import table_in
from ita_desktop.ui.measures.paste.dialog import PasteDialog
from ita_desktop.ui.measures.wording import Wording

Add = Callable[[Sequence[Measure], str], object]
"""Stores new measures as one step that the words name."""


def open_paste(context: Context, wording: Wording, add: Add, parent: QWidget) -> bool:
    """Show the table on the clipboard before it is added; False where the clipboard holds none.

    Raises `UserError` for a table that is too large.
    """
    mime = QGuiApplication.clipboard().mimeData()
    table = None if mime is None else table_in(mime)
    if table is None:
        return False
    _show({"": table}, context, wording, add, parent)
    return True


def open_file(context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
    """Ask for an Excel or Word file and show its tables as a pasted one."""

    def read(path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UserError(f"เปิดไฟล์ {path.name} ไม่ได้ ตรวจว่าไฟล์ยังอยู่ที่เดิมและไม่ได้ถูกโปรแกรมอื่นเปิดค้างไว้") from error
        tables = read_document(data) if path.suffix.lower() == ".docx" else read_workbook(data)
        _show(tables, context, wording, add, parent)

    context.say.ask_open_file("นำเข้ามาตรการจากไฟล์", "ตารางใน Excel หรือ Word (*.xlsx *.docx)", read)


def _show(tables: Mapping[str, PastedTable], context: Context, wording: Wording, add: Add, parent: QWidget) -> None:
    PasteDialog(tables, wording, context.say, add, parent.window()).open()
