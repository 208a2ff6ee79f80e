"""When typing is saved: as soon as it pauses, and at the latest a moment later."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 800
"""Milliseconds without a key after which typing is saved."""
LATEST = 1_500
"""Milliseconds after the first unsaved key, however fast the clerk goes on typing."""


class Autosave(QObject):
    """Asks for a save by `due`; forgets the typing when told that it was saved."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._latest = QTimer(self, singleShot=True, interval=LATEST)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self._ask)

    def typed(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def saved(self) -> None:
        """Everything typed is saved."""
        self._pause.stop()
        self._latest.stop()

    def _ask(self) -> None:
        self.saved()
        self.due.emit()
