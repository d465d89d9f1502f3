"""Work that takes longer than a blink, done in the background with progress and Cancel."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from sgdesk.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.progress import Progress


_TURN_S = 0.001
"""Python lets a thread run for 5 ms before another gets its turn; a window that waits so long
for each of its own stutters while work runs in the background."""


class Job(QObject):
    """Lives in the window's thread. `work` runs in another and may touch no widget.

    After `start`, exactly one of `succeeded`, `failed` and `cancelled` is emitted, then the
    job is gone. `parent` must outlive the work: the context, or a window that waits.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal()

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._ended.connect(self.deleteLater)

    def start(self) -> None:
        sys.setswitchinterval(_TURN_S)
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def _run(self) -> None:
        try:
            result = self._work(self._step)
        except CancelledError:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - the thread's last frame hands it to the window
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self._ended.emit()

    def _step(self, done: int, total: int, label: str) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done, total, label)


class Reading(QObject):
    """Reads the same thing again and again in the background; only the newest answer arrives.

    `read` runs in another thread. `keeper` must outlive it, as a job's parent must.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, read: Callable[[], object], keeper: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._keeper = keeper
        self._is_running = False
        self._is_stale = False

    def start(self) -> None:
        """Read once more. While an earlier reading runs, its answer is dropped."""
        if self._is_running:
            self._is_stale = True
            return
        self._is_running = True
        read = self._read
        job = Job(lambda _progress: read(), self._keeper)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        if not self._reads_again():
            self.arrived.emit(answer)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not self._reads_again():
            self.failed.emit(error)

    def _reads_again(self) -> bool:
        was_stale, self._is_running, self._is_stale = self._is_stale, False, False
        if was_stale:
            self.start()
        return was_stale


def wait_for_work() -> None:
    """Return when no work runs in the background any more."""
    QThreadPool.globalInstance().waitForDone()
