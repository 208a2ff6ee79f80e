"""The measures table as the clerk likes it: columns, widths, groups and what stands above each group."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ita_desktop.domain.follow_up import Timing, timing
from ita_desktop.ui.measures.view_menu import BY_DIVISION, BY_INDICATOR, TableLook, ViewMenu, look_text, parse_look

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.measures.table_view import MeasuresTable
    from ita_desktop.ui.measures.wording import Wording

_NAME = "measures"
"""The name under which this PC remembers how the table looks."""


class Arrangement(QObject):
    """Gives the table the look that the menu says, and remembers both in `views`."""

    def __init__(
        self, table: MeasuresTable, wording: Callable[[], Wording], views: MutableMapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._wording = wording
        self._views = views
        self._counts: tuple[Counter[Any], Counter[Any]] | None = None
        """Of each group all measures in sight and the late ones, counted when a band is painted."""
        self.menu = ViewMenu(parse_look(views.get(_NAME, "")), parent)
        self.menu.chosen.connect(self._take)
        table.view_changed.connect(self._keep_widths)
        self._take(self.menu.look)

    def forget_counts(self) -> None:
        """Other measures are in sight, or they stand otherwise."""
        self._counts = None

    def _take(self, look: TableLook) -> None:
        words: dict[str, Callable[[Measure], str]] = {
            BY_INDICATOR: lambda m: self._band(m, self._wording().indicator_group(m)),
            BY_DIVISION: lambda m: self._band(m, self._wording().division_group(m)),
        }
        keys: dict[str, Callable[[Measure], Any]] = {
            BY_INDICATOR: lambda m: self._wording().indicator_rank(m),
            BY_DIVISION: lambda m: self._wording().division_rank(m),
        }
        self.forget_counts()
        self._table.show_columns(look.columns, look.widths)
        self._table.records.group(keys.get(look.group))
        self._table.name_groups(words.get(look.group))
        self._views[_NAME] = look_text(look)

    def _keep_widths(self) -> None:
        self.menu.note_widths(self._table.own_widths)
        self._views[_NAME] = look_text(self.menu.look)

    def _band(self, measure: Measure, name: str) -> str:
        """A group's name, how many measures it has in sight, and how many of them are late."""
        wording, model = self._wording(), self._table.records
        if self._counts is None:
            shown = model.shown()
            late = (each for each in shown if timing(each, wording.today) is Timing.LATE)
            self._counts = Counter(map(model.group_of, shown)), Counter(map(model.group_of, late))
        total, late_ones = (counts[model.group_of(measure)] for counts in self._counts)
        words = f"{name}  ·  {total} มาตรการ" + (f"  ·  {Timing.LATE.words} {late_ones}" if late_ones else "")
        return wording.numerals.show(words)
