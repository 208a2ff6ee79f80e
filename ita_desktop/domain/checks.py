"""What a careful colleague would remark before a paper is printed: contradictions and gaps, in Thai sentences."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.assessment_checks import check_assessment
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting_checks import check_meetings
from ita_desktop.domain.office import Office
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.clean import shortened


def check_record(record: OfficeRecord, frameworks: Frameworks, today: date) -> list[Remark]:
    """All remarks on the whole record, errors first."""
    remarks = list(check_office(record.office))
    by_year = {assessment.year: assessment for assessment in record.assessments}
    for assessment in record.assessments:
        remarks += check_assessment(assessment, frameworks.of(assessment.year), today)
    years = record.plan_years()
    for year in years:
        measures = [measure for measure in record.measures if measure.plan_year == year]
        meetings = [meeting for meeting in record.meetings if meeting.plan_year == year]
        # An older year known only by its scores was never planned here: nothing can be mended in it.
        if measures or meetings or year == years[-1]:
            remarks += check_measures(year, measures, frameworks.of(year - 1), by_year.get(year - 1))
        remarks += check_meetings(meetings, record.committees, record.office.meeting_numbering)
    order = list(Severity)
    return sorted(remarks, key=lambda remark: order.index(remark.severity))


def check_office(office: Office) -> Iterator[Remark]:
    """What the papers still need of the office."""
    if not office.district or not office.province:
        yield Remark(
            Severity.HINT, Topic.OFFICE, "ยังไม่ได้กรอกอำเภอหรือจังหวัด เปิด “ข้อมูลหน่วยงาน” เพื่อกรอกให้ครบ", field="district"
        )
    if not office.phone:
        yield Remark(Severity.HINT, Topic.OFFICE, "ยังไม่ได้กรอกหมายเลขโทรศัพท์ ข่าวประชาสัมพันธ์จะไม่มีช่องทางติดต่อ", field="phone")


def check_measures(
    plan_year: FiscalYear, measures: list[Measure], framework: Framework, assessment: Assessment | None
) -> Iterator[Remark]:
    """Gaps in each measure, shared texts, and weak indicators that no measure answers (ita.md 10.2 rule 7)."""
    for measure in measures:
        yield from _check_measure(measure)
    yield from _shared_texts(measures)
    covered = {measure.indicator_code for measure in measures}
    scores: Mapping[str, Decimal] = assessment.indicators if assessment else {}
    for indicator in framework.indicators:
        score = scores.get(indicator.code)
        if score is not None and score < framework.pass_mark and indicator.code not in covered:
            yield Remark(
                Severity.WARNING,
                Topic.MEASURES,
                f"ตัวชี้วัดที่ {indicator.label} ได้ {score} ต่ำกว่า {framework.pass_mark:f} แต่ยังไม่มีมาตรการ",
                plan_year,
                field=indicator.code,
            )


def _check_measure(measure: Measure) -> Iterator[Remark]:
    name = shortened(measure.title or next(iter(measure.actions), "") or "(ยังไม่มีข้อความ)", 50)

    def remark(field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
        return Remark(severity, Topic.MEASURES, f"มาตรการ “{name}” {sentence}", measure.plan_year, measure.id, field)

    if not measure.text:
        yield remark("actions", "ยังไม่ได้กรอกแนวทาง")
    if not measure.indicator_code:
        yield remark("indicator_code", "ยังไม่ได้เลือกตัวชี้วัด")
    if not measure.division_ids and not measure.all_divisions:
        yield remark("division_ids", "ยังไม่มีส่วนราชการที่รับผิดชอบ")
    elif measure.all_divisions and not measure.division_ids and not measure.owner:
        yield remark("division_ids", "ระบุเพียง “ทุกส่วนราชการ” ควรมีผู้รับผิดชอบหลัก", Severity.HINT)
    if not measure.period.text and not measure.period.is_read:
        yield remark("period", "ยังไม่ได้กรอกระยะเวลา")
    elif not measure.period.is_read:
        yield remark("period", f"มีระยะเวลาที่โปรแกรมอ่านไม่ได้: “{measure.period.text}”")
    elif not measure.period.lies_in(measure.plan_year):
        yield remark("period", f"มีระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. {measure.plan_year}")
    if not measure.monitoring:
        yield remark("monitoring", "ยังไม่มีวิธีกำกับติดตาม", Severity.HINT)


def _shared_texts(measures: list[Measure]) -> Iterator[Remark]:
    first: dict[str, Measure] = {}
    for measure in measures:
        text = "".join(measure.text.split())
        if not text:
            continue
        other = first.setdefault(text, measure)
        if other is not measure and other.indicator_code != measure.indicator_code:
            pair = " และ ".join(code for code in (other.indicator_code, measure.indicator_code) if code)
            yield Remark(
                Severity.WARNING,
                Topic.MEASURES,
                f"ตัวชี้วัดที่ {pair} ใช้ข้อความมาตรการเดียวกัน ควรเขียนให้ตรงกับตัวชี้วัดแต่ละข้อ",
                measure.plan_year,
                measure.id,
                "actions",
            )
