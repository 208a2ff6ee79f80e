"""Names in cells against the office's own: indicators by number or name, divisions by long or short name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.office import Division
from ita_desktop.measures_import.bullets import is_blank, without_sign
from ita_desktop.thai.digits import to_arabic

_SIGNS = re.compile(r"[\s.,:;()\-–/\"“”•]+")
_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ที่)?)?\s*(\d{1,2})\s*(?:[.):\-–]|$|\s|(?=[ก-๙]))")
_LEAD = re.compile(r"(?:ตัวชี้วัด(?:ที่)?|ตชว\.?(?:ที่)?)")
_EVERYBODY = re.compile(
    r"ทุก(?:ส่วนราชการ|สำนัก|กอง|หน่วยงาน|ส่วน|ฝ่าย)(?:/?(?:สำนัก|กอง|ฝ่าย|หน่วยงาน|ส่วน|งาน))*"
    r"(?:ใน(?:สังกัด|เทศบาล|อบต|หน่วยงาน))?"
)
_BETWEEN = re.compile(r"\n|[,;/|•+&]|\s+-\s+|(?<!\S)และ(?=\S)")
_MUNICIPAL = re.compile(r"(?:เทศบาล|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต|อบจ|ทต|ทม|ทน)$")


@dataclass(frozen=True, slots=True)
class IndicatorRead:
    """The indicator that a cell names; `rest` is what else stands in it, `doubt` why none is taken."""

    code: str = ""
    rest: str = ""
    doubt: str = ""


def read_indicator(text: str, framework: Framework) -> IndicatorRead:
    """The indicator of the framework that the text names by number, by name, or by both if they agree."""
    plain = to_arabic(text)
    squeezed = _squeezed(plain)
    named = [i for i in framework.indicators if _squeezed(i.name) in squeezed]
    # One name may be part of another: the longest counts.
    named = [i for i in named if not any(i.name != other.name and i.name in other.name for other in named)]
    number = _NUMBERED.match(plain.strip())
    numbered = [i for i in framework.indicators if number and i.code == number[1]]
    if len(named) > 1:
        return IndicatorRead(doubt=f"“{text}” มีหลายตัวชี้วัด เลือกตัวชี้วัดเองหลังเพิ่ม")
    if named and numbered and named != numbered:
        return IndicatorRead(doubt=f"เลขและชื่อของ “{text}” เป็นคนละตัวชี้วัด เลือกตัวชี้วัดเองหลังเพิ่ม")
    found = named or numbered
    if not found:
        return IndicatorRead(doubt=f"ไม่พบตัวชี้วัด “{text}” ในเกณฑ์ปีนี้ เลือกตัวชี้วัดเองหลังเพิ่ม")
    rest = _rest(squeezed, found[0])
    if named or not rest:
        return IndicatorRead(found[0].code, text if rest else "")
    return IndicatorRead(doubt=f"“{text}” มีเลขของ {found[0].label} แต่ชื่อไม่ตรงกัน เลือกตัวชี้วัดเองหลังเพิ่ม")


def _rest(squeezed: str, indicator: Indicator) -> str:
    rest = squeezed.replace(_squeezed(indicator.name), "", 1)
    return re.sub(rf"^{indicator.code}(?!\d)", "", _LEAD.sub("", rest, count=1))


@dataclass(frozen=True, slots=True)
class OwnerRead:
    """The divisions that a cell names; `person` is everything in it that is none of them."""

    division_ids: tuple[int, ...] = ()
    all_divisions: bool = False
    person: str = ""


def read_owner(text: str, divisions: Sequence[Division]) -> OwnerRead:
    """The office's divisions in the text; words that are none of them are kept as the responsible person."""
    ids: list[int] = []
    persons: list[str] = []
    everybody = False
    for part in _parts(text, divisions):
        if _says_everybody(part):
            everybody = True
            continue
        found = _divisions_in(part, divisions)
        if found is None:
            leading = _leading_division(part, divisions)
            ids += [leading.id] if leading else []
            persons.append(part)
        else:
            ids += found
    return OwnerRead(tuple(dict.fromkeys(ids)), everybody, ", ".join(dict.fromkeys(persons)))


def _parts(text: str, divisions: Sequence[Division]) -> list[str]:
    """The text at its commas and line ends, except within the name of a division."""
    parts: list[str] = []
    for line in text.split("\n"):
        _, bare = without_sign(line.strip())
        if _says_everybody(bare) or _divisions_in(bare, divisions) is not None:
            parts.append(bare)
        else:
            parts += [part.strip() for part in _BETWEEN.split(bare)]
    return [part for part in parts if part and not is_blank(part)]


def _divisions_in(text: str, divisions: Sequence[Division]) -> list[int] | None:
    """The divisions when the text is made of nothing else."""
    rest = _squeezed(text)
    keys = _keys(tuple(divisions))
    ids: list[int] = []
    while rest:
        key = next((key for key in keys if rest.startswith(key)), None)
        if key is None:
            return None
        ids.append(keys[key])
        rest = rest.removeprefix(key).removeprefix("ฯ")
        if rest.removeprefix("และ") and rest.startswith("และ"):
            rest = rest.removeprefix("และ")
    return ids


def _leading_division(text: str, divisions: Sequence[Division]) -> Division | None:
    """The division of “กองคลัง (งานพัสดุ)” or of its head “ผู้อำนวยการกองคลัง”."""
    for division in divisions:
        if division.head and _squeezed(division.head) == _squeezed(text):
            return division
    keys = _keys(tuple(divisions))
    words = re.split(r"\s+|(?=\()", text, maxsplit=1)
    found = keys.get(_squeezed(words[0]).removesuffix("ฯ"))
    return next((division for division in divisions if division.id == found), None)


@lru_cache(maxsize=4)
def _keys(divisions: tuple[Division, ...]) -> dict[str, int]:
    """Every way to write a division, the longest first, without those that could be two divisions."""
    owners: dict[str, set[int]] = {}
    for division in divisions:
        name = _squeezed(division.name)
        # สำนักปลัด, สำนักปลัดฯ and สำนักปลัดเทศบาล are one; กองการศึกษาฯ stands for the whole long name.
        ways = {name, _squeezed(division.short_name).removesuffix("ฯ"), _MUNICIPAL.sub("", name)}
        if " " in division.name.strip():
            ways.add(_squeezed(division.name.split()[0]))
        if "และ" in name:
            ways.add(name.split("และ")[0])
        if name.startswith("สำนักปลัด"):
            ways |= {"สำนักปลัด", "สำนักปลัดเทศบาล", "สำนักปลัดอบต", "สำนักปลัดอบจ", "สำนักงานปลัด"}
        for way in ways - {""}:
            owners.setdefault(way, set()).add(division.id)
    exact = {_squeezed(division.name): {division.id} for division in divisions}
    sure = {way: min(ids) for way, ids in (owners | exact).items() if len(ids) == 1}
    return dict(sorted(sure.items(), key=lambda item: -len(item[0])))


def _squeezed(text: str) -> str:
    """Without spaces and signs, which fall anywhere when names are broken over lines."""
    return _SIGNS.sub("", to_arabic(text)).lower()


def _says_everybody(text: str) -> bool:
    return bool(_EVERYBODY.fullmatch(re.sub(r"[\s.]+", "", text)))
