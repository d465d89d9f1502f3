"""Security: locking, backups, the two ways in, the history's seal, and what protects what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from sgdesk.ui.pages.settings_backups import BackupsCard
from sgdesk.ui.pages.settings_locking import LockingCard
from sgdesk.ui.pages.settings_passphrase import PassphraseCard, PassphraseForm
from sgdesk.ui.pages.settings_place import PlaceCard
from sgdesk.ui.pages.settings_protection import ProtectionCard
from sgdesk.ui.pages.settings_recovery import RecoveryCard
from sgdesk.ui.pages.settings_seal import SealCard
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.ui.context import AppContext

_NOTE = "Nobody can read your register without the passphrase, or the recovery key on paper."
_PRACTICE = (
    "The practice register has no passphrase: it is encrypted with a key that is kept nowhere, "
    "and is removed when practice ends."
)


class KeptCards(NamedTuple):
    """What only a register that is kept has, from the most often used downwards."""

    locking: LockingCard
    backups: BackupsCard
    passphrase: PassphraseCard
    recovery: RecoveryCard
    seal: SealCard


class SecuritySection(SettingsSection):
    backups_asked = Signal()
    """Open the list of backups."""
    command_asked = Signal(str)
    """Run a command of the program by its name."""
    recovery_key_asked = Signal()
    """Make a new recovery key."""
    help_asked = Signal(str)
    """Show a topic of the help."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Security", _NOTE)
        self.kept: KeptCards | None = None
        self.place_card = PlaceCard(context)
        self.protection_card = ProtectionCard()
        if context.register.is_practice:
            self.body.addWidget(make_label(_PRACTICE, wraps=True))
        else:
            self.kept = self._add_kept(context)
        for card in (self.place_card, self.protection_card):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.protection_card.help_asked.connect(lambda: self.help_asked.emit("security"))

    @property
    def form(self) -> PassphraseForm | None:
        """The form that changes the passphrase; practice has none."""
        return None if self.kept is None else self.kept.passphrase.form

    def is_changed(self) -> bool:
        return self.form is not None and self.form.is_changed()

    def reload(self) -> None:
        """Show how the register is backed up and sealed now."""
        if self.kept is not None:
            self.kept.backups.reload()
            self.kept.seal.reload()

    def ask(self) -> None:
        if self.form is not None:
            self.form.foot.ask()
            self.scroll_area.ensureWidgetVisible(self.form.foot)

    def _add_kept(self, context: AppContext) -> KeptCards:
        cards = KeptCards(
            LockingCard(context),
            BackupsCard(context),
            PassphraseCard(context),
            RecoveryCard(context),
            SealCard(context),
        )
        for card in cards:
            self.body.addWidget(card)
        cards.locking.link_button.clicked.connect(self._asking("lock"))
        cards.backups.link_button.clicked.connect(self.backups_asked)
        cards.backups.try_button.clicked.connect(self._asking("try_backup"))
        cards.passphrase.form.left.connect(self.left)
        cards.recovery.new_key_asked.connect(self.recovery_key_asked)
        cards.seal.verify_asked.connect(self._asking("verify_history"))
        return cards

    def _asking(self, command: str) -> Callable[[], None]:
        return lambda: self.command_asked.emit(command)
