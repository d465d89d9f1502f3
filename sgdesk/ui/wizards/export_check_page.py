"""The step of an export that shows what its checks found, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_rule
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.wizards.finding_card import FindingCard, PassedRow, documents
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.exports import Check

_NO_CHECKS = (
    "The deadline report is made of references and dates. There is nothing to check before."
)


class ChecksPage(WizardPage):
    """Complete when the checks ran and none of them blocks."""

    briefing_asked = Signal(object)
    """The id of the briefing to edit."""
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Check",
            "Check before export",
            "",
            "What stands in red stops the export until it is mended: a name, a date of birth, "
            "or a page that is too long. What stands in amber is for you to judge.",
        )
        self.again_button = make_button("Check again", "refresh-cw")
        self.again_button.clicked.connect(self.again_asked)
        self._checks: tuple[Check, ...] | None = None
        self.cards: list[FindingCard] = []
        self.body.addStretch(1)

    @property
    def summary(self) -> str:
        """A word on the outcome for the list of steps."""
        failed = [check for check in self._checks or () if not check.is_passed]
        blocking = sum(check.is_blocking for check in failed)
        if blocking:
            return "1 finding" if blocking == 1 else f"{blocking} findings"
        return f"{len(failed)} to look at" if failed else "passed"

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show red cards, then amber ones, then what every document passed."""
        self._clear()
        self._checks = tuple(checks)
        failed = _by_title(check for check in checks if not check.is_passed)
        for group in sorted(failed, key=lambda group: not group[0].is_blocking):
            card = FindingCard(group)
            card.briefing_asked.connect(self.briefing_asked)
            self.cards.append(card)
            self.body.addWidget(card)
        titles = {group[0].title for group in failed}
        self._add_passed([group for group in _by_title(checks) if group[0].title not in titles])
        if not checks:
            self.notice.show_hint(_NO_CHECKS)
        self.body.addStretch(1)
        self.changed.emit()

    def forget(self) -> None:
        """Show nothing, while the checks run or after they were stopped."""
        self._clear()
        self.body.addStretch(1)
        self._checks = None
        self.changed.emit()

    def missing(self) -> str:
        if self._checks is None:
            return "The checks have not run to their end: check again."
        blocking = sum(check.is_blocking and not check.is_passed for check in self._checks)
        if not blocking:
            return ""
        stop = "1 finding stops" if blocking == 1 else f"{blocking} findings stop"
        return f"{stop} the export: edit the briefing, then check again."

    def buttons(self) -> list[QPushButton]:
        return [self.again_button]

    def focus_first(self) -> None:
        edits = [button for card in self.cards for button in card.edit_buttons]
        is_blocked = bool(self.cards) and self.cards[0].is_blocking
        (edits[0] if edits and is_blocked else self.again_button).setFocus()

    def _clear(self) -> None:
        self.cards = []
        clear(self.body)

    def _add_passed(self, groups: Sequence[Sequence[Check]]) -> None:
        if not groups:
            return
        card = Card(is_bare=True)
        card.body.setSpacing(current().px(4))
        for number, group in enumerate(groups):
            if number:
                card.body.addWidget(make_rule())
            detail = group[0].detail if len(group) == 1 else f"All {documents(len(group))} pass."
            card.body.addWidget(PassedRow(group[0].title, detail, len(group)))
        self.body.addWidget(card)


def _by_title(checks: Iterable[Check]) -> list[list[Check]]:
    """Return the checks in groups of one title and weight, in the order of the titles."""
    groups: dict[tuple[str, bool], list[Check]] = {}
    for check in checks:
        groups.setdefault((check.title, check.is_blocking), []).append(check)
    return list(groups.values())
