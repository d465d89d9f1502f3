"""The timeline of a case: its milestones in true order, and what held the review up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import Precision, UncertainDate, long_date, short_date
from sgdesk.domain.deadline_words import standing_words
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import CaseSpan, CaseStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.delays import DelayDraft
    from sgdesk.domain.facts import CaseFacts

_NOTIFY = ("SIN-5", "LAC-5", "CL-5")


def timeline(
    incident: UncertainDate, facts: CaseFacts, deadlines: Sequence[Deadline], *, today: date
) -> tuple[CaseStep, ...]:
    """Return the milestones of a case in the order of their days.

    One without a day stays behind the one that comes before it in every case.
    """
    by_code = {deadline.rule.code: deadline for deadline in deadlines}
    notify = next((by_code[code] for code in _NOTIFY if code in by_code), None)
    steps = [
        _incident_step(incident),
        _step("Authority aware", CaseDate.AWARE, None, facts),
        _step("Notified", CaseDate.NOTIFIED, notify, facts),
    ]
    if "RR-15" in by_code:
        steps += _terms("Day 15", "Sent", CaseDate.RAPID_REVIEW_SENT, by_code["RR-15"], facts)
        steps.append(_step("Decision", CaseDate.DECIDED, None, facts))
    if "LR-6M" in by_code:
        steps += _local_review_steps(by_code["LR-6M"], facts)
    steps += _publication_steps(facts, today)
    return _in_true_order(steps)


def spans(delays: Iterable[DelayDraft], *, today: date) -> tuple[CaseSpan, ...]:
    """Return the proceedings and delays of a case that have a first day, earliest first."""
    found = []
    for draft in delays:
        if draft.started_on is None:
            continue
        until = f"to {short_date(draft.ended_on)}" if draft.ended_on else "goes on"
        words = [f"{draft.kind}: since {short_date(draft.started_on)}, {until}"]
        if draft.ended_on:
            words = [f"{draft.kind}: {short_date(draft.started_on)} {until}"]
        if draft.key_date_on:
            verb = "next date" if draft.key_date_on >= today else "date"
            words.append(f"{verb} {long_date(draft.key_date_on)}")
        found.append(CaseSpan(", ".join(words), draft.started_on, draft.ended_on))
    return tuple(sorted(found, key=lambda one: one.started_on))


def _incident_step(incident: UncertainDate) -> CaseStep:
    return CaseStep(
        "Incident",
        incident.words() or "Not recorded",
        "approximate" if incident.precision is Precision.APPROXIMATE else "",
        Standing.WAITING if incident.start is None else Standing.MET,
        incident.start,
    )


def _step(label: str, name: CaseDate, deadline: Deadline | None, facts: CaseFacts) -> CaseStep:
    """Return what happened on a day, judged by its deadline where it has one."""
    done_on = facts.dates.get(name)
    standing = deadline.standing if deadline else Standing.WAITING
    if deadline is not None and deadline.due is not None:
        day = done_on or deadline.counts_to or deadline.due
        words = standing_words(deadline)
        if done_on is None and deadline.agreed is not None:
            words = f"{words}; agreed, by the rule {long_date(deadline.due)}"
        return CaseStep(label, long_date(day), words, standing, day, deadline.rule.code)
    if done_on is not None:
        return CaseStep(label, long_date(done_on), "", Standing.MET, done_on)
    if deadline is not None and standing is Standing.NOT_APPLICABLE:
        return CaseStep(label, "Not applicable", deadline.note, standing, None)
    if CaseDate.PUBLISHED in facts.dates:
        return CaseStep(label, "Not recorded", "", Standing.NOT_APPLICABLE, None)
    return CaseStep(label, "Waiting for a date", "", Standing.WAITING, None)


def _term(label: str, done: str, name: CaseDate, deadline: Deadline, facts: CaseFacts) -> CaseStep:
    """Return the end of a term, and in its note when and how it was met."""
    if deadline.due is None:
        return _step(label, name, deadline, facts)
    day = deadline.counts_to or deadline.due
    done_on = facts.dates.get(name)
    words = standing_words(deadline)
    note = f"{done} {short_date(done_on)}: {words[:1].lower()}{words[1:]}" if done_on else words
    return CaseStep(label, long_date(day), note, deadline.standing, day, deadline.rule.code)


def _terms(
    label: str, done: str, name: CaseDate, deadline: Deadline, facts: CaseFacts
) -> list[CaseStep]:
    """Return the end of a term by the rule, and behind it the agreed one where there is one."""
    if deadline.agreed is None or deadline.due is None:
        return [_term(label, done, name, deadline, facts)]
    code, due = deadline.rule.code, deadline.due
    by_rule = CaseStep(label, long_date(due), "by the rule", Standing.NOT_APPLICABLE, due, code)
    return [by_rule, _term("Agreed date", done, name, deadline, facts)]


def _local_review_steps(deadline: Deadline, facts: CaseFacts) -> list[CaseStep]:
    if CaseDate.PUBLISHED in facts.dates and deadline.due is None:
        return []  # a review that came with the public list has none of the days between
    return _terms("Six months", "Published", CaseDate.PUBLISHED, deadline, facts)


def _publication_steps(facts: CaseFacts, today: date) -> list[CaseStep]:
    published_on = facts.dates.get(CaseDate.PUBLISHED)
    if published_on is not None:
        return [CaseStep("Published", long_date(published_on), "", Standing.MET, published_on)]
    planned_on = facts.dates.get(CaseDate.PLANNED_PUBLICATION)
    if planned_on is None:
        return []
    is_past = planned_on < today
    note = "planned, and not published yet" if is_past else "planned"
    standing = Standing.OVERDUE if is_past else Standing.ON_TRACK
    return [CaseStep("Publication", long_date(planned_on), note, standing, planned_on)]


def _in_true_order(steps: Sequence[CaseStep]) -> tuple[CaseStep, ...]:
    keys: list[date] = []
    for step in steps:
        before = keys[-1] if keys else date.min
        keys.append(before if step.day is None else step.day)
    order = sorted(range(len(steps)), key=lambda at: keys[at])
    return tuple(steps[at] for at in order)
