"""Remarks on follow-ups: each gap is named once, at its measure, and a sound record is left in peace."""

from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.follow_up_checks import check_follow_up, check_follow_ups
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.domain.period import parse_period
from ita_desktop.domain.remark import Severity
from ita_desktop.domain.topics import Topic

YEAR = FiscalYear(2569)
TODAY = date(2026, 1, 15)
MEASURE = Measure(YEAR, "1", actions=("จัดอบรม",), period=parse_period("ต.ค. – ธ.ค. 68", YEAR), id=7)
ENTRY = Progress(7, date(2026, 1, 5), MeasureStatus.IN_PROGRESS, 40, "เริ่มแล้ว", id=1)
DONE = replace(MEASURE, status=MeasureStatus.DONE)


def said(measure: Measure, *entries: Progress) -> list[str]:
    return [remark.beside_field for remark in check_follow_up(measure, entries, TODAY)]


def test_that_a_late_measure_without_any_entry_is_remarked_on_at_its_place() -> None:
    remarks = list(check_follow_ups([MEASURE, replace(MEASURE, id=8)], [replace(ENTRY, measure_id=8)], TODAY))
    assert len(remarks) == 1
    assert remarks[0].sentence == "มาตรการ “จัดอบรม” เลยกำหนดแล้ว แต่ยังไม่มีการติดตาม"
    assert remarks[0].beside_field == "เลยกำหนดแล้ว แต่ยังไม่มีการติดตาม"
    assert (remarks[0].topic, remarks[0].item_id, remarks[0].year) == (Topic.MEASURES, 7, YEAR)
    assert said(replace(MEASURE, period=parse_period("ตลอดปี", YEAR))) == []


@pytest.mark.parametrize(
    ("measure", "entries"),
    [
        (DONE, ()),
        (DONE, (ENTRY,)),
        (DONE, (replace(ENTRY, status=MeasureStatus.DONE, percent=100, result=""),)),
    ],
)
def test_that_a_closed_measure_without_a_result_is_remarked_on(measure: Measure, entries: tuple[Progress, ...]) -> None:
    assert said(measure, *entries) == ["ระบุว่า “แล้วเสร็จ” แต่ยังไม่มีผลการดำเนินการในการติดตาม"]


def test_that_what_was_not_done_needs_a_reason() -> None:
    not_done = replace(MEASURE, status=MeasureStatus.NOT_DONE)
    entry = replace(ENTRY, status=MeasureStatus.NOT_DONE, percent=None, result="")
    assert said(not_done, entry) == ["ระบุว่า “ไม่ได้ดำเนินการ” แต่ยังไม่มีเหตุผลในการติดตาม"]
    assert said(not_done, replace(entry, problem="ไม่ได้รับงบประมาณ")) == []


def test_that_a_sound_follow_up_is_left_in_peace() -> None:
    proof = ProgressEvidence("ภาพ", "ภาพ.jpg", "ab" * 32)
    page = ProgressEvidence("ข่าว", url="https://www.example.go.th", checked_on=TODAY)
    assert said(DONE, ENTRY, replace(ENTRY, recorded_on=TODAY, status=MeasureStatus.DONE, percent=100,
                                     evidence=(proof, page), id=2)) == []  # fmt: skip


@pytest.mark.parametrize(
    ("evidence", "expected", "severity"),
    [
        (ProgressEvidence("ภาพถ่าย"), "ไม่มีไฟล์และไม่มีที่อยู่เว็บ", Severity.WARNING),
        (ProgressEvidence(file_name="ภาพ.jpg"), "“ภาพ.jpg” ที่ไม่ได้เก็บไว้", Severity.WARNING),
        (ProgressEvidence(url="https://www.example.go.th"), "ยังไม่ได้ระบุวันที่ตรวจ", Severity.HINT),
    ],
)
def test_that_evidence_that_proves_nothing_is_remarked_on(
    evidence: ProgressEvidence, expected: str, severity: Severity
) -> None:
    remarks = list(check_follow_up(MEASURE, [replace(ENTRY, evidence=(evidence,))], TODAY))
    assert [remark.severity for remark in remarks] == [severity]
    assert expected in remarks[0].sentence


@pytest.mark.parametrize(
    ("status", "percent", "remarked"),
    [
        (MeasureStatus.DONE, 80, True),
        (MeasureStatus.DONE, 100, False),
        (MeasureStatus.IN_PROGRESS, 100, True),
        (MeasureStatus.IN_PROGRESS, 0, False),
        (MeasureStatus.NOT_STARTED, 10, True),
        (MeasureStatus.NOT_STARTED, 0, False),
        (MeasureStatus.NOT_DONE, 30, False),
    ],
)
def test_that_a_percentage_that_contradicts_the_status_is_remarked_on(
    status: MeasureStatus, percent: int, remarked: bool
) -> None:
    entry = replace(ENTRY, status=status, percent=percent)
    expected = [f"ระบุว่า “{status.words}” แต่ร้อยละ {percent}"] if remarked else []
    assert said(replace(MEASURE, status=status), entry) == expected
    newer = replace(ENTRY, recorded_on=TODAY, id=2)
    assert said(replace(MEASURE, status=newer.status), entry, newer) == []


def test_that_an_entry_of_a_day_to_come_is_remarked_on() -> None:
    assert said(MEASURE, replace(ENTRY, recorded_on=date(2027, 1, 5))) == ["มีการติดตามลงวันที่ 5 มกราคม 2570 ซึ่งยังมาไม่ถึง"]
