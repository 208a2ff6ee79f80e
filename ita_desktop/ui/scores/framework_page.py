"""What the pages of the framework dialog have in common: fields, sources, a table, and faults beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_draft import Fault
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.scores.framework_rows import RowColumn, RowsTable
from ita_desktop.ui.scores.framework_source import SourceLine
from ita_desktop.ui.widgets.cards import GAP
from ita_desktop.ui.widgets.field_note import FieldNote
from ita_desktop.ui.widgets.form import Field, Form
from ita_desktop.ui.widgets.parsed_line import ParsedLine

V = TypeVar("V")


class FrameworkPage(QWidget):
    """A part of a framework; `changed` tells every edit. What cannot be read is kept out and told as a fault."""

    changed = Signal()
    sections: tuple[str, ...] = ()

    def __init__(self, numerals: Numerals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numerals = numerals
        self.unread: list[Fault] = []
        self.sources: list[SourceLine] = []
        self.fields: dict[tuple[str, str], tuple[Form, QWidget]] = {}
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 8, 6, 0)
        self.layout_.setSpacing(GAP // 2)

    def show_framework(self, framework: Framework) -> None:
        """Show the page's part; nothing is told."""
        raise NotImplementedError

    def put(self, framework: Framework) -> Framework:
        """The framework with the page's part as typed; `unread` then holds what could not be read."""
        raise NotImplementedError

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say each fault of the page beside its field."""
        for (section, key), (form, field) in self.fields.items():
            note = form.note(field)
            fault = next((f for f in faults if (f.section, f.key) == (section, key)), None)
            if fault:
                note.error(self.numerals.show(fault.reason))
            else:
                note.clear()
        for line in self.sources:
            line.show_fault(next((f for f in faults if (f.section, f.key) == (line.section, "source")), None))

    def add_source(self, section: str, words: str) -> None:
        """A source line for a section, below what was added before."""
        line = SourceLine(section, words)
        line.changed.connect(self.changed)
        self.sources.append(line)
        self.layout_.addWidget(line)

    def add_fields(self, section: str, *fields: tuple[str, Field]) -> None:
        """A row of fields, each with its key."""
        form = Form()
        form.row(*(field for _, field in fields))
        for key, field in fields:
            self.fields[section, key] = (form, field.widget)
            if isinstance(field.widget, ParsedLine):
                field.widget.textEdited.connect(lambda _: self.changed.emit())
        self.layout_.addWidget(form)

    def show_sources(self, framework: Framework) -> None:
        """Show the sources of the page's sections."""
        for line in self.sources:
            line.show_evidence(framework.evidence.get(line.section))

    def put_sources(self, framework: Framework, filled: Callable[[str], bool] = lambda _: True) -> Framework:
        """The framework with the sources as typed; sections with nothing in them keep none."""
        evidence = {key: e for key, e in framework.evidence.items() if key not in {s.section for s in self.sources}}
        found = {line.section: line.evidence() for line in self.sources if filled(line.section)}
        return replace(framework, evidence={**evidence, **found})

    def read(self, section: str, item: int, key: str, parse: Callable[[str], V | None], text: str, empty: V) -> V:
        """The value of a text; `empty` where there is none or it cannot be read, which is noted as a fault."""
        try:
            found = parse(text.strip()) if text.strip() else None
        except UserError as error:
            self.unread.append(Fault(section, item, key, error.sentence))
            return empty
        return empty if found is None else found


class TablePage(FrameworkPage):
    """A page around one table; faults of its rows stand in the table, those of the whole below it."""

    def __init__(
        self, section: str, name: str, columns: Sequence[RowColumn], numerals: Numerals, parent: QWidget | None = None
    ) -> None:
        super().__init__(numerals, parent)
        self.section = section
        self.table = RowsTable(name, columns, numerals)
        self.table.changed.connect(self.changed)
        self.whole = FieldNote()
        self.layout_.addWidget(self.whole)
        self.layout_.addWidget(self.table)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        super().show_faults(faults)
        own = [fault for fault in faults if fault.section == self.section]
        self.table.show_faults({(f.item - 1, f.key): self.numerals.show(f.reason) for f in own if f.item})
        whole = [f.reason for f in own if not f.item and f.key == "items"]
        if whole:
            self.whole.error(self.numerals.show(" ".join(whole)))
        else:
            self.whole.clear()
