"""Measures that are offered and not saved: what is to be known of each, and whether the plan has it already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.domain.measure import Measure
from ita_desktop.thai.digits import to_arabic


@dataclass(frozen=True, slots=True)
class Proposal:
    """An unsaved measure that the clerk may take; the remarks say what was put in, changed or left out for it."""

    measure: Measure
    remarks: tuple[str, ...] = ()


def text_key(text: str) -> str:
    """Equal for texts that read the same: spaces, line ends, signs and the kind of digits do not count."""
    return _NO_WORDS.sub("", to_arabic(text)).casefold()


_NO_WORDS = re.compile(r"[\s.,:;()\-–•]+")


def texts_in(measures: Iterable[Measure]) -> frozenset[str]:
    """The keys of the measures' texts, so that an offered one can be told to be there already."""
    return frozenset(key for measure in measures if (key := text_key(measure.text)))
