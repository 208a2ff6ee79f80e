"""What is looked at before a data file is trusted; needs nothing but SQLite itself."""

import sqlite3
from hashlib import sha256
from pathlib import Path

from ita_desktop.db.connection import DAMAGED, NOT_OURS, connect, told_plainly
from ita_desktop.errors import UserError

APPLICATION_ID = 0x49544144
"""`ITAD`, in the header of every data file."""
SCHEMA_VERSION = 2
"""The newest schema that this program knows; kept as SQLite's user_version, one revision in `migrations/` each."""
SCHEMA_FINGERPRINT = "fc19b10a74660973036fef1edc1669136dc16335447fb52a876dd3b65df5e456"
"""What `fingerprint` gives for a file of the newest schema; a damaged definition would fail only when it is used."""

_MAGIC = b"SQLite format 3\0"


def inspect(path: Path, newest: int = SCHEMA_VERSION) -> int:
    """The schema version of a sound, writable data file of ours; `UserError` for any other."""
    _check_start(path)
    with told_plainly(path):
        connection = connect(path)
        try:
            version = _version(connection, path, newest)
            _check_soundness(connection, path)
            if version == SCHEMA_VERSION and fingerprint(connection) != SCHEMA_FINGERPRINT:
                raise UserError(DAMAGED.format(path))
            # A write that is taken back shows whether file and folder can be written at all.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version={version}")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    return version


def _check_start(path: Path) -> None:
    with told_plainly(path), path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if not start:
        raise UserError(f"ไฟล์ข้อมูล “{path}” ว่างเปล่า อาจคัดลอกมาไม่ครบ เปิดไฟล์สำรองแทน หรือลบไฟล์นี้แล้วเปิดโปรแกรมเพื่อเริ่มใหม่")
    if start != _MAGIC:
        raise UserError(NOT_OURS.format(path))


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID or version < 1:
        raise UserError(NOT_OURS.format(path))
    if version > newest:
        raise UserError(f"“{path}” สร้างด้วย ITA Desktop รุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นล่าสุด แล้วเปิดไฟล์นี้อีกครั้ง")
    return int(version)


def _check_soundness(connection: sqlite3.Connection, path: Path) -> None:
    # A trigger or view would run inside our own statements; this program makes none.
    foreign = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.execute(foreign).fetchone() != (0,):
        raise UserError(f"“{path}” มีคำสั่งแปลกปลอมฝังอยู่ จึงไม่เปิดเพื่อความปลอดภัย เปิดไฟล์สำรองแทน")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise UserError(DAMAGED.format(path))


def fingerprint(connection: sqlite3.Connection) -> str:
    """A digest of every table's and index's definition; the order of the lines inside one means nothing."""
    definitions = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    lines = ((name, *sorted(line.strip().rstrip(",") for line in sql.splitlines())) for name, sql in definitions)
    return sha256("\n".join("\n".join(each) for each in lines).encode()).hexdigest()
