"""Forms that all align alike: the label above its field, the note below, equal gaps."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.parsed_line import ParsedLine


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field of a form; `stretch` is its share of the row's width, 0 for its own width."""

    label: str
    widget: QWidget
    hint: str = ""
    stretch: int = 1


class Form(QWidget):
    """Rows of labelled fields; each field gets its name, its label and its note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._notes: dict[QWidget, FieldNote] = {}

    def row(self, *fields: Field) -> None:
        """Add a row of one or more fields."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        has_stretch = any(field.stretch for field in fields)
        for column, field in enumerate(fields):
            grid.setColumnStretch(column, field.stretch)
            label = QLabel(field.label)
            label.setProperty("role", "field")
            label.setBuddy(field.widget)
            # Notes take the whole row's width, so that a sentence need not wrap below a narrow field.
            note = FieldNote(field.hint, about=field.label if len(fields) > 1 else "")
            field.widget.setAccessibleName(field.label)
            if isinstance(field.widget, ParsedLine):
                note.follow(field.widget)
            else:
                note.describe(field.widget)
            self._notes[field.widget] = note
            grid.addWidget(label, 0, column)
            grid.addWidget(
                field.widget, 1, column, Qt.AlignmentFlag.AlignTop if len(fields) > 1 else Qt.AlignmentFlag(0)
            )
            grid.addWidget(note, 2 + column, 0, 1, len(fields) if has_stretch else len(fields) + 1)
        if not has_stretch:
            grid.setColumnStretch(len(fields), 1)
        self._rows.addLayout(grid)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something as wide as the form."""
        self._rows.addWidget(widget, stretch)

    def end(self) -> None:
        """Keep the rows together at the top."""
        self._rows.addStretch(1)

    def note(self, widget: QWidget) -> FieldNote:
        """The note below a field; `KeyError` when the widget is not in this form."""
        return self._notes[widget]

    def first_problem(self) -> QWidget | None:
        """The first field that still says an error, to put the cursor into."""
        return next((w for w, note in self._notes.items() if note.tone.value == "error"), None)
