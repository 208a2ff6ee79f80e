"""One start of the bare window or of the program, in a process of its own; see `benchmarks.startup`.

Imports no more than the program itself, so that nothing but the two windows is compared.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

STARTED = "ITA_BENCHMARK_STARTED"
"""Nanoseconds since the epoch before the process was started, in the environment."""
DATA_FILE = "ITA_BENCHMARK_FILE"
"""A data file with the sample office, in the environment."""


def main(name: str) -> int:
    """Start what is named and print what was measured."""
    return bare() if name == "bare" else program()


def bare() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        """A window with nothing in it."""

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, finish)

    def finish() -> None:
        _tell({"paint": _since_start()} | _memory())
        app.exit()

    app = QApplication([])
    window = Bare()
    window.resize(1200, 760)
    window.show()
    return app.exec()


def program() -> int:
    # The program's own package first, since it decides how Qt is imported.
    from ita_desktop.ui import application, main_window
    from PySide6.QtCore import QTimer  # isort: skip

    found: dict[str, float] = {}
    begin = application.begin

    class Timed(main_window.MainWindow):
        """The main window, telling when it is painted."""

        def __init__(self) -> None:
            super().__init__()
            self.painted.connect(lambda: found.setdefault("paint", _since_start()))

    def timed_begin(app: Any, window: Any, *rest: Any, **options: Any) -> Any:
        # Imported where the program itself imports it: after the first paint.
        from ita_desktop.ui import program

        class TimedProgram(program.Program):
            """The program, telling when the data is on the screen."""

            def start(self, *given: Any, **chosen: Any) -> None:
                self.shown.connect(lambda: QTimer.singleShot(0, self.paint_data))
                super().start(*given, **chosen)

            def paint_data(self) -> None:
                window.repaint()
                _tell(found | {"data": _since_start()} | _memory())
                window.close()

        program.Program = TimedProgram
        return begin(app, window, *rest, **options)

    application.MainWindow = Timed
    application.begin = timed_begin
    return application.run(Path(os.environ[DATA_FILE]), sample=False)


def _since_start() -> float:
    """Milliseconds since before this process was started."""
    return (time.time_ns() - int(os.environ[STARTED])) / 1e6


def _memory() -> dict[str, float]:
    """Resident megabytes, where the system tells them."""
    if not sys.platform.startswith("linux"):
        return {}
    with open("/proc/self/status") as status:  # noqa: PTH123 - pathlib would weigh on the bare window
        kilobytes = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    return {"memory": int(kilobytes) / 1024}


def _tell(found: dict[str, float]) -> None:
    print(*(f"{key}={value}" for key, value in found.items()), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
