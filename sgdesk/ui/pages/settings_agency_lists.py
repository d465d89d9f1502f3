"""Further contacts and former names of an agency: added and edited, never removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.partnerships import AgencyContactDraft, FormerNameDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.agency_directory import (
    check_contact,
    check_earlier_name,
    save_contact,
    save_earlier_name,
)
from sgdesk.ui.dialogs.agency_forms import CONTACT_FORM, FORMER_NAME_FORM
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_sections import Section
from sgdesk.ui.pages.section_card import SectionCard
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sgdesk.records.entries import Entry
    from sgdesk.records.settings import AgencyRow
    from sgdesk.ui.context import AppContext

DraftT = TypeVar("DraftT")

_CONTACT, _NAME = "contact", "name"
_NO_CONTACT = "Only the contact above is known: a deputy or a report author can be added."
_NO_NAME = "No former name is known."


class AgencyLists(QWidget):
    """Both cards. Hidden while the agency is a new one, which has to be saved first."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._row: AgencyRow | None = None
        self.contacts = SectionCard("Further contacts", link="Add a contact", link_icon="plus")
        self.names = SectionCard("Former names", link="Add a former name", link_icon="plus")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(current().px(12))
        box.addWidget(self.contacts)
        box.addWidget(self.names)
        self._connect()
        self.hide()

    def show_agency(self, row: AgencyRow | None) -> None:
        """Show what is held of `row`, or nothing for None."""
        self._row = row
        self.setVisible(row is not None)
        if row is not None:
            _fill(self.contacts, list(map(_contact_section, row.contacts)), _NO_CONTACT)
            _fill(self.names, list(map(_name_section, row.former_names)), _NO_NAME)

    def open_again(self, what: str, entry_id: UUID | None) -> None:
        """Open the form of a "contact" or an earlier "name"; of a new one for None."""
        row = self._row
        if row is None:
            return
        if what == _CONTACT:
            self._open_contact(_with_id(row.contacts, entry_id))
        else:
            self._open_name(_with_id(row.former_names, entry_id))

    def _connect(self) -> None:
        self.contacts.link_button.clicked.connect(self._on_contact_added)
        self.contacts.edit_asked.connect(self._on_contact_edited)
        self.names.link_button.clicked.connect(self._on_name_added)
        self.names.edit_asked.connect(self._on_name_edited)

    @Slot()
    def _on_contact_added(self) -> None:
        self._open_contact(None)

    @Slot(object)
    def _on_contact_edited(self, section: Section) -> None:
        held = self._row.contacts if self._row else ()
        self._open_contact(next(one for one in held if one.entry_id == section.entry_id))

    @Slot()
    def _on_name_added(self) -> None:
        self._open_name(None)

    @Slot(object)
    def _on_name_edited(self, section: Section) -> None:
        held = self._row.former_names if self._row else ()
        self._open_name(next(one for one in held if one.entry_id == section.entry_id))

    def _open_contact(self, entry: Entry[AgencyContactDraft] | None) -> None:
        if self._row is not None:
            setting = self._setting(partial(check_contact, today=self._context.today()))
            draft = entry.draft if entry else AgencyContactDraft()
            forms = EntryForms(self._context, self.window(), save_contact)
            dialog = forms.open(CONTACT_FORM, self._row.agency_id, entry, draft, setting)
            dialog.kept_as = self._place(_CONTACT, entry)

    def _open_name(self, entry: Entry[FormerNameDraft] | None) -> None:
        if self._row is not None:
            context, key = self._context, self._row.agency_id
            check = partial(check_earlier_name, context.register, key, entry, today=context.today())
            draft = entry.draft if entry else FormerNameDraft()
            forms = EntryForms(context, self.window(), save_earlier_name)
            dialog = forms.open(FORMER_NAME_FORM, key, entry, draft, self._setting(check))
            dialog.kept_as = self._place(_NAME, entry)

    def _place(self, what: str, entry: Entry[Any] | None) -> FormPlace:
        agency, own = self._row.agency_id if self._row else "", entry.entry_id if entry else ""
        return FormPlace("settings", f"Agencies:{agency}:{what}:{own}", is_new=entry is None)

    def _setting(self, check: Any) -> FormSetting:
        return FormSetting(about=self._row.draft.name if self._row else "", check=check)


def _with_id(entries: Iterable[Entry[DraftT]], entry_id: UUID | None) -> Entry[DraftT] | None:
    return next((one for one in entries if one.entry_id == entry_id), None)


def _fill(card: SectionCard, sections: Sequence[Section], empty: str) -> None:
    card.set_sections(sections)
    if not sections:
        card.show_instead(make_label(empty, "muted", wraps=True))


def _contact_section(entry: Entry[AgencyContactDraft]) -> Section:
    draft = entry.draft
    reach = [Fact("Email", draft.email)] if draft.email else []
    reach += [Fact("Phone", draft.phone)] if draft.phone else []
    left = [Fact("Left", long_date(draft.left_on))] if draft.left_on else []
    title = ", ".join(part for part in (draft.name, draft.role) if part)
    facts = (*reach, *left) or (Fact("How to reach", ""),)
    return Section(title, tuple(facts), "contact", entry_id=entry.entry_id)


def _name_section(entry: Entry[FormerNameDraft]) -> Section:
    until = long_date(entry.draft.until_on) if entry.draft.until_on else ""
    facts = (Fact("Until", until),)
    return Section(entry.draft.name, facts, "former_name", entry_id=entry.entry_id)
