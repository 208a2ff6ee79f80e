"""Reading TOML so that every fault names its file, its place and what belongs there.

Written by hand because its faults are read by clerks in Thai, and because a schema library would cost
the start of the program more time than all framework files together.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ita_desktop.errors import UserError

_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file with its place, for reading typed values; every reader raises `UserError`."""

    file: str
    place: str
    values: Mapping[str, object]

    def fault(self, key: str, reason: str) -> UserError:
        """The sentence for what is wrong at `key` (the table itself when empty)."""
        place = ".".join(part for part in (self.place, key) if part)
        return UserError(f"ไฟล์ {self.file} ที่ {place}: {reason}" if place else f"ไฟล์ {self.file}: {reason}")

    def only(self, *keys: str) -> None:
        """Refuse keys other than these: a misspelt key would else be lost in silence."""
        for key in self.values:
            if key not in keys:
                raise self.fault(key, f"ไม่รู้จักชื่อนี้ ชื่อที่ใช้ได้คือ {', '.join(keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty, or the default when the key is missing."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.fault(key, 'ต้องเป็นข้อความในเครื่องหมาย "…"')
        if not value.strip() and default is None:
            raise self.fault(key, "ต้องกรอก เว้นว่างไม่ได้")
        return value.strip()

    def number(self, key: str, high: int, default: Decimal | None = None) -> Decimal:
        """A number from 0 to `high`."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise self.fault(key, "ต้องเป็นตัวเลข ไม่ต้องใส่เครื่องหมายคำพูด")
        number = Decimal(value)
        if not number.is_finite() or not 0 <= number <= high:
            raise self.fault(key, f"ต้องอยู่ระหว่าง 0 ถึง {high}")
        return number

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._value(key, None)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.fault(key, f"ต้องเป็นจำนวนเต็ม {low} ถึง {high}")
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """true or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, "ต้องเป็น true หรือ false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fault(key, "ต้องเป็นรายการข้อความในวงเล็บ [ ]")
        return tuple(item.strip() for item in value)

    def table(self, key: str) -> "Table":
        """The table below the key."""
        value = self._value(key, None)
        if not isinstance(value, dict):
            raise self.fault(key, f"ต้องเป็นหมวด [{key}]")
        return Table(self.file, ".".join(part for part in (self.place, key) if part), value)

    def tables(self, key: str) -> Iterator["Table"]:
        """The list of tables below the key, each placed by its number from 1."""
        value = self._value(key, None)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(key, "ต้องเป็นรายการของ { … }")
        place = ".".join(part for part in (self.place, key) if part)
        for n, item in enumerate(value, start=1):
            yield Table(self.file, f"{place} รายการที่ {n}", item)

    def _value(self, key: str, default: object) -> object:
        value = self.values.get(key, default)
        if value is None:
            raise self.fault(key, "ไม่มีค่านี้ ต้องกรอก")
        return value


def parse_toml(text: str, name: str) -> Table:
    """The top table of a TOML text; `name` stands for the file in faults. Raises `UserError` for bad TOML."""
    try:
        return Table(name, "", tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"บรรทัดที่ {line[1]}" if line else "ท้ายไฟล์"
        raise UserError(
            f"ไฟล์ {name} {where}: เขียนไม่ถูกรูปแบบ TOML โปรดดูว่าลืมปิดเครื่องหมายคำพูดหรือวงเล็บ หรือกำหนดชื่อเดียวกันสองครั้ง"
        ) from error


def read_text(path: Path) -> str:
    """The text of a UTF-8 file (a byte order mark is dropped). Raises `UserError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"ไฟล์ {path.name} ไม่ได้บันทึกเป็น UTF-8 โปรดเปิดแล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8") from error
    except OSError as error:
        raise UserError(f"เปิดไฟล์ {path} ไม่ได้ โปรดตรวจว่าไฟล์ยังอยู่และเปิดอ่านได้") from error
