"""The plain text of what other programs put onto the clipboard, without any of its formatting."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from ita_desktop.thai.clean import clean_text

_BULLET = "•"
# What Word's bullets become as text: letters of Symbol and Wingdings, with a tab or a space behind them.
_SIGN = re.compile("^([ \t]*)(?:[\uf000-\uf0ff·•▪●○■□➢✓]|[§Øüvo](?=[\t ]))[\t ]+", re.MULTILINE)
_LINE_BREAKS = re.compile("[\x0b\u2028\u2029]")


def pasted_text(source: QMimeData) -> str:
    """Lines of clean text: a bullet as `• `, the cells of a table with tabs between."""
    raw = source.text() if source.hasText() else _of_page(source.html())
    text = _LINE_BREAKS.sub("\n", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return clean_text(_SIGN.sub(rf"\1{_BULLET} ", text))


def has_text(source: QMimeData) -> bool:
    """Whether there is any text to paste."""
    return source.hasText() or source.hasHtml()


def _of_page(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    lines: list[str] = []
    block = document.begin()
    while block.isValid():
        table = QTextCursor(block).currentTable()
        if table is None:
            lines.append(_line(block))
            block = block.next()
        else:
            lines += _rows(table)
            block = document.findBlock(table.lastPosition() + 1)
    return "\n".join(lines).strip("\n")


def _line(block: QTextBlock) -> str:
    return f"{_BULLET} {block.text()}" if block.textList() is not None else block.text()


def _rows(table: QTextTable) -> list[str]:
    rows: list[str] = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        texts = [
            " ".join(_cell_text(cell.firstCursorPosition(), cell.lastCursorPosition()).split())
            for column, cell in enumerate(cells)
            if cell.row() == row and cell.column() == column
        ]
        rows.append("\t".join(texts))
    return rows


def _cell_text(first: QTextCursor, last: QTextCursor) -> str:
    first.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    return first.selectedText().replace("\u2029", " ").replace("\u2028", " ")
