"""What should be looked at in the plan on screen, kept in step with its measures."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.follow_up_checks import check_follow_up
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure_checks import PlanRemarks
from ita_desktop.domain.remark import Remark, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ita_desktop.domain.assessment import Assessment
    from ita_desktop.domain.finding import Finding
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.framework import Framework
    from ita_desktop.domain.measure import Measure, Progress

_AT_ONCE = 300
"""So many measures are counted through, and new texts compared with the others, at once; more texts when idle."""
_SLICE, _SOME = 0.004, 20
"""Seconds at a time for which the comparing holds the window up, and texts between two looks at the clock."""


class RowRemarks(QObject):
    """Answers for each row while it is painted; `changed` tells that the answers are others now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanRemarks | None = None
        self._of: tuple[object, ...] = ()
        self._records: Sequence[Measure] = ()
        self._progress: Mapping[int, list[Progress]] = {}
        self._today: date | None = None
        self._found: Mapping[int, tuple[Remark, ...]] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._compare)

    def about(
        self, year: FiscalYear, framework: Framework, assessment: Assessment | None, findings: Sequence[Finding]
    ) -> None:
        """What the measures are held against; the same as before costs nothing."""
        against = (year, framework, assessment, tuple(findings))
        if against != self._of:
            self._of = against
            self._plan = PlanRemarks(*against)

    def follow(self, records: Sequence[Measure], progress: Mapping[int, list[Progress]], today: date) -> None:
        """These are the year's measures now, in their order, with the follow-ups of each."""
        self._records, self._progress, self._today = records, progress, today
        self._later.stop()
        if self._plan is None:
            return
        self._found = self._plan.take(records)
        if self._plan.uncompared <= _AT_ONCE:
            self._plan.compare(_AT_ONCE)
        else:
            self._later.start()
        self.changed.emit()

    def of(self, measure: Measure) -> tuple[Remark, ...]:
        """The remarks on one measure, the gravest first."""
        own = self._found.get(measure.id, ())
        if self._today is None:
            return own
        return (*own, *check_follow_up(measure, self._progress.get(measure.id, ()), self._today))

    def is_doubtful(self, measure: Measure) -> bool:
        """Whether more than a hint is said about the measure."""
        return any(remark.severity is not Severity.HINT for remark in self.of(measure))

    def unanswered(self) -> tuple[Remark, ...]:
        """Weak indicators without a measure; `Remark.field` is the indicator's code."""
        return self._found.get(NEW, ())

    def is_comparing(self) -> bool:
        """Whether texts wait for an idle moment to be compared with the others."""
        return self._later.isActive()

    def counts_few(self) -> bool:
        """Whether `doubtful` need not go through more measures than a moment allows."""
        return len(self._records) <= _AT_ONCE

    def doubtful(self) -> list[Measure]:
        """The measures about which more than a hint is said, in their order."""
        return [measure for measure in self._records if self.is_doubtful(measure)]

    def _compare(self) -> None:
        if self._plan is None:
            return
        until = perf_counter() + _SLICE
        while self._plan.compare(_SOME):
            if perf_counter() > until:
                self._later.start()
                return
        self.changed.emit()
