"""Verifying the history: the whole register read, and a printed seal compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.errors import RejectedError
from sgdesk.records.history_checks import SealState
from sgdesk.ui.dialogs.backup_words import moment_words, read_moment
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.history_words import compared_words
from sgdesk.ui.dialogs.verify_parts import VerifyParts
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.in_sight import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.progress import Progress
    from sgdesk.records.history_checks import Verification
    from sgdesk.ui.context import AppContext

_NEVER = "Not verified on this computer yet"
_STOPPED = "Stopped before the end, so nothing is known. Verify again when there is time."
_ACCEPT = (
    "Take the history as it is now for the right one, as after putting back a copy by hand? "
    "What was noted before is forgotten, and this is not told again."
)


class VerifyDialog(FramedDialog):
    """Begins to verify as soon as it is shown."""

    backups_asked = Signal()
    """Open the list of backups."""
    accepted_now = Signal()
    """The history as it is now counts from here on."""
    shown_now = Signal()
    """A verification has ended, and what it found is on show."""

    DESIGNED_WIDTH = 760
    DESIGNED_HEIGHT = 736

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._register = context.register
        self._job: Job | None = None
        self.setWindowTitle("Verify the history")
        self.setAccessibleName("Verify the history")
        self.parts = VerifyParts()
        self.set_frame(self.parts.frame, self.parts.footer)
        self._connect()
        self._show_last()
        self.parts.seal_edit.setFocus()
        self.verify()

    def reject(self) -> None:
        self.stop()
        super().reject()

    @Slot()
    def verify(self) -> None:
        """Read the register anew in the background."""
        from sgdesk.services.verifying import verify_history  # noqa: PLC0415 - when needed

        register = self._register

        def work(progress: Progress) -> object:
            return verify_history(register, progress)

        self.parts.question_line.hide()
        self.parts.result.show_work("Reading every page of the register…", 0, 0)
        self._job = Job(work, self._context)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(self._on_verified)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_stopped)
        self._show_buttons()
        self._job.start()

    @Slot()
    def stop(self) -> None:
        """Stop verifying, if it goes on."""
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def compare(self) -> None:
        """Say whether the history still holds the seal that was typed."""
        from sgdesk.services.verifying import compare_seal  # noqa: PLC0415 - when needed

        parts = self.parts
        parts.seal_row.set_problem("")
        parts.compared_message.show_hint("")
        try:
            found = compare_seal(self._register, parts.seal_edit.text())
        except RejectedError as error:
            parts.seal_row.set_problem(error.problems[0].message)
            parts.seal_edit.setFocus()
            return
        words = compared_words(found)
        if found.state is SealState.HELD:
            parts.compared_message.show_good(words)
        else:
            parts.compared_message.show_problem(words)
        bring_into_sight(parts.compared_message)

    @Slot()
    def ask_to_accept(self) -> None:
        """Ask whether the history as it is now counts from here on."""
        self.parts.question_line.ask(_ACCEPT, None)

    @Slot(object)
    def _accept_history(self) -> None:
        from sgdesk.services.seen_history import accept_history  # noqa: PLC0415 - when needed

        try:
            accept_history(self._register)
        except OSError as error:
            self._context.report(error)
            return
        self.accepted_now.emit()
        self.verify()

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, words: str) -> None:
        if self._job is not None:
            self.parts.result.show_work(words, done, total)

    @Slot(object)
    def _on_verified(self, found: Verification) -> None:
        self._end()
        if found.is_sound:
            self._context.change_settings(verified_at=found.at.isoformat())
        self.parts.result.show_result(found)
        self._show_last()
        self.shown_now.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.parts.result.show_nothing(trouble_of(error).words)
        self.shown_now.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self._end()
        self.parts.result.show_nothing(_STOPPED)
        self.shown_now.emit()

    def _end(self) -> None:
        self._job = None
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_free = self._job is None
        had_focus = self.focusWidget()
        self.parts.again_button.setVisible(is_free)
        self.parts.cancel_button.setVisible(not is_free)
        if had_focus in (self.parts.again_button, self.parts.cancel_button):
            self.parts.close_button.setFocus()

    def _show_last(self) -> None:
        at = read_moment(self._context.settings.verified_at)
        words = f"Last verified and found whole: {moment_words(at)}" if at else _NEVER
        self.parts.last_label.setText(words)

    def _connect(self) -> None:
        parts = self.parts
        parts.again_button.clicked.connect(self.verify)
        parts.cancel_button.clicked.connect(self.stop)
        parts.close_button.clicked.connect(self.reject)
        parts.compare_button.clicked.connect(self.compare)
        parts.seal_edit.returnPressed.connect(self.compare)
        parts.result.backups_button.clicked.connect(self.backups_asked)
        parts.result.accept_button.clicked.connect(self.ask_to_accept)
        parts.question_line.confirmed.connect(self._accept_history)
