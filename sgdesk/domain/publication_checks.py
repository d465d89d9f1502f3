"""What is checked of a publication and of the files of its pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import date_problems
from sgdesk.domain.publication_gates import embargo_words, gates_of, open_words
from sgdesk.domain.publications import PACK_FILE_WORDS
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sgdesk.domain.publication_gates import Gate
    from sgdesk.domain.publications import PackFileDraft, PublicationDraft

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
_ADDRESS = re.compile(r"https?://[^\s.]+\.\S+")
_RECENT_DAYS = 31
"""Publications as young as this are asked for their checklist even where none was begun."""


def check_publication(
    draft: PublicationDraft, *, today: date, evidence: Mapping[str, str] | None = None
) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving.

    `evidence` is what the record proves of the gates, as `gates_of` takes it.
    """
    past = (
        ("copy_sent_on", "Full report sent", draft.copy_sent_on),
        ("published_on", "Publication date", draft.published_on),
        ("deposited_on", "Deposited", draft.deposited_on),
        ("deposit_acknowledged_on", "Deposit acknowledged", draft.deposit_acknowledged_on),
        ("archived_on", "Archived", draft.archived_on),
    )
    coming = (
        ("planned_on", "Planned publication", draft.planned_on),
        ("embargo_on", "Embargo until", draft.embargo_on),
        ("web_slot_on", "Place on the website", draft.web_slot_on),
        ("webinar_on", "Webinar", draft.webinar_on),
    )
    return [
        *date_problems(coming),
        *date_problems(past, today=today),
        *_order_problems(draft),
        *_time_problems(draft),
        *_address_problems(draft),
        *_not_published_problems(draft),
        *_publishing_warnings(draft, gates_of(draft, evidence), today),
    ]


def check_pack_file(draft: PackFileDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems((("ready_on", "Ready", draft.ready_on),), today=today)
    if draft.approved_by.strip() and draft.ready_on is None:
        problems.append(Problem("ready_on", "Ready: give the day it was ready for approval."))
    return problems


def pack_warnings(draft: PackFileDraft, others: Iterable[PackFileDraft]) -> list[Problem]:
    """Return a warning where the pack has a file of the same kind already."""
    if all(other.kind is not draft.kind for other in others):
        return []
    words = PACK_FILE_WORDS[draft.kind].lower()
    return [
        Problem(
            "kind",
            f"Kind: the pack has a {words} already. You can save; say in the title how they "
            "differ, or edit the one that is there.",
            is_warning=True,
        )
    ]


def _order_problems(draft: PublicationDraft) -> list[Problem]:
    published, deposited = draft.published_on, draft.deposited_on
    problems = []
    for name, words, day in (
        ("archived_on", "Archived", draft.archived_on),
        ("deposited_on", "Deposited", deposited),
    ):
        if day is not None and published is None:
            problems.append(Problem(name, f"{words}: give the publication date first."))
        elif day is not None and published is not None and day < published:
            problems.append(Problem(name, f"{words}: it is before the publication date."))
    acknowledged = draft.deposit_acknowledged_on
    if acknowledged is not None and (deposited is None or acknowledged < deposited):
        way_out = "it is before the deposit." if deposited else "give the day of the deposit first."
        problems.append(Problem("deposit_acknowledged_on", f"Deposit acknowledged: {way_out}"))
    if draft.webinar_on and published and draft.webinar_on < published:
        problems.append(
            Problem(
                "webinar_on",
                "Webinar: it is before the publication date. You can save; look at both dates.",
                is_warning=True,
            )
        )
    return problems


def _time_problems(draft: PublicationDraft) -> list[Problem]:
    problems = []
    for name, words, time, day in (
        ("embargo_time", "Embargo time", draft.embargo_time.strip(), draft.embargo_on),
        ("web_slot_time", "Time on the website", draft.web_slot_time.strip(), draft.web_slot_on),
    ):
        if time and not _TIME.fullmatch(time):
            problems.append(Problem(name, f"{words}: write it as 10:00, in the 24-hour clock."))
        if time and day is None:
            problems.append(Problem(name, f"{words}: give the day as well, or clear the time."))
    return problems


def _address_problems(draft: PublicationDraft) -> list[Problem]:
    problems = [
        Problem(name, f"{words}: begin it with https:// or leave it empty.")
        for name, words, address in (
            ("web_address", "Web address", draft.web_address.strip()),
            ("webinar_address", "Address of the webinar", draft.webinar_address.strip()),
        )
        if address and not _ADDRESS.fullmatch(address)
    ]
    if draft.webinar_address.strip() and draft.webinar_on is None:
        problems.append(Problem("webinar_on", "Webinar: give its day, or clear its address."))
    return problems


def _not_published_problems(draft: PublicationDraft) -> list[Problem]:
    if draft.not_published is not Answer.YES:
        return []
    problems = []
    if not draft.not_published_reason.strip():
        problems.append(
            Problem(
                "not_published_reason",
                "Reasons: say why the report is not published, and what is published instead.",
            )
        )
    if draft.published_on is not None:
        problems.append(
            Problem(
                "published_on",
                "Publication date: the partners decided not to publish. Clear the date, or "
                "change the decision.",
            )
        )
    if draft.planned_on is not None:
        problems.append(
            Problem(
                "planned_on",
                "Planned publication: the partners decided not to publish. You can save; clear "
                "the date, so that nothing counts from it.",
                is_warning=True,
            )
        )
    return problems


def _publishing_warnings(
    draft: PublicationDraft, gates: tuple[Gate, ...], today: date
) -> list[Problem]:
    """A review that came with the public list has no checklist: nothing of it is asked then."""
    published = draft.published_on
    if published is None or published > today:
        return []
    is_recent = (today - published).days <= _RECENT_DAYS
    said = [open_words(gates)] if is_recent or draft.gates or draft.planned_on else []
    if draft.embargo_on is not None and published < draft.embargo_on:
        said.append(f"the embargo lasts until {embargo_words(draft)}")
    words = "; ".join(one for one in said if one)
    if not words:
        return []
    sentence = f"Publication date: {words}. You can save; put the record right."
    return [Problem("published_on", sentence, is_warning=True)]
