"""Python's garbage, collected by the window's thread alone and between two events.

Left to itself Python collects in whichever thread happens to run. Garbage may hold a widget,
and a widget that another thread frees takes the whole process with it. While work in the
background makes much garbage, a little is taken away often: what half a second leaves behind
would hold the window for several frames, and the whole heap for longer.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QThreadPool, QTimer, Slot

_EVERY_MS, _BUSY_MS = 500, 50
_BUSY_THRESHOLD = 3
"""So many young collections come before the next of the middle generation, while work runs."""


class Collector(QObject):
    """Takes the collecting over from Python until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)
        gc.disable()

    @Slot()
    def collect(self) -> None:
        """Collect if Python would: the oldest generation that has outgrown its threshold.

        The oldest of all waits until no work runs in the background.
        """
        is_busy = QThreadPool.globalInstance().activeThreadCount() > 0
        thresholds = gc.get_threshold()
        if is_busy:
            thresholds = (thresholds[0], _BUSY_THRESHOLD, 0)
        counts = zip(gc.get_count(), thresholds, strict=True)
        outgrown = [age for age, (count, most) in enumerate(counts) if count > most > 0]
        if outgrown:
            gc.collect(outgrown[-1])
        interval = _BUSY_MS if is_busy else _EVERY_MS
        if interval != self._timer.interval():
            self._timer.setInterval(interval)

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        self._timer.stop()
        gc.enable()
