"""Column types: how each kind of domain value lies in the file, and the limits that the file itself keeps."""

import json
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

from ita_desktop.db.connection import UnreadableError
from ita_desktop.domain.assessment import MAX_SCORE
from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear, Month
from ita_desktop.domain.measure import MAX_BUDGET

T = TypeVar("T")
_JSON, _JSON_TEXT = json.JSONDecoder(), json.JSONEncoder(ensure_ascii=False)


class StoredType(TypeDecorator[T]):
    """A column type whose values can be limited; `rows.base.Base` makes each limit a CHECK constraint."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # SQLAlchemy asks every class itself, not its base.
        cls.cache_ok = True

    def limit(self, column: str) -> str:
        """The SQL condition that every value of the column meets."""
        raise NotImplementedError

    def store(self, value: T) -> int | str:
        """The value as it lies in the file; `ValueError` when it cannot be kept exactly."""
        raise NotImplementedError

    def load(self, raw: Any) -> T:
        """The value that lies in the file as `raw`."""
        raise NotImplementedError

    def process_bind_param(self, value: T | None, dialect: Dialect) -> int | str | None:  # noqa: ARG002 SQLAlchemy's
        return None if value is None else self.store(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> T | None:  # noqa: ARG002 SQLAlchemy's
        if value is None:
            return None
        try:
            return self.load(value)
        except (ValueError, TypeError) as error:
            # The limits keep such a value out: only damage to the file can put it there.
            raise UnreadableError(f"{type(self).__name__} cannot read {type(value).__name__}") from error


class YearType(StoredType[FiscalYear]):
    """A fiscal year as its Buddhist number; a Gregorian year cannot be stored."""

    impl = Integer

    def limit(self, column: str) -> str:
        return f"{column} BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"

    def store(self, value: FiscalYear) -> int:
        return value.be

    def load(self, raw: int) -> FiscalYear:
        return FiscalYear(raw)


class MonthType(StoredType[Month]):
    """A month as `2567-10`, the year of the Buddhist Era."""

    impl = Text

    def limit(self, column: str) -> str:
        return f"{column} GLOB '2[4-6][0-9][0-9]-[01][0-9]'"

    def store(self, value: Month) -> str:
        return f"{value.be_year}-{value.number:02d}"

    def load(self, raw: str) -> Month:
        year, _, number = raw.partition("-")
        return Month(int(year), int(number))


class HundredthsType(StoredType[Decimal]):
    """A decimal from 0 to `largest` with at most two places, exact: kept as a whole number of hundredths."""

    impl = Integer

    def __init__(self, largest: Decimal) -> None:
        super().__init__()
        self.largest = largest

    def limit(self, column: str) -> str:
        return f"{column} BETWEEN 0 AND {int(self.largest * 100)}"

    def store(self, value: Decimal) -> int:
        hundredths = int(value.scaleb(2))
        if hundredths != value.scaleb(2):
            raise ValueError(f"value must have at most two decimals; got {value!r}")
        return hundredths

    def load(self, raw: int) -> Decimal:
        return Decimal(raw).scaleb(-2)


class DayType(StoredType[date]):
    """A day as ISO text, Gregorian."""

    impl = Text

    def limit(self, column: str) -> str:
        return f"{column} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"

    def store(self, value: date) -> str:
        return value.isoformat()

    def load(self, raw: str) -> date:
        return date.fromisoformat(raw)


class MinuteType(StoredType[time]):
    """A time of day as `09:30`."""

    impl = Text

    def limit(self, column: str) -> str:
        return f"{column} GLOB '[0-2][0-9]:[0-5][0-9]'"

    def store(self, value: time) -> str:
        return value.isoformat(timespec="minutes")

    def load(self, raw: str) -> time:
        return time.fromisoformat(raw)


class MomentType(StoredType[datetime]):
    """A moment on this PC's clock as ISO text, to the second."""

    impl = Text

    def limit(self, column: str) -> str:
        day = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
        return f"{column} GLOB '{day}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'"

    def store(self, value: datetime) -> str:
        return value.isoformat(timespec="seconds")

    def load(self, raw: str) -> datetime:
        return datetime.fromisoformat(raw)


class FlagType(StoredType[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer

    def limit(self, column: str) -> str:
        return f"{column} IN (0, 1)"

    def store(self, value: bool) -> int:
        return int(value)

    def load(self, raw: int) -> bool:
        return bool(raw)


_NO_LINES = "[]"


class LinesType(StoredType[tuple[str, ...]]):
    """A tuple of texts as a JSON array."""

    impl = Text

    def limit(self, column: str) -> str:
        # json_valid() is not allowed in a schema that is not trusted before SQLite 3.41.
        return f"{column} GLOB '[[]*]'"

    def store(self, value: tuple[str, ...]) -> str:
        # As `json.dumps`, without the new encoder that it makes for each of thousands of rows.
        return f"[{', '.join(map(_JSON_TEXT.encode, value))}]"

    def load(self, raw: str) -> tuple[str, ...]:
        if raw == _NO_LINES:
            return ()
        # As `json.loads`, without its search for blanks around the array: thousands of rows are read at once.
        lines, end = _JSON.raw_decode(raw)
        if end != len(raw):
            raise ValueError("more than one JSON value")
        return tuple(lines)


class WordType(StoredType[StrEnum]):
    """One of the words of an enumeration."""

    impl = Text

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def limit(self, column: str) -> str:
        return f"{column} IN ({', '.join(repr(word.value) for word in self.words)})"

    def store(self, value: StrEnum) -> str:
        return value.value

    def load(self, raw: str) -> StrEnum:
        return self.words(raw)


Score = Annotated[Decimal, mapped_column(HundredthsType(MAX_SCORE))]
"""A score in points, 0 to 100."""
Baht = Annotated[Decimal, mapped_column(HundredthsType(MAX_BUDGET))]
"""An amount of money in baht."""
