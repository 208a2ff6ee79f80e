"""The themes of the development report, each with its points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.measure import Theme, ThemePoint
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.widgets.cards import GAP, Card
from ita_desktop.ui.widgets.growing_text import GrowingText
from ita_desktop.ui.widgets.labels import ThaiLabel
from ita_desktop.ui.widgets.parsed_line import TextLine

COPY_STANDARD = "นำถ้อยคำมาตรฐานมาแก้"


class PointEditor(QFrame):
    """One point: its bold lead and its text."""

    remove_asked = Signal()

    def __init__(self, point: ThemePoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = TextLine()
        self.text = GrowingText(1)
        self.remove = QPushButton("ลบข้อนี้")
        self.lead.setPlaceholderText("ชื่อข้อ (ตัวหนา เว้นว่างได้)")
        self.lead.setAccessibleName("ชื่อข้อ")
        self.text.setAccessibleName("ข้อความของข้อ")
        self.lead.set_value(point.lead)
        self.text.show_text(point.text)
        self.remove.setProperty("kind", "quiet")
        self.remove.clicked.connect(lambda: self.remove_asked.emit())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(6)
        grid.addWidget(self.lead, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.text, 1, 0, 1, 2)

    def point(self) -> ThemePoint:
        """The point as the fields say it."""
        self.lead.commit()
        return ThemePoint(" ".join(self.text.text().split()), self.lead.value())


class ThemeEditor(Card):
    """One theme: its title and its points."""

    remove_asked = Signal()

    def __init__(self, number: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = QLabel(number)
        self.title = TextLine()
        self.title.setPlaceholderText("ชื่อหัวข้อ")
        self.title.setAccessibleName(f"ชื่อหัวข้อที่ {number}")
        self.title.set_value(theme.title)
        self.points: list[PointEditor] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(4)
        self.add = QPushButton("+ เพิ่มข้อ")
        self.add.setProperty("kind", "quiet")
        self.remove = QPushButton("ลบหัวข้อ")
        self.remove.setProperty("kind", "danger")
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self.title, 1)
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.body.addLayout(self._holder)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(lambda: self.add_point(ThemePoint("")).lead.setFocus())
        self.remove.clicked.connect(lambda: self.remove_asked.emit())
        for point in theme.points:
            self.add_point(point)

    def add_point(self, point: ThemePoint) -> PointEditor:
        """One more point at the end."""
        editor = PointEditor(point)
        editor.remove_asked.connect(lambda: self._drop(editor))
        self.points.append(editor)
        self._holder.addWidget(editor)
        return editor

    def show_number(self, number: str) -> None:
        """The theme's number, e.g. `๒.`."""
        self._number.setText(number)

    def theme(self) -> Theme:
        """The theme as the fields say it, without empty points."""
        self.title.commit()
        points = [editor.point() for editor in self.points]
        return Theme(self.title.value(), tuple(point for point in points if point.text or point.lead))

    def _drop(self, editor: PointEditor) -> None:
        self.points.remove(editor)
        editor.setParent(None)
        editor.deleteLater()


class ThemesEditor(QWidget):
    """All themes; while there are none, the standard ones stand there in grey."""

    def __init__(
        self, themes: Sequence[Theme], standard: Sequence[Theme], numerals: Numerals, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._standard = tuple(standard)
        self._numerals = numerals
        self.editors: list[ThemeEditor] = []
        self._grey = ThaiLabel(_outline(standard, numerals))
        self._grey.set_tone("quiet")
        self._holder = QVBoxLayout()
        self._holder.setSpacing(GAP)
        self.add = QPushButton("+ เพิ่มหัวข้อ")
        self.copy = QPushButton(COPY_STANDARD)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._grey)
        layout.addLayout(self._holder)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.add.clicked.connect(lambda: self._add(Theme("", (ThemePoint(""),))).title.setFocus())
        self.copy.clicked.connect(self._copy_standard)
        for theme in themes:
            self._add(theme)
        self._arrange()

    def themes(self) -> tuple[Theme, ...]:
        """The themes as the fields say them, without empty ones."""
        found = [editor.theme() for editor in self.editors]
        return tuple(theme for theme in found if theme.title or theme.points)

    def _copy_standard(self) -> None:
        for theme in self._standard:
            self._add(theme)

    def _add(self, theme: Theme) -> ThemeEditor:
        editor = ThemeEditor("", theme)
        editor.remove_asked.connect(lambda: self._drop(editor))
        self.editors.append(editor)
        self._holder.addWidget(editor)
        self._arrange()
        return editor

    def _drop(self, editor: ThemeEditor) -> None:
        self.editors.remove(editor)
        editor.setParent(None)
        editor.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for number, editor in enumerate(self.editors, 1):
            editor.show_number(self._numerals.show(f"{number}."))
        self._grey.setVisible(not self.editors)
        self.copy.setVisible(not self.editors)


def _outline(themes: Sequence[Theme], numerals: Numerals) -> str:
    lines = []
    for number, theme in enumerate(themes, 1):
        lines.append(f"{number}. {theme.title}")
        lines += [f"    {point.lead} {point.text}".rstrip() for point in theme.points]
    return numerals.show("\n".join(lines))
