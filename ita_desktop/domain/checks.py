"""What a careful colleague would remark before a paper is printed: contradictions and gaps, in Thai sentences."""

from collections.abc import Iterator
from datetime import date

from ita_desktop.domain.assessment_checks import check_assessment
from ita_desktop.domain.follow_up_checks import check_follow_ups
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.measure_checks import check_measures
from ita_desktop.domain.meeting_checks import check_meetings
from ita_desktop.domain.office import Office
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.domain.topics import Topic


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
            findings = [finding for finding in record.findings if finding.result_year == year - 1]
            remarks += check_measures(year, measures, frameworks.of(year - 1), by_year.get(year - 1), findings)
            remarks += check_follow_ups(measures, record.progress, today)
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
