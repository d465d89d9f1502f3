"""Asks several agencies at once: whom, for what, and by when, with the working of the date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.dates import long_date
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.services.agency_requests import (
    ask_agencies,
    asked_agencies,
    check_round,
    due_when_asked,
    latest_round,
)
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.settings import list_agencies
from sgdesk.services.value_lists import read_value_list
from sgdesk.ui.dialogs.agency_ticks import AgencyTicks
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import CountBox, SuggestingCombo, TextArea
from sgdesk.ui.dialogs.sections import FormSection
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.ui.context import AppContext

_MOST_ROUNDS = 99
_SET_THE_DATE = frozenset({"purpose", "round", "asked_on", "due_on"})


@dataclass(frozen=True, slots=True)
class AskDraft:
    """What all of `agency_ids` are asked."""

    agency_ids: tuple[UUID, ...]
    request: AgencyRequestDraft
    is_fair: bool
    """Whether those added late get a date of their own."""


class AskAgenciesDialog(EditDialog[AskDraft]):
    """Stores the requests of one round; `about` is the line under the title."""

    DESIGNED_WIDTH = 820

    def __init__(
        self, context: AppContext, case_id: UUID, about: str, parent: QWidget | None = None
    ) -> None:
        self._context = context
        self._case_id = case_id
        super().__init__(
            context, Heading("Ask agencies", "Ask agencies", about), self._store, parent
        )
        register = context.register
        active = [row for row in list_agencies(register) if row.draft.is_active]
        self.ticks = AgencyTicks(active)
        self.purpose_combo = SuggestingCombo(
            read_value_list(register, ValueListKey.REQUEST_PURPOSES)
        )
        self.round_box = CountBox(_MOST_ROUNDS)
        self.asked_field = make_date_field(context)
        self.route_combo = SuggestingCombo(("", *read_value_list(register, ValueListKey.ROUTES)))
        self.due_label = make_label("", wraps=True)
        self.fair_check = QCheckBox("Give those added late their fair time")
        self.due_field = make_date_field(context)
        self.reason_edit = TextArea(2)
        self._build_form()
        self._fill()
        self.start()

    def draft(self) -> AskDraft:
        request = AgencyRequestDraft(
            purpose=self.purpose_combo.currentText(),
            round=self.round_box.value(),
            asked_on=self.asked_field.value(),
            route=self.route_combo.currentText(),
            due_on=self.due_field.value(),
            due_reason=self.reason_edit.toPlainText(),
        )
        return AskDraft(self.ticks.value(), request, self.fair_check.isChecked())

    def check(self, draft: AskDraft) -> list[Problem]:
        register, today = self._context.register, self._context.today()
        return check_round(register, self._case_id, draft.agency_ids, draft.request, today=today)

    def edited(self, name: str) -> None:
        if name == "purpose":
            self._show_round()
        if name in ("purpose", "round"):
            self._show_asked()
        if name in _SET_THE_DATE:
            self._show_due()

    def _store(self, draft: AskDraft) -> None:
        context = self._context
        changes = ask_agencies(
            context.register,
            self._case_id,
            draft.agency_ids,
            draft.request,
            today=context.today(),
            is_fair=draft.is_fair,
        )
        context.apply(changes)

    def _fill(self) -> None:
        self.purpose_combo.setCurrentText(AgencyRequestDraft().purpose)
        self.asked_field.set_value(self._context.today())
        self.route_combo.setCurrentText(self._last_route())
        self.fair_check.setChecked(True)
        self._show_round()
        self._show_asked()
        self._show_due()

    def _last_route(self) -> str:
        """Return how the last request of this case went out, which the next is likely to do."""
        today = self._context.today()
        rows = list_requests(self._context.register, self._case_id, today=today)
        routes = [row.request.route for row in rows if row.request.route]
        return routes[-1] if routes else ""

    def _show_round(self) -> None:
        """Go on with the last round of this purpose: that is where agencies are added late."""
        held = latest_round(self._context.register, self._case_id, self.purpose_combo.currentText())
        self.round_box.setValue(max(held, 1))
        words = f"Round {held} went out already. For all over again choose {held + 1}."
        self.set_hint("round", words if held else "The first round.")

    def _show_asked(self) -> None:
        purpose, number = self.purpose_combo.currentText(), self.round_box.value()
        self.ticks.set_asked(asked_agencies(self._context.register, self._case_id, purpose, number))

    def _show_due(self) -> None:
        draft = self.draft().request
        register, today = self._context.register, self._context.today()
        plain = replace(draft, due_on=None)
        due = due_when_asked(register, self._case_id, plain, today=today)
        own = f"Due {long_date(draft.due_on)}, a date of their own. " if draft.due_on else ""
        self.due_label.setText(f"{own}{'Otherwise: ' if own else ''}{due.words}")
        self.fair_check.setVisible(due.is_fair and not draft.due_on)

    def _build_form(self) -> None:
        whom = FormSection("Whom")
        whom.add_line(self.add_field("agency_ids", "Agencies", self.ticks))
        what = FormSection("What for")
        what.add_line(
            self.add_field("purpose", "What for", self.purpose_combo),
            self.add_field("round", "Round", self.round_box),
            least=(240, 200),
        )
        what.add_line(
            self.add_field("asked_on", "Asked on", self.asked_field),
            self.add_field("route", "Sent by", self.route_combo),
            least=(240, 200),
        )
        when = FormSection("When they are due")
        when.add_widget(self.due_label)
        when.add_widget(self.fair_check)
        when.add_line(
            self.add_field("due_on", "Own date", self.due_field),
            self.add_field("due_reason", "Reason", self.reason_edit),
            least=(240, 240),
        )
        self.set_hint("due_on", "Only if another date than this is to hold.")
        for section in (whom, what, when):
            self.form.addWidget(section)
