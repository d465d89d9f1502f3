"""A met deadline that keeps its result, and the way to have it judged by what is recorded now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.confirm_line import ConfirmLine

if TYPE_CHECKING:
    from sgdesk.ui.dialogs.fact_list import Fact

_QUESTION = (
    "Let go of this result, and judge the deadline by what is recorded now? The history keeps the "
    "result, and Undo brings it back."
)
_YES = "Judge it anew"


class KeptResultCard(Card):
    """Hidden while no result is kept."""

    judging_asked = Signal()
    """The officer confirmed that the result may go."""

    def __init__(self) -> None:
        super().__init__("A result that stays", link="Judge it anew…", link_icon="gavel")
        self.fact_list = FactList(label_width=110)
        self.confirm_line = ConfirmLine()
        self.body.addWidget(self.fact_list)
        self.body.addWidget(self.confirm_line)
        self.link_button.clicked.connect(self._on_asked)
        self.confirm_line.confirmed.connect(self._on_confirmed)

    def show_facts(self, facts: list[Fact]) -> None:
        """Show how it was judged; nothing where there is nothing to show."""
        self.fact_list.set_facts(facts)
        self.confirm_line.put_away()
        self.setVisible(bool(facts))

    @Slot()
    def _on_asked(self) -> None:
        self.confirm_line.ask(_QUESTION, _YES, None)

    @Slot()
    def _on_confirmed(self) -> None:
        self.judging_asked.emit()
