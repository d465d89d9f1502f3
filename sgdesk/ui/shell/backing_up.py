"""Backs the register up in the background: after the start, every half hour, at the end.

And removes what a program that was killed while it wrote files has left of them in the clear.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sgdesk.errors import CancelledError, UserError
from sgdesk.ui.dialogs.backup_words import moment_words, read_moment
from sgdesk.ui.dialogs.second_places import note_outcome, second_place
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from sgdesk.records.backups import BackupOutcome
    from sgdesk.ui.context import AppContext

_log = logging.getLogger(__name__)
_CALM_MS = 4_000
"""So long after the first page the first backup begins: nothing is to wait for it."""
_EVERY_MS = 30 * 60_000
_MADE_UP = (
    "When SGDesk was closed on {}, no backup could be made. There is one now, with all that was "
    "saved before."
)
LIMIT_S = 3.0
"""The most that closing and locking wait for the last backup. Cut short, it leaves nothing
behind, and the next start makes it."""


class BackingUp(QObject):
    """Makes a set only where something changed since the newest. Practice has none."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._is_running = False
        self._is_asked_again = False
        self._last_problem = ""
        self._calm_timer = QTimer(self)
        self._calm_timer.setSingleShot(True)
        self._calm_timer.timeout.connect(self.run)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.run)
        context.keys_changed.connect(self.run)

    @Slot()
    def begin(self) -> None:
        """Back up soon, and then every half hour; harmless when called again.

        What a program that was killed has left in the clear is removed first.
        """
        if not self._timer.isActive() and not self._context.register.is_practice:
            self._sweep()
            self._timer.start(_EVERY_MS)
            self._calm_timer.start(_CALM_MS)

    @Slot()
    def run(self) -> None:
        """Back up in the background; where that is under way, once more after it."""
        if self._is_running or self._context.register.is_practice:
            self._is_asked_again = self._is_running
            return
        self._is_running = True
        register, second = self._context.register, second_place(self._context)

        def work(_progress: object) -> BackupOutcome:
            from sgdesk.services.backups import back_up_twice  # noqa: PLC0415 - not for the start

            return back_up_twice(register, second)

        job = Job(work, self._context)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.start()

    def stop(self) -> None:
        """Begin nothing any more: the window closes."""
        self._is_asked_again = False
        self._calm_timer.stop()
        self._timer.stop()

    def finish(self) -> None:
        """Back up what was saved since the start, while closing waits `LIMIT_S` at most.

        The second place is left to the next start: a drive that does not answer would hold up
        closing.
        """
        register = self._context.register
        if register.is_practice or register.saved_at is None:
            return
        from sgdesk.services.backups import back_up  # noqa: PLC0415 - as above

        end = time.monotonic() + LIMIT_S

        def stop() -> None:
            if time.monotonic() > end:
                raise CancelledError

        try:
            back_up(register, stop=stop)
        except CancelledError:  # the next start makes it, within seconds
            _log.info("the backup at closing was cut short")
        except (UserError, OSError) as reason:
            _log.warning("no backup at closing: %s", type(reason).__name__)
            self._context.change_settings(backup_failed_at=register.now().isoformat())

    @Slot(object)
    def _on_succeeded(self, outcome: BackupOutcome) -> None:
        self._is_running = False
        note_outcome(self._context, outcome)
        self._tell_made_up()
        if outcome.second_problem != self._last_problem:
            self._last_problem = outcome.second_problem
            if self._last_problem:
                self._context.report(UserError(self._last_problem))
        self._run_again()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._is_running = False
        self._context.report(error)
        self._run_again()

    def _sweep(self) -> None:
        register = self._context.register

        def work(_progress: object) -> int:
            from sgdesk.services.left_parts import sweep_noted  # noqa: PLC0415 - as above

            return sweep_noted(register)

        job = Job(work, self._context)
        job.failed.connect(self._context.report)
        job.start()

    def _tell_made_up(self) -> None:
        """Say that closing had failed to make a backup, now that there is one."""
        failed_at = read_moment(self._context.settings.backup_failed_at)
        if failed_at is not None:
            self._context.change_settings(backup_failed_at="")
            self._context.report(UserError(_MADE_UP.format(moment_words(failed_at))))

    def _run_again(self) -> None:
        if self._is_asked_again:
            self._is_asked_again = False
            self.run()
