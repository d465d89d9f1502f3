"""What the forms of a Rapid Review say beside the fields, as dates are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.panel_views import compare
from sgdesk.domain.rapid_reviews import Decision, PanelView, RapidReviewDraft, check_rapid_review
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.rule_clocks import RuleClock, rule_clock

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_NUMBERED = (
    "first_request_on",
    "last_return_on",
    "meeting_on",
    "authority_signed_on",
    "health_signed_on",
    "police_signed_on",
    "decided_on",
    "sent_on",
)
"""Fields under which the day's number inside the 15 stands."""


def rapid_review_setting(context: AppContext, view: CaseView) -> FormSetting:
    """Return what each form of the Rapid Review depends on: every date says its day of the 15."""
    notified_on = view.notification.notified_on if view.notification else None
    clock = rule_clock(context.register, view.edition, "RR-15", notified_on)
    notes = _Notes(context, view, notified_on, clock)
    return FormSetting(
        about=notes.context_line(),
        check=notes.check,
        notes=notes.of,
        due=lambda _draft: clock.due,
        due_words="Day 15",
    )


@dataclass(frozen=True, slots=True)
class _Notes:
    context: AppContext
    view: CaseView
    notified_on: date | None
    clock: RuleClock

    def check(self, draft: RapidReviewDraft) -> list[Problem]:
        return check_rapid_review(
            draft,
            notified_on=self.notified_on,
            due_on=self.clock.due,
            today=self.context.today(),
        )

    def of(self, draft: RapidReviewDraft) -> dict[str, str]:
        """Return the hints for what is typed, by field."""
        notes = {name: self.clock.note(getattr(draft, name)) for name in _NUMBERED}
        register, view = self.context.register, self.view
        reply = rule_clock(register, view.edition, "PANEL-RESP", draft.sent_on, view.timetable)
        if reply.due:
            notes["panel_replied_on"] = f"Expected by {long_date(reply.due)}"
        if draft.decision is not Decision.NOT_MADE:
            notes["panel_view"] = self._compared(draft)
        return notes

    def _compared(self, draft: RapidReviewDraft) -> str:
        found = compare(draft.decision, draft.panel_view, draft.reconsidered)
        if draft.panel_view is PanelView.NOT_RECEIVED:
            return found.words
        return f"{found.words} {found.to_do}".strip()

    def context_line(self) -> str:
        notified = (
            f"notified {long_date(self.notified_on)}"
            if self.notified_on
            else "notified date missing: days not counted"
        )
        due = self.clock.due
        last = [f"day 15 is {day_and_month(due)}"] if due else []
        today = f"today is {long_date(self.context.today())}"
        return " · ".join([self.view.reference, notified, *last, today])
