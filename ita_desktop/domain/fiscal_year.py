"""Buddhist fiscal years and months, so that no year is ever a bare number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ita_desktop.thai.dates import BE_OFFSET, MONTHS, SHORT_MONTHS

FIRST_YEAR, LAST_YEAR = 2500, 2699
"""The fiscal years that the program accepts (B.E.); a Gregorian year is never inside."""
FIRST_MONTH = 10
"""A fiscal year begins in October of the calendar year before (ita.md 5.3)."""


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One calendar month of the Buddhist Era; `be_year` is the calendar year, `number` 1 to 12."""

    be_year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(f"number must be 1 to 12; got {self.number!r}")
        if not FIRST_YEAR - 1 <= self.be_year <= LAST_YEAR:
            raise ValueError(f"be_year must be a Buddhist year; got {self.be_year!r}")

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that holds the day."""
        return cls(day.year + BE_OFFSET, day.month)

    @property
    def first_day(self) -> date:
        """The first day, Gregorian."""
        return date(self.be_year - BE_OFFSET, self.number, 1)

    @property
    def last_day(self) -> date:
        """The last day, Gregorian."""
        return self.plus(1).first_day - timedelta(days=1)

    @property
    def name(self) -> str:
        """`ตุลาคม`."""
        return MONTHS[self.number - 1]

    @property
    def short_name(self) -> str:
        """`ต.ค.`."""
        return SHORT_MONTHS[self.number - 1]

    def plus(self, months: int) -> "Month":
        """The month so many months later (earlier when negative)."""
        index = self.be_year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """A Thai fiscal year: 1 October of the calendar year before to 30 September (ita.md 5.3)."""

    be: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.be <= LAST_YEAR:
            raise ValueError(f"be must be a Buddhist year from {FIRST_YEAR} to {LAST_YEAR}; got {self.be!r}")

    def __str__(self) -> str:
        return str(self.be)

    def __add__(self, years: int) -> "FiscalYear":
        return FiscalYear(self.be + years)

    def __sub__(self, years: int) -> "FiscalYear":
        return FiscalYear(self.be - years)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @classmethod
    def of(cls, day: date) -> "FiscalYear":
        """The fiscal year that holds the day."""
        return cls(day.year + BE_OFFSET + (day.month >= FIRST_MONTH))

    @property
    def first_month(self) -> Month:
        """October of the calendar year before."""
        return Month(self.be - 1, FIRST_MONTH)

    @property
    def last_month(self) -> Month:
        """September."""
        return Month(self.be, FIRST_MONTH - 1)

    @property
    def first_day(self) -> date:
        """1 October, Gregorian."""
        return self.first_month.first_day

    @property
    def last_day(self) -> date:
        """30 September, Gregorian."""
        return self.last_month.last_day

    @property
    def short(self) -> str:
        """The last two digits (`69`)."""
        return f"{self.be % 100:02d}"

    def months(self) -> Iterator[Month]:
        """The twelve months, October first."""
        return (self.first_month.plus(n) for n in range(12))

    def month(self, number: int) -> Month:
        """The fiscal year's month with that number, 1 to 12; 10 is its first one."""
        return self.first_month.plus((number - FIRST_MONTH) % 12)

    def quarter(self, number: int) -> tuple[Month, Month]:
        """First and last month of quarter 1 (October to December) to 4 (July to September)."""
        if not 1 <= number <= 4:
            raise ValueError(f"number must be 1 to 4; got {number!r}")
        first = self.first_month.plus(3 * (number - 1))
        return first, first.plus(2)
