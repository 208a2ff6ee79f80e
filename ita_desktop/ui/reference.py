"""What every tab looks up beside the record, loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.topics import Topic
from ita_desktop.thai.digits import Numerals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.db.database import Database
    from ita_desktop.domain.framework import Frameworks
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.suggestion import Suggestion
    from ita_desktop.domain.texts import StandardTexts


class Reference:
    """Keeps the frameworks, standard texts, suggestions and the office as read until the record changes them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._office: Office | None = None
        self._frameworks: Frameworks | None = None
        self._texts: StandardTexts | None = None
        self._suggestions: Mapping[str, tuple[Suggestion, ...]] | None = None

    def forget(self, touched: frozenset[Topic]) -> None:
        """Read anew what a saved change touched; to be told before any tab."""
        if Topic.OFFICE in touched:
            self._office = None
        if Topic.FRAMEWORKS in touched:
            self._frameworks = None

    def office(self) -> Office | None:
        """The office, or None before the first-run page is filled in."""
        if self._office is None:
            from ita_desktop.services import office

            self._office = self._database.read(office.find_office)
        return self._office

    def numerals(self) -> Numerals:
        """The digits that the office writes."""
        found = self.office()
        return found.numerals if found else Numerals.THAI

    def frameworks(self) -> Frameworks:
        """The shipped frameworks with the office's own editions."""
        if self._frameworks is None:
            from ita_desktop.catalog import load_frameworks
            from ita_desktop.services import framework_editions

            self._frameworks = load_frameworks(self._database.read(framework_editions.list_editions))
        return self._frameworks

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
