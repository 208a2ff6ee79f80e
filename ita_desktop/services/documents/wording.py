"""Words that several papers share; digits stay Arabic until the paper is finished."""

from collections.abc import Sequence

from ita_desktop.domain.assessment import format_score
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.paper import DocumentKind, NumberedText, PaperMeta, PlanRow, SignatureBlock
from ita_desktop.domain.period import format_period
from ita_desktop.domain.scoring import Origin
from ita_desktop.domain.terms import ASSESSMENT_FULL_NAME, ASSESSMENT_NAME, FISCAL_YEAR
from ita_desktop.domain.texts import fill
from ita_desktop.services.documents.source import PaperSource
from ita_desktop.thai.dates import format_date

COLUMNS = ("ตัวชี้วัด", "แนวทาง/มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ")
"""Heads of the measures table."""
UNOWNED = "ยังไม่ระบุส่วนราชการ"
"""Stands where no division answers for a measure."""
DEVELOPMENT = "การพัฒนาองค์กรที่เกี่ยวข้องกับการประเมิน ITA"
BLANK_NAME = "." * 60
SHORT = 90
"""Characters of a shortened sentence."""
ELLIPSIS = " …"


def meta(source: PaperSource, kind: DocumentKind, title: str, short_title: str) -> PaperMeta:
    """What the paper says of itself."""
    return PaperMeta(
        kind,
        title,
        short_title,
        f"{ASSESSMENT_NAME} (ITA)",
        source.office.long_name,
        source.office.numerals,
        source.plan_year,
    )


def fiscal(year: FiscalYear) -> str:
    """`ปีงบประมาณ พ.ศ. 2569`."""
    return f"{FISCAL_YEAR} {year}"


def reference(source: PaperSource, item: str, year: FiscalYear | None = None) -> str:
    """The line that names the OIT item the paper answers, asked for in `year` (the plan's own), or empty."""
    return f"เอกสารประกอบการตอบ{item} ประจำ{fiscal(year or source.plan_year)}" if item else ""


def standard(source: PaperSource, text: str, **more: str) -> str:
    """A standard wording filled with the office's names and the years."""
    places = {
        "office": source.office.long_name,
        "place": source.office.place,
        "plan_year": str(source.plan_year),
        "result_year": str(source.result_year),
        "assessment": ASSESSMENT_NAME,
        "assessment_full": ASSESSMENT_FULL_NAME,
        "pass_mark": f"{source.framework.pass_mark.normalize():f}",
    }
    return fill(text, places | more)


def listed(parts: Sequence[str]) -> str:
    """`ก`, `ก และข`, `ก ข และค`; a space parts และ from a Latin word or a number only."""
    if len(parts) < 2:
        return "".join(parts)
    gap = " " if parts[-1][:1].isascii() else ""
    return f"{' '.join(parts[:-1])} และ{gap}{parts[-1]}"


def announced_on(source: PaperSource) -> str:
    """The day the result was announced; empty when unknown or before that year's results could be out."""
    day = source.assessment.announced_on
    known = day is not None and day >= source.result_year.quarter(4)[0].first_day
    return format_date(day) if day and known else ""


def result_opening(source: PaperSource) -> str:
    """Names the result and the office that it speaks of, with the day of its announcement when known."""
    day = announced_on(source)
    if day:
        return standard(source, source.texts.announcement, announced_on=day)
    return standard(source, source.texts.without_announcement)


def score_clause(source: PaperSource) -> str:
    """Total, level and instruments as far as they are certain, e.g. `มีคะแนนรวม 86.85 คะแนน …`; else empty."""
    found = source.outcome
    parts: list[str] = []
    if found.total is not None:
        computed = "ที่คำนวณจากคะแนนรายตัวชี้วัด" if found.total.origin is Origin.COMPUTED else ""
        parts.append(f"มีคะแนนรวม{computed} {format_score(found.total.value)} คะแนน")
    if found.level_name:
        parts.append(f"{'' if parts else 'มีผลการประเมิน'}อยู่ในระดับ “{found.level_name}”")
    parts += _instruments_clause(source)
    return " ".join(parts)


def _instruments_clause(source: PaperSource) -> list[str]:
    known = source.outcome.instruments
    shown = [i for i in Instrument if i in known and known[i].origin is not Origin.BACK_SOLVED]
    if not shown:
        return []
    scores = [f"{i} {format_score(known[i].value)} คะแนน" for i in shown]
    if len(scores) == 1:
        return [f"โดยคะแนน {scores[0]}"]
    return [f"โดยมีคะแนนรายเครื่องมือ ได้แก่ {listed(scores)}"]


def holding_clause(source: PaperSource) -> str:
    """What keeps the office from the next level, or empty where nothing certain can be said."""
    found = source.outcome
    above = found.next_level
    if above is None or not found.holding_back or found.level_name != (found.level.name if found.level else ""):
        return ""
    mark = f"{above.instrument_min.normalize():f}"
    return f"ทั้งนี้ คะแนน {listed(found.holding_back)} ต่ำกว่า {mark} คะแนน จึงยังไม่ถึงระดับ{above.name}"


def weak_indicators(source: PaperSource) -> str:
    """The indicators below the pass mark with their scores in their order, as one sentence; empty when none is."""
    weak = {point.indicator.code: point for point in source.outcome.weak if point.below_pass}
    names = [
        f"{indicator.name} ({format_score(weak[indicator.code].score)} คะแนน)"
        for indicator in source.framework.indicators
        if indicator.code in weak
    ]
    return standard(source, source.texts.weak_indicators, indicators=listed(names)) if names else ""


def indicator_label(source: PaperSource, code: str) -> str:
    """`9. การเปิดเผยข้อมูล` in the result year's own words; empty while undecided."""
    labels = {indicator.code: indicator.label for indicator in source.framework.indicators}
    return labels.get(code, code)


def indicator_name(source: PaperSource, code: str) -> str:
    """`การเปิดเผยข้อมูล`; empty for a code that the result year does not know."""
    return next((indicator.name for indicator in source.framework.indicators if indicator.code == code), "")


def plan_row(source: PaperSource, measure: Measure) -> PlanRow:
    """The measure as a row of the measures table."""
    return PlanRow(
        indicator_label(source, measure.indicator_code),
        measure.actions,
        source.responsible(measure),
        format_period(measure.period),
        measure.title,
    )


def measure_point(source: PaperSource, measure: Measure, number: str = "") -> NumberedText:
    """The measure in one paragraph: title, else indicator of several actions; actions; who and when in brackets."""
    several = len(measure.actions) > 1
    actions = [f"({n}) {action}" for n, action in enumerate(measure.actions, start=1)] if several else measure.actions
    responsible, period = listed(source.responsible(measure)), format_period(measure.period)
    known = (f"ผู้รับผิดชอบ: {responsible}" if responsible else "", f"ระยะเวลา: {period}" if period else "")
    note = " ".join(part for part in known if part)
    lead = measure.title or (indicator_name(source, measure.indicator_code) if several else "")
    return NumberedText(number, " ".join([*actions, f"({note})"] if note else actions), lead)


def short_measure_point(source: PaperSource, measure: Measure, number: str = "") -> NumberedText:
    """The measure in one short sentence, its first action, behind its title or indicator."""
    first = _shortened(measure.actions[0]) if measure.actions else ""
    return NumberedText(number, first, measure.title or indicator_name(source, measure.indicator_code))


def _shortened(text: str) -> str:
    """At most so many characters, ending where the writer left a space; whole where there is none."""
    end = text.rfind(" ", SHORT // 2, SHORT + 1) if len(text) > SHORT else -1
    return text if end < 0 else f"{text[:end]}{ELLIPSIS}"


def signature(person: Signatory, role: str = "") -> SignatureBlock:
    """Room for a signature over the name in brackets, the post and the post stood in for."""
    name = f"({person.name})" if person.name else f"({BLANK_NAME})"
    return SignatureBlock(tuple(line for line in (name, person.post, person.acting) if line), role)
