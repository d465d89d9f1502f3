"""What documents can be made of, and which were made before and are out of date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sgdesk.records.exports import ReviewChoice
from sgdesk.records.made_files import FileState
from sgdesk.services.briefings import list_briefings
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outdated_files import list_logged_files

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.services.register import Register


def list_choices(register: Register) -> tuple[ReviewChoice, ...]:
    """Return what documents can be made of: every briefing, published or not."""
    published = {
        case.reference for case in read_held_cases(register) if case.published_on is not None
    }
    return tuple(
        ReviewChoice(
            row.briefing_id,
            row.title,
            row.references,
            is_published=not row.references or any(name in published for name in row.references),
        )
        for row in list_briefings(register)
    )


def outdated_counts(register: Register, *, today: date) -> dict[UUID, int]:
    """Return how many files of each briefing are out of date; a briefing without any is left out.

    Files that a newer one of their kind replaced are not counted.
    """
    return dict(
        Counter(
            file.briefing_id
            for file in list_logged_files(register, today=today)
            if file.state is FileState.OUTDATED and file.briefing_id is not None
        )
    )
