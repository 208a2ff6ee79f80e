"""Measures that are offered and not saved: what is to be known of each, and whether the plan has it already."""

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
    """Equal for texts that read the same: spaces, line ends, signs, the kind of digits and capitals do not count.

    >>> text_key("(๑) จัดทำ คู่มือ ITA") == text_key("1. จัดทำคู่มือ\\nita")
    True
    >>> text_key("จัดทำคู่มือ ๑") == text_key("จัดทำคู่มือ ๒")
    False
    """
    # Faster than a pattern: all texts of a plan are compared when it is opened.
    key = "".join(to_arabic(text).casefold().split())
    for sign in _SIGNS:
        if sign in key:
            key = key.replace(sign, "")
    return key


_SIGNS = ".,:;()-–•"


def texts_in(measures: Iterable[Measure]) -> frozenset[str]:
    """The keys of the measures' texts, so that an offered one can be told to be there already."""
    return frozenset(key for measure in measures if (key := text_key(measure.text)))
