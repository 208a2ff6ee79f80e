"""Kills the program at random moments while minutes are typed, and counts what is lost: at most 2 seconds may be.

Every run begins with a file of its own: a child process types generated Thai text into the fields of the real
meetings tab and logs each key; it is killed, the file is opened again, and every letter is looked for in the stored
meeting and in its draft. 200 kills took 9 to 12 minutes on two busy cores; `--kills 3` is part of the tests.
"""

import argparse
import json
import multiprocessing
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import copy

from benchmarks.meetings_typist import type_on
from benchmarks.report import Figure, add_options, report
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.services import meetings, minutes_versions, office
from ita_desktop.thai.clean import clean_line, clean_text
from ita_desktop.ui.meetings.draft import DraftContent, parse_draft

YEAR = FiscalYear(2569)
MOST_LOST = 2.0
"""Seconds of typing that a kill may cost."""
_SOONEST, _LATEST = 0.2, 9.0
"""Seconds of typing before the kill."""
_PATIENCE = 60.0
"""Seconds until a child must have typed its first key."""


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill cost: seconds of typing, and keys of those that were typed."""

    lost_seconds: float
    lost_keys: int
    keys: int
    torn: tuple[str, ...]
    """Texts that were stored but never typed so, with what was typed."""
    is_sound: bool
    """Whether the file opened and passed SQLite's own check."""


def main() -> int:
    """Kill as often as asked and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=4, help="children that type at the same time")
    parser.add_argument("--seed", type=int, default=1)
    add_options(parser)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ita-kill-") as folder:
        template, meeting_id = _template(Path(folder))
        run = partial(_run, Path(folder), template, meeting_id)
        with ThreadPoolExecutor(options.at_once) as together:
            seeds = range(options.seed, options.seed + options.kills)
            kills = list(together.map(run, seeds))
    lost = [kill.lost_seconds for kill in kills]
    figures = [
        Figure("kills while minutes were typed", len(kills), ""),
        Figure("keys typed in all", sum(kill.keys for kill in kills), ""),
        Figure("typing lost, worst", max(lost), "s", MOST_LOST),
        Figure("typing lost, median", statistics.median(lost), "s"),
        Figure("keys lost, worst", max(kill.lost_keys for kill in kills), ""),
        Figure("texts that were never typed so", sum(len(kill.torn) for kill in kills), "", 0),
        Figure("files that were not sound", sum(not kill.is_sound for kill in kills), "", 0),
    ]
    for torn in (words for kill in kills for words in kill.torn):
        print(torn, file=sys.stderr)
    return report(figures, options)


def _template(folder: Path) -> tuple[Path, int]:
    path = folder / "template.itadb"
    with closing(Database.open(path)) as database:
        database.write(office.found_office, Office(OfficeKind.SUBDISTRICT, "ตัวอย่าง"))
        agenda = (AgendaItem(4, "เรื่องแรก"), AgendaItem(5, "เรื่องที่สอง"))
        people = tuple(Attendance(Signatory(f"นายคนที่ {n}"), role="กรรมการ") for n in range(9))
        meeting = Meeting(YEAR, "คณะทำงาน", held_on=date(2026, 1, 12), agenda=agenda, attendances=people)
        kept = database.write(meetings.save_meeting, meeting)
    return path, kept.id


def _run(folder: Path, template: Path, meeting_id: int, seed: int) -> Kill:
    chance = random.Random(f"kill {seed}")
    file, log = Path(copy(template, folder / f"{seed}.itadb")), folder / f"{seed}.log"
    log.touch()
    start = multiprocessing.get_context("spawn").Process
    child = start(target=type_on, args=(file, log, seed, YEAR, meeting_id), daemon=True)
    child.start()
    try:
        _await_typing(child, log)
        time.sleep(chance.uniform(_SOONEST, _LATEST))
        killed_at = time.monotonic()
    finally:
        child.kill()
        child.join()
    return _examine(file, log, meeting_id, killed_at)


def _await_typing(child: BaseProcess, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not log.stat().st_size:
        if not child.is_alive() or time.monotonic() > until:
            raise RuntimeError("the child did not begin to type")
        time.sleep(0.02)


def _examine(file: Path, log: Path, meeting_id: int, killed_at: float) -> Kill:
    typed: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for line in log.read_bytes().splitlines():
        key = json.loads(line)
        typed[key["field"]].append((key["at"], key["char"]))
    with closing(Database.open(file)) as database:
        meeting = database.read(meetings.get_meeting, meeting_id)
        draft = database.read(minutes_versions.find_draft, meeting_id)
    with closing(sqlite3.connect(file)) as raw:
        is_sound = raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = dict(_found(meeting, parse_draft(draft.content) if draft else DraftContent()))
    lost_seconds, lost_keys, torn = 0.0, 0, []
    for field, keys in typed.items():
        count = _kept(keys, found[field])
        if count is None:
            torn.append(f"{log.stem} {field}: typed {''.join(char for _, char in keys)!r}, kept {found[field]!r}")
        elif count < len(keys):
            lost_seconds = max(lost_seconds, killed_at - keys[count][0])
            lost_keys += len(keys) - count
    return Kill(lost_seconds, lost_keys, sum(map(len, typed.values())), tuple(torn), is_sound)


def _found(meeting: Meeting, draft: DraftContent) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each field what may hold its text: the draft when it says anything, else what is stored."""
    first, second = meeting.agenda
    stored: Mapping[str, str] = {
        "facts": first.facts,
        "discussion": first.discussion,
        "resolution": first.resolution,
        "resolution_2": second.resolution,
        "title": first.title,
        "owner": first.owner,
        "place": meeting.place,
        "held_on": "",
        "recorder.name": meeting.recorder.name,
        "closing": meeting.closing,
        "cell": meeting.attendances[0].role,
    }
    kept_as = {"owner": "agenda.0.owner", "cell": "present.0.role"}
    for field, text in stored.items():
        waiting = draft.fields.get(kept_as.get(field, field))
        yield field, (text,) if waiting is None else (waiting, text)


def _kept(keys: list[tuple[float, str]], found: tuple[str, ...]) -> int | None:
    """How many keys the stored text holds, None when it says something that was never typed so."""
    text = "".join(char for _, char in keys)
    for count in range(len(text), -1, -1):
        for holder in found:
            if _same(text[:count], holder):
                return count
    return None


def _same(typed: str, stored: str) -> bool:
    """Whether the stored text is what was typed, before, behind or instead of what stood there at the beginning."""
    bare = "".join(clean_text(typed).split())
    held = "".join(clean_line(stored).split())
    return bare == held or any(held in (begun + bare, bare + begun) for begun in _BEGUN)


_BEGUN = ("เรื่องแรก", "กรรมการ", "12มกราคม2569", "๑๒มกราคม๒๕๖๙")
"""What stood in fields before, without spaces."""


if __name__ == "__main__":
    sys.exit(main())
