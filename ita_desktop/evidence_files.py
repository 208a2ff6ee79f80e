"""Evidence kept beside the data file: copied whole with its SHA-256, found again, and held to that hash."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.files import file_name, free_name, put_in_place, temporary_beside
from ita_desktop.thai.clean import clean_line

FOLDER_NAME = "หลักฐาน"
"""The folder beside the data file; a copy of the data file alone does not hold what lies in it."""

_CHUNK = 1 << 20
_MARK_LENGTH = 12
"""Letters of the hash in front of a kept file's name: enough to find it by."""
_LONGEST_PATH = 259 if os.name == "nt" else 4095
_TEMPORARY = re.compile(r"\.[0-9a-f]{12}\.tmp")
_LEFT_BEHIND = 24 * 3600
"""Seconds after which a half-made copy of a program that was killed is swept away."""
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")


class CopyCancelledError(Exception):
    """The clerk stopped the work; nothing of it is left."""


class FileState(StrEnum):
    """What became of a kept file."""

    FOUND = "found"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was kept: its own name, the SHA-256 of its content in hex, its size in bytes."""

    file_name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class LookUp:
    """What was found for a piece of evidence; `path` is None only when the file is missing."""

    state: FileState
    path: Path | None = None


def evidence_folder(data_file: Path) -> Path:
    """Where the evidence of a data file lies."""
    return data_file.parent / FOLDER_NAME


def keep(
    source: Path,
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> KeptFile:
    """Copy a file into the evidence folder, made if missing; the same content is kept once.

    `progress` hears the bytes done and the size; when `cancelled` says so, `CopyCancelledError` is raised. Raises
    `UserError` for what cannot be read or kept. Whatever happens, no half copy stays.
    """
    name = clean_line(source.name) or "ITA"
    size = _size_of(source)
    with _made(folder), _told_of_folder(folder, name, size):
        _sweep(folder)
        _check_room(folder, name, size)
        with temporary_beside(folder / name) as temporary:
            sha256 = _copy(source, temporary, size, progress, cancelled)
            known = look_up(ProgressEvidence(file_name=name, sha256=sha256), folder)
            if known.state is not FileState.FOUND:
                path = free_name(folder / _fitting_name(folder, name, sha256))
                put_in_place(temporary, path)
                # Opened from the program, evidence shall not be changed by a slip of the hand.
                with contextlib.suppress(OSError):
                    path.chmod(0o444)
    return KeptFile(name, sha256, size)


def stored_name(name: str, sha256: str) -> str:
    """The name under which a file of that name and hash is kept: the hash's beginning, then its own name.

    >>> stored_name("ภาพ 1/2.JPG", "0123456789abcdef")
    '0123456789ab ภาพ 1-2.JPG'
    """
    stem, suffix = _parted(name)
    return file_name(f"{sha256[:_MARK_LENGTH]} {stem}", suffix)


def look_up(evidence: ProgressEvidence, folder: Path, *, cancelled: Callable[[], bool] | None = None) -> LookUp:
    """The kept file of a piece of evidence, held to its hash; one that cannot be read counts as missing."""
    altered: Path | None = None
    for path in _candidates(evidence.sha256, folder):
        try:
            same = _hash_of(path, cancelled) == evidence.sha256.casefold()
        except OSError:
            continue
        if same:
            return LookUp(FileState.FOUND, path)
        altered = altered or path
    return LookUp(FileState.ALTERED, altered) if altered else LookUp(FileState.MISSING)


def check(evidence: ProgressEvidence, folder: Path) -> FileState:
    """Whether the evidence's file is there and as it was when it was kept."""
    return look_up(evidence, folder).state


def _candidates(sha256: str, folder: Path) -> list[Path]:
    """Files that bear the hash's mark: a hash comes from a record, so it is only compared, never made a path."""
    mark = sha256[:_MARK_LENGTH].casefold()
    if len(mark) < _MARK_LENGTH:
        return []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return sorted(
            Path(entry.path)
            for entry in entries
            if entry.name[:_MARK_LENGTH].casefold() == mark and entry.is_file(follow_symlinks=False)
        )
    return []


def _hash_of(path: Path, cancelled: Callable[[], bool] | None) -> str:
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            _stop_if(cancelled)
            digest.update(chunk)
    return digest.hexdigest()


def _size_of(source: Path) -> int:
    with _told_of_source(source):
        size = source.stat().st_size
        if not source.is_file():
            raise UserError(f"“{source}” ไม่ใช่ไฟล์ หากเป็นโฟลเดอร์ ให้เลือกไฟล์ที่อยู่ข้างใน")
    if size == 0:
        raise UserError(f"“{source}” เป็นไฟล์ว่าง ไม่มีเนื้อหาให้เก็บ เปิดดูไฟล์นี้ก่อน แล้วเลือกใหม่")
    return size


def _copy(
    source: Path,
    temporary: Path,
    size: int,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> str:
    """Copy chunk by chunk, so that any size needs little memory, and give the hash of what was copied."""
    digest, done = hashlib.sha256(), 0
    with _told_of_source(source):
        original = source.open("rb", buffering=0)
    with original, temporary.open("xb") as copy:
        while True:
            _stop_if(cancelled)
            with _told_of_source(source):
                chunk = original.read(_CHUNK)
            if not chunk:
                break
            copy.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            if progress is not None:
                progress(done, max(done, size))
    if done != size:
        raise UserError(f"“{source}” ถูกแก้ไขระหว่างที่คัดลอก ปิดโปรแกรมที่เปิดไฟล์นี้อยู่ แล้วเพิ่มไฟล์อีกครั้ง")
    return digest.hexdigest()


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise CopyCancelledError


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, made if missing and taken away again when nothing came into it."""
    is_new = not folder.exists()
    try:
        with _told_of_folder(folder, FOLDER_NAME, 0):
            folder.mkdir(exist_ok=True)
        yield
    finally:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _sweep(folder: Path) -> None:
    """Take away half-made copies that a killed program left long ago."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name) and time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                path.unlink()


def _check_room(folder: Path, name: str, size: int) -> None:
    """Say at once what would come out only at the copy's end."""
    if len(str(folder)) + 1 + _MARK_LENGTH + len(_parted(name)[1] or ".tmp") + 1 > _LONGEST_PATH:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
    if shutil.disk_usage(folder).free < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _fitting_name(folder: Path, name: str, sha256: str) -> str:
    """The stored name, or the hash's mark alone where a deep folder leaves no room for more."""
    stored = stored_name(name, sha256)
    if len(str(folder / stored)) <= _LONGEST_PATH:
        return stored
    return sha256[:_MARK_LENGTH] + _parted(name)[1]


def _parted(name: str) -> tuple[str, str]:
    suffix = Path(name).suffix
    return (name[: -len(suffix)], suffix) if _SUFFIX.fullmatch(suffix) else (name, "")


@contextlib.contextmanager
def _told_of_source(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM):
            raise UserError(
                f"ไม่มีสิทธิ์อ่าน “{source}” ปิดโปรแกรมที่เปิดไฟล์นี้อยู่ หรือคัดลอกไปไว้ใน Documents ก่อน แล้วเลือกใหม่"
            ) from error
        raise UserError(
            f"อ่าน “{source}” ไม่ได้ ไฟล์อาจถูกย้าย ถูกลบ หรืออยู่ในไดรฟ์ที่ถอดออกไป เสียบไดรฟ์นั้นหรือเลือกไฟล์อีกครั้ง"
        ) from error


@contextlib.contextmanager
def _told_of_folder(folder: Path, name: str, size: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(_refusal(error, folder, name, size)) from error


def _refusal(error: OSError, folder: Path, name: str, size: int) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"พื้นที่ดิสก์ไม่พอ จึงเก็บ “{name}” ({format_size(size)}) ใน “{folder}” ไม่ได้ ลบไฟล์ที่ไม่ใช้แล้ว แล้วเพิ่มไฟล์อีกครั้ง"
        case errno.EFBIG:
            return f"ไดรฟ์ของ “{folder}” เก็บไฟล์ขนาด {format_size(size)} ไม่ได้ ย่อไฟล์ให้เล็กลงหรือแบ่งเป็นหลายไฟล์"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                f"เขียนลงโฟลเดอร์ “{folder}” ไม่ได้ โฟลเดอร์หรือไดรฟ์อาจให้อ่านได้อย่างเดียว ย้ายไฟล์ข้อมูลไปไว้ใน Documents แล้วลองอีกครั้ง"
            )
        case errno.EEXIST | errno.ENOTDIR:
            return f"มีไฟล์อื่นใช้ชื่อ “{folder}” อยู่ เปลี่ยนชื่อไฟล์นั้น เพื่อให้โปรแกรมสร้างโฟลเดอร์เก็บหลักฐานได้"
        case errno.ENAMETOOLONG:
            return f"โฟลเดอร์ “{folder}” อยู่ลึกหรือชื่อยาวเกินไป ย้ายไฟล์ข้อมูลไปไว้ในโฟลเดอร์ที่ชื่อสั้นลง แล้วลองอีกครั้ง"
        case _:
            return f"เก็บ “{name}” ใน “{folder}” ไม่ได้ ตรวจว่าไดรฟ์หรือเครือข่ายยังต่ออยู่ แล้วลองอีกครั้ง"


def format_size(size: int) -> str:
    """A size in bytes as a clerk says it, Arabic digits.

    >>> format_size(200 << 20), format_size(5 << 10), format_size(12)
    ('200 MB', '5 KB', '1 KB')
    """
    if size >= 1 << 30:
        return f"{size / (1 << 30):.1f} GB"
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{max(1, size >> 10)} KB"
