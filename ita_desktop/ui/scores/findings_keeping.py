"""Saves findings, and measures that answer them, as steps that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_desktop.domain.identity import NEW
from ita_desktop.services import findings, measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.finding import Finding
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.measure import Measure
    from ita_desktop.services.findings import RemovedFinding
    from ita_desktop.services.measures import RemovedMeasures
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.undo import History


class FindingsKeeping:
    """Every method is one step of the history; ids stay the same through undo and redo."""

    def __init__(self, context: Context, history: History) -> None:
        self._context = context
        self._history = history

    def keep(self, words: str, before: Finding, after: Finding) -> Finding:
        """Save a changed finding; one that was only proposed is added."""
        if before.id == NEW:
            return self.add(words, [after])[0]
        database = self._context.database
        self._do(
            words,
            after.result_year,
            lambda: database.write(findings.save_finding, after),
            lambda: database.write(findings.save_finding, before),
        )
        return after

    def add(self, words: str, new: Sequence[Finding]) -> list[Finding]:
        """Add findings in one step; they come back with their ids."""
        added: list[Finding] = []
        taken: list[RemovedFinding] = []

        def forth(session: Any) -> None:
            if taken:
                for removed in taken:
                    findings.restore_finding(session, removed)
                taken.clear()
            else:
                added[:] = findings.save_findings(session, new)

        def back(session: Any) -> None:
            taken[:] = filter(None, (findings.remove_finding(session, finding.id) for finding in added))

        self._write(words, new[0].result_year, forth, back)
        return added

    def remove(self, words: str, finding: Finding) -> None:
        """Remove a kept finding; undo brings it back with its measures."""
        taken: list[RemovedFinding] = []

        def forth(session: Any) -> None:
            taken[:] = filter(None, [findings.remove_finding(session, finding.id)])

        def back(session: Any) -> None:
            for removed in taken:
                findings.restore_finding(session, removed)

        self._write(words, finding.result_year, forth, back)

    def reorder(self, words: str, year: FiscalYear, before: Sequence[int], after: Sequence[int]) -> None:
        """Put the year's findings in another order."""
        database = self._context.database
        self._do(
            words,
            year,
            lambda: database.write(findings.reorder_findings, year, after),
            lambda: database.write(findings.reorder_findings, year, before),
        )

    def add_measures(self, words: str, year: FiscalYear, new: Sequence[Measure]) -> list[Measure]:
        """Add measures that answer findings of the result year; they come back with their ids."""
        added: list[Measure] = []
        taken: list[RemovedMeasures] = []

        def forth(session: Any) -> None:
            if taken:
                measures.restore_measures(session, taken.pop())
            else:
                added[:] = measures.save_measures(session, new)

        def back(session: Any) -> None:
            taken[:] = [measures.remove_measures(session, [measure.id for measure in added])]

        self._write(words, year, forth, back)
        return added

    def _write(self, words: str, year: FiscalYear, forth: Any, back: Any) -> None:
        database = self._context.database
        self._do(words, year, lambda: database.write(forth), lambda: database.write(back))

    def _do(self, words: str, year: FiscalYear, forth: Any, back: Any) -> None:
        self._history.do(self._context.numerals().show(words), year + 1, forth, back)
