"""Kills the program at random moments while minutes are typed, and counts what is lost: at most 2 seconds may be.

Every run begins with a file of its own: a child process types generated Thai text into the fields of the real
meetings tab and logs each key; it is killed, a fresh tab is opened on the file, and every letter is looked for in what
the clerk finds there: a draft that is put back over newer text counts as a loss. 200 kills took 7 to 12 minutes on
two busy cores; `--kills 3` is part of the tests.
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
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import copy

from benchmarks.meetings_typist import opened_tab, type_on
from benchmarks.report import Figure, add_options, report
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Attendance, Meeting
from ita_desktop.domain.office import Office, OfficeKind, Signatory
from ita_desktop.services import meetings, office
from ita_desktop.thai.clean import clean_line

YEAR = FiscalYear(2569)
MOST_LOST = 2.0
"""Seconds of typing that a kill may cost."""
_SOONEST, _LATEST = 0.2, 9.0
"""Seconds of typing before the kill."""
_PATIENCE = 60.0
"""Seconds until a child must have typed its first key."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What a child left: the data file, its log of keys, and when it was killed."""

    file: Path
    log: Path
    at: float


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill cost: seconds of typing, and keys of those that were typed."""

    lost_seconds: float
    lost_keys: int
    keys: int
    torn: tuple[str, ...]
    """Texts that came back but were never typed so, with what was typed."""
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
            # Widgets are for this thread alone: it opens one file while others are being typed into.
            kills = [_examine(killed, meeting_id) for killed in together.map(run, seeds)]
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


def _run(folder: Path, template: Path, meeting_id: int, seed: int) -> Killed:
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
    return Killed(file, log, killed_at)


def _await_typing(child: BaseProcess, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not log.stat().st_size:
        if not child.is_alive() or time.monotonic() > until:
            raise RuntimeError("the child did not begin to type")
        time.sleep(0.02)


def _examine(killed: Killed, meeting_id: int) -> Kill:
    typed: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for line in killed.log.read_bytes().splitlines():
        key = json.loads(line)
        typed[key["field"]].append((key["at"], key["char"]))
    with closing(sqlite3.connect(killed.file)) as raw:
        is_sound = raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = _come_back(killed.file, meeting_id)
    lost_seconds, lost_keys, torn = 0.0, 0, []
    for field, keys in typed.items():
        count = _kept(keys, found[field])
        if count is None:
            torn.append(
                f"{killed.log.stem} {field}: typed {''.join(char for _, char in keys)!r}, kept {found[field]!r}"
            )
        elif count < len(keys):
            lost_seconds = max(lost_seconds, killed.at - keys[count][0])
            lost_keys += len(keys) - count
    return Kill(lost_seconds, lost_keys, sum(map(len, typed.values())), tuple(torn), is_sound)


def _come_back(file: Path, meeting_id: int) -> Mapping[str, str]:
    """What the clerk finds in each field when the program is started again."""
    with closing(Database.open(file)) as database, opened_tab(database, YEAR, meeting_id) as tab:
        # As by itself once the page stands: what was put back and can be read is stored.
        tab.keeping.finish()
        meeting = database.read(meetings.get_meeting, meeting_id)
        unread = tab.form.unsaved()
    first, second = meeting.agenda
    return {
        "facts": first.facts,
        "discussion": first.discussion,
        "resolution": first.resolution,
        "resolution_2": second.resolution,
        "title": first.title,
        "owner": first.owner,
        "place": meeting.place,
        "held_on": unread.get("held_on", ""),
        "recorder.name": meeting.recorder.name,
        "closing": meeting.closing,
        "cell": meeting.attendances[0].role,
    }


def _kept(keys: list[tuple[float, str]], found: str) -> int | None:
    """How many keys the text holds, None when it says something that was never typed so."""
    text = "".join(char for _, char in keys)
    return next((count for count in range(len(text), -1, -1) if _same(text[:count], found)), None)


def _same(typed: str, found: str) -> bool:
    """Whether the text is what was typed, before, behind or instead of what stood there at the beginning."""
    held = _bare(found)
    return any(held in (_bare(typed), _bare(begun + typed), _bare(typed + begun)) for begun in _BEGUN)


def _bare(text: str) -> str:
    # Cleaned as a whole: เ typed before เรื่อง is kept as แรื่อง, which looks the same and is the same to a reader.
    return "".join(clean_line(text).split())


_BEGUN = ("เรื่องแรก", "กรรมการ", "12 มกราคม 2569", "๑๒ มกราคม ๒๕๖๙")
"""What stood in fields before."""


if __name__ == "__main__":
    sys.exit(main())
