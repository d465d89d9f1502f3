"""What the Publications page says of a review: its dates, its filters, its text for the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date, long_date, short_date
from sgdesk.domain.references import reference_key
from sgdesk.services.publications import ARCHIVED, LEAVING, LISTED, PLANNED, TO_ARCHIVE
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.records.cases import CaseView, PublicationRow
    from sgdesk.records.deadlines import DeadlineRow

_MOST_LEAVING = 3
_PANEL, _REMOVABLE, _LEAVES = "PUB-7", "PUB-1Y", "PUB-3Y"


@dataclass(frozen=True, slots=True)
class PublicationFilter:
    key: str
    title: str
    states: frozenset[str]

    def lets_through(self, row: PublicationRow) -> bool:
        return row.state in self.states


PUBLICATION_FILTERS = (
    PublicationFilter("all", "All", LISTED | {PLANNED, ARCHIVED}),
    PublicationFilter("planned", "Planned", frozenset({PLANNED})),
    PublicationFilter("listed", "On the public list", LISTED),
    PublicationFilter("leaving", "Leaving soon", frozenset({LEAVING})),
    PublicationFilter("to_archive", "To be archived", frozenset({TO_ARCHIVE})),
    PublicationFilter("archived", "Archived", frozenset({ARCHIVED})),
)


def filter_counts(rows: Sequence[PublicationRow]) -> dict[str, int]:
    """Return how many of `rows` each filter lets through, by its key."""
    return {one.key: sum(map(one.lets_through, rows)) for one in PUBLICATION_FILTERS}


def predicate_of(key: str) -> Callable[[PublicationRow], bool]:
    """Return what lets rows through the filter `key`."""
    return next(one.lets_through for one in PUBLICATION_FILTERS if one.key == key)


def counts_sentence(rows: Sequence[PublicationRow]) -> str:
    """Return "9 reviews: 1 planned, 5 on the public list, 3 archived", or that there is none."""
    if not rows:
        return "No review is planned or published yet"
    counts = filter_counts(rows)
    noun = "review" if len(rows) == 1 else "reviews"
    return (
        f"{len(rows)} {noun}: {counts['planned']} planned, "
        f"{counts['listed']} on the public list, {counts['archived']} archived"
    )


def day_words(row: PublicationRow) -> str:
    """Return the day of publication, or the day that it is planned for."""
    if row.published_on is not None:
        return f"Published {short_date(row.published_on)}"
    return f"For {short_date(row.planned_on)}" if row.planned_on else "No date yet"


def leaves_words(row: PublicationRow) -> str:
    """Return the last day on the public list, or where the review is instead."""
    if row.state == ARCHIVED:
        return "In the archive"
    return short_date(row.leaves_on) if row.leaves_on else "Not on it yet"


def next_to_leave(rows: Sequence[PublicationRow]) -> list[PublicationRow]:
    """Return the three reviews on the public list that leave it first."""
    listed = [row for row in rows if row.state in LISTED and row.leaves_on is not None]
    return sorted(listed, key=lambda row: (row.leaves_on or date.max, row.reference))[
        :_MOST_LEAVING
    ]


def leaving_words(row: PublicationRow) -> str:
    """Return "RIV2023-24-01 on 14 Jan 2027", or since when it should have left."""
    day = short_date(row.leaves_on) if row.leaves_on else ""
    return f"{row.reference}, due {day}" if row.state == TO_ARCHIVE else f"{row.reference} on {day}"


def is_past_list(row: PublicationRow) -> bool:
    """Return whether `row` belongs to the archive: moved there, or past its three years."""
    return row.state in (ARCHIVED, TO_ARCHIVE)


def archived_words(row: PublicationRow) -> str:
    """Return when the review was archived, or that it has to be."""
    if row.archived_on is not None:
        return short_date(row.archived_on)
    return f"Due since {short_date(row.leaves_on)}" if row.leaves_on else "Not archived"


def list_text(row: PublicationRow) -> str:
    """Return the entry of the public list: reference, date of publication, summary."""
    head = f"Case reference: {row.reference}" if has_reference(row) else row.title
    day = f"Publication date: {row.published_on:%d.%m.%Y}" if row.published_on else ""
    return "\n".join(part for part in (head, day, row.summary) if part)


def has_reference(row: PublicationRow) -> bool:
    """Return whether `row` names a reference; a national review may have a title alone."""
    return row.reference != row.title and bool(reference_key(row.reference))


def summary_heading(row: PublicationRow) -> str:
    """Return what stands above the summary on the public list."""
    if row.published_on is None:
        return f"{row.reference} · not published yet"
    return f"{row.reference} · published {full_date(row.published_on)}"


def date_facts(view: CaseView) -> list[Fact]:
    """Return the dates of a publication, each with what it means, in their order."""
    draft = view.publication
    if draft is None:
        return []
    due = {row.code: row for row in view.deadlines}
    facts = [
        _planned(draft),
        _panel_copy(draft, due.get(_PANEL)),
        Fact("Published", long_date(draft.published_on) if draft.published_on else ""),
        _later("Earliest removal", due.get(_REMOVABLE), "Kept available at least so long"),
        _later("Leaves the list", due.get(_LEAVES), "Three years after publication"),
        Fact("Deposited", long_date(draft.deposited_on) if draft.deposited_on else ""),
        Fact("Archived", long_date(draft.archived_on) if draft.archived_on else ""),
        Fact("Web address", draft.web_address),
    ]
    return [fact for fact in facts if fact.words]


def _planned(draft: PublicationDraft) -> Fact:
    return Fact("Planned", long_date(draft.planned_on) if draft.planned_on else "")


def _panel_copy(draft: PublicationDraft, row: DeadlineRow | None) -> Fact:
    """Return when the full report went to the Panel, or by when it has to."""
    by = f"Due {long_date(row.due)}" if row is not None and row.due else ""
    why = row.code if by and row is not None else ""
    if by and row is not None and row.has_other_date and row.agreed_on is not None:
        by = f"{by} by the rule, agreed {long_date(row.agreed_on)}"
    if draft.copy_sent_on:
        return Fact("Report to the Panel", long_date(draft.copy_sent_on), by, why=why)
    is_open = row is not None and row.is_open
    words = row.standing_words if row is not None and is_open else ""
    standing = row.standing if row is not None and is_open else None
    return Fact("Report to the Panel", by, words, standing, why)


def _later(label: str, row: DeadlineRow | None, note: str) -> Fact:
    if row is None or row.due is None:
        return Fact(label, "")
    return Fact(label, long_date(row.due), note, why=row.code)
