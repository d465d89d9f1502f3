"""The overview of a case: what must happen next, what is missing, and what identifies it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_next_steps import NextStepsCard
from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_sections import case_sections, timeline_facts
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView, MissingItem


class Overview(SectionList):
    """The first tab. `set_low` brings the milestones in as words where no timeline is drawn."""

    step_asked = Signal(str)
    """The dialog that does a step, or that fills in what is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.next_steps = NextStepsCard()
        self.missing_card = Card("Still missing")
        self.steps_card = Card("Timeline")
        self.step_list = FactList()
        self.steps_card.body.addWidget(self.step_list)
        self.body.setSpacing(current().px(16))
        for at, card in enumerate((self.next_steps, self.missing_card, self.steps_card)):
            self.body.insertWidget(at, card)
        self.steps_card.hide()
        self.missing_card.body.setSpacing(current().px(2))
        self.missing_card.title_label.setWordWrap(True)
        self.missing_card.title_label.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        self.missing_card.note_label.hide()
        self.next_steps.asked.connect(self.step_asked)
        for part in (self.next_steps, self.step_list):
            part.why_asked.connect(self.why_asked)

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before."""
        self.next_steps.show_steps(view.next_steps, view.next_step)
        self._show_missing(view)
        self.step_list.set_facts(timeline_facts(view))
        self.set_sections(case_sections(view))

    def set_low(self, *, is_low: bool) -> None:
        self.steps_card.setVisible(is_low)

    def _show_missing(self, view: CaseView) -> None:
        title = f"{view.meeting.words} you still need" if view.meeting else "Still missing"
        self.missing_card.set_title(title)
        self.missing_card.setVisible(bool(view.missing))
        clear(self.missing_card.body)
        for item in view.missing:
            self.missing_card.body.addLayout(self._missing_line(item))

    def _missing_line(self, item: MissingItem) -> QHBoxLayout:
        words = f"{item.words[:1].upper()}{item.words[1:]}"
        link = make_link("Fill in…")
        link.setAccessibleName(f"{words}: fill in")
        link.clicked.connect(partial(self.step_asked.emit, item.dialog))
        line = QHBoxLayout()
        line.setSpacing(current().px(8))
        for label, stretch in ((make_label("•"), 0), (make_label(words, wraps=True), 1)):
            label.setContentsMargins(0, current().px(5), 0, 0)  # level with the words of the link
            line.addWidget(label, stretch, Qt.AlignmentFlag.AlignTop)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line
