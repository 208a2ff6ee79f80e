"""The program with the sample office against a bare PySide6 window: first paint, data on screen, memory.

`python -m benchmarks.startup [--json FILE] [--strict] [--rounds N]`; the two are started in turn, each in a
process of its own with folders of its own, and the medians compared. Times run from before the process starts.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.report import Figure, add_options, report
from benchmarks.startup_child import DATA_FILE, STARTED
from ita_desktop import cli

_BARE, _OURS = "bare", "program"


def main(arguments: Sequence[str]) -> int:
    """Measure, print the figures, and say by the exit code whether the targets hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.startup", description=__doc__)
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args(arguments)
    runs: dict[str, list[dict[str, float]]] = {_BARE: [], _OURS: []}
    with TemporaryDirectory() as folder, _screen() as screen:
        file = Path(folder) / "sample.itadb"
        cli.main(["sample", str(file)])
        environment = os.environ | screen | {"XDG_DATA_HOME": folder, "LOCALAPPDATA": folder, DATA_FILE: str(file)}
        # An installed program has its bytecode; a tree that is worked in may be told to keep none.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        for name in runs:
            _started(name, environment)  # once unmeasured, so that files and bytecode are warm
        for _ in range(options.rounds):
            for name, found in runs.items():
                found.append(_started(name, environment))
    bare = {key: statistics.median(run[key] for run in runs[_BARE]) for key in runs[_BARE][0]}
    ours = {key: statistics.median(run[key] for run in runs[_OURS]) for key in runs[_OURS][0]}
    return report(_figures(bare, ours), options)


def _figures(bare: dict[str, float], ours: dict[str, float]) -> list[Figure]:
    figures = [
        Figure("first paint, bare window", bare["paint"], "ms"),
        Figure("first paint, program", ours["paint"], "ms"),
        Figure("first paint, ratio", ours["paint"] / bare["paint"], "×", 1.3),
        Figure("data on screen, program", ours["data"], "ms"),
        Figure("data on screen, ratio to the bare window's paint", ours["data"] / bare["paint"], "×", 2.7),
    ]
    if "memory" in bare:
        figures += [
            Figure("memory, bare window", bare["memory"], "MB"),
            Figure("memory with data, program", ours["memory"], "MB"),
            Figure("memory, ratio", ours["memory"] / bare["memory"], "×", 1.9),
        ]
    return figures


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """What to add to the environment: a virtual screen where there is none, as a real window system draws on one."""
    if not sys.platform.startswith("linux") or os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        yield {}
        return
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            display = told.readline().strip()
        try:
            yield {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


def _started(name: str, environment: dict[str, str]) -> dict[str, float]:
    """One start in a process of its own; what it measured."""
    command = [sys.executable, "-m", "benchmarks.startup_child", name]
    timed = environment | {STARTED: str(time.time_ns())}
    done = subprocess.run(command, env=timed, check=True, capture_output=True, text=True)
    return {key: float(value) for key, value in (pair.split("=") for pair in done.stdout.split())}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
