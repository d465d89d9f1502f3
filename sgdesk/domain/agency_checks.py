"""What is wrong with a request to an agency, or with what it returned: all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft


def check_agency_request(draft: AgencyRequestDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    problems: list[Problem] = []
    if draft.agency_id is None:
        problems.append(Problem("agency_id", "Agency: choose whom to ask."))
    if not draft.purpose.strip():
        problems.append(Problem("purpose", "What for: say what the agency is asked for."))
    if draft.round < 1:
        problems.append(Problem("round", "Round: the first is round 1."))
    past = (
        ("asked_on", "Asked on", draft.asked_on),
        ("acknowledged_on", "Acknowledged on", draft.acknowledged_on),
        ("queried_on", "Queried on", draft.queried_on),
        ("answered_on", "Answered on", draft.answered_on),
    )
    coming = (
        ("due_on", "Own date", draft.due_on),
        ("promised_on", "Promised for", draft.promised_on),
    )
    problems += date_problems(past, today=today)
    problems += date_problems(coming)
    problems += _own_date_problems(draft)
    problems += _answer_problems(draft)
    problems += _query_problems(draft)
    return problems


def _own_date_problems(draft: AgencyRequestDraft) -> list[Problem]:
    if draft.due_on is None:
        if draft.due_reason.strip():
            return [Problem("due_on", "Own date: give the date that the reason speaks of.")]
        return []
    problems = []
    if not draft.due_reason.strip():
        problems.append(
            Problem("due_reason", "Reason: say why the date by the rule does not hold.")
        )
    if draft.asked_on is not None and draft.due_on < draft.asked_on:
        problems.append(_too_early("due_on", "Own date", "it was asked", draft.asked_on))
    return problems


def _answer_problems(draft: AgencyRequestDraft) -> list[Problem]:
    """What the agency said to the request comes after the request."""
    if draft.asked_on is None:
        return [
            Problem("asked_on", f"Asked on: give the day, as {words} is there.")
            for words, day in (
                ("the day it was acknowledged", draft.acknowledged_on),
                ("a promised day", draft.promised_on),
            )
            if day is not None
        ][:1]
    return [
        _too_early(name, words, "it was asked", draft.asked_on)
        for name, words, day in (
            ("acknowledged_on", "Acknowledged on", draft.acknowledged_on),
            ("promised_on", "Promised for", draft.promised_on),
        )
        if day is not None and day < draft.asked_on
    ]


def _query_problems(draft: AgencyRequestDraft) -> list[Problem]:
    has_text = bool(draft.query.strip())
    if draft.queried_on is None:
        if has_text or draft.answered_on is not None:
            return [Problem("queried_on", "Queried on: give the day the query went out.")]
        return []
    problems = []
    if not has_text:
        problems.append(Problem("query", "Query: write what was asked back."))
    if draft.asked_on is not None and draft.queried_on < draft.asked_on:
        problems.append(_too_early("queried_on", "Queried on", "it was asked", draft.asked_on))
    if draft.answered_on is not None and draft.answered_on < draft.queried_on:
        problems.append(_too_early("answered_on", "Answered on", "the query", draft.queried_on))
    return problems


def check_agency_return(
    draft: AgencyReturnDraft, *, today: date, asked_on: date | None = None
) -> list[Problem]:
    """Return every problem of `draft` at once; `asked_on` is the day of its request."""
    problems = date_problems(
        (
            ("received_on", "Received on", draft.received_on),
            ("checked_on", "Checked on", draft.checked_on),
        ),
        today=today,
    )
    if draft.received_on is None:
        problems += _unreceived_problems(draft)
    else:
        if asked_on is not None and draft.received_on < asked_on:
            problems.append(_too_early("received_on", "Received on", "it was asked", asked_on))
        if draft.checked_on is not None and draft.checked_on < draft.received_on:
            problems.append(
                _too_early("checked_on", "Checked on", "it was received", draft.received_on)
            )
    return problems + _check_problems(draft)


def _unreceived_problems(draft: AgencyReturnDraft) -> list[Problem]:
    held = (
        (draft.is_nil, "A nil return needs the day it came."),
        (draft.checked_on is not None, "What was checked needs the day it came."),
        (_has_content(draft), "What the agency wrote needs the day it came."),
    )
    return [Problem("received_on", f"Received on: {words}") for is_held, words in held if is_held][
        :1
    ]


def _has_content(draft: AgencyReturnDraft) -> bool:
    texts = (
        draft.version, draft.author, draft.signatory, draft.period_covered, draft.involvement,
        draft.practice_episodes, draft.child_voice, draft.identity, draft.good_practice,
        draft.learning, draft.review_view,
    )  # fmt: skip
    return any(text.strip() for text in texts)


def _check_problems(draft: AgencyReturnDraft) -> list[Problem]:
    """A quality check needs who made it, when, and what it found."""
    is_answered = draft.found_sound is not Answer.BLANK
    has_note = bool(draft.check_note.strip())
    has_name = bool(draft.checked_by.strip())
    if draft.checked_on is None:
        if is_answered or has_note or has_name:
            return [Problem("checked_on", "Checked on: give the day of the quality check.")]
        return []
    problems = []
    if not has_name:
        problems.append(Problem("checked_by", "Checked by: say who checked the return."))
    if not is_answered:
        problems.append(Problem("found_sound", "Sound: say what the check found."))
    if draft.found_sound is Answer.NO and not has_note:
        problems.append(Problem("check_note", "Note: say what has to be asked again."))
    return problems


def _too_early(name: str, words: str, before: str, day: date) -> Problem:
    return Problem(name, f"{words}: this is before {before}, {long_date(day)}.")
