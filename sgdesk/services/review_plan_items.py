"""What is planned and done in a local review, day by day: for the plan of its six months."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.dates import add_months, day_and_month, long_date
from sgdesk.domain.deadline_words import short_standing_words
from sgdesk.domain.delays import DelayDraft, in_sentence
from sgdesk.domain.family import TELLINGS, lowered
from sgdesk.domain.standings import Standing
from sgdesk.services.deadline_notes import deadline_notes
from sgdesk.services.entries import list_entries
from sgdesk.services.family import read_family
from sgdesk.services.local_reviews import read_review_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.records.review_parts import ReviewParts
    from sgdesk.services.family import Family
    from sgdesk.services.register import Register

MONITORING = "LR-MON"
LAST_DAY = "LR-6M"
_COPY = "PUB-7"
_DEADLINES = ("LR-TELL", LAST_DAY, _COPY)
DONE, PLANNED, OVER = "Done", "Planned", "Over"
_BY_RULE = "Another date is agreed"


class PlanItem(NamedTuple):
    """One line of the plan. It names nobody."""

    day: date
    words: str
    standing: Standing | None
    standing_words: str


class PlanParts(NamedTuple):
    """What a plan is made of; what hangs on the case besides is read for it."""

    case_id: UUID
    local_review: LocalReviewDraft
    publication: PublicationDraft
    deadlines: Mapping[str, Deadline]
    """Of the case, by code."""
    end: date
    """The last day of the plan: monitoring is planned up to it."""


def plan_items(register: Register, parts: PlanParts, *, today: date) -> tuple[PlanItem, ...]:
    """Return everything that a local review has a day for, earliest first."""
    review = read_review_parts(register, parts.case_id, today=today)
    delays = [one.draft for one in list_entries(register, DelayDraft, parts.case_id)]
    found = [
        *_review_items(parts.local_review, today),
        *_deadline_items(parts),
        *_part_items(review, today),
        *_monitoring_items(review, parts),
        *(item for one in delays for item in _delay_items(one, today)),
        *_family_items(read_family(register, parts.case_id)),
        *_publication_items(register, parts, today),
    ]
    return tuple(sorted(found, key=lambda item: item.day))


def _done(day: date | None, words: str) -> Iterator[PlanItem]:
    if day is not None:
        yield PlanItem(day, words, Standing.MET, DONE)


def _booked(day: date | None, words: str, today: date) -> Iterator[PlanItem]:
    """Yield what happens on its day: done when that is over."""
    if day is not None and day >= today:
        yield PlanItem(day, words, Standing.ON_TRACK, PLANNED)
    else:
        yield from _done(day, words)


def _marked(day: date | None, words: str, today: date) -> Iterator[PlanItem]:
    """Yield a day of which nobody records whether it was kept."""
    if day is not None:
        is_over = day < today
        standing = None if is_over else Standing.ON_TRACK
        yield PlanItem(day, words, standing, OVER if is_over else PLANNED)


def _review_items(draft: LocalReviewDraft, today: date) -> Iterator[PlanItem]:
    yield from _done(draft.initiated_on, "Decision to initiate")
    yield from _done(draft.decision_told_on, "Decision told")
    yield from _done(draft.commissioned_on, "Reviewer commissioned")
    version = f", version {draft.terms_version}" if draft.terms_version.strip() else ""
    yield from _done(draft.terms_agreed_on, f"Terms agreed{version}")
    yield from _marked(draft.forecast_on, "Forecast of publication", today)
    yield from _done(draft.legal_checked_on, "Legal check")
    for day, partner in (
        (draft.authority_signed_on, "local authority"),
        (draft.health_signed_on, "health"),
        (draft.police_signed_on, "police"),
    ):
        yield from _done(day, f"Sign-off: {partner}")


def _deadline_items(parts: PlanParts) -> Iterator[PlanItem]:
    for code in _DEADLINES:
        deadline = parts.deadlines.get(code)
        if deadline is None or deadline.standing is Standing.NOT_APPLICABLE:
            continue
        words = short_standing_words(deadline)
        for day, note in deadline_notes(deadline):
            if day == deadline.done_on and note.standing is None:
                continue  # the day it was done is told by what was done
            is_waiting = note.standing is not deadline.standing
            told = _BY_RULE if is_waiting and note.standing else words
            yield PlanItem(day, note.text, note.standing, told if note.standing else "")


def _part_items(review: ReviewParts, today: date) -> Iterator[PlanItem]:
    for event in review.events:
        draft = event.draft
        yield from _booked(draft.held_on, f"{draft.kind} {draft.held_time}".strip(), today)
    for entry in review.versions:
        version = entry.draft
        name = "Final report" if version.is_final else "Draft"
        name = f"{name} {version.version}".strip()
        if version.dated_on != version.sent_on:
            yield from _done(version.dated_on, name)
        yield from _done(version.sent_on, f"{name} sent")
        yield from _marked(version.comments_due_on, f"Comments due on {lowered(name)}", today)


def _monitoring_items(review: ReviewParts, parts: PlanParts) -> Iterator[PlanItem]:
    """Yield each look at progress and quality, and those that follow until the end."""
    for entry in review.monitoring:
        draft = entry.draft
        yield from _done(draft.monitored_on, "Monitoring (regulation 14)")
        yield from _done(draft.letter_on, "Letter on monitoring")
        yield from _done(draft.answered_on, "Answer on monitoring")
    deadline = parts.deadlines.get(MONITORING)
    if deadline is None or deadline.due is None or deadline.trigger_on is None:
        return
    name, months = deadline.rule.name, max(1, deadline.rule.count)
    yield PlanItem(deadline.due, name, deadline.standing, short_standing_words(deadline))
    number = 2
    while (day := add_months(deadline.trigger_on, number * months)) <= parts.end:
        yield PlanItem(day, name, Standing.ON_TRACK, PLANNED)
        number += 1


def _delay_items(draft: DelayDraft, today: date) -> Iterator[PlanItem]:
    kind = draft.kind
    yield from _done(draft.started_on, f"{kind}: begins")
    yield from _marked(draft.key_date_on, f"{kind}: date", today)
    if draft.is_open:
        yield from _look_items(draft.next_check_on, f"Look again: {in_sentence(kind)}", today)
        yield from _marked(draft.expected_on, f"{kind}: review goes on", today)
    yield from _done(draft.told_on, "Panel told of the delay")
    yield from _done(draft.ended_on, f"{kind}: ends")


def _look_items(day: date | None, words: str, today: date) -> Iterator[PlanItem]:
    """Yield the day on which somebody looks again at a pause; it presses until that is done."""
    if day is not None and day <= today:
        yield PlanItem(day, words, Standing.PAUSED, "The day has come")
    else:
        yield from _marked(day, words, today)


def _family_items(family: Family) -> Iterator[PlanItem]:
    """Yield what a family was told, and when it is left alone: by relationship, never by name."""
    for entry in family.contacts:
        contact = entry.draft
        kind = lowered(contact.kind) if contact.kind in TELLINGS else "contact"
        yield from _done(contact.contacted_on, f"Family: {kind}")
    for member in family.members:
        draft = member.draft
        if draft.no_contact_from_on is not None:
            who, until = lowered(draft.relationship), draft.no_contact_until_on
            last = f"until {day_and_month(until)}" if until else "until further notice"
            words = f"Do not contact the {who} {last}"
            yield PlanItem(draft.no_contact_from_on, words, None, "")


def _publication_items(register: Register, parts: PlanParts, today: date) -> Iterator[PlanItem]:
    draft = parts.publication
    yield from _done(draft.copy_sent_on, "Full report sent")
    yield from _done(draft.published_on, "Published")
    yield from _done(draft.deposited_on, "Deposited in the repository")
    yield from _booked(draft.webinar_on, "Webinar", today)
    if draft.published_on is not None:
        return
    yield from _marked(draft.embargo_on, f"Embargo ends {draft.embargo_time}".strip(), today)
    yield from _marked(draft.web_slot_on, f"Web slot {draft.web_slot_time}".strip(), today)
    if draft.planned_on is not None:
        is_late = draft.planned_on < today
        standing = Standing.OVERDUE if is_late else Standing.ON_TRACK
        words = "Planned, and not published yet" if is_late else PLANNED
        yield PlanItem(draft.planned_on, "Publication", standing, words)
    elif (deadline := parts.deadlines[_COPY]).standing is not Standing.NOT_APPLICABLE:
        day = register.calendar.working_days_before(parts.end, deadline.rule.count)
        words = f"If published on {long_date(parts.end)}"
        yield PlanItem(day, f"{deadline.rule.name}, at the latest", None, words)
