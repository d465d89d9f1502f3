"""A new recovery key in place of the one on paper: shown, typed back, and only then in force."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.errors import WrongSecretError
from sgdesk.services.register_keys import offer_recovery_key, renew_recovery_key
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.icon_line import IconLine
from sgdesk.ui.wizards.recovery_page import RecoveryPage
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.context import AppContext

_STAYS = (
    "The new key is not in force and is never shown again. The paper that you had before stays "
    "good; destroy what you printed or wrote now."
)
_OLD_PAPER = (
    "It no longer opens the register. Together with a backup made before, it still opens that "
    "backup, and through it the register."
)
_BEFORE = (
    (
        "printer",
        "A new key is shown once",
        "Print it or write it down, and type it back from the paper.",
    ),
    (
        "key-round",
        "Then it takes the place of the one before",
        "The old paper stays good until then, and then no longer opens this register.",
    ),
    (
        "database-backup",
        "Backups made before keep the old key",
        "Each backup opens with the key and the passphrase of its day.",
    ),
)
_AFTER = (
    (
        "printer",
        "Put the new paper in the manager’s safe",
        "Its date is the one that Settings, Security names.",
    ),
    (
        "trash-2",
        "Destroy the old paper",
        _OLD_PAPER,
    ),
    (
        "database-backup",
        "A backup with the new key is being made",
        "Copies that you keep elsewhere hold the old key until they are made anew.",
    ),
)


class NewRecoveryKeyWizard(WizardFrame):
    """Asks for the passphrase first. Closed early, it changes nothing."""

    DESIGNED_SIZE = (860, 600)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._context = context
        self._today = context.today()
        self.passphrase_page = OwnerPage()
        self.recovery_page = RecoveryPage(self._today)
        self.recovery_page.next_words = "Put it in force"
        self.done_page = _DonePage()
        pages = (self.passphrase_page, self.recovery_page, self.done_page)
        super().__init__("A new recovery key", pages, keeper=context, parent=parent)

    def go_on(self) -> None:
        if self.page is self.passphrase_page:
            self._offer()
        elif self.page is self.recovery_page:
            self._put_in_force()
        else:
            super().go_on()

    def loss(self) -> tuple[str, str]:
        return (_STAYS, "Close without it") if self.page is self.recovery_page else ("", "")

    def abandon(self) -> None:
        self._forget()
        super().abandon()

    def _offer(self) -> None:
        register, typed = self._context.register, self.passphrase_page.passphrase()
        self.run(
            Work(
                "Checking the passphrase. This takes about a second.",
                lambda _progress: offer_recovery_key(register, typed),
                self._on_offered,
                failed=self._on_refused,
                can_stop=False,
            )
        )

    def _on_offered(self, key: str) -> None:
        self.passphrase_page.forget()
        self.recovery_page.show_key(key, self._context.register.profile.name)
        self.show_page(self.place + 1)

    def _on_refused(self, error: object) -> None:
        if isinstance(error, WrongSecretError):
            self.passphrase_page.passphrase_row.set_problem(str(error))
        else:
            self.page.notice.show_trouble(error)

    def _put_in_force(self) -> None:
        renew = partial(
            renew_recovery_key, self._context.register, self.recovery_page.key, today=self._today
        )
        self.run(
            Work(
                "Putting the new key in force.",
                lambda _progress: renew(),
                self._on_in_force,
                can_stop=False,
            )
        )

    def _on_in_force(self, _nothing: object) -> None:
        self._forget()
        self.show_page(self.place + 1)
        self._context.keys_changed.emit()

    def _forget(self) -> None:
        self.passphrase_page.forget()
        self.recovery_page.forget()


class OwnerPage(WizardPage):
    """Asks for the passphrase, so that nobody makes a key to a register that stands open."""

    def __init__(self) -> None:
        super().__init__(
            "Passphrase",
            "Make a new recovery key",
            "For when the paper was seen by somebody, was used, or cannot be found.",
            "The passphrase is asked for so that nobody who finds the register open can make a "
            "key to it. The passphrase itself stays as it is.",
        )
        self.passphrase_edit = SecretEdit()
        self.passphrase_row = FieldRow("Your passphrase", self.passphrase_edit)
        card = Card()
        card.body.setSpacing(current().px(16))
        for icon_name, title, second in _BEFORE:
            card.body.addWidget(IconLine(icon_name, title, second))
        self.body.addWidget(self.passphrase_row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.passphrase_edit.textChanged.connect(self._on_edited)
        self.passphrase_edit.returnPressed.connect(self.next_asked)

    def passphrase(self) -> str:
        return self.passphrase_edit.text()

    def missing(self) -> str:
        return "" if self.passphrase() else "Type the passphrase that opens the register now."

    def point_out(self) -> None:
        self.passphrase_row.set_problem(self.missing())
        self.passphrase_row.focus()

    def focus_first(self) -> None:
        self.passphrase_edit.setFocus()
        self.passphrase_edit.selectAll()

    def forget(self) -> None:
        """Forget what was typed."""
        self.passphrase_edit.clear()

    @Slot()
    def _on_edited(self) -> None:
        self.passphrase_row.set_problem("")
        self.changed.emit()


class _DonePage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "In force",
            "The new recovery key is in force",
            "",
            "Both ways into the register were written in one step: the passphrase as it was, and "
            "the new recovery key.",
        )
        self.can_go_back = False
        self.can_cancel = False
        self.next_words = "Close"
        card = Card()
        card.body.setSpacing(current().px(16))
        for icon_name, title, second in _AFTER:
            card.body.addWidget(IconLine(icon_name, title, second))
        self.body.addWidget(card)
        self.body.addStretch(1)
