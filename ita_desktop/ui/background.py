"""Long work off the window's thread: values in, values out, no session and no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Background(QObject):
    """One worker at a time; results and failures come back on the window's thread."""

    busy_changed = Signal(bool)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._waiting = 0
        self._has_stopped = False
        # Queued, so that work which is done at once does not call back before run() has returned.
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], then: Callable[[T], None], *, always: Callable[[], None] | None = None
    ) -> None:
        """Do `work` elsewhere and call `then` with its result here.

        A failure of `work` is raised here, where it takes the same road as any other failure. `always` is
        called before either, to give buttons back.
        """
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        future = self._worker().submit(work)
        future.add_done_callback(lambda done: self._finished.emit(done, then, always))

    def stop(self) -> None:
        """Wait for the work under way and drop what has not begun; call before the window goes."""
        self._has_stopped = True
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    @property
    def busy(self) -> bool:
        """Whether work is under way or waiting."""
        return self._waiting > 0

    def _worker(self) -> ThreadPoolExecutor:
        if self._executor is None:
            # Imported when there is work: the window paints sooner without it.
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        return self._executor

    def _hand_over(self, future: Future[Any], then: Callable[[Any], None], always: Callable[[], None] | None) -> None:
        if self._has_stopped:
            # Done, but not yet handed over when the window went: nobody is there to take it.
            return
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if always is not None:
            always()
        then(future.result())
