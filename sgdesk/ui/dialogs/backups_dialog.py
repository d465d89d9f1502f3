"""Backups: the list of them, what going back to one would change, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.records.backups import BackupOutcome, BackupRow, Comparison, Trial
from sgdesk.ui.dialogs.backup_parts import BackupParts
from sgdesk.ui.dialogs.backup_words import (
    comparison_words,
    difference_lines,
    moment_words,
    outcome_words,
    question_words,
    trial_words,
)
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.second_places import note_outcome, second_place
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.tasks import Job, Reading
from sgdesk.ui.widgets.folder_dialog import ask_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog, QWidget

    from sgdesk.services.backups import BackupKey
    from sgdesk.ui.context import AppContext

_NONE = "There is no backup yet. The first is made a few seconds after the start."
_CHOOSE = "Choose a backup to see what going back to it would change."
_LOCKED = (
    "This backup has a key of its own. Type the passphrase that opened the register when it was "
    "made."
)

_NONE_THERE = "No backup was found in that folder."


class BackupsDialog(FramedDialog):
    """Nothing changes before the last question is answered with yes."""

    restore_prepared = Signal()
    """The register gives way to a backup as soon as it is closed and opened again."""
    shown_now = Signal()
    """The list, or what a backup would change, has been read and is on show."""

    DESIGNED_WIDTH = 1020
    DESIGNED_HEIGHT = 640

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._register = context.register
        self._folder = second_place(context)
        self._key: BackupKey | None = None
        self._found: Comparison | None = None
        self._then: Callable[[object], None] | None = None
        """What the work in the background ends with; None while there is none."""
        self._focus_before: QWidget | None = None
        self._is_looking = False
        """A folder was named, and what lies in it is not on show yet."""
        self.setWindowTitle("Backups")
        self.setAccessibleName("Backups")
        self.parts = BackupParts()
        self.set_frame(self.parts.frame, self.parts.footer)
        self._listing = Reading(self._list, context, self)
        self._comparing = Reading(self._compare, context, self)
        self._row: BackupRow | None = None
        self._typed = ""
        self._connect()
        self._listing.start()

    def reject(self) -> None:
        if self._then is None:
            super().reject()

    @Slot()
    def back_up_now(self) -> None:
        """Make a set whether or not anything changed, and copy it to the second place."""
        from sgdesk.services.backups import back_up_twice  # noqa: PLC0415 - ciphers load slowly

        second = second_place(self._context)
        self._run(
            "Making and checking a backup…",
            lambda: back_up_twice(self._register, second, is_asked=True),
            self._on_backed_up,
        )

    @Slot()
    def try_newest(self) -> None:
        """Open a copy of the newest set on this computer and check all of it."""
        from sgdesk.services.backups import try_backup  # noqa: PLC0415 - as above

        self.parts.try_button.setFocus()  # also where the menu asked for it
        self._run("Trying the newest backup…", lambda: try_backup(self._register), self._on_tried)

    @Slot()
    def look_elsewhere(self) -> QFileDialog:
        """Ask for a folder with backups, as on a USB stick, and return the open file dialog."""
        return ask_folder(self, "Folder with backups", self.show_folder)

    @Slot(str)
    def show_folder(self, folder: str) -> None:
        """List the sets in `folder` below those of this computer."""
        self._folder = Path(folder)
        self._is_looking = True
        self._listing.start()

    @Slot()
    def unlock(self) -> None:
        """Compare with a set of another key, by the passphrase that was typed."""
        if self.parts.passphrase_edit.text():
            self._typed = self.parts.passphrase_edit.text()
            self._comparing.start()

    @Slot()
    def ask_restore(self) -> None:
        """Ask the last question."""
        if self._found is not None and self._row is not None:
            words = question_words(self._found, self._row.made_at)
            self.parts.question_line.ask(words, self._row)

    @Slot(object)
    def _restore(self, row: BackupRow) -> None:
        from sgdesk.services.backups import prepare_restore  # noqa: PLC0415 - as above

        key = self._key
        if key is not None:
            self._run(
                "Checking the backup to its last byte…",
                partial(prepare_restore, self._register, row, key),
                self._on_prepared,
            )

    @Slot(object)
    def _on_row_chosen(self, row: BackupRow | None) -> None:
        if row == self._row:
            return
        self._row, self._key, self._found, self._typed = row, None, None, ""
        self.parts.question_line.hide()
        self.parts.passphrase_edit.clear()
        self.parts.show_locked("")
        self.parts.show_change(_CHOOSE if row is None else "Reading the backup…", [], [])
        self._show_buttons()
        if row is None:
            self._comparing.drop()
        else:
            self._comparing.start()

    def _list(self) -> list[BackupRow]:
        from sgdesk.services.backups import list_backups  # noqa: PLC0415 - as above

        return list_backups(self._register, self._folder)

    def _compare(self) -> tuple[BackupKey | None, Comparison | None]:
        """Return the key of the chosen set and what it would change; None if it needs another."""
        from sgdesk.services import backups  # noqa: PLC0415 - as above

        row, typed = self._row, self._typed
        if row is None:
            return None, None
        key = backups.own_key(self._register, row)
        if key is None and typed:
            key = backups.key_from_passphrase(row, typed)
        return key, backups.compare_backup(self._register, row, key) if key else None

    @Slot(object)
    def _on_listed(self, rows: list[BackupRow]) -> None:
        self.parts.show_rows(rows)
        if not rows:
            self.parts.show_change(_NONE, [], [])
        if self._is_looking:
            is_found = any(row.is_second for row in rows)
            self.parts.message.show_hint("" if is_found else _NONE_THERE)
        self._is_looking = False
        self.shown_now.emit()

    @Slot(object)
    def _on_compared(self, answer: tuple[BackupKey | None, Comparison | None]) -> None:
        self._key, self._found = answer
        found, row = self._found, self._row
        if row is None:
            return
        self.parts.show_locked("" if found else _LOCKED)
        if found is None:
            self.parts.show_change(f"Made {moment_words(row.made_at)}.", [], [])
        else:
            lost, gained = (_facts(difference_lines(one)) for one in (found.lost, found.gained))
            self.parts.show_change(comparison_words(found), lost, gained)
        self._show_buttons()
        self.shown_now.emit()

    @Slot(object)
    def _on_not_read(self, error: object) -> None:
        words = trouble_of(error).words
        if self.parts.is_locked:
            self.parts.passphrase_row.set_problem(words)
        else:
            self.parts.show_change("", [], [])
            self.parts.message.show_problem(words)
        self._typed = ""
        self.shown_now.emit()

    def _on_backed_up(self, outcome: object) -> None:
        if isinstance(outcome, BackupOutcome):
            note_outcome(self._context, outcome)
            has_second = second_place(self._context) is not None
            self.parts.message.show_hint(outcome_words(outcome, has_second=has_second))
            self._listing.start()

    def _on_tried(self, trial: object) -> None:
        if isinstance(trial, Trial):
            self._context.change_settings(tried_at=self._register.now().isoformat())
            self.parts.message.show_good(trial_words(trial))

    def _on_prepared(self, _nothing: object) -> None:
        self.accept()
        self.restore_prepared.emit()

    def _run(self, words: str, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do `work` in the background; until it ends nothing else can be begun, nor this left."""
        focus: QWidget | None = self.focusWidget()
        # Nothing has the keyboard yet where this begins as the dialog opens.
        self._focus_before = self.parts.try_button if focus is None else focus
        self._then = then
        self._show_buttons()
        self.parts.message.show_hint(words)
        job = Job(lambda _progress: work(), self._context)
        job.succeeded.connect(self._on_worked)
        job.failed.connect(self._on_work_failed)
        job.start()

    @Slot(object)
    def _on_worked(self, result: object) -> None:
        then = self._end_work()
        if then is not None:
            then(result)

    @Slot(object)
    def _on_work_failed(self, error: object) -> None:
        self._end_work()
        self.parts.message.show_problem(trouble_of(error).words)

    def _end_work(self) -> Callable[[object], None] | None:
        then, self._then = self._then, None
        self._show_buttons()
        if self._focus_before is not None:
            self._focus_before.setFocus()
        return then

    def _show_buttons(self) -> None:
        is_free = self._then is None
        can_begin = is_free and not self._register.is_practice
        for button in (self.parts.make_button, self.parts.try_button):
            button.setEnabled(can_begin)
        can_restore = self._found is not None and not self._found.is_same
        self.parts.restore_button.setEnabled(can_restore and can_begin)
        self.parts.close_button.setEnabled(is_free)
        self.parts.table.setEnabled(is_free)

    def _connect(self) -> None:
        parts = self.parts
        self._listing.arrived.connect(self._on_listed)
        self._listing.failed.connect(self._on_not_read)
        self._comparing.arrived.connect(self._on_compared)
        self._comparing.failed.connect(self._on_not_read)
        parts.table.record_chosen.connect(self._on_row_chosen)
        parts.make_button.clicked.connect(self.back_up_now)
        parts.try_button.clicked.connect(self.try_newest)
        parts.folder_button.clicked.connect(self.look_elsewhere)
        parts.open_button.clicked.connect(self.unlock)
        parts.passphrase_edit.returnPressed.connect(self.unlock)
        parts.restore_button.clicked.connect(self.ask_restore)
        parts.question_line.confirmed.connect(self._restore)
        parts.close_button.clicked.connect(self.reject)
        parts.show_change(_CHOOSE, [], [])
        self._show_buttons()


def _facts(lines: list[tuple[str, str, str]]) -> list[Fact]:
    return [Fact(number, name, last) for number, name, last in lines]
