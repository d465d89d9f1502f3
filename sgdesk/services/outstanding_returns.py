"""Which agencies of a case still owe something, read without anything else of their requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register

_SELECT = (
    "SELECT coalesce(a.name, 'an agency that was not chosen'), "
    "CASE WHEN r.received_on IS NULL THEN r.asked_on IS NOT NULL "
    "ELSE r.queried_on IS NOT NULL AND r.answered_on IS NULL END "
    "FROM agency_request AS r LEFT JOIN agency AS a ON a.id = r.agency_id "
    "WHERE r.case_id = ? AND r.deleted_at IS NULL AND r.not_needed_reason = '' "
    "ORDER BY r.position"
)


class OutstandingReturns(NamedTuple):
    agencies: tuple[str, ...] = ()
    """Names of those whose return, or whose answer to a query, is still to come."""
    has_requests: bool = False
    """Whether there is any request that was not taken back."""


NO_RETURNS = OutstandingReturns()


def read_outstanding_returns(register: Register, case_id: UUID) -> OutstandingReturns:
    """Return what `list_requests` would tell by its states, in its order."""
    with register.store.rows() as rows:
        found = rows.all(_SELECT, (case_id.hex,))
    return OutstandingReturns(tuple(name for name, is_out in found if is_out), bool(found))
