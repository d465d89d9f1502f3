"""The forms of a notification: what was sent, the incident, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import rules_for
from sgdesk.domain.notifications import (
    ABOUT_WORDS,
    KIND_WORDS,
    OUTCOME_WORDS,
    NotificationDraft,
    NotificationKind,
    NotificationOutcome,
    check_notification,
)
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting
from sgdesk.ui.dialogs.rule_clocks import RuleClock

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_DATE, _PROSE, _CHOICE = FieldKind.DATE, FieldKind.PROSE, FieldKind.CHOICE

NOTIFICATION_FORM = Form(
    "Edit notification",
    "Notification",
    (
        FormPart(
            "What was sent",
            (
                (FormField("kind", "Type", _CHOICE, words=KIND_WORDS),),
                (
                    FormField("decided_to_notify_on", "Decided to notify", _DATE),
                    FormField("notified_on", "Notified date", _DATE),
                ),
                (
                    FormField("notified_by", "Sent by", hint="The role, not the name."),
                    FormField("receipt", "Receipt number"),
                ),
            ),
        ),
        FormPart(
            "Who was told",
            (
                (
                    FormField("partners_told_on", "Partners told", _DATE),
                    FormField(
                        "copy_received_on",
                        "Copy received",
                        _DATE,
                        hint="The day the business unit got its copy.",
                    ),
                ),
            ),
        ),
        FormPart(
            "If it was sent again",
            (
                (
                    FormField("first_notified_on", "First sent", _DATE),
                    FormField(
                        "resubmitted_reason",
                        "Reason",
                        _PROSE,
                        lines=2,
                        full_title="Why it was sent again",
                    ),
                ),
            ),
        ),
        FormPart(
            "If it no longer stands",
            (
                (FormField("outcome", "Outcome", _CHOICE, words=OUTCOME_WORDS),),
                (
                    FormField("withdrawn_on", "Withdrawn date", _DATE),
                    FormField("withdrawn_reason", "Reason", _PROSE, lines=2),
                ),
            ),
        ),
    ),
)
INCIDENT_FORM = Form(
    "Edit notification",
    "The incident, for the national form",
    (
        FormPart(
            "What and where",
            (
                (
                    FormField("nature", "Nature", FieldKind.VALUES, values=ValueListKey.NATURES),
                    FormField("cause", "Cause", FieldKind.VALUES, values=ValueListKey.CAUSES),
                ),
                (
                    FormField("incident_time", "Time", hint="As in 14:30, or about midnight."),
                    FormField("location", "Place"),
                ),
                (FormField("known_to_agencies", "Known to any agency before", FieldKind.ANSWER),),
            ),
        ),
        FormPart(
            "Description",
            (
                (
                    FormField(
                        "description",
                        "What happened",
                        _PROSE,
                        hint="As it goes into the national form.",
                        lines=8,
                    ),
                ),
            ),
        ),
    ),
)
RECIPIENT_FORM = Form(
    "Who is told",
    "Who is told",
    (
        FormPart(
            "Who and when",
            (
                (
                    FormField("recipient", "Who", FieldKind.VALUES, values=ValueListKey.RECIPIENTS),
                    FormField("about", "Told of", _CHOICE, words=ABOUT_WORDS),
                ),
                (
                    FormField("told_on", "Told", _DATE, hint="Empty: it still has to be told."),
                    FormField("route", "Route", FieldKind.VALUES, values=ValueListKey.ROUTES),
                ),
                (FormField("told_by", "Told by", hint="The role, not the name."),),
                (FormField("note", "Note", _PROSE, lines=2),),
            ),
        ),
    ),
    width=640,
)
_KIND_HINTS = {
    NotificationKind.SERIOUS_INCIDENT: "A Rapid Review follows.",
    NotificationKind.LOOKED_AFTER_DEATH: "Starts no Rapid Review.",
    NotificationKind.CARE_LEAVER_DEATH: "Starts no Rapid Review.",
}
_OUTCOME_HINTS = {
    NotificationOutcome.STANDS: "",
    NotificationOutcome.WITHDRAWN: "All clocks of the case stop, and the case closes.",
    NotificationOutcome.CRITERIA_NOT_MET: "All clocks of the case stop, and the case closes.",
}


def notification_setting(context: AppContext, view: CaseView) -> FormSetting:
    """Return what the form of the notification depends on: it counts days as they are typed."""
    clocks = _Clocks(context, view)
    return FormSetting(
        about=_context_line(view),
        check=clocks.check,
        notes=clocks.notes,
        due=clocks.notify_by,
        due_words="Notify by",
    )


def incident_setting(context: AppContext, view: CaseView) -> FormSetting:
    """Return what the form of the incident depends on."""
    return FormSetting(about=view.reference, check=_Clocks(context, view).check)


@dataclass(frozen=True, slots=True)
class _Clocks:
    context: AppContext
    view: CaseView

    def check(self, draft: NotificationDraft) -> list[Problem]:
        aware_on, today = self.view.draft.aware_on, self.context.today()
        return check_notification(draft, aware_on=aware_on, today=today)

    def notify_by(self, draft: NotificationDraft) -> date | None:
        return self._clock(draft, CaseDate.NOTIFIED).due

    def notes(self, draft: NotificationDraft) -> dict[str, str]:
        told = _note(self._clock(draft, CaseDate.PARTNERS_TOLD), draft.partners_told_on)
        again = "The 15 working days run from the notified date above, the valid one."
        return {
            "kind": _KIND_HINTS[draft.kind],
            "notified_on": _note(self._clock(draft, CaseDate.NOTIFIED), draft.notified_on),
            "partners_told_on": told,
            "first_notified_on": again if draft.first_notified_on else "Empty if sent once.",
            "outcome": _OUTCOME_HINTS[draft.outcome],
        }

    def _clock(self, draft: NotificationDraft, completed_by: CaseDate) -> RuleClock:
        """Return the clock from the aware date that `completed_by` stops, for the chosen type."""
        rules = rules_for(self.view.edition, draft.kind)
        found = (
            rule
            for rule in rules
            if rule.trigger is CaseDate.AWARE and rule.completed_by is completed_by
        )
        return RuleClock(self.context.register, next(found, None), self.view.draft.aware_on)


def _context_line(view: CaseView) -> str:
    aware_on = view.draft.aware_on
    aware = f"aware {long_date(aware_on)}" if aware_on else "aware date missing: days not counted"
    return f"{view.reference} · {aware} · {view.edition.label}"


def _note(clock: RuleClock, day: date | None) -> str:
    """Return "day 2 of 5; due …" while there is a day, else the due date alone."""
    if clock.due is None:
        return ""
    counted = clock.note(day)
    due = f"due {long_date(clock.due)}"
    if not counted:
        return f"{due[:1].upper()}{due[1:]}"
    is_late = day is not None and day > clock.due
    return counted if is_late else f"{counted}; {due}"
