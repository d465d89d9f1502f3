"""The overview of a case: the next step, what is missing, and what identifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_sections import case_sections, timeline_facts
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView, NextStep


class Overview(SectionList):
    """The first tab. `set_low` brings the milestones in as words where no timeline is drawn."""

    step_asked = Signal(str)
    """The dialog that does the next step."""

    def __init__(self) -> None:
        super().__init__()
        self.next_step = NextStepCard()
        self.missing_card = Card("Still missing")
        self.steps_card = Card("Timeline")
        self.step_list = FactList()
        self.steps_card.body.addWidget(self.step_list)
        self.body.setSpacing(current().px(16))
        for at, card in enumerate((self.next_step, self.missing_card, self.steps_card)):
            self.body.insertWidget(at, card)
        self.steps_card.hide()
        self.missing_card.set_note("before the next meeting")
        self.missing_card.body.setSpacing(current().px(2))
        self.next_step.asked.connect(self.step_asked)

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before."""
        self.next_step.show_step(view.next_step)
        self.missing_card.setVisible(bool(view.missing))
        clear(self.missing_card.body)
        for words in view.missing:
            line = f"•  {words[:1].upper()}{words[1:]}"
            self.missing_card.body.addWidget(make_label(line, wraps=True))
        self.step_list.set_facts(timeline_facts(view))
        self.set_sections(case_sections(view))

    def set_low(self, *, is_low: bool) -> None:
        self.steps_card.setVisible(is_low)


class NextStepCard(QFrame):
    """What the case needs now, why, and the button that does it."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "accent-card")
        look = current()
        self._dialog = ""
        self.words_label = make_label("", "strong", wraps=True)
        self.reason_label = make_label("", "second", wraps=True)
        self.button = make_button("", "arrow-right")
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.words_label)
        words.addWidget(self.reason_label)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        line.setSpacing(look.px(16))
        line.addLayout(words, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(lambda: self.asked.emit(self._dialog))

    def show_step(self, step: NextStep) -> None:
        """Show `step`; without a dialog that does it there is no button."""
        self._dialog = step.dialog
        self.words_label.setText(step.words)
        self.reason_label.setText(step.reason)
        self.button.setText(step.button)
        self.button.setAccessibleName(f"{step.words}: {step.button}")
        self.button.setVisible(bool(step.dialog))
