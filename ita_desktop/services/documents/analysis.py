"""What the analysis booklet says: the result part by part, the year before, the findings, and what would move it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_desktop.domain.advice import change_sentence, weak_sentence
from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.details import detail_order
from ita_desktop.domain.finding import Finding, FindingClass, class_rule, propose_class
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.paper import DocumentKind, NumberedText, PlanRow
from ita_desktop.domain.score_documents import (
    AnalysisDocument,
    DetailGroup,
    FindingPart,
    FindingRow,
    MeasurePart,
    TextPart,
)
from ita_desktop.domain.trend import detail_changes
from ita_desktop.domain.what_if import fewest_indicators, fewest_points
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.comparison import comparison, history
from ita_desktop.services.documents.score_sheet import known_only, outcome_before, score_result, score_row
from ita_desktop.services.documents.source import PaperSource, verified_item

OTHER = "มาตรการอื่น"
_FINDING_COLUMNS = ("ตัวชี้วัด", "ประเด็นที่พบ", "สาเหตุ", "ข้อเสนอแนะ")
_MEASURE_COLUMNS = ("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา")
_NOTHING = TextPart()


def analysis(source: PaperSource) -> AnalysisDocument:
    """The booklet about the result year; where scores or findings are missing it says less."""
    office, year = source.office.long_name, wording.fiscal(source.result_year)
    name = DocumentKind.ANALYSIS.words
    plan_framework = source.frameworks.of(source.plan_year)
    details = tuple(_details(source))
    findings = tuple(finding_parts(source))
    measures = tuple(_measure_parts(source))
    document = AnalysisDocument(
        meta=wording.meta(source, DocumentKind.ANALYSIS, f"{name} {year} {office}", f"{name} {source.result_year}"),
        office=office,
        title_lines=(name, f"ประจำ{year}", office),
        reference=wording.reference(source, verified_item(plan_framework, plan_framework.measures_item)),
        background=TextPart("ความเป็นมา", tuple(_background(source))),
        result_heading=_result_heading(source),
        result=known_only(score_result(source)),
        comparison=comparison(source, source.outcome, outcome_before(source)),
        details_heading="ผลการประเมินรายข้อ" if details else "",
        detail_columns=("ข้อ", "คะแนน", f"เทียบกับปี {source.result_year - 1}") if details else (),
        details=details,
        findings_lead=TextPart("ประเด็นจากการวิเคราะห์", tuple(_findings_lead(source))) if findings else _NOTHING,
        finding_columns=finding_heads(findings),
        findings=findings,
        effects=_effects(source),
        next_level=_next_level(source),
        measures_heading=f"มาตรการใน{wording.fiscal(source.plan_year)}" if measures else "",
        measure_columns=_filled_measure_columns(measures),
        measures=measures,
        signature=wording.signature(source.signer()),
        logo=source.office.logo,
        history=history(source),
    )
    return _numbered(document)


def unanswered(source: PaperSource) -> tuple[str, ...]:
    """The labels of the indicators that are to be mended urgently and have no measure yet."""
    answered = {measure.indicator_code for measure in source.measures}
    answered |= {
        finding.indicator_code for finding in source.findings for m in source.measures if finding.id in m.finding_ids
    }
    urgent = classes(source)
    return tuple(
        indicator.label
        for indicator in source.framework.indicators
        if urgent.get(indicator.code) is FindingClass.URGENT and indicator.code not in answered
    )


def classes(source: PaperSource) -> dict[str, FindingClass]:
    """The most pressing class of each indicator: as its findings say, else as its score proposes."""
    order = list(FindingClass)
    found: dict[str, FindingClass] = {
        code: propose_class(source.framework, score)
        for code, score in source.assessment.indicators.items()
        if not any(finding.indicator_code == code for finding in source.findings)
    }
    for finding in source.findings:
        known = found.get(finding.indicator_code, finding.finding_class)
        found[finding.indicator_code] = min(known, finding.finding_class, key=order.index)
    return found


def _numbered(document: AnalysisDocument) -> AnalysisDocument:
    """The parts that are printed numbered in their order."""
    count = 0

    def next_heading(heading: str) -> str:
        nonlocal count
        count += bool(heading)
        return f"{count}. {heading}" if heading else ""

    def part(of: TextPart) -> TextPart:
        return replace(of, heading=next_heading(of.heading))

    return replace(
        document,
        background=part(document.background),
        result_heading=next_heading(document.result_heading),
        comparison=part(document.comparison),
        details_heading=next_heading(document.details_heading),
        findings_lead=part(document.findings_lead),
        effects=part(document.effects),
        next_level=part(document.next_level),
        measures_heading=next_heading(document.measures_heading),
    )


def _result_heading(source: PaperSource) -> str:
    if source.assessment.indicators:
        return "ผลการประเมินรายเครื่องมือและรายตัวชี้วัด"
    return "ผลการประเมิน" if source.assessment.has_scores() or source.assessment.announced_level else ""


def _background(source: PaperSource) -> Iterator[str]:
    for text in source.texts.background:
        yield wording.standard(source, text)
    scores = wording.score_clause(source)
    if scores:
        yield f"{wording.result_opening(source)} {scores}"
    yield wording.standard(source, source.texts.conclusion)


def _details(source: PaperSource) -> Iterator[DetailGroup]:
    """Below each indicator the scores of what can be named: a question without a checked code cannot."""
    now = source.assessment.details
    changes = detail_changes(source.frameworks, source.assessment, source.assessment_of(source.result_year - 1))
    for indicator in source.framework.indicators:
        codes = sorted((detail.code for detail in source.framework.details_of(indicator.code)), key=detail_order)
        rows = tuple(
            score_row(label, now[code], now[code] - changes[code] if code in changes else None)
            for code in codes
            if code in now and (label := _detail_label(source.framework, code))
        )
        if rows:
            yield DetailGroup(f"ตัวชี้วัดที่ {indicator.label}", rows)


def _detail_label(framework: Framework, code: str) -> str:
    """`o9 E-Service` where the code was checked against its source, the name alone where it was not; may be empty."""
    indicator = framework.indicator_of_detail(code)
    for detail in framework.details_of(indicator) if indicator else ():
        if detail.code == code:
            return " ".join(part for part in (code if detail.verified else "", detail.name) if part)
    return ""


def _findings_lead(source: PaperSource) -> Iterator[str]:
    office = source.office.long_name
    yield f"{office} ได้วิเคราะห์ผลการประเมินรายตัวชี้วัด และจัดกลุ่มประเด็นตามความเร่งด่วนได้ดังนี้"
    written = {finding.indicator_code for finding in source.findings}
    if any(code not in written for code in source.assessment.indicators):
        rule = class_rule(source.framework).replace(" · ", ", ")
        yield f"ตัวชี้วัดที่ไม่ได้ระบุประเด็นไว้จัดกลุ่มตามคะแนน ({rule})"
    if source.assessment.recommendations.strip():
        said = " ".join(source.assessment.recommendations.split())
        yield f"ข้อเสนอแนะจากรายงานผลการประเมินของสำนักงาน ป.ป.ช.: {said}"


def finding_heads(parts: Sequence[FindingPart]) -> tuple[str, ...]:
    """The heads of the findings' table, empty over a column that nobody filled."""
    rows = [row for part in parts for row in part.rows]
    return _heads(_FINDING_COLUMNS, [(row.indicator, row.text, row.cause, row.recommendation) for row in rows])


def _filled_measure_columns(parts: tuple[MeasurePart, ...]) -> tuple[str, ...]:
    rows = [row for part in parts for row in part.rows]
    cells = [(row.indicator, row.title or "".join(row.actions), "".join(row.responsible), row.period) for row in rows]
    return _heads(_MEASURE_COLUMNS, cells)


def _heads(titles: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(title if any(row[n] for row in rows) else "" for n, title in enumerate(titles))


def finding_parts(source: PaperSource) -> Iterator[FindingPart]:
    """The classes with their findings, then the indicators of that class that nothing was written about."""
    order = [indicator.code for indicator in source.framework.indicators]
    written = {finding.indicator_code for finding in source.findings}
    for finding_class in FindingClass:
        rows = [_finding_row(source, f) for f in source.findings if f.finding_class is finding_class]
        bare = [code for code, of in classes(source).items() if of is finding_class and code not in written]
        known = sorted((code for code in bare if code in order), key=order.index)
        rows += [FindingRow(_scored_label(source, code)) for code in known]
        if rows:
            yield FindingPart(f"ประเด็นที่{_class_words(finding_class)}", tuple(rows))


def _class_words(finding_class: FindingClass) -> str:
    return f"ต้อง{finding_class.words}" if finding_class is FindingClass.KEEP else finding_class.words


def _finding_row(source: PaperSource, finding: Finding) -> FindingRow:
    item = _detail_label(source.framework, finding.question_code)
    text = f"{item}: {finding.text}" if item and finding.text else item or finding.text
    return FindingRow(_scored_label(source, finding.indicator_code), text, finding.cause, finding.recommendation)


def _scored_label(source: PaperSource, code: str) -> str:
    score = source.assessment.indicators.get(code)
    label = wording.indicator_label(source, code)
    return label if score is None else f"{label} ({format_score(score)} คะแนน)"


def _effects(source: PaperSource) -> TextPart:
    weak = source.outcome.weak
    if not weak:
        return _NOTHING
    mark = f"{source.framework.excellent_mark.normalize():f}"
    lead = f"เรียงตามคะแนนรวมที่เพิ่มขึ้นหากยกตัวชี้วัดนั้นเป็น {mark} คะแนน โดยตัวชี้วัดอื่นคงเดิม"
    points = tuple(NumberedText(f"{n}.", weak_sentence(point)) for n, point in enumerate(weak, start=1))
    return TextPart("ลำดับตัวชี้วัดที่ส่งผลต่อคะแนนรวม", (lead,), points)


def _next_level(source: PaperSource) -> TextPart:
    """The least changes that reach the next level, where the level is certain and what was announced agrees."""
    found = source.outcome
    above = found.next_level
    if above is None or found.level is None or found.level_name != found.level.name:
        return _NOTHING
    ways = (
        ("ใช้คะแนนเพิ่มน้อยที่สุด", fewest_points(source.framework, source.assessment, above)),
        ("ยกตัวชี้วัดจำนวนน้อยที่สุด", fewest_indicators(source.framework, source.assessment, above)),
    )
    said = {
        change_sentence(source.framework, above, change): lead
        for lead, change in reversed(ways)
        if change is not None and change.raises
    }
    points = tuple(
        NumberedText("", sentence, lead if len(said) > 1 else "") for sentence, lead in reversed(said.items())
    )
    return TextPart(f"การยกระดับผลเป็น “{above.name}”", points=points) if points else _NOTHING


def _measure_parts(source: PaperSource) -> Iterator[MeasurePart]:
    """The year's measures below the class of what they answer, the most pressing class first."""
    parts: dict[FindingClass | None, list[PlanRow]] = {each: [] for each in (*FindingClass, None)}
    for measure in source.measures:
        parts[_class_of(source, measure)].append(_measure_row(source, measure))
    other = OTHER if len(parts[None]) < len(source.measures) else ""
    for finding_class, rows in parts.items():
        if rows:
            yield MeasurePart(f"ประเด็นที่{_class_words(finding_class)}" if finding_class else other, tuple(rows))


def _class_of(source: PaperSource, measure: Measure) -> FindingClass | None:
    answered = [finding.finding_class for finding in source.findings if finding.id in measure.finding_ids]
    order = list(FindingClass)
    return min(answered, key=order.index) if answered else classes(source).get(measure.indicator_code)


def _measure_row(source: PaperSource, measure: Measure) -> PlanRow:
    short = wording.short_measure_point(source, measure).text
    row = wording.plan_row(source, measure)
    return replace(row, actions=() if measure.title else (short,))
