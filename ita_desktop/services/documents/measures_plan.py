"""What the measures plan says: background, score, approaches and the measures table."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.paper import DocumentKind, NumberedText
from ita_desktop.domain.plan_documents import MeasuresPlanDocument, RowDetails
from ita_desktop.domain.terms import ASSESSMENT_NAME
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource, verified_item
from ita_desktop.services.documents.standing import lines
from ita_desktop.thai.baht import format_baht
from ita_desktop.thai.digits import Numerals


def measures_plan(source: PaperSource) -> MeasuresPlanDocument:
    """The plan of the plan year, answering the result of the year before."""
    name = DocumentKind.MEASURES_PLAN.words
    office, year = source.office.long_name, wording.fiscal(source.plan_year)
    plan_framework = source.frameworks.of(source.plan_year)
    details = tuple(_details(source, measure) for measure in source.measures) if source.plan.all_columns else ()
    return MeasuresPlanDocument(
        meta=wording.meta(source, DocumentKind.MEASURES_PLAN, f"{name} {year} {office}", f"{name} {source.plan_year}"),
        title_lines=(name, f"ประจำ{year}", office),
        reference=wording.reference(source, verified_item(plan_framework, plan_framework.measures_item)),
        first_heading=f"1. แผนการขับเคลื่อน{ASSESSMENT_NAME} (ITA) ประจำ{year} {office}",
        background_heading="ที่มาและความสำคัญ",
        background=tuple(_background(source)),
        second_heading=f"2. แนวทางและมาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{office}",
        approaches=tuple(NumberedText(f"2.{n}", text) for n, text in enumerate(_approaches(source), start=1)),
        table_heading=f"ตารางมาตรการรายตัวชี้วัด ประจำ{year}" if source.measures else "",
        columns=_columns(source, details),
        rows=tuple(wording.plan_row(source, measure) for measure in source.measures),
        landscape=source.plan.landscape,
        signature=wording.signature(source.signer()),
        details=details,
    )


def _columns(source: PaperSource, details: Sequence[RowDetails]) -> tuple[str, ...]:
    """The four heads, or all of them in the order of their table, those empty that no measure fills."""
    if not source.measures:
        return ()
    if not details:
        return wording.COLUMNS

    def head(words: str, *texts: object) -> str:
        return words if any(texts) else ""

    indicator, actions, responsible, period = wording.COLUMNS
    return (
        indicator,
        head(f"คะแนนปี {source.result_year}", *(row.previous_score for row in details)),
        head("ประเด็น", *(row.findings for row in details)),
        actions,
        head("วิธีดำเนินการ", *(row.method for row in details)),
        responsible,
        period,
        head("การกำกับติดตาม", *(row.monitoring for row in details)),
        head("เป้าหมาย", *(row.target for row in details)),
        head("งบประมาณ (บาท)", *(row.budget for row in details)),
    )


def _details(source: PaperSource, measure: Measure) -> RowDetails:
    score = source.assessment.indicators.get(measure.indicator_code)
    return RowDetails(
        format_score(score) if score is not None else "",
        tuple(" ".join(finding.text.split()) for finding in source.findings if finding.id in measure.finding_ids),
        lines(measure.method),
        lines(measure.monitoring),
        lines(measure.output_target),
        format_baht(measure.budget, Numerals.ARABIC) if measure.budget is not None else "",
    )


def _background(source: PaperSource) -> Iterator[str]:
    own = source.plan.background
    if own:
        yield from own
    else:
        goals = (goal.text for goal in source.texts.national_goals if goal.suits(source.plan_year))
        for text in (*goals, *source.texts.background):
            yield wording.standard(source, text)
    scores = wording.score_clause(source)
    if scores:
        said = (
            f"{wording.result_opening(source)} {scores}",
            wording.holding_clause(source),
            wording.weak_indicators(source),
        )
        yield " ".join(part for part in said if part)
    if not own:
        yield wording.standard(source, source.texts.conclusion)


def _approaches(source: PaperSource) -> tuple[str, ...]:
    standard = tuple(wording.standard(source, text) for text in source.texts.approaches)
    return source.plan.approaches or standard
