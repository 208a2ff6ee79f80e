"""The measures table with ten thousand measures: opening, searching, scrolling, pasting, undoing, until it is painted.

`python -m benchmarks.measures [--json FILE] [--strict] [--rounds N] [--measures N]`; a real data file, the real tab
without a screen, real key and wheel events. Beside it, in turn, what Qt alone does with the same rows: a bare table
view on a standard model, filtered by its own proxy. Painted means that everything asked for then is done as well;
what may wait for idle moments, marks of rows that share a text, stands on a line of its own.
"""

import argparse
import random
import statistics
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import measures_data, measures_tab
from benchmarks.report import Figure, add_options, report
from ita_desktop.db.database import Database

OPEN, KEY, SCROLL, PASTE = 200, 5, 16, 100
"""Targets in milliseconds."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print the figures, and say by the exit code whether the targets hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.measures", description=__doc__)
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=9, help="how often each thing is done")
    parser.add_argument("--measures", type=int, default=10_000)
    options = parser.parse_args(arguments)
    chance = random.Random(options.measures)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "measures.itadb"
        with closing(Database.open(file)) as database:
            measures_data.fill(database, chance, options.measures)
            pasted = measures_data.some_measures(database, chance, 1000)
        found = measures_tab.measured(file, pasted, options.rounds)
    return report(list(_figures(found)), options)


def _figures(found: measures_tab.Found) -> list[Figure]:
    keys, scrolls = found["key"], found["wheel"]
    peer_keys, peer_scrolls = found["peer key"], found["peer wheel"]
    return [
        Figure("opened: shown, read and painted", _median(found["open"]), "ms", OPEN),
        Figure("after that, rows that share a text marked, in idle moments", _median(found["marks"]), "ms"),
        Figure("of the opening, reading the file", _median(found["read"]), "ms"),
        Figure("a bare Qt table filled with the same rows and painted", _median(found["peer open"]), "ms"),
        Figure("opened, ratio to the bare table", _median(found["open"]) / _median(found["peer open"]), "×"),
        Figure("a key in the search field until the rows are found", _median(keys), "ms", KEY),
        Figure("the same, 95th percentile", _p95(keys), "ms", KEY),
        Figure("the same until painted", _median(found["key painted"]), "ms"),
        Figure("the first key after opening, nothing prepared", _median(found["first key"]), "ms"),
        Figure("a key, Qt's own filter", _median(peer_keys), "ms"),
        Figure("a key, ratio to Qt's own filter", _median(keys) / _median(peer_keys), "×"),
        Figure("a wheel step until painted", _median(scrolls), "ms"),
        Figure("the same, 95th percentile", _p95(scrolls), "ms", SCROLL),
        Figure("a wheel step, bare Qt table, 95th percentile", _p95(peer_scrolls), "ms"),
        Figure("a page down until painted, 95th percentile", _p95(found["page"]), "ms"),
        Figure("1,000 measures pasted at the end, one step, painted", _median(found["paste"]), "ms", PASTE),
        Figure("that paste undone, painted", _median(found["paste undone"]), "ms"),
        Figure("that paste done again, painted", _median(found["paste redone"]), "ms"),
        Figure("1,000 measures pasted in the middle, one step, painted", _median(found["paste inside"]), "ms"),
        Figure("one cell edited, stored, painted", _median(found["edit"]), "ms"),
        Figure("that edit undone, painted", _median(found["edit undone"]), "ms"),
        Figure("1,000 measures edited in one step, painted", _median(found["edit many"]), "ms"),
        Figure("1,000 measures removed in one step, painted", _median(found["remove"]), "ms"),
    ]


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
