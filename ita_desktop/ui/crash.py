"""Where every failure that nobody caught arrives: what the clerk can act on is shown, the rest is logged."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject

from ita_desktop.errors import UserError
from ita_desktop.ui.say import Say


class Crash(QObject):
    """The program's `sys.excepthook`: nothing typed is lost, since no widget is touched."""

    def __init__(self, say: Say, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._log_file = log_file
        self._told: set[str] = set()

    def install(self) -> None:
        """Take over uncaught failures; PySide6 brings those of slots here too."""
        sys.excepthook = self.receive

    def receive(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Show a `UserError` as it is; log anything else and say where the log lies, once a place."""
        if isinstance(error, UserError):
            self._say.error(error)
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        # Imported when needed: the window paints sooner without it.
        from ita_desktop import log

        log.start(self._log_file)
        log.failure(error)
        place = _place(error)
        if place in self._told:
            return
        # A failing paint or timer would otherwise open a box a second.
        self._told.add(place)
        self._say.error(
            "โปรแกรมทำงานนี้ไม่สำเร็จ ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ กรุณาลองอีกครั้ง "
            f"หากยังพบปัญหา โปรดส่งไฟล์บันทึกเหตุการณ์นี้ให้ผู้ดูแล: {self._log_file}"
        )


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    line = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__} {line}"
