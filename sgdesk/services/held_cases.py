"""Every case of the register with the facts that its lists are computed from."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.notifications import NotificationOutcome
from sgdesk.domain.sign_offs import last_signature
from sgdesk.store.queries.case_facts import (
    CaseFactsRow,
    read_agreed_dates,
    read_case_facts,
    read_delays,
    read_further_references,
    read_pauses,
)
from sgdesk.store.queries.changes import read_changed_cases, read_last_change

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.facts import Pause
    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.services.register import Register
    from sgdesk.store.engine import Rows


class HeldCase(NamedTuple):
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
    summary: str = ""
    facts: CaseFacts = CaseFacts()

    def __repr__(self) -> str:
        return f"<HeldCase {self.case_id}>"

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
_NAMES = tuple(name for name, _ in _DATES)
_pick_dates = itemgetter(*(CaseFactsRow._fields.index(column) for _, column in _DATES))


_MOST_CHANGES = 20
"""More changed cases than this are read quicker together with all others."""


class Reading(NamedTuple):
    """Every case as it was after entry `last` of the audit trail."""

    last: int
    cases: dict[UUID, HeldCase]


def read_held_cases(register: Register, case_id: UUID | None = None) -> tuple[HeldCase, ...]:
    """Return every case with its facts, or the one case asked for if it is there.

    The register keeps them, so that after a save only the cases that changed are read again.
    """
    with register.store.rows() as rows:
        if case_id is not None:
            return tuple(_read(rows, case_id).values())
        before = register.held
        reading = _read_anew(rows, before if isinstance(before, Reading) else None)
    register.held = reading
    return tuple(reading.cases.values())


def _read_anew(rows: Rows, before: Reading | None) -> Reading:
    last = read_last_change(rows)
    if before is None:
        return Reading(last, _read(rows))
    if last == before.last:
        return before
    changed = read_changed_cases(rows, before.last)
    if None in changed or len(changed) > _MOST_CHANGES:
        return Reading(last, _read(rows))
    cases = {key: case for key, case in before.cases.items() if key not in changed}
    for key in changed:
        cases |= _read(rows, key)
    return Reading(last, cases)


def _read(rows: Rows, case_id: UUID | None = None) -> dict[UUID, HeldCase]:
    found = read_case_facts(rows, case_id)
    agreed = read_agreed_dates(rows)
    pauses, delays = read_pauses(rows), read_delays(rows)
    further = read_further_references(rows)
    return {
        row.case_id: _held(
            row,
            agreed.get(row.case_id, {}),
            pauses.get(row.case_id, {}),
            delays.get(row.case_id),
            further.get(row.case_id, ()),
        )
        for row in found
    }


def _held(
    row: CaseFactsRow,
    agreed: Mapping[str, AgreedDate],
    pauses: Mapping[str, Pause],
    delay: Pause | None,
    further: tuple[str, ...],
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
            is_reconsidered=row.is_reconsidered,
            panel_view=row.panel_view,
            is_withdrawn=row.outcome is not NotificationOutcome.STANDS,
            is_closed=row.closed_on is not None,
            pauses=pauses,
            agreed=agreed,
            delay=delay,
        ),
    )


def _dates(row: CaseFactsRow) -> dict[CaseDate, date]:
    named = zip(_NAMES, _pick_dates(row), strict=True)
    dates: dict[CaseDate, date] = {name: day for name, day in named if day is not None}
    signed = last_signature(row.authority_signed_on, row.health_signed_on, row.police_signed_on)
    if signed is not None:
        dates[CaseDate.SIGNED_OFF] = signed
    return dates
