"""Texts of a drawing in lines: broken between Thai words, cut with … where they would take too many."""

import unicodedata

from ita_desktop.drawing.lettering import Lettering
from ita_desktop.thai import words

_ELLIPSIS = "…"
_FOLLOWS = "ะาำๅๆฯ"
_LEADS = "เแโใไ"


def wrapped(text: str, room: float, style: Lettering, *, most: int) -> tuple[str, ...]:
    """The text in lines of at most `room` points, at most so many of them; a word wider than a line is cut."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most:
        end = _line_end(rest, room, style)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        lines[-1] = _with_ellipsis(lines[-1], room, style)
    return tuple(lines)


def _line_end(text: str, room: float, style: Lettering) -> int:
    """How many characters the next line takes."""
    if style.width(text) <= room:
        return len(text)
    fitting = 0
    for at in words.breaks(text):
        if style.width(text[:at].rstrip()) > room:
            break
        fitting = at
    return fitting or _widest_cut(text, room, style)


def _widest_cut(text: str, room: float, style: Lettering) -> int:
    """The longest beginning of a word that fits and parts no sign from its letter; at least one character."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if style.width(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    end = low
    while end > 1 and end < len(text) and (_clings(text[end]) or text[end - 1] in _LEADS):
        end -= 1
    return end


def _clings(character: str) -> bool:
    return character in _FOLLOWS or unicodedata.category(character) == "Mn"


def _with_ellipsis(line: str, room: float, style: Lettering) -> str:
    """The line with … behind its last word that leaves room for it."""
    ends = [len(line), *reversed(words.breaks(line))]
    whole = (line[:end].rstrip() for end in ends)
    fitting = (part + _ELLIPSIS for part in whole if style.width(part + _ELLIPSIS) <= room)
    return next(fitting, "") or line[: _widest_cut(line, room - style.width(_ELLIPSIS), style)] + _ELLIPSIS
