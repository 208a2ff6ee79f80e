"""Photos read from files off the window's thread, one after another, each original kept beside the data."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ita_desktop import photo_files
from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.meeting import Photo
    from ita_desktop.ui.background import Background

PASTED_NAME = "ภาพที่วาง.png"
"""The name of a picture that was copied out of another program."""
Source = Path | QImage


@dataclass(frozen=True, slots=True)
class Found:
    """What came of the files read for one meeting: the photos, and why others are none."""

    meeting_id: int
    plan_year: FiscalYear
    photos: tuple[Photo, ...] = ()
    problems: tuple[str, ...] = ()


def photo_of(source: Source, data_file: Path) -> Photo:
    """The photo, its original kept; takes up to seconds. `UserError` says what to do about one that cannot be had."""
    if isinstance(source, Path):
        photo = photo_files.read_photo(source)
        photo_files.keep_original(source, data_file)
        return photo
    with TemporaryDirectory() as folder:
        path = Path(folder) / PASTED_NAME
        if not source.save(str(path)):
            raise UserError("วางภาพนี้ไม่ได้ บันทึกภาพเป็นไฟล์ JPG หรือ PNG ก่อน แล้วกด “เพิ่มภาพ”")
        return photo_of(path, data_file)


class PhotoReading(QObject):
    """Counts the files that are read; `finished` tells everything found once none is left.

    Files given while others are read go to the end of the queue, and other work of the window comes in between.
    """

    progressed = Signal()
    finished = Signal(object)
    """A list of `Found`, one for each meeting that files were read for."""

    def __init__(self, background: Background, data_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._data_file = data_file
        self._stop = threading.Event()
        self._found: dict[int, Found] = {}
        self._names: list[str] = []
        self.done = 0
        # Queued: the last file's result comes after its end is counted.
        self._ended = QTimer(self, singleShot=True, interval=0)
        self._ended.timeout.connect(self._finish)

    @property
    def count(self) -> int:
        """How many files are read in this go, those that are done too."""
        return len(self._names)

    @property
    def name(self) -> str:
        """The file that is read now, empty when there is none."""
        return self._names[self.done] if self.done < self.count else ""

    def read(self, meeting_id: int, plan_year: FiscalYear, sources: Sequence[Source]) -> None:
        """Read these files for a meeting."""
        self._found.setdefault(meeting_id, Found(meeting_id, plan_year))
        self._names += [source.name if isinstance(source, Path) else PASTED_NAME for source in sources]
        for source in sources:
            work = partial(_photo_or_why_not, source, self._data_file, self._stop.is_set)
            self._background.run(work, partial(self._take, meeting_id), always=self._count_one)
        self.progressed.emit()

    def cancel(self) -> None:
        """Leave out the files that are not read yet."""
        self._stop.set()

    def _take(self, meeting_id: int, result: Photo | str | None) -> None:
        found = self._found[meeting_id]
        if isinstance(result, str):
            found = Found(meeting_id, found.plan_year, found.photos, (*found.problems, result))
        elif result is not None:
            found = Found(meeting_id, found.plan_year, (*found.photos, result), found.problems)
        self._found[meeting_id] = found

    def _count_one(self) -> None:
        self.done += 1
        self.progressed.emit()
        if self.done == self.count:
            self._ended.start()

    def _finish(self) -> None:
        if self.done < self.count:
            return
        found = list(self._found.values())
        self._found.clear()
        self._names.clear()
        self.done = 0
        self._stop.clear()
        self.progressed.emit()
        self.finished.emit(found)


def _photo_or_why_not(source: Source, data_file: Path, is_stopped: Callable[[], bool]) -> Photo | str | None:
    """The photo, the sentence that says why there is none, or None when the reading was stopped before."""
    if is_stopped():
        return None
    try:
        return photo_of(source, data_file)
    except UserError as error:
        return error.sentence
