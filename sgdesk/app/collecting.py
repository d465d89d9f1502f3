"""Python's garbage, collected by the window's thread alone and between two events.

Left to itself Python collects in whichever thread happens to run. Garbage may hold a widget,
and a widget that another thread frees takes the whole process with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500


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
        """Collect if Python would: the oldest generation that has outgrown its threshold."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        outgrown = [age for age, (count, most) in enumerate(counts) if count > most > 0]
        if outgrown:
            gc.collect(outgrown[-1])

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        self._timer.stop()
        gc.enable()
