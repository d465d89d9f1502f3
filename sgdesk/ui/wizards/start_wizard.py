"""First start: a new register with its passphrase and recovery key, or practice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from sgdesk.config.places import home_problem
from sgdesk.services.opening import remains_words
from sgdesk.services.register import Register, create_register
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.wizards.icon_line import IconLine
from sgdesk.ui.wizards.recovery_page import RecoveryPage
from sgdesk.ui.wizards.start_pages import (
    HowToStartPage,
    PartnershipPage,
    PassphrasePage,
    WelcomePage,
)
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

_UNCONFIRMED = (
    "The recovery key is not confirmed and is never shown again. The register stays: next time "
    "SGDesk asks for its passphrase."
)
_NOT_MADE = "Nothing is made yet. What you typed is lost."

_FIRST_STEPS = (
    (
        "download",
        "Bring in the reviews that you have published",
        "File, Import public list: paste the text of your web page, check, import.",
    ),
    ("plus", "Record a case", "Ctrl+N. Its deadlines appear as soon as a date is in."),
    ("circle-question-mark", "Look things up", "F1 explains the page on show. No network needed."),
)


class StartWizard(WizardFrame):
    """Makes a register in `folder`. Close it early, and a register that was made stays there.

    `cost` is what each guess at the passphrase costs; without it, the program's own.
    """

    register_opened = Signal(object)
    """The new `Register`, open; whoever takes it closes it."""
    practice_asked = Signal()
    backups_asked = Signal()
    """The officer wants to go back to a backup instead."""

    DESIGNED_SIZE = (860, 640)

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        today: Callable[[], date],
        cache: Path | None = None,
        cost: Any = None,
    ) -> None:
        self._folder = folder
        self._now = now
        self._choices = {"cache": cache} | ({} if cost is None else {"cost": cost})
        self._register: Register | None = None
        self.welcome_page = WelcomePage()
        self.how_page = HowToStartPage()
        self.partnership_page = PartnershipPage(today())
        self.passphrase_page = PassphrasePage()
        self.recovery_page = RecoveryPage(today())
        self.ready_page = ReadyPage()
        super().__init__(
            "Welcome to SGDesk",
            (
                self.welcome_page,
                self.how_page,
                self.partnership_page,
                self.passphrase_page,
                self.recovery_page,
                self.ready_page,
            ),
        )
        if problem := home_problem(folder):
            self.welcome_page.notice.show_problem("No register can be kept here", problem)
        if words := remains_words(folder):
            self.how_page.show_remains(words)

    def go_on(self) -> None:
        if self.page is self.how_page and self.how_page.is_practice:
            self.practice_asked.emit()
            self.accept()
        elif self.page is self.how_page and self.how_page.is_going_back:
            self.backups_asked.emit()
            self.accept()
        elif self.page is self.passphrase_page:
            self._make_register()
        elif self.page is self.ready_page:
            self._hand_over()
        else:
            self._note_choice()
            super().go_on()
        if self.page is self.ready_page:
            self.recovery_page.forget()

    def loss(self) -> tuple[str, str]:
        if self.page is self.recovery_page:
            return _UNCONFIRMED, "Close without it"
        is_typed = self.partnership_page.is_begun and self._register is None
        return (_NOT_MADE, "Close") if is_typed else ("", "")

    def abandon(self) -> None:
        self.recovery_page.forget()
        register, self._register = self._register, None
        if register is not None:
            register.close()
        super().abandon()

    def _note_choice(self) -> None:
        if self.page is self.how_page:
            self.step_list.set_detail(self.place, "new register")
        elif self.page is self.partnership_page:
            self.step_list.set_detail(self.place, self.partnership_page.draft().prefix)

    def _make_register(self) -> None:
        make = partial(
            create_register,
            self._folder,
            self.partnership_page.draft(),
            self.passphrase_page.passphrase(),
            now=self._now,
            **self._choices,
        )
        self.run(
            Work(
                "Making the register. This takes about a second.",
                lambda _progress: make(),
                self._on_made,
                can_stop=False,
            )
        )

    def _on_made(self, made: tuple[Register, str]) -> None:
        self._register, key = made
        self.passphrase_page.forget()
        self.recovery_page.show_key(key, self._register.profile.name)
        self.ready_page.show_register(self._register)
        self.show_page(self.place + 1)

    def _hand_over(self) -> None:
        register, self._register = self._register, None
        self.register_opened.emit(register)
        self.accept()


class ReadyPage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Ready",
            "The register is ready",
            "",
            "Everything named here stands in the menus too, and is found with Ctrl+K.",
        )
        self.can_go_back = False
        self.can_cancel = False
        self.next_words = "Open SGDesk"
        self.folder_line = IconLine("lock", "Encrypted on this laptop", "")
        card = Card()
        card.body.setSpacing(current().px(20))
        card.body.addWidget(self.folder_line)
        for icon_name, title, second in _FIRST_STEPS:
            card.body.addWidget(IconLine(icon_name, title, second))
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_register(self, register: Register) -> None:
        """Say whose register it is and where it lies."""
        self.set_second(register.profile.name)
        self.folder_line.set_second(f"In the folder {register.folder}")
