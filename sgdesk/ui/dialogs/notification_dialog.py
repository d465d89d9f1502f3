"""The dialog for a serious incident notification or a death that must be notified."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import rules_for
from sgdesk.domain.notifications import (
    KIND_WORDS,
    NotificationDraft,
    NotificationKind,
    check_notification,
)
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import ChoiceCombo, TextArea
from sgdesk.ui.dialogs.rule_clocks import RuleClock
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_KIND_HINTS = {
    NotificationKind.SERIOUS_INCIDENT: "A Rapid Review follows.",
    NotificationKind.LOOKED_AFTER_DEATH: "Starts no Rapid Review.",
    NotificationKind.CARE_LEAVER_DEATH: "Starts no Rapid Review.",
}


class NotificationDialog(EditDialog[NotificationDraft]):
    """Edits the notification of a case and counts the working days as dates are typed."""

    def __init__(
        self,
        context: AppContext,
        view: CaseView,
        save: Callable[[NotificationDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._base = view.notification or NotificationDraft()
        heading = Heading("Edit notification", "Notification", _context_line(view))
        super().__init__(heading, save, parent)
        self._build_form()
        self._fill(self._base)
        self.start()

    def draft(self) -> NotificationDraft:
        return replace(
            self._base,
            kind=self.kind_combo.value(),
            notified_on=self.notified_field.value(),
            receipt=self.receipt_edit.text(),
            partners_told_on=self.partners_field.value(),
            copy_received_on=self.copy_field.value(),
            withdrawn_on=self.withdrawn_field.value(),
            withdrawn_reason=self.reason_edit.toPlainText(),
        )

    def check(self, draft: NotificationDraft) -> list[Problem]:
        return check_notification(
            draft, aware_on=self._view.draft.aware_on, today=self._context.today()
        )

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _clock(self, completed_by: CaseDate) -> RuleClock:
        """Return the clock from the aware date that `completed_by` stops, for the chosen type."""
        rules = rules_for(self._view.edition, self.kind_combo.value())
        found = (
            rule
            for rule in rules
            if rule.trigger is CaseDate.AWARE and rule.completed_by is completed_by
        )
        return RuleClock(self._context.register, next(found, None), self._view.draft.aware_on)

    def _notify_by(self) -> date | None:
        return self._clock(CaseDate.NOTIFIED).due

    def _renew_notes(self) -> None:
        notify, tell = self._clock(CaseDate.NOTIFIED), self._clock(CaseDate.PARTNERS_TOLD)
        self.set_hint("kind", _KIND_HINTS[self.kind_combo.value()])
        self.set_hint("notified_on", _note(notify, self.notified_field.value()))
        self.set_hint("partners_told_on", _note(tell, self.partners_field.value()))

    def _build_form(self) -> None:
        self.kind_combo = ChoiceCombo(KIND_WORDS)
        self.receipt_edit = QLineEdit()
        self.notified_field = make_date_field(self._context, self._notify_by, "Notify by")
        self.partners_field = make_date_field(self._context)
        self.copy_field = make_date_field(self._context)
        self.withdrawn_field = make_date_field(self._context)
        self.reason_edit = TextArea(3)
        add = self.add_field
        sent = FormSection("What was sent")
        sent.add_line(add("kind", "Type", self.kind_combo))
        sent.add_line(
            add("notified_on", "Notified date", self.notified_field),
            add("receipt", "Receipt number", self.receipt_edit),
        )
        told = FormSection("Who was told")
        told.add_line(
            add("partners_told_on", "Partners told", self.partners_field),
            add("copy_received_on", "Copy received", self.copy_field),
        )
        withdrawn = FormSection("If it was withdrawn")
        withdrawn.add_line(
            add("withdrawn_on", "Withdrawn date", self.withdrawn_field),
            add("withdrawn_reason", "Reason", self.reason_edit),
            stretches=(1, 2),
        )
        self.set_hint("copy_received_on", "The day the business unit got its copy.")
        for section in (sent, told, withdrawn):
            self.form.addWidget(section)

    def _fill(self, draft: NotificationDraft) -> None:
        self.kind_combo.set_value(draft.kind)
        self.notified_field.set_value(draft.notified_on)
        self.receipt_edit.setText(draft.receipt)
        self.partners_field.set_value(draft.partners_told_on)
        self.copy_field.set_value(draft.copy_received_on)
        self.withdrawn_field.set_value(draft.withdrawn_on)
        self.reason_edit.setPlainText(draft.withdrawn_reason)
        self._renew_notes()


def _context_line(view: CaseView) -> str:
    aware_on = view.draft.aware_on
    aware = f"aware {long_date(aware_on)}" if aware_on else "aware date missing: days not counted"
    return f"{view.reference} · {aware} · {view.edition.label}"


def _note(clock: RuleClock, day: date | None) -> str:
    """Return "2 of 5 working days; due …" while there is a day, else the due date alone."""
    if clock.due is None:
        return ""
    counted = clock.note(day)
    due = f"due {long_date(clock.due)}"
    if not counted:
        return f"{due[:1].upper()}{due[1:]}"
    is_late = day is not None and day > clock.due
    return counted if is_late else f"{counted}; {due}"
