"""Scores out of pasted tables, spreadsheets and CSV files: read, matched, shown cell by cell, and only then taken."""

from ita_desktop.scores_import.grid import Grid
from ita_desktop.scores_import.matching import Matching, propose_matching
from ita_desktop.scores_import.preview import Preview, PreviewCell, preview, taken
from ita_desktop.scores_import.target import ScoreKind, ScoreTarget, targets_of
from ita_desktop.scores_import.text_table import read_block, read_csv
from ita_desktop.scores_import.workbook import read_xlsx, sheet_names

__all__ = [
    "Grid",
    "Matching",
    "Preview",
    "PreviewCell",
    "ScoreKind",
    "ScoreTarget",
    "preview",
    "propose_matching",
    "read_block",
    "read_csv",
    "read_xlsx",
    "sheet_names",
    "taken",
    "targets_of",
]
