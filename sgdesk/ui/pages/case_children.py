"""The children of a case, and below them their household and others who matter to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.people import HouseholdMemberDraft
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.ui.dialogs.child_forms import HOUSEHOLD_FORM
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_children_words import child_sections, household_sections
from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.ui.context import AppContext

_NONE = "No child is recorded yet. One notification takes any number of children."
_NOBODY = "Nobody is recorded yet: parents, siblings, and others who matter to the children."


class ChildrenTab(SectionList):
    """`part_asked` carries "child" when a new one is to be added."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(Card("Children", link="Add child", link_icon="plus"), can_remove=True)
        self._context = context
        self._view: CaseView | None = None
        self._members: tuple[Entry[HouseholdMemberDraft], ...] = ()
        self.household = EntryList("Household and others", "Add a person", _NOBODY)
        self.body.setSpacing(current().px(16))
        self.body.insertWidget(1, self.household)
        self.card.link_button.clicked.connect(self._on_add_clicked)
        self.household.add_asked.connect(lambda: self.open_member(None))
        self.household.edit_asked.connect(self.open_member)
        self.household.remove_asked.connect(self._on_member_removed)

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; the household is read anew."""
        self._view = view
        self._members = list_entries(self._context.register, HouseholdMemberDraft, view.case_id)
        self.household.set_sections(household_sections(self._members))
        self.card.link_button.setVisible(bool(view.children))
        if view.children:
            self.set_sections(child_sections(view))
            return
        empty = EmptyState("baby", _NONE, "Add a child…")
        empty.button.clicked.connect(self._on_add_clicked)
        self.show_empty(empty)

    def open_member(self, entry_id: UUID | None) -> None:
        """Open the form of a member of the household, of a new one for None."""
        if self._view is None:
            return
        entry = self._member(entry_id)
        draft = entry.draft if entry else HouseholdMemberDraft()
        setting = FormSetting(about=self._view.reference)
        forms = EntryForms(self._context, self.window())
        forms.open(HOUSEHOLD_FORM, self._view.case_id, entry, draft, setting, step="household")

    @Slot(object)
    def _on_member_removed(self, entry_id: UUID) -> None:
        entry = self._member(entry_id)
        if self._view is None or entry is None:
            return
        remove = partial(remove_entry, self._context.register, self._view.case_id, entry)
        save_asking(self._context, remove, self)

    def _member(self, entry_id: UUID | None) -> Entry[HouseholdMemberDraft] | None:
        return next((one for one in self._members if one.entry_id == entry_id), None)

    def _on_add_clicked(self) -> None:
        self.part_asked.emit("child")
