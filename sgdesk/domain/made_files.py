"""Files that left the register: what each was made from, and who received it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class FieldPrint:
    """A field that a file was made from, and the digest of what it held then."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class ExportRecipientDraft:
    """Somebody who was sent a file."""

    name: str = field(default="", repr=False)
    sent_on: date | None = None
    route: str = ""
    note: str = prose()


def check_export_recipient(draft: ExportRecipientDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems: list[Problem] = []
    if not draft.name.strip():
        problems.append(Problem("name", "Who received it: give a name, a role or a team."))
    if draft.sent_on is None:
        problems.append(Problem("sent_on", "Sent on: give the day on which it was sent."))
    problems += date_problems([("sent_on", "Sent on", draft.sent_on)], today=today)
    return problems


def changed_fields(before: tuple[FieldPrint, ...], now: tuple[FieldPrint, ...]) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of `now`, then those gone."""
    held = {one.name: one.digest for one in before}
    changed = [one.name for one in now if held.get(one.name) != one.digest]
    gone = held.keys() - {one.name for one in now}
    return (*changed, *sorted(gone))
