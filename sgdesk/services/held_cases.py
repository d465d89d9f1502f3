"""Every case of the register with the facts that its lists are computed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.facts import CaseFacts
from sgdesk.store.queries.case_facts import (
    CaseFactsRow,
    read_agreed_dates,
    read_case_facts,
    read_further_references,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.services.register import Register


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case as lists need it; `case_id` is None for the partnership itself."""

    case_id: UUID | None
    reference: str
    """What lists call it: the reference as typed, or the title of a case without one."""
    local_reference: str = ""
    """The reference as typed, or ""."""
    further: tuple[str, ...] = ()
    """Further references, as typed."""
    title: str = ""
    kind: CaseKind = CaseKind.LOCAL
    owner: str = ""
    themes: tuple[str, ...] = ()
    children: int = 0
    briefings: int = 0
    changed_at: datetime | None = None
    edition_reason: str = ""
    publication_title: str = ""
    review_type: str = ""
    summary: str = field(default="", repr=False)
    facts: CaseFacts = field(default_factory=CaseFacts)

    @property
    def id(self) -> UUID:
        """Return `case_id` of what is a case. Raises `ValueError` for the partnership."""
        if self.case_id is None:
            raise ValueError("the partnership is no case")
        return self.case_id

    @property
    def published_on(self) -> date | None:
        return self.facts.dates.get(CaseDate.PUBLISHED)


_DATES = (
    (CaseDate.AWARE, "aware_on"),
    (CaseDate.NOTIFIED, "notified_on"),
    (CaseDate.PARTNERS_TOLD, "partners_told_on"),
    (CaseDate.COPY_RECEIVED, "copy_received_on"),
    (CaseDate.FIRST_REQUEST, "first_request_on"),
    (CaseDate.LAST_RETURN, "last_return_on"),
    (CaseDate.MEETING, "meeting_on"),
    (CaseDate.RAPID_REVIEW_SENT, "rapid_review_sent_on"),
    (CaseDate.PANEL_REPLIED, "panel_replied_on"),
    (CaseDate.DECIDED, "decided_on"),
    (CaseDate.DECISION_TOLD, "decision_told_on"),
    (CaseDate.INITIATED, "initiated_on"),
    (CaseDate.LAST_MONITORED, "last_monitored_on"),
    (CaseDate.FORECAST, "forecast_on"),
    (CaseDate.DELAY_TOLD, "delay_told_on"),
    (CaseDate.PLANNED_PUBLICATION, "planned_on"),
    (CaseDate.COPY_SENT, "copy_sent_on"),
    (CaseDate.PUBLISHED, "published_on"),
    (CaseDate.ARCHIVED, "archived_on"),
    (CaseDate.DEPOSITED, "deposited_on"),
)
_PLACES = tuple((name, CaseFactsRow._fields.index(column)) for name, column in _DATES)


def read_held_cases(register: Register, case_id: UUID | None = None) -> tuple[HeldCase, ...]:
    """Return every case with its facts, or the one case asked for if it is there."""
    with register.store.rows() as rows:
        found = read_case_facts(rows, case_id)
        agreed = read_agreed_dates(rows)
        further = read_further_references(rows)
    return tuple(
        _held(row, agreed.get(row.case_id, {}), further.get(row.case_id, ())) for row in found
    )


def _held(
    row: CaseFactsRow, agreed: Mapping[str, AgreedDate], further: tuple[str, ...]
) -> HeldCase:
    return HeldCase(
        case_id=row.case_id,
        reference=row.reference or row.publication_title or row.title,
        local_reference=row.reference,
        further=further,
        title=row.title,
        kind=row.kind,
        owner=row.owner,
        themes=row.themes,
        children=row.children,
        briefings=row.briefings,
        changed_at=row.changed_at,
        edition_reason=row.edition_reason,
        publication_title=row.publication_title,
        review_type=row.review_type,
        summary=row.summary,
        facts=CaseFacts(
            dates=_dates(row),
            kind=row.notification_kind,
            edition=row.edition,
            decision=row.decision,
            is_withdrawn=row.withdrawn_on is not None,
            is_closed=row.closed_on is not None,
            paused_by=row.paused_by,
            next_check_on=row.next_check_on,
            agreed=agreed,
        ),
    )


def _dates(row: CaseFactsRow) -> dict[CaseDate, date]:
    values: tuple[Any, ...] = row
    dates = {name: values[place] for name, place in _PLACES if values[place] is not None}
    signed = (row.authority_signed_on, row.health_signed_on, row.police_signed_on)
    if None not in signed:
        dates[CaseDate.SIGNED_OFF] = max(day for day in signed if day is not None)
    return dates
