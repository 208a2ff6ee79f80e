"""Whether a text on the screen needs break marks, for which the word list (60 MB) must be loaded."""

from functools import cache

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFontMetrics

_TWO_WORDS = "ข้อมูลหน่วยงาน"


@cache
def system_breaks_thai() -> bool:
    """Whether Qt finds Thai words by itself; it does so only where the library libthai is, never on Windows."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, _TWO_WORDS)
    return 0 < finder.toNextBoundary() < len(_TWO_WORDS)


def needs_marks(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Whether a phrase between two spaces is wider than the line and Qt cannot part it between words."""
    if text.isascii() or system_breaks_thai():
        return False
    return any(metrics.horizontalAdvance(phrase) > width for phrase in text.split())
