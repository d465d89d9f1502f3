"""What is known of one request to an agency, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import CHASE_WORDS
from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.agencies import RequestRow
    from sgdesk.services.request_days import RequestDays

WHY_DUE = "why"
"""What the pane is asked for the working of the due date."""
_CONTENT = (
    ("involvement", "Involvement"),
    ("practice_episodes", "Key practice episodes"),
    ("child_voice", "The child’s voice"),
    ("identity", "Identity and culture"),
    ("good_practice", "Good practice"),
    ("learning", "Learning"),
    ("review_view", "View on a local review"),
)


def days_words(days: RequestDays) -> str:
    """Return what the requests mean for the days of the Rapid Review; "" where they mean none."""
    if not days.are_known or days.first_request_on is None:
        return ""
    first, last = day_and_month(days.first_request_on), "last return to come"
    if days.last_return_on is not None:
        last = f"last return {day_and_month(days.last_return_on)}"
    return f"Rapid Review: first request {first}, {last}."


def request_facts(row: RequestRow) -> tuple[Fact, ...]:
    """Return what the pane of a chosen request reads; what is not known is left out."""
    facts = [
        _purpose(row),
        _asked(row),
        _due(row),
        *_answers(row),
        *_returned(row),
        *_query(row),
        *_chased(row),
    ]
    if row.request.not_needed_reason:
        facts.append(Fact("Not needed", row.request.not_needed_reason))
    if row.request.note:
        facts.append(Fact("Note", row.request.note))
    facts += [
        Fact(title, text) for name, title in _CONTENT if (text := getattr(row.returned, name))
    ]
    return tuple(facts)


def _purpose(row: RequestRow) -> Fact:
    then = f"The agency was called {row.former_name} then." if row.former_name else ""
    return Fact("For", f"{row.purpose}, round {row.round}", then)


def _asked(row: RequestRow) -> Fact:
    asked = row.request
    if asked.asked_on is None:
        return Fact("Asked", "Not asked yet")
    to = f"To: {asked.contact}" if asked.contact else ""
    by = f"by {asked.route[:1].lower()}{asked.route[1:]}" if asked.route else ""
    return Fact("Asked", long_date(asked.asked_on), ", ".join(one for one in (to, by) if one))


def _due(row: RequestRow) -> Fact:
    if row.due_on is None:
        return Fact("Due", "No date", "Edit the request to give it one.")
    if row.due_is_own:
        words = f"{long_date(row.due_on)}, own date"
        return Fact("Due", words, row.request.due_reason, why=WHY_DUE)
    shared = "The date of all returns of this Rapid Review."
    return Fact("Due", long_date(row.due_on), shared, why=WHY_DUE)


def _answers(row: RequestRow) -> list[Fact]:
    asked = row.request
    facts = _dated("Acknowledged", asked.acknowledged_on)
    return facts + _dated("Promised for", asked.promised_on)


def _returned(row: RequestRow) -> list[Fact]:
    came = row.returned
    if came.received_on is None:
        return []
    kind = "Nil return, " if came.is_nil else ""
    parts = (
        f"version {came.version}" if came.version else "",
        f"author: {came.author}" if came.author else "",
        f"signed by: {came.signatory}" if came.signatory else "",
    )
    note = ", ".join(part for part in parts if part)
    facts = [
        Fact("Received", f"{kind}{long_date(came.received_on)}", f"{note[:1].upper()}{note[1:]}")
    ]
    if came.period_covered:
        facts.append(Fact("Period covered", came.period_covered))
    if came.documents_secured is not Answer.BLANK:
        facts.append(Fact("Documents secured", ANSWER_WORDS[came.documents_secured]))
    if came.checked_on is not None:
        found = "Sound" if came.found_sound is Answer.YES else "Not sound"
        words = f"{found}, {long_date(came.checked_on)}, {came.checked_by}"
        facts.append(Fact("Quality check", words, came.check_note))
    elif not came.is_nil:
        facts.append(Fact("Quality check", "Not checked yet"))
    return facts


def _query(row: RequestRow) -> list[Fact]:
    asked = row.request
    if asked.queried_on is None:
        return []
    answered = f"Answered {long_date(asked.answered_on)}" if asked.answered_on else "No answer yet"
    return [Fact("Query", f"{long_date(asked.queried_on)}: {asked.query}", answered)]


def _chased(row: RequestRow) -> list[Fact]:
    if row.last_step is None or row.last_chased_on is None:
        return []
    times = "Once" if row.chases == 1 else f"{row.chases} times"
    last = f"Last: {CHASE_WORDS[row.last_step].lower()}, {long_date(row.last_chased_on)}"
    return [Fact("Chased", times, last)]


def _dated(label: str, day: date | None) -> list[Fact]:
    return [Fact(label, long_date(day))] if day is not None else []
