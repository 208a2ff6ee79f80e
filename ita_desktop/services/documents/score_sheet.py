"""What the score sheet says: total, level and why, ten indicators against last year, and the way upward."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.explanation import level_reason, raise_sentence, step_sentence
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.framework_map import indicator_before
from ita_desktop.domain.measure import Target
from ita_desktop.domain.paper import DocumentKind, NumberedText, PaperSize
from ita_desktop.domain.score_documents import ScoreGroup, ScoreResult, ScoreRow, ScoreSheetDocument
from ita_desktop.domain.scoring import Origin, Outcome, outcome
from ita_desktop.domain.terms import ASSESSMENT_NAME
from ita_desktop.domain.trend import change_between, change_words
from ita_desktop.services.documents import wording
from ita_desktop.services.documents.source import PaperSource

MOST_WORTHWHILE = 3
"""How many indicators the sheet names as moving the total most."""


def score_sheet(source: PaperSource, size: PaperSize = PaperSize.A4) -> ScoreSheetDocument:
    """The sheet about the result year, beside the year before it."""
    year, office = source.result_year, source.office.long_name
    title, short = f"ผลการประเมิน ITA {wording.fiscal(year)} {office}", f"ผลการประเมิน ITA {year}"
    result = score_result(source)
    short_title = short if size is PaperSize.A4 else f"{short} ({size.words})"
    return ScoreSheetDocument(
        meta=wording.meta(source, DocumentKind.SCORE_SHEET, title, short_title),
        office=office,
        title_lines=(f"ผล{ASSESSMENT_NAME} (ITA)", f"ประจำ{wording.fiscal(year)}"),
        result=result if size is PaperSize.A4 else known_only(result),
        remarks=tuple(_remarks(source, source.outcome, outcome_before(source))),
        logo=source.office.logo,
        size=size,
    )


def score_result(source: PaperSource) -> ScoreResult:
    """The scores of the result year beside the year before it, level and reason included."""
    found, before = source.outcome, outcome_before(source)
    year = source.result_year
    total, total_before = (each.total.value if each.total else None for each in (found, before))
    return ScoreResult(
        total_heading="คะแนนรวม",
        total=score_row("คะแนนรวม", total, total_before),
        level_heading="ระดับผลการประเมิน",
        level=found.level_name,
        reason=_reason(found),
        announced=_announced(source, found),
        columns=("เครื่องมือและตัวชี้วัด", f"ปี {year}", f"ปี {year - 1}", "เปลี่ยนแปลง"),
        groups=tuple(_groups(source, found, before)),
        chart_title="คะแนนรายตัวชี้วัด",
        year_label=f"ปี {year}",
        previous_label=f"ปี {year - 1}",
        pass_mark=source.framework.pass_mark,
        pass_mark_label=f"เกณฑ์ผ่าน {source.framework.pass_mark.normalize():f} คะแนน",
    )


def known_only(result: ScoreResult) -> ScoreResult:
    """The result without the rows, and the columns of the year before, in which no score is known."""
    groups = tuple(
        replace(group, indicators=tuple(row for row in group.indicators if row.is_known)) for group in result.groups
    )
    shown = tuple(group for group in groups if group.instrument.is_known or group.indicators)
    rows = (result.total, *(group.instrument for group in shown), *(row for group in shown for row in group.indicators))
    columns = result.columns if any(row.previous is not None for row in rows) else result.columns[:2]
    return replace(result, groups=shown, columns=columns)


def outcome_before(source: PaperSource) -> Outcome:
    """What followed from the scores of the year before the result year."""
    year = source.result_year - 1
    return outcome(source.frameworks.of(year), source.assessment_of(year))


def _reason(found: Outcome) -> str:
    """Why the level is so, only where the rules say it and the announced level agrees."""
    if found.level is None or found.level_name != found.level.name or found.level_contradicts:
        return ""
    return level_reason(found)


def _announced(source: PaperSource, found: Outcome) -> str:
    day = wording.announced_on(source)
    if day:
        return f"ประกาศโดยสำนักงาน ป.ป.ช. เมื่อวันที่ {day}"
    if found.total and found.total.origin is Origin.COMPUTED:
        return "คะแนนรวมคำนวณจากคะแนนรายตัวชี้วัด"
    return ""


def _groups(source: PaperSource, found: Outcome, before: Outcome) -> Iterator[ScoreGroup]:
    now, then = source.assessment.indicators, source.assessment_of(source.result_year - 1).indicators
    older = source.frameworks.of(source.result_year - 1)
    for instrument in source.framework.weights:
        label = f"{instrument} {instrument.thai_name}"
        own, previous = _shown(found, instrument), _shown(before, instrument)
        yield ScoreGroup(
            score_row(label, own, previous),
            tuple(
                score_row(indicator.label, now.get(indicator.code), then.get(old.code) if old else None)
                for indicator in source.framework.indicators_of(instrument)
                for old in [indicator_before(source.framework, older, indicator.code)]
            ),
        )


def _shown(found: Outcome, instrument: Instrument) -> Decimal | None:
    return found.instruments[instrument].value if instrument in found.instruments else None


def score_row(label: str, score: Decimal | None, previous: Decimal | None) -> ScoreRow:
    """A score beside the one before, with the change in arrow and word."""
    change = change_words(change_between(score, previous))
    return ScoreRow(label, score, previous, format_score(score), format_score(previous), change)


def _remarks(source: PaperSource, found: Outcome, before: Outcome) -> Iterator[NumberedText]:
    if before.level_name:
        total = f"คะแนนรวม {format_score(before.total.value)} " if before.total else ""
        yield NumberedText("", f"{total}ระดับ{_quoted(before.level_name)}", lead=f"ปี {source.result_year - 1}")
    way_up = _way_up(found)
    if way_up and found.level and found.level_name == found.level.name:
        yield NumberedText("", way_up, lead="หากจะเลื่อนระดับ")
    worthwhile = _worthwhile(found)
    if worthwhile:
        yield NumberedText("", worthwhile, lead="ตัวชี้วัดที่ควรพัฒนาก่อน")
    aim = _aim(source, source.plan.target)
    if aim:
        yield NumberedText("", aim, lead=f"เป้าหมาย{wording.fiscal(source.plan_year)}")


def _quoted(level: str) -> str:
    return f" “{level}”"


def _way_up(found: Outcome) -> str:
    """What the next level asks; only what the known scores prove when some are missing."""
    above = found.next_level
    if above is None:
        return ""
    if found.steps:
        sentence = step_sentence(found.steps[-1])
    else:
        gaps = (
            f"{i} อีก {format_score(above.instrument_min - found.instruments[i].value)} คะแนน"
            for i in found.holding_back
        )
        sentence = f"ขึ้นระดับ{above.name}: อย่างน้อยต้องเพิ่ม {wording.listed(tuple(gaps))}" if found.holding_back else ""
    if len(found.holding_back) == 1:
        sentence += f" ({raise_sentence(found, found.holding_back[0], above.instrument_min)})"
    return sentence


def _worthwhile(found: Outcome) -> str:
    """The indicators whose rise moves the total most, those below the pass mark alone where there are any."""
    weak = [point for point in found.weak if point.below_pass] or found.weak
    return wording.listed([point.indicator.label for point in weak[:MOST_WORTHWHILE]])


def _aim(source: PaperSource, target: Target) -> str:
    level = source.frameworks.of(source.plan_year).level_named(target.level)
    parts = [f"คะแนนรวมไม่น้อยกว่า {format_score(target.total)} คะแนน"] if target.total is not None else []
    parts += [f"ระดับ{_quoted(level.name)}"] if level else []
    instruments = " ".join(f"{i} {format_score(target.instruments[i])}" for i in Instrument if i in target.instruments)
    parts += [f"({instruments})"] if parts and instruments else [instruments] if instruments else []
    return " ".join(parts)
