"""The lines of a cell as a title and bullets, without the signs that marked them."""

import re
from collections.abc import Iterator, Sequence

from ita_desktop.measures_import.table import Line

# · § Ø ü v q o are what Symbol, Wingdings and Courier bullets become as text.
_SIGN = re.compile(r"(?:[-–—•▪▫●○◦‣·∙*►➢➤✓✔■□◆◇\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071\uf02d]|[§Øüvqo](?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"\(?(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)(?:\)|\.(?![0-9๐-๙]))\s*(?=\S)")
# A letter and a dot begin many words: น.ส., ต.ค., อ.เมือง.
_LETTER = re.compile(r"(?:\(?[ก-ฮa-z]\)\s*|[ก-ฉ]\.\s+)(?=\S)")
_DOTTED = re.compile(r"[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\s+(?=\S)")
_DASH = re.compile(r"(?<=\S)(\s*)[-–•]\s+(?=\S)")
_NAME_LETTER = re.compile(r"[A-Za-z0-9๐-๙]")
_ONLY_SIGNS = re.compile(r"[-–—.…\s]*")
_LONGEST_TITLE = 120


def without_sign(text: str) -> tuple[bool, str]:
    """Whether the line begins with a bullet or number, and the line without it.

    >>> without_sign("๑) จัดทำคู่มือ")
    (True, 'จัดทำคู่มือ')
    """
    for sign in (_SIGN, _DOTTED, _NUMBER, _LETTER):
        if match := sign.match(text):
            return True, text[match.end() :]
    return False, text


def is_blank(text: str) -> bool:
    """Whether the text only says that there is nothing: a dash or dots."""
    return bool(_ONLY_SIGNS.fullmatch(text))


def title_and_actions(lines: Sequence[Line]) -> tuple[str, tuple[str, ...]]:
    """A title, mostly empty, and the bullets.

    The first line is a title only when it stands alone before bullets, or alone is bold. A line without a sign after
    one with a sign goes on with it.
    """
    items = [item for line in lines for item in _items(line) if not is_blank(item.text)]
    marked = [item.bullet for item in items]
    if len(items) > 1 and len(items[0].text) <= _LONGEST_TITLE and not marked[0]:
        alone_unmarked = all(marked[1:])
        alone_bold = items[0].bold and not any(item.bold for item in items[1:])
        if alone_unmarked or alone_bold:
            return items[0].text, tuple(_joined(items[1:]))
    return "", tuple(_joined(items))


def _joined(items: Sequence[Line]) -> Iterator[str]:
    begun: list[str] = []
    has_signs = any(item.bullet for item in items)
    inside = False
    for item in items:
        if begun and not (has_signs and inside and not item.bullet):
            yield " ".join(begun)
            begun = []
        begun.append(item.text)
        inside = inside or item.bullet
    if begun:
        yield " ".join(begun)


def _items(line: Line) -> Iterator[Line]:
    """The line without its sign; one that begins with a sign may hold several items, as copying from web pages does."""
    marked, text = without_sign(line.text)
    if line.bullet and not marked:
        yield line
        return
    parts = _parted(line.text, text) if marked else [text]
    for part in parts:
        yield Line(part, marked, line.bold)


def _parted(whole: str, text: str) -> list[str]:
    if whole[:1] in "-–•":
        return _at_dashes(text)
    number = _NUMBER.match(whole)
    if number is None or not number["number"].isdecimal():
        return [text]
    parts: list[str] = []
    wanted = int(number["number"]) + 1
    while True:
        found = re.search(rf"(?<=\s)\(?{_either_digits(wanted)}[.)]\s*(?=[^\s0-9๐-๙])", text)
        if found is None:
            return [*parts, text.strip()]
        parts.append(text[: found.start()].strip())
        text = text[found.end() :]
        wanted += 1


def _at_dashes(text: str) -> list[str]:
    """The text at its dashes, but for those that belong to it: E - Service, 2561 - 2580."""
    parts, begin = [], 0
    for dash in _DASH.finditer(text):
        before, after = _NAME_LETTER.match(text[dash.start() - 1]), _NAME_LETTER.match(text[dash.end()])
        if before and (after or dash[1]):
            continue
        parts.append(text[begin : dash.start()])
        begin = dash.end()
    return [*parts, text[begin:]]


def _either_digits(number: int) -> str:
    return "".join(f"[{digit}{chr(ord('๐') + int(digit))}]" for digit in str(number))
