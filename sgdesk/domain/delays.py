"""Proceedings and delay: what holds a review up, who agreed, and when somebody looks again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

PAUSABLE_CLOCKS = ("RR-15", "PANEL-RESP", "LR-6M", "LR-MON", "LR-DELAY", "PUB-7", "PUB-REP")
"""Codes of the rules whose clocks an entry of the register may pause."""


@dataclass(frozen=True, slots=True)
class DelayDraft:
    kind: str = ""
    """What it is, such as a criminal trial, in the words of the list of proceedings."""
    state: str = ""
    reason: str = prose()
    contact: str = ""
    """Whom to ask how it stands: a role, such as the officer in the case."""
    started_on: date | None = None
    key_date_on: date | None = None
    """The next date of the proceedings themselves, such as the first day of the trial."""
    expected_on: date | None = None
    """When the review is now expected to go on."""
    authority: str = ""
    """Who agreed to the delay."""
    agreed_on: date | None = None
    next_check_on: date | None = None
    pauses: tuple[str, ...] = ()
    """Codes of the rules whose clocks stand while this lasts."""
    told_on: date | None = None
    """The day the Panel and the Secretary of State were told the reasons."""
    effect: str = prose()
    """What it means for the publication."""
    ended_on: date | None = None


def check_delay(draft: DelayDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    past = (
        ("started_on", "Since", draft.started_on),
        ("agreed_on", "Agreed on", draft.agreed_on),
        ("told_on", "Panel told", draft.told_on),
        ("ended_on", "Ended on", draft.ended_on),
    )
    coming = (
        ("key_date_on", "Next date of the proceedings", draft.key_date_on),
        ("expected_on", "Review goes on", draft.expected_on),
        ("next_check_on", "Next check", draft.next_check_on),
    )
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    if not draft.kind.strip():
        problems.append(Problem("kind", "What it is: choose it from the list, or write it."))
    if not draft.reason.strip():
        problems.append(Problem("reason", "Reason: say why the review waits."))
    if draft.pauses and draft.ended_on is None and draft.next_check_on is None:
        problems.append(
            Problem("next_check_on", "Next check: say when somebody looks again at the pause.")
        )
    if draft.pauses and not draft.authority.strip():
        problems.append(Problem("authority", "Agreed by: say who agreed that a clock stands."))
    if draft.started_on and draft.ended_on and draft.ended_on < draft.started_on:
        problems.append(Problem("ended_on", "Ended on: it is before the day it began."))
    return problems
