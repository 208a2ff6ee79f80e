"""How a measure and its place in time read in the panel; Arabic digits."""

from datetime import date

from ita_desktop.domain.follow_up import Timing, timing
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.measure_remark import short_name
from ita_desktop.domain.period import format_period
from ita_desktop.thai.words import NO_BREAK_SPACE

_NAME_LENGTH = 60
_TONES = {Timing.LATE: "error", Timing.DUE_SOON: "warning"}


def name_of(measure: Measure) -> str:
    """The measure's title or first action, short."""
    return short_name(measure, _NAME_LENGTH)


def state_words(measure: Measure, today: date) -> str:
    """Status, period and how long until its end, or since."""
    parts = (measure.status.words, format_period(measure.period), timing_words(measure, today))
    # A line may end after the dot, never begin with it.
    return f"{NO_BREAK_SPACE}· ".join(part for part in parts if part)


def timing_words(measure: Measure, today: date) -> str:
    """How long until the measure's end, or since; empty where it does not matter."""
    last = measure.period.last
    days = (last.last_day - today).days if last is not None else 0
    match timing(measure, today):
        case Timing.LATE:
            return f"เลยกำหนดมา {-days} วัน"
        case Timing.DUE_SOON:
            return f"ครบกำหนดในอีก {days} วัน" if days else "ครบกำหนดวันนี้"
        case Timing.NOT_BEGUN:
            return Timing.NOT_BEGUN.words
        case _:
            return ""


def tone_of(measure: Measure, today: date) -> str:
    """How urgent that is."""
    return _TONES.get(timing(measure, today), "quiet")
