"""The table that Word, Excel or a web page put on the clipboard."""

from PySide6.QtCore import QMimeData

from ita_desktop.measures_import import PastedTable, read_html, read_text


def table_in(mime: QMimeData) -> PastedTable | None:
    """The table, None where there is none or only one cell, which belongs into the cell where it is pasted."""
    html, text = mime.html(), mime.text()
    table = None
    if "<td" in html.lower():
        table = read_html(html)
    elif "\t" in text.strip():
        table = read_text(text)
    return None if table is None or (len(table.rows) == 1 and table.width == 1) else table
