"""What is lacking or contradicts itself in the follow-up of a year's measures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ita_desktop.domain.follow_up import Timing, bears_out, latest, timing
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.domain.measure_remark import about
from ita_desktop.domain.remark import Remark, Severity
from ita_desktop.thai.dates import format_date

FIELD = "follow_up"
"""The field of every remark here: the follow-ups of the measure that the remark is about."""
_WHOLE = 100


def check_follow_ups(measures: Iterable[Measure], progress: Iterable[Progress], today: date) -> Iterator[Remark]:
    """Late measures without any entry, closed ones without a result, and evidence that proves nothing."""
    by_measure: dict[int, list[Progress]] = {}
    for entry in progress:
        by_measure.setdefault(entry.measure_id, []).append(entry)
    for measure in measures:
        yield from check_follow_up(measure, by_measure.get(measure.id, ()), today)


def check_follow_up(measure: Measure, entries: Sequence[Progress], today: date) -> Iterator[Remark]:
    """The remarks on one measure's own entries."""
    if not entries and timing(measure, today) is Timing.LATE:
        yield about(measure, FIELD, "เลยกำหนดแล้ว แต่ยังไม่มีการติดตาม")
    newest = latest(entries)
    if not bears_out(newest, measure.status):
        lacking = "ผลการดำเนินการ" if measure.status is MeasureStatus.DONE else "เหตุผล"
        yield about(measure, FIELD, f"ระบุว่า “{measure.status.words}” แต่ยังไม่มี{lacking}ในการติดตาม")
    if newest is not None and newest.percent is not None and _contradicts(newest.status, newest.percent):
        yield about(measure, FIELD, f"ระบุว่า “{newest.status.words}” แต่ร้อยละ {newest.percent}", Severity.HINT)
    for entry in entries:
        yield from _check_entry(measure, entry, today)


def _contradicts(status: MeasureStatus, percent: int) -> bool:
    if status is MeasureStatus.DONE:
        return percent < _WHOLE
    return percent == _WHOLE if status is MeasureStatus.IN_PROGRESS else percent > 0 and status.is_open


def _check_entry(measure: Measure, entry: Progress, today: date) -> Iterator[Remark]:
    day = format_date(entry.recorded_on)
    if entry.recorded_on > today:
        yield about(measure, FIELD, f"มีการติดตามลงวันที่ {day} ซึ่งยังมาไม่ถึง")
    for evidence in entry.evidence:
        if not evidence.file_name and not evidence.url:
            yield about(measure, FIELD, f"มีหลักฐานของวันที่ {day} ที่ไม่มีไฟล์และไม่มีที่อยู่เว็บ")
        elif evidence.file_name and not evidence.sha256:
            yield about(measure, FIELD, f"มีไฟล์หลักฐาน “{evidence.file_name}” ที่ไม่ได้เก็บไว้ เพิ่มไฟล์นี้อีกครั้ง")
        elif not evidence.file_name and evidence.checked_on is None:
            yield about(measure, FIELD, f"มีที่อยู่เว็บของวันที่ {day} ที่ยังไม่ได้ระบุวันที่ตรวจว่าเปิดได้", Severity.HINT)
