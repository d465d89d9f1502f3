"""Settings for backups: how they stand, and the second place that the officer chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sgdesk.errors import UserError
from sgdesk.outside.names import shown_path
from sgdesk.ui.dialogs.backup_words import (
    age_words,
    moment_words,
    outcome_words,
    read_moment,
    trial_note,
)
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.dialogs.second_places import note_outcome, second_place
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.tasks import Job, Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sgdesk.records.backups import BackupOutcome, BackupState
    from sgdesk.ui.context import AppContext

_NO_SECOND = "None. A lost or broken computer takes its backups with it."
_UNREACHED = (
    "It cannot be reached now, as when a drive is not plugged in. Backups on this computer go "
    "on, and the newest is copied when it is there again."
)


class BackupsCard(Card):
    """Read in the background: a network drive may take its time."""

    shown_now = Signal()
    """What was read is on show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Backups", link="All backups…", link_icon="database-backup")
        self._context = context
        self.fact_list = FactList(label_width=130)
        self.try_button = make_button("Try a backup…", "shield-check")
        self.choose_button = make_button("Choose a second place…", "folder-open")
        self.forget_button = make_button("Use no second place")
        self.message = MessageLine()
        self._fill()
        self._reading = Reading(self._read, context, self)
        self._reading.arrived.connect(self._show)
        self._reading.failed.connect(self._on_failed)
        self.choose_button.clicked.connect(self.choose)
        self.forget_button.clicked.connect(self.forget)
        context.settings_changed.connect(self.reload)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read how the backups stand, if anybody sees it."""
        if self.isVisible():
            self._reading.start()

    @Slot()
    def choose(self) -> QFileDialog:
        """Ask for a folder and return the open file dialog."""
        dialog = QFileDialog(self, "Second place for backups")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def use(self, folder: str) -> None:
        """Copy the newest backup to `folder` now, and from now on each new one."""
        from sgdesk.services.backups import (  # noqa: PLC0415 - ciphers load slowly
            back_up_twice,
            check_second_place,
        )

        register, place = self._context.register, Path(folder)
        try:
            check_second_place(register, place)
        except UserError as error:
            self.message.show_problem(str(error))
            return
        self._context.change_settings(second_place=str(place), second_copied_at="")
        self.message.show_hint("Copying the newest backup…")
        job = Job(lambda _progress: back_up_twice(register, place), self._context)
        job.succeeded.connect(self._on_copied)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot()
    def forget(self) -> None:
        """Copy to no second place any more; what is there stays."""
        self.message.show_hint("What was copied there before stays there.")
        self._context.change_settings(second_place="", second_copied_at="")

    @Slot(object)
    def _on_copied(self, outcome: BackupOutcome) -> None:
        if outcome.second_problem:
            self.message.show_problem(outcome.second_problem)
        else:
            self.message.show_hint(outcome_words(outcome, has_second=True))
        note_outcome(self._context, outcome)
        self.reload()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.message.show_problem(trouble_of(error).words)

    def _read(self) -> BackupState:
        from sgdesk.services.backups import backup_state  # noqa: PLC0415 - ciphers load slowly

        return backup_state(self._context.register, second_place(self._context))

    @Slot(object)
    def _show(self, state: BackupState) -> None:
        settings = self._context.settings
        newest, tried = state.newest, read_moment(settings.tried_at)
        made = f"{moment_words(newest.made_at)}, number {newest.number}" if newest else "None yet"
        self.fact_list.set_facts(
            [
                Fact("Last backup", made),
                self._second_fact(state),
                Fact(
                    "Last tried",
                    f"{moment_words(tried)}, and found good" if tried else "Never",
                    trial_note(tried, self._context.register.now()),
                ),
            ]
        )
        self.forget_button.setVisible(bool(settings.second_place))
        self.shown_now.emit()

    def _second_fact(self, state: BackupState) -> Fact:
        settings = self._context.settings
        if not settings.second_place:
            return Fact("Second place", _NO_SECOND)
        copied = read_moment(settings.second_copied_at)
        now = self._context.register.now()
        words = f"last copied {age_words(copied, now)}" if copied else "not copied to yet"
        note = state.care if state.is_second_reached else _UNREACHED
        return Fact("Second place", f"{shown_path(settings.second_place)}: {words}", note)

    def _fill(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.addWidget(self.try_button)
        line.addWidget(self.choose_button)
        line.addWidget(self.forget_button)
        self.body.addWidget(self.fact_list)
        self.body.addWidget(buttons)
        self.body.addWidget(self.message)
        self.forget_button.hide()
