"""When a measure is carried out: first and last month, with the text kept as the clerk typed it."""

import calendar
import re
from dataclasses import dataclass

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS, full_be_year, month_number
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` (inclusive months, B.E.) are None where the text could not be read; it is never guessed."""

    text: str = ""
    first: Month | None = None
    last: Month | None = None

    @property
    def is_read(self) -> bool:
        """Whether the text was understood."""
        return self.first is not None and self.last is not None

    def lies_in(self, year: FiscalYear) -> bool:
        """Whether both ends lie inside the fiscal year; an unread period does not."""
        if self.first is None or self.last is None:
            return False
        return year.first_month <= self.first and self.last <= year.last_month


_NAMES = sorted({*MONTHS, *SHORT_MONTHS, *(m.replace(".", "") for m in SHORT_MONTHS)}, key=len, reverse=True)
_MONTH = "(" + "|".join(re.escape(name) for name in _NAMES) + r")\.?"
_YEAR = r"(?:\s*(?:ปี)?\s*(?:พ\.?\s*ศ\.?)?\s*(\d{4}|\d{2}))?"
_DAY = r"(?:(?:วันที่\s*)?\d{1,2}\s+)?"
_DATED = re.compile(rf"(\d{{1,2}})\s+(?:เดือน\s*)?{_MONTH}")
_POINT = rf"{_DAY}(?:เดือน)?\s*{_MONTH}{_YEAR}"
_RANGE = re.compile(rf"(?:ระหว่าง|ตั้งแต่|เดือน|ช่วง)?\s*{_POINT}\s*(?:-|–|—|ถึง|จนถึง|และ)\s*{_POINT}")
_SINGLE = re.compile(rf"(?:ภายใน|ใน|ประจำ)?\s*{_POINT}")
_WHOLE = re.compile(rf"(?:ตลอด|ทั้ง)(?:ทั้ง)?(?:ปี)?(?:งบประมาณ)?{_YEAR}")
_QUARTERS = re.compile(rf"ไตรมาส\s*(?:ที่)?\s*([1-4])(?:\s*(?:-|–|—|ถึง|และ)\s*(?:ไตรมาส\s*(?:ที่)?\s*)?([1-4]))?{_YEAR}")
_HALVES = re.compile(rf"รอบ\s*(6|12)\s*เดือน(?:\s*(?:แรก))?{_YEAR}")


def parse_period(text: str, plan_year: FiscalYear) -> Period:
    """The period a clerk typed; years left out come from the plan year. Unreadable text is kept, unread."""
    kept = text.strip()
    bare = " ".join(to_arabic(kept).split())
    months = _read(bare, plan_year) if bare and _has_real_days(bare) else None
    if months is None or months[0] > months[1]:
        return Period(kept)
    return Period(kept, *months)


def whole_year(plan_year: FiscalYear) -> Period:
    """All of the plan year."""
    return Period(
        format_months(plan_year.first_month, plan_year.last_month),
        plan_year.first_month,
        plan_year.last_month,
    )


def format_period(period: Period) -> str:
    """The period in the one printed style, or the typed text where it was not read; Arabic digits."""
    if period.first is None or period.last is None:
        return period.text
    return format_months(period.first, period.last)


def format_months(first: Month, last: Month) -> str:
    """`ต.ค. 67 – ก.ย. 68`, one month as `ธ.ค. 68`, a whole fiscal year as `ตลอดปีงบประมาณ พ.ศ. 2568` (ita.md 5.3)."""
    year = FiscalYear.of(last.first_day)
    if (first, last) == (year.first_month, year.last_month):
        return f"ตลอดปีงบประมาณ พ.ศ. {year}"
    end = f"{last.short_name} {last.be_year % 100:02d}"
    return end if first == last else f"{first.short_name} {first.be_year % 100:02d} – {end}"


def _read(bare: str, plan_year: FiscalYear) -> tuple[Month, Month] | None:
    if match := _WHOLE.fullmatch(bare):
        year = _fiscal_year(match[1], plan_year)
        return (year.first_month, year.last_month) if year else None
    if match := _QUARTERS.fullmatch(bare):
        year = _fiscal_year(match[3], plan_year)
        return (year.quarter(int(match[1]))[0], year.quarter(int(match[2] or match[1]))[1]) if year else None
    if match := _HALVES.fullmatch(bare):
        year = _fiscal_year(match[2], plan_year)
        return (year.first_month, year.quarter(2 if match[1] == "6" else 4)[1]) if year else None
    if match := _RANGE.fullmatch(bare):
        return _range(match, plan_year)
    if match := _SINGLE.fullmatch(bare):
        month = _month(match[1], match[2], plan_year)
        return (month, month) if month else None
    return None


def _has_real_days(bare: str) -> bool:
    """Whether every day named has its place in its month; 29 February always has."""
    return all(1 <= int(day) <= _days(month_number(name)) for day, name in _DATED.findall(bare))


def _days(month: int | None) -> int:
    leap_year = 2000
    return calendar.monthrange(leap_year, month)[1] if month else 0


def _range(match: re.Match[str], plan_year: FiscalYear) -> tuple[Month, Month] | None:
    first = _month(match[1], match[2], plan_year)
    last = _month(match[3], match[4], plan_year)
    if first is None or last is None:
        return None
    # Where only one end bears a year (ก.พ. – เม.ย.๖๘), the other is the nearest such month on its side.
    if match[4] and not match[2]:
        first = Month(last.be_year - (first.number > last.number), first.number)
    elif match[2] and not match[4]:
        last = Month(first.be_year + (last.number < first.number), last.number)
    return first, last


def _month(name: str, year: str | None, plan_year: FiscalYear) -> Month | None:
    number = month_number(name)
    if number is None:
        return None
    if year is None:
        return next(month for month in plan_year.months() if month.number == number)
    be_year = full_be_year(int(year))
    return Month(be_year, number) if 2500 <= be_year < 2700 else None


def _fiscal_year(year: str | None, plan_year: FiscalYear) -> FiscalYear | None:
    if year is None:
        return plan_year
    be_year = full_be_year(int(year))
    return FiscalYear(be_year) if 2500 <= be_year < 2700 else None
