"""What a case needs now and after that, why, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.applicability import why_over
from sgdesk.domain.case_dates import FIELD_WORDS, CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadline_words import short_standing_words, standing_words
from sgdesk.domain.looks import first_look, presses_more
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import NextStep
from sgdesk.records.family import NO_FAMILY_STEP
from sgdesk.services.case_list import in_order, next_deadline
from sgdesk.services.family import held_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.facts import CaseFacts
    from sgdesk.domain.rules import Rule
    from sgdesk.records.family import FamilyStep, NoContact

_NOTIFICATION, _RAPID, _LOCAL, _PUBLICATION = (
    "notification",
    "rapid_review",
    "local_review",
    "publication",
)
_DELAYS = "delays"

_MOST_STEPS = 3
_FAR = 130
"""What is due in more working days than these, half a year, is no next step yet."""

STEPS = {
    "SIN-5": ("Notify the Panel", _NOTIFICATION),
    "SIN-P": ("Tell the safeguarding partners", _NOTIFICATION),
    "LAC-5": ("Notify the death", _NOTIFICATION),
    "CL-5": ("Notify the death", _NOTIFICATION),
    "RR-COPY": ("Get the copy of the notification", _NOTIFICATION),
    "RR-ISSUE": ("Send the requests to agencies", "agencies:ask"),
    "RR-RETURN": ("Chase the agency returns", "agencies"),
    "RR-PANEL": ("Hold the Rapid Review meeting", f"{_RAPID}:meeting"),
    "RR-SIGN": ("Get the partners’ sign-off", f"{_RAPID}:decision"),
    "RR-15": ("Send the Rapid Review to the Panel", f"{_RAPID}:sending"),
    "PANEL-RESP": ("Chase the Panel’s reply", f"{_RAPID}:panel"),
    "LR-TELL": ("Tell the Panel of the decision", f"{_LOCAL}:decision_told_on"),
    "LR-6M": ("Complete and publish the local review", _LOCAL),
    "LR-MON": ("Monitor the local review", f"{_LOCAL}:monitoring"),
    "LR-DELAY": ("Tell the reasons for delay", _DELAYS),
    "PUB-7": ("Send the full report to the Panel", _PUBLICATION),
    "PUB-1Y": ("Keep the report available", _PUBLICATION),
    "PUB-3Y": ("Move the review to the archive", _PUBLICATION),
    "PUB-REP": ("Deposit with the national repository", _PUBLICATION),
}
_RECORDED_IN = {
    CaseDate.AWARE: "case",
    CaseDate.NOTIFIED: _NOTIFICATION,
    CaseDate.RAPID_REVIEW_SENT: f"{_RAPID}:sending",
    CaseDate.DECIDED: f"{_RAPID}:decision",
}
"""Where the date that a deadline waits for is recorded, if not in the part it is about."""


def next_step(
    facts: CaseFacts,
    deadlines: Sequence[Deadline],
    *,
    briefings: int,
    family: FamilyStep = NO_FAMILY_STEP,
) -> NextStep:
    """Return the step that the earliest open deadline asks for, with its reason.

    A step that means contacting the family is not offered on a day on which nobody contacts
    it; the reason of the step offered instead says so.
    """
    asked = _decision_step(facts)
    if asked is not None:
        return asked
    is_listed = CaseDate.PUBLISHED in facts.dates and CaseDate.ARCHIVED not in facts.dates
    if is_listed and not briefings:
        return NextStep(
            "Write the learning briefing",
            "The review is published and no briefing speaks of it.",
            "briefing",
            "Write…",
        )
    tells_family = family.is_untold and CaseDate.COPY_SENT in facts.dates and not why_over(facts)
    if tells_family and family.held_by is None:
        return NextStep(
            "Tell the family of the publication date",
            "The full report was sent, and the log does not say that the family knows.",
            "family:contact",
            "Tell…",
        )
    waits = _waits_words(family.held_by) if tells_family and family.held_by else ""
    deadline, look = next_deadline(deadlines), first_look(deadlines)
    if look is not None and not presses_more(deadline, look):
        is_waiting = look.standing is Standing.WAITING and look.pause is not None
        held_by = look.pause.by if is_waiting and look.pause else look.note
        reason = f"Paused by {held_by}. {waits}".strip()
        return NextStep("Look again at the pause", reason, _DELAYS, "Look…", code=look.rule.code)
    return _deadline_step(deadline, waits)


def _decision_step(facts: CaseFacts) -> NextStep | None:
    """Return what the decision or the Panel's view asks for, whatever deadline is open."""
    if CaseDate.RAPID_REVIEW_SENT in facts.dates and facts.decision is Decision.NOT_MADE:
        sent = "The Rapid Review has been sent."
        return NextStep("Record the decision", sent, f"{_RAPID}:decision", "Record…")
    if why_over(facts):
        return None
    if facts.asks_to_reconsider:
        national = "The Panel chose a national review."
        reason = national if facts.has_national_review else "The Panel disagrees with it."
        return NextStep("Reconsider the decision", reason, f"{_RAPID}:panel", "Reconsider…")
    if facts.is_asked_for_more:
        more = "The Panel asks for more information."
        return NextStep("Answer the Panel", more, f"{_RAPID}:panel", "Record…")
    return None


def next_steps(
    facts: CaseFacts,
    deadlines: Sequence[Deadline],
    *,
    briefings: int,
    family: FamilyStep = NO_FAMILY_STEP,
) -> tuple[NextStep, ...]:
    """Return up to three steps in order: `next_step`, and what the next deadlines ask for.

    No step is named twice; none is returned where nothing is due.
    """
    first = next_step(facts, deadlines, briefings=briefings, family=family)
    found = {first.words: first} if first.dialog else {}
    for deadline in _asking(deadlines):
        step = _deadline_step(deadline, "")
        found.setdefault(step.words, step)
    return tuple(found.values())[:_MOST_STEPS]


def _asking(deadlines: Sequence[Deadline]) -> Iterator[Deadline]:
    """Yield those that ask for something soon, in order.

    Of those that wait for a date the first alone: the dates of the process follow each other.
    """
    is_waiting = False
    for deadline in in_order(deadlines):
        waits = deadline.standing is Standing.WAITING
        is_act = deadline.rule.completed_by is not None or deadline.rule.is_own
        is_soon = is_act and deadline.days <= _FAR
        if is_soon and not (waits and is_waiting):
            yield deadline
        is_waiting = is_waiting or waits


def _deadline_step(deadline: Deadline | None, waits: str) -> NextStep:
    if deadline is None:
        reason = waits or "No deadline of this case is open."
        return NextStep("Nothing is due", reason, "", "")
    words, dialog = _own_step(deadline.rule) or STEPS[deadline.rule.code]
    if deadline.standing is Standing.PAUSED:
        reason = f"{standing_words(deadline)}. {waits}".strip()
        rule = _rule_words(deadline.rule)
        return NextStep(
            "See what holds the review up", reason, _DELAYS, "Show…", rule, deadline.rule.code
        )
    if deadline.standing is Standing.WAITING:
        field = FIELD_WORDS[deadline.rule.trigger]
        target = _RECORDED_IN.get(deadline.rule.trigger, dialog.partition(":")[0])
        return NextStep(
            f"Record the {field}",
            f"{deadline.rule.title}: waits for it. {waits}".strip(),
            target,
            "Record…",
            _rule_words(deadline.rule),
            deadline.rule.code,
        )
    reason = f"{_reason(deadline)} {waits}".strip()
    rule = _rule_words(deadline.rule)
    return NextStep(words, reason, dialog, "Record…", rule, deadline.rule.code)


def _own_step(rule: Rule) -> tuple[str, str] | None:
    """Return what a milestone of the partnership's own asks for, and where it is recorded."""
    return (rule.name, f"{_RAPID}:{rule.code}") if rule.is_own else None


def _rule_words(rule: Rule) -> str:
    """Return how binding a rule is and what it says: "Duty: 5 working days after …"."""
    return f"{WEIGHT_WORDS[rule.weight]}: {rule.period}"


def _waits_words(held: NoContact) -> str:
    return f"Telling the family of the date waits. {held_words(held)}"


def _reason(deadline: Deadline) -> str:
    words = short_standing_words(deadline)
    counts_to, note = deadline.counts_to, deadline.note
    sentence = f"{words}: {long_date(counts_to)}." if counts_to else f"{words}."
    if deadline.due is not None and deadline.due != counts_to:
        sentence = f"{sentence} That is agreed; by the rule it is {long_date(deadline.due)}."
    return f"{sentence} {note[:1].upper()}{note[1:]}." if note else sentence
