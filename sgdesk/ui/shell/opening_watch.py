"""Checks the whole register once its first page stands, and says what keeps it from being saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sgdesk.errors import NeedsBackupError, UserError
from sgdesk.ui.shell.lasting_bar import LastingBar
from sgdesk.ui.tasks import Job

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext

_DAMAGED = (
    "The register is damaged. Nothing more is saved in it, and its files stay as they are. What "
    "can be read can be exported and printed."
)


class OpeningWatch(QObject):
    """`bar` stands above the pages. The practice register is not checked."""

    checked = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._is_begun = False
        self.bar = LastingBar(parent if isinstance(parent, QWidget) else None)
        if refusal := context.register.refusal:
            self.bar.show_words(refusal, offers_backups=False)
        context.troubled.connect(self._on_troubled)

    @Slot()
    def begin(self) -> None:
        """Check in the background; harmless when called again."""
        if self._is_begun or self._context.register.is_practice:
            return
        self._is_begun = True
        register = self._context.register

        def work(_progress: object) -> tuple[list[str], str]:
            from sgdesk.services.disk_room import room_problem  # noqa: PLC0415 - not for the start
            from sgdesk.services.opening_check import check_opened  # noqa: PLC0415 - as above

            return check_opened(register), room_problem(register.folder)

        job = Job(work, self._context)
        job.succeeded.connect(self._on_checked)
        job.failed.connect(self._context.report)
        job.start()

    @Slot(object)
    def _on_troubled(self, error: object) -> None:
        if isinstance(error, NeedsBackupError):
            self.begin()  # the first page may never stand, and nothing else would begin it

    @Slot(object)
    def _on_checked(self, answer: tuple[list[str], str]) -> None:
        found, room = answer
        if found:
            self.bar.show_words(_DAMAGED, found, offers_backups=True)
        elif room:
            self._context.report(UserError(room))
        self.checked.emit()
