"""Which way the program starts."""

import sys
from pathlib import Path

import pytest

from ita_desktop import __main__ as program
from ita_desktop import cli


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, bool]]:
    opened: list[tuple[Path | None, bool]] = []

    def run(data: Path | None, *, sample: bool) -> int:
        opened.append((data, sample))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("ita_desktop.ui.application.run", run)
    return opened


def test_that_no_argument_opens_the_window(windows: list[tuple[Path | None, bool]]) -> None:
    assert program.main([]) == 0
    assert program.main(["--data", "a.itadb"]) == 0
    assert program.main(["--sample"]) == 0
    assert windows == [(None, False), (Path("a.itadb"), False), (None, True)]


def test_that_a_command_goes_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda argv: given.append(list(argv)) or 7)
    assert program.main(["check", "a.itadb"]) == 7
    assert given == [["check", "a.itadb"]]


def test_that_wrong_options_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--data"]) == 2
    assert program.main(["--sample", "x"]) == 2
    assert "--sample" in capsys.readouterr().err


@pytest.mark.usefixtures("no_screen")
def test_that_without_a_screen_the_window_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("no_screen")
def test_that_without_a_screen_the_sample_s_papers_are_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "write_sample_papers", lambda folder: [folder / "ก.pdf", folder / "ข.pdf"])
    assert program.main(["--sample"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "ไม่มีหน้าจอ" in lines[0]
    assert lines[1:] == [str(Path("ita-sample/ก.pdf")), str(Path("ita-sample/ข.pdf"))]


def test_that_a_missing_system_library_names_the_packages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")

    class Missing:
        """Finds the window, which then lacks a library."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "ita_desktop.ui":
                raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    for name in [loaded for loaded in sys.modules if loaded.startswith("ita_desktop.ui")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("ita_desktop.ui", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    assert program.main([]) == 1
    told = capsys.readouterr().err
    assert "libEGL.so.1" in told
    assert "libegl1" in told
    assert told.count("\n") == 1


def test_that_a_bug_in_the_window_s_imports_is_no_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "ita_desktop.ui.application", None)
    monkeypatch.delattr("ita_desktop.ui.application", raising=False)
    with pytest.raises(ImportError):
        program.main([])


def test_that_a_program_without_a_console_says_nothing_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main(["--data"]) == 2
