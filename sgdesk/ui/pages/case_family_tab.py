"""The family of a case: who they are, what they wish, and each contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.records.kept_typing import row_of
from sgdesk.services.entries import remove_entry
from sgdesk.services.family import read_family
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.family_forms import (
    CONTACT_FORM,
    MEMBER_FORM,
    contact_setting,
    member_setting,
)
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.pages.family_words import (
    contact_sections,
    held_sentences,
    member_sections,
    told_marks,
)
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.services.family import Family
    from sgdesk.ui.context import AppContext

DraftT = TypeVar("DraftT")

_NO_MEMBER = "Nobody of the family is recorded yet. Add the people whom the review concerns."
_NO_CONTACT = "No contact is logged yet. The log shows when the family was told, and by whom."
_MEMBER = "member"
CONTACT = "contact"
"""The step that logs a contact."""


class FamilyTab(CaseTab):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._family: Family | None = None
        self.members = EntryList("Family members", "Add a member", _NO_MEMBER)
        self.contacts = EntryList("Contacts", "Log a contact", _NO_CONTACT)
        self.held_line = MessageLine()
        self.told_card = Card("What the family was told")
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; family and log are read anew."""
        self._view = view
        family = self._family = read_family(self._context.register, view.case_id)
        today = self._context.today()
        self.held_line.show_warning("\n".join(held_sentences(family, today)))
        self._show_told(family)
        self.members.set_sections(member_sections(family, today))
        self.contacts.set_sections(contact_sections(family))

    def edit_chosen(self) -> None:
        """Edit the entry that holds the keyboard, else the first member, else add one."""
        member, contact = self.members.focused_section(), self.contacts.focused_section()
        if contact is not None:
            self.open_contact(contact.entry_id)
            return
        first = next((part.section for part in self.members.parts()), None)
        chosen = member or first
        self.open_member(chosen.entry_id if chosen else None)

    def open_step(self, name: str) -> None:
        """Open a "member" or a "contact", with ":" and its id, else a new one."""
        what, row_id = row_of(name)
        if what == CONTACT:
            self.open_contact(row_id)
        elif what == _MEMBER:
            self.open_member(row_id)

    def open_member(self, entry_id: UUID | None) -> None:
        """Open the form of a member, of a new one for None."""
        view, family = self._view, self._family
        if view is None or family is None:
            return
        entry = _entry(family.members, entry_id)
        draft = entry.draft if entry else FamilyMemberDraft()
        setting = member_setting(view.reference)
        step = f"family:{_MEMBER}"
        self._forms().open(MEMBER_FORM, view.case_id, entry, draft, setting, step=step)

    def open_contact(self, entry_id: UUID | None) -> None:
        """Open the form of a contact; a new one is of today and by the officer."""
        view, family = self._view, self._family
        if view is None or family is None:
            return
        entry = _entry(family.contacts, entry_id)
        today, officer = self._context.today(), self._context.register.profile.officer
        draft = (
            entry.draft if entry else FamilyContactDraft(contacted_on=today, contacted_by=officer)
        )
        setting = contact_setting(view.reference, family.members, draft, today)
        step = f"family:{CONTACT}"
        self._forms().open(CONTACT_FORM, view.case_id, entry, draft, setting, step=step)

    @Slot(object)
    def _on_member_removed(self, entry_id: UUID) -> None:
        if self._family is not None:
            self._remove(_entry(self._family.members, entry_id))

    @Slot(object)
    def _on_contact_removed(self, entry_id: UUID) -> None:
        if self._family is not None:
            self._remove(_entry(self._family.contacts, entry_id))

    def _remove(self, entry: Entry[DraftT] | None) -> None:
        if self._view is None or entry is None:
            return
        remove = partial(remove_entry, self._context.register, self._view.case_id, entry)
        save_asking(self._context, remove, self)

    def _forms(self) -> EntryForms:
        return EntryForms(self._context, self.window())

    def _show_told(self, family: Family) -> None:
        clear(self._told)
        for standing, words in told_marks(family):
            self._told.addWidget(StandingLabel(standing, words))

    def _connect(self) -> None:
        self.members.add_asked.connect(lambda: self.open_member(None))
        self.members.edit_asked.connect(self.open_member)
        self.members.remove_asked.connect(self._on_member_removed)
        self.contacts.add_asked.connect(lambda: self.open_contact(None))
        self.contacts.edit_asked.connect(self.open_contact)
        self.contacts.remove_asked.connect(self._on_contact_removed)

    def _build(self) -> None:
        look = current()
        line = QWidget()
        self._told = FlowLayout(line, spacing=look.px(8))
        self.told_card.body.addWidget(line)
        scroll = FormScroll()
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.body.setSpacing(look.px(16))
        for part in (self.held_line, self.told_card, self.members, self.contacts):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)


def _entry(entries: Iterable[Entry[DraftT]], entry_id: UUID | None) -> Entry[DraftT] | None:
    return next((one for one in entries if one.entry_id == entry_id), None)
