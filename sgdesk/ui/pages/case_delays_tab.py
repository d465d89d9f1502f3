"""Proceedings and delay of a case: why it waits, who agreed, who looks again when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.domain.delays import DelayDraft
from sgdesk.records.kept_typing import FormPlace, row_of
from sgdesk.services.delays import end_delay
from sgdesk.services.entries import list_entries, remove_entry
from sgdesk.services.review_letters import delay_letter, log_delay_letter
from sgdesk.ui.dialogs.delay_forms import DELAY_FORM, LOOK_FORM, delay_setting
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.delay_words import END, LOOK, delay_sections, in_order, register_note
from sgdesk.ui.pages.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.letters import Letter
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section

_NONE = (
    "Nothing holds the review up. Record a trial, an inquest or another cause of delay, who "
    "agreed to it, and when somebody looks again: what is late then reads “late, agreed”."
)
_ENTRY, _LOOK_AGAIN, _LETTER = "entry", "again", "letter"
"""Steps that open a form."""
_FORMS = {_ENTRY: DELAY_FORM, _LOOK_AGAIN: LOOK_FORM}


class DelaysTab(CaseTab):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._delays: tuple[Entry[DelayDraft], ...] = ()
        self.list = EntryList("Proceedings and delay", "Add an entry", _NONE)
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; the register is read anew."""
        context = self._context
        self._view = view
        delays = list_entries(context.register, DelayDraft, view.case_id)
        self._delays = in_order(delays)
        self.list.set_note(register_note(self._delays))
        self.list.set_sections(
            delay_sections(
                self._delays,
                view.edition,
                today=context.today(),
                calendar=context.register.calendar,
            )
        )

    def edit_chosen(self) -> None:
        """Edit the entry that holds the keyboard, else the first; record one if there is none."""
        section = self.list.focused_section()
        first = self._delays[0].entry_id if self._delays else None
        self._open(section.entry_id if section else first)

    def open_step(self, name: str) -> None:
        """Put the keyboard on what the first entry asks for; show the tab where there is none.

        "entry:", "again:" and "letter:" with the id of one open a form of it.
        """
        what, row_id = row_of(name)
        if what in _FORMS:
            self._open(row_id, what)
            return
        entry = self._entry(row_id)
        if what == _LETTER and entry is not None and self._view is not None:
            self._write(self._view, entry)
            return
        for part in self.list.parts()[:1]:
            button = part.act_buttons.get(name or LOOK, part.edit_button)
            button.setFocus()
            self._scroll.ensureWidgetVisible(button)

    def _open(self, entry_id: UUID | None, what: str = _ENTRY) -> None:
        view = self._view
        if view is None:
            return
        entry = self._entry(entry_id)
        draft = entry.draft if entry else DelayDraft()
        setting = delay_setting(view.reference, view.edition, self._context.today())
        forms = EntryForms(self._context, self.window())
        forms.open(_FORMS[what], view.case_id, entry, draft, setting, step=f"delays:{what}")

    @Slot(object, str)
    def _on_act(self, section: Section, key: str) -> None:
        entry = self._entry(section.entry_id)
        if entry is None or self._view is None:
            return
        if key == LOOK:
            self._open(entry.entry_id, _LOOK_AGAIN)
        elif key == END:
            context, case_id = self._context, self._view.case_id
            self._apply(lambda: end_delay(context.register, case_id, entry, today=context.today()))
        else:
            self._write(self._view, entry)

    def _write(self, view: CaseView, entry: Entry[DelayDraft]) -> None:
        context = self._context

        def logged(_sent: Letter, _route: str) -> None:
            today = context.today()
            context.apply(log_delay_letter(context.register, view.case_id, entry, today=today))

        letter = delay_letter(context.register, view, entry.draft)
        dialog = LetterDialog(context, letter, logged, self.window())
        dialog.kept_as = FormPlace("cases", f"delays:letter:{entry.entry_id}", view.case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_removed(self, entry_id: UUID) -> None:
        entry, view = self._entry(entry_id), self._view
        if entry is not None and view is not None:
            self._apply(lambda: remove_entry(self._context.register, view.case_id, entry))

    def _apply(self, change: Callable[[], Changes]) -> None:
        save_asking(self._context, change, self)

    def _entry(self, entry_id: UUID | None) -> Entry[DelayDraft] | None:
        return next((one for one in self._delays if one.entry_id == entry_id), None)

    def _connect(self) -> None:
        self.list.add_asked.connect(lambda: self._open(None))
        self.list.edit_asked.connect(self._open)
        self.list.remove_asked.connect(self._on_removed)
        self.list.act_asked.connect(self._on_act)

    def _build(self) -> None:
        self._scroll = FormScroll()
        self._scroll.body.setContentsMargins(0, 0, 0, 0)
        self._scroll.body.addWidget(self.list)
        self._scroll.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)
