"""Editors of the measures table for running text, one line, and an amount of money."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from ita_desktop.thai.baht import format_baht, parse_baht
from ita_desktop.thai.clean import clean_text
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.measures.cell_editor import CellEditor, Hint
from ita_desktop.ui.widgets.choice_line import ChoiceLine
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.parsed_line import ParsedLine
from ita_desktop.ui.widgets.text_edit import ThaiPlainTextEdit

_LINES = 4
_LEAST_LETTERS = 30


class ParagraphEditor(CellEditor):
    """Text of several lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ThaiPlainTextEdit(_LINES)
        self.text.setAccessibleName(name)
        hint = QLabel("Ctrl+Enter บันทึก   Esc ยกเลิก")
        hint.setProperty("role", "caption")
        self.body.addWidget(self.text, 1)
        self.body.addWidget(hint)
        self.watch(self.text)

    def fill(self, value: str) -> None:
        """Show the text, the cursor behind it."""
        self._filled = value
        self.text.setPlainText(value)
        self.text.document().setModified(False)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def value(self) -> str:
        """The text as typed; untouched text as it was."""
        return clean_text(self.text.text()).strip() if self.text.document().isModified() else self._filled

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.fontMetrics().averageCharWidth() * _LEAST_LETTERS), hint.height())


class LineEditor(CellEditor):
    """One line, with what was used before on offer."""

    def __init__(self, name: str, offers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ChoiceLine()
        self.line.setAccessibleName(name)
        self.line.offer_texts(list(offers))
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        self.watch(self.line)

    def fill(self, value: str) -> None:
        """Show the text, all selected."""
        self.line.set_value(value)
        self.line.selectAll()

    def value(self) -> str:
        """The text as typed, cleaned."""
        self.line.commit()
        return self.line.value()


class BudgetEditor(CellEditor):
    """An amount in baht; one that cannot be read stays open with the reason below it."""

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ParsedLine[Decimal](parse_baht, lambda amount: format_baht(amount, numerals))
        self.line.setAccessibleName("งบประมาณ (บาท)")
        self.note = FieldNote()
        self.note.follow(self.line)
        self.body.addWidget(self.line)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.watch(self.line)

    def fill(self, value: Decimal | None) -> None:
        """Show the amount, all selected."""
        self.line.set_value(value)
        self.line.selectAll()

    def value(self) -> Decimal | None:
        """The amount; the one from before where the text cannot be read."""
        return self.line.value()

    def finish(self, hint: Hint) -> None:
        """Close only with an amount that can be read, or none."""
        if self.line.commit():
            super().finish(hint)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.fontMetrics().averageCharWidth() * _LEAST_LETTERS), hint.height())
