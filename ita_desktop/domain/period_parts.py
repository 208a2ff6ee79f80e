"""The pieces of a typed period on the calendar: missing years filled in, days checked, joined to one run of months."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from ita_desktop.domain.fiscal_year import FIRST_MONTH, FIRST_YEAR, LAST_YEAR, FiscalYear, Month
from ita_desktop.thai.dates import BE_OFFSET

Months = tuple[Month, Month]


class UnreadPeriodError(ValueError):
    """Says in a Thai sentence what to type instead."""


class Measured(Enum):
    """What a part counts in."""

    DAY = auto()
    """A number whose month stands in the next part: 1 - 31 ต.ค."""
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """The month numbers `first` to `last`; `year` (B.E.) is None where it was left out."""

    measured: Measured
    first: int
    last: int
    day: int | None = None
    year: int | None = None
    fiscal: bool = False
    """Whether `year` is a fiscal year, in which October comes first."""


def months_of(parts: Sequence[Part], listed: Sequence[bool], plan_year: FiscalYear) -> Months:
    """First and last month of the parts; `listed` tells of each joint whether it was an “and”, which leaves no gap.

    A missing year is the one nearest to the other parts, or the plan year where no part has one.
    Raises `UnreadPeriodError`.
    """
    known = next((n for n, part in enumerate(parts) if part.year is not None), None)
    if known is None:
        placed = [_placed(replace(part, year=plan_year.be, fiscal=True)) for part in parts]
    else:
        placed = [_placed(parts[known])]
        for part in reversed(parts[:known]):
            placed.insert(0, _placed(part) if part.year else _nearest(part, placed[0], later=False))
        for part in parts[known + 1 :]:
            placed.append(_placed(part) if part.year else _nearest(part, placed[-1], later=True))
    for part, months in zip(parts, placed, strict=True):
        _check_day(part, months[0])
    for n, is_list in enumerate(listed):
        _check_joint(placed[n], placed[n + 1], is_list)
    days = [part.day for part in parts if part.day]
    if placed[0] == placed[-1] and days != sorted(days):
        raise UnreadPeriodError("วันสิ้นสุดมาก่อนวันเริ่มต้น ตรวจวันที่อีกครั้ง")
    return placed[0][0], placed[-1][1]


def _placed(part: Part) -> Months:
    year = part.year or 0
    ends = [Month(year - (part.fiscal and n >= FIRST_MONTH), n) for n in (part.first, part.last)]
    if any(not FIRST_YEAR <= month.be_year + (month.number >= FIRST_MONTH) <= LAST_YEAR for month in ends):
        raise UnreadPeriodError(f"ปี {year} ไม่ใช่ปี พ.ศ. ที่ใช้ได้ ตรวจปีอีกครั้ง")
    return ends[0], ends[1]


def _nearest(part: Part, beside: Months, *, later: bool) -> Months:
    """ก.พ. of “ก.พ. – เม.ย.๖๘” is the last one before เมษายน; a quarter lies in the same fiscal year."""
    month = beside[1] if later else beside[0]
    if part.measured is not Measured.MONTH:
        return _placed(replace(part, year=FiscalYear.of(month.first_day).be, fiscal=True))
    if later:
        return _placed(replace(part, year=month.be_year + (part.first < month.number)))
    return _placed(replace(part, year=month.be_year - (part.first > month.number)))


def _check_day(part: Part, month: Month) -> None:
    if part.day is None:
        return
    length = calendar.monthrange(month.be_year - BE_OFFSET, month.number)[1]
    if not 1 <= part.day <= length:
        raise UnreadPeriodError(f"{month.name} {month.be_year} มีวันที่ 1 ถึง {length} ไม่มีวันที่ {part.day}")


def _check_joint(before: Months, after: Months, is_list: bool) -> None:
    if after[1] < before[0] or after[0] < before[0]:
        raise UnreadPeriodError("เดือนสิ้นสุดมาก่อนเดือนเริ่มต้น ตรวจเดือนและปี หรือใส่ปี พ.ศ. ให้ครบทั้งสองด้าน")
    if is_list and after[0] > before[1].plus(1):
        raise UnreadPeriodError("ช่วงเวลาไม่ต่อเนื่องกัน แยกเป็นคนละมาตรการ หรือพิมพ์เดือนแรกถึงเดือนสุดท้าย")
