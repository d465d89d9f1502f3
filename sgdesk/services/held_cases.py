"""Every case of the register, kept between readings: only what changed is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.services.held_facts import HeldCase, read_cases
from sgdesk.store.queries.changes import read_changed_cases, read_last_change

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Rows

_MOST_CHANGES = 20
"""More changed cases than this are read quicker together with all others."""


class Reading(NamedTuple):
    """Every case as it was after entry `last` of the audit trail."""

    last: int
    cases: dict[UUID, HeldCase]
    pending: object = None
    """What was worked out from them; kept by `read_pending_cases`, and for it alone."""


def read_held_cases(register: Register, case_id: UUID | None = None) -> tuple[HeldCase, ...]:
    """Return every case with its facts, or the one case asked for if it is there.

    The register keeps them, so that after a save only the cases that changed are read again.
    """
    if case_id is None:
        return tuple(read_all_held(register).cases.values())
    with register.store.rows() as rows:
        return tuple(read_cases(rows, case_id).values())


def count_held_cases(register: Register) -> int:
    """Return how many cases the register had when they were last read, 0 before that."""
    held = register.held
    return len(held.cases) if isinstance(held, Reading) else 0


def read_all_held(register: Register) -> Reading:
    """Return every case with its facts, and what is kept beside them; any thread may ask.

    What is kept is never changed in place: a reading in another thread goes on with its own.
    """
    with register.store.rows() as rows:
        before = register.held
        reading = _read_anew(rows, before if isinstance(before, Reading) else None)
    register.held = reading
    return reading


def _read_anew(rows: Rows, before: Reading | None) -> Reading:
    last = read_last_change(rows)
    if before is None:
        return Reading(last, read_cases(rows))
    if last == before.last:
        return before
    changed = read_changed_cases(rows, before.last)
    if None in changed or len(changed) > _MOST_CHANGES:
        return Reading(last, read_cases(rows), before.pending)
    cases = dict(before.cases)
    for key in filter(None, changed):
        cases.pop(key, None)
        cases |= read_cases(rows, key)
    return Reading(last, cases, before.pending)
