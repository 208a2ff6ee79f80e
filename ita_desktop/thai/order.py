"""One Thai dictionary order, the same on every system."""

import re

_LEAD_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_SECOND = re.compile("[็่้๊๋์]")
_NUMBER = re.compile(r"[0-9]+")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def sort_key(text: str) -> tuple[str, str]:
    """Compare by consonant and vowel first, tones and other marks second; numbers by value.

    >>> sorted(["ไก่", "กา", "เก", "ก่า"], key=sort_key)
    ['กา', 'ก่า', 'เก', 'ไก่']
    """
    text = text.translate(_DIGITS).casefold()
    text = _NUMBER.sub(lambda match: match.group().zfill(12), text)
    text = _LEAD_VOWEL.sub(r"\2\1", text)
    marks = "".join(char if _SECOND.match(char) else "\u0001" for char in text)
    return _SECOND.sub("", text), marks


def compare(left: str, right: str) -> int:
    """Negative, zero or positive, as a database collation wants it."""
    a, b = sort_key(left), sort_key(right)
    return (a > b) - (a < b)
