"""Every case with the facts that lists and deadlines are computed from, read in one go."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.dates import Precision
from sgdesk.domain.delays import in_sentence
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import Pause
from sgdesk.domain.notifications import NotificationKind, NotificationOutcome
from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.rapid_reviews import Decision, PanelView

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from sgdesk.store.engine import Rows

    _Turn: TypeAlias = Callable[[str], Any]


class CaseFactsRow(NamedTuple):
    """One case; a date is None where it is not known or its part is not recorded."""

    case_id: UUID
    revision: int
    reference: str
    title: str
    kind: CaseKind
    owner: str
    themes: tuple[str, ...]
    incident_precision: Precision
    incident_start_on: date | None
    incident_end_on: date | None
    aware_on: date | None
    edition: Edition | None
    edition_reason: str
    closed_on: date | None
    notification_kind: NotificationKind | None
    """None while no notification is recorded."""
    notified_on: date | None
    partners_told_on: date | None
    copy_received_on: date | None
    outcome: NotificationOutcome
    first_request_on: date | None
    last_return_on: date | None
    meeting_on: date | None
    authority_signed_on: date | None
    health_signed_on: date | None
    police_signed_on: date | None
    decision: Decision
    is_reconsidered: bool
    decided_on: date | None
    rapid_review_sent_on: date | None
    panel_view: PanelView
    panel_replied_on: date | None
    initiated_on: date | None
    decision_told_on: date | None
    last_monitored_on: date | None
    forecast_on: date | None
    delay_told_on: date | None
    publication_title: str
    review_type: str
    summary: str
    planned_on: date | None
    copy_sent_on: date | None
    published_on: date | None
    deposited_on: date | None
    archived_on: date | None
    children: int
    briefings: int
    changed_at: datetime | None
    """The last audited change of the case or of a part of it, UTC."""


def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


_CHILDREN = "(SELECT count(*) FROM child WHERE case_id = c.id AND deleted_at IS NULL)"
_BRIEFINGS = (
    "(SELECT count(*) FROM briefing_case AS bc JOIN briefing AS b ON b.id = bc.briefing_id "
    "WHERE bc.case_id = c.id AND bc.deleted_at IS NULL AND b.deleted_at IS NULL)"
)
_REQUESTS = (
    "FROM agency_request WHERE case_id = c.id AND deleted_at IS NULL AND asked_on IS NOT NULL "
    f"AND not_needed_reason = '' AND purpose = '{RAPID_REVIEW_RETURN}'"
)
_FIRST_REQUEST = f"coalesce((SELECT min(asked_on) {_REQUESTS}), r.first_request_on)"
_LAST_RETURN = (
    f"CASE WHEN EXISTS (SELECT 1 {_REQUESTS}) "
    f"THEN (SELECT CASE WHEN count(*) = count(received_on) THEN max(received_on) END {_REQUESTS}) "
    "ELSE r.last_return_on END"
)
"""Known requests outweigh the days typed for a case whose requests were never recorded."""
_LAST_MONITORED = (
    "(SELECT max(monitored_on) FROM monitoring WHERE case_id = c.id AND deleted_at IS NULL)"
)
_DELAY_TOLD = "(SELECT max(told_on) FROM delay WHERE case_id = c.id AND deleted_at IS NULL)"
_IS_RECONSIDERED = "r.reconsidered <> 'not_made'"
_DECISION = (
    f"coalesce(CASE WHEN {_IS_RECONSIDERED} THEN r.reconsidered ELSE r.decision END, 'not_made')"
)
_DECIDED = f"CASE WHEN {_IS_RECONSIDERED} THEN r.reconsidered_on ELSE r.decided_on END"
_SOURCES: dict[str, tuple[str, _Turn | None]] = {
    "case_id": ("c.id", UUID),
    "revision": ("c.revision", None),
    "reference": ("c.reference", None),
    "title": ("c.title", None),
    "kind": ("c.kind", CaseKind),
    "owner": ("c.owner", None),
    "themes": ("c.themes", _texts),
    "incident_precision": ("c.incident_precision", Precision),
    "incident_start_on": ("c.incident_start_on", date.fromisoformat),
    "incident_end_on": ("c.incident_end_on", date.fromisoformat),
    "aware_on": ("c.aware_on", date.fromisoformat),
    "edition": ("c.edition", Edition),
    "edition_reason": ("c.edition_reason", None),
    "closed_on": ("c.closed_on", date.fromisoformat),
    "notification_kind": ("n.kind", NotificationKind),
    "notified_on": ("n.notified_on", date.fromisoformat),
    "partners_told_on": ("n.partners_told_on", date.fromisoformat),
    "copy_received_on": ("n.copy_received_on", date.fromisoformat),
    "outcome": ("coalesce(n.outcome, 'stands')", NotificationOutcome),
    "first_request_on": (_FIRST_REQUEST, date.fromisoformat),
    "last_return_on": (_LAST_RETURN, date.fromisoformat),
    "meeting_on": ("r.meeting_on", date.fromisoformat),
    "authority_signed_on": ("r.authority_signed_on", date.fromisoformat),
    "health_signed_on": ("r.health_signed_on", date.fromisoformat),
    "police_signed_on": ("r.police_signed_on", date.fromisoformat),
    "decision": (_DECISION, Decision),
    "is_reconsidered": (f"coalesce({_IS_RECONSIDERED}, 0)", bool),
    "decided_on": (_DECIDED, date.fromisoformat),
    "rapid_review_sent_on": ("r.sent_on", date.fromisoformat),
    "panel_view": ("coalesce(r.panel_view, 'not_received')", PanelView),
    "panel_replied_on": ("r.panel_replied_on", date.fromisoformat),
    "initiated_on": ("l.initiated_on", date.fromisoformat),
    "decision_told_on": ("l.decision_told_on", date.fromisoformat),
    "last_monitored_on": (_LAST_MONITORED, date.fromisoformat),
    "forecast_on": ("l.forecast_on", date.fromisoformat),
    "delay_told_on": (_DELAY_TOLD, date.fromisoformat),
    "publication_title": ("coalesce(p.title, '')", None),
    "review_type": ("coalesce(p.review_type, '')", None),
    "summary": ("coalesce(p.summary, '')", None),
    "planned_on": ("p.planned_on", date.fromisoformat),
    "copy_sent_on": ("p.copy_sent_on", date.fromisoformat),
    "published_on": ("p.published_on", date.fromisoformat),
    "deposited_on": ("p.deposited_on", date.fromisoformat),
    "archived_on": ("p.archived_on", date.fromisoformat),
    "children": (_CHILDREN, None),
    "briefings": (_BRIEFINGS, None),
    "changed_at": ("(SELECT max(at) FROM audit WHERE case_id = c.id)", datetime.fromisoformat),
}
"""Where each field of `CaseFactsRow` comes from, in its order, and how a text of it is turned."""

_CASES = (
    f"SELECT {', '.join(source for source, _ in _SOURCES.values())} FROM case_file AS c "  # noqa: S608
    "LEFT JOIN notification AS n ON n.case_id = c.id AND n.deleted_at IS NULL "
    "LEFT JOIN rapid_review AS r ON r.case_id = c.id AND r.deleted_at IS NULL "
    "LEFT JOIN local_review AS l ON l.case_id = c.id AND l.deleted_at IS NULL "
    "LEFT JOIN publication AS p ON p.case_id = c.id AND p.deleted_at IS NULL "
    "WHERE c.deleted_at IS NULL"
)
_ONE_CASE = f"{_CASES} AND c.id = ?"
_AGREED_DATES = (
    "SELECT case_id, rule_code, agreed_on, reason, authority FROM agreed_date "
    "WHERE deleted_at IS NULL"
)
_PAUSES = (
    "SELECT case_id, kind, next_check_on, authority, pauses FROM delay "
    "WHERE deleted_at IS NULL AND ended_on IS NULL AND pauses <> '[]' ORDER BY position DESC"
)
_DELAYS = (
    "SELECT case_id, kind, next_check_on, authority FROM delay WHERE deleted_at IS NULL "
    "AND ended_on IS NULL AND pauses = '[]' AND authority <> '' ORDER BY position DESC"
)
_FURTHER_REFERENCES = (
    "SELECT case_id, reference FROM case_reference WHERE deleted_at IS NULL "
    "ORDER BY case_id, position"
)


class _Seen(dict[Any, Any]):
    """Turns texts into values, each distinct one once: dates and themes repeat themselves."""

    def __init__(self, turn: _Turn) -> None:
        super().__init__({None: None})
        self._turn = turn

    def __missing__(self, text: str) -> Any:
        value = self[text] = self._turn(text)
        return value


def read_case_facts(rows: Rows, case_id: UUID | None = None) -> list[CaseFactsRow]:
    """Return every case that was not removed, in no order; only `case_id` if it is given."""
    found = rows.all(f"{_CASES} AND c.id = ?", (case_id.hex,)) if case_id else rows.all(_CASES)
    turns = [turn for _, turn in _SOURCES.values()]
    seen = {turn: _Seen(turn).__getitem__ for turn in turns if turn}
    columns = zip(*found, strict=True)
    read = [
        map(seen[turn], column) if turn else column
        for turn, column in zip(turns, columns, strict=False)
    ]
    return list(map(CaseFactsRow._make, zip(*read, strict=True)))


def of_case(sql: str, case_id: UUID | None) -> tuple[str, tuple[str, ...]]:
    """Return `sql`, narrowed to one case if one is given, with what it is to be asked with."""
    if case_id is None:
        return sql, ()
    return sql.replace("WHERE ", "WHERE case_id = ? AND ", 1), (case_id.hex,)


def read_agreed_dates(rows: Rows, case_id: UUID | None = None) -> dict[UUID, dict[str, AgreedDate]]:
    """Return the agreed dates of each case that has any, by rule code."""
    found: dict[UUID, dict[str, AgreedDate]] = {}
    for key, rule_code, agreed_on, reason, authority in rows.all(*of_case(_AGREED_DATES, case_id)):
        agreed = AgreedDate(date.fromisoformat(agreed_on), reason, authority)
        found.setdefault(UUID(key), {})[rule_code] = agreed
    return found


def read_pauses(rows: Rows, case_id: UUID | None = None) -> dict[UUID, dict[str, Pause]]:
    """Return the clocks that stand in each case, by rule code; the first entry names why."""
    found: dict[UUID, dict[str, Pause]] = {}
    for key, kind, next_check_on, authority, codes in rows.all(*of_case(_PAUSES, case_id)):
        pause = _pause(kind, next_check_on, authority)
        found.setdefault(UUID(key), {}).update(dict.fromkeys(json.loads(codes), pause))
    return found


def read_delays(rows: Rows, case_id: UUID | None = None) -> dict[UUID, Pause]:
    """Return what delays each case by agreement and pauses nothing; the first entry names it."""
    return {
        UUID(key): _pause(kind, next_check_on, authority)
        for key, kind, next_check_on, authority in rows.all(*of_case(_DELAYS, case_id))
    }


def _pause(kind: str, next_check_on: str | None, authority: str) -> Pause:
    check = date.fromisoformat(next_check_on) if next_check_on else None
    return Pause(in_sentence(kind), check, authority)


def read_further_references(rows: Rows, case_id: UUID | None = None) -> dict[UUID, tuple[str, ...]]:
    """Return the further references, as typed, of each case that has any."""
    found: dict[UUID, tuple[str, ...]] = {}
    for key, reference in rows.all(*of_case(_FURTHER_REFERENCES, case_id)):
        found[UUID(key)] = (*found.get(UUID(key), ()), reference)
    return found
