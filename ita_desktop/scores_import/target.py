"""Which score of an assessment a row of a table stands for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.framework import Framework, Instrument

K = TypeVar("K")


class ScoreKind(StrEnum):
    """The kinds of scores; one further down is more specific."""

    TOTAL = "total"
    INSTRUMENT = "instrument"
    EIT_PART = "eit_part"
    INDICATOR = "indicator"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True, order=True)
class ScoreTarget:
    """One score by its kind and key: an instrument, an indicator's or detail's code, the number of an EIT part."""

    kind: ScoreKind
    key: str = ""

    def label(self, framework: Framework) -> str:
        """What the clerk calls it."""
        if self.kind is ScoreKind.INDICATOR:
            known = {indicator.code: indicator.label for indicator in framework.indicators}
            return f"ตัวชี้วัดที่ {known.get(self.key, self.key)}"
        return {
            ScoreKind.TOTAL: "คะแนนรวม",
            ScoreKind.INSTRUMENT: f"คะแนน {self.key}",
            ScoreKind.EIT_PART: f"EIT ส่วนที่ {self.key}",
            ScoreKind.DETAIL: f"ข้อ {self.key}",
        }[self.kind]

    def fault(self, framework: Framework) -> str:
        """Why the framework's year cannot have this score, empty when it can."""
        if self.kind is ScoreKind.INDICATOR and self.key not in {i.code for i in framework.indicators}:
            return f"กรอบการประเมินของปี {framework.year} ไม่มีตัวชี้วัดที่ {self.key}"
        if self.kind is ScoreKind.EIT_PART and int(self.key) > framework.eit_parts:
            return f"ปี {framework.year} ไม่แบ่ง EIT เป็นส่วน"
        return framework.detail_fault(self.key) if self.kind is ScoreKind.DETAIL else ""

    def get(self, assessment: Assessment) -> Decimal | None:
        """The score as it stands in the assessment."""
        match self.kind:
            case ScoreKind.TOTAL:
                return assessment.total
            case ScoreKind.INSTRUMENT:
                return assessment.instruments.get(Instrument(self.key))
            case ScoreKind.EIT_PART:
                return assessment.eit_parts.get(int(self.key))
            case ScoreKind.INDICATOR:
                return assessment.indicators.get(self.key)
            case ScoreKind.DETAIL:
                return assessment.details.get(self.key)

    def put(self, assessment: Assessment, score: Decimal) -> Assessment:
        """The assessment with this score."""
        match self.kind:
            case ScoreKind.TOTAL:
                return replace(assessment, total=score)
            case ScoreKind.INSTRUMENT:
                return replace(assessment, instruments=_with(assessment.instruments, Instrument(self.key), score))
            case ScoreKind.EIT_PART:
                return replace(assessment, eit_parts=_with(assessment.eit_parts, int(self.key), score))
            case ScoreKind.INDICATOR:
                return replace(assessment, indicators=_with(assessment.indicators, self.key, score))
            case ScoreKind.DETAIL:
                return replace(assessment, details=_with(assessment.details, self.key, score))


TOTAL = ScoreTarget(ScoreKind.TOTAL)


def targets_of(framework: Framework, *, details: bool = True) -> Iterator[ScoreTarget]:
    """Every score of the framework's year, in the order of the scores tab."""
    yield TOTAL
    for instrument in framework.weights:
        yield ScoreTarget(ScoreKind.INSTRUMENT, instrument.value)
        if details and instrument is Instrument.EIT:
            yield from (ScoreTarget(ScoreKind.EIT_PART, str(n + 1)) for n in range(framework.eit_parts))
        for indicator in framework.indicators_of(instrument):
            yield ScoreTarget(ScoreKind.INDICATOR, indicator.code)
            if details:
                below = framework.details_of(indicator.code)
                yield from (ScoreTarget(ScoreKind.DETAIL, detail.code) for detail in below)


def _with(scores: Mapping[K, Decimal], key: K, score: Decimal) -> dict[K, Decimal]:
    return {**scores, key: score}
