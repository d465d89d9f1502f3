"""Why this date, where no rule of the case gives it: of a request, or of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot

from sgdesk.ui.dialogs.deadline_words import strip_of
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.dialogs.why_dialog import WhyDialog
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.date_workings import DateWorking


class WorkingDialog(WhyDialog):
    """Explains one date. Nothing in it can be changed."""

    DESIGNED_WIDTH = 820
    rule_asked = Signal(UUID, str)
    """The case, and the code of the rule that stands behind the date."""

    def __init__(self, working: DateWorking, parent: QWidget | None = None) -> None:
        rule_button = make_button("The rule behind it…", "calendar-clock")
        super().__init__("How the date came about", rule_button, parent)
        self.working = working
        self.rule_button = rule_button
        self.setAccessibleName(f"Why this date: {working.what}")
        self.body.addWidget(self._fact_card())
        self.body.addStretch(1)
        self.set_frame(self.scroll_area, self.footer)
        self._show_working()
        self.rule_button.clicked.connect(self._on_rule_clicked)
        self.case_button.clicked.connect(self._on_case_clicked)
        self.close_button.setFocus()

    @Slot()
    def _on_case_clicked(self) -> None:
        self.accept()
        self.case_asked.emit(self.working.case_id)

    @Slot()
    def _on_rule_clicked(self) -> None:
        self.accept()
        self.rule_asked.emit(self.working.case_id, self.working.code)

    def _show_working(self) -> None:
        working = self.working
        self.title_label.setText(working.what)
        self.context_label.setText(working.about)
        self.standing_label.set_standing(working.standing, working.standing_words)
        self.show_count(working.sentence, strip_of(working.days))
        self.fact_card.setVisible(bool(working.facts))
        self.rule_button.setVisible(bool(working.code))

    def _fact_card(self) -> Card:
        self.fact_card = Card("The dates")
        self.fact_list = FactList(label_width=110, value_role="strong")
        self.fact_list.set_facts(
            [Fact(one.label, one.words, one.note) for one in self.working.facts]
        )
        self.fact_card.body.addWidget(self.fact_list)
        return self.fact_card
