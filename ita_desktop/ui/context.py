"""What a tab is given to work with, and the plan year that the whole window shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ita_desktop.ui.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping
    from datetime import date, datetime

    from ita_desktop.db.database import Database
    from ita_desktop.domain.assessment import Assessment
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.framework import Frameworks
    from ita_desktop.domain.suggestion import Suggestion
    from ita_desktop.domain.texts import StandardTexts
    from ita_desktop.thai.digits import Numerals
    from ita_desktop.ui.background import Background
    from ita_desktop.ui.feed import ChangeFeed
    from ita_desktop.ui.say import Say


class Years(QObject):
    """The plan year that every tab shows; the scores shown are those of the year before."""

    changed = Signal()

    def __init__(self, plan_year: FiscalYear, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan_year = plan_year

    @property
    def plan_year(self) -> FiscalYear:
        """The fiscal year that the measures are for."""
        return self._plan_year

    @property
    def result_year(self) -> FiscalYear:
        """The fiscal year whose ITA result the plan answers."""
        return self._plan_year - 1

    def choose(self, plan_year: FiscalYear) -> None:
        """Show another plan year everywhere."""
        if plan_year != self._plan_year:
            self._plan_year = plan_year
            self.changed.emit()


@dataclass(frozen=True)
class Context:
    """The one record, its news, the clerk, and today, as handed to every tab."""

    database: Database
    feed: ChangeFeed
    years: Years
    say: Say
    background: Background
    frameworks: Callable[[], Frameworks]
    """The frameworks of all result years, with the office's own editions."""
    texts: Callable[[], StandardTexts]
    suggestions: Callable[[], Mapping[str, tuple[Suggestion, ...]]]
    """Suggested measures by indicator code."""
    numerals: Callable[[], Numerals]
    """The digits that the office writes."""
    assessment: Callable[[FiscalYear], Assessment | None]
    """What was announced for a result year, as it is kept now."""
    now: Callable[[], datetime]
    views: MutableMapping[str, str] = field(default_factory=dict)
    """How the clerk likes tables shown, by name; kept in the settings of this PC."""
    waiting: Waiting = field(default_factory=Waiting)
    """Drafts that earlier runs of the program left and the clerk has not seen yet."""

    def today(self) -> date:
        """Today's date on this PC."""
        return self.now().date()
