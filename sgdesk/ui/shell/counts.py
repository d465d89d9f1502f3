"""Numbers beside the navigation that no page on show has read already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.ui.context import AppContext


def count_publications(context: AppContext) -> int:
    """Return how many reviews are on the way to publication."""
    from sgdesk.services.publications import list_publications  # noqa: PLC0415 - after the start

    rows = list_publications(context.register, today=context.today())
    return sum(row.published_on is None for row in rows)
