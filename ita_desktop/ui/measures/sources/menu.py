"""The menu of the places that measures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.services import library
from ita_desktop.ui.measures.sources.last_year_dialog import LastYearDialog
from ita_desktop.ui.measures.sources.library_dialog import LibraryDialog
from ita_desktop.ui.measures.sources.recommendation_dialog import RecommendationDialog
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
        self.recommendations = add_entry(self, "จากข้อเสนอแนะของ ป.ป.ช. …", self.take_recommendations)
        self.library = add_entry(self, "จากคลังของหน่วยงาน…", self.open_library)
        self.addSeparator()
        self.keep = add_entry(self, "เก็บที่เลือกเข้าคลัง", self.keep_chosen)
        self.aboutToShow.connect(lambda: self.keep.setEnabled(bool(self._chosen())))

    def suggest_for(self, code: str = "") -> None:
        """Offer suggestions, standing on the indicator with that code or on the weakest one."""
        SuggestionDialog(self._context, self._wording(), self._add, self._owner, code).open()

    def start_from_last_year(self) -> None:
        """Offer last year's measures with their years moved."""
        LastYearDialog(self._context, self._wording(), self._add, self._owner).open()

    def take_recommendations(self) -> None:
        """Offer NACC's recommendations, one measure each."""
        RecommendationDialog(self._context, self._wording(), self._add, self._owner).open()

    def open_library(self) -> None:
        """Offer what the office keeps for reuse."""
        LibraryDialog(self._context, self._wording(), self._add, self._owner).open()

    def keep_chosen(self) -> None:
        """Put the selected measures into the office's library, each text once."""
        chosen, context = list(self._chosen()), self._context
        if not chosen:
            context.say.tell("เลือกมาตรการในตารางก่อน แล้วจึงเก็บเข้าคลัง")
            return
        kept = context.database.write(library.keep_in_library, chosen)
        known = len(chosen) - kept
        sentences = [f"เก็บ {kept} มาตรการเข้าคลังแล้ว"] if kept else []
        sentences += [f"{known} มาตรการมีในคลังอยู่แล้วหรือยังไม่มีถ้อยคำ"] if known else []
        context.say.tell(context.numerals().show(" ".join(sentences)))
