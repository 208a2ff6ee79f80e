"""Evidence files: kept whole under names that last, found again, and never shown as sound when they are not."""

import errno
import hashlib
import os
import time
import tracemalloc
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop import evidence_files, files
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.measure import Measure, MeasureStatus, Progress, ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.evidence_checks import check_files
from ita_desktop.evidence_files import CopyCancelledError, FileState, KeptFile, check, keep, look_up, stored_name

NAME = "ภาพกิจกรรม “วันต่อต้านทุจริต” ๙ ธ.ค. ๖๘.JPG"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = tmp_path / "ข้อมูล อบต. บ้านน้ำใส"
    office.mkdir()
    return evidence_files.evidence_folder(office / "ita.itadb")


def made(tmp_path: Path, name: str = NAME, content: bytes = b"jpeg") -> Path:
    path = tmp_path / "ไฟล์ต้นฉบับ" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def evidence(kept: KeptFile) -> ProgressEvidence:
    return ProgressEvidence(file_name=kept.file_name, sha256=kept.sha256)


def lying_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_that_a_file_is_kept_beside_the_data_under_its_hash_and_name(tmp_path: Path, folder: Path) -> None:
    source = made(tmp_path)
    kept = keep(source, folder)
    sha256 = hashlib.sha256(b"jpeg").hexdigest()
    assert kept == KeptFile(NAME, sha256, 4)
    assert folder.name == "หลักฐาน"
    assert lying_in(folder) == [f"{sha256[:12]} {NAME}"]
    found = look_up(evidence(kept), folder)
    assert found == evidence_files.LookUp(FileState.FOUND, folder / f"{sha256[:12]} {NAME}")
    assert source.read_bytes() == b"jpeg"
    source.unlink()
    assert check(evidence(kept), folder) is FileState.FOUND


def test_that_the_same_content_is_kept_once_whatever_its_name(tmp_path: Path, folder: Path) -> None:
    first = keep(made(tmp_path), folder)
    second = keep(made(tmp_path, "สำเนา.jpg"), folder)
    assert (second.file_name, second.sha256) == ("สำเนา.jpg", first.sha256)
    assert len(lying_in(folder)) == 1
    assert check(evidence(second), folder) is FileState.FOUND


def test_that_two_files_of_one_name_are_both_kept(tmp_path: Path, folder: Path) -> None:
    first = keep(made(tmp_path), folder)
    second = keep(made(tmp_path, content=b"another"), folder)
    assert len(lying_in(folder)) == 2
    assert [check(evidence(kept), folder) for kept in (first, second)] == [FileState.FOUND, FileState.FOUND]


def test_that_an_altered_or_missing_file_is_told_from_a_sound_one(tmp_path: Path, folder: Path) -> None:
    kept = keep(made(tmp_path), folder)
    path = look_up(evidence(kept), folder).path
    assert path is not None
    path.chmod(0o644)
    path.write_bytes(b"JPEG")
    assert look_up(evidence(kept), folder) == evidence_files.LookUp(FileState.ALTERED, path)
    # Kept anew it lies beside the altered one, which may be somebody's work, and is found.
    again = keep(made(tmp_path), folder)
    assert len(lying_in(folder)) == 2
    assert check(evidence(again), folder) is FileState.FOUND
    for each in folder.iterdir():
        each.unlink()
    assert look_up(evidence(kept), folder) == evidence_files.LookUp(FileState.MISSING)
    folder.rmdir()
    assert check(evidence(kept), folder) is FileState.MISSING


def test_that_a_kept_file_that_cannot_be_read_counts_as_missing(tmp_path: Path, folder: Path, monkeypatch: Any) -> None:
    kept = keep(made(tmp_path), folder)

    def refuse(*_args: Any, **_kwargs: Any) -> IO[bytes]:
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(Path, "open", refuse)
    assert check(evidence(kept), folder) is FileState.MISSING


@pytest.mark.parametrize("sha256", ["", "abc", "../../etc/passwd", "*" * 64, "ไม่ใช่แฮช" * 8])
def test_that_a_hash_from_a_strange_record_finds_nothing(tmp_path: Path, folder: Path, sha256: str) -> None:
    keep(made(tmp_path), folder)
    assert check(ProgressEvidence(file_name=NAME, sha256=sha256), folder) is FileState.MISSING


def test_that_a_hash_in_capitals_is_the_same_hash(tmp_path: Path, folder: Path) -> None:
    kept = keep(made(tmp_path), folder)
    assert check(ProgressEvidence(file_name=NAME, sha256=kept.sha256.upper()), folder) is FileState.FOUND


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("ภาพ 1:2.JPG", "0123456789ab ภาพ 1-2.JPG"),
        ("รายงาน", "0123456789ab รายงาน"),
        ("แผน พ.ศ. 2569", "0123456789ab แผน พ.ศ. 2569"),
        ("CON.txt", "0123456789ab CON.txt"),
        ("จบ. . ", "0123456789ab จบ"),
        (".pdf", "0123456789ab .pdf"),
    ],
)
def test_that_a_kept_name_is_one_that_windows_takes(name: str, stored: str) -> None:
    assert stored_name(name, "0123456789abcdef") == stored


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_that_any_name_is_kept_and_found(tmp_path: Path, name: str) -> None:
    source = tmp_path / "in" / name
    source.parent.mkdir(exist_ok=True)
    if name in (".", "..") or len(name.encode()) > 255:
        return
    source.write_bytes(name.encode())
    kept = keep(source, tmp_path / "หลักฐาน")
    found = look_up(evidence(kept), tmp_path / "หลักฐาน")
    assert found.state is FileState.FOUND
    assert found.path is not None
    assert len(found.path.name) <= files.MAX_NAME
    assert not set(found.path.name) & set('<>:"\\|?*')


def test_that_a_long_name_is_kept_short_and_its_own_name_stays(tmp_path: Path, folder: Path) -> None:
    name = "รายงานผลการดำเนินงาน" * 4 + ".pdf"
    kept = keep(made(tmp_path, name), folder)
    assert kept.file_name == name
    assert lying_in(folder)[0].endswith(".pdf")
    assert check(evidence(kept), folder) is FileState.FOUND


def test_that_a_deep_folder_leaves_the_name_away_and_a_deeper_one_is_refused(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files, "_LONGEST_PATH", len(str(folder)) + 20)
    kept = keep(made(tmp_path), folder)
    assert lying_in(folder) == [f"{kept.sha256[:12]}.JPG"]
    assert check(evidence(kept), folder) is FileState.FOUND
    monkeypatch.setattr(evidence_files, "_LONGEST_PATH", len(str(folder)) + 10)
    with pytest.raises(UserError, match="อยู่ลึก"):
        keep(made(tmp_path, content=b"x"), folder)


def test_that_a_large_file_needs_little_memory_and_tells_how_far_it_is(tmp_path: Path, folder: Path) -> None:
    size = 200 << 20
    source = made(tmp_path, "วิดีโอประชุม.mp4", b"")
    os.truncate(source, size)
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    kept = keep(source, folder, progress=lambda done, whole: told.append((done, whole)))
    assert check(evidence(kept), folder) is FileState.FOUND
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept.size == size
    assert peak < 8 << 20
    assert told[-1] == (size, size)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) >= 50


def test_that_a_copy_is_cancelled_without_a_trace(tmp_path: Path, folder: Path) -> None:
    source = made(tmp_path, content=bytes(5 << 20))
    told: list[int] = []
    with pytest.raises(CopyCancelledError):
        keep(source, folder, progress=lambda done, _: told.append(done), cancelled=lambda: len(told) == 3)
    assert told == [1 << 20, 2 << 20, 3 << 20]
    assert not folder.exists()
    kept = keep(source, folder)
    with pytest.raises(CopyCancelledError):
        look_up(evidence(kept), folder, cancelled=lambda: True)
    with pytest.raises(CopyCancelledError):
        keep(made(tmp_path, "b.bin", bytes(9)), folder, cancelled=lambda: True)
    assert len(lying_in(folder)) == 1


class Failing:
    """A file that fails after so many bytes, as a disk does that is full or a stick that was pulled out."""

    def __init__(self, file: IO[bytes], reads: bool, limit: int, number: int) -> None:
        self._file, self._left, self._number, self._reads = file, limit, number, reads

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise OSError(self._number, os.strerror(self._number))

    def write(self, chunk: bytes) -> int:
        if not self._reads:
            self._spend(len(chunk))
        return self._file.write(chunk)

    def read(self, count: int) -> bytes:
        chunk = self._file.read(count)
        if self._reads:
            self._spend(len(chunk))
        return chunk

    def __enter__(self) -> "Failing":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def fail(monkeypatch: pytest.MonkeyPatch, *, reads: bool, limit: int, number: int) -> None:
    opened = Path.open

    def open_(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        file = opened(path, mode, *args, **kwargs)
        return Failing(file, reads, limit, number) if ("x" in mode) != reads else file

    monkeypatch.setattr(Path, "open", open_)


@pytest.mark.parametrize("limit", [0, 1, 1 << 20, (1 << 20) + 1, (3 << 20) - 1])
@pytest.mark.parametrize(
    ("reads", "number", "said"),
    [
        (False, errno.ENOSPC, "พื้นที่ดิสก์ไม่พอ"),
        (False, errno.EDQUOT, "พื้นที่ดิสก์ไม่พอ"),
        (False, errno.EIO, "ไดรฟ์หรือเครือข่าย"),
        (True, errno.EIO, "ไดรฟ์ที่ถอดออกไป"),
        (True, errno.ENOENT, "ไดรฟ์ที่ถอดออกไป"),
    ],
)
def test_that_a_failure_at_any_byte_leaves_nothing_half_made(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, limit: int, reads: bool, number: int, said: str
) -> None:
    source = made(tmp_path, content=bytes(3 << 20))
    with monkeypatch.context() as patch:
        fail(patch, reads=reads, limit=limit, number=number)
        with pytest.raises(UserError, match=said):
            keep(source, folder)
    assert not folder.exists()
    assert check(evidence(keep(source, folder)), folder) is FileState.FOUND


@pytest.mark.skipif(os.name != "posix", reason="the limit is of POSIX systems")
def test_that_a_file_too_large_for_the_drive_is_refused_by_the_system_itself(tmp_path: Path, folder: Path) -> None:
    import resource

    source = made(tmp_path, content=bytes(3 << 20))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        with pytest.raises(UserError, match="เก็บไฟล์ขนาด 3 MB ไม่ได้"):
            keep(source, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not folder.exists()


def test_that_a_full_disk_is_told_before_the_copy_or_when_the_copy_reaches_it(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = made(tmp_path)

    class Usage:
        free = 3

    with monkeypatch.context() as patch:
        patch.setattr(evidence_files.shutil, "disk_usage", lambda _: Usage)
        with pytest.raises(UserError, match="พื้นที่ดิสก์ไม่พอ"):
            keep(source, folder)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", full)
        with pytest.raises(UserError, match="พื้นที่ดิสก์ไม่พอ"):
            keep(source, folder)
    assert not folder.exists()


def test_that_what_is_no_file_is_refused(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(UserError, match="ว่าง"):
        keep(made(tmp_path, content=b""), folder)
    with pytest.raises(UserError, match="ไม่ใช่ไฟล์"):
        keep(tmp_path, folder)
    with pytest.raises(UserError, match="ไม่ได้"):
        keep(tmp_path / "ไม่มี.pdf", folder)
    assert not folder.exists()


def test_that_a_file_changed_while_it_is_copied_is_refused(tmp_path: Path, folder: Path) -> None:
    source = made(tmp_path, content=bytes(2 << 20))

    def grow(done: int, _size: int) -> None:
        if done == 1 << 20:
            with source.open("ab") as file:
                file.write(b"more")

    with pytest.raises(UserError, match="ถูกแก้ไขระหว่าง"):
        keep(source, folder, progress=grow)
    assert not folder.exists()


def test_that_a_folder_that_takes_nothing_is_told(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = made(tmp_path)
    folder.write_bytes(b"in the way")
    with pytest.raises(UserError, match="มีไฟล์อื่นใช้ชื่อ"):
        keep(source, folder)
    folder.unlink()

    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(UserError, match="อ่านได้อย่างเดียว"):
            keep(source, folder)
    assert not folder.exists()


def test_that_copies_left_by_a_killed_program_are_swept_away_after_a_day(tmp_path: Path, folder: Path) -> None:
    folder.mkdir()
    old, new, own = folder / ".0123456789ab.tmp", folder / ".ba9876543210.tmp", folder / "งาน.tmp"
    for path in (old, new, own):
        path.write_bytes(b"half")
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    os.utime(own, (long_ago, long_ago))
    keep(made(tmp_path), folder)
    assert not old.exists()
    assert new.exists()
    assert own.exists()


def test_that_a_kept_file_is_not_changed_by_a_slip(tmp_path: Path, folder: Path) -> None:
    kept = keep(made(tmp_path), folder)
    path = look_up(evidence(kept), folder).path
    assert path is not None
    assert not path.stat().st_mode & 0o222


def test_that_missing_and_altered_evidence_is_reported_by_measure(tmp_path: Path, folder: Path) -> None:
    sound, altered, missing = (evidence(keep(made(tmp_path, f"{n}.pdf", n.encode()), folder)) for n in "กขค")
    path = look_up(altered, folder).path
    assert path is not None
    path.chmod(0o644)
    path.write_bytes(b"x")
    lost = look_up(missing, folder).path
    assert lost is not None
    lost.unlink()
    page = ProgressEvidence(url="https://www.example.go.th")
    day, year = date(2026, 1, 5), FiscalYear(2569)
    measures = [Measure(year, title="อบรม", id=1), Measure(year, title="เว็บไซต์", id=2)]
    entries = [
        Progress(1, day, MeasureStatus.IN_PROGRESS, evidence=(sound, altered, page)),
        Progress(2, day, MeasureStatus.IN_PROGRESS, evidence=(missing, sound, ProgressEvidence("ก"))),
        Progress(2, day, MeasureStatus.IN_PROGRESS, evidence=(missing, altered)),
    ]
    found = list(check_files(measures, entries, folder))
    assert [(remark.item_id, remark.beside_field) for remark in found] == [
        (1, "มีหลักฐานที่ถูกแก้ไขหลังจากที่บันทึก: “ข.pdf”"),
        (2, "มีหลักฐานที่ไม่พบในโฟลเดอร์ “หลักฐาน”: “ค.pdf”"),
        (2, "มีหลักฐานที่ถูกแก้ไขหลังจากที่บันทึก: “ข.pdf”"),
    ]
    assert found[0].sentence == "มาตรการ “อบรม” มีหลักฐานที่ถูกแก้ไขหลังจากที่บันทึก: “ข.pdf”"


@pytest.mark.parametrize(
    ("size", "said"), [(12, "1 KB"), (5 << 10, "5 KB"), (200 << 20, "200 MB"), (3 << 29, "1.5 GB")]
)
def test_that_a_size_is_said_shortly(size: int, said: str) -> None:
    assert evidence_files.format_size(size) == said
