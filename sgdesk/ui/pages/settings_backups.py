"""Settings for backups: how they stand, and the second place that the officer chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

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
from sgdesk.ui.pages.settings_read_card import ReadCard
from sgdesk.ui.tasks import Job
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.folder_dialog import ask_folder
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from sgdesk.records.backups import BackupOutcome, BackupState
    from sgdesk.ui.context import AppContext

_NO_SECOND = "None. A lost or broken computer takes its backups with it."
_UNREACHED = (
    "It cannot be reached now, as when a drive is not plugged in. Backups on this computer go "
    "on, and the newest is copied when it is there again."
)


class BackupsCard(ReadCard):
    """A network drive may take its time."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Backups", link="All backups…", link_icon="database-backup")
        self.fact_list = FactList(label_width=130)
        self.try_button = make_button("Try a backup…", "shield-check")
        self.choose_button = make_button("Choose a second place…", "folder-open")
        self.forget_button = make_button("Use no second place")
        self.message = MessageLine()
        self._fill()
        self.choose_button.clicked.connect(self.choose)
        self.forget_button.clicked.connect(self.forget)
        context.settings_changed.connect(self.reload)

    @Slot()
    def choose(self) -> QFileDialog:
        """Ask for a folder and return the open file dialog."""
        return ask_folder(self, "Second place for backups", self.use)

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
            is_current = outcome.is_second_current
            show = self.message.show_good if is_current else self.message.show_hint
            show(outcome_words(outcome, has_second=True))
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
