"""A short form of the kill benchmark: what a killed program loses of the typing."""

import json
import subprocess
import sys
from pathlib import Path


def test_that_a_kill_while_minutes_are_typed_loses_two_seconds_at_most(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [
        sys.executable,
        "-m",
        "benchmarks.meetings_kill",
        "--kills",
        "3",
        "--at-once",
        "3",
        "--json",
        str(figures),
    ]
    subprocess.run(command, cwd=Path(__file__).parent.parent, check=True, capture_output=True, timeout=120)
    found = {figure["name"]: figure for figure in json.loads(figures.read_text(encoding="utf-8"))}
    assert found["kills while minutes were typed"]["value"] == 3
    assert found["keys typed in all"]["value"] > 10
    assert [name for name, figure in found.items() if figure["holds"] is False] == []
