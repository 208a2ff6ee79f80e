"""Text cut to a few lines, between Thai words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from ita_desktop.thai import words


def cut_to_lines(text: str, metrics: QFontMetrics, width: int, lines: int) -> str:
    """The text's display copy (never to be stored), ending in … where it would need more lines of that width."""
    room = QRect(0, 0, width, 100_000)
    most = lines * metrics.lineSpacing() + 2

    def fits(part: str) -> bool:
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words.display_copy(part)).height() <= most

    if fits(text):
        return words.display_copy(text)
    cuts = [text[:at].rstrip() + " …" for at in words.breaks(text)]
    return words.display_copy(next((cut for cut in reversed(cuts) if fits(cut)), "…"))
