"""Measures out of tables pasted from Word and Excel: read, shown with what is not taken, and only then added."""

from ita_desktop.measures_import.html_table import read_html
from ita_desktop.measures_import.layout import ColumnKind, Layout, Office, propose_layout
from ita_desktop.measures_import.reading import Note, Reading, ReadRow, RowKind, read_measures
from ita_desktop.measures_import.table import Cell, Line, PastedTable
from ita_desktop.measures_import.text_table import read_text
from ita_desktop.measures_import.word_file import read_document
from ita_desktop.measures_import.workbook import read_workbook

__all__ = [
    "Cell",
    "ColumnKind",
    "Layout",
    "Line",
    "Note",
    "Office",
    "PastedTable",
    "ReadRow",
    "Reading",
    "RowKind",
    "propose_layout",
    "read_document",
    "read_html",
    "read_measures",
    "read_text",
    "read_workbook",
]
