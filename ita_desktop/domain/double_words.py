"""Words that were typed twice (การการ, และ และ), told from those that Thai doubles on purpose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.thai import words

_THAI = re.compile("[ก-ฺเ-๎]{2,}")
_LONGEST = 3
"""How many words in a row are looked for a second time (กองคลังกองคลัง)."""
_LETTERS_OF_SEVERAL = 6
"""Shorter rows of several words repeat in honest Thai."""
_PREFIXES = ("การ", "ความ")
_PLACE = "ที่"


@dataclass(frozen=True, slots=True)
class DoubleWords:
    """What counts as a slip; the lists come from resources/words."""

    repeated: frozenset[str] = frozenset()
    """Words that are meant twice and written with ๆ."""
    small: frozenset[str] = frozenset()
    """Words that are a slip with a space between, too."""
    before_place: frozenset[str] = frozenset()
    """Words before a ที่ที่ that is meant so."""
    meant: frozenset[str] = frozenset()
    """Words that stand twice on purpose, without ๆ."""


NO_DOUBLES = DoubleWords()
"""No word is special."""


@dataclass(frozen=True, slots=True)
class Double:
    """`text[start:end]` says `word` more than once; `once` would stand there instead."""

    start: int
    end: int
    word: str
    once: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    text: str
    """With the white space behind it."""

    @property
    def bare(self) -> str:
        return self.text.rstrip()

    @property
    def end(self) -> int:
        return self.start + len(self.bare)


def doubled(text: str, rules: DoubleWords) -> Iterator[Double]:
    """The doubled words from the beginning of the text; none overlaps another. `words.configure` comes first."""
    edges = (0, *words.breaks(text), len(text))
    row = [_Word(start, text[start:end]) for start, end in pairwise(edges) if start < end]
    at = 0
    while at < len(row):
        found, taken = _double_at(row, at, rules)
        if found is not None:
            yield found
        at += taken


def _double_at(row: list[_Word], at: int, rules: DoubleWords) -> tuple[Double | None, int]:
    """What is doubled from that word on, and how many words are done with."""
    for count in range(_LONGEST, 1, -1):
        unit = row[at : at + count]
        joined = "".join(word.text for word in unit)
        if len(joined) < _LETTERS_OF_SEVERAL or not _THAI.fullmatch(joined):
            continue
        times = _times(row, at, [word.text for word in unit])
        if times > 1:
            return Double(unit[0].start, row[at + times * count - 1].end, joined, joined), times * count
    return _single(row, at, rules)


def _single(row: list[_Word], at: int, rules: DoubleWords) -> tuple[Double | None, int]:
    word = row[at].bare
    if not _THAI.fullmatch(word):
        return None, 1
    end = at + 1
    while end < len(row) and row[end].bare == word and _joins(row[end - 1], word, rules):
        end += 1
    last = row[end] if end < len(row) and _joins(row[end - 1], word, rules) else None
    if last is not None and word in _PREFIXES and last.bare.startswith(word):
        return Double(row[at].start, last.start + len(word), word, word), end + 1 - at
    if end == at + 1 or word in rules.meant or (word == _PLACE and _means_place(row, at, end, rules)):
        return None, end - at
    once = f"{word} ๆ" if word in rules.repeated else word
    return Double(row[at].start, row[end - 1].end, word, once), end - at


def _joins(before: _Word, word: str, rules: DoubleWords) -> bool:
    """Whether the next word stands right behind this one, or so near that a slip is likely."""
    gap = before.text[len(before.bare) :]
    return not gap or (gap == " " and word in rules.small)


def _means_place(row: list[_Word], at: int, end: int, rules: DoubleWords) -> bool:
    return end - at == 2 and at > 0 and row[at - 1].bare in rules.before_place


def _times(row: list[_Word], at: int, unit: list[str]) -> int:
    times = 1
    while [word.text for word in row[at + times * len(unit) : at + (times + 1) * len(unit)]] == unit:
        times += 1
    return times
