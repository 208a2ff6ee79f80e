"""Starts the window, or the command line when a command is given."""

import os
import sys
from pathlib import Path
from typing import TextIO

NO_SCREEN = "เครื่องนี้ไม่มีหน้าจอ จึงเปิดหน้าต่างไม่ได้"
NO_SCREEN_SAMPLE = f"{NO_SCREEN} โปรแกรมเขียนเอกสารตัวอย่างไว้ใน ./ita-sample/ แทน:"
_USAGE = "ใช้: ita-desktop [--sample | --data ไฟล์] หรือ python -m ita_desktop คำสั่ง (ดูคำสั่งด้วย --help)"

# What PySide6 loads from the system on Debian 12 (found on a bare installation).
_DEBIAN_PACKAGES = (
    "libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 "
    "libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 libx11-xcb1 libxkbcommon-x11-0"
)


def main(argv: list[str] | None = None) -> int:
    """Show the window (`--sample`, `--data FILE`), or do a command without one; the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    match arguments:
        case []:
            return _window(None)
        case ["--data", file]:
            return _window(Path(file))
        case ["--sample"]:
            return _sample()
        case ["--data" | "--sample", *_]:
            return _complain(_USAGE, 2)
        case _:
            from ita_desktop import cli

            sys.excepthook = cli.crashed
            return cli.main(arguments)


def _sample() -> int:
    if _has_screen():
        return _window(None, sample=True)
    from ita_desktop import cli

    _say(NO_SCREEN_SAMPLE)
    for paper in cli.write_sample_papers(Path("ita-sample")):
        _say(str(paper))
    return 0


def _window(data: Path | None, *, sample: bool = False) -> int:
    if not _has_screen():
        return _complain(f"{NO_SCREEN} ใช้คำสั่งแบบพิมพ์แทนได้ ดูคำสั่งด้วย python -m ita_desktop --help", 1)
    try:
        from ita_desktop.ui import application
    except ImportError as error:
        if "cannot open shared object file" not in str(error):
            raise
        missing = str(error).split(":", 1)[0]
        return _complain(
            f"ระบบขาดไลบรารี {missing} ที่หน้าต่างโปรแกรมต้องใช้ บน Debian หรือ Ubuntu ติดตั้งด้วย: "
            f"sudo apt install {_DEBIAN_PACKAGES}",
            1,
        )
    return application.run(data, sample=sample)


def _has_screen() -> bool:
    """Whether Qt can show a window here; only Linux can be without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _complain(sentence: str, code: int) -> int:
    _say(sentence, sys.stderr)
    return code


def _say(line: str, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    # A windowed program on Windows has no console at all.
    if stream is not None:
        stream.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
