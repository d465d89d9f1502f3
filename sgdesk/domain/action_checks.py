"""What an action needs before it is saved: an owner, a day, and evidence before it closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.learning import (
    CLOSED_STATUSES,
    STATUS_WORDS,
    ActionPlan,
    ActionStatus,
)
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.learning import ActionDraft

COMPLETE_STATUSES = frozenset({ActionStatus.EVIDENCED, ActionStatus.EMBEDDED})
"""Statuses that say that the action was done, and so need evidence."""

_NEEDS_NOTE = frozenset({ActionStatus.SUPERSEDED, ActionStatus.NOT_ACCEPTED})
_NOBODY = re.compile(
    r"\b(all|any|everyone|everybody|each|various|partners|agencies|tbc|tba|to be confirmed)\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"\A(consider|explore|look at|look into|think about|be aware|be mindful|remember|seek to"
    r"|aim to|try to)\b",
    re.IGNORECASE,
)


def check_action(draft: ActionDraft, *, today: date) -> list[Problem]:
    """Return every problem of what `draft` says itself; warnings do not stop saving.

    What other rows have to say of it is asked by `check_held_action`.
    """
    return [
        *_day_problems(draft, today),
        *_duty_problems(draft),
        *_revision_problems(draft),
        *_closing_problems(draft),
        *_hints(draft),
    ]


def check_held_action(draft: ActionDraft, *, evidence: int, impacts: int) -> list[Problem]:
    """Return every problem of an action beside its `evidence` and `impacts`, as many as it has.

    Nothing counts as complete without evidence, or as embedded without an impact.
    """
    problems: list[Problem] = []
    if draft.plan is ActionPlan.SINGLE_AGENCY and draft.agency_id is None:
        problems.append(
            Problem("agency_id", "Agency: choose the one in whose own plan this action is.")
        )
    if draft.status in COMPLETE_STATUSES and not evidence:
        awaited = STATUS_WORDS[ActionStatus.AWAITING_EVIDENCE]
        problems.append(
            Problem(
                "status",
                f"Status: {_name(draft)} counts as complete only with evidence. Add evidence, "
                f"or choose “{awaited}”.",
            )
        )
    elif draft.status is ActionStatus.EMBEDDED and not impacts:
        evidenced = STATUS_WORDS[ActionStatus.EVIDENCED]
        problems.append(
            Problem(
                "status",
                f"Status: {_name(draft)} counts as embedded only with an impact. Assess the "
                f"impact, or choose “{evidenced}”.",
            )
        )
    return problems


def _name(draft: ActionDraft) -> str:
    return f"action {draft.number}" if draft.number else "this action"


def _day_problems(draft: ActionDraft, today: date) -> list[Problem]:
    past = (
        ("set_on", "Set on", draft.set_on),
        ("escalated_on", "Escalated on", draft.escalated_on),
        ("closed_on", "Closed on", draft.closed_on),
    )
    coming = (
        ("due_on", "Due date", draft.due_on),
        ("revised_on", "Revised due date", draft.revised_on),
    )
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    if draft.set_on is None:
        return problems
    if draft.due_on is not None and draft.due_on < draft.set_on:
        problems.append(_before("due_on", "Due date", draft.set_on))
    if draft.closed_on is not None and draft.closed_on < draft.set_on:
        problems.append(_before("closed_on", "Closed on", draft.set_on))
    return problems


def _before(name: str, words: str, set_on: date) -> Problem:
    return Problem(name, f"{words}: it is before the action was set, {long_date(set_on)}.")


def _duty_problems(draft: ActionDraft) -> list[Problem]:
    """An action that was not accepted needs neither an owner nor a day."""
    problems: list[Problem] = []
    if not draft.text.strip():
        problems.append(Problem("text", "Action: write what is to be done."))
    if draft.status is ActionStatus.NOT_ACCEPTED:
        return problems
    if not draft.owner.strip():
        problems.append(
            Problem("owner", "Owner: name the role that answers for it, such as Named nurse.")
        )
    if draft.due_on is None:
        problems.append(Problem("due_on", "Due date: give the day by which it is to be done."))
    if draft.escalated_on is not None and not draft.escalated_to.strip():
        problems.append(Problem("escalated_to", "Escalated to: say to whom."))
    return problems


def _revision_problems(draft: ActionDraft) -> list[Problem]:
    problems: list[Problem] = []
    if draft.revised_on is None:
        if draft.revised_reason.strip() or draft.revised_by.strip():
            problems.append(
                Problem(
                    "revised_on", "Revised due date: give it, or clear the reason and who agreed."
                )
            )
        return problems
    if draft.due_on is not None and draft.revised_on <= draft.due_on:
        problems.append(
            Problem(
                "revised_on",
                f"Revised due date: it has to be after the first one, {long_date(draft.due_on)}.",
            )
        )
    if not draft.revised_reason.strip():
        problems.append(Problem("revised_reason", "Reason: say why the due date was moved."))
    if not draft.revised_by.strip():
        problems.append(Problem("revised_by", "Agreed by: say who agreed to the later date."))
    return problems


def _closing_problems(draft: ActionDraft) -> list[Problem]:
    if draft.status not in CLOSED_STATUSES:
        if draft.closed_on is None:
            return []
        return [
            Problem("closed_on", "Closed on: clear it, or choose the status it was closed with.")
        ]
    problems: list[Problem] = []
    if draft.closed_on is None:
        problems.append(Problem("closed_on", "Closed on: give the day."))
    if not draft.closed_by.strip():
        problems.append(Problem("closed_by", "Closed by: say who agreed, such as Review group."))
    if draft.status in _NEEDS_NOTE and not draft.closing_note.strip():
        problems.append(
            Problem("closing_note", "Closing note: say why it is not done, or what replaced it.")
        )
    return problems


def _hints(draft: ActionDraft) -> list[Problem]:
    """Say what keeps an open action from being specific and measurable."""
    if draft.status in CLOSED_STATUSES or not draft.text.strip():
        return []
    hints: list[Problem] = []
    if (vague := _UNSEEN.match(draft.text.strip())) is not None:
        hints.append(
            _hint("text", f"Action: “{vague[0]}” cannot be seen to be done. Say what will be done.")
        )
    if _NOBODY.search(draft.owner):
        hints.append(
            _hint("owner", "Owner: name one role. What belongs to many is done by nobody.")
        )
    if not draft.success_measure.strip():
        hints.append(
            _hint("success_measure", "Measure of success: say how you will know that it worked.")
        )
    return hints


def _hint(name: str, message: str) -> Problem:
    return Problem(name, message, is_warning=True)
