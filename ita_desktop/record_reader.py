"""From plain JSON to the domain's values, noting every fault with its place and reason."""

import base64
import binascii
import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin

from ita_desktop.domain.assessment import CENT, MAX_SCORE
from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear, Month
from ita_desktop.domain.measure import MAX_BUDGET
from ita_desktop.domain.terms import AGENDA_HEADS
from ita_desktop.record_shape import keys_of
from ita_desktop.thai.dates import BE_OFFSET

Amend = Callable[[Any, dict[str, Any]], Any]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MINUTE = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_NUMBER = re.compile(r"\d{1,13}(\.\d{1,2})?", re.ASCII)
_FIRST_DAY_YEAR, _LAST_DAY_YEAR = 1857, 2157
_RANGES = {"section": (1, len(AGENDA_HEADS)), "percent": (0, 100), "number": (1, 9999)}
_ANY_INT = (0, 2**53)


class FieldError(Exception):
    """One thing that is wrong at one place; the reason is a Thai phrase."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RecordReader:
    """Reads values and collects `faults`, so that one reading shows all of them."""

    def __init__(self, amend: Mapping[type, Amend]) -> None:
        self.faults: list[str] = []
        self._amend = amend

    def read(self, hint: Any, raw: Any, place: str = "") -> Any:
        """The value of type `hint`; None after a fault, which makes the whole reading void."""
        if isinstance(hint, UnionType):
            if raw is None:
                return None
            hint = next(part for part in get_args(hint) if part is not type(None))
        origin = get_origin(hint)
        if origin is tuple:
            return self._list(get_args(hint)[0], raw, place)
        if origin is not None:
            key_hint, part_hint = get_args(hint)
            return self._mapping(key_hint, part_hint, raw, place)
        if isinstance(hint, type) and is_dataclass(hint) and hint not in _SCALARS:
            return self._object(hint, raw, place)
        try:
            return _scalar(hint, raw, place.rpartition(".")[2])
        except FieldError as fault:
            return self._note(place, fault.reason)

    def _note(self, place: str, reason: str) -> None:
        self.faults.append(f"{place}: {reason}" if place else reason)

    def _list(self, hint: Any, raw: Any, place: str) -> Any:
        if not isinstance(raw, list):
            return self._note(place, "ต้องเป็นรายการในวงเล็บ [ ]")
        return tuple(self.read(hint, part, f"{place}[{n}]") for n, part in enumerate(raw))

    def _mapping(self, key_hint: Any, hint: Any, raw: Any, place: str) -> Any:
        if not isinstance(raw, dict):
            return self._note(place, "ต้องเป็นกลุ่มในวงเล็บ { }")
        content = {}
        for key, part in raw.items():
            try:
                content[_key(key_hint, key)] = self.read(hint, part, f"{place}.{key}")
            except FieldError as fault:
                self._note(f"{place}.{key}", fault.reason)
        return content

    def _object(self, kind: type, raw: Any, place: str) -> Any:
        if not isinstance(raw, dict):
            return self._note(place, "ต้องเป็นกลุ่มในวงเล็บ { }")
        before = len(self.faults)
        keys = {key.name: key for key in keys_of(kind)}
        inside = f"{place}." if place else ""
        for name in raw:
            if name not in keys:
                self._note(f"{inside}{name}", f"ไม่รู้จักชื่อนี้{_perhaps(name, keys)}")
        for key in keys.values():
            if key.required and key.name not in raw:
                self._note(f"{inside}{key.name}", "ต้องมี แต่ไม่พบในไฟล์")
        values = {name: self.read(keys[name].hint, part, inside + name) for name, part in raw.items() if name in keys}
        if len(self.faults) > before:
            return None
        value = kind(**values)
        return self._amend[kind](value, raw) if kind in self._amend else value


def _perhaps(name: str, keys: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name[:50], keys, n=1)
    return f" หมายถึง {near[0]} หรือไม่" if near else ""


def _key(hint: Any, key: str) -> Any:
    if hint is int:
        if not re.fullmatch(r"\d{1,3}", key, re.ASCII):
            raise FieldError("ชื่อต้องเป็นเลข")
        return int(key)
    return _word(hint, key) if issubclass(hint, StrEnum) else key


def _scalar(hint: Any, raw: Any, name: str) -> Any:
    if issubclass(hint, StrEnum):
        return _word(hint, raw)
    return _SCALARS[hint](raw, name)


def _word(words: type[StrEnum], raw: Any) -> StrEnum:
    if isinstance(raw, str) and raw in set(words):
        return words(raw)
    raise FieldError(f"ต้องเป็นคำใดคำหนึ่งใน {', '.join(words)}")


def _text(raw: Any, _name: str) -> str:
    if isinstance(raw, str):
        return raw
    raise FieldError('ต้องเป็นข้อความในเครื่องหมาย " "')


def _yes(raw: Any, _name: str) -> bool:
    if isinstance(raw, bool):
        return raw
    raise FieldError("ต้องเป็น true หรือ false")


def _whole(raw: Any, name: str) -> int:
    low, high = _RANGES.get(name, _ANY_INT)
    if isinstance(raw, int) and not isinstance(raw, bool) and low <= raw <= high:
        return raw
    raise FieldError(f"ต้องเป็นจำนวนเต็ม {low} ถึง {high}")


def _amount(raw: Any, name: str) -> Decimal:
    high = MAX_BUDGET if name == "budget" else MAX_SCORE
    reason = f"ต้องเป็นตัวเลข 0 ถึง {high} ทศนิยมไม่เกิน 2 ตำแหน่ง"
    if isinstance(raw, str) and _NUMBER.fullmatch(raw):
        raw = Decimal(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal) or not 0 <= raw <= high:
        raise FieldError(reason)
    amount = Decimal(raw)
    if amount != amount.quantize(CENT):
        raise FieldError(reason)
    return amount.quantize(CENT)


def _day(raw: Any, _name: str) -> date:
    match = _DAY.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise FieldError('ต้องเป็นวันที่แบบ ปี ค.ศ.-เดือน-วัน เช่น "2026-01-12"')
    year = int(match[1])
    if year - BE_OFFSET >= _FIRST_DAY_YEAR:
        raise FieldError(f"วันที่ในไฟล์นี้ใช้ปี ค.ศ. เปลี่ยน {year} เป็น {year - BE_OFFSET}")
    if not _FIRST_DAY_YEAR <= year <= _LAST_DAY_YEAR:
        raise FieldError(f"ปี {year} อยู่นอกช่วงที่ใช้ได้")
    try:
        return date(year, int(match[2]), int(match[3]))
    except ValueError:
        raise FieldError(f"ไม่มีวันที่ {raw} ในปฏิทิน") from None


def _minute(raw: Any, _name: str) -> time:
    match = _MINUTE.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise FieldError('ต้องเป็นเวลาแบบ ชั่วโมง:นาที เช่น "09:30"')
    return time(int(match[1]), int(match[2]))


def _year(raw: Any, _name: str) -> FiscalYear:
    if isinstance(raw, int) and not isinstance(raw, bool):
        if FIRST_YEAR <= raw <= LAST_YEAR:
            return FiscalYear(raw)
        if FIRST_YEAR <= raw + BE_OFFSET <= LAST_YEAR:
            raise FieldError(f"ปีงบประมาณในไฟล์นี้ใช้ปี พ.ศ. เปลี่ยน {raw} เป็น {raw + BE_OFFSET}")
    raise FieldError(f"ต้องเป็นปีงบประมาณ พ.ศ. {FIRST_YEAR} ถึง {LAST_YEAR} เช่น 2569")


def _month(raw: Any, _name: str) -> Month:
    match = _MONTH.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise FieldError('ต้องเป็นเดือนแบบ ปี พ.ศ.-เดือน เช่น "2568-10"')
    try:
        return Month(int(match[1]), int(match[2]))
    except ValueError:
        raise FieldError(f'เดือนในไฟล์นี้ใช้ปี พ.ศ. เช่น "{int(match[1]) + BE_OFFSET}-{match[2]}"') from None


def _bytes(raw: Any, _name: str) -> bytes:
    if isinstance(raw, str):
        try:
            return base64.b64decode(raw.encode("ascii"), validate=True)
        except (UnicodeEncodeError, binascii.Error):
            pass
    raise FieldError("ต้องเป็นรูปที่เขียนแบบ Base64")


_SCALARS: dict[Any, Callable[[Any, str], Any]] = {
    str: _text,
    bool: _yes,
    int: _whole,
    Decimal: _amount,
    date: _day,
    time: _minute,
    FiscalYear: _year,
    Month: _month,
    bytes: _bytes,
}
