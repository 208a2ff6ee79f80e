"""What the documents tab reads and writes, each as one piece of work in a session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.checks import Remark, check_record
from ita_desktop.services import documents, plans, records
from ita_desktop.services.documents.standard_words import StandardWords, standard_words
from ita_desktop.services.office import list_officers

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.framework import Frameworks
    from ita_desktop.domain.measure import Plan
    from ita_desktop.domain.office import Officer
    from ita_desktop.domain.texts import StandardTexts
    from ita_desktop.services.documents import PaperChoice


@dataclass(frozen=True, slots=True)
class YearOfPapers:
    """The papers that a plan year offers, the plan's own words, and the remarks on its record."""

    choices: tuple[PaperChoice, ...]
    plan: Plan
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The plan with its own words, the standard ones beside them, and who may sign."""

    plan: Plan
    standard: StandardWords
    officers: tuple[Officer, ...]


def read_year(session: Session, plan_year: FiscalYear, frameworks: Frameworks, today: date) -> YearOfPapers:
    """All that the tab shows of a plan year; `UserError` without an office."""
    remarks = check_record(records.read_record(session), frameworks, today)
    return YearOfPapers(
        choices=tuple(documents.choices(session, plan_year, frameworks)),
        plan=plans.get_plan(session, plan_year),
        remarks=tuple(remark for remark in remarks if remark.year in (None, plan_year)),
    )


def read_words(session: Session, plan_year: FiscalYear, frameworks: Frameworks, texts: StandardTexts) -> PlanWords:
    """The words of the plan year's papers; `UserError` without an office."""
    return PlanWords(
        plan=plans.get_plan(session, plan_year),
        standard=standard_words(session, plan_year, frameworks, texts),
        officers=tuple(list_officers(session)),
    )


def save_landscape(session: Session, plan_year: FiscalYear, landscape: bool) -> None:
    """Print the measures table of the year on landscape pages, or on portrait ones."""
    plans.save_plan(session, replace(plans.get_plan(session, plan_year), landscape=landscape))
