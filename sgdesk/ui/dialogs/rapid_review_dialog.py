"""The dialog for the Rapid Review: requests, meeting, sign-off, decision, sending, the Panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.rapid_reviews import (
    DECISION_WORDS,
    PANEL_VIEW_WORDS,
    RapidReviewDraft,
    check_rapid_review,
)
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.editors import ChoiceCombo, SuggestingCombo, TextArea
from sgdesk.ui.dialogs.rule_clocks import rule_clock
from sgdesk.ui.dialogs.sections import FormSection
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.widgets.date_field import DateField
    from sgdesk.ui.widgets.fields import FieldRow

_CHAIRS = (
    "Independent scrutineer",
    "Local authority",
    "Health",
    "Police",
)
_SIGNATURES = (
    ("authority_signed_on", "Local authority", "Sign-off, local authority"),
    ("health_signed_on", "Health", "Sign-off, health"),
    ("police_signed_on", "Police", "Sign-off, police"),
)
_NUMBERED = (
    "last_return_on",
    "meeting_on",
    *(name for name, _, _ in _SIGNATURES),
    "decided_on",
    "sent_on",
)
"""Fields under which the day's number inside the 15 stands."""


class RapidReviewDialog(EditDialog[RapidReviewDraft]):
    """Edits the Rapid Review of a case; every date says which of the 15 days it is."""

    DESIGNED_WIDTH = 1000

    def __init__(
        self,
        context: AppContext,
        view: CaseView,
        save: Callable[[RapidReviewDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._notified_on = view.notification.notified_on if view.notification else None
        self._clock = rule_clock(context.register, view.edition, "RR-15", self._notified_on)
        self._edition = view.edition
        self._base = view.rapid_review or RapidReviewDraft()
        self.date_fields: dict[str, DateField] = {}
        context_line = _context_line(view.reference, self._notified_on, self._clock.due, context)
        super().__init__(Heading("Edit Rapid Review", "Rapid Review", context_line), save, parent)
        self._build_form()
        self._fill(self._base)
        self.start()
        self.go_to("meeting_on")

    def draft(self) -> RapidReviewDraft:
        days: dict[str, Any] = {name: one.value() for name, one in self.date_fields.items()}
        return replace(
            self._base,
            **days,
            meeting_time=self.time_edit.text(),
            chair=self.chair_combo.currentText(),
            decision=self.decision_combo.value(),
            reasons=self.reasons_edit.toPlainText(),
            late_reason=self.late_edit.toPlainText(),
            panel_view=self.panel_combo.value(),
        )

    def check(self, draft: RapidReviewDraft) -> list[Problem]:
        return check_rapid_review(
            draft,
            notified_on=self._notified_on,
            due_on=self._clock.due,
            today=self._context.today(),
        )

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _renew_notes(self) -> None:
        for name in _NUMBERED:
            self.set_hint(name, self._clock.note(self.date_fields[name].value()))
        reply = rule_clock(
            self._context.register, self._edition, "PANEL-RESP", self.date_fields["sent_on"].value()
        )
        expected = f"Expected by {long_date(reply.due)}" if reply.due else ""
        self.set_hint("panel_replied_on", expected)

    def _build_form(self) -> None:
        self.time_edit = QLineEdit()
        self.chair_combo = SuggestingCombo(_CHAIRS)
        self.decision_combo = ChoiceCombo(DECISION_WORDS)
        self.reasons_edit = TextArea(5)
        self.late_edit = TextArea(3)
        self.panel_combo = ChoiceCombo(PANEL_VIEW_WORDS)
        columns = SideBySide(gap=32)
        columns.add(
            _column(self._meeting(), self._sign_off(), self._decision()), stretch=3, least=520
        )
        columns.add(_column(self._requests(), self._sending(), self._panel()), stretch=2, least=330)
        self.form.addWidget(columns)

    def _meeting(self) -> FormSection:
        section = FormSection("Meeting")
        section.add_line(
            self._date("meeting_on", "Meeting date"),
            self.add_field("meeting_time", "Time", self.time_edit),
            self.add_field("chair", "Chair", self.chair_combo),
            stretches=(3, 1, 4),
            least=(150, 60, 150),
        )
        return section

    def _sign_off(self) -> FormSection:
        section = FormSection("Partners’ sign-off")
        section.add_line(
            *(
                self._date(name, partner, full_title=full_title)
                for name, partner, full_title in _SIGNATURES
            )
        )
        return section

    def _decision(self) -> FormSection:
        section = FormSection("Decision")
        section.add_line(
            self.add_field("decision", "Decision", self.decision_combo),
            self._date("decided_on", "Decision date"),
            stretches=(3, 2),
        )
        section.add_line(self.add_field("reasons", "Reasons", self.reasons_edit))
        return section

    def _requests(self) -> FormSection:
        section = FormSection("Agency requests")
        section.add_line(
            self._date("first_request_on", "First request"),
            self._date("last_return_on", "Last return"),
        )
        return section

    def _sending(self) -> FormSection:
        section = FormSection("Sending")
        section.add_line(self._date("sent_on", "Sent to the Panel"))
        section.add_line(self.add_field("late_reason", "Reason for lateness", self.late_edit))
        return section

    def _panel(self) -> FormSection:
        section = FormSection("The Panel’s view")
        section.add_line(self.add_field("panel_view", "View", self.panel_combo))
        section.add_line(self._date("panel_replied_on", "Panel's reply"))
        return section

    def _date(self, name: str, title: str, *, full_title: str = "") -> FieldRow:
        field = make_date_field(self._context, lambda: self._clock.due, "Day 15")
        self.date_fields[name] = field
        return self.add_field(name, title, field, full_title=full_title)

    def _fill(self, draft: RapidReviewDraft) -> None:
        for name, field in self.date_fields.items():
            field.set_value(getattr(draft, name))
        self.time_edit.setText(draft.meeting_time)
        self.chair_combo.setCurrentText(draft.chair)
        self.decision_combo.set_value(draft.decision)
        self.reasons_edit.setPlainText(draft.reasons)
        self.late_edit.setPlainText(draft.late_reason)
        self.panel_combo.set_value(draft.panel_view)
        self._renew_notes()


def _column(*sections: QWidget) -> QWidget:
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current().px(20))
    for section in sections:
        box.addWidget(section)
    box.addStretch(1)
    return column


def _context_line(
    reference: str, notified_on: date | None, due: date | None, context: AppContext
) -> str:
    parts = [reference]
    parts.append(
        f"notified {long_date(notified_on)}"
        if notified_on
        else "notified date missing: days not counted"
    )
    if due is not None:
        parts.append(f"day 15 is {day_and_month(due)}")
    parts.append(f"today is {long_date(context.today())}")
    return " · ".join(parts)
