"""Typed and pasted text made safe to store: one form of each letter, no invisible characters."""

import re

_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DECOMPOSED_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_SUSPECT = re.compile("[\r\u0e4d" + "".join(each.pattern[1:-1] for each in (_INVISIBLE, _CONTROL, _SPACES)) + "]")
_DOUBLE_E = "เเ"


def clean_text(text: str) -> str:
    """The text without invisible and control characters, with ํา as ำ and เเ as แ; lines are kept."""
    if _DOUBLE_E not in text and not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _DECOMPOSED_AM.sub("\\1\u0e33", text)
    return text.replace(_DOUBLE_E, "แ")


def clean_line(text: str) -> str:
    """One line: cleaned, line breaks and tabs as single spaces, trimmed."""
    return " ".join(clean_text(text).split())


def clean_lines(text: str) -> tuple[str, ...]:
    """Each non-empty line, cleaned; a leading bullet (-, •, –, *) is taken off."""
    lines = (clean_line(line) for line in clean_text(text).split("\n"))
    return tuple(line for line in (_BULLET.sub("", line) for line in lines) if line)


_BULLET = re.compile(r"^(?:[-–—•▪●·*]\s*)+(?=\S)")


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with … so that at most `limit` characters stand; no mark or lead vowel is left alone.

    >>> shortened("จัดทำคู่มือการปฏิบัติงาน", 12)
    'จัดทำคู่มือ…'
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 0 and _CLINGS.match(text[end]):
        end -= 1
    return text[:end].rstrip(" เแโใไ([“") + "…"


_CLINGS = re.compile("[ะ-ฺๅ็-๎ๆฯ]")
