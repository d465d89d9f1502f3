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
    from collections.abc import Iterable
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
        ("decided_to_notify_on", "Decided to notify", draft.decided_to_notify_on),
        ("notified_on", "Notified date", draft.notified_on),
        ("first_notified_on", "First sent", draft.first_notified_on),
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
    decided_on, notified_on = draft.decided_to_notify_on, draft.notified_on
    if decided_on and notified_on and decided_on > notified_on:
        problems.append(
            Problem("decided_to_notify_on", "Decided to notify: it is after the notified date.")
        )
    return problems + _resubmission_problems(draft) + _outcome_problems(draft)


def _resubmission_problems(draft: NotificationDraft) -> list[Problem]:
    problems: list[Problem] = []
    first, reason = draft.first_notified_on, draft.resubmitted_reason.strip()
    if first and not draft.notified_on:
        problems.append(
            Problem("notified_on", "Notified date: give the day of the notification that counts.")
        )
    if first and draft.notified_on and first >= draft.notified_on:
        problems.append(
            Problem(
                "first_notified_on",
                f"First sent: it has to be before {long_date(draft.notified_on)}, the day of the "
                "notification that counts. Leave it empty if it was sent once.",
            )
        )
    if first and not reason:
        problems.append(Problem("resubmitted_reason", "Reason: say why it was sent again."))
    if reason and not first:
        problems.append(
            Problem("first_notified_on", "First sent: give the day, or clear the reason.")
        )
    return problems


def _outcome_problems(draft: NotificationDraft) -> list[Problem]:
    problems: list[Problem] = []
    stands = draft.outcome is NotificationOutcome.STANDS
    ended_on, reason = draft.withdrawn_on, draft.withdrawn_reason.strip()
    if stands and (ended_on or reason):
        problems.append(
            Problem(
                "outcome",
                "Outcome: choose whether it was withdrawn or the criteria were found not met, "
                "or clear the date and the reason.",
            )
        )
    if not stands and not ended_on:
        problems.append(Problem("withdrawn_on", "Withdrawn date: give the day."))
    if not stands and not reason:
        problems.append(
            Problem("withdrawn_reason", "Reason: say why the notification no longer stands.")
        )
    if ended_on and draft.notified_on and ended_on < draft.notified_on:
        problems.append(Problem("withdrawn_on", "Withdrawn date: it is before the notified date."))
    return problems


def check_recipient(draft: RecipientDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("told_on", "Told", draft.told_on)], today=today)
    if not draft.recipient.strip():
        problems.append(Problem("recipient", "Who: name the office or the area that is told."))
    return problems


PANEL = "The Panel"
PARTNERS = (
    "Local authority (safeguarding partner)",
    "Integrated care board (safeguarding partner)",
    "Police (safeguarding partner)",
)
OTHER_AREA = "Area where the child lives"
DEATH_PANEL = "Child death overview panel"
_DEATH_OFFICES = ("Secretary of State", "Ofsted")
ADDRESSEES = {
    NotificationKind.SERIOUS_INCIDENT: (PANEL,),
    NotificationKind.LOOKED_AFTER_DEATH: _DEATH_OFFICES,
    NotificationKind.CARE_LEAVER_DEATH: _DEATH_OFFICES,
}
"""Whom the notification itself goes to. The Panel shares it with the Department and Ofsted."""


def has_other_area(area_of_incident: str, area_of_residence: str) -> bool:
    """Return whether the child lives in another area, which then has to be told as well."""
    lives_in = area_of_residence.strip().casefold()
    return bool(lives_in) and lives_in != area_of_incident.strip().casefold()


def still_to_tell(
    draft: NotificationDraft,
    told: Iterable[RecipientDraft],
    *,
    is_other_area: bool,
    is_death: bool,
) -> tuple[str, ...]:
    """Return who should be told of the notification and was not yet, in the usual order.

    The addressees count as told once it was sent. Partners and other areas are told of a
    serious incident; a child's death also goes to the child death overview panel.
    """
    asked = [] if draft.notified_on else list(ADDRESSEES[draft.kind])
    if draft.kind is NotificationKind.SERIOUS_INCIDENT:
        asked += PARTNERS
        asked += [OTHER_AREA] if is_other_area else []
    if is_death and draft.kind is not NotificationKind.CARE_LEAVER_DEATH:
        asked.append(DEATH_PANEL)
    known = _told_days(told)
    return tuple(one for one in asked if one.casefold() not in known)


def partners_told_on(told: Iterable[RecipientDraft], *, is_other_area: bool) -> date | None:
    """Return the day on which the last partner was told, and the other area where there is one.

    None until all of them have been.
    """
    known = _told_days(told)
    asked = [*PARTNERS, *([OTHER_AREA] if is_other_area else [])]
    days = [known.get(one.casefold()) for one in asked]
    return None if None in days else max(day for day in days if day is not None)


def _told_days(told: Iterable[RecipientDraft]) -> dict[str, date]:
    """Return the first day on which each was told of the notification, by casefolded name."""
    days: dict[str, date] = {}
    for one in told:
        if one.told_on is not None and one.about is RecipientAbout.NOTIFICATION:
            name = one.recipient.strip().casefold()
            days[name] = min(one.told_on, days.get(name, one.told_on))
    return days
