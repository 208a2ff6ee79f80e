"""How the clerk likes the measures table: which columns, how wide, grouped by what; remembered on this PC."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.ui.measures.columns import ALWAYS, AT_FIRST, HEADS
from ita_desktop.ui.widgets.menus import add_head

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_GROUPS, BY_INDICATOR, BY_DIVISION = "", "indicator", "division"
_GROUPS = {NO_GROUPS: "ไม่จัดกลุ่ม", BY_INDICATOR: "ตามตัวชี้วัด", BY_DIVISION: "ตามผู้รับผิดชอบ"}


@dataclass(frozen=True)
class TableLook:
    """Columns in sight by key, widths that the clerk has given, pixels, and what rows are grouped by."""

    columns: frozenset[str] = AT_FIRST
    widths: Mapping[str, int] = field(default_factory=dict)
    group: str = NO_GROUPS


def look_text(look: TableLook) -> str:
    """The look as it is remembered."""
    columns = [key for key in HEADS if key in look.columns]
    return json.dumps({"columns": columns, "widths": dict(look.widths), "group": look.group})


def parse_look(text: str) -> TableLook:
    """The remembered look; what cannot be read counts as never chosen."""
    try:
        kept = json.loads(text)
        columns = frozenset(kept["columns"]) & HEADS.keys() | ALWAYS
        widths = {key: int(width) for key, width in kept["widths"].items() if key in HEADS and 20 < int(width) < 4_000}
        return TableLook(columns, widths, kept["group"] if kept["group"] in _GROUPS else NO_GROUPS)
    except (ValueError, KeyError, TypeError, AttributeError):
        return TableLook()


class _StayingMenu(QMenu):
    """Stays open while entries are ticked, so that several can be."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class ViewMenu(_StayingMenu):
    """`chosen` tells another look; the widths are those that it was given last."""

    chosen = Signal(object)

    def __init__(self, look: TableLook, parent: QWidget | None = None) -> None:
        super().__init__("มุมมอง", parent)
        self.look = look
        self.columns: dict[str, QAction] = {}
        self.groups: dict[str, QAction] = {}
        together = QActionGroup(self)
        add_head(self, "จัดกลุ่ม")
        for group, words in _GROUPS.items():
            entry = self.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(group == look.group)
            together.addAction(entry)
            self.groups[group] = entry
        self.addSeparator()
        add_head(self, "คอลัมน์ที่แสดง")
        for key, words in HEADS.items():
            if key not in ALWAYS:
                entry = self.addAction(words)
                entry.setCheckable(True)
                entry.setChecked(key in look.columns)
                self.columns[key] = entry
        self.addSeparator()
        self.reset = self.addAction("กลับเป็นแบบเดิม")
        for entry in (*self.groups.values(), *self.columns.values()):
            entry.triggered.connect(lambda _=False: self._take())
        self.reset.triggered.connect(lambda _=False: self.show_look(TableLook()))

    def show_look(self, look: TableLook) -> None:
        """Tick what the look says and tell it."""
        for group, entry in self.groups.items():
            entry.setChecked(group == look.group)
        for key, entry in self.columns.items():
            entry.setChecked(key in look.columns)
        self.look = look
        self.chosen.emit(look)

    def note_widths(self, widths: Mapping[str, int]) -> None:
        """The clerk has dragged columns to these widths, pixels."""
        self.look = TableLook(self.look.columns, dict(widths), self.look.group)

    def _take(self) -> None:
        columns = frozenset(key for key, entry in self.columns.items() if entry.isChecked()) | ALWAYS
        group = next(group for group, entry in self.groups.items() if entry.isChecked())
        self.look = TableLook(columns, self.look.widths, group)
        self.chosen.emit(self.look)
