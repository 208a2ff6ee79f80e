"""What a careful colleague would remark before a paper is printed: contradictions and gaps, in Thai sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.assessment import Assessment, announced_in_season
from ita_desktop.domain.detail_scores import detail_faults, detail_means, eit_outside_parts
from ita_desktop.domain.explanation import detail_mean_sentence, difference_sentence
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework, Frameworks
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.meeting import Committee, Meeting, Presence, number_label, number_year
from ita_desktop.domain.office import MeetingNumbering, Office
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.domain.scoring import Outcome, outcome
from ita_desktop.domain.topics import Topic
from ita_desktop.thai.clean import shortened


class Severity(StrEnum):
    """An error contradicts itself; a warning should be looked at; a hint may stay as it is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, and where to mend it: the record's topic, the item's id and the field's name."""

    severity: Severity
    topic: Topic
    sentence: str
    year: FiscalYear | None = None
    """The plan year it belongs to, None for the office itself."""
    item_id: int = NEW
    field: str = ""
    short: str = ""
    """The sentence as it stands beside the field, where the item need not be named; empty for the same sentence."""

    @property
    def beside_field(self) -> str:
        """What to say beside the field itself."""
        return self.short or self.sentence


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


def check_assessment(
    assessment: Assessment, framework: Framework, today: date, found: Outcome | None = None
) -> Iterator[Remark]:
    """Announced scores against each other and against the calendar (ita.md 10.2 rules 3 to 5).

    `found` is what follows from the scores, where the caller knows it already.
    """

    def remark(field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
        return Remark(severity, Topic.ASSESSMENTS, sentence, assessment.year + 1, field=field)

    found = found or outcome(framework, assessment)
    for difference in found.differences:
        yield remark(difference.where or "total", f"ปี {assessment.year}: {difference_sentence(difference)}")
    if eit_outside_parts(assessment):
        yield remark(
            "EIT", f"ปี {assessment.year}: คะแนน EIT ต้องอยู่ระหว่างคะแนน EIT ส่วนที่ 1 กับส่วนที่ 2 โปรดตรวจสอบตัวเลขที่กรอก"
        )
    for code, fault in detail_faults(framework, assessment).items():
        yield remark(code, f"ปี {assessment.year}: {fault}")
    for found_mean in detail_means(framework, assessment):
        sentence = f"ปี {assessment.year}: {detail_mean_sentence(found_mean)}"
        yield remark(found_mean.indicator.code, sentence, Severity.HINT)
    level = assessment.announced_level
    if level and framework.level_named(level) is None:
        names = " ".join(rule.name for rule in framework.levels)
        yield remark("announced_level", f"“{level}” ไม่ใช่ชื่อระดับของปี {assessment.year} ชื่อที่ใช้ได้คือ {names}", Severity.ERROR)
    elif level and found.level_contradicts:
        yield remark("announced_level", f"ระดับ “{level}” ของปี {assessment.year} ขัดกับคะแนนที่กรอก โปรดตรวจสอบกับประกาศผล")
    if assessment.announced_on and not announced_in_season(assessment.year, assessment.announced_on):
        yield remark(
            "announced_on",
            f"ผลปี {assessment.year} ควรประกาศระหว่างเดือนกรกฎาคมถึงกันยายน {assessment.year} โปรดตรวจสอบวันที่ประกาศ",
        )
    if assessment.announced_on and assessment.announced_on > today:
        yield remark("announced_on", "วันที่ประกาศผลเป็นวันที่ยังมาไม่ถึง โปรดตรวจสอบ")


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


def check_meetings(
    meetings: list[Meeting], committees: tuple[Committee, ...], numbering: MeetingNumbering
) -> Iterator[Remark]:
    """Each meeting against the clock, the year and its people, and the numbers among each other."""
    numbers = Counter((m.name, m.number, number_year(m, numbering)) for m in meetings if m.number)
    members = {committee.id: len(committee.members) for committee in committees}
    for meeting in meetings:
        yield from check_meeting(meeting, members.get(meeting.committee_id or NEW, 0))
        if meeting.number and numbers[meeting.name, meeting.number, number_year(meeting, numbering)] > 1:
            yield _about(meeting, "number", f"มีการประชุม {number_label(meeting, numbering)} ซ้ำกันมากกว่าหนึ่งรายการ")


def check_meeting(meeting: Meeting, member_count: int = 0) -> Iterator[Remark]:
    """One meeting by itself; `member_count` 0 when the committee is not known."""
    if meeting.starts_at and meeting.ends_at and meeting.ends_at <= meeting.starts_at:
        yield _about(meeting, "ends_at", "เวลาเลิกประชุมต้องอยู่หลังเวลาเริ่มประชุม", Severity.ERROR)
    if meeting.held_on and meeting.held_on not in meeting.plan_year:
        yield _about(meeting, "held_on", f"วันประชุมอยู่นอกปีงบประมาณ พ.ศ. {meeting.plan_year}")
    if not meeting.held_on:
        yield _about(meeting, "held_on", "ยังไม่ได้กรอกวันประชุม")
    if not meeting.chair.name:
        yield _about(meeting, "chair", "ยังไม่ได้ระบุประธานในที่ประชุม")
    if not meeting.recorder.name:
        yield _about(meeting, "recorder", "ยังไม่ได้ระบุผู้จดรายงานการประชุม", Severity.HINT)
    names = Counter(attendance.person.name for attendance in meeting.attendances if attendance.person.name)
    for name, count in names.items():
        if count > 1:
            yield _about(meeting, "attendances", f"มีชื่อ {name} ซ้ำกัน {count} แห่งในรายชื่อผู้ประชุม")
    present = len(meeting.people(Presence.PRESENT))
    if member_count and present * 2 <= member_count:
        yield _about(meeting, "attendances", f"ผู้มาประชุม {present} คน ไม่เกินกึ่งหนึ่งของกรรมการ {member_count} คน")


def _about(meeting: Meeting, field: str, sentence: str, severity: Severity = Severity.WARNING) -> Remark:
    what = f"{meeting.name or 'การประชุม'}{f' ครั้งที่ {meeting.number}' if meeting.number else ''}"
    return Remark(severity, Topic.MEETINGS, f"{what}: {sentence}", meeting.plan_year, meeting.id, field, sentence)
