"""The standard words are exactly what the papers print when the office has written none."""

from dataclasses import replace
from pathlib import Path

from ita_desktop.catalog import load_frameworks, load_texts, sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Plan
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.plan_documents import DevelopmentReportDocument, MeasuresPlanDocument
from ita_desktop.services import documents, plans, records
from ita_desktop.services.documents.standard_words import standard_words

YEAR = FiscalYear(2569)


def test_that_the_standard_words_are_what_an_empty_plan_prints(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "office.itadb")
    database.write(records.write_record, sample_record())
    frameworks, texts = load_frameworks(), load_texts()
    own = database.read(plans.get_plan, YEAR)
    found = database.read(standard_words, YEAR, frameworks, texts, YEAR.first_day)
    database.write(plans.save_plan, Plan(YEAR))
    plan = database.read(documents.compose, DocumentKind.MEASURES_PLAN, YEAR, frameworks, texts, YEAR.first_day)
    report = database.read(documents.compose, DocumentKind.DEVELOPMENT_REPORT, YEAR, frameworks, texts, YEAR.first_day)
    assert isinstance(plan, MeasuresPlanDocument)
    assert isinstance(report, DevelopmentReportDocument)
    assert found.background == plan.background
    assert found.approaches == tuple(approach.text for approach in plan.approaches)
    assert [f"{theme.title}" for theme in found.themes] == [
        part.heading.partition(" ")[2] for part in report.themes[: len(found.themes)]
    ]
    assert found.signer == plan.signature.lines[0].strip("()") if plan.signature else found.signer == ""
    # Taken over as own words, they print the same paragraphs: the score is added either way.
    taken = replace(own, background=found.background_alone, approaches=found.approaches, themes=found.themes)
    database.write(plans.save_plan, taken)
    again = database.read(documents.compose, DocumentKind.MEASURES_PLAN, YEAR, frameworks, texts, YEAR.first_day)
    assert isinstance(again, MeasuresPlanDocument)
    assert set(again.background) == set(plan.background)
    database.close()
