"""Thai dates and times as clerks write them: Buddhist Era in text, Gregorian dates inside."""

import re
from datetime import date, time

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_arabic

BE_OFFSET = 543
"""Buddhist Era year minus Gregorian year."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""From Monday on, as `date.weekday` counts."""

DATE_HINT = "กรอกวันที่เป็นปี พ.ศ. เช่น ๑๒ มกราคม ๒๕๖๙ หรือ 12/1/2569"
_FIRST_BE, _LAST_BE = 2400, 2700

_LEAD = re.compile(rf"^(?:เมื่อ)?\s*(?:วัน(?:{'|'.join(WEEKDAYS)})?\s*ที่)\s*")
_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_PLAIN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_NAMED = re.compile(r"(\d{1,2})\s*([ก-๎.]+?)\s*(?:พ\.?ศ\.?)?\s*(\d{4}|\d{2})")
_TIME = re.compile(r"(\d{1,2})\s*[.:]\s*(\d{2})(?:\s*(?:น\.?|นาฬิกา))?|(\d{1,2})\s*(?:น\.?|นาฬิกา)")


def month_number(name: str) -> int | None:
    """1 to 12 for a full, short or unambiguously begun Thai month name, else None."""
    bare = name.replace(".", "").strip()
    if not bare:
        return None
    exact = [
        number
        for number, (full, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1)
        if bare in (full, short.replace(".", ""))
    ]
    begun = [n for n, full in enumerate(MONTHS, start=1) if len(bare) > 3 and full.startswith(bare)]
    found = exact or begun
    return found[0] if len(found) == 1 else None


def full_be_year(year: int) -> int:
    """A two-digit Buddhist year as a full one (69 → 2569)."""
    return year + 2500 if year < 100 else year


def parse_date(text: str) -> date:
    """The Gregorian date of a Thai date text; `UserError` when there is no such day or the year is not พ.ศ."""
    typed = to_arabic(text).strip()
    bare = _LEAD.sub("", typed)
    numeric = _NUMERIC.fullmatch(bare) or _PLAIN.fullmatch(bare)
    if numeric:
        day, month, year = (int(part) for part in numeric.groups())
    else:
        named = _NAMED.fullmatch(bare)
        number = month_number(named[2]) if named else None
        if named is None or number is None:
            raise UserError(f"อ่านวันที่ “{text.strip()}” ไม่ได้ {DATE_HINT}")
        day, month, year = int(named[1]), number, int(named[3])
    be_year = full_be_year(year)
    if 1900 <= be_year < _FIRST_BE:
        raise UserError(f"ปี {year} เป็นปี ค.ศ. กรุณากรอกเป็นปี พ.ศ. เช่น {year + BE_OFFSET}")
    if not _FIRST_BE <= be_year <= _LAST_BE:
        raise UserError(f"ปี {year} ไม่ใช่ปี พ.ศ. ที่ใช้ได้ {DATE_HINT}")
    try:
        return date(be_year - BE_OFFSET, month, day)
    except ValueError:
        raise UserError(f"ไม่มีวันที่ “{text.strip()}” ในปฏิทิน {DATE_HINT}") from None


def parse_time(text: str) -> time:
    """The time of day of `10.00`, `๑๐:๐๐ น.` or `10 น.`; `UserError` otherwise."""
    match = _TIME.fullmatch(to_arabic(text).strip())
    if match:
        hour, minute = int(match[1] or match[3]), int(match[2] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise UserError(f"อ่านเวลา “{text.strip()}” ไม่ได้ กรอกเช่น ๐๙.๓๐ หรือ 9:30")


def format_date(day: date, *, era: bool = False) -> str:
    """`12 มกราคม 2569`, with `พ.ศ.` before the year when `era`; Arabic digits."""
    return f"{day.day} {MONTHS[day.month - 1]} {'พ.ศ. ' if era else ''}{day.year + BE_OFFSET}"


def format_short_date(day: date) -> str:
    """`12 ม.ค. 69`; Arabic digits."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {(day.year + BE_OFFSET) % 100:02d}"


def format_time(moment: time) -> str:
    """`10.00 น.` as official papers write it; Arabic digits."""
    return f"{moment.hour:02d}.{moment.minute:02d} น."
