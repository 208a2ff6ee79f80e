"""What is missing or doubtful about the measures of a plan, each remark at its field (ita.md 10.2 rule 7)."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ita_desktop.domain.assessment import Assessment, format_score
from ita_desktop.domain.finding import Finding
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.period import why_unread
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.clean import shortened
from ita_desktop.thai.digits import to_arabic

Remarks = Mapping[int, tuple[Remark, ...]]
"""The remarks of each measure by its id, warnings first; `NEW` holds those of no measure."""

_MOST_NAMED = 3
_COLLECTIVE = re.compile(
    r"(?:สำนัก/กอง|ทุก(?:ส่วน|สำนัก|กอง|หน่วย|ฝ่าย|งาน|คน)|(?:พนักงาน|เจ้าหน้าที่|บุคลากร)ทุก|(?:ส่วนราชการ|ผู้)ที่?เกี่ยวข้อง).*"
)
_NO_WORDS = re.compile(r"[\s.,:;()\-–•]+")


def check_measures(
    plan_year: FiscalYear,
    measures: Sequence[Measure],
    framework: Framework,
    assessment: Assessment | None,
    findings: Sequence[Finding] = (),
) -> Iterator[Remark]:
    """All remarks on one plan, measure by measure; the weak indicators that no measure answers come last."""
    found = remarks_by_measure(plan_year, measures, framework, assessment, findings)
    for measure in measures:
        yield from found.get(measure.id, ())
    yield from found.get(NEW, ())


def remarks_by_measure(
    plan_year: FiscalYear,
    measures: Sequence[Measure],
    framework: Framework,
    assessment: Assessment | None,
    findings: Sequence[Finding] = (),
) -> Remarks:
    """The remarks on stored measures, given in the order in which the table numbers them.

    `findings` are those of the result year: where no measure answers one, its indicator's measures are asked to.
    """
    return PlanRemarks(plan_year, framework, assessment, findings).of(measures)


class PlanRemarks:
    """Keeps what was found about each measure, so that after an edit only the replaced measures are checked again."""

    def __init__(
        self,
        plan_year: FiscalYear,
        framework: Framework,
        assessment: Assessment | None,
        findings: Sequence[Finding] = (),
    ) -> None:
        self._plan_year = plan_year
        self._framework = framework
        self._assessment = assessment
        self._findings = tuple(findings)
        self._texts: dict[int, tuple[Measure, str]] = {}
        self._gaps: dict[int, tuple[Measure, tuple[Remark, ...]]] = {}

    def of(self, measures: Sequence[Measure]) -> Remarks:
        """The remarks as `remarks_by_measure` gives them; those of a measure are worked out when they are asked for."""
        self._texts = {measure.id: self._text(measure) for measure in measures}
        shared = _SharedTexts(measures, [text for _, text in self._texts.values()])
        unanswered = tuple(_unanswered(self._plan_year, measures, self._framework, self._assessment))
        linked = {id_ for measure in measures for id_ in measure.finding_ids}
        open_codes = frozenset(finding.indicator_code for finding in self._findings if finding.id not in linked)
        return _RemarksByMeasure(measures, self._gaps_of, shared, open_codes, unanswered)

    def _text(self, measure: Measure) -> tuple[Measure, str]:
        kept = self._texts.get(measure.id)
        return kept if kept and kept[0] is measure else (measure, _compared(measure.text))

    def _gaps_of(self, measure: Measure) -> tuple[Remark, ...]:
        kept = self._gaps.get(measure.id)
        if kept is None or kept[0] is not measure:
            kept = self._gaps[measure.id] = (measure, tuple(check_measure(measure)))
        return kept[1]


class _SharedTexts:
    """Which measures share one text: for different indicators as rows 2 and 3 of seed 002, or typed twice."""

    def __init__(self, measures: Sequence[Measure], texts: Sequence[str]) -> None:
        self._measures = measures
        self._texts = texts
        self._places: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for place, (measure, text) in enumerate(zip(measures, texts, strict=True)):
            if text:
                self._places[text].setdefault(measure.indicator_code, []).append(place)

    def remarks(self, place: int) -> Iterator[Remark]:
        """The remark on the measure at this place of the table, if it shares its text."""
        measure = self._measures[place]
        by_code = self._places.get(self._texts[place], {})
        others = sorted(places[0] for code, places in by_code.items() if code != measure.indicator_code)
        twins = by_code.get(measure.indicator_code, [])
        if others:
            named = " ".join(_named(other, self._measures[other]) for other in others[:_MOST_NAMED])
            more = f" และอีก {len(others) - _MOST_NAMED} ตัวชี้วัด" if len(others) > _MOST_NAMED else ""
            sentence = f"ใช้ข้อความเดียวกับลำดับที่ {named}{more} ควรเขียนให้ตรงกับตัวชี้วัดแต่ละข้อ"
            yield _about(measure, "actions", sentence)
        elif len(twins) > 1:
            twin = twins[1] if twins[0] == place else twins[0]
            sentence = f"มีข้อความซ้ำกับลำดับที่ {twin + 1} ลบรายการที่เกินหรือเขียนให้ต่างกัน"
            yield _about(measure, "actions", sentence, Severity.HINT)


class _RemarksByMeasure(Mapping[int, tuple[Remark, ...]]):
    """Answers for one measure at once; counting or walking over all of them works all of them out."""

    def __init__(
        self,
        measures: Sequence[Measure],
        gaps: Callable[[Measure], tuple[Remark, ...]],
        shared: _SharedTexts,
        open_codes: frozenset[str],
        unanswered: tuple[Remark, ...],
    ) -> None:
        self._measures = measures
        self._gaps = gaps
        self._shared = shared
        self._open_codes = open_codes
        self._unanswered = unanswered
        self._places = {measure.id: place for place, measure in enumerate(measures)}

    def __getitem__(self, id_: int) -> tuple[Remark, ...]:
        remarks = self._unanswered if id_ == NEW else self._of(self._places[id_])
        if not remarks:
            raise KeyError(id_)
        return remarks

    def __iter__(self) -> Iterator[int]:
        yield from (measure.id for place, measure in enumerate(self._measures) if self._of(place))
        if self._unanswered:
            yield NEW

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, place: int) -> tuple[Remark, ...]:
        measure = self._measures[place]
        found = [*self._gaps(measure), *self._shared.remarks(place)]
        if not measure.finding_ids and measure.indicator_code in self._open_codes:
            sentence = "ยังไม่ได้เลือกประเด็นจากการวิเคราะห์ ทั้งที่ตัวชี้วัดนี้มีประเด็นที่ยังไม่มีมาตรการ"
            found.append(_about(measure, "finding_ids", sentence, Severity.HINT))
        return tuple(sorted(found, key=lambda remark: remark.severity is Severity.HINT))


def check_measure(measure: Measure) -> Iterator[Remark]:
    """The gaps of one measure by itself."""
    if not measure.text:
        yield _about(measure, "actions", "ยังไม่ได้กรอกแนวทาง")
    if not measure.indicator_code:
        yield _about(measure, "indicator_code", "ยังไม่ได้เลือกตัวชี้วัด")
    yield from _check_owner(measure)
    yield from _check_period(measure)
    if not measure.monitoring:
        yield _about(measure, "monitoring", "ยังไม่มีวิธีกำกับติดตาม", Severity.HINT)


def _check_owner(measure: Measure) -> Iterator[Remark]:
    remark = partial(_about, measure, "division_ids")
    person = "" if _COLLECTIVE.fullmatch(measure.owner.strip()) else measure.owner.strip()
    if measure.division_ids or (measure.all_divisions and person):
        return
    if measure.all_divisions:
        yield remark("ระบุเพียง “ทุกส่วนราชการ” ควรมีผู้รับผิดชอบหลัก", Severity.HINT)
    elif person:
        yield remark("ยังไม่ได้เลือกส่วนราชการที่รับผิดชอบ มีเพียงชื่อผู้รับผิดชอบ", Severity.HINT)
    elif measure.owner.strip():
        yield remark(f"ระบุเพียง “{shortened(measure.owner.strip(), 30)}” ควรเลือกส่วนราชการที่รับผิดชอบหลัก")
    else:
        yield remark("ยังไม่มีส่วนราชการที่รับผิดชอบ")


def _check_period(measure: Measure) -> Iterator[Remark]:
    period = measure.period
    if period.is_read and not period.lies_in(measure.plan_year):
        yield _about(measure, "period", f"มีระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. {measure.plan_year}")
    elif not period.is_read and not period.text:
        yield _about(measure, "period", "ยังไม่ได้กรอกระยะเวลา")
    elif not period.is_read:
        advice = why_unread(period.text, measure.plan_year) or "พิมพ์ระยะเวลาอีกครั้ง"
        sentence = f"มีระยะเวลาที่โปรแกรมอ่านไม่ได้: “{shortened(period.text, 40)}” {advice}"
        yield _about(measure, "period", sentence, short=advice)


def _named(place: int, measure: Measure) -> str:
    code = measure.indicator_code
    return f"{place + 1} (ตัวชี้วัดที่ {code})" if code else f"{place + 1} (ยังไม่ได้เลือกตัวชี้วัด)"


def _unanswered(
    plan_year: FiscalYear, measures: Sequence[Measure], framework: Framework, assessment: Assessment | None
) -> Iterator[Remark]:
    answered = {measure.indicator_code for measure in measures}
    for indicator in framework.indicators if assessment else ():
        score = assessment.indicators.get(indicator.code) if assessment else None
        if score is not None and score < framework.pass_mark and indicator.code not in answered:
            below = f"ได้ {format_score(score)} ต่ำกว่า {framework.pass_mark:f} แต่ยังไม่มีมาตรการ"
            sentence = f"ตัวชี้วัดที่ {indicator.label} {below}"
            yield Remark(Severity.WARNING, Topic.MEASURES, sentence, plan_year, field=indicator.code, short=below)


def _about(
    measure: Measure, field: str, sentence: str, severity: Severity = Severity.WARNING, short: str = ""
) -> Remark:
    name = shortened(measure.title or next(iter(measure.actions), "") or "(ยังไม่มีข้อความ)", 50)
    whole = f"มาตรการ “{name}” {sentence}"
    return Remark(severity, Topic.MEASURES, whole, measure.plan_year, measure.id, field, short or sentence)


def _compared(text: str) -> str:
    """What makes two texts the same: spaces, signs and the kind of digits do not part them."""
    return _NO_WORDS.sub("", to_arabic(text)) if text else ""
