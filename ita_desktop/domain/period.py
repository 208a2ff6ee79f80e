"""When a measure is carried out: first and last month, with the text kept as the clerk typed it."""

from dataclasses import dataclass

from ita_desktop.domain.fiscal_year import FIRST_MONTH, FiscalYear, Month
from ita_desktop.domain.period_parts import UnreadPeriodError
from ita_desktop.domain.period_reading import read_months


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


def parse_period(text: str, plan_year: FiscalYear) -> Period:
    """The period a clerk typed; years left out come from the plan year. Unreadable text is kept, unread."""
    kept = text.strip()
    try:
        return Period(kept, *read_months(kept, plan_year)) if kept else Period()
    except UnreadPeriodError:
        return Period(kept)


def why_unread(text: str, plan_year: FiscalYear) -> str:
    """What to type instead, as a Thai sentence with Arabic digits; empty where the text can be read or is empty."""
    try:
        if text.strip():
            read_months(text, plan_year)
    except UnreadPeriodError as unread:
        return str(unread)
    return ""


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
    if (first.number, last.number) == (FIRST_MONTH, FIRST_MONTH - 1) and last.be_year == first.be_year + 1:
        return f"ตลอดปีงบประมาณ พ.ศ. {last.be_year}"
    end = f"{last.short_name} {last.be_year % 100:02d}"
    return end if first == last else f"{first.short_name} {first.be_year % 100:02d} – {end}"
