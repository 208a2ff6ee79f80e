"""Whole files or none, under names that every system takes."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import files
from ita_desktop.errors import UserError

DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("รายงานการประชุม ครั้งที่ 1/2569", "รายงานการประชุม ครั้งที่ 1-2569.pdf"),
        ('a<b>c:"d"\\e|f?g*h', "a-b-c-d-e-f-g-h.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("con", "_con.pdf"),
        ("COM1.txt", "_COM1.txt.pdf"),
        ("คอน", "คอน.pdf"),
        ("จบ. . ", "จบ.pdf"),
        ("  หลาย \n ช่อง\t", "หลาย ช่อง.pdf"),
        ("", "ITA.pdf"),
        ("...", "ITA.pdf"),
    ],
)
def test_that_a_name_is_one_that_windows_takes(text: str, name: str) -> None:
    assert files.file_name(text, ".pdf") == name


def test_that_a_long_name_is_not_cut_between_a_letter_and_its_mark() -> None:
    for length in range(60, 100):
        name = files.file_name("ก" * length + "ที่นี่" * 20, ".pdf")
        stem = name.removesuffix(".pdf")
        assert len(name.encode()) <= 255
        rest = ("ก" * length + "ที่นี่" * 20)[len(stem) :]
        assert rest[0] not in "ีิ่้"


@given(st.text(), st.sampled_from(["", ".pdf", ".itadb"]))
def test_that_any_text_gives_a_safe_name(text: str, suffix: str) -> None:
    name = files.file_name(text.encode("utf-8", "ignore").decode(), suffix)
    assert name.endswith(suffix)
    assert 0 < len(name) <= files.MAX_NAME
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\x00\x1f\n')
    assert name[-1] not in ". "
    assert name.split(".")[0].strip().casefold() not in DEVICES


def test_that_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "Report.pdf"
    assert files.free_name(path) == path
    for expected in ("REPORT.pdf", "Report (2).pdf", "Report (3).pdf"):
        (tmp_path / expected).touch()
    assert files.free_name(path) == tmp_path / "Report (4).pdf"
    assert files.free_name(path, taken={path}) == tmp_path / "Report (2).pdf"
    assert files.free_name(tmp_path / "no" / "a.pdf") == tmp_path / "no" / "a.pdf"


def test_that_a_file_is_written_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "เอกสาร.pdf"
    files.write_whole(path, b"one")
    files.write_whole(path, b"two")
    assert files.read_whole(path) == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_that_a_written_file_can_be_read_by_others_as_usual(tmp_path: Path) -> None:
    files.write_whole(tmp_path / "a", b"")
    (tmp_path / "b").touch()
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "b").stat().st_mode)


def refusal(path: Path, content: bytes = b"new") -> str:
    with pytest.raises(UserError) as caught:
        files.write_whole(path, content)
    return caught.value.sentence


def test_that_an_impossible_place_is_told(tmp_path: Path) -> None:
    assert "ไม่พบ" in refusal(tmp_path / "no" / "a.pdf")
    assert "เป็นโฟลเดอร์" in refusal(tmp_path)
    assert "ยาวเกินไป" in refusal(tmp_path / ("ก" * 200))
    (tmp_path / "file").touch()
    assert "ไม่พบ" in refusal(tmp_path / "file" / "a.pdf")
    with pytest.raises(UserError, match="ไม่พบ"):
        files.read_whole(tmp_path / "no.json")


def test_that_a_file_open_elsewhere_asks_to_close_it_and_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "เปิดอยู่.pdf"
    path.write_bytes(b"old")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "_RETRIES", (0, 0))
    assert "ปิดไฟล์นั้นก่อน" in refusal(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_file_held_for_a_moment_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, held = Path.replace, [PermissionError(), PermissionError()]

    def replaced(self: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(files, "_RETRIES", (0, 0))
    files.write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from ita_desktop.errors import UserError
from ita_desktop.files import write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 5000)
except UserError as error:
    print(error.sentence)
"""


@pytest.mark.skipif(os.name != "posix", reason="POSIX limits")
def test_that_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "เอกสาร.pdf"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, check=True, timeout=60, encoding="utf-8"
    )
    assert done.stdout.startswith("พื้นที่ดิสก์เต็ม")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "พื้นที่ดิสก์เต็ม"),
        (errno.EROFS, "ไม่มีสิทธิ์"),
        (errno.EIO, "ตรวจว่าไดรฟ์"),
        (errno.EINVAL, "อักขระที่ใช้ไม่ได้"),
    ],
)
def test_that_every_refusal_of_the_system_has_its_sentence(tmp_path: Path, number: int, words: str) -> None:
    sentence = files.refusal(OSError(number, "x"), tmp_path)
    assert words in sentence
    assert str(tmp_path) in sentence
