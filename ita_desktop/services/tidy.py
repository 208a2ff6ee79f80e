"""What is typed becomes what is kept: clean text of bearable length, real pictures, possible scores."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from ita_desktop.domain.assessment import CENT, MAX_SCORE, MIN_SCORE
from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_line, clean_lines, clean_text

T = TypeVar("T")

MAX_TEXT = 200_000
"""Characters of one text; a pasted chapter fits."""
MAX_FILE_TEXT = 20_000_000
"""Characters of a text that the program wrote itself."""
MAX_IMAGE = 20_000_000
"""Bytes of one picture."""

_SEVERAL_LINES = frozenset({
    "address", "cause", "closing", "discussion", "duties", "facts", "method", "monitoring", "next_step",
    "output_target", "problem", "recommendation", "recommendations", "resolution", "result", "text",
})  # fmt: skip
_BULLETS = frozenset({"actions", "approaches"})
_NEVER_TYPED = frozenset({int, bool, type(None), Decimal, date, FiscalYear, Month})
"""What most fields hold that are no text: nothing to clean."""
_VERBATIM = frozenset({"content", "toml"})
_PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def tidied(value: T) -> T:
    """The value with every typed text cleaned; `UserError` for a text or picture that cannot be kept."""
    assert is_dataclass(value)
    assert not isinstance(value, type)
    changed = {}
    for name in _field_names(type(value)):
        part = getattr(value, name)
        if part and type(part) not in _NEVER_TYPED:
            new = _tidied(name, part)
            if new is not part and new != part:
                changed[name] = new
    return replace(value, **changed) if changed else value


def check_score(score: Decimal | None) -> None:
    """`UserError` unless the score is 0 to 100 with at most two decimals."""
    if score is None:
        return
    if not MIN_SCORE <= score <= MAX_SCORE:
        raise UserError("คะแนนต้องอยู่ระหว่าง ๐ ถึง ๑๐๐")
    if score != score.quantize(CENT):
        raise UserError("คะแนนมีทศนิยมได้ไม่เกิน ๒ ตำแหน่ง เช่น ๘๕.๔๒")


def check_named(name: str, what: str) -> None:
    """`UserError` when the name is empty; `what` says whose name it is."""
    if not name:
        raise UserError(f"ยังไม่ได้กรอกชื่อ{what}")


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _tidied(name: str, part: Any) -> Any:
    if isinstance(part, str):
        return part if isinstance(part, Enum) else _text(name, part)
    if isinstance(part, Enum):
        return part
    if isinstance(part, bytes):
        return _picture(part)
    if isinstance(part, tuple):
        return _several(name, part)
    if isinstance(part, Mapping):
        for score in part.values():
            check_score(score)
        return part
    return tidied(part) if is_dataclass(part) and not isinstance(part, type) else part


def _text(name: str, text: str) -> str:
    limit = MAX_FILE_TEXT if name in _VERBATIM else MAX_TEXT
    if len(text) > limit:
        raise UserError("ข้อความยาวเกิน ๒๐๐,๐๐๐ ตัวอักษร แบ่งเป็นหลายรายการแล้วบันทึกอีกครั้ง")
    if name in _VERBATIM:
        return text
    return clean_text(text).strip() if name in _SEVERAL_LINES else clean_line(text)


def _several(name: str, parts: tuple[Any, ...]) -> tuple[Any, ...]:
    if all(isinstance(part, str) for part in parts):
        texts = [_text("text", part) for part in parts]
        if name in _BULLETS:
            return tuple(line for text in texts for line in clean_lines(text))
        return tuple(line for text in texts for line in map(clean_line, text.split("\n")) if line)
    if all(isinstance(part, int) for part in parts):
        return tuple(dict.fromkeys(parts))
    return tuple(tidied(part) for part in parts)


def _picture(image: bytes) -> bytes:
    if image and not image.startswith(_PICTURE_STARTS):
        raise UserError("ใช้รูปนี้ไม่ได้ เลือกรูปชนิด PNG หรือ JPEG")
    if len(image) > MAX_IMAGE:
        raise UserError("รูปใหญ่เกิน ๒๐ เมกะไบต์ ย่อรูปให้เล็กลงแล้วเลือกใหม่")
    return image
