"""How texts on the screen are kept from breaking inside words: which need break marks, and what Qt adds of its own."""

from functools import cache

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFontMetrics

_TWO_WORDS = "ข้อมูลหน่วยงาน"
_UNSEEN = "\u180e"
"""A letter without width of another script: libthai, which ends lines after “, sees two texts at it."""


@cache
def system_breaks_thai() -> bool:
    """Whether Qt finds Thai words by itself; it does so only where the library libthai is, never on Windows."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, _TWO_WORDS)
    return 0 < finder.toNextBoundary() < len(_TWO_WORDS)


def with_quotes_kept(text: str) -> str:
    """The text for a screen, never to be stored, with each “ kept beside the word that it opens."""
    return text.replace("“", f"{_UNSEEN}“{_UNSEEN}") if system_breaks_thai() else text


def kept_to_marks(marked: str) -> str:
    """The text for a screen with break marks, kept whole where only the system would part it.

    Where libthai is, Qt parts words by its list also where the program's own list knows better: ตัว|อักษร.
    """
    if not system_breaks_thai():
        return marked
    text = with_quotes_kept(marked)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    parts: list[str] = []
    begin = 0
    while (place := finder.toNextBoundary()) > 0:
        parts.append(text[begin:place])
        if place < len(text) and _is_thai(text[place - 1]) and _is_thai(text[place]):
            parts.append(_UNSEEN)
        begin = place
    return "".join(parts)


def _is_thai(letter: str) -> bool:
    return "\u0e00" < letter < "\u0e80"


def needs_marks(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Whether a phrase between two spaces is wider than the line and Qt cannot part it between words."""
    if text.isascii() or system_breaks_thai():
        return False
    return any(metrics.horizontalAdvance(phrase) > width for phrase in text.split())
