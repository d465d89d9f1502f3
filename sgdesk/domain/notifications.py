"""Serious incident notifications and the separate duties to notify a death."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date


class NotificationKind(StrEnum):
    SERIOUS_INCIDENT = "serious_incident"
    LOOKED_AFTER_DEATH = "looked_after_death"
    CARE_LEAVER_DEATH = "care_leaver_death"


KIND_WORDS = {
    NotificationKind.SERIOUS_INCIDENT: "Serious incident",
    NotificationKind.LOOKED_AFTER_DEATH: "Death of a looked-after child",
    NotificationKind.CARE_LEAVER_DEATH: "Death of a care leaver",
}


class NotificationOutcome(StrEnum):
    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    CRITERIA_NOT_MET = "criteria_not_met"


OUTCOME_WORDS = {
    NotificationOutcome.STANDS: "Stands",
    NotificationOutcome.WITHDRAWN: "Withdrawn",
    NotificationOutcome.CRITERIA_NOT_MET: "Criteria found not met after it was sent",
}


@dataclass(frozen=True, slots=True)
class NotificationDraft:
    kind: NotificationKind = NotificationKind.SERIOUS_INCIDENT
    decided_to_notify_on: date | None = None
    notified_on: date | None = None
    """The day of the notification that counts: the valid one, if it was sent again."""
    notified_by: str = ""
    """The role of whoever sent it."""
    receipt: str = ""
    partners_told_on: date | None = None
    copy_received_on: date | None = None
    first_notified_on: date | None = None
    """The day of the first submission, where it was sent again."""
    resubmitted_reason: str = prose()
    nature: str = ""
    cause: str = ""
    location: str = ""
    incident_time: str = ""
    description: str = prose()
    known_to_agencies: Answer = Answer.BLANK
    outcome: NotificationOutcome = NotificationOutcome.STANDS
    withdrawn_on: date | None = None
    """The day it was withdrawn, or the criteria were found not met."""
    withdrawn_reason: str = prose()


class RecipientAbout(StrEnum):
    NOTIFICATION = "notification"
    DECISION = "decision"
    DELAY = "delay"
    PUBLICATION = "publication"


ABOUT_WORDS = {
    RecipientAbout.NOTIFICATION: "The notification",
    RecipientAbout.DECISION: "The decision",
    RecipientAbout.DELAY: "The delay",
    RecipientAbout.PUBLICATION: "The publication",
}


@dataclass(frozen=True, slots=True)
class RecipientDraft:
    """Somebody who has to be told of something, and was or was not yet."""

    about: RecipientAbout = RecipientAbout.NOTIFICATION
    recipient: str = ""
    told_on: date | None = None
    route: str = ""
    told_by: str = ""
    note: str = prose()


def check_notification(
    draft: NotificationDraft, *, aware_on: date | None, today: date
) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    dates = (
        ("notified_on", "Notified date", draft.notified_on),
        ("partners_told_on", "Partners told", draft.partners_told_on),
        ("copy_received_on", "Copy received", draft.copy_received_on),
        ("withdrawn_on", "Withdrawn date", draft.withdrawn_on),
    )
    problems = date_problems(dates, today=today)
    if draft.notified_on and aware_on and draft.notified_on < aware_on:
        problems.append(
            Problem(
                "notified_on",
                f"Notified date: {long_date(draft.notified_on)} is before the aware date, "
                f"{long_date(aware_on)}. Correct one of the two.",
            )
        )
    if draft.withdrawn_on and not draft.withdrawn_reason.strip():
        problems.append(
            Problem("withdrawn_reason", "Reason: say why the notification was withdrawn.")
        )
    if draft.withdrawn_on and draft.notified_on and draft.withdrawn_on < draft.notified_on:
        problems.append(Problem("withdrawn_on", "Withdrawn date: it is before the notified date."))
    if draft.withdrawn_reason.strip() and not draft.withdrawn_on:
        problems.append(
            Problem("withdrawn_on", "Withdrawn date: give the day, or clear the reason.")
        )
    return problems
