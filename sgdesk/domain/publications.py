"""Publication of a review, its place on the public list, and leaving it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    title: str = ""
    """As the report is called; empty where the public list gives the reference alone."""
    summary: str = ""
    """The paragraph on the public list."""
    review_type: str = "Local Child Safeguarding Practice Review"
    planned_on: date | None = None
    copy_sent_on: date | None = None
    published_on: date | None = None
    deposited_on: date | None = None
    archived_on: date | None = None
    web_address: str = ""


def check_publication(draft: PublicationDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    past = (
        ("copy_sent_on", "Full report sent", draft.copy_sent_on),
        ("published_on", "Publication date", draft.published_on),
        ("deposited_on", "Deposited", draft.deposited_on),
        ("archived_on", "Archived", draft.archived_on),
    )
    planned = ("planned_on", "Planned publication", draft.planned_on)
    problems = [*date_problems([planned]), *date_problems(past, today=today)]
    for name, words, day in (
        ("archived_on", "Archived", draft.archived_on),
        ("deposited_on", "Deposited", draft.deposited_on),
    ):
        if day is not None and draft.published_on is None:
            problems.append(Problem(name, f"{words}: give the publication date first."))
    if draft.archived_on and draft.published_on and draft.archived_on < draft.published_on:
        problems.append(Problem("archived_on", "Archived: it is before the publication date."))
    address = draft.web_address.strip()
    if address and not address.startswith(("https://", "http://")):
        problems.append(
            Problem("web_address", "Web address: begin it with https:// or leave it empty.")
        )
    return problems
