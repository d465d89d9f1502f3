"""Commands that need no window: reading a public list, making practice documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day, current_moment
from sgdesk.config.paths import own_folders
from sgdesk.domain.references import reference_key
from sgdesk.errors import UserError
from sgdesk.imports.public_list import load_public_list
from sgdesk.records.exports import DocumentKind
from sgdesk.records.public_list import public_list_as_json

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register


def print_public_list(file: Path) -> int:
    """Print what an import of `file` recognises, as one JSON object."""
    print(
        json.dumps(
            public_list_as_json(load_public_list(file, today=current_day())),
            ensure_ascii=False,
            indent=2,
        )
    )
    return 0


def export_practice(reference: str | None, what: str, folder: Path) -> int:
    """Make documents of a review of the practice register in `folder` and name them."""
    from sgdesk.services.exports import run_export  # noqa: PLC0415 - loads the ORM
    from sgdesk.services.practice import open_practice  # noqa: PLC0415

    kinds = document_kinds(what)
    today = current_day()
    register = open_practice(today=today, now=current_moment, cache=own_folders().make().cache)
    try:
        chosen = briefings_of(register, reference) if kinds - {DocumentKind.DEADLINES} else ()
        result = run_export(register, chosen, kinds, folder, today=today)
    finally:
        register.close()
    for file in result.files:
        print(file.path)
    return 0


def document_kinds(what: str) -> frozenset[DocumentKind]:
    """Return the kinds that a list such as "briefing,deck" names. Raises `UserError`."""
    names = [name.strip() for name in what.split(",") if name.strip()]
    unknown = ", ".join(name for name in names if name not in set(DocumentKind))
    if unknown or not names:
        instead = f"; not {unknown}" if unknown else ""
        raise UserError(f"--what takes {', '.join(DocumentKind)}{instead}.")
    return frozenset(DocumentKind(name) for name in names)


def briefings_of(register: Register, reference: str | None) -> tuple[UUID, ...]:
    """Return the briefings that speak of a review. Raises `UserError` if there is none."""
    from sgdesk.services.briefings import list_briefings  # noqa: PLC0415 - loads the ORM

    if reference is None:
        raise UserError("Name the review with --reference.")
    wanted = reference_key(reference)
    rows = list_briefings(register)
    found = [row for row in rows if wanted in {reference_key(text) for text in row.references}]
    if not found:
        known = sorted({name for row in rows for name in row.references})
        raise UserError(f"No briefing speaks of {reference}. There are: {', '.join(known)}.")
    return tuple(row.briefing_id for row in found)
