"""How the window looks: Fusion, one light palette, Sarabun in three sizes, one accent blue."""

from enum import IntEnum
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ita_desktop import paths

ACCENT = "#1f5f99"
ACCENT_DARK = "#17486f"
ACCENT_PALE = "#e6eff7"
INK = "#1f2933"
QUIET = "#52606d"
GROUND = "#f2f4f7"
CARD = "#ffffff"
RULE = "#d9dee5"
EDGE = "#7f8c9b"
"""Border of fields: 3 to 1 against white, so that a field is seen as a field."""
ERROR = "#b3261e"
ERROR_PALE = "#fdf1f0"
WARNING = "#9a5b00"
WARNING_PALE = "#fff6e5"
GOOD = "#1b6e3c"
GOOD_PALE = "#e8f5ec"

FAMILY = "ITA Sarabun"
MARK_ROOM = 5
"""Least pixels that stacked Thai marks need above and below a line of text."""


PAGE_MARGIN = 20
"""Pixels around a page."""
GAP = 14
"""Pixels between cards."""


class TextSize(IntEnum):
    """The text sizes that a clerk can choose, in points."""

    NORMAL = 13
    LARGE = 15
    LARGEST = 18


def load_fonts() -> None:
    """Make the two faces of the window known to Qt; the slanted ones are for papers alone."""
    for face in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(paths.fonts() / f"Sarabun-{face}.ttf"))


def apply(app: QApplication, size: TextSize) -> None:
    """Dress the whole program; can be called again when the clerk chooses another text size."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette())
    app.setFont(QFont(FAMILY, size))
    app.setStyleSheet(style_sheet(size))


def palette() -> QPalette:
    """The light palette, the same on every system whatever its own theme is."""
    found = QPalette(QColor(CARD), QColor(GROUND))
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.Base: CARD,
        QPalette.ColorRole.AlternateBase: "#f7f9fb",
        QPalette.ColorRole.Button: CARD,
        QPalette.ColorRole.ToolTipBase: CARD,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.Accent: ACCENT,
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.Link: ACCENT,
    }
    inks = (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.ToolTipText,
    )
    for role, colour in roles.items():
        found.setColor(role, QColor(colour))
    for role in inks:
        found.setColor(role, QColor(INK))
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(QUIET))
    found.setColor(QPalette.ColorRole.PlaceholderText, QColor(QUIET))
    return found


def mark_room(metrics: QFontMetrics) -> int:
    """Pixels that stacked marks need above, and again below, a line of this font."""
    return max(MARK_ROOM, round(metrics.height() * 0.25))


def line_height(points: int) -> int:
    """Pixels of a line of this size with room for its marks."""
    metrics = QFontMetrics(QFont(FAMILY, points))
    return metrics.height() + 2 * mark_room(metrics)


def style_sheet(size: TextSize) -> str:
    """`resources/style.qss` with this theme's colours, sizes and icons filled in."""
    small, head, title, figure = size - 1, size + 2, size + 5, size + 9
    sheet = Template((paths.resources() / "style.qss").read_text(encoding="utf-8"))
    return sheet.substitute(
        accent=ACCENT,
        accent_dark=ACCENT_DARK,
        accent_pale=ACCENT_PALE,
        ink=INK,
        quiet=QUIET,
        ground=GROUND,
        card=CARD,
        rule=RULE,
        edge=EDGE,
        error=ERROR,
        error_pale=ERROR_PALE,
        warning=WARNING,
        warning_pale=WARNING_PALE,
        good=GOOD,
        good_pale=GOOD_PALE,
        small=small,
        head=head,
        title=title,
        figure=figure,
        line=line_height(size),
        line_small=line_height(small),
        line_head=line_height(head),
        line_title=line_height(title),
        line_figure=line_height(figure),
        icons=(paths.resources() / "icons").as_posix(),
    )
