"""The scores that can be tried: indicators where all of an instrument are known, else the instrument."""

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.assessment import display_score
from ita_desktop.domain.framework import Instrument
from ita_desktop.ui.scores.parts import YearScores


@dataclass(frozen=True, slots=True)
class Slot:
    """One score to try: the key that `what_if` knows it by, its name, the real score, and where it starts from."""

    key: str
    name: str
    instrument: Instrument
    actual: Decimal | None
    """None when it is not known."""
    lowest: Decimal
    """The real score, or the lowest that an unknown one can be."""

    @property
    def is_indicator(self) -> bool:
        """Whether it is an indicator's score."""
        return self.key != self.instrument


def slots_of(scores: YearScores) -> tuple[Slot, ...]:
    """The slots of a year in the framework's order, the same scores that a least change is made of."""
    framework, assessment, found = scores.framework, scores.assessment, scores.outcome
    slots: list[Slot] = []
    for instrument in framework.weights:
        indicators = framework.indicators_of(instrument)
        if all(indicator.code in assessment.indicators for indicator in indicators):
            for indicator in indicators:
                score = assessment.indicators[indicator.code]
                slots.append(Slot(indicator.code, indicator.label, instrument, score, score))
            continue
        known = found.instruments.get(instrument)
        actual = None if known is None else display_score(known.value)
        lowest = display_score(found.bounds[instrument].low) if actual is None else actual
        slots.append(Slot(instrument.value, f"{instrument} {instrument.thai_name}", instrument, actual, lowest))
    return tuple(slots)
