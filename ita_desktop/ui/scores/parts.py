"""The single facts of an assessment that a clerk enters, each readable and replaceable by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Generic, TypeVar

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.details import Detail
from ita_desktop.domain.framework import Framework, Indicator, Instrument
from ita_desktop.domain.scoring import Origin, Outcome, Score, Step, outcome

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True)
class YearScores:
    """One result year: its framework, the scores, and what follows from them."""

    framework: Framework
    assessment: Assessment

    @cached_property
    def outcome(self) -> Outcome:
        """What the scores say."""
        return outcome(self.framework, self.assessment)


@dataclass(frozen=True)
class Part(Generic[V]):
    """One fact of an assessment: `get` reads it, `put` gives the assessment with another value of it."""

    key: str
    name: str
    get: Callable[[Assessment], V]
    put: Callable[[Assessment, V], Assessment]


@dataclass(frozen=True)
class ScorePart(Part[Decimal | None]):
    """One score; `where` is what it is the score of: the number of an EIT part, None for the total."""

    where: Indicator | Instrument | Detail | int | None = None

    def known(self, scores: YearScores) -> Score | None:
        """The score as entered or as it follows from the others; None when unknown."""
        if self.where is None:
            return scores.outcome.total
        if isinstance(self.where, Instrument):
            return scores.outcome.instruments.get(self.where)
        entered = self.get(scores.assessment)
        return None if entered is None else Score(entered, Origin.ANNOUNCED)


TOTAL = ScorePart("total", "คะแนนรวม", lambda a: a.total, lambda a, score: replace(a, total=score))
LEVEL: Part[str] = Part(
    "level", "ระดับที่ประกาศ", lambda a: a.announced_level, lambda a, level: replace(a, announced_level=level)
)
ANNOUNCED_ON: Part[date | None] = Part(
    "announced_on", "วันที่ประกาศ", lambda a: a.announced_on, lambda a, day: replace(a, announced_on=day)
)
RECOMMENDATIONS: Part[str] = Part(
    "recommendations",
    "ข้อเสนอแนะในรายงานผล",
    lambda a: a.recommendations,
    lambda a, text: replace(a, recommendations=text),
)
SOURCE: Part[str] = Part("source", "แหล่งข้อมูล", lambda a: a.source, lambda a, text: replace(a, source=text))


def instrument_part(instrument: Instrument) -> ScorePart:
    """The announced score of an instrument."""
    return ScorePart(
        f"instrument {instrument}",
        f"คะแนน {instrument}",
        lambda a: a.instruments.get(instrument),
        lambda a, score: replace(a, instruments=_with(a.instruments, instrument, score)),
        instrument,
    )


def indicator_part(indicator: Indicator) -> ScorePart:
    """The score of an indicator."""
    code = indicator.code
    return ScorePart(
        f"indicator {code}",
        f"ตัวชี้วัดที่ {indicator.label}",
        lambda a: a.indicators.get(code),
        lambda a, score: replace(a, indicators=_with(a.indicators, code, score)),
        indicator,
    )


def eit_part(number: int) -> ScorePart:
    """The score of one part of the EIT, 1 or 2."""
    return ScorePart(
        f"part {number}",
        f"คะแนน EIT ส่วนที่ {number}",
        lambda a: a.eit_parts.get(number),
        lambda a, score: replace(a, eit_parts=_with(a.eit_parts, number, score)),
        number,
    )


def detail_part(detail: Detail) -> ScorePart:
    """The score of a question or of an item of the public-data instrument."""
    code = detail.code
    return ScorePart(
        f"detail {code}",
        f"ข้อ {code} {detail.name}".rstrip(),
        lambda a: a.details.get(code),
        lambda a, score: replace(a, details=_with(a.details, code, score)),
        detail,
    )


def steps_upward(found: Outcome) -> tuple[Step, ...]:
    """What every higher level still asks; with instruments unknown, what the known ones lack for the next level."""
    above = found.next_level
    if found.steps or above is None or not found.holding_back:
        return found.steps
    gaps = {i: above.instrument_min - found.instruments[i].value for i in found.holding_back}
    return (Step(above, Decimal(0), gaps),)


def _with(scores: Mapping[K, Decimal], key: K, score: Decimal | None) -> dict[K, Decimal]:
    kept = {k: value for k, value in scores.items() if k != key}
    return kept if score is None else {**kept, key: score}
