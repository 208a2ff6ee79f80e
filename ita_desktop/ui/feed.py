"""The news of what was saved."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.topics import Topic


class ChangeFeed(QObject):
    """Tells every listener which topics a committed change touched."""

    changed = Signal(frozenset)

    def announce(self, topics: Iterable[Topic]) -> None:
        """Pass a commit's topics on; nothing is told when there are none."""
        touched = frozenset(topics)
        if touched:
            self.changed.emit(touched)
