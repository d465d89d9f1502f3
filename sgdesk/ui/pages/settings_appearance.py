"""How the window looks on this computer: in force as soon as it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from sgdesk.config.settings import SCHEMES, TEXT_SCALES
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from sgdesk.config.settings import Settings
    from sgdesk.ui.context import AppContext

_NOTE = "Holds on this computer alone, and at once. The View menu has the same choices."
_SCHEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark"}


class AppearanceSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Appearance", _NOTE)
        self._context = context
        self.scheme_buttons = {scheme: QRadioButton(_SCHEME_WORDS[scheme]) for scheme in SCHEMES}
        self.size_combo = ChoiceCombo({scale: f"{scale:.0%}" for scale in TEXT_SCALES})
        self.rows_check = QCheckBox("Comfortable rows: lists are easier to read and to hit")
        self._build()
        self._show(context.settings)
        self._connect()

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        """Show what is in force, chosen here or in the View menu."""
        choices = [*self.scheme_buttons.values(), self.size_combo, self.rows_check]
        blockers = [QSignalBlocker(choice) for choice in choices]
        self.scheme_buttons[settings.scheme].setChecked(True)
        self.size_combo.set_value(settings.text_scale)
        self.rows_check.setChecked(settings.is_comfortable)
        for blocker in blockers:
            blocker.unblock()

    def _on_scheme_toggled(self, scheme: str, *, is_on: bool) -> None:
        if is_on:
            self._context.change_settings(scheme=scheme)

    @Slot(int)
    def _on_size_chosen(self, _place: int) -> None:
        self._context.change_settings(text_scale=self.size_combo.value())

    @Slot(bool)
    def _on_rows_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._context.change_settings(is_comfortable=is_on)

    def _connect(self) -> None:
        self._context.settings_changed.connect(self._show)
        for scheme, button in self.scheme_buttons.items():
            button.toggled.connect(
                lambda is_on, scheme=scheme: self._on_scheme_toggled(scheme, is_on=is_on)
            )
        self.size_combo.currentIndexChanged.connect(self._on_size_chosen)
        self.rows_check.toggled.connect(self._on_rows_toggled)

    def _build(self) -> None:
        schemes = QWidget()
        lines = QVBoxLayout(schemes)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current().px(4))
        group = QButtonGroup(self)
        for button in self.scheme_buttons.values():
            group.addButton(button)
            lines.addWidget(button)
        self.size_combo.setMaximumWidth(current().px(160))
        self.body.addWidget(FieldRow("Light and dark", schemes))
        self.body.addWidget(FieldRow("Text size", self.size_combo))
        self.body.addWidget(FieldRow("Row height", self.rows_check))
        self.body.addStretch(1)
