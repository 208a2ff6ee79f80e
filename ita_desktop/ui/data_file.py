"""The data file that the window holds open: alone, and let go of in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.db.database import Database


class LockedError(UserError):
    """Another program holds the file; `unlock` breaks its lock when the clerk knows that it is gone."""

    def __init__(self, file: Path, lock: QLockFile) -> None:
        _, host, _ = lock.getLockInfo()
        where = f"ในเครื่อง “{host}”" if host else "ในโปรแกรมอื่น"
        super().__init__(
            f"ไฟล์ข้อมูล “{file}” เปิดอยู่แล้ว{where} ปิดโปรแกรมที่เปิดอยู่ก่อน แล้วกดลองอีกครั้ง หากแน่ใจว่าไม่มีใครเปิดไฟล์นี้อยู่ ให้กดปลดล็อก"
        )
        self._lock = lock

    def unlock(self) -> None:
        """Take the other program's lock away."""
        self._lock.removeStaleLockFile()


class DataFile:
    """An open database and its lock; a sample has neither a lock nor a lasting place."""

    def __init__(self, database: Database, lock: QLockFile | None) -> None:
        self.database = database
        self._lock = lock

    @property
    def is_sample(self) -> bool:
        """Whether the file goes when it is closed."""
        return self._lock is None

    def close(self) -> None:
        """Let go of the file, then of its lock."""
        self.database.close()
        if self._lock is not None:
            self._lock.unlock()


def open_data_file(file: Path, *, create: bool = False) -> DataFile:
    """Lock and open the file, made when it is missing and `create`. Raises `LockedError` and `UserError`."""
    from ita_desktop.db.database import Database
    from ita_desktop.files import told_plainly

    if create:
        with told_plainly(file):
            file.parent.mkdir(parents=True, exist_ok=True)
    elif not file.exists():
        raise UserError(f"ไม่พบไฟล์ข้อมูล “{file}” อาจถูกย้าย เปลี่ยนชื่อ หรืออยู่ในไดรฟ์ที่ถอดออกไป เสียบไดรฟ์นั้นแล้วลองอีกครั้ง หรือเปิดไฟล์อื่น")
    lock = QLockFile(f"{file}.lock")
    # A lock is stale only when its program has ended: a clerk may leave the window open for days.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        raise LockedError(file, lock)
    try:
        return DataFile(Database.open(file), lock)
    except UserError:
        lock.unlock()
        raise


def open_sample() -> DataFile:
    """The fictional sample office in a scratch file."""
    from ita_desktop.catalog import sample_record
    from ita_desktop.db.database import Database
    from ita_desktop.services import records

    database = Database.scratch()
    database.write(records.write_record, sample_record())
    return DataFile(database, None)
