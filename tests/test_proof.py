"""The proof tool sets a plain text as the papers do."""

import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "เทศบาลตำบลกุดเชียงหมี นำผลประเมิน & < > ๆ น้ำ\n\nชัยณรงค์ชัยณรงค์ชัยณรงค์ชัยณรงค์ชัยณรงค์\n"


def proof(folder: Path, *options: str, text: str = TEXT) -> subprocess.CompletedProcess[str]:
    (folder / "in.txt").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "proof.py", folder / "in.txt", folder / "out.pdf", *options],
        capture_output=True,
        text=True,
        check=False,
    )


def lines(folder: Path) -> list[str]:
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(folder / "out.pdf").pages)
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("align", ["left", "justify"])
def test_that_a_proof_holds_the_text_and_nothing_else(tmp_path: Path, align: str) -> None:
    assert proof(tmp_path, "--align", align).returncode == 0
    assert "".join("".join(lines(tmp_path)).split()) == "".join(TEXT.split())


def test_that_a_proof_obeys_width_size_and_own_words(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("ชัยณรงค์\n", encoding="utf-8")
    assert proof(tmp_path, "--width-mm", "40", "--words", str(tmp_path / "own.txt")).returncode == 0
    narrow = lines(tmp_path)
    assert len(narrow) > 4
    assert all(line.strip().removeprefix("ชัยณรงค์" * 2).replace("ชัยณรงค์", "") == "" for line in narrow[-2:])
    assert proof(tmp_path, "--width-mm", "170", "--size", "8").returncode == 0
    assert len(lines(tmp_path)) == 2


def test_that_a_proof_refuses_what_it_cannot_set(tmp_path: Path) -> None:
    assert proof(tmp_path, "--width-mm", "300").returncode == 2
    assert proof(tmp_path, "--size", "1").returncode == 2
    assert proof(tmp_path, "--words", str(tmp_path / "none.txt")).returncode == 1


def test_that_an_empty_text_is_an_empty_page(tmp_path: Path) -> None:
    assert proof(tmp_path, text="").returncode == 0
    assert lines(tmp_path) == []
