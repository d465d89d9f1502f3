"""How lists and the contents sheet of a pack tell of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.files import safe_name
from sgdesk.records.packs import MarkGroup
from sgdesk.services.identity_checks import is_checked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.identity import Identity
    from sgdesk.records.packs import Override, PackLine
    from sgdesk.services.documents import PlannedDocument

_INTERNAL = "Internal: not for the public"


def mark_of(planned: PlannedDocument) -> str:
    """Return the handling mark or embargo that a document carries, "" for a released one."""
    mark = str(getattr(planned.source, "mark", ""))
    return mark or ("" if planned.kind.is_public else _INTERNAL)


def identity_words(
    kind: str, identities: Sequence[Identity], override: Override | None = None
) -> str:
    """Return the outcome of the identity check of a file, without what was found."""
    if not is_checked(kind):
        return "Not public"
    if not identities:
        return "Passed"
    found = "1 place" if len(identities) == 1 else f"{len(identities)} places"
    if override is not None:
        return f"{found}, answered for by {override.name}"
    return f"{found} found" if any(one.is_certain for one in identities) else f"{found} to look at"


def mark_groups(lines: Sequence[PackLine]) -> tuple[MarkGroup, ...]:
    """Return each mark once, the one of most documents first, with the documents under it."""
    groups: dict[str, list[PackLine]] = {}
    for line in lines:
        if line.mark:
            groups.setdefault(line.mark, []).append(line)
    found = [
        MarkGroup(mark, len(marked), tuple(dict.fromkeys(one.title for one in marked)))
        for mark, marked in groups.items()
    ]
    return tuple(sorted(found, key=lambda group: -group.documents))


def pack_stem(planned: Sequence[PlannedDocument], today: date) -> str:
    """Return how the ZIP file of a pack is called, without its ending."""
    reviews = {one.briefing_id for one in planned if one.briefing_id is not None}
    if len(reviews) == 1:
        first = next(one for one in planned if one.briefing_id is not None)
        return f"{_stem_of(first)} Pack {today.isoformat()}"
    return f"Review Pack {today.isoformat()}"


def _stem_of(planned: PlannedDocument) -> str:
    """Return the reference or title with which the names of a review's files begin."""
    reference = str(getattr(planned.source, "reference", ""))
    return safe_name(reference or planned.title)
