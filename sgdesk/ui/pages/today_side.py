"""The side of Today: whom to leave alone, next steps, the public list, what happened since."""

from __future__ import annotations

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.today_list_window import ListWindowCard
from sgdesk.ui.pages.today_since import SinceCard
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from sgdesk.records.family import NoContactLine
    from sgdesk.records.today import CaseNextStep, TodayView

_LONGEST_REASON = 76
"""Characters of what is said of a family to be left alone; the tooltip says all."""


class TodaySide(ScrollFrame):
    """Scrolls where the window is low. `step_asked` carries the case and the step's dialog."""

    step_asked = Signal(object, str)
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    group_asked = Signal(str)
    """The key of a group that the list is to show."""
    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.no_contact_card = Card("Do not contact")
        self.steps_card = Card("Next steps")
        self.window_card = ListWindowCard()
        self.since_card = SinceCard()
        self._build()
        self.window_card.case_asked.connect(self.case_asked)
        self.window_card.page_asked.connect(self.page_asked)
        self.since_card.deadline_asked.connect(self.deadline_asked)
        self.since_card.group_asked.connect(self.group_asked)

    def show_view(self, view: TodayView) -> None:
        """Fill the cards anew; families are named only while there is one to leave alone."""
        self._show_no_contacts(view)
        self._show_steps(view)
        self.window_card.show_view(view)
        self.since_card.show_view(view)

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

    def _build(self) -> None:
        look = current()
        content = QWidget()
        content.setProperty("role", "plain")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(16))
        layout.addWidget(self.no_contact_card)
        layout.addWidget(self.steps_card)
        layout.addWidget(self.window_card)
        layout.addWidget(self.since_card, 1)
        self.setWidget(content)


def _undated(reason: str) -> str:
    """Return "Due today" of "Due today: Mon 23 Nov 2026."; the list beside it has the day."""
    return reason.partition(": ")[0].rstrip(".")
