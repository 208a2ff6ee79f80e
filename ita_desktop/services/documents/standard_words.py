"""What the papers of a plan year say where the office has written nothing of its own."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure import Plan, Theme, ThemePoint
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.plan_documents import DevelopmentReportDocument, MeasuresPlanDocument
from ita_desktop.domain.texts import StandardTexts
from ita_desktop.services.documents.compose import read_source
from ita_desktop.services.documents.papers import paper


@dataclass(frozen=True, slots=True)
class StandardWords:
    """The words as they would be printed, in the office's numerals."""

    background: tuple[str, ...]
    """With the score statement, which the papers add to own words too."""
    background_alone: tuple[str, ...]
    """Without the score statement: what own words would replace."""
    approaches: tuple[str, ...]
    themes: tuple[Theme, ...]
    signer: str
    """Who signs when nobody is named: the head's name, or empty while unknown."""


def standard_words(
    session: Session, plan_year: FiscalYear, frameworks: Frameworks, texts: StandardTexts, today: date
) -> StandardWords:
    """The standard words of the plan year's papers; `UserError` without an office."""
    kept = read_source(session, plan_year, frameworks, texts, today)
    source = replace(kept, plan=Plan(plan_year), measures=())
    plan, report = paper(source, DocumentKind.MEASURES_PLAN), paper(source, DocumentKind.DEVELOPMENT_REPORT)
    unscored = paper(replace(source, assessments=()), DocumentKind.MEASURES_PLAN)
    assert isinstance(plan, MeasuresPlanDocument)
    assert isinstance(unscored, MeasuresPlanDocument)
    assert isinstance(report, DevelopmentReportDocument)
    return StandardWords(
        background=plan.background,
        background_alone=unscored.background,
        approaches=tuple(approach.text for approach in plan.approaches),
        themes=tuple(
            Theme(part.heading.partition(" ")[2], tuple(ThemePoint(point.text, point.lead) for point in part.points))
            for part in report.themes
        ),
        signer=source.signer().name,
    )
