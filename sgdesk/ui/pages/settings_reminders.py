"""When SGDesk reminds of what presses, on this computer: in force as soon as it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox

from sgdesk.config.settings import REMINDER_TIMES
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.config.settings import Settings
    from sgdesk.ui.context import AppContext

_NOTE = (
    "A line above the page counts what is overdue and what is due today. It names no case. "
    "Holds on this computer alone, and at once. SGDesk reminds while it is open and unlocked."
)
_NO_TIME = "At no set time"
_QUIET = "Quiet until tomorrow, as you asked for above a page."


class RemindersSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Reminders", _NOTE)
        self._context = context
        self.on_check = QCheckBox("Remind me when SGDesk is started and when a day begins")
        self.time_combo = ChoiceCombo({time: time or _NO_TIME for time in REMINDER_TIMES})
        self.outside_check = QCheckBox("Also when SGDesk is not in front")
        self.quiet_label = make_label(_QUIET, wraps=True)
        self.speak_button = make_button("Remind me again today")
        self._build()
        self._show(context.settings)
        self._connect()

    def reload(self) -> None:
        """Show what is in force: a wish for quiet ends with its day."""
        self._show(self._context.settings)

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        """Show what is in force, chosen here or above a page."""
        choices = [self.on_check, self.time_combo, self.outside_check]
        blockers = [QSignalBlocker(choice) for choice in choices]
        self.on_check.setChecked(settings.is_reminding)
        self.time_combo.set_value(settings.remind_at)
        self.outside_check.setChecked(settings.reminds_outside)
        for blocker in blockers:
            blocker.unblock()
        self.time_combo.setEnabled(settings.is_reminding)
        self.outside_check.setEnabled(settings.is_reminding)
        is_quiet = settings.quiet_on == self._context.today().isoformat()
        for widget in (self.quiet_label, self.speak_button):
            widget.setVisible(is_quiet and settings.is_reminding)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._context.change_settings(is_reminding=is_on)

    @Slot(int)
    def _on_time_chosen(self, _place: int) -> None:
        self._context.change_settings(remind_at=self.time_combo.value())

    @Slot(bool)
    def _on_outside_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - as above
        self._context.change_settings(reminds_outside=is_on)

    @Slot()
    def _on_speak_clicked(self) -> None:
        self._context.change_settings(quiet_on="")

    def _connect(self) -> None:
        self._context.settings_changed.connect(self._show)
        self.on_check.toggled.connect(self._on_toggled)
        self.time_combo.currentIndexChanged.connect(self._on_time_chosen)
        self.outside_check.toggled.connect(self._on_outside_toggled)
        self.speak_button.clicked.connect(self._on_speak_clicked)

    def _build(self) -> None:
        self.time_combo.setMaximumWidth(current().px(200))
        hint = "For a program that stays open all day. At a time that has passed, from tomorrow."
        outside_hint = "The taskbar asks for attention, and a message says the same words."
        self.body.addWidget(FieldRow("Reminders", self.on_check))
        self.body.addWidget(FieldRow("And every day at", self.time_combo, hint=hint))
        self.body.addWidget(FieldRow("Other windows", self.outside_check, hint=outside_hint))
        self.body.addWidget(self.quiet_label)
        self.body.addWidget(self.speak_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
