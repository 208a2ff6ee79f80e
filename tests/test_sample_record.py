"""The shipped sample office: fictional, consistent, and showing every feature."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop import paths
from ita_desktop.catalog import load_frameworks, sample_record
from ita_desktop.domain.assessment import announced_in_season, display_score
from ita_desktop.domain.checks import check_record
from ita_desktop.domain.finding import FindingClass
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Instrument
from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.meeting import MeetingStatus, Presence
from ita_desktop.domain.record import OfficeRecord, check_references
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.scoring import outcome, weighted_total
from ita_desktop.record_file import format_record

PLAN_YEARS = (FiscalYear(2568), FiscalYear(2569))


@pytest.fixture(scope="module")
def sample() -> OfficeRecord:
    return sample_record()


def test_that_the_file_is_what_the_program_writes(sample: OfficeRecord) -> None:
    assert format_record(sample) == (paths.resources() / "sample" / "office.json").read_bytes()


def test_that_the_sample_contradicts_nothing(sample: OfficeRecord) -> None:
    check_references(sample)
    remarks = check_record(sample, load_frameworks(), date(2026, 9, 30))
    of_plans = [remark.sentence for remark in remarks if remark.year in (None, *PLAN_YEARS)]
    assert of_plans == []
    assert not [remark for remark in remarks if remark.severity is Severity.ERROR]


def test_that_the_office_is_fictional_and_complete(sample: OfficeRecord) -> None:
    office = sample.office
    assert office.long_name == "เทศบาลตำบลบ้านสวนตาล"
    assert office.website.endswith(".example")
    assert office.email.endswith(".example")
    assert all((office.district, office.province, office.address, office.phone, office.document_prefix))
    assert office.logo.startswith(b"\x89PNG")
    assert len(office.logo) < 10_000


@pytest.mark.parametrize("be", [2566, 2567, 2568])
def test_that_indicators_instruments_and_total_agree_to_two_decimals(sample: OfficeRecord, be: int) -> None:
    (assessment,) = (found for found in sample.assessments if found.year == FiscalYear(be))
    framework = load_frameworks().of(assessment.year)
    assert len(assessment.indicators) == 10
    means: dict[Instrument, Decimal] = {}
    for instrument in Instrument:
        scores = [assessment.indicators[indicator.code] for indicator in framework.indicators_of(instrument)]
        means[instrument] = sum(scores, Decimal(0)) / len(scores)
        assert assessment.instruments[instrument] == display_score(means[instrument])
    assert assessment.total == display_score(weighted_total(framework, means))
    assert assessment.total == display_score(weighted_total(framework, assessment.instruments))
    assert sum(assessment.eit_parts.values()) / 2 == assessment.instruments[Instrument.EIT]
    assert assessment.announced_on is not None
    assert announced_in_season(assessment.year, assessment.announced_on)
    found = outcome(framework, assessment)
    assert found.level is not None
    assert found.level.name == assessment.announced_level
    assert found.differences == ()


def test_that_one_year_is_held_at_pass_by_one_instrument(sample: OfficeRecord) -> None:
    levels = {assessment.year.be: assessment.announced_level for assessment in sample.assessments}
    assert levels == {2566: "ต้องปรับปรุง", 2567: "ผ่านดี", 2568: "ผ่าน"}
    last = max(sample.assessments, key=lambda assessment: assessment.year)
    assert outcome(load_frameworks().of(last.year), last).holding_back == (Instrument.EIT,)


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_that_each_plan_year_answers_its_findings(sample: OfficeRecord, year: FiscalYear) -> None:
    findings = [finding for finding in sample.findings if finding.result_year == year - 1]
    assert {finding.finding_class for finding in findings} == set(FindingClass)
    assert all(finding.text and finding.cause and finding.topic for finding in findings)
    assert any(finding.recommendation for finding in findings)
    measures = [measure for measure in sample.measures if measure.plan_year == year]
    assert 10 <= len(measures) <= 14
    assert {measure.indicator_code for measure in measures} == {str(n) for n in range(1, 11)}
    assert {i for measure in measures for i in measure.finding_ids} == {finding.id for finding in findings}
    assert all(measure.period.lies_in(year) and measure.monitoring and measure.output_target for measure in measures)
    assert any(len(measure.actions) > 2 for measure in measures)
    assert any(measure.budget for measure in measures)
    assert any(measure.title for measure in measures)


def test_that_every_status_and_every_kind_of_evidence_is_shown(sample: OfficeRecord) -> None:
    assert {measure.status for measure in sample.measures} == set(MeasureStatus)
    last = {progress.measure_id: progress.status for progress in sample.progress}
    for measure in sample.measures:
        assert last.get(measure.id, MeasureStatus.NOT_STARTED) is measure.status
    evidence = [proof for progress in sample.progress for proof in progress.evidence]
    assert any(proof.url and proof.checked_on for proof in evidence)
    assert all(len(proof.sha256) == 64 for proof in evidence if proof.file_name)
    assert any(progress.problem and progress.next_step for progress in sample.progress)


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_that_each_plan_year_has_four_meetings_with_full_minutes(sample: OfficeRecord, year: FiscalYear) -> None:
    meetings = [meeting for meeting in sample.meetings if meeting.plan_year == year]
    assert [meeting.number for meeting in meetings] == [1, 2, 3, 4]
    for meeting in meetings:
        assert meeting.held_on is not None
        assert meeting.held_on.weekday() < 5
        assert meeting.starts_at is not None
        assert meeting.ends_at is not None
        assert meeting.starts_at < meeting.ends_at
        assert {item.section for item in meeting.agenda} >= {1, 4}
        assert all(item.facts and item.resolution for item in meeting.agenda)
        assert any(item.owner and item.due for item in meeting.agenda)
        absent = meeting.people(Presence.ABSENT)
        assert absent
        assert all(attendance.reason for attendance in absent)
        assert meeting.people(Presence.ATTENDING)
        assert meeting.recorder.name
        assert meeting.checker.name
    assert set(meetings[0].measure_ids) == {measure.id for measure in sample.measures if measure.plan_year == year}


def test_that_minutes_are_certified_by_the_next_meeting(sample: OfficeRecord) -> None:
    for meeting, after in zip(sample.meetings, sample.meetings[1:], strict=False):
        assert meeting.status is MeetingStatus.CERTIFIED
        assert meeting.certified_by_id == after.id
        assert f"ครั้งที่ {meeting.number}/{meeting.plan_year}" in after.items(2)[0].title
    assert sample.meetings[-1].status is MeetingStatus.CHECKED


def test_that_substitutes_acting_posts_photos_and_closing_words_are_shown(sample: OfficeRecord) -> None:
    attendances = [attendance for meeting in sample.meetings for attendance in meeting.attendances]
    assert any(attendance.substitute_for for attendance in attendances)
    assert any(attendance.person.acting for attendance in attendances)
    assert any(meeting.chair.acting for meeting in sample.meetings)
    assert any(meeting.photos for meeting in sample.meetings)
    assert any(meeting.closing for meeting in sample.meetings)
    assert any(officer.acting for officer in sample.officers)
    assert any(officer.until for officer in sample.officers)


def test_that_an_order_names_each_years_committee(sample: OfficeRecord) -> None:
    assert len(sample.committees) == 2
    for committee in sample.committees:
        assert committee.order_number
        assert committee.order_date
        assert Counter(member.role for member in committee.members)["ประธานกรรมการ"] == 1


def test_that_plans_have_targets_approaches_and_themes(sample: OfficeRecord) -> None:
    assert tuple(plan.year for plan in sample.plans) == PLAN_YEARS
    assert all(plan.target.total and plan.target.level and plan.approaches for plan in sample.plans)
    assert sample.plans[-1].themes
