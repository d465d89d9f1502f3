"""When the register locks by itself, on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot

from sgdesk.config.settings import LOCK_AFTER_MINUTES
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.config.settings import Settings
    from sgdesk.ui.context import AppContext

_ALSO = (
    "It also locks when the computer goes to sleep or its screen is locked, where the system "
    "tells so, and when its clock is set back. Ctrl+L locks at once. What was typed and not saved "
    "is kept, encrypted, and offered again."
)
_HOW = (
    "Locking ends the program that holds the records and starts a fresh one, which knows nothing "
    "before the passphrase."
)


class LockingCard(Card):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Locking", link="Lock now", link_icon="lock")
        self._context = context
        self.minutes_combo = ChoiceCombo({one: f"{one} minutes" for one in LOCK_AFTER_MINUTES})
        self.minutes_combo.setMaximumWidth(current().px(160))
        self.body.setSpacing(current().px(12))
        self.body.addWidget(FieldRow("Lock after this time without use", self.minutes_combo))
        for words in (_ALSO, _HOW):
            self.body.addWidget(make_label(words, "second", wraps=True))
        self._show(context.settings)
        self.minutes_combo.currentIndexChanged.connect(self._on_chosen)
        context.settings_changed.connect(self._show)

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        with QSignalBlocker(self.minutes_combo):
            self.minutes_combo.set_value(settings.lock_after)

    @Slot(int)
    def _on_chosen(self, _place: int) -> None:
        self._context.change_settings(lock_after=self.minutes_combo.value())
