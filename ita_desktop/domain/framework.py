"""One year's assessment framework: instruments, indicators, levels and OIT items, as published."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.details import Detail, split_code
from ita_desktop.domain.fiscal_year import FiscalYear


class Instrument(StrEnum):
    """The three survey instruments (ita.md 1.1)."""

    IIT = "IIT"
    EIT = "EIT"
    OIT = "OIT"

    @property
    def thai_name(self) -> str:
        """The official Thai name."""
        return _INSTRUMENT_NAMES[self]

    @property
    def detail_letter(self) -> str:
        """The letter that begins the codes of its questions or items."""
        return self.value[0].lower()


_INSTRUMENT_NAMES = {
    Instrument.IIT: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน",
    Instrument.EIT: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก",
    Instrument.OIT: "แบบวัดการเปิดเผยข้อมูลสาธารณะ",
}


_BY_LETTER = {instrument.detail_letter: instrument for instrument in Instrument}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a number comes from, and whether a person has checked it against the source."""

    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the ten indicators; `code` is text (`1` … `10`)."""

    code: str
    name: str
    instrument: Instrument
    before: str = ""
    """Its code in the year before, where the same name there would not find it."""

    @property
    def label(self) -> str:
        """`1. การปฏิบัติหน้าที่`."""
        return f"{self.code}. {self.name}"


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A result level: total at least `total_min` and every instrument at least `instrument_min` (points)."""

    name: str
    total_min: Decimal
    instrument_min: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class OitItem:
    """One item of the public-data instrument in that year's numbering."""

    code: str
    name: str
    indicator_code: str
    group: str = ""
    verified: bool = False
    before: tuple[str, ...] = ()
    """The codes of the items of the year before that it continues, empty when not known."""


@dataclass(frozen=True, slots=True)
class Framework:
    """The framework of one result year. `levels` runs from best to worst; the last one takes every score."""

    year: FiscalYear
    weights: Mapping[Instrument, Decimal]
    """Share of the total, summing to 1."""
    indicators: tuple[Indicator, ...]
    levels: tuple[LevelRule, ...]
    pass_mark: Decimal
    """The total that counts as passed, points."""
    excellent_mark: Decimal
    """The score that the best level asks of the total, points."""
    oit_items: tuple[OitItem, ...] = ()
    measures_item: str = ""
    """Code of the item that asks for the measures (o25 in 2569), empty when not verified."""
    report_item: str = ""
    """Code of the item that asks for the follow-up report (o26 in 2569), empty when not verified."""
    questions: Mapping[Instrument, int] = field(default_factory=dict)
    """Number of questions or items by instrument, as far as known."""
    eit_parts: int = 0
    """In how many parts the EIT is collected (two since 2566), 0 when it is not split."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Source by section: `weights`, `indicators`, `levels`, `questions`, `eit_parts`, `oit_items`, `pair`; and
    `levels.<name>` for a level that is less certain than its section."""

    def indicator(self, code: str) -> Indicator:
        """The indicator with that code; `KeyError` when the framework has none."""
        for indicator in self.indicators:
            if indicator.code == code:
                return indicator
        raise KeyError(code)

    def indicators_of(self, instrument: Instrument) -> tuple[Indicator, ...]:
        """The indicators whose mean is the instrument's score."""
        return tuple(indicator for indicator in self.indicators if indicator.instrument is instrument)

    def marginal_weight(self, code: str) -> Decimal:
        """How much one point of the indicator moves the total (0.06, 0.10 or 0.20; ita.md 1.4)."""
        instrument = self.indicator(code).instrument
        return self.weights[instrument] / len(self.indicators_of(instrument))

    def level_named(self, name: str) -> LevelRule | None:
        """The level with that official name, or None."""
        return next((level for level in self.levels if level.name == name), None)

    def rank(self, level: LevelRule) -> int:
        """0 for the best level, counting up to the worst."""
        return self.levels.index(level)

    def details_of(self, indicator_code: str) -> tuple[Detail, ...]:
        """The questions or items whose scores stand below the indicator; empty where the year's are not known.

        Questions are dealt out evenly in their order, as in the forms that are known (ita.md 1.3).
        """
        instrument = self.indicator(indicator_code).instrument
        if instrument is Instrument.OIT:
            items = (item for item in self.oit_items if item.indicator_code == indicator_code)
            return tuple(Detail(item.code, item.name, item.verified) for item in items)
        own = [indicator.code for indicator in self.indicators_of(instrument)]
        each, rest = divmod(self.questions.get(instrument, 0), len(own))
        if rest:
            return ()
        first = own.index(indicator_code) * each
        verified = "questions" in self.evidence and self.evidence["questions"].verified
        numbers = range(first + 1, first + each + 1)
        return tuple(Detail(f"{instrument.detail_letter}{n}", verified=verified) for n in numbers)

    def all_details_known(self, indicator_code: str) -> bool:
        """Whether `details_of` holds every question or item below the indicator."""
        if self.indicator(indicator_code).instrument is Instrument.OIT:
            return bool(self.oit_items) and len(self.oit_items) == self._detail_count(Instrument.OIT)
        return bool(self.details_of(indicator_code))

    def indicator_of_detail(self, code: str) -> str:
        """Code of the indicator above a question or item; empty when not known."""
        return next(
            (
                indicator.code
                for indicator in self.indicators
                if code.startswith(indicator.instrument.detail_letter)
                and any(detail.code == code for detail in self.details_of(indicator.code))
            ),
            "",
        )

    def detail_fault(self, code: str) -> str:
        """Why the code cannot be a question or item of this year, empty when it can."""
        parts = split_code(code)
        if parts is None:
            return f"“{code}” ไม่ใช่รหัสข้อ รหัสข้อคือ i e หรือ o ตามด้วยเลข เช่น i1 หรือ o12"
        letter, number = parts
        instrument = _BY_LETTER[letter]
        count = self._detail_count(instrument)
        if count and number > count:
            return f"ปี {self.year} มีข้อ {letter}1–{letter}{count} จึงไม่มีข้อ {code}"
        return ""

    def _detail_count(self, instrument: Instrument) -> int:
        """How many questions or items the instrument has, 0 when not known; an unbroken list of items counts itself."""
        if instrument in self.questions or instrument is not Instrument.OIT:
            return self.questions.get(instrument, 0)
        codes = [item.code for item in self.oit_items]
        unbroken = codes == [f"{instrument.detail_letter}{n}" for n in range(1, len(codes) + 1)]
        return len(codes) if unbroken else 0

    @property
    def depends_on_instruments(self) -> bool:
        """Whether any level asks something of each instrument (the five levels since 2566)."""
        return any(level.instrument_min > 0 for level in self.levels)


@dataclass(frozen=True, slots=True)
class Frameworks:
    """The frameworks by result year."""

    by_year: Mapping[FiscalYear, Framework]

    def of(self, year: FiscalYear) -> Framework:
        """The year's framework; a year without its own gets the nearest earlier (else earliest) one, unverified.

        Item codes move every year, so a borrowed framework carries none.
        """
        if year in self.by_year:
            return self.by_year[year]
        earlier = [known for known in self.by_year if known < year]
        borrowed = self.by_year[max(earlier) if earlier else min(self.by_year)]
        return replace(
            borrowed,
            year=year,
            indicators=tuple(replace(indicator, before="") for indicator in borrowed.indicators),
            oit_items=(),
            measures_item="",
            report_item="",
            questions={},
            evidence={
                section: Evidence(f"ใช้กรอบของปี {borrowed.year} ไปก่อน", verified=False) for section in borrowed.evidence
            },
        )
