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

    @property
    def is_open(self) -> bool:
        return self.ended_on is None


def in_sentence(kind: str) -> str:
    """Return what holds a review up as the middle of a sentence says it: "criminal trial".

    Abbreviations such as "MAPPA" stay as they are.
    """
    return kind if kind[1:2].isupper() else f"{kind[:1].lower()}{kind[1:]}"


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
        ("next_check_on", "Next look", draft.next_check_on),
    )
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    wrong = {problem.field for problem in problems}
    problems += [one for one in _out_of_order(draft) if one.field not in wrong]
    return [*problems, *_missing(draft)]


def _out_of_order(draft: DelayDraft) -> list[Problem]:
    since = draft.started_on
    return [
        Problem(name, f"{title}: it is before the day it began. Put one of the two right.")
        for name, title, day in (
            ("expected_on", "Review goes on", draft.expected_on),
            ("ended_on", "Ended on", draft.ended_on),
        )
        if since is not None and day is not None and day < since
    ]


def _missing(draft: DelayDraft) -> list[Problem]:
    problems = []
    if not draft.kind.strip():
        problems.append(Problem("kind", "What it is: choose it from the list, or write it."))
    if not draft.reason.strip():
        problems.append(Problem("reason", "Reason: say why the review waits."))
    if draft.pauses and draft.is_open and draft.next_check_on is None:
        problems.append(
            Problem("next_check_on", "Next look: say when somebody looks again at the pause.")
        )
    if draft.pauses and not draft.authority.strip():
        problems.append(Problem("authority", "Agreed by: say who agreed that a clock stands."))
    if draft.agreed_on and not draft.authority.strip() and not draft.pauses:
        problems.append(
            Problem("authority", "Agreed by: say who agreed on that day.", is_warning=True)
        )
    return problems
