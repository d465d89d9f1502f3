"""The dialog for a local review: the six months, monitoring, delay and pause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.local_reviews import LocalReviewDraft, check_local_review
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.edit_dialog import EditDialog, Heading
from sgdesk.ui.dialogs.rule_clocks import last_working_day_to, rule_clock
from sgdesk.ui.dialogs.sections import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.widgets.date_field import DateField
    from sgdesk.ui.widgets.fields import FieldRow


class LocalReviewDialog(EditDialog[LocalReviewDraft]):
    """Edits the local review of a case and shows where its six months end."""

    DESIGNED_WIDTH = 760

    def __init__(
        self,
        context: AppContext,
        view: CaseView,
        save: Callable[[LocalReviewDraft], None],
        parent: QWidget | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._base = view.local_review or LocalReviewDraft()
        self.date_fields: dict[str, DateField] = {}
        heading = Heading("Edit local review", "Local review", _context_line(view))
        super().__init__(heading, save, parent)
        self._build_form()
        self._fill(self._base)
        self.start()

    def draft(self) -> LocalReviewDraft:
        days: dict[str, Any] = {name: one.value() for name, one in self.date_fields.items()}
        return replace(self._base, **days, reviewer=self.reviewer_edit.text())

    def check(self, draft: LocalReviewDraft) -> list[Problem]:
        return check_local_review(draft, today=self._context.today())

    def edited(self, _name: str) -> None:
        self._renew_notes()

    def _due(self, code: str, trigger_on: date | None) -> date | None:
        return rule_clock(self._context.register, self._view.edition, code, trigger_on).due

    def _six_months(self) -> date | None:
        return self._due("LR-6M", self.date_fields["initiated_on"].value())

    def _renew_notes(self) -> None:
        days = {name: field.value() for name, field in self.date_fields.items()}
        end = self._six_months()
        self.set_hint("initiated_on", _six_months_note(end, self._context))
        self.set_hint("forecast_on", _forecast_note(days["forecast_on"], end))
        rapid = self._view.rapid_review
        tell = self._due("LR-TELL", rapid.decided_on if rapid else None)
        self.set_hint("decision_told_on", f"Due {long_date(tell)}" if tell else "")

    def _build_form(self) -> None:
        self.reviewer_edit = QLineEdit()
        review = FormSection("The review")
        review.add_line(
            self._date("initiated_on", "Decision to initiate"),
            self.add_field("reviewer", "Reviewer", self.reviewer_edit),
        )
        review.add_line(
            self._date("decision_told_on", "Decision told"),
            self._date("forecast_on", "Forecast of publication", full_title="Forecast"),
        )
        self.form.addWidget(review)

    def _date(self, name: str, title: str, *, full_title: str = "") -> FieldRow:
        field = make_date_field(self._context, self._six_months, "Six months")
        self.date_fields[name] = field
        return self.add_field(name, title, field, full_title=full_title)

    def _fill(self, draft: LocalReviewDraft) -> None:
        for name, field in self.date_fields.items():
            field.set_value(getattr(draft, name))
        self.reviewer_edit.setText(draft.reviewer)
        self._renew_notes()


def _context_line(view: CaseView) -> str:
    rapid = view.rapid_review
    decided_on = rapid.decided_on if rapid else None
    decided = f"decided {long_date(decided_on)}" if decided_on else "no decision date recorded"
    return f"{view.reference} · {decided} · {view.edition.label}"


def _six_months_note(end: date | None, context: AppContext) -> str:
    if end is None:
        return "The six months start on this day."
    last = last_working_day_to(context.register, end)
    note = f"Six months end {long_date(end)}"
    if last is None or last == end:
        return note
    return f"{note}; last working day {long_date(last)}"


def _forecast_note(forecast: date | None, end: date | None) -> str:
    if forecast is None or end is None or forecast <= end:
        return ""
    return "Later than the six months: tell the Panel and the Secretary of State why."
