"""The words of a period as clerks type them: months in all their spellings, numbers, years, quarters, joining words."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ita_desktop.thai.clean import clean_text
from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS
from ita_desktop.thai.digits import to_arabic


class Kind(StrEnum):
    """What a word says."""

    HALF = "half"
    """Value 1 or 2: six months of the fiscal year."""
    WHOLE = "whole"
    """All of a fiscal year."""
    QUARTER = "quarter"
    """Value 1 to 4 where it is written in letters, else 0 and a number follows."""
    FISCAL = "fiscal"
    """The year that follows is a fiscal year."""
    ERA = "era"
    """A year follows."""
    CHRISTIAN = "christian"
    """A year follows that is none of the Buddhist Era."""
    MONTH = "month"
    """Value 1 to 12."""
    LEAD = "lead"
    """Says nothing about which months are meant."""
    FROM = "from"
    BETWEEN = "between"
    ONWARD = "onward"
    RANGE = "range"
    AND = "and"
    OF = "of"
    SLASH = "slash"
    OPEN = "open"
    CLOSE = "close"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the number it stands for; `digits` is how many digits a number was written with."""

    kind: Kind
    value: int = 0
    digits: int = 0


# Spellings that cannot mean another month; มิ.ค. (มี.ค. or มิ.ย.) is not among them.
_OTHER_SPELLINGS = (
    ("มกรา", "มกราคา"), ("กุมภา", "กุมภาพัน", "กุมภาพันธุ์", "กุมพาพันธ์", "กุมภาพันธ"), ("มีนา",), ("เมษา",),
    ("พฤษภา", "พฤศภาคม", "พฤษาคม"), ("มิถุนา", "มิถุณายน"), ("กรกฎา", "กรกฏาคม", "กรกฏา", "กรกดาคม"), ("สิงหา",),
    ("กันยา", "กันยายยน"), ("ตุลา",), ("พฤศจิกา", "พฤษจิกายน", "พฤศจิ", "พฤศจิการยน"), ("ธันวา", "ธันวาคา"),
)  # fmt: skip
_FISCAL = r"ปี\s*(?:งบประมาณ|งปม\.?|งบฯ?)"
_ORDINALS = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4}
_HALVES = {"แรก": 1, "หลัง": 2}
_PATTERNS = (
    (Kind.HALF, rf"(?:(?:รอบ\s*)?(?:6|หก)\s*เดือน|ครึ่ง(?:\s*{_FISCAL}|\s*ปี)?)\s*(?P<half>แรก|หลัง)"),
    (Kind.HALF, r"รอบ\s*(?:6|หก)\s*เดือน"),
    (Kind.WHOLE, r"รอบ\s*(?:12|สิบสอง)\s*เดือน"),
    (Kind.WHOLE, rf"(?:ตลอด\s*(?:ทั้ง|ระยะเวลา)?|ทั้ง)\s*(?:{_FISCAL}|ปี)"),
    (Kind.QUARTER, rf"ไตรมา[สศต](?:\s*ที่)?(?:\s*(?P<ordinal>{'|'.join(_ORDINALS)}))?|q(?=\s*\d)"),
    (Kind.FISCAL, rf"(?:ประจำ)?{_FISCAL}"),
    (Kind.ERA, r"ปี|พ\s*\.?\s*ศ\s*\.?|พุทธศักราช"),
    (Kind.CHRISTIAN, r"ค\s*\.?\s*ศ\s*\.?|คริสต์ศักราช"),
    (Kind.LEAD, r"(?:ก่อน)?(?:สิ้น|ต้น|กลาง|ปลาย)\s*เดือน|ช่วง(?:เวลา)?|ระยะเวลา|ภายใน|ใน|ประจำ|ไม่เกิน|เดือน|วันที่|ณ"),
    (Kind.FROM, r"(?:เริ่ม)?(?:ตั้งแต่|จาก)|เริ่ม"),
    (Kind.BETWEEN, r"ระหว่าง"),
    (Kind.ONWARD, r"เป็นต้น(?:ไป|มา)"),
    (Kind.RANGE, r"[-‐-―−~]+|(?:ไป)?(?:จน)?ถึง"),
    (Kind.AND, r",|และ|กับ|&"),
    (Kind.OF, r"ของ"),
    (Kind.SLASH, r"[/.]"),
    (Kind.OPEN, r"\("),
    (Kind.CLOSE, r"\)"),
    (Kind.NUMBER, r"[0-9]+"),
)


def period_words(text: str) -> tuple[Word, ...] | None:
    """The words of the text, None where something else stands in it."""
    rest = to_arabic(clean_text(text)).lower().strip().rstrip(".;")
    words: list[Word] = []
    place = 0
    pattern, months = _grammar()
    while place < len(rest):
        match = pattern.match(rest, place)
        if match is None:
            return None
        words.append(_word(match, months))
        place = match.end()
    return tuple(words)


def _word(match: re.Match[str], months: dict[str, int]) -> Word:
    found = match.lastgroup or ""
    if match["month"]:
        return Word(Kind.MONTH, months[re.sub(r"[.\s]", "", match["month"])])
    kind = _PATTERNS[int(found.removeprefix("word_"))][0]
    text = match[found]
    if kind is Kind.NUMBER:
        # No number of a period is longer; Python refuses to read thousands of digits.
        return Word(kind, int(text[:9]), len(text))
    if kind is Kind.HALF:
        return Word(kind, _HALVES[match["half"] or "แรก"])
    return Word(kind, _ORDINALS[match["ordinal"]] if kind is Kind.QUARTER and match["ordinal"] else 0)


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, int]]:
    """Compiled when the first period is read, so that the program starts without it."""
    months: dict[str, int] = {}
    for number, (name, short, others) in enumerate(zip(MONTHS, SHORT_MONTHS, _OTHER_SPELLINGS, strict=True), start=1):
        months |= dict.fromkeys((name, short.replace(".", ""), *others), number)
    spellings = sorted(months, key=len, reverse=True)
    # Short names are typed with dots and spaces missing or too many: ต.ค. ตค ต. ค. ต.ค..
    short_ones = {short.replace(".", "") for short in SHORT_MONTHS}
    loose = (r"[.\s]*".join(_letters(name)) if name in short_ones else name for name in spellings)
    groups = [rf"(?P<month>{'|'.join(loose)})[.\s]*"]
    groups += [f"(?P<word_{n}>{pattern})" for n, (_, pattern) in enumerate(_PATTERNS)]
    return re.compile(rf"(?:{'|'.join(groups)})\s*"), months


def _letters(name: str) -> list[str]:
    """The consonants with their vowels, between which dots and spaces may stand: มิ, ย."""
    return re.findall(r"[เแ]?[ก-ฮ][ัิ-ฺ็-๎]*", name)
