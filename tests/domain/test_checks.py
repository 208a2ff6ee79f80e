from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from ita_desktop.domain.assessment import Assessment, announced_in_season
from ita_desktop.domain.checks import check_record
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks, Instrument
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.meeting import Attendance, Meeting
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.topics import Topic

YEAR = FiscalYear(2569)
TODAY = date(2026, 3, 1)
OFFICE = Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง", district="ก", province="ข", phone="0 0000 0000")
GOOD_MEASURE = Measure(
    YEAR,
    "9",
    actions=("แบ่งงานเผยแพร่ข้อมูล",),
    division_ids=(1,),
    period=parse_period("ไตรมาส 2", YEAR),
    monitoring="รายงานทุกเดือน",
    id=1,
)
CHAIR = Signatory("นายสมมุติ ประธาน", "นายก")
GOOD_MEETING = Meeting(
    YEAR,
    "คณะทำงาน",
    number=1,
    held_on=date(2026, 1, 12),
    starts_at=time(9),
    ends_at=time(12),
    chair=CHAIR,
    recorder=Signatory("นางสมมุติ จด"),
    attendances=(Attendance(CHAIR),),
    id=1,
)


def remarks(frameworks: Frameworks, **parts: object) -> list[tuple[Topic, str, Severity]]:
    record = replace(OfficeRecord(OFFICE), **parts)  # type: ignore[arg-type]
    return [(remark.topic, remark.field, remark.severity) for remark in check_record(record, frameworks, TODAY)]


def test_that_a_careful_record_gets_no_remark(frameworks: Frameworks) -> None:
    assert remarks(frameworks, measures=(GOOD_MEASURE,), meetings=(GOOD_MEETING,)) == []


def test_that_a_late_measure_that_nobody_followed_up_is_remarked(frameworks: Frameworks) -> None:
    late = replace(GOOD_MEASURE, period=parse_period("ไตรมาส 1", YEAR))
    assert remarks(frameworks, measures=(late,)) == [(Topic.MEASURES, "follow_up", Severity.WARNING)]
    entry = Progress(late.id, TODAY, MeasureStatus.IN_PROGRESS, id=1)
    assert remarks(frameworks, measures=(late,), progress=(entry,)) == []


def test_that_an_office_without_place_or_phone_gets_hints(frameworks: Frameworks) -> None:
    found = remarks(frameworks, office=Office(OfficeKind.SUBDISTRICT, "ทุ่งกว้าง"))
    assert found == [(Topic.OFFICE, "district", Severity.HINT), (Topic.OFFICE, "phone", Severity.HINT)]


def test_that_a_weak_indicator_without_a_measure_is_remarked(frameworks: Frameworks) -> None:
    weak = Assessment(YEAR - 1, indicators={"9": Decimal("70"), "10": Decimal("84.99"), "1": Decimal("85")})
    found = remarks(frameworks, assessments=(weak,), measures=(GOOD_MEASURE,))
    assert found == [(Topic.MEASURES, "10", Severity.WARNING)]


def test_that_only_the_newest_year_is_asked_for_measures_where_none_was_ever_planned(frameworks: Frameworks) -> None:
    old = Assessment(YEAR - 3, indicators={"9": Decimal("70")})
    assert remarks(frameworks, assessments=(old,), measures=(GOOD_MEASURE,)) == []
    assert remarks(frameworks, assessments=(old,)) == [(Topic.MEASURES, "9", Severity.WARNING)]


@pytest.mark.parametrize(
    ("change", "field", "severity"),
    [
        ({"ends_at": time(8)}, "ends_at", Severity.ERROR),
        ({"ends_at": time(9)}, "ends_at", Severity.ERROR),
        ({"held_on": date(2026, 10, 1)}, "held_on", Severity.WARNING),
        ({"held_on": None}, "held_on", Severity.WARNING),
        ({"chair": Signatory()}, "chair", Severity.WARNING),
        ({"recorder": Signatory()}, "recorder", Severity.HINT),
        ({"attendances": (Attendance(CHAIR), Attendance(CHAIR))}, "attendances", Severity.WARNING),
    ],
)
def test_that_each_fault_of_a_meeting_is_remarked_at_its_field(
    frameworks: Frameworks, change: dict[str, object], field: str, severity: Severity
) -> None:
    meeting = replace(GOOD_MEETING, **change)  # type: ignore[arg-type]
    assert remarks(frameworks, meetings=(meeting,)) == [(Topic.MEETINGS, field, severity)]


def test_that_two_meetings_with_one_number_are_remarked(frameworks: Frameworks) -> None:
    twin = replace(GOOD_MEETING, id=2)
    assert {where for _, where, _ in remarks(frameworks, meetings=(GOOD_MEETING, twin))} == {"number"}
    assert remarks(frameworks, meetings=(GOOD_MEETING, replace(twin, number=2))) == []


def test_that_the_announcement_lies_in_july_to_september_of_the_result_year(frameworks: Frameworks) -> None:
    assert announced_in_season(FiscalYear(2567), date(2024, 7, 30))
    # Seed 002 left last year's sentence in: 10 August 2566 for the result of 2567.
    assert not announced_in_season(FiscalYear(2567), date(2023, 8, 10))
    wrong = Assessment(FiscalYear(2567), announced_on=date(2023, 8, 10))
    assert remarks(frameworks, assessments=(wrong,)) == [(Topic.ASSESSMENTS, "announced_on", Severity.WARNING)]
    coming = Assessment(FiscalYear(2569), announced_on=date(2026, 8, 10))
    assert remarks(frameworks, assessments=(coming,)) == [(Topic.ASSESSMENTS, "announced_on", Severity.WARNING)]


def test_that_an_unofficial_level_name_is_an_error_and_stands_first(frameworks: Frameworks) -> None:
    named = Assessment(FiscalYear(2568), total=Decimal("99.73"), announced_level="ดีเยี่ยม")
    record = OfficeRecord(OFFICE, assessments=(named,), measures=(replace(GOOD_MEASURE, monitoring=""),))
    found = check_record(record, frameworks, TODAY)
    assert found[0].severity is Severity.ERROR
    assert "ผ่านดีเยี่ยม" in found[0].sentence


def test_that_contradicting_scores_and_levels_are_warned_of(frameworks: Frameworks) -> None:
    wrong = Assessment(
        FiscalYear(2568),
        instruments={Instrument.IIT: Decimal(90), Instrument.EIT: Decimal(90), Instrument.OIT: Decimal(80)},
        total=Decimal("90"),
        announced_level="ผ่านดี",
    )
    found = remarks(frameworks, assessments=(wrong,))
    assert [where for _, where, _ in found] == ["total", "announced_level"]
