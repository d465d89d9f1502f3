"""The files that an export will make, told before it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.files import safe_name
from sgdesk.records.exports import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register


@dataclass(frozen=True, slots=True)
class PlannedFile:
    name: str
    is_there: bool
    """A file of this name stands in the folder and would be replaced."""


def planned_names(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    *,
    today: date,
) -> tuple[str, ...]:
    """Return the names in the order in which the files are made."""
    from sgdesk.services.briefings import briefing_of, get_briefing  # noqa: PLC0415 - loads the ORM

    names: list[str] = []
    stems: Counter[str] = Counter()
    for briefing_id in briefing_ids:
        briefing = briefing_of(register, get_briefing(register, briefing_id), today=today)
        stem = safe_name(briefing.reference or briefing.title)
        stems[stem] += 1
        if stems[stem] > 1:
            stem = f"{stem} ({stems[stem]})"
        if DocumentKind.BRIEFING in kinds:
            names.append(f"{stem} Briefing Note.pdf")
        if DocumentKind.DECK in kinds:
            names.append(f"{stem} Presentation.pptx")
    if DocumentKind.DEADLINES in kinds:
        names.append(f"Deadline Report {today.isoformat()}.pdf")
    return tuple(names)


def planned_files(folder: Path, names: Sequence[str]) -> tuple[PlannedFile, ...]:
    """Return what would be made in `folder`, which need not exist."""
    try:
        there = {path.name.casefold() for path in folder.iterdir()}
    except OSError:
        there = set()
    return tuple(PlannedFile(name, name.casefold() in there) for name in names)
