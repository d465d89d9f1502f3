"""Every case with the facts that its lists are computed from, read on one view of the register."""

from __future__ import annotations

from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.notifications import NotificationOutcome
from sgdesk.domain.sign_offs import last_signature
from sgdesk.domain.timetables import STANDARD, timetable_of
from sgdesk.store.queries.case_facts import (
    CaseFactsRow,
    read_agreed_dates,
    read_case_facts,
    read_delays,
    read_further_references,
    read_pauses,
)
from sgdesk.store.queries.timetables import (
    read_kept_results,
    read_milestones_done,
    read_timetables,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.facts import KeptResult, Pause
    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.domain.timetables import Timetable
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
_NONE: Mapping[str, Any] = MappingProxyType({})
_NAMES = tuple(name for name, _ in _DATES)
_pick_dates = itemgetter(*(CaseFactsRow._fields.index(column) for _, column in _DATES))


class _Beside(NamedTuple):
    """What is read beside the facts of each: of most there is nothing."""

    agreed: Mapping[str, AgreedDate] = _NONE
    pauses: Mapping[str, Pause] = _NONE
    delay: Pause | None = None
    further: tuple[str, ...] = ()
    kept: Mapping[str, KeptResult] = _NONE
    milestones_done: Mapping[str, date] = _NONE


_NOTHING = _Beside()


def read_cases(rows: Rows, case_id: UUID | None = None) -> dict[UUID, HeldCase]:
    """Return every case by its id, or the one case asked for if it is there."""
    beside, timetables = _read_beside(rows, case_id), read_timetables(rows)
    return {
        row.case_id: _held(row, beside.get(row.case_id, _NOTHING), timetables)
        for row in read_case_facts(rows, case_id)
    }


def under_timetables(
    cases: Mapping[UUID, HeldCase], timetables: Sequence[Timetable]
) -> dict[UUID, HeldCase]:
    """Return `cases` as they would be, were these the partnership's timetables."""
    return {
        key: case._replace(facts=case.facts._replace(timetable=_timetable(case.facts, timetables)))
        for key, case in cases.items()
    }


def _timetable(facts: CaseFacts, timetables: Sequence[Timetable]) -> Timetable:
    return timetable_of(timetables, facts.dates, facts.milestones_done) if timetables else STANDARD


def _read_beside(rows: Rows, case_id: UUID | None) -> dict[UUID, _Beside]:
    found: dict[UUID, _Beside] = {}
    readings: tuple[tuple[str, Mapping[UUID, Any]], ...] = (
        ("agreed", read_agreed_dates(rows, case_id)),
        ("pauses", read_pauses(rows, case_id)),
        ("delay", read_delays(rows, case_id)),
        ("further", read_further_references(rows, case_id)),
        ("kept", read_kept_results(rows, case_id)),
        ("milestones_done", read_milestones_done(rows, case_id)),
    )
    for name, reading in readings:
        for key, value in reading.items():
            found[key] = found.get(key, _NOTHING)._replace(**{name: value})
    return found


def _held(row: CaseFactsRow, beside: _Beside, timetables: Sequence[Timetable]) -> HeldCase:
    facts = CaseFacts(
        dates=_dates(row),
        kind=row.notification_kind,
        edition=row.edition,
        decision=row.decision,
        is_reconsidered=row.is_reconsidered,
        panel_view=row.panel_view,
        is_withdrawn=row.outcome is not NotificationOutcome.STANDS,
        is_closed=row.closed_on is not None,
        pauses=beside.pauses,
        agreed=beside.agreed,
        delay=beside.delay,
        milestones_done=beside.milestones_done,
        kept=beside.kept,
    )
    if timetables:
        facts = facts._replace(timetable=_timetable(facts, timetables))
    return HeldCase(
        case_id=row.case_id,
        reference=row.reference or row.publication_title or row.title,
        local_reference=row.reference,
        further=beside.further,
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
        facts=facts,
    )


def _dates(row: CaseFactsRow) -> dict[CaseDate, date]:
    named = zip(_NAMES, _pick_dates(row), strict=True)
    dates: dict[CaseDate, date] = {name: day for name, day in named if day is not None}
    signed = last_signature(row.authority_signed_on, row.health_signed_on, row.police_signed_on)
    if signed is not None:
        dates[CaseDate.SIGNED_OFF] = signed
    return dates
