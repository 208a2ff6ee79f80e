"""Thai and Arabic digits: parsed at the edge, shown again only on screen and paper."""

import re
from enum import StrEnum

_DIGITS = tuple(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

# A run without white space that holds a Latin letter is a code, an address or a link
# (o25, A4, www.example.go.th/2569): its digits are part of the name.
_RUN = re.compile(r"\S+")
_LATIN_BESIDE_DIGIT = re.compile(r"[A-Za-z@][\w.@/:%?&=#~+-]*[0-9]|[0-9][\w.@/:%?&=#~+-]*[A-Za-z@]", re.ASCII)


class Numerals(StrEnum):
    """Which digits an office prints."""

    THAI = "thai"
    ARABIC = "arabic"

    def show(self, text: str) -> str:
        """The text with its numbers in these digits; codes and addresses keep their own."""
        return to_thai(text) if self is Numerals.THAI else to_arabic(text)


def to_arabic(text: str) -> str:
    """Every Thai digit as an Arabic one.

    >>> to_arabic("๘๔.๙๙")
    '84.99'
    """
    # Much faster than `translate`, which looks up every letter: a search makes the texts of thousands of rows.
    if text.isascii():
        return text
    for thai, arabic in _DIGITS:
        if thai in text:
            text = text.replace(thai, arabic)
    return text


def to_thai(text: str) -> str:
    """Numbers in Thai digits, but not the digits of codes, addresses and links.

    >>> to_thai("ข้อ o25 ปี 2569")
    'ข้อ o25 ปี ๒๕๖๙'
    """
    if not any("0" <= char <= "9" for char in text):
        return text
    return _RUN.sub(_run_to_thai, text)


def _run_to_thai(match: re.Match[str]) -> str:
    run = match.group()
    if not run.isascii() and not _LATIN_BESIDE_DIGIT.search(run):
        return run.translate(_TO_THAI)
    parts: list[str] = []
    end = 0
    for code in _LATIN_BESIDE_DIGIT.finditer(run):
        parts += [run[end : code.start()].translate(_TO_THAI), code.group()]
        end = code.end()
    return "".join([*parts, run[end:].translate(_TO_THAI)])
