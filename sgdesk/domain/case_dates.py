"""The dates of a case that start or end a clock."""

from __future__ import annotations

from enum import StrEnum


class CaseDate(StrEnum):
    AWARE = "aware"
    NOTIFIED = "notified"
    PARTNERS_TOLD = "partners_told"
    COPY_RECEIVED = "copy_received"
    FIRST_REQUEST = "first_request"
    LAST_RETURN = "last_return"
    MEETING = "meeting"
    SIGNED_OFF = "signed_off"
    RAPID_REVIEW_SENT = "rapid_review_sent"
    PANEL_REPLIED = "panel_replied"
    DECIDED = "decided"
    DECISION_TOLD = "decision_told"
    INITIATED = "initiated"
    LAST_MONITORED = "last_monitored"
    FORECAST = "forecast"
    DELAY_TOLD = "delay_told"
    PLANNED_PUBLICATION = "planned_publication"
    COPY_SENT = "copy_sent"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    DEPOSITED = "deposited"
    LAST_YEARLY_REPORT = "last_yearly_report"
    ACTION_SET = "action_set"
    ACTION_CLOSED = "action_closed"


WORDS = {
    CaseDate.AWARE: "Authority aware",
    CaseDate.NOTIFIED: "Notified",
    CaseDate.PARTNERS_TOLD: "Partners told",
    CaseDate.COPY_RECEIVED: "Copy received",
    CaseDate.FIRST_REQUEST: "First request sent",
    CaseDate.LAST_RETURN: "Last return in",
    CaseDate.MEETING: "Rapid Review meeting",
    CaseDate.SIGNED_OFF: "Signed off",
    CaseDate.RAPID_REVIEW_SENT: "Rapid Review sent",
    CaseDate.PANEL_REPLIED: "Panel replied",
    CaseDate.DECIDED: "Decided",
    CaseDate.DECISION_TOLD: "Decision told",
    CaseDate.INITIATED: "Local review initiated",
    CaseDate.LAST_MONITORED: "Last monitored",
    CaseDate.FORECAST: "Forecast",
    CaseDate.DELAY_TOLD: "Delay told",
    CaseDate.PLANNED_PUBLICATION: "Planned publication",
    CaseDate.COPY_SENT: "Full report sent",
    CaseDate.PUBLISHED: "Published",
    CaseDate.ARCHIVED: "Archived",
    CaseDate.DEPOSITED: "Deposited",
    CaseDate.LAST_YEARLY_REPORT: "Last yearly report",
    CaseDate.ACTION_SET: "Date set",
    CaseDate.ACTION_CLOSED: "Action closed",
}
"""As a sentence begins with it: "Notified Fri 9 Sep 2022 (day 0)."""

FIELD_WORDS = {
    CaseDate.AWARE: "aware date",
    CaseDate.NOTIFIED: "notified date",
    CaseDate.PARTNERS_TOLD: "date partners were told",
    CaseDate.COPY_RECEIVED: "date the copy was received",
    CaseDate.FIRST_REQUEST: "date of the first request",
    CaseDate.LAST_RETURN: "date of the last return",
    CaseDate.MEETING: "meeting date",
    CaseDate.SIGNED_OFF: "sign-off date",
    CaseDate.RAPID_REVIEW_SENT: "date the Rapid Review was sent",
    CaseDate.PANEL_REPLIED: "date of the Panel's reply",
    CaseDate.DECIDED: "decision date",
    CaseDate.DECISION_TOLD: "date the decision was told",
    CaseDate.INITIATED: "date of the decision to initiate",
    CaseDate.LAST_MONITORED: "date last monitored",
    CaseDate.FORECAST: "forecast date",
    CaseDate.DELAY_TOLD: "date the delay was told",
    CaseDate.PLANNED_PUBLICATION: "planned publication date",
    CaseDate.COPY_SENT: "date the full report was sent",
    CaseDate.PUBLISHED: "publication date",
    CaseDate.ARCHIVED: "archived date",
    CaseDate.DEPOSITED: "date of deposit",
    CaseDate.LAST_YEARLY_REPORT: "date of the last yearly report",
    CaseDate.ACTION_SET: "date set for the action",
    CaseDate.ACTION_CLOSED: "date the action was closed",
}
"""As the middle of a sentence names it: "after the notified date"."""
