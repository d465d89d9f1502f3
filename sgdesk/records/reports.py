"""What a printed deadline report says; screen preview, paper and PDF only typeset it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class ReportRow:
    reference: str
    what: str
    started: str
    """The trigger in words, such as "Notified 9 Sep 2022", or why there is none."""
    due: str
    """The due date as printed, such as "Mon 3 Oct 2022", or what is missing."""
    agreed: str
    """The agreed date as printed beside the date by the rule, or empty."""
    weight: str
    owner: str
    standing: Standing
    standing_words: str


@dataclass(frozen=True, slots=True)
class DeadlineReport:
    """One report, ready to typeset. `rows` are in print order."""

    title: str
    partnership: str
    as_at: date
    counting: str
    """The counting setting in force, one sentence, printed on every page."""
    summary: str
    """One sentence under the title: how many, how many overdue, the filter."""
    mark: str
    """Handling mark printed on every page, such as OFFICIAL-SENSITIVE or PRACTICE."""
    rows: tuple[ReportRow, ...]
