"""What later tabs need is loaded while the clerk looks at the first one, not before it is painted."""

import os
import subprocess
import sys
from pathlib import Path

_TABS = ("measures.measures_tab", "meetings.meetings_tab", "documents.documents_tab")
_START = f"""
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from ita_desktop import paths
from ita_desktop.thai import words
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.program import Program
from ita_desktop.ui.settings import PcSettings

def loaded():
    return [tab for tab in {_TABS!r} if "ita_desktop.ui." + tab in sys.modules]

app = QApplication([])
words.configure(paths.resources() / "thai" / "words_th.txt")
window, seen = MainWindow(), []
program = Program(window, PcSettings(Path("settings.ini")), lambda: datetime.now().astimezone(), lambda size: None)
program.shown.connect(lambda: seen.append(loaded()))
window.show()
program.start(None, sample=True)
until = time.monotonic() + 60
while time.monotonic() < until and len(loaded()) < 3:
    QCoreApplication.processEvents()
    time.sleep(0.005)
print(seen, loaded())
window.close()
program.end()
"""


def test_that_later_tabs_are_loaded_once_the_first_one_is_shown(tmp_path: Path) -> None:
    # In a process of its own: here, other tests have loaded everything.
    places = {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _START],
        cwd=tmp_path,
        env=os.environ | places,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.stdout.split("\n")[0] == f"{[[]]} {list(_TABS)}", done.stderr
    assert done.returncode == 0, done.stderr
