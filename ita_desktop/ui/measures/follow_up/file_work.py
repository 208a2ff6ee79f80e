"""Copying and checking of evidence off the window's thread; values in, values out."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop import evidence_files
from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.errors import UserError
from ita_desktop.evidence_files import CopyCancelledError, FileState, KeptFile, LookUp
from ita_desktop.ui.background import Background


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a copy: the files that were kept, and why others were not."""

    files: tuple[KeptFile, ...]
    problems: tuple[str, ...]


class CopyJob:
    """Files being copied one after another; the window asks `percent` and `name`, and may `cancel`."""

    def __init__(self, sources: Sequence[Path], folder: Path) -> None:
        self._sources = sources
        self._folder = folder
        self._cancelled = threading.Event()
        self.name = ""
        """The file being copied now."""
        self.percent = 0
        """How far that file is."""

    def cancel(self) -> None:
        """Stop soon; what was kept before stays kept."""
        self._cancelled.set()

    def run(self) -> Kept:
        """Copy all; one that cannot be kept does not hold up the others."""
        kept: list[KeptFile] = []
        problems: list[str] = []
        for source in self._sources:
            self.name, self.percent = source.name, 0
            try:
                kept.append(self._keep(source))
            except UserError as error:
                problems.append(error.sentence)
            except CopyCancelledError:
                problems.append(f"ยกเลิกการคัดลอก “{source.name}” แล้ว")
                break
        return Kept(tuple(kept), tuple(problems))

    def _keep(self, source: Path) -> KeptFile:
        return evidence_files.keep(source, self._folder, progress=self._note, cancelled=self._cancelled.is_set)

    def _note(self, done: int, size: int) -> None:
        self.percent = done * 100 // size


class EvidenceChecks:
    """Looks kept files up: only the newest question is answered, and an unchanged file is not read twice."""

    def __init__(self, background: Background, folder: Path) -> None:
        self._background = background
        self._folder = folder
        self._question = 0
        self._sound: dict[str, tuple[Path, tuple[int, int]]] = {}

    def ask(self, evidence: Sequence[ProgressEvidence], then: Callable[[dict[ProgressEvidence, LookUp]], None]) -> None:
        """Call `then` with what was found of each file, unless something newer is asked before."""
        self._question += 1
        question, wanted = self._question, [each for each in evidence if each.file_name]
        if not wanted:
            return

        def answer(found: dict[ProgressEvidence, LookUp] | None) -> None:
            if found is not None and question == self._question:
                then(found)

        self._background.run(lambda: self._look_up(wanted, question), answer)

    def _look_up(self, wanted: Sequence[ProgressEvidence], question: int) -> dict[ProgressEvidence, LookUp] | None:
        try:
            return {each: self._one(each, lambda: question != self._question) for each in wanted}
        except CopyCancelledError:
            return None

    def _one(self, evidence: ProgressEvidence, cancelled: Callable[[], bool]) -> LookUp:
        path, stamp = self._sound.get(evidence.sha256, (None, None))
        if path is not None and stamp == _stamp(path):
            return LookUp(FileState.FOUND, path)
        found = evidence_files.look_up(evidence, self._folder, cancelled=cancelled)
        after = _stamp(found.path) if found.state is FileState.FOUND and found.path is not None else None
        if found.path is not None and after is not None:
            self._sound[evidence.sha256] = (found.path, after)
        return found


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
