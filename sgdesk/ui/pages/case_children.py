"""The children of a case: each a section, with adding and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_sections import child_sections
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView

_NONE = "No child is recorded yet. One notification takes any number of children."


class ChildrenTab(SectionList):
    """`part_asked` carries "child" when a new one is to be added."""

    def __init__(self) -> None:
        super().__init__(Card("Children", link="Add child", link_icon="plus"), can_remove=True)
        self.card.link_button.clicked.connect(self._on_add_clicked)

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before."""
        self.card.link_button.setVisible(bool(view.children))
        if view.children:
            self.set_sections(child_sections(view))
            return
        empty = EmptyState("baby", _NONE, "Add a child…")
        empty.button.clicked.connect(self._on_add_clicked)
        self.show_empty(empty)

    def _on_add_clicked(self) -> None:
        self.part_asked.emit("child")
