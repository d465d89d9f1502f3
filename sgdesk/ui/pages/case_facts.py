"""Facts of a case that say how a date stands: what is recorded, and what the rules ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.cases import CaseView
    from sgdesk.records.deadlines import DeadlineRow


def dated(label: str, day: date | None) -> Fact:
    """Return the day in words, or a fact without words."""
    return Fact(label, long_date(day) if day else "")


def answered(label: str, answer: Answer) -> Fact:
    """Return the answer in words, or a fact without words while nobody has answered."""
    return Fact(label, "" if answer is Answer.BLANK else ANSWER_WORDS[answer])


def _row(view: CaseView, codes: tuple[str, ...]) -> DeadlineRow | None:
    return next((row for row in view.deadlines if row.code in codes), None)


def why(view: CaseView, *codes: str) -> str:
    """Return the first of `codes` whose deadline has a date to be explained, or ""."""
    row = _row(view, codes)
    return row.code if row is not None and row.due is not None else ""


def due_note(view: CaseView, *codes: str) -> str:
    """Return how the deadline stands, with its date while it is still to be met."""
    row = _row(view, codes)
    if row is None or row.standing in (Standing.NOT_APPLICABLE, Standing.WAITING):
        return ""
    is_done = row.standing in (Standing.MET, Standing.MET_LATE)
    if row.due is None or is_done:
        return row.standing_words
    agreed = f", agreed {day_and_month(row.agreed_on)}" if row.agreed_on else ""
    return f"{row.standing_words} · by the rule {long_date(row.due)}{agreed}"


def due_fact(view: CaseView, label: str, day: date | None, codes: tuple[str, ...]) -> Fact:
    """Return the day with how the deadline that it meets stands; the first of `codes` there is."""
    words = long_date(day) if day else ""
    return Fact(label, words, due_note(view, *codes), why=why(view, *codes))


def rule_fact(view: CaseView, label: str, code: str) -> Fact:
    """Return the date that a rule gives, and how it stands."""
    row = _row(view, (code,))
    due = row.due if row else None
    words = long_date(due) if due else "Waiting for a date"
    return Fact(label, words, due_note(view, code), why=why(view, code))
