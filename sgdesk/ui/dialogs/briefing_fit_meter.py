"""How the briefing fits its page: first in words, then as a bar, then what to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.briefing_fit_bar import FitBar
from sgdesk.ui.dialogs.briefing_words import (
    cut_line,
    fit_headline,
    fit_note,
    is_small,
    letters_line,
)
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.identity import Identity
    from sgdesk.records.fitting import Fit

_WAITING = "Setting the page…"


def _mark_of(fit: Fit) -> tuple[str, str]:
    """Return the icon and the colour of a fit: as it should be, to be looked at, or too long."""
    if not fit.fits:
        return "octagon-alert", "overdue"
    return ("triangle-alert", "due_today") if is_small(fit) else ("circle-check", "met")


class CheckMark(QWidget):
    """One check: its mark and what was found, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle-check", "met")
        self.label = make_label("", "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().px(8))
        line.addWidget(self._icon)
        line.addWidget(self.label)

    def show_result(self, words: str, *, is_passed: bool, is_grave: bool = False) -> None:
        """Show `words` as passed, as a warning, or as what keeps the page from being made."""
        failed = ("octagon-alert", "overdue") if is_grave else ("triangle-alert", "due_today")
        self._icon.set_icon(*(("circle-check", "met") if is_passed else failed))
        self.label.setText(words)
        self.setVisible(bool(words))


class FitMeter(QWidget):
    """Warns and never stops anybody: what is too long can be saved all the same."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("hourglass", "muted", size=20)
        self.headline_label = make_label(_WAITING, "card-title", wraps=True)
        self.bar = FitBar()
        self.note_label = make_label("", "second", wraps=True)
        self._cuts = QVBoxLayout()
        self.page_check = CheckMark()
        self.letters_check = CheckMark()
        self.names_check = CheckMark()
        self._build()
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the page is being set for the first time."""
        self._icon.set_icon("hourglass", "muted")
        self.headline_label.setText(_WAITING)
        for check in (self.page_check, self.letters_check, self.names_check):
            check.hide()
        self.note_label.hide()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no page to show."""
        self.show_waiting()
        self._icon.set_icon("triangle-alert", "due_today")
        self.headline_label.setText(sentence)
        self.bar.set_fit(None)
        clear(self._cuts)

    def show_fit(self, fit: Fit, missing: Sequence[str], identities: Sequence[Identity]) -> None:
        """Show how the text fits, what to cut where it does not, and the checks."""
        before = self.headline_label.text()
        headline = fit_headline(fit)
        self._icon.set_icon(*_mark_of(fit))
        self.headline_label.setText(headline)
        self.bar.set_fit(fit)
        note = " ".join((fit_note(fit), *(identity.sentence for identity in identities))).strip()
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
        self._show_cuts(fit)
        words = "One page" if fit.fits else "More than one page"
        self.page_check.show_result(words, is_passed=fit.fits, is_grave=True)
        self.letters_check.show_result(letters_line(missing), is_passed=not missing)
        is_grave = any(identity.is_certain for identity in identities)
        words = "A child’s name stands here" if is_grave else "Perhaps a child’s name"
        self.names_check.show_result(
            words if identities else "No name found", is_passed=not identities, is_grave=is_grave
        )
        self.setAccessibleDescription(headline)
        if before.split(":")[0] != headline.split(":")[0]:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, headline))

    def _show_cuts(self, fit: Fit) -> None:
        clear(self._cuts)
        for cut in fit.cuts:
            label = make_label(f"•  {cut_line(cut)}", wraps=True)
            restyle(label, role="")
            self._cuts.addWidget(label)

    def _build(self) -> None:
        look = current()
        self.setAccessibleName("How it fits")
        checks = QWidget()
        flow = FlowLayout(checks, spacing=look.px(20))
        flow.addWidget(self.page_check)
        flow.addWidget(self.letters_check)
        flow.addWidget(self.names_check)
        self._cuts.setSpacing(look.px(2))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.headline_label, 0, 1)
        grid.addWidget(self.bar, 1, 1)
        grid.addWidget(self.note_label, 2, 1)
        grid.addLayout(self._cuts, 3, 1)
        grid.addWidget(checks, 4, 0, 1, 2)
