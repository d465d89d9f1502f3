"""Notices that another day has begun, and that the time of day for a reminder has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_CHECK_MS = 60_000


class DayWatch(QObject):
    """Looks each minute, and when the program comes to the front: a laptop sleeps over midnight.

    It has no clock of its own: the day is the context's, the time of day the register's.
    """

    day_changed = Signal()
    """All pages have been told to read again: what was due tomorrow is due today."""
    time_came = Signal()
    """The time that the officer chose for reminders has passed on this day."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._day = context.today()
        self._time = self._now()
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_CHECK_MS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    @Slot()
    def look(self) -> None:
        """Compare day and time with those of the last look."""
        before, self._time = self._time, self._now()
        if self._context.today() != self._day:
            from sgdesk.services.outcomes import Changes  # noqa: PLC0415 - once a day

            self._day = self._context.today()
            self._context.apply(Changes(""))
            self.day_changed.emit()
        elif before < self._context.settings.remind_at <= self._time:
            self.time_came.emit()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._is_over = True

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and not self._is_over:
            self.look()

    def _now(self) -> str:
        """Return the time of day here, as in "09:00"."""
        return f"{self._context.register.now().astimezone():%H:%M}"
