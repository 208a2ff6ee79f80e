"""The plain text of what other programs put onto the clipboard, without any of its formatting."""

import re

from PySide6.QtCore import QMimeData

from ita_desktop.thai.clean import clean_text
from ita_desktop.ui.widgets.pasted_page import BULLET, page_lines

_PLAIN = "text/plain"
# What Word's bullets become as text: letters of Symbol and Wingdings, with a tab or a space behind them.
_SIGN = re.compile("^([ \t]*)(?:[\uf000-\uf0ff·•▪●○■□➢✓]|[§Øüvo](?=[\t ]))[\t ]+", re.MULTILINE)
# Word parts a number from its item by a tab, or in HTML by a row of spaces; with more tabs the line is a table's.
_NUMBER = re.compile(r"^([ \t]*\(?(?:[0-9๐-๙]+(?:\.[0-9๐-๙]+)*|[ก-ฮA-Za-z])[.)])[ \t]+(?=[^\t\n]+$)", re.MULTILINE)
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_ENDS = re.compile(" +(?=\n)")
# Word's hyphen that ends no line, which few fonts have; a picture inside the text; marks that old Thai fonts
# keep in other places above and below tall letters, as texts from PDF files have them.
_OTHER_LETTERS = {
    **dict.fromkeys("\x1e\u2010\u2011", "-"),
    "\ufffc": "",
    **dict(zip(map(chr, range(0xF700, 0xF71B)), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True)),
}
_TO_LETTERS = str.maketrans(_OTHER_LETTERS)


def pasted_text(source: QMimeData) -> str:
    """Lines of clean text: a bullet as `• `, the cells of a table with tabs between."""
    plain = source.text() if source.hasFormat(_PLAIN) else ""
    raw = plain or "\n".join(page_lines(source.html())).strip("\n")
    text = clean_text(_LINE_BREAKS.sub("\n", raw).translate(_TO_LETTERS))
    return _BLANK_ENDS.sub("", _NUMBER.sub(r"\1 ", _SIGN.sub(rf"\1{BULLET} ", text)))


def has_text(source: QMimeData) -> bool:
    """Whether there is any text to paste; files are none, though Qt gives their addresses as text."""
    return source.hasFormat(_PLAIN) or source.hasHtml()
