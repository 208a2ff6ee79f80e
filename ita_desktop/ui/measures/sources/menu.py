"""The menu of the places that measures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.ui.measures.sources.last_year_dialog import LastYearDialog
from ita_desktop.ui.measures.sources.suggestion_dialog import SuggestionDialog
from ita_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.measure import Measure
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.measures.sources.source_dialog import Add
    from ita_desktop.ui.measures.wording import Wording


class SourcesMenu(QMenu):
    """Opens the dialog of each source; whatever a clerk takes there is handed to `add` as one step."""

    def __init__(
        self,
        context: Context,
        wording: Callable[[], Wording],
        chosen: Callable[[], Sequence[Measure]],
        add: Add,
        parent: QWidget,
    ) -> None:
        """`wording` is that of the year shown, `chosen` the measures that are selected, when an entry is picked."""
        super().__init__("เพิ่มจาก", parent)
        self._context = context
        self._wording = wording
        self._chosen = chosen
        self._add = add
        self._owner = parent
        self.suggestions = add_entry(self, "แนะนำตามตัวชี้วัด…", self.suggest_for)
        self.last_year = add_entry(self, "เริ่มจากปีก่อน…", self.start_from_last_year)

    def suggest_for(self, code: str = "") -> None:
        """Offer suggestions, standing on the indicator with that code or on the weakest one."""
        SuggestionDialog(self._context, self._wording(), self._add, self._owner, code).open()

    def start_from_last_year(self) -> None:
        """Offer last year's measures with their years moved."""
        LastYearDialog(self._context, self._wording(), self._add, self._owner).open()
