"""The months that a typed period names, or what to type where it names none: nothing is guessed."""

from dataclasses import replace
from itertools import pairwise

from ita_desktop.domain.fiscal_year import FIRST_MONTH, FIRST_YEAR, LAST_YEAR, FiscalYear
from ita_desktop.domain.period_parts import Measured, Months, Part, UnreadPeriodError, months_of
from ita_desktop.domain.period_words import Kind, Word, period_words
from ita_desktop.thai.dates import BE_OFFSET, full_be_year

_NEAR = 20
"""Years around the plan year within which two digits are a year: the 15 of “ต.ค. 15” may be a day."""
_LAST_DAY = 31
_HALVES = {1: (10, 3), 2: (4, 9)}
_FREQUENCIES = ("ทุก", "ราย", "เดือนละ", "ปีละ", "สม่ำเสมอ", "ต่อเนื่อง")


def read_months(text: str, plan_year: FiscalYear) -> Months:
    """First and last month; years left out come from the other end or the plan year.

    Raises `UnreadPeriodError` with what to type instead.
    """
    words = period_words(text)
    if words is None:
        raise UnreadPeriodError(_advice(plan_year, frequency=any(word in text for word in _FREQUENCIES)))
    return _Reader(words, plan_year).read()


class _Reader:
    """Walks over the words once, from left to right."""

    def __init__(self, words: tuple[Word, ...], plan_year: FiscalYear) -> None:
        self._words = words
        self._place = 0
        self._year = plan_year

    def read(self) -> Months:
        """All words as one period, perhaps said a second time in brackets: ไตรมาส 1 (ต.ค. – ธ.ค.)."""
        months = self._span()
        if self._take(Kind.OPEN):
            self._year = FiscalYear.of(months[0].first_day)
            if self._span() != months:
                raise UnreadPeriodError("ช่วงเวลาในวงเล็บไม่ตรงกับหน้าวงเล็บ แก้ให้ตรงกันหรือพิมพ์เพียงอย่างเดียว")
            if not self._take(Kind.CLOSE):
                raise self._unclear()
        if self._place < len(self._words):
            raise self._unclear()
        return months

    def _span(self) -> Months:
        self._skip(Kind.LEAD)
        since = self._skip(Kind.FROM, Kind.LEAD)
        between = self._skip(Kind.BETWEEN)
        parts, joints = [self._part()], []
        while joint := self._take(Kind.RANGE, Kind.AND):
            joints.append(Kind.RANGE if between else joint.kind)
            parts.append(self._part(parts[-1]))
        if self._take(Kind.ONWARD) or (since and not joints):
            raise UnreadPeriodError(f"ยังไม่มีเดือนสิ้นสุด พิมพ์ให้ครบ เช่น {period_example(self._year)}")
        if (Kind.RANGE, Kind.RANGE) in pairwise(joints):
            raise self._unclear()
        return months_of(self._with_months(parts), [joint is Kind.AND for joint in joints], self._year)

    def _part(self, before: Part | None = None) -> Part:
        self._skip(Kind.LEAD)
        word = self._take(Kind.WHOLE, Kind.FISCAL, Kind.HALF, Kind.QUARTER, Kind.MONTH) or self._number()
        if word.kind in (Kind.WHOLE, Kind.FISCAL):
            return self._with_year(Part(Measured.YEAR, FIRST_MONTH, FIRST_MONTH - 1, fiscal=True))
        if word.kind is Kind.HALF:
            return self._with_year(Part(Measured.HALF, *_HALVES[word.value], fiscal=True))
        if word.kind is Kind.QUARTER:
            return self._quarter(word.value or self._number().value)
        if word.kind is Kind.MONTH:
            return self._with_year(Part(Measured.MONTH, word.value, word.value))
        return self._begun_with(word, before)

    def _begun_with(self, number: Word, before: Part | None) -> Part:
        """A part that begins with a number: a day, a month in digits, or the rest of “ไตรมาส 1-2”."""
        if before and before.measured is Measured.QUARTER:
            return self._quarter(number.value)
        if self._take(Kind.SLASH):
            return self._in_digits(number)
        if before and before.measured is Measured.YEAR:
            return replace(before, year=self._be_year(number))
        self._skip(Kind.LEAD)
        if month := self._take(Kind.MONTH):
            return self._with_year(Part(Measured.MONTH, month.value, month.value, number.value))
        return Part(Measured.DAY, 0, 0, number.value)

    def _quarter(self, number: int) -> Part:
        if not 1 <= number <= 4:
            raise UnreadPeriodError("ปีงบประมาณมีไตรมาส 1 ถึง 4 พิมพ์เช่น ไตรมาส 1")
        first, last = self._year.quarter(number)
        return self._with_year(Part(Measured.QUARTER, first.number, last.number, fiscal=True))

    def _in_digits(self, first: Word) -> Part:
        """`1/10/2567` or `10/2567`; `1/10` may be a day or a year."""
        second = self._number()
        if self._take(Kind.SLASH):
            day, month, year = first.value, second.value, self._be_year(self._number())
        elif second.value > _LAST_DAY:
            day, month, year = None, first.value, self._be_year(second)
        else:
            raise self._unclear()
        if not 1 <= month <= 12:
            raise UnreadPeriodError(f"ไม่มีเดือนที่ {month} พิมพ์วัน เดือน ปี เช่น 1/10/{self._year - 1}")
        return Part(Measured.MONTH, month, month, day, year)

    def _with_year(self, part: Part) -> Part:
        """The part with the year that stands behind it, if one does; Excel shows ต.ค.-67."""
        place = self._place
        self._skip(Kind.OF, Kind.SLASH)
        fiscal = self._skip(Kind.FISCAL)
        named = self._skip(Kind.ERA, Kind.CHRISTIAN)
        if number := self._take(Kind.NUMBER):
            return replace(part, year=self._be_year(number), fiscal=fiscal or part.fiscal)
        if fiscal and not named:
            return replace(part, year=self._year.be, fiscal=True)
        if self._place > place:
            raise self._unclear()
        if part.measured is Measured.MONTH and part.day is None and self._year_after_dash():
            self._skip(Kind.RANGE)
            return replace(part, year=self._be_year(self._number()))
        return part

    def _year_after_dash(self) -> bool:
        dash, number, *after = [*self._words[self._place : self._place + 3], None, None][:3]
        if dash is None or number is None or (dash.kind, number.kind) != (Kind.RANGE, Kind.NUMBER):
            return False
        begins_a_date = after[0] is not None and after[0].kind in (Kind.MONTH, Kind.SLASH, Kind.LEAD)
        return number.value > _LAST_DAY and not begins_a_date

    def _be_year(self, word: Word) -> int:
        year = full_be_year(word.value)
        if word.digits == 4 and 1900 <= year < 2200:
            raise UnreadPeriodError(f"ปี {year} เป็นปี ค.ศ. ใส่ปี พ.ศ. เช่น {year + BE_OFFSET}")
        if word.digits == 2 and abs(year - self._year.be) > _NEAR:
            raise UnreadPeriodError(f"ไม่แน่ใจว่า {word.value} เป็นปีใด ใส่ปี พ.ศ. สี่หลัก เช่น {self._year}")
        if word.digits not in (2, 4) or not FIRST_YEAR <= year <= LAST_YEAR:
            raise UnreadPeriodError(f"ปี {word.value} ไม่ใช่ปี พ.ศ. ที่ใช้ได้ ใส่ปี พ.ศ. เช่น {self._year}")
        return year

    def _with_months(self, parts: list[Part]) -> list[Part]:
        """Days without a month get the one of the date that follows: 1 - 31 ต.ค. 67."""
        found: list[Part] = []
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            if part.measured is not Measured.DAY:
                found.append(part)
            elif after is not None and after.measured is Measured.MONTH and after.day is not None:
                found.append(replace(after, day=part.day))
            else:
                raise self._unclear()
        return found

    def _number(self) -> Word:
        word = self._take(Kind.NUMBER)
        if word is None:
            raise self._unclear()
        return word

    def _take(self, *kinds: Kind) -> Word | None:
        if self._place == len(self._words) or self._words[self._place].kind not in kinds:
            return None
        self._place += 1
        return self._words[self._place - 1]

    def _skip(self, *kinds: Kind) -> bool:
        before = self._place
        while self._take(*kinds):
            pass
        return self._place > before

    def _unclear(self) -> UnreadPeriodError:
        christian = [word.value for word in self._words if word.digits == 4 and 1900 <= word.value < 2200]
        if christian:
            return UnreadPeriodError(f"ปี {christian[0]} เป็นปี ค.ศ. ใส่ปี พ.ศ. เช่น {christian[0] + BE_OFFSET}")
        return UnreadPeriodError(_advice(self._year))


def period_example(plan_year: FiscalYear) -> str:
    """A period of the plan year as one may type it."""
    return f"ต.ค. {(plan_year - 1).short} – มี.ค. {plan_year.short}"


def _advice(plan_year: FiscalYear, *, frequency: bool = False) -> str:
    if frequency:
        return f"บอกเพียงความถี่ พิมพ์เดือนแรกถึงเดือนสุดท้าย เช่น {period_example(plan_year)} หรือ ตลอดปีงบประมาณ"
    return f"อ่านช่วงเวลานี้ไม่ได้ พิมพ์เช่น {period_example(plan_year)} หรือ ไตรมาส 1 หรือ ตลอดปีงบประมาณ"
