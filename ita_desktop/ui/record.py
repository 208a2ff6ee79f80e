"""The open record: one data file with the news of its changes and everything the tabs are given."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ita_desktop.db.first_look import first_look
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.topics import Topic
from ita_desktop.errors import UserError
from ita_desktop.thai import words
from ita_desktop.ui.context import Context, Years
from ita_desktop.ui.feed import ChangeFeed
from ita_desktop.ui.reference import Reference
from ita_desktop.ui.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from datetime import datetime

    from ita_desktop.domain.office import Office
    from ita_desktop.ui.background import Background
    from ita_desktop.ui.data_file import DataFile
    from ita_desktop.ui.say import Say

_NAMING_TOPICS = frozenset({Topic.OFFICE, Topic.COMMITTEES, Topic.MEETINGS})
"""What holds names that the line breaker must keep whole."""


class OpenRecord(QObject):
    """Lives as long as its file is open; `saved` follows every kept change."""

    saved = Signal()

    def __init__(
        self,
        file: DataFile,
        say: Say,
        background: Background,
        now: Callable[[], datetime],
        views: MutableMapping[str, str],
        parent: QObject,
        *,
        worked_in: FiscalYear | None = None,
    ) -> None:
        """`worked_in` is the plan year in which this PC last changed the file, where that is known."""
        super().__init__(parent)
        self.file = file
        self._now = now
        look = first_look(file.database.path)
        self._reference = Reference(file.database, look)
        self._feed = ChangeFeed(self)
        # First of all listeners: the tabs then look up what is new.
        self._feed.changed.connect(self._note_change)
        file.database.subscribe(self._feed.announce)
        self.years = Years(self._year_to_begin_with(worked_in), self)
        self.context = Context(
            database=file.database,
            feed=self._feed,
            years=self.years,
            say=say,
            background=background,
            frameworks=self._reference.frameworks,
            texts=self._reference.texts,
            suggestions=self._reference.suggestions,
            numerals=self._reference.numerals,
            assessment=self._reference.assessment,
            now=now,
            views=views,
            waiting=Waiting(look.waiting, self),
        )

    def office(self) -> Office | None:
        """The office, or None when the record is still empty."""
        return self._reference.office()

    def years_on_offer(self) -> list[FiscalYear]:
        """Every plan year with a record, this year, and one beyond at both ends; newest first."""
        known = {self.years.plan_year, FiscalYear.of(self._now().date()), *self._reference.plan_years()}
        return [FiscalYear(be) for be in range(max(known).be + 1, min(known).be - 2, -1)]

    def learn_names(self) -> None:
        """Let the line breaker keep the record's own names whole."""
        from ita_desktop.services import documents

        words.set_own_words(self.file.database.read(documents.own_words))

    def keep_certified(self) -> None:
        """Keep the papers of minutes that were certified elsewhere and came without them."""
        from ita_desktop.services import certification

        database, context = self.file.database, self.context
        # What cannot be kept now is tried again when the file is opened again.
        with suppress(UserError):
            ids = database.read(certification.list_without_paper)
            if ids:
                given = (context.frameworks(), context.texts(), context.today())
                database.write(certification.keep_papers, ids, *given)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def _year_to_begin_with(self, worked_in: FiscalYear | None) -> FiscalYear:
        """The year worked in last; else this fiscal year, or when only others have a record, the newest of them.

        Reports of a year are finished months into the next one: whoever works on them should not have to
        turn back to their year every morning. A year in which nothing is kept any more does not count.
        """
        today = FiscalYear.of(self._now().date())
        recorded = self._reference.plan_years()
        if worked_in is not None and worked_in in recorded:
            return worked_in
        return today if today in recorded or not recorded else recorded[-1]

    def _note_change(self, touched: frozenset[Topic]) -> None:
        self._reference.forget(touched)
        if touched & _NAMING_TOPICS:
            self.learn_names()
        self.saved.emit()
