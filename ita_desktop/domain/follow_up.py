"""Following measures to their end: how each stands to today, who is late, and what a closed measure must tell."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.fiscal_year import Month
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress

DUE_SOON_DAYS = 30
"""A measure that ends in so many days or fewer is due soon."""
EVERY_DIVISION, NOBODY = -1, -2
"""Stand in the place of a division's id for ทุกส่วนราชการ and for measures that nobody answers for."""
NOBODY_WORDS = "ยังไม่ระบุผู้รับผิดชอบ"


class Timing(StrEnum):
    """How a measure stands to today."""

    LATE = "late"
    DUE_SOON = "due_soon"
    RUNNING = "running"
    NOT_BEGUN = "not_begun"
    NO_PERIOD = "no_period"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        """The Thai words for it."""
        return {
            Timing.LATE: "เลยกำหนด",
            Timing.DUE_SOON: "ใกล้ครบกำหนด",
            Timing.RUNNING: "อยู่ในระยะเวลา",
            Timing.NOT_BEGUN: "ยังไม่ถึงระยะเวลา",
            Timing.NO_PERIOD: "ยังไม่มีระยะเวลา",
            Timing.CLOSED: "สิ้นสุดแล้ว",
        }[self]


def timing(measure: Measure, today: date) -> Timing:
    """How the measure stands to today; an open one without a readable end is `NO_PERIOD`, never late."""
    if measure.status is MeasureStatus.DONE or measure.status is MeasureStatus.NOT_DONE:
        return Timing.CLOSED
    first, last = measure.period.first, measure.period.last
    if last is None:
        return Timing.NO_PERIOD
    this_month, open_end = _horizon(today)
    end = last.be_year * 12 + last.number
    if end < this_month:
        return Timing.LATE
    if end < open_end:
        return Timing.DUE_SOON
    is_to_come = first is not None and first.be_year * 12 + first.number > this_month
    return Timing.NOT_BEGUN if is_to_come else Timing.RUNNING


@lru_cache(maxsize=8)
def _horizon(today: date) -> tuple[int, int]:
    """This month, and the first month whose last day lies beyond what is due soon, as numbers that compare fast."""
    month, open_end = Month.of(today), Month.of(today + timedelta(days=DUE_SOON_DAYS + 1))
    return month.be_year * 12 + month.number, open_end.be_year * 12 + open_end.number


@dataclass(frozen=True, slots=True)
class DivisionCount:
    """How many measures a division answers for; `division_id` may be `EVERY_DIVISION` or `NOBODY`."""

    division_id: int
    name: str
    count: int


def responsible_ids(measure: Measure, known: Collection[int]) -> tuple[int, ...]:
    """Who answers for the measure: the divisions that exist, `EVERY_DIVISION`, or else `NOBODY`."""
    ids = [id_ for id_ in measure.division_ids if id_ in known]
    if measure.all_divisions:
        ids.append(EVERY_DIVISION)
    return tuple(ids) or (NOBODY,)


def latest(progress: Iterable[Progress]) -> Progress | None:
    """The follow-up that counts: the last by date, of one day the one entered last; None without any."""
    return max(progress, key=lambda entry: (entry.recorded_on, entry.id), default=None)


def latest_by_measure(progress: Iterable[Progress]) -> dict[int, Progress]:
    """The follow-up that counts, by measure id; measures without any are left out."""
    found: dict[int, Progress] = {}
    for entry in progress:
        other = found.get(entry.measure_id)
        if other is None or (other.recorded_on, other.id) < (entry.recorded_on, entry.id):
            found[entry.measure_id] = entry
    return found


def closing_fault(status: MeasureStatus, result: str, problem: str) -> str:
    """What is lacking before a measure may be closed by an entry, as a sentence; empty when nothing is.

    What is done needs its result; what was not done needs a reason, as result or as problem.
    """
    if status is MeasureStatus.DONE and not result.strip():
        return "กรอก “ผลการดำเนินการ” ก่อน มาตรการที่แล้วเสร็จต้องมีผล"
    if status is MeasureStatus.NOT_DONE and not (result.strip() or problem.strip()):
        return "กรอกเหตุผลที่ไม่ได้ดำเนินการในช่อง “ปัญหาอุปสรรค” ก่อน"
    return ""


def bears_out(entry: Progress | None, status: MeasureStatus) -> bool:
    """Whether the latest entry of a measure tells what a measure of that status must tell; open ones need nothing."""
    if status.is_open:
        return True
    return entry is not None and entry.status is status and not closing_fault(status, entry.result, entry.problem)
