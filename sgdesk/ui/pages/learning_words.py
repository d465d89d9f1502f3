"""What lists and panes say of findings, recommendations, actions, evidence and impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import day_and_month, long_date, short_date
from sgdesk.domain.learning import STATUS_WORDS, ActionStatus
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.learning import EvidenceDraft, ImpactDraft, RecommendationDraft
    from sgdesk.records.learning import ActionRow

PARTNERSHIP = "The partnership"
"""Who acts where no agency does."""

_ACCEPTED = {
    Answer.YES: "Accepted",
    Answer.NO: "Not accepted",
    Answer.UNKNOWN: "Acceptance unknown",
    Answer.NOT_ASKED: "Acceptance not asked",
    Answer.NOT_APPLICABLE: "Needs no acceptance",
    Answer.BLANK: "Answer awaited",
}


_SHORT_STATUS = {
    ActionStatus.AWAITING_EVIDENCE: "Evidence awaited",
    ActionStatus.EVIDENCED: "Evidenced",
    ActionStatus.EMBEDDED: "Embedded",
}


def counted(number: int, noun: str) -> str:
    """Return "no actions", "1 action", "2 actions"."""
    return f"{number or 'no'} {noun}" if number == 1 else f"{number or 'no'} {noun}s"


def agency_words(row: ActionRow) -> str:
    """Return the agency that acts."""
    return row.agency or PARTNERSHIP


def due_words(row: ActionRow, today: date) -> str:
    """Return the date that counts, with its year where it is another one than today's."""
    if row.counts_to is None:
        return "No date"
    in_this_year = row.counts_to.year == today.year
    return day_and_month(row.counts_to) if in_this_year else short_date(row.counts_to)


def first_due_words(row: ActionRow) -> str:
    """Return the first due date where a later one was agreed, else nothing."""
    if row.revised_on is None or row.due_on is None:
        return ""
    return f"first {short_date(row.due_on)}"


def status_words(row: ActionRow) -> str:
    """Return the status for a narrow column, where its evidence stands below."""
    return _SHORT_STATUS.get(row.status, STATUS_WORDS[row.status])


def evidence_words(row: ActionRow) -> str:
    """Return how much evidence there is, and whether the impact is known."""
    if not row.evidence and not row.impacts:
        return "No evidence"
    return f"Evidence {row.evidence}, impact {'yes' if row.impacts else 'no'}"


def acceptance_words(draft: RecommendationDraft) -> str:
    """Return whether a recommendation was accepted."""
    return _ACCEPTED[draft.accepted]


def evidence_line(draft: EvidenceDraft) -> str:
    """Return "Audit, Mon 3 Oct 2022: what it shows", and whether a file of the case shows it."""
    dated = f", {long_date(draft.dated_on)}" if draft.dated_on else ""
    attached = " (file attached)" if draft.attachment_id else ""
    return f"{draft.kind}{dated}{attached}: {draft.what}"


def impact_line(draft: ImpactDraft) -> str:
    """Return "Mon 3 Oct 2022, Review group: what is different"."""
    dated = f"{long_date(draft.assessed_on)}, " if draft.assessed_on else ""
    return f"{dated}{draft.assessed_by}: {draft.change}"


def counts_sentence(rows: Sequence[ActionRow]) -> str:
    """Return "12 actions: 3 overdue, 4 closed"."""
    if not rows:
        return "no actions yet"
    overdue = sum(row.standing is Standing.OVERDUE for row in rows)
    closed = sum(not row.is_open for row in rows)
    return f"{counted(len(rows), 'action')}: {overdue or 'none'} overdue, {closed or 'none'} closed"
