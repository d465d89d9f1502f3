"""Notes the end of the history outside the register, and looks at the start whether it is there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sgdesk.ui.shell.history_bar import HistoryBar
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from sgdesk.progress import Progress
    from sgdesk.records.history_checks import SealFinding
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.shell.openers import Openers

_log = logging.getLogger(__name__)
_CALM_MS = 5_000
"""So long after a save its end is noted: several saves in a row are noted once."""


class HistoryWatch(QObject):
    """Does nothing where the register has no place for what was seen of it, as in practice.

    `bar` tells what is wrong, and stays until the history as it is now is taken for the right one.
    """

    def __init__(self, context: AppContext, openers: Openers, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.bar = HistoryBar()
        self.bar.verify_asked.connect(openers.verify_history)
        self.bar.backups_asked.connect(openers.show_backups)
        openers.history_accepted.connect(self.bar.hide)
        self._is_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self._note)
        context.changed.connect(self._on_changed)

    @Slot()
    def begin(self) -> None:
        """Compare the history with what was last seen of it; harmless when called again."""
        if self._is_begun or self._context.register.seen_in is None:
            return
        self._is_begun = True
        register = self._context.register

        def work(_progress: Progress) -> SealFinding | None:
            from sgdesk.services.seen_history import (  # noqa: PLC0415 - not for the start
                compare_with_seen,
                note_history,
            )

            found = compare_with_seen(register)
            note_history(register)
            return found

        job = Job(work, self._context)
        job.succeeded.connect(self._on_compared)
        job.failed.connect(self._on_failed)
        job.start()

    def finish(self) -> None:
        """Note the end of the history now: the register closes."""
        self._timer.stop()
        if self._context.register.seen_in is None:
            return
        from sgdesk.services.seen_history import note_history  # noqa: PLC0415 - as above

        try:
            note_history(self._context.register)
        except Exception as reason:  # noqa: BLE001 - closing goes on, the next one notes it
            self._on_failed(reason)

    @Slot()
    def _on_changed(self) -> None:
        if self._context.register.seen_in is not None:
            self._timer.start()

    @Slot()
    def _note(self) -> None:
        from sgdesk.services.seen_history import note_history  # noqa: PLC0415 - as above

        register = self._context.register
        job = Job(lambda _progress: note_history(register), self._context)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_compared(self, found: SealFinding | None) -> None:
        from sgdesk.records.history_checks import SealState  # noqa: PLC0415 - not for the start

        if found is not None and found.state is not SealState.HELD:
            _log.warning("the history is not the one last seen: %s", found.state)
            self.bar.show_finding(found)

    @Slot(object)
    def _on_failed(self, reason: object) -> None:
        """Say nothing: what was noted before stands, and finds as much but the last saves."""
        _log.warning("the end of the history was not noted: %s", type(reason).__name__)
