"""Whole files or none: safe names, and writing that never leaves half a file behind."""

import contextlib
import errno
import os
import re
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from ita_desktop.errors import UserError

MAX_NAME = 120
"""Characters of a file name; with Thai folders above it a path stays under Windows' 260."""
_MAX_NAME_BYTES = 240

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]")
_RETRIES = (0.1, 0.3)
"""Seconds to wait before trying again: Windows virus scanners hold a new file for a moment."""


def file_name(text: str, suffix: str = "") -> str:
    """A file name for the text that Windows, macOS and Linux all take; `suffix` (`.pdf`) is put behind it.

    >>> file_name("รายงานการประชุม ครั้งที่ 1/2569", ".pdf")
    'รายงานการประชุม ครั้งที่ 1-2569.pdf'
    """
    name = _FORBIDDEN.sub("-", " ".join(text.split())).strip(". -") or "ITA"
    if _DEVICE.match(name + suffix):
        name = f"_{name}"
    return _cut(name, suffix) + suffix


def _cut(name: str, suffix: str) -> str:
    """The name short enough, never cut between a letter and its mark."""
    end = min(len(name), MAX_NAME - len(suffix))
    while len((name[:end] + suffix).encode()) > _MAX_NAME_BYTES or _MARK.match(name, end):
        end -= 1
    return name[:end].rstrip(". -")


def free_name(path: Path, taken: Collection[Path] | None = None) -> Path:
    """The path itself or, where it is taken, the same with a number: `รายงาน (2).pdf`.

    Taken is what exists, or what `taken` holds if given; capital and small letters count as the same.
    """
    if taken is None:
        taken = list(path.parent.iterdir()) if path.parent.is_dir() else []
    names = {other.name.casefold() for other in taken}
    free, number = path, 1
    while free.name.casefold() in names:
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def write_whole(path: Path, content: bytes) -> None:
    """Write the file completely or leave what was there; `UserError` says what is in the way."""
    with temporary_beside(path) as temporary, told_plainly(path):
        temporary.write_bytes(content)
        put_in_place(temporary, path)


def read_whole(path: Path) -> bytes:
    """The file's bytes; `UserError` when it cannot be read."""
    with told_plainly(path):
        return path.read_bytes()


@contextlib.contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """A free name in the same folder, for work that takes its real name only when whole; removed at the end."""
    temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def put_in_place(temporary: Path, path: Path) -> None:
    """Let a finished file take its name, after its content has reached the disk."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    _replace(temporary, path)
    if os.name == "posix":
        # The new name must reach the disk too; Windows has no such call and needs none.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _replace(temporary: Path, path: Path) -> None:
    for pause in _RETRIES:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise UserError(f"เขียนทับ “{path}” ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่น ปิดไฟล์นั้นก่อนแล้วลองอีกครั้ง") from error


@contextlib.contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn the system's refusals into sentences about `path`."""
    try:
        yield
    except OSError as error:
        raise UserError(refusal(error, path)) from error


def refusal(error: OSError, path: Path) -> str:
    """What the clerk can do about a refusal of the system."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"พื้นที่ดิสก์เต็ม จึงเขียน “{path}” ไม่ได้ ลบไฟล์ที่ไม่ใช้แล้วหรือเลือกเก็บที่อื่น แล้วลองอีกครั้ง"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"ไม่มีสิทธิ์ใช้ “{path}” เลือกโฟลเดอร์อื่น เช่น Documents แล้วลองอีกครั้ง"
        case errno.ENOENT | errno.ENOTDIR:
            return f"ไม่พบ “{path}” ตรวจชื่อไฟล์และโฟลเดอร์ หรือต่อไดรฟ์ที่เก็บไฟล์นี้ แล้วลองอีกครั้ง"
        case errno.EISDIR:
            return f"“{path}” เป็นโฟลเดอร์ ระบุชื่อไฟล์ด้วย"
        case errno.ENAMETOOLONG | errno.EINVAL:
            return f"ชื่อไฟล์ “{path}” ยาวเกินไปหรือมีอักขระที่ใช้ไม่ได้ ตั้งชื่อใหม่ให้สั้นลง"
        case _:
            return f"อ่านหรือเขียน “{path}” ไม่ได้ ตรวจว่าไดรฟ์หรือเครือข่ายยังต่ออยู่ แล้วลองอีกครั้ง"
