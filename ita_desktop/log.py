"""The program's log: rotating, in English, without personal data."""

import logging
import re
import traceback
from functools import cache
from pathlib import Path

_MAX_BYTES, _KEPT = 512_000, 3
_THAI = re.compile("[\u0e00-\u0e7f][\u0e00-\u0e7f\\s]*")
_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+|\d[\d\- ]{6,}\d")

_log = logging.getLogger("ita_desktop")


@cache
def start(file: Path) -> None:
    """Write the log to `file` from now on; where that is impossible the program runs without a log."""
    from logging.handlers import RotatingFileHandler

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def note(message: str) -> None:
    """One line about what the program did."""
    _log.info("%s", without_persons(message))


def failure(error: BaseException) -> None:
    """A failure that nobody expected, with the places in the program it came through."""
    _log.error("%s", without_persons("".join(traceback.format_exception(error))))


def without_persons(text: str) -> str:
    """The text without Thai words (names, places, typed text), addresses, numbers of persons and the home folder.

    >>> without_persons("KeyError: 'นายสมชาย ใจดี' 081-234-5678")
    "KeyError: '…' …"
    """
    text = text.replace(str(Path.home()), "~")
    return _CONTACT.sub("…", _THAI.sub("…", text))
