"""The meetings tab: how many actions a meeting takes, how fast 300 meetings open, and what a key costs in a long text.

`python -m benchmarks.meetings [--json FILE] [--strict] [--rounds N] [--keys N] [--steps]`; a real data file and the
real window without a screen, driven by real mouse and key events. An action is a press, a choice of a list, a shortcut
or a field reached; the letters typed are not counted. The office knows its people and its committee; the meeting is
its first, so that nothing can be taken from the one before. Opened means: the tab built, the year read, the newest
meeting in its form and painted. `benchmarks.meetings_kill` counts what a kill costs.
"""

import argparse
import os
import random
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks import meetings_actions, meetings_data, meetings_speed
from benchmarks.report import Figure, add_options, report

PREPARING, WRITING = 25, 60
"""Targets in actions."""
OPEN, KEY = 150, 16
"""Targets in milliseconds."""
PAGES = 40


def main(arguments: Sequence[str]) -> int:
    """Measure, print the figures, and say by the exit code whether the targets hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.meetings", description=__doc__)
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=9, help="how often the tab is opened")
    parser.add_argument("--keys", type=int, default=200, help="keys in the long text")
    parser.add_argument("--meetings", type=int, default=300)
    parser.add_argument("--steps", action="store_true", help="tell every action")
    options = parser.parse_args(arguments)
    app = QApplication([])
    meetings_actions.dress(app)
    with TemporaryDirectory() as folder:
        course = _course(Path(folder))
        file = Path(folder) / "meetings.itadb"
        long_id = meetings_data.fill(file, random.Random(options.meetings), options.meetings, PAGES)
        found = meetings_speed.measured(file, long_id, options.rounds, options.keys)
    if options.steps:
        for number, step in enumerate((*course.preparing, *course.writing), 1):
            print(f"{number:3}  {step}")
    return report(_figures(course, found, options.meetings), options)


def _course(folder: Path) -> meetings_actions.Course:
    """What the clerk did; `RuntimeError` when the papers or the record are not what the actions were to make."""
    file, papers = folder / "office.itadb", folder / "papers"
    papers.mkdir()
    meetings_actions.office_file(file)
    course = meetings_actions.done(file, papers)
    gaps = [*course.lacking, *meetings_actions.gaps(file)]
    if gaps:
        raise RuntimeError(f"the meeting is not complete: {gaps}")
    return course


def _figures(course: meetings_actions.Course, found: meetings_speed.Found, count: int) -> list[Figure]:
    keys = found["key"]
    return [
        Figure("from the preset to invitation, agenda and sign-in sheet", len(course.preparing), "actions", PREPARING),
        Figure("from there to the minutes of five items", len(course.writing), "actions", WRITING),
        Figure(f"{count} meetings opened: built, read, painted", statistics.median(found["open"]), "ms", OPEN),
        Figure("of that, reading what the tab shows of the year", statistics.median(found["read"]), "ms"),
        Figure("another of them chosen, painted", statistics.median(found["next"]), "ms"),
        Figure(f"a key amid {PAGES} pages, painted", statistics.median(keys), "ms"),
        Figure("the same, 95th percentile", _p95(keys), "ms", KEY),
        Figure(f"a key at the end of {PAGES} pages, 95th percentile", _p95(found["key at the end"]), "ms", KEY),
        Figure("the long text stored when typing pauses", statistics.median(found["pause"]), "ms"),
    ]


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
