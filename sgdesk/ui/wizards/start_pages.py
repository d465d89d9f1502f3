"""The first steps of a new register: welcome, how to start, the partnership, the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from sgdesk.domain.partnerships import PartnershipDraft, check_partnership
from sgdesk.domain.references import financial_year, next_reference
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.choice_card import ChoiceCard
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.problem_words import without_title
from sgdesk.ui.wizards.icon_line import IconLine
from sgdesk.ui.wizards.new_passphrase import NewPassphrase
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from datetime import date

_PROMISES = (
    (
        "calendar-check",
        "Every deadline shows its working",
        "From the trigger date to the last working day, bank holidays named.",
    ),
    (
        "newspaper",
        "Briefing, deck and deadline sheet from the record",
        "One page that fits, slides that can be read aloud, a sheet for the weekly meeting.",
    ),
    (
        "lock",
        "Encrypted on this laptop from the first byte",
        "Nothing leaves it except what you export. No network is needed.",
    ),
)
_OFFICER = "Business support"


class WelcomePage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Welcome",
            "Welcome to SGDesk",
            "Serious incidents, their deadlines, and the reviews that follow, on one desk.",
            "This sets SGDesk up in about five minutes. Nothing is made before the step "
            "Passphrase, and you can practise with invented cases first.",
        )
        card = Card()
        card.body.setSpacing(current().px(20))
        for icon_name, title, second in _PROMISES:
            card.body.addWidget(IconLine(icon_name, title, second))
        self.body.addWidget(card)
        self.body.addStretch(1)


class HowToStartPage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "How to start",
            "How do you want to start?",
            "You can practise at any time, and start for real when you are ready.",
            "A new register is empty and encrypted. Practice opens invented cases under a loud "
            "banner; it is thrown away when you leave it. If a register was lost, or this "
            "computer is new, a backup brings it back.",
        )
        self.new_card = ChoiceCard(
            "Start a new register", "Empty, encrypted, on this laptop", "folder-open"
        )
        self.practice_card = ChoiceCard(
            "Practise with invented cases",
            "A banner shows; nothing is kept with your records",
            "flask-conical",
        )
        self.back_card = ChoiceCard(
            "Go back to a backup", "Of this computer, a USB stick or a shared drive", "history"
        )
        self.new_card.setChecked(True)
        for card in (self.new_card, self.practice_card, self.back_card):
            card.toggled.connect(self._on_toggled)
            self.body.addWidget(card)
        self.body.addWidget(
            IconLine("lock", "", "Nothing leaves this laptop except what you export.", size=16)
        )
        self.body.addStretch(1)

    @property
    def is_practice(self) -> bool:
        return self.practice_card.isChecked()

    @property
    def is_going_back(self) -> bool:
        return self.back_card.isChecked()

    def show_remains(self, words: str) -> None:
        """Say what is there of a register that is gone, and propose going back."""
        self.notice.show_warning("A register was here before", words)
        self.back_card.setChecked(True)

    def focus_first(self) -> None:
        cards = (self.new_card, self.practice_card, self.back_card)
        next(card for card in cards if card.isChecked()).setFocus()

    @Slot()
    def _on_toggled(self) -> None:
        self.next_words = "Practise" if self.is_practice else "Next"
        if self.is_going_back:
            self.next_words = "Show the backups"
        self.changed.emit()


class PartnershipPage(WizardPage):
    def __init__(self, today: date) -> None:
        super().__init__(
            "Partnership",
            "Your partnership",
            "It stands on documents and in new references. All of it can be changed in Settings.",
            "The full name stands on briefings, decks and reports. References of cases that "
            "you enter later begin with the prefix; older ones are kept as you type them.",
        )
        self._today = today
        self.name_edit = QLineEdit()
        self.short_edit = QLineEdit()
        self.prefix_edit = QLineEdit()
        self.officer_edit = QLineEdit(_OFFICER)
        self._fields = FieldSet()
        self._build_form()
        self._show_example()

    def draft(self) -> PartnershipDraft:
        return PartnershipDraft(
            name=self.name_edit.text().strip(),
            short_name=self.short_edit.text().strip(),
            prefix=self.prefix_edit.text().strip(),
            officer=self.officer_edit.text().strip(),
        )

    @property
    def is_begun(self) -> bool:
        """Whether anything is typed that closing would lose."""
        draft = self.draft()
        return bool(draft.name or draft.short_name or draft.prefix)

    def missing(self) -> str:
        problems = check_partnership(self.draft(), today=self._today)
        return problems[0].message if problems else ""

    def point_out(self) -> None:
        problems = check_partnership(self.draft(), today=self._today)
        for name, row in self._rows.items():
            own = [one.message for one in problems if one.field == name]
            row.set_problem(without_title(own[0], _PROBLEM_TITLES[name]) if own else "")
        self._fields.focus(problems[0].field)

    def focus_first(self) -> None:
        self._rows["name"].focus()

    def _show_example(self) -> None:
        prefix = self.prefix_edit.text().strip()
        hint = "The letters that new references begin with"
        if prefix:
            first = next_reference(prefix, financial_year(self._today), frozenset())
            hint = f"The first case of this year: {first}"
        self._rows["prefix"].set_hint(hint)

    def _on_edited(self, name: str) -> None:
        self._rows[name].set_problem("")
        if name == "prefix":
            self._show_example()
        self.changed.emit()

    def _build_form(self) -> None:
        self._rows = {
            "name": FieldRow("Full name", self.name_edit),
            "short_name": FieldRow(
                "Short name", self.short_edit, hint="For places with little room, may be blank"
            ),
            "prefix": FieldRow("Reference prefix", self.prefix_edit),
            "officer": FieldRow(
                "Your role",
                self.officer_edit,
                hint="The history of each case says who changed it: a role, not a name",
            ),
        }
        for name, row in self._rows.items():
            self._fields.add(name, row)
            editor = row.editor
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(lambda _text, name=name: self._on_edited(name))
                editor.returnPressed.connect(self.next_asked)
            self.body.addWidget(row)
        self.body.addStretch(1)


_PROBLEM_TITLES = {
    "name": "Partnership",
    "short_name": "Short name",
    "prefix": "Reference prefix",
    "officer": "Role",
}


class PassphrasePage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Passphrase",
            "Choose a passphrase",
            "It opens the register each time. Nobody can look it up for you, and nobody can "
            "open the register without it or the recovery key of the next step.",
            "A stolen laptop can be guessed at in peace, so length counts most: five words "
            "picked at random are better than a short riddle of signs. It never expires. "
            "Going on makes the register; it takes about a second.",
        )
        self.next_words = "Make the register"
        self.fields = NewPassphrase()
        self.fields.changed.connect(self.changed)
        self.fields.entered.connect(self.next_asked)
        self.body.addWidget(self.fields)
        self.body.addStretch(1)

    def passphrase(self) -> str:
        return self.fields.passphrase()

    def missing(self) -> str:
        return self.fields.missing()

    def point_out(self) -> None:
        self.fields.point_out()

    def focus_first(self) -> None:
        self.fields.focus_first()

    def forget(self) -> None:
        """Forget what was typed, once the register is made."""
        self.fields.clear()
