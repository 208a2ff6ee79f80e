"""RECORD.json: one office's whole record as a file that a person can read and write (docs/record-format.md)."""

import json
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.period import Period, parse_period
from ita_desktop.domain.record import OfficeRecord, check_references
from ita_desktop.errors import UserError
from ita_desktop.record_reader import RecordReader
from ita_desktop.record_shape import plain

FORMAT = "ita-desktop-record"
VERSION = 2
"""1 knew no library, minutes versions, invitations, tables of agenda items or times of coming and leaving."""

_MAX_FAULTS = 20


def parse_record(data: bytes) -> OfficeRecord:
    """The record in the file; `UserError` names every place that is wrong (the first twenty) and the reason."""
    content = _json(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UserError(f'ไฟล์นี้ไม่ใช่ข้อมูลของ ITA Desktop (ต้องมี "format": "{FORMAT}")')
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UserError("ไฟล์นี้มาจาก ITA Desktop รุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นล่าสุด แล้วนำเข้าอีกครั้ง")
    if isinstance(version, bool) or version not in range(1, VERSION + 1):
        raise UserError(f"version: ต้องเป็นเลขตั้งแต่ 1 ถึง {VERSION}")
    reader = RecordReader({Measure: _with_period_read})
    record = reader.read(
        OfficeRecord, {key: value for key, value in content.items() if key not in ("format", "version")}
    )
    if reader.faults:
        rest = len(reader.faults) - _MAX_FAULTS
        lines = reader.faults[:_MAX_FAULTS] + ([f"และอีก {rest} แห่ง"] if rest > 0 else [])
        raise UserError("\n".join(lines))
    assert isinstance(record, OfficeRecord)
    check_references(record)
    return record


def format_record(record: OfficeRecord) -> bytes:
    """The record as UTF-8 JSON, always the same bytes for the same record; `parse_record` gives it back."""
    content = {"format": FORMAT, "version": VERSION, **plain(record, {Measure: _with_period_shown})}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _json(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("ไฟล์ไม่ใช่ข้อความ UTF-8 บันทึกไฟล์ใหม่เป็น UTF-8 แล้วนำเข้าอีกครั้ง") from error
    try:
        # The standard reader, because it tells line and column and shows repeated keys.
        return json.loads(
            text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_without_repeats
        )
    except json.JSONDecodeError as error:
        raise UserError(
            f"บรรทัด {error.lineno} ตำแหน่ง {error.colno}: เขียน JSON ไม่ถูกต้อง ตรวจเครื่องหมายก่อนตำแหน่งนี้"
        ) from error
    except (RecursionError, ValueError, InvalidOperation) as error:
        raise UserError("ไฟล์มีตัวเลขใหญ่เกินไปหรือซ้อนกันลึกเกินไป จึงอ่านไม่ได้") from error


def _refuse_constant(name: str) -> None:
    raise UserError(f"{name} ไม่ใช่ตัวเลขที่ใช้ได้ แก้เป็นคะแนน 0 ถึง 100 หรือลบออก")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        repeated = next(key for key in content if sum(key == other for other, _ in pairs) > 1)
        raise UserError(f"“{repeated}” มีซ้ำในรายการเดียวกัน ลบออกให้เหลือเพียงแห่งเดียว")
    return content


def _with_period_read(measure: Measure, raw: dict[str, Any]) -> Measure:
    """A period that gives only its text is read as if a clerk had typed it, with the plan year for missing years."""
    period = raw.get("period")
    if not isinstance(period, dict) or "first" in period or "last" in period:
        return measure
    return replace(measure, period=parse_period(measure.period.text, measure.plan_year))


def _with_period_shown(measure: Measure, content: dict[str, Any]) -> dict[str, Any]:
    """A period that was left unread although its text can be read says so: `"first": null`."""
    if measure.period != Period() and not measure.period.is_read:
        reread = parse_period(measure.period.text, measure.plan_year)
        if reread != measure.period:
            content["period"] = {"first": None, "last": None} | content.get("period", {})
    return content
