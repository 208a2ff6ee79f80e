"""What every tab looks up beside the record, loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.topics import Topic
from ita_desktop.thai.digits import Numerals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.db.database import Database
    from ita_desktop.db.first_look import FirstLook
    from ita_desktop.domain.assessment import Assessment
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.framework import Frameworks
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.record import FrameworkEdition
    from ita_desktop.domain.suggestion import Suggestion
    from ita_desktop.domain.texts import StandardTexts


class Reference:
    """Keeps what was read until the record changes it, beginning with the first look into the file."""

    def __init__(self, database: Database, look: FirstLook) -> None:
        self._database = database
        self._look: FirstLook | None = look
        self._office = look.office
        self._frameworks: Frameworks | None = None
        self._texts: StandardTexts | None = None
        self._suggestions: Mapping[str, tuple[Suggestion, ...]] | None = None

    def forget(self, touched: frozenset[Topic]) -> None:
        """Read anew what a saved change touched; to be told before any tab."""
        self._look = None
        if Topic.OFFICE in touched:
            self._office = None
        if Topic.FRAMEWORKS in touched:
            self._frameworks = None

    def office(self) -> Office | None:
        """The office, or None before the first-run page is filled in."""
        if self._office is None and self._look is None:
            from ita_desktop.services import office

            self._office = self._database.read(office.find_office)
        return self._office

    def assessment(self, year: FiscalYear) -> Assessment | None:
        """What was announced for the result year, or None."""
        if self._look is not None:
            return self._look.assessments.get(year)
        from ita_desktop.services import assessments

        return self._database.read(assessments.find_assessment, year)

    def plan_years(self) -> Sequence[FiscalYear]:
        """The plan years that anything is kept for, oldest first."""
        if self._look is not None:
            return self._look.plan_years
        from ita_desktop.services import plans

        return self._database.read(plans.list_plan_years)

    def numerals(self) -> Numerals:
        """The digits that the office writes."""
        found = self.office()
        return found.numerals if found else Numerals.THAI

    def frameworks(self) -> Frameworks:
        """The shipped frameworks with the office's own editions."""
        if self._frameworks is None:
            from ita_desktop.catalog import load_frameworks

            self._frameworks = load_frameworks(self._own_frameworks())
        return self._frameworks

    def _own_frameworks(self) -> Sequence[FrameworkEdition]:
        if self._look is not None and not self._look.has_own_frameworks:
            return ()
        from ita_desktop.services import framework_editions

        return self._database.read(framework_editions.list_editions)

    def texts(self) -> StandardTexts:
        """The standard wordings of papers."""
        if self._texts is None:
            from ita_desktop.catalog import load_texts

            self._texts = load_texts()
        return self._texts

    def suggestions(self) -> Mapping[str, tuple[Suggestion, ...]]:
        """Suggested measures by indicator code."""
        if self._suggestions is None:
            from ita_desktop.catalog import load_suggestions

            self._suggestions = load_suggestions()
        return self._suggestions
