"""Which follow-ups name evidence that is no longer what it was."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ita_desktop.domain.follow_up_checks import FIELD
from ita_desktop.domain.measure import Measure, Progress
from ita_desktop.domain.measure_remark import about
from ita_desktop.domain.remark import Remark
from ita_desktop.evidence_files import FOLDER_NAME, FileState, check

_FAULTS = {
    FileState.MISSING: f"มีหลักฐานที่ไม่พบในโฟลเดอร์ “{FOLDER_NAME}”",
    FileState.ALTERED: "มีหลักฐานที่ถูกแก้ไขหลังจากที่บันทึก",
}


def check_files(measures: Iterable[Measure], progress: Iterable[Progress], folder: Path) -> Iterator[Remark]:
    """Which measures' evidence is missing or was altered, a remark a measure and kind of fault; every file is read."""
    states: dict[str, FileState] = {}
    faults: dict[tuple[int, FileState], dict[str, None]] = {}
    for entry in progress:
        for evidence in entry.evidence:
            if evidence.file_name and evidence.sha256:
                if evidence.sha256 not in states:
                    states[evidence.sha256] = check(evidence, folder)
                faults.setdefault((entry.measure_id, states[evidence.sha256]), {})[f"“{evidence.file_name}”"] = None
    for measure in measures:
        for state, words in _FAULTS.items():
            if names := faults.get((measure.id, state)):
                yield about(measure, FIELD, f"{words}: {' '.join(names)}")
