"""Saves scores as steps that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.assessment import Assessment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.scores.parts import Part
    from ita_desktop.ui.undo import History


class Keeping(QObject):
    """Writes single facts, or whole years at once, through the history; `saved` tells each fact that was kept."""

    saved = Signal(object, object)
    """Result year and part; the part is None when whole years were kept."""

    def __init__(self, context: Context, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._history = history

    def keep(self, year: FiscalYear, part: Part[Any], value: Any, plan_year: FiscalYear) -> None:
        """Save one fact of a year; `plan_year` is the one in which undo shows it. Raises `UserError`."""
        before = self._context.assessment(year)
        old = part.get(before or Assessment(year))
        if old == value:
            return
        self._history.do(
            self._context.numerals().show(f"แก้ไข{part.name} ปี {year}"),
            plan_year,
            lambda: self._put(year, part, value),
            lambda: self._put(year, part, old, remove_empty=before is None),
        )

    def keep_all(self, words: str, changed: Sequence[Assessment], plan_year: FiscalYear) -> None:
        """Save several years in one step. Raises `UserError`."""
        before = {assessment.year: self._context.assessment(assessment.year) for assessment in changed}
        self._history.do(
            words,
            plan_year,
            lambda: self._write({assessment.year: assessment for assessment in changed}),
            lambda: self._write(before),
        )

    def _put(self, year: FiscalYear, part: Part[Any], value: Any, *, remove_empty: bool = False) -> None:
        """Save one fact beside the others as they are now; `remove_empty` when the year had no record before it."""
        changed = part.put(self._context.assessment(year) or Assessment(year), value)
        self._write({year: None if remove_empty and changed == Assessment(year) else changed})
        self.saved.emit(year, part)

    def _write(self, wanted: dict[FiscalYear, Assessment | None]) -> None:
        # Imported when something is saved: the first page is shown before the services are loaded.
        from ita_desktop.services import assessments

        def write(session: Any) -> None:
            for year, assessment in wanted.items():
                if assessment is None:
                    assessments.remove_assessment(session, year)
                else:
                    assessments.record_assessment(session, assessment)

        self._context.database.write(write)
        self.saved.emit(None, None)
