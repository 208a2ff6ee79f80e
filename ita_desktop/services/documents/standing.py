"""How a measure stands on a day: what was recorded of it until then, and by how many days it is late."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ita_desktop.domain.measure import Measure, MeasureStatus, Progress
from ita_desktop.services.documents.source import PaperSource


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure on a day; `entries` were recorded until then, oldest first."""

    measure: Measure
    status: MeasureStatus
    entries: tuple[Progress, ...]
    days_late: int
    """Days since its period ended while work is still expected, 0 when it is not late."""
    is_undated: bool
    """Whether it has left its beginning without any entry that says when."""

    @property
    def late_words(self) -> str:
        """`เลยกำหนด 12 วัน`, or empty."""
        return f"เลยกำหนด {self.days_late} วัน" if self.days_late else ""


def standings(source: PaperSource) -> tuple[Standing, ...]:
    """The measures of the plan as the record has them now, whatever the clock of the computer says."""
    by_measure = _by_measure(source)
    return tuple(
        _standing(measure, measure.status, by_measure.get(measure.id, ()), source.today) for measure in source.measures
    )


def standings_until(source: PaperSource, day: date) -> tuple[Standing, ...]:
    """The measures of the plan as they stood at the end of the day, late by today where the day is still to come.

    A status that no entry dates counts as it is, also one that was set by hand behind the last entry: nobody can
    say that it came later.
    """
    by_measure = _by_measure(source)
    found = []
    for measure in source.measures:
        recorded = by_measure.get(measure.id, ())
        entries = [entry for entry in recorded if entry.recorded_on <= day]
        status = measure.status
        if len(entries) < len(recorded):
            status = entries[-1].status if entries else MeasureStatus.NOT_STARTED
        found.append(_standing(measure, status, entries, min(day, source.today)))
    return tuple(found)


def _by_measure(source: PaperSource) -> Mapping[int, Sequence[Progress]]:
    by_measure: dict[int, list[Progress]] = defaultdict(list)
    for entry in source.progress:
        by_measure[entry.measure_id].append(entry)
    return by_measure


def _standing(measure: Measure, status: MeasureStatus, entries: Sequence[Progress], today: date) -> Standing:
    is_undated = not entries and status is not MeasureStatus.NOT_STARTED
    return Standing(measure, status, tuple(entries), _days_late(measure, status, today), is_undated)


def _days_late(measure: Measure, status: MeasureStatus, today: date) -> int:
    last = measure.period.last
    return max(0, (today - last.last_day).days) if last is not None and status.is_open else 0


def percent(part: int, whole: int) -> str:
    """The share in hundred with two decimals, rounded half up."""
    share = Decimal(part * 100) / Decimal(whole)
    return f"{share.quantize(Decimal('0.01'), ROUND_HALF_UP)}"


def lines(text: str) -> tuple[str, ...]:
    """The lines of a typed text without empty ones."""
    return tuple(stripped for part in text.splitlines() if (stripped := " ".join(part.split())))
