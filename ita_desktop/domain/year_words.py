"""Year words in running text, moved with the plan: which numbers are years, and which years stay as they are."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS, full_be_year
from ita_desktop.thai.digits import to_arabic, to_thai

NEAR = 3
"""A year moves when it lies no more than so many years from the plan; others are history or far goals."""


@dataclass(frozen=True, slots=True)
class ShiftedText:
    """A text whose years were moved; `changed` are the spans of the moved ones in it, `kept` the years that stayed."""

    text: str
    changed: tuple[tuple[int, int], ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearWord:
    """A number that is read as a Buddhist year: its span in the text, the full year, and whether it stays."""

    first: int
    last: int
    be_year: int
    stays: bool
    is_fixed: bool
    """Whether it stays because it belongs to a law or a dated letter."""


def shift_years(text: str, around: FiscalYear, years: int) -> ShiftedText:
    """The text of a plan for the year `around` with its years moved by so many.

    Years of laws and of dated letters stay, as do years of long plans (แผน… พ.ศ. 2566–2570) and those more than
    `NEAR` years away. Two digits are a year only behind a month, ปี, พ.ศ. or งบประมาณ.
    """
    parts: list[str] = []
    changed: list[tuple[int, int]] = []
    kept: list[str] = []
    end = 0
    for word in find_years(text, around):
        typed = text[word.first : word.last]
        if word.stays:
            kept.append(typed)
            continue
        number = f"{word.be_year + years}"[-len(typed) :]
        parts += [text[end : word.first], number if typed.isascii() else to_thai(number)]
        changed.append((word.first, word.last))
        end = word.last
    return ShiftedText("".join([*parts, text[end:]]), tuple(changed), tuple(dict.fromkeys(kept)))


def find_years(text: str, around: FiscalYear) -> tuple[YearWord, ...]:
    """The years that a text of a plan for the year `around` names, in their order."""
    bare = to_arabic(text)
    found: list[YearWord] = []
    for match in _NUMBER.finditer(text):
        first, last = match.span()
        year = full_be_year(int(bare[first:last]))
        is_near = abs(year - around.be) <= NEAR
        # A number that goes on a list of years is a year like the one before it: it moves or stays with it.
        leader = found[-1] if found and _LINK.fullmatch(bare, found[-1].last, first) else None
        if (is_near or last - first == 4) and _is_year(bare, first, last, linked=leader is not None):
            is_fixed = _belongs_to_paper(bare[:first], leader)
            found.append(YearWord(first, last, year, stays=is_fixed or not is_near, is_fixed=is_fixed))
    return tuple(_whole_ranges(bare, found))


_NUMBER = re.compile(r"(?<![0-9๐-๙])(?:[0-9]{4}|[0-9]{2}|[๐-๙]{4}|[๐-๙]{2})(?![0-9๐-๙])")
_LINK = re.compile(r"\s*(?:-|–|—|ถึง|และ|กับ|,|/)\s*(?:(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*)")
_RANGE = re.compile(r"\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?\s*)?")

_MONTH = (
    "(?:"
    + "|".join(re.escape(m) for m in MONTHS)
    + "|"
    + "|".join(m.replace(".", r"\.?\s?") for m in SHORT_MONTHS)
    + ")"
)
_ERA = r"(?:พ\.?\s?ศ\.?|พุทธศักราช)"
_BEHIND_MONTH = re.compile(rf"{_MONTH}\s*(?:{_ERA}\s*)?$")
_BEHIND_YEAR = re.compile(rf"(?:ปี(?:งบประมาณ|การศึกษา|ภาษี|บัญชี)?|งบประมาณ(?:รายจ่าย)?)\s*(?:{_ERA}\s*)?$")
_BEHIND_BUDGET = re.compile(r"(?<!ปี)งบประมาณ(?:รายจ่าย)?\s*$")
_BEHIND_ERA = re.compile(rf"{_ERA}\s*$")
_BEHIND_ROUND = re.compile(r"(?:ครั้ง|ไตรมาส|รอบ|งวด|ภาคเรียน|ภาค)\s*(?:ที่)?\s*\d{1,3}\s*/\s*$")
_BEHIND_DAY = re.compile(r"(?<!\d)(?:[12]?\d|3[01])\s?([/.\-])\s?(?:1[0-2]|0?[1-9])\s?\1\s?$")
_BEHIND_COUNT = re.compile(r"(?:จำนวน|โทรศัพท์|โทรสาร|โทร|เลขที่|หมายเลข|เลข|รหัส|ข้อ|มาตรา|หมู่|ห้อง|ยอด|เงิน|ที่|ว)\s*\.?\s*$")
_COUNTED = (
    r"บาท|ล้าน|แสน|หมื่น|พัน|คน|ราย|ครั้ง|แห่ง|วัน|ชั่วโมง|นาที|ปี|เดือน|%|เปอร์เซ็นต์|เล่ม|ชุด|ฉบับ|หลังคาเรือน|ครัวเรือน|ไร่|เมตร|กิโล|คะแนน"
)
_THING = r"โครงการ|เรื่อง|ข้อ|หมู่บ้าน|ชุมชน|จุด|แผ่น|รายการ|กิจกรรม|ตัว|คัน|หลัง|แปลง|สาย|ช่อง"
_BEFORE_MONEY = re.compile(r"\s*(?:บาท|ล้าน)")
_BEFORE_COUNTED = re.compile(rf"\s*(?:{_COUNTED})")
_BEFORE_THING = re.compile(rf"\s*(?:{_COUNTED}|{_THING})")
_PART_OF_NUMBER = re.compile(r"[0-9][.,/ -]{1,2}$")
_GOES_ON = re.compile(r"[.,/ -]{1,2}[0-9]")
_ADDRESS = re.compile(r"://|www\.|@|_|[A-Za-z0-9-]\.[A-Za-z]{2,}")

_LAW = re.compile(
    r"พระราชบัญญัติ|พ\.?\s?ร\.?\s?บ\.?|พระราชกฤษฎีกา|พ\.\s?ร\.\s?ฎ\.|พระราชกำหนด|พ\.\s?ร\.\s?ก\.|รัฐธรรมนูญ|ประมวล"
    r"|กฎหมาย|กฎกระทรวง|กฎ\s*ก\.|ระเบียบ|ข้อบังคับ|ข้อกำหนด|ประกาศ(?:กระทรวง|สำนัก|คณะ|กรม|ก\.)|มติคณะรัฐมนตรี|มติ\s*ครม"
    r"|(?:เทศ|ข้อ)บัญญัติ(?!งบประมาณ)|\(ฉบับที่"
)
_LETTER = re.compile(rf"ลงวันที่\s*\d{{1,2}}\s*(?:{_MONTH}\s*(?:{_ERA}\s*)?|[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*)$")
_LONG_PLAN = re.compile(r"แผน|ยุทธศาสตร์|นโยบาย|โครงการ")


def _is_year(bare: str, first: int, last: int, *, linked: bool) -> bool:
    """Whether the number at the span is a year; `linked` when it goes on a list of years."""
    before, behind = bare[:first], bare[last:]
    if re.match("[A-Za-z]", behind) or _in_address(bare, first):
        return False
    if _BEHIND_DAY.search(before) or _BEHIND_ROUND.search(before):
        return True
    if re.match(r"[.,]\d", behind) or re.search(r"\d[.,]$", before):
        return False
    if _BEHIND_MONTH.search(before):
        return True
    if _BEHIND_BUDGET.search(before) or linked:
        return not _BEFORE_THING.match(behind)
    if _BEHIND_YEAR.search(before) or _BEHIND_ERA.search(before):
        return not (_BEFORE_MONEY if last - first == 4 else _BEFORE_COUNTED).match(behind)
    return last - first == 4 and _stands_alone(before, behind)


def _stands_alone(before: str, behind: str) -> bool:
    """Whether nothing beside four digits says that they count, number or dial something."""
    if re.search(r"(?<![A-Z]{3})(?<=[A-Za-z])$", before):
        return False
    is_number = _BEHIND_COUNT.search(before) or _BEFORE_THING.match(behind)
    return not (is_number or _PART_OF_NUMBER.search(before) or _is_followed_by_number(behind))


def _is_followed_by_number(behind: str) -> bool:
    """Whether more digits of a telephone or paper number follow; another year may follow a dash."""
    return _GOES_ON.match(behind) is not None and not re.match(r"\s?-\s?2[45]\d\d(?!\d)", behind)


def _in_address(bare: str, at: int) -> bool:
    head = re.search(r"\S*$", bare[:at])
    tail = re.match(r"\S*", bare[at:])
    run = (head[0] if head else "") + (tail[0] if tail else "")
    return _ADDRESS.search(run) is not None


def _belongs_to_paper(before: str, leader: YearWord | None) -> bool:
    """Whether the year behind this text is that of a law or of a letter that exists."""
    if _LETTER.search(before):
        return True
    if any(place.search(before) for place in (_BEHIND_MONTH, _BEHIND_YEAR, _BEHIND_ROUND, _BEHIND_DAY)):
        return False
    return leader.is_fixed if leader else _LAW.search(_clause(before)) is not None


def _whole_ranges(bare: str, words: list[YearWord]) -> list[YearWord]:
    """The years, where both ends of a range stay when one stays or when the range is that of a long plan."""
    for n, (first, last) in enumerate(pairwise(words)):
        if not _RANGE.fullmatch(bare, first.last, last.first):
            continue
        is_long = last.be_year - first.be_year >= 2 and _LONG_PLAN.search(_clause(bare[: first.first])) is not None
        if words[n].stays or last.stays or is_long:
            words[n : n + 2] = replace(words[n], stays=True), replace(last, stays=True)
    return words


def _clause(before: str) -> str:
    """The line that the text ends in."""
    return before.rsplit("\n", 1)[-1]
