"""The arrows between the rooms point one way."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_that_the_arrows_between_the_rooms_point_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_that_a_window_is_not_needed_for_the_command_line() -> None:
    code = "import sys, ita_desktop.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
