"""The lines of a page in HTML, as Word, LibreOffice, Google Docs and browsers put it on the clipboard."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextListFormat, QTextTable

from ita_desktop.ui.widgets.html_nesting import left_by_end, left_by_start

BULLET = "•"
"""The sign before an item of a list without numbers."""
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)|<!\[[^>]*>", re.DOTALL)
_VOID = frozenset({"br", "img", "col", "meta", "link", "hr", "input", "wbr", "area", "base", "embed", "source"})
_UNSEEN_TAGS = frozenset(
    {"head", "title", "style", "script", "noscript", "template", "xml", "del", "svg", "button", "select", "textarea"}
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.IGNORECASE)
_COMMENT_SIGN = re.compile(r"\b(?:MsoCommentReference|msocomanchor)\b", re.IGNORECASE)
_NUMBERED = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)


def page_lines(html: str) -> list[str]:
    """The page's lines without what its reader does not see: deleted and hidden text, comments of others."""
    seen = _Seen()
    # Python's parser stops at marked sections that it does not know.
    seen.feed(_COMMENTS.sub("", html).replace("<![", "&lt;!["))
    seen.close()
    document = QTextDocument()
    document.setHtml("".join(seen.parts))
    return list(_lines(document.rootFrame().begin()))


class _Seen(HTMLParser):
    """Writes the page again without the elements that are not seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[str] = []
        self._unseen: int | None = None
        """The place among the open elements of the one that is not seen."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._leave(left_by_start(self._open, tag))
        if tag not in _VOID:
            if self._unseen is None and _is_unseen(tag, dict(attrs)):
                self._unseen = len(self._open)
            self._open.append(tag)
        if self._unseen is None:
            self._write(tag, {} if tag in _VOID else dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._leave(left_by_start(self._open, tag))
        if self._unseen is None:
            self._write(tag, dict(attrs))
            if tag not in _VOID:
                self.parts.append(f"</{tag}>")

    def handle_endtag(self, tag: str) -> None:
        left, unseen = left_by_end(self._open, tag), self._unseen
        self._leave(left)
        if self._unseen is None and left != unseen:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._unseen is None:
            self.parts.append(escape(data))

    def _leave(self, left: int) -> None:
        del self._open[left:]
        if self._unseen is not None and left <= self._unseen:
            self._unseen = None

    def _write(self, tag: str, attrs: dict[str, str | None]) -> None:
        """The element alone, with what tells where lines, lists and cells end."""
        kept = {name: attrs.get(name) for name in ("rowspan", "colspan", "start", "type")}
        style = attrs.get("style") or ""
        if "white-space" in style.lower():
            kept["style"] = style
        words = "".join(f' {name}="{escape(value)}"' for name, value in kept.items() if value)
        self.parts.append(f"<{tag}{words}>")


def _is_unseen(tag: str, attrs: dict[str, str | None]) -> bool:
    return (
        tag in _UNSEEN_TAGS
        or "hidden" in attrs
        or bool(_UNSEEN_STYLE.search(attrs.get("style") or ""))
        or bool(_COMMENT_SIGN.search(attrs.get("class") or ""))
    )


def _lines(at: QTextFrame.iterator) -> Iterator[str]:
    while not at.atEnd():
        frame = at.currentFrame()
        if isinstance(frame, QTextTable):
            yield from _rows(frame)
        elif frame is not None:
            yield from _lines(frame.begin())
        else:
            yield _line(at.currentBlock())
        at += 1


def _line(block: QTextBlock) -> str:
    # A break before a paragraph's end makes no line of its own.
    text, of = block.text().removesuffix("\u2028"), block.textList()
    if of is None:
        return text
    sign = of.itemText(block) if of.format().style() in _NUMBERED else BULLET
    return f"{sign} {text}"


def _rows(table: QTextTable) -> Iterator[str]:
    """A row as one line with tabs between its cells; a table of one column only frames its lines.

    A cell over several rows leaves its place empty in the later ones, so that the others keep their columns.
    """
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        own = [cell for column, cell in enumerate(cells) if cell.column() == column]
        if table.columns() > 1:
            yield "\t".join(
                " ".join(" ".join(_lines(cell.begin())).split()) if cell.row() == row else "" for cell in own
            )
        elif own[0].row() == row:
            yield from _lines(own[0].begin())
