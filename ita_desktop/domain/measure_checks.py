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
from ita_desktop.domain.measure_remark import about
from ita_desktop.domain.period import why_unread
from ita_desktop.domain.proposal import text_key
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.clean import shortened

Remarks = Mapping[int, tuple[Remark, ...]]
"""The remarks of each measure by its id, warnings first; `NEW` holds those of no measure."""

_MOST_NAMED = 3
_NO_DIVISION = "ยังไม่เลือกส่วนราชการ"
_COLLECTIVE = re.compile(
    r"(?:สำนัก/กอง|ทุก(?:ส่วน|สำนัก|กอง|หน่วย|ฝ่าย|งาน|คน)|(?:พนักงาน|เจ้าหน้าที่|บุคลากร)ทุก|(?:ส่วนราชการ|ผู้)ที่?เกี่ยวข้อง).*"
)


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
        self._shared = _SharedTexts()
        self._gaps: dict[int, tuple[Measure, tuple[Remark, ...]]] = {}

    def of(self, measures: Sequence[Measure]) -> Remarks:
        """The remarks as `remarks_by_measure` gives them; those of a measure are worked out when they are asked for."""
        remarks = self.take(measures)
        while self.compare(len(measures)):
            pass
        return remarks

    def take(self, measures: Sequence[Measure]) -> Remarks:
        """As `of`, with nothing said yet of texts that measures share, new and changed ones, until `compare` has ended.

        The remarks are right until the next measures are taken.
        """
        self._shared.take(measures)
        unanswered = tuple(_unanswered(self._plan_year, measures, self._framework, self._assessment))
        linked = {id_ for measure in measures for id_ in measure.finding_ids} if self._findings else set()
        open_codes = frozenset(finding.indicator_code for finding in self._findings if finding.id not in linked)
        return _RemarksByMeasure(measures, self._gaps_of, self._shared, open_codes, unanswered)

    @property
    def uncompared(self) -> int:
        """How many measures have not been compared with the others yet."""
        return self._shared.uncompared

    def compare(self, some: int) -> bool:
        """Compare the texts of so many more measures with those of the others; False when none is left."""
        return self._shared.compare(some)

    def _gaps_of(self, measure: Measure) -> tuple[Remark, ...]:
        kept = self._gaps.get(measure.id)
        if kept is None or kept[0] is not measure:
            kept = self._gaps[measure.id] = (measure, tuple(check_measure(measure)))
        return kept[1]


class _SharedTexts:
    """Which measures share one text: for different indicators as rows 2 and 3 of seed 002, or typed twice.

    Only replaced measures are compared anew, and of those only the ones that say something else now.
    """

    def __init__(self) -> None:
        self._measures: Sequence[Measure] = ()
        self._by_id: dict[int, Measure] = {}
        self._texts: dict[int, str] = {}
        self._with_text: defaultdict[str, set[int]] = defaultdict(set)
        self._waiting: list[int] = []
        self._places: dict[int, int] | None = None
        self._places_by_code: dict[str, Mapping[str, Sequence[int]]] = {}

    def take(self, measures: Sequence[Measure]) -> None:
        """These are the measures now, in the order of the table."""
        before, now = self._by_id, {measure.id: measure for measure in measures}
        for id_ in [id_ for id_, measure in before.items() if now.get(id_) is not measure]:
            if id_ not in now or not _says_the_same(before[id_], now[id_]):
                self._forget(id_)
        self._measures, self._by_id = measures, now
        self._waiting = [id_ for id_ in now if id_ not in self._texts]
        self._places = None
        self._places_by_code.clear()

    @property
    def by_id(self) -> Mapping[int, Measure]:
        """The measures by their ids."""
        return self._by_id

    @property
    def uncompared(self) -> int:
        """How many measures have not been compared yet."""
        return len(self._waiting)

    def compare(self, some: int) -> bool:
        """Take in the texts of so many more measures; whether any is left."""
        self._places_by_code.clear()
        for _ in range(min(some, len(self._waiting))):
            id_ = self._waiting.pop()
            text = self._texts[id_] = text_key(self._by_id[id_].text)
            if text:
                self._with_text[text].add(id_)
        return bool(self._waiting)

    def remarks(self, measure: Measure) -> Iterator[Remark]:
        """The remark on the measure, if it shares its text."""
        text = self._texts.get(measure.id, "")
        if len(self._with_text.get(text, ())) < 2:
            return
        by_code = self._places_of(text)
        others = sorted(places[0] for code, places in by_code.items() if code != measure.indicator_code)
        twins = by_code.get(measure.indicator_code, ())
        if others:
            named = " ".join(_named(other, self._measures[other]) for other in others[:_MOST_NAMED])
            more = f" และอีก {len(others) - _MOST_NAMED} ตัวชี้วัด" if len(others) > _MOST_NAMED else ""
            sentence = f"ใช้ข้อความเดียวกับลำดับที่ {named}{more} ควรเขียนให้ตรงกับตัวชี้วัดแต่ละข้อ"
            yield about(measure, "actions", sentence)
        elif len(twins) > 1:
            twin = twins[1] if self._measures[twins[0]].id == measure.id else twins[0]
            sentence = f"มีข้อความซ้ำกับลำดับที่ {twin + 1} ลบรายการที่เกินหรือเขียนให้ต่างกัน"
            yield about(measure, "actions", sentence, Severity.HINT)

    def _forget(self, id_: int) -> None:
        text = self._texts.pop(id_, "")
        if text:
            sharing = self._with_text[text]
            sharing.discard(id_)
            if not sharing:
                del self._with_text[text]

    def _places_of(self, text: str) -> Mapping[str, Sequence[int]]:
        """Where measures with that text stand in the table, from the top, by indicator."""
        known = self._places_by_code.get(text)
        if known is not None:
            return known
        if self._places is None:
            self._places = {id_: place for place, id_ in enumerate(self._by_id)}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place in sorted(self._places[id_] for id_ in self._with_text[text]):
            found[self._measures[place].indicator_code].append(place)
        self._places_by_code[text] = found
        return found


def _says_the_same(one: Measure, other: Measure) -> bool:
    return one.title == other.title and one.actions == other.actions


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
        self._by_id = shared.by_id

    def __getitem__(self, id_: int) -> tuple[Remark, ...]:
        remarks = self._unanswered if id_ == NEW else self._of(self._by_id[id_])
        if not remarks:
            raise KeyError(id_)
        return remarks

    def __iter__(self) -> Iterator[int]:
        yield from (measure.id for measure in self._measures if self._of(measure))
        if self._unanswered:
            yield NEW

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, measure: Measure) -> tuple[Remark, ...]:
        found = [*self._gaps(measure), *self._shared.remarks(measure)]
        if not measure.finding_ids and measure.indicator_code in self._open_codes:
            sentence = "ยังไม่ได้เลือกประเด็นจากการวิเคราะห์ ทั้งที่ตัวชี้วัดนี้มีประเด็นที่ยังไม่มีมาตรการ"
            found.append(about(measure, "finding_ids", sentence, Severity.HINT, brief="ยังไม่ได้โยงกับประเด็น"))
        return tuple(sorted(found, key=lambda remark: remark.severity is Severity.HINT))


def check_measure(measure: Measure) -> Iterator[Remark]:
    """The gaps of one measure by itself."""
    if not measure.text:
        yield about(measure, "actions", "ยังไม่ได้กรอกแนวทาง")
    if not measure.indicator_code:
        yield about(measure, "indicator_code", "ยังไม่ได้เลือกตัวชี้วัด", brief="ยังไม่ได้เลือก")
    yield from _check_owner(measure)
    yield from _check_period(measure)
    if not measure.monitoring:
        yield about(measure, "monitoring", "ยังไม่มีวิธีกำกับติดตาม", Severity.HINT, brief="ยังไม่มี")


def _check_owner(measure: Measure) -> Iterator[Remark]:
    remark = partial(about, measure, "division_ids")
    person = "" if _COLLECTIVE.fullmatch(measure.owner.strip()) else measure.owner.strip()
    if measure.division_ids or (measure.all_divisions and person):
        return
    if measure.all_divisions:
        yield remark("ระบุเพียง “ทุกส่วนราชการ” ควรมีผู้รับผิดชอบหลัก", Severity.HINT, brief="ควรมีผู้รับผิดชอบหลัก")
    elif person:
        sentence = "ยังไม่ได้เลือกส่วนราชการที่รับผิดชอบ มีเพียงชื่อผู้รับผิดชอบ"
        yield remark(sentence, Severity.HINT, brief=_NO_DIVISION)
    elif measure.owner.strip():
        sentence = f"ระบุเพียง “{shortened(measure.owner.strip(), 30)}” ควรเลือกส่วนราชการที่รับผิดชอบหลัก"
        yield remark(sentence, brief=_NO_DIVISION)
    else:
        yield remark("ยังไม่มีส่วนราชการที่รับผิดชอบ", brief="ยังไม่ได้เลือก")


def _check_period(measure: Measure) -> Iterator[Remark]:
    period = measure.period
    if period.is_read and not period.lies_in(measure.plan_year):
        sentence = f"มีระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. {measure.plan_year}"
        yield about(measure, "period", sentence, brief="อยู่นอกปีงบประมาณ")
    elif not period.is_read and not period.text:
        yield about(measure, "period", "ยังไม่ได้กรอกระยะเวลา", brief="ยังไม่ได้กรอก")
    elif not period.is_read:
        advice = why_unread(period.text, measure.plan_year) or "พิมพ์ระยะเวลาอีกครั้ง"
        sentence = f"มีระยะเวลาที่โปรแกรมอ่านไม่ได้: “{shortened(period.text, 40)}” {advice}"
        yield about(measure, "period", sentence, short=advice, brief="อ่านไม่ได้")


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
