"""The step of a pack that shows what was found in the finished files, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_rule
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.wizards.finding_card import FindingCard, PassedRow, documents
from sgdesk.ui.wizards.marks_card import MarksCard
from sgdesk.ui.wizards.override_card import OverrideCard
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from sgdesk.records.exports import Check
    from sgdesk.records.packs import Override, PackReport

_PAIR = 2
_NO_CHECKS = "These documents stay with the partners. There is nothing to check before."


class ChecksPage(WizardPage):
    """Complete when the checks ran and nothing stops the pack, or somebody answers for it."""

    briefing_asked = Signal(object)
    """The id of the briefing to edit."""
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Check",
            "What was found in the finished documents",
            "",
            "The documents are made already, but only in memory. What stands in red stops the "
            "pack until it is mended: somebody could be recognised, or a page is too long. What "
            "stands in amber is for you to judge. If what was found may stand in the documents, "
            "“Make anyway…” asks for a name and a reason.",
        )
        self.again_button = make_button("Check again", "refresh-cw")
        self.anyway_button = make_button("Make anyway…", "shield-alert")
        self.again_button.clicked.connect(self.again_asked)
        self.anyway_button.clicked.connect(self._on_anyway_clicked)
        self._report: PackReport | None = None
        self.cards: list[FindingCard] = []
        self.override_card = OverrideCard()
        self.override_card.edited.connect(self.changed)
        self._results = QVBoxLayout()
        self._results.setSpacing(current().px(16))
        self.body.addLayout(self._results)
        self.body.addWidget(self.override_card)
        self.body.addStretch(1)

    @property
    def summary(self) -> str:
        """A word on the outcome for the list of steps."""
        checks = self._report.checks if self._report else ()
        failed = [check for check in checks if not check.is_passed]
        blocking = sum(check.is_blocking for check in failed)
        if blocking:
            return "1 finding" if blocking == 1 else f"{blocking} findings"
        return f"{len(failed)} to look at" if failed else "passed"

    @property
    def override(self) -> Override | None:
        """Who answers for what was found, or None where nobody needs to."""
        needs_one = self._report is not None and bool(self._report.blocking)
        return self.override_card.override() if needs_one else None

    def show_report(self, report: PackReport) -> None:
        """Show red cards, then amber ones, then the marks, then what every document passed."""
        self.forget()
        self._report = report
        for widget in self._result_widgets(report):
            self._results.addWidget(widget)
        if not report.checks:
            self.notice.show_hint(_NO_CHECKS)
        self.changed.emit()

    def forget(self) -> None:
        """Show nothing, while the checks run or after they were stopped."""
        self.cards = []
        self._report = None
        self.override_card.hide()
        clear(self._results)
        self.changed.emit()

    def missing(self) -> str:
        if self._report is None:
            return "The checks have not run to their end: check again."
        blocking = len(self._report.blocking)
        if not blocking or not self.override_card.isHidden():
            return ""
        stop = "1 finding stops" if blocking == 1 else f"{blocking} findings stop"
        if self._report.can_be_overridden:
            return f"{stop} the pack: edit the briefing, or make it anyway with a reason."
        return f"{stop} the pack: edit the briefing, then check again."

    def buttons(self) -> list[QPushButton]:
        can_override = self._report is not None and self._report.can_be_overridden
        return [self.again_button, *([self.anyway_button] if can_override else [])]

    def focus_first(self) -> None:
        edits = [button for card in self.cards for button in card.edit_buttons]
        is_blocked = bool(self.cards) and self.cards[0].is_blocking
        (edits[0] if edits and is_blocked else self.again_button).setFocus()

    def accepts(self) -> bool:
        """Return whether the pack may go on; show what the override still needs."""
        return not self._report or not self._report.blocking or not self._asks_more()

    def _asks_more(self) -> bool:
        return self.override_card.show_problems()

    @Slot()
    def _on_anyway_clicked(self) -> None:
        self.override_card.ask()
        self.changed.emit()

    def _result_widgets(self, report: PackReport) -> Iterator[QWidget]:
        failed = _by_title(check for check in report.checks if not check.is_passed)
        for group in sorted(failed, key=lambda group: not group[0].is_blocking):
            card = FindingCard(group)
            card.briefing_asked.connect(self.briefing_asked)
            self.cards.append(card)
            yield card
        if report.lines:
            yield MarksCard(report.marks, len(report.lines))
        titles = {group[0].title for group in failed}
        passed = [one for one in _by_title(report.checks) if one[0].title not in titles]
        if passed:
            yield _passed_card(passed)


def _passed_card(groups: Sequence[Sequence[Check]]) -> Card:
    card = Card(is_bare=True)
    card.body.setSpacing(current().px(4))
    for number, group in enumerate(groups):
        if number:
            card.body.addWidget(make_rule())
        detail = group[0].detail if len(group) == 1 else f"{_all(len(group))} pass."
        card.body.addWidget(PassedRow(group[0].title, detail, len(group)))
    return card


def _all(count: int) -> str:
    return "Both documents" if count == _PAIR else f"All {documents(count)}"


def _by_title(checks: Iterable[Check]) -> list[list[Check]]:
    """Return the checks in groups of one title and weight, in the order of the titles."""
    groups: dict[tuple[str, bool], list[Check]] = {}
    for check in checks:
        groups.setdefault((check.finding, check.is_blocking), []).append(check)
    return list(groups.values())
