"""What the documents tab reads from the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.checks import check_record
from ita_desktop.domain.remark import Remark
from ita_desktop.services import documents, plans, records
from ita_desktop.services.documents.standard_words import StandardWords, standard_words
from ita_desktop.services.office import list_officers

if TYPE_CHECKING:
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.measure import Plan
    from ita_desktop.domain.office import Officer
    from ita_desktop.domain.paper import ReportRound
    from ita_desktop.services.documents import PaperChoice
    from ita_desktop.ui.context import Context


@dataclass(frozen=True, slots=True)
class YearOfPapers:
    """The papers that a plan year offers, the plan's own words, and all remarks on its record."""

    choices: tuple[PaperChoice, ...]
    plan: Plan
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The plan with its own words, the standard ones beside them, and who may sign."""

    plan: Plan
    standard: StandardWords
    officers: tuple[Officer, ...]


def read_year(context: Context, plan_year: FiscalYear) -> YearOfPapers:
    """All that the tab shows of a plan year; `UserError` without an office."""
    read, frameworks = context.database.read, context.frameworks()
    remarks = check_record(read(records.read_record), frameworks, context.today())
    return YearOfPapers(
        choices=tuple(read(documents.choices, plan_year, frameworks, context.today())),
        plan=read(plans.get_plan, plan_year),
        remarks=tuple(remark for remark in remarks if remark.year in (None, plan_year)),
    )


def read_round(context: Context, plan_year: FiscalYear, report_round: ReportRound) -> list[Remark]:
    """What is lacking in the follow-ups that the report of the round tells of."""
    return context.database.read(
        documents.round_remarks, plan_year, context.frameworks(), context.today(), report_round
    )


def read_words(context: Context, plan_year: FiscalYear) -> PlanWords:
    """The words of the plan year's papers; `UserError` without an office."""
    read = context.database.read
    return PlanWords(
        plan=read(plans.get_plan, plan_year),
        standard=read(standard_words, plan_year, context.frameworks(), context.texts(), context.today()),
        officers=tuple(read(list_officers)),
    )
