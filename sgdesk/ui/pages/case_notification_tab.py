"""The notification of a case: what was sent, who is told, and the copy-out sheet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.notifications import NotificationDraft, RecipientDraft
from sgdesk.errors import UserError
from sgdesk.records.kept_typing import row_of
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.recipients import save_recipient
from sgdesk.services.reviews import save_notification
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.dialogs.notification_forms import (
    INCIDENT_FORM,
    NOTIFICATION_FORM,
    RECIPIENT_FORM,
    incident_setting,
    notification_setting,
)
from sgdesk.ui.dialogs.part_dialogs import PartForms
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_notification_words import (
    INCIDENT,
    left_to_tell,
    notification_sections,
    recipient_sections,
)
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.pages.section_card import SectionCard
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section

_NONE = "No notification is recorded yet. Its date starts the 15 working days."
_NOBODY = "Nobody is on the list yet. It shows who was told of the notification, when and how."
_COPY_OUT = "Copy-out sheet…"
_RECIPIENT = "recipient"
"""The step that opens one who is told."""


class NotificationTab(CaseTab):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._entries: tuple[Entry[RecipientDraft], ...] = ()
        self.card = SectionCard("Notification", link=_COPY_OUT, link_icon="copy")
        self.left_card = Card("Still to be told", note="press one when it is done")
        self.recipients = EntryList("Who is told", "Add a recipient", _NOBODY)
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; the recipients are read anew."""
        self._view = view
        self._entries = list_entries(self._context.register, RecipientDraft, view.case_id)
        if view.notification is not None:
            self.card.set_sections(notification_sections(view, view.notification, self._entries))
        else:
            empty = EmptyState("send", _NONE, "Record the notification…")
            empty.button.clicked.connect(lambda: self.open_step(""))
            self.card.show_instead(empty)
        self._show_left(left_to_tell(view, self._entries))
        self.recipients.set_sections(recipient_sections(self._entries))

    def edit_chosen(self) -> None:
        """Edit what holds the keyboard, else the notification."""
        recipient = self.recipients.focused_section()
        if recipient is not None:
            self.open_recipient(recipient.entry_id)
            return
        section = self.card.focused_section()
        if section is not None:
            self._on_edit_asked(section)
        else:
            self.open_step("")

    def open_step(self, name: str) -> None:
        """Open the form of the notification, of the "incident", or of a "recipient:" by its id."""
        what, row_id = row_of(name)
        if what == _RECIPIENT:
            self.open_recipient(row_id)
        else:
            self.open_form(name)

    def open_form(self, name: str, field: str = "") -> None:
        """Open the form `name`: "incident", or that of the notification."""
        view, context = self._view, self._context
        if view is None:
            return
        forms = PartForms(context, self.window(), view.case_id, self._held, save_notification)
        form, setting = (
            (INCIDENT_FORM, incident_setting(context, view))
            if name == INCIDENT
            else (NOTIFICATION_FORM, notification_setting(context, view))
        )
        try:
            forms.open(form, setting, field, step=f"notification:{name}")
        except UserError as error:
            context.report(error)

    def open_recipient(self, entry_id: UUID | None, *, told: str = "") -> None:
        """Open the form of a recipient, a new one for None; `told` today if it names one."""
        view = self._view
        if view is None:
            return
        entry = next((one for one in self._entries if one.entry_id == entry_id), None)
        draft = entry.draft if entry else RecipientDraft(recipient=told)
        if told or entry is None:
            officer = self._context.register.profile.officer
            draft = replace(draft, told_on=self._context.today(), told_by=draft.told_by or officer)
        forms = EntryForms(self._context, self.window(), save_recipient)
        setting = FormSetting(about=view.reference)
        step = f"notification:{_RECIPIENT}"
        forms.open(RECIPIENT_FORM, view.case_id, entry, draft, setting, step=step)

    def _held(self) -> NotificationDraft:
        if self._view is None:
            return NotificationDraft()
        context = self._context
        view = get_case(context.register, self._view.case_id, today=context.today())
        return view.notification or NotificationDraft()

    @Slot()
    def _on_copy_out_clicked(self) -> None:
        from sgdesk.ui.dialogs.copy_out_dialog import CopyOutDialog  # noqa: PLC0415 - seldom opened

        if self._view is None:
            return
        try:
            dialog = CopyOutDialog(self._context, self._view.case_id, self.window())
        except UserError as error:
            self._context.report(error)
            return
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_edit_asked(self, section: Section) -> None:
        self.open_form(section.dialog, section.field)

    @Slot(object)
    def _on_remove_asked(self, entry_id: UUID) -> None:
        entry = next((one for one in self._entries if one.entry_id == entry_id), None)
        if self._view is None or entry is None:
            return
        remove = partial(remove_entry, self._context.register, self._view.case_id, entry)
        save_asking(self._context, remove, self)

    def _show_left(self, names: tuple[str, ...]) -> None:
        clear(self._left)
        self.left_card.setVisible(bool(names))
        for name in names:
            button = make_button(name, "circle-alert")
            button.setAccessibleName(f"{name}: record that it was told")
            button.clicked.connect(lambda _=False, one=name: self._ask_recipient(one))
            self._left.addWidget(button)

    def _ask_recipient(self, name: str) -> None:
        """Open the entry that waits for its day, or a new one."""
        waiting = (
            one
            for one in self._entries
            if one.draft.told_on is None and one.draft.recipient.casefold() == name.casefold()
        )
        entry = next(waiting, None)
        self.open_recipient(entry.entry_id if entry else None, told=name)

    def _connect(self) -> None:
        self.card.edit_asked.connect(self._on_edit_asked)
        self.card.why_asked.connect(self.why_asked)
        self.card.link_button.clicked.connect(self._on_copy_out_clicked)
        self.recipients.add_asked.connect(lambda: self.open_recipient(None))
        self.recipients.edit_asked.connect(self.open_recipient)
        self.recipients.remove_asked.connect(self._on_remove_asked)

    def _build(self) -> None:
        look = current()
        line = QWidget()
        self._left = FlowLayout(line, spacing=look.px(8))
        self.left_card.body.addWidget(line)
        scroll = FormScroll()
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.body.setSpacing(look.px(16))
        for part in (self.left_card, self.card, self.recipients):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
