"""Where resources, fonts, data and logs lie: source tree, wheel, Windows folder or portable folder."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
APP_ID = "ita-desktop"
DATA_FILE_NAME = "ita.itadb"
PORTABLE_FLAG = "portable.flag"


def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


@cache
def resources() -> Path:
    """The folder of shipped data files."""
    return _shipped("resources")


@cache
def fonts() -> Path:
    """The folder of the printed fonts and their licences."""
    return _shipped("fonts")


def data_folder() -> Path:
    """Where this PC keeps the office's data; beside the program in the portable edition."""
    portable = Path(sys.executable).resolve().parent / PORTABLE_FLAG
    if portable.exists():
        return portable.parent / "data"
    from platformdirs import user_data_path

    return user_data_path(APP_ID, appauthor=False)


def default_data_file() -> Path:
    """The data file opened when none is named."""
    return data_folder() / DATA_FILE_NAME


def log_file() -> Path:
    """The program's log."""
    return data_folder() / "log" / "ita-desktop.log"


def user_frameworks() -> Path:
    """Framework files that the office added itself."""
    return data_folder() / "frameworks"
