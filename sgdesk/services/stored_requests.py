"""Requests to agencies for long lists, from rows that are read without the mapper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.domain.agency_requests import AgencyRequestDraft

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS = ("asked_on", "due_on", "acknowledged_on", "promised_on", "queried_on", "answered_on")
"""The columns whose values `request_of` takes, in their order."""


def request_of(purpose: str, days: Iterable[str | None], **further: Any) -> AgencyRequestDraft:
    """Return the request; `further` are other fields of it, such as its round.

    `days` are when it was asked, due, acknowledged, promised and queried, and when the query
    was answered.
    """
    further.update(zip(_DAYS, map(stored_day, days), strict=True))
    return AgencyRequestDraft(purpose=purpose, **further)


def stored_day(text: str | None) -> date | None:
    """Return the day that a column holds."""
    return date.fromisoformat(text) if text else None
