"""Standing texts that public documents carry, each with the day from which its wording holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class BoilerplateKey(StrEnum):
    LIST_OPENING = "list_opening"
    LIST_CLOSING = "list_closing"
    ARCHIVE_OPENING = "archive_opening"
    STATEMENT = "statement"
    STAFF_SUPPORT = "staff_support"
    NOTES_TO_EDITORS = "notes_to_editors"


BOILERPLATE_WORDS = {
    BoilerplateKey.LIST_OPENING: "Public list: opening",
    BoilerplateKey.LIST_CLOSING: "Public list: closing",
    BoilerplateKey.ARCHIVE_OPENING: "Archive list: opening",
    BoilerplateKey.STATEMENT: "Briefings: what is left out, and why",
    BoilerplateKey.STAFF_SUPPORT: "Decks: support for staff",
    BoilerplateKey.NOTES_TO_EDITORS: "Press statement: notes to editors",
}


@dataclass(frozen=True, slots=True)
class BoilerplateDraft:
    """One wording of a standing text; paragraphs, one a line."""

    key: str = BoilerplateKey.LIST_OPENING.value
    starts_on: date | None = None
    text: str = prose()


def check_boilerplate(
    draft: BoilerplateDraft, *, others: Iterable[BoilerplateDraft] = ()
) -> list[Problem]:
    """Return every problem of `draft` at once; `others` are the wordings held beside it."""
    problems = date_problems([("starts_on", "In use from", draft.starts_on)])
    if draft.starts_on is None:
        problems.append(Problem("starts_on", "In use from: give the day from which it holds."))
    if not draft.text.strip():
        problems.append(Problem("text", "Text: write something, or remove this wording."))
    if any((one.key, one.starts_on) == (draft.key, draft.starts_on) for one in others):
        problems.append(
            Problem("starts_on", "In use from: another wording of this text begins that day.")
        )
    return problems


def wording_on(
    key: BoilerplateKey, wordings: Iterable[BoilerplateDraft], day: date, shipped: str
) -> str:
    """Return the wording of `key` that holds on `day`; `shipped` before the first of them."""
    begun = [
        (one.starts_on, one.text)
        for one in wordings
        if one.key == key and one.starts_on is not None and one.starts_on <= day
    ]
    return max(begun, default=(day, shipped))[1]
