"""The side of Today: whom to leave alone, next steps with one button each, what happened since."""

from __future__ import annotations

from collections import Counter
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from datetime import datetime

    from sgdesk.records.family import NoContactLine
    from sgdesk.records.today import CaseNextStep, TodayView

_MOST_CHANGES = 5
_LONGEST_REASON = 76
"""Characters of what is said of a family to be left alone; the tooltip says all."""


class TodaySide(ScrollFrame):
    """Scrolls where the window is low. `step_asked` carries the case and the step's dialog."""

    step_asked = Signal(object, str)
    case_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.no_contact_card = Card("Do not contact")
        self.steps_card = Card("Next steps")
        self.since_card = Card("Since you last opened")
        for card in (self.steps_card, self.since_card):
            card.body.addStretch(1)
        self._build()

    def show_view(self, view: TodayView) -> None:
        """Fill the cards anew; families are named only while there is one to leave alone."""
        self._show_no_contacts(view)
        self._show_steps(view)
        self._show_since(view)

    def _show_no_contacts(self, view: TodayView) -> None:
        self.no_contact_card.setVisible(bool(view.no_contacts))
        clear(self.no_contact_card.body)
        for held in view.no_contacts:
            self.no_contact_card.body.addLayout(self._no_contact_line(held))

    def _no_contact_line(self, held: NoContactLine) -> QVBoxLayout:
        look = current()
        link = make_link(held.who)
        link.setAccessibleName(f"Do not contact. {held.who}. {held.words}")
        link.clicked.connect(lambda: self.case_asked.emit(held.case_id))
        head = QHBoxLayout()
        head.setSpacing(look.px(2))
        head.addWidget(IconLabel("shield-alert", "due_today" if held.is_today else "muted"))
        head.addWidget(link)
        head.addStretch(1)
        words = make_label(
            shorten(held.words, _LONGEST_REASON, placeholder="…"), "second", wraps=True
        )
        words.setToolTip(held.words)
        below = QVBoxLayout()
        below.setContentsMargins(look.px(24), 0, 0, 0)
        below.addWidget(words)
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addLayout(head)
        line.addLayout(below)
        return line

    def _show_steps(self, view: TodayView) -> None:
        clear(self.steps_card.body)
        for step in view.next_steps:
            self.steps_card.body.addLayout(self._step_line(step))
        if not view.next_steps:
            words = "Nothing presses." if view.all_cases else "Steps appear with the first case."
            self.steps_card.body.addWidget(make_label(words, "muted", wraps=True))
        self.steps_card.body.addStretch(1)

    def _step_line(self, step: CaseNextStep) -> QHBoxLayout:
        look = current()
        button = make_button(step.step.button or "Open")
        button.setAccessibleName(f"{step.step.words}, {step.reference}")
        button.clicked.connect(partial(self._ask, step))
        reason = make_label(_undated(step.step.reason), "second", wraps=True)
        reason.setToolTip(step.step.reason)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(step.step.words, "strong", wraps=True))
        words.addWidget(make_label(step.reference, "second", wraps=True))
        words.addWidget(reason)
        line = QHBoxLayout()
        line.setContentsMargins(0, look.px(2), 0, look.px(6))
        line.setSpacing(look.px(8))
        line.addLayout(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _ask(self, step: CaseNextStep) -> None:
        if step.step.dialog:
            self.step_asked.emit(step.case_id, step.step.dialog)
        else:
            self.case_asked.emit(step.case_id)

    def _show_since(self, view: TodayView) -> None:
        body = self.since_card.body
        clear(body)
        before = view.opened_before
        body.addWidget(make_label(_opened_words(before), "second", wraps=True))
        if view.became_overdue:
            noun = "date has" if view.became_overdue == 1 else "dates have"
            words = f"{view.became_overdue} {noun} become overdue"
            body.addLayout(_line("calendar-clock", words, "Dates alone; no record changed"))
        changes = Counter((one.what, one.actor) for one in view.since)
        for (what, actor), count in changes.most_common(_MOST_CHANGES):
            times = f"{count} times, " if count > 1 else ""
            body.addLayout(_line("history", what, f"{times}by {actor}"))
        if before is not None and not view.since and not view.became_overdue:
            body.addWidget(make_label("Nothing has changed.", "muted"))
        body.addStretch(1)

    def _build(self) -> None:
        look = current()
        content = QWidget()
        content.setProperty("role", "plain")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(16))
        layout.addWidget(self.no_contact_card)
        layout.addWidget(self.steps_card)
        layout.addWidget(self.since_card, 1)
        self.setWidget(content)


def _undated(reason: str) -> str:
    """Return "Due today" of "Due today: Mon 23 Nov 2026."; the list beside it has the day."""
    return reason.partition(": ")[0].rstrip(".")


def _opened_words(before: datetime | None) -> str:
    if before is None:
        return "This is the first time."
    local = before.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"


def _line(icon_name: str, words: str, second: str) -> QHBoxLayout:
    look = current()
    text = QVBoxLayout()
    text.setSpacing(0)
    text.addWidget(make_label(words, wraps=True))
    text.addWidget(make_label(second, "second", wraps=True))
    line = QHBoxLayout()
    line.setSpacing(look.px(10))
    line.addWidget(IconLabel(icon_name, "accent"), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(text, 1)
    return line
