"""Work that takes longer than a blink, done in the background with progress and Cancel."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

from sgdesk.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.progress import Progress


_TURN_S = 0.001
"""Python lets a thread run for 5 ms before another gets its turn; a window that waits so long
for each of its own stutters while work runs in the background."""

_running: set[Job] = set()
"""The jobs that were started and have not told their end. Held here, what a job needs and what it
came to are let go of in the window's thread: in the other, the last to hold a window or a timer
would take it apart there."""


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
        self._outcome: object = None
        self._stop = threading.Event()
        self._is_telling = threading.Lock()
        """Held by the thread of the work as long as it may still use this object."""
        self._ended.connect(self._on_ended)

    def start(self) -> None:
        sys.setswitchinterval(_TURN_S)
        _forget_lost_jobs()
        _running.add(self)
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def _run(self) -> None:
        with self._is_telling:
            try:
                self._outcome = self._work(self._step)
            except CancelledError:
                end = "cancelled"
            except Exception as error:  # noqa: BLE001 - the last frame hands it to the window
                self._outcome, end = error, "failed"
            else:
                end = "succeeded"
            with suppress(RuntimeError):  # its parent went first, and nobody listens any more
                self._tell(end)

    def _tell(self, end: str) -> None:
        if end == "cancelled":
            self.cancelled.emit()
        else:
            (self.failed if end == "failed" else self.succeeded).emit(self._outcome)
        self._ended.emit()

    @Slot()
    def _on_ended(self) -> None:
        """Go, but not before the other thread has come back from telling of its end.

        The work lets go of the context now. Were it to do so only as this object goes, it could
        be the last to hold it, and the context would take this object, its child, with it again.
        """
        with self._is_telling:
            self._work, self._outcome = _do_nothing, None
            _running.discard(self)
            self.deleteLater()

    def _step(self, done: int, total: int, label: str) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done, total, label)


class Reading(QObject):
    """Reads the same thing again and again in the background; only the newest answer arrives.

    `read` runs in another thread, and may call `stop_if_stale` between its steps. `keeper` must
    outlive it, as a job's parent must.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, read: Callable[[], object], keeper: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._keeper = keeper
        self._is_running = False
        self._is_stale = False
        self._is_asked = False

    def start(self) -> None:
        """Read once more. While an earlier reading runs, its answer is dropped."""
        if self._is_running:
            self._is_stale = self._is_asked = True
            return
        self._is_running = True
        read = self._read
        job = Job(lambda _progress: read(), self._keeper)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._was_dropped)
        job.start()

    def drop(self) -> None:
        """Let no answer arrive until `start` is called again."""
        self._is_stale, self._is_asked = self._is_running, False

    def stop_if_stale(self, _done: int = 0, _total: int = 0, _label: str = "") -> None:
        """Raise `CancelledError` in the reading thread if nobody waits for its answer any more."""
        if self._is_stale:
            raise CancelledError

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        if not self._was_dropped():
            self.arrived.emit(answer)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not self._was_dropped():
            self.failed.emit(error)

    @Slot()
    def _was_dropped(self) -> bool:
        """Return whether the answer is too old to arrive, and read again if that was asked."""
        was_stale, is_asked = self._is_stale, self._is_asked
        self._is_running = self._is_stale = self._is_asked = False
        if is_asked:
            self.start()
        return was_stale


def wait_for_work() -> None:
    """Return when no work runs in the background any more, and all that it told has arrived.

    Whoever closes a register or lets a context go calls this before.
    """
    pool = QThreadPool.globalInstance()
    while True:
        pool.waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        if not pool.activeThreadCount():  # an answer may have asked for another reading
            return


def end_work(limit_s: float) -> None:
    """Let work in the background go on for `limit_s`, then ask it to stop at its next step.

    Whether it has stopped is for `wait_for_work` to say.
    """
    if not QThreadPool.globalInstance().waitForDone(round(limit_s * 1000)):
        for job in list(_running):
            job.cancel()


def _forget_lost_jobs() -> None:
    """Let go of jobs whose parent went before they could tell of their end."""
    for job in list(_running):
        if not isValid(job) and not job._is_telling.locked():  # noqa: SLF001 - of this module
            _running.discard(job)


def _do_nothing(_progress: Progress) -> None:
    """Stand in place of work that is over."""
