"""The wordings of a standing text, as lists show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.boilerplate import BoilerplateDraft
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording, and the days on which it holds."""

    text: str
    starts_on: date | None
    """None for the program's own, which holds until the first of the partnership's begins."""
    ends_before: date | None
    """The day on which the next one begins."""
    is_in_force: bool
    entry: Entry[BoilerplateDraft] | None
    """None for the program's own, which cannot be changed."""
