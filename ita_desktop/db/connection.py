"""One connection to a data file, set up the same way for every use, and its failures in plain words."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from ita_desktop.errors import UserError
from ita_desktop.files import refusal
from ita_desktop.thai.order import compare

BUSY_SECONDS = 5.0
THAI_ORDER = "thai"
"""Collation of `ORDER BY`. The schema itself uses none, so that any SQLite tool can read and rescue the file."""


class UnreadableError(Exception):
    """A value in the file is none that the program wrote."""


def connect(path: Path, *, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open an existing file; transactions are begun and ended by the caller."""
    connection = sqlite3.connect(
        f"{_uri(path)}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.create_collation(THAI_ORDER, compare)
        for setting in (
            "journal_mode=DELETE",
            "synchronous=FULL",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {setting}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    posix = path.absolute().as_posix()
    # `C:/…` needs a third slash; `/home/…` and `//server/…` bring their own.
    return "file://" + quote(posix if posix.startswith("/") else f"/{posix}", safe="/:")


@contextlib.contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn failures of the file, the disk and SQLite into sentences about `path`; anything else is a bug and flies."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = plain_words(error, path)
        if sentence is None:
            raise
        raise UserError(sentence) from error
    except (UnreadableError, UnicodeDecodeError) as error:
        # SQLite's own complaint may quote damaged bytes, which Python cannot read.
        raise UserError(DAMAGED.format(path)) from error
    except OSError as error:
        raise UserError(refusal(error, path)) from error


def plain_words(error: BaseException | None, path: Path) -> str | None:
    """What the clerk can do about a failure of SQLite, or None when it is not one that can be met in use."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own complaint about text that is no UTF-8 has no number.
        return DAMAGED.format(path) if "decode to UTF-8" in str(error) else None
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"ไฟล์ข้อมูล “{path}” กำลังถูกใช้โดยโปรแกรมอื่น ปิดโปรแกรมนั้นหรือรอสักครู่ แล้วลองอีกครั้ง"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return READ_ONLY.format(path)
        case sqlite3.SQLITE_FULL:
            return f"พื้นที่ดิสก์เต็ม จึงยังไม่ได้บันทึกลง “{path}” ลบไฟล์ที่ไม่ใช้แล้วออกบ้าง แล้วบันทึกอีกครั้ง"
        case sqlite3.SQLITE_CANTOPEN if not os.path.lexists(path):
            return VANISHED.format(path)
        case sqlite3.SQLITE_CANTOPEN:
            return f"เปิดไฟล์ข้อมูล “{path}” ไม่ได้ ตรวจสิทธิ์ของไฟล์และโฟลเดอร์ หรือคัดลอกไปไว้ใน Documents แล้วเปิดใหม่"
        case sqlite3.SQLITE_NOTADB:
            return NOT_OURS.format(path)
        case sqlite3.SQLITE_CORRUPT:
            return DAMAGED.format(path)
        case sqlite3.SQLITE_IOERR:
            return f"อ่านหรือเขียน “{path}” ไม่สำเร็จ ตรวจว่าไดรฟ์หรือเครือข่ายยังต่ออยู่และดิสก์ไม่เต็ม แล้วลองอีกครั้ง"
        case sqlite3.SQLITE_TOOBIG:
            return "ข้อความหรือรูปใหญ่เกินกว่าจะเก็บได้ ย่อให้เล็กลงแล้วบันทึกอีกครั้ง"
        case _:
            return None


READ_ONLY = "“{}” อ่านได้อย่างเดียว จึงบันทึกไม่ได้ คัดลอกไฟล์ไปไว้ในโฟลเดอร์ที่เขียนได้ เช่น Documents แล้วเปิดใหม่"
VANISHED = "ไม่พบไฟล์ข้อมูล “{}” อาจถูกย้าย ลบ หรือถอดไดรฟ์ออก นำไฟล์กลับมาไว้ที่เดิมหรือต่อไดรฟ์ แล้วลองอีกครั้ง"
NOT_OURS = "“{}” ไม่ใช่ไฟล์ข้อมูลของ ITA Desktop เลือกไฟล์อื่น"
DAMAGED = "ไฟล์ข้อมูล “{}” เสียหาย อย่าลบหรือบันทึกทับไฟล์นี้ ให้คัดลอกเก็บไว้ แล้วเปิดไฟล์สำรองล่าสุดแทน"
