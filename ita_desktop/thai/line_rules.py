"""Where a Thai line must not break, whatever the dictionary says."""

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
"""The offsets of the first letter and behind the last."""

SPACES = " \t\n\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""White space a line may end at; U+200B is a bare break chance."""

NO_BREAK_SPACES = "\u00a0\u2007\u202f\u2060\ufeff"
"""What joins its two neighbours."""

RUN = re.compile(f"[^{SPACES}{NO_BREAK_SPACES}]+")
"""What stands between white space."""

_MARKS = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"
_CLOSING = frozenset(_MARKS + "ๆฯ.,;:!?%)]}»”’…")
_NO_START = _CLOSING | frozenset("/\\-–—°′″*")
_NO_END = frozenset("เแโใไ([{«“‘฿$#@")
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_AFTER_DOT = frozenset("([{“‘«").union(map(chr, range(0x0E01, 0x0E4F)))
_DIGIT = "[0-9๐-๙]"

LETTERS = re.compile("[ก-ฮฤฦะ-ฺเ-ๅ็-๎]+")
"""A run of Thai letters and marks, without ๆ, ฯ, digits and signs."""

# The consonant that a thanthakhat silences belongs to the word before it: เหตุการณ์.
_SILENT = re.compile("[ก-ฮ][ิุ]?์")

# A dot after one consonant may end a sentence (ประชาชน.), so inside a run of letters only known
# abbreviations and those of two dots and more are taken for one.
_SHORT = "เ?[ก-ฮ]{1,4}[ิ-ู]?\\."
_KNOWN = "อบต|อบจ|เทศบ|ทต|ทม|ทน|ผอ|รพ|สต|รร|ดร|ผศ|รศ|พล|สนง|สปสช|สตง|สถ|ผวจ|นอภ|รมว|รมต|กกต|ปปช|ปปท|พรบ|พมจ"
ABBREVIATION = re.compile(
    f"(?:(?<![ก-๎]){_SHORT}|(?:{_KNOWN})\\.|(?:เ?[ก-ฮ][ิ-ู]?\\.){{2}})(?:{_SHORT})*"  # อบต. พ.ศ. รพ.สต.
)
_ALWAYS_WHOLE = re.compile(
    "ฯลฯ|ฯพณฯ"
    f"|(?:ครั้ง|วาระ|ฉบับ|หมู่|ลำดับ|อันดับ|ไตรมาส|ระยะ|ส่วน|ข้อ|เลข|วัน)ที่(?={_DIGIT}|$)"  # ครั้งที่ ๑
    '|ระดับ[“"]'
    "|แนวทาง|มาตรการ|ดำเนิน(?:งาน|การ)|ชำนาญ(?:งาน|การ)|ถูกต้อง|สืบเนื่อง"  # the list has other ways to cut these
)
BEFORE_NAME = (
    *("นาย", "นาง", "นางสาว", "หมู่บ้าน", "ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เขต", "เทศบาล", "เทศบาลเมือง"),
    *("เทศบาลนคร", "ส่วนจังหวัด", "เทศมนตรีเมือง", "เทศมนตรีนคร", "ผู้อำนวยการ", "หัวหน้า"),
)
"""What a name belongs to: a line should rather not end between the two."""

_THAI_HYPHEN = re.compile("(?<=[ก-๎]-)(?=[ก-๎])")
_LINK = re.compile(r"(?:https?://|www\.)[!-~]+|[!-~]{24,}")
_LINK_BREAK = re.compile(r"[/?&=#_.~](?=[A-Za-z0-9%])")

_UNITS = (
    "คะแนน|บาท|สตางค์|คน|ราย|แห่ง|ครั้ง|เรื่อง|วัน|เดือน|ปี|น\\.|นาฬิกา|กม\\.|ตร\\.|%|ร้อย|"
    "เปอร์เซ็นต์|หมู่บ้าน|หมู่|ชั่วโมง|นาที|ข้อ|ตัวชี้วัด|มาตรการ|โครงการ|หน้า|ฉบับ|ชุด|"
    "หน่วยงาน|ครัวเรือน|ตำแหน่ง|ระดับ|รายการ|ประเด็น|ไตรมาส|หลัง|คัน|เครื่อง|เส้น|สาย|เมตร|"
    "ไร่|กิโลเมตร|ตารางเมตร|ล้าน|พัน|หมื่น|แสน|อัตรา|รุ่น|ท่าน|นาย"
)
_WHOLE_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
_MONTHS = (
    f"{_WHOLE_MONTHS}|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|"
    "ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\."
)
_BEFORE_NUMBER = (
    "พ.ศ.|ค.ศ.|ปี|วันที่|เวลา|ร้อยละ|ข้อ|ข้อที่|ครั้งที่|ฉบับที่|หมู่ที่|หมู่|เลขที่|มาตรา|"
    "หน้า|วาระที่|อันดับที่|ลำดับที่|ชั้น|โทร.|โทรศัพท์|ไตรมาสที่|ไตรมาส|ส่วนที่|ระยะที่|"
    "EIT|OIT|IIT|ITA|ระดับ|ที่|ก.ค.|ก.พ.|ม.ค.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค."
)
_ENUMERATOR = "|".join(
    f"(?<={mark} )"
    for digits in (_DIGIT, 2 * _DIGIT)
    for mark in (f"\\({digits}\\)", f" {digits}\\.", f"^{digits}\\.", f" {digits}\\)", f"^{digits}\\)")
)
"""(๑) and ๒. stand before what they number."""

_GLUED_SPACE = re.compile(
    " (?:"
    f"(?<={_DIGIT} )(?=(?:{_UNITS})(?![A-Za-z])|(?:{_MONTHS}))"
    f"|(?={_DIGIT})(?:{'|'.join(f'(?<={re.escape(word)} )' for word in _BEFORE_NUMBER.split('|'))})"
    "|(?<= ณ )|(?<=^ณ )|(?<=ว่าที่ )(?=[ก-ฮ]\\.)|(?<=\\S )(?=[-–—] )"
    "|(?<=[EOI]IT )(?=[EIOeio][0-9๐-๙])|(?<=ข้อ )(?=[EIOeio][0-9๐-๙])"
    '|(?<=ระดับ )(?=[“"]|ผ่าน|ต้องปรับปรุง)'
    f"|{_ENUMERATOR}"
    ")"
)
_POOR_SPACE = re.compile(
    "(?<=งบประมาณ )(?=พ\\.ศ\\.)|(?<=[EOI]IT )(?=ข้อ)|(?<=: )"
    f"|(?={_DIGIT})(?:{'|'.join(f'(?<={month} )' for month in _WHOLE_MONTHS.split('|'))})"
)


def glued(text: str) -> set[int]:
    """The offsets after single spaces that hold two words together: number and unit, ปี and number.

    >>> sorted(glued("ปี พ.ศ. ๒๕๖๙ จำนวน ๕ คน"))
    [8, 21]
    """
    return {match.end() for match in _GLUED_SPACE.finditer(text)}


def poor_spaces(text: str, own: Sequence[Span]) -> set[int]:
    """The offsets after spaces at which a line should rather not end: between first and last name, before พ.ศ."""
    ends = {end for _, end in own}
    between_names = {start for start, _ in own if start - 1 in ends and text[start - 1] == " "}
    return between_names | {match.end() for match in _POOR_SPACE.finditer(text)}


def hyphen_breaks(run: str) -> set[int]:
    """The offsets after hyphens between Thai letters: เชียงใหม่-|ลำพูน."""
    return {match.end() for match in _THAI_HYPHEN.finditer(run)} if "-" in run else set()


def may_begin(text: str, at: int, before: str) -> bool:
    """Whether a line may begin at this offset after white space; `before` is the last character before that."""
    return text[at] not in _CLOSING and before not in _NO_END


def may_break(run: str, at: int) -> bool:
    """Whether a line may begin at this offset of a run without white space; signs and vowels decide."""
    before, after = run[at - 1], run[at]
    if after in _NO_START or before in _NO_END:
        return False
    if before in _DIGITS or after in _DIGITS:
        return False
    if before == "." and (run[at - 2 : at - 1] in _DIGITS or after not in _AFTER_DOT):
        return False
    if '"' in (before, after) or "'" in (before, after):
        return False
    return not _SILENT.match(run, at)


def whole_spans(run: str) -> Iterator[tuple[int, int]]:
    """The spans of abbreviations, ฯลฯ, ครั้งที่ before a number and the like, which stay in one piece."""
    if "." in run:
        for match in ABBREVIATION.finditer(run):
            yield match.span()
    for match in _ALWAYS_WHOLE.finditer(run):
        yield match.span()


def link_breaks(run: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Each link or long code in the run: its span and the offsets after its signs."""
    for match in _LINK.finditer(run):
        start, end = match.span()
        found = (sign.end() for sign in _LINK_BREAK.finditer(run, start, end))
        yield start, end, tuple(at for at in found if start + 3 < at)
