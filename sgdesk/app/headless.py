"""Commands that need no window: reading a public list, making practice documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day, current_moment
from sgdesk.config.paths import own_folders
from sgdesk.domain.references import reference_key
from sgdesk.errors import UserError
from sgdesk.imports.public_list import load_public_list
from sgdesk.records.exports import DocumentKind, PaperKind
from sgdesk.records.packs import PackPlace
from sgdesk.records.public_list import public_list_as_json

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.records.exports import MadeFile
    from sgdesk.services.register import Register


_WITH_ALL = {
    DocumentKind.WEB: DocumentKind.LIST,
    DocumentKind.REGISTER: DocumentKind.REGISTER_CSV,
}
"""What belongs to a kind when it is made of everything: the list to its pages, the CSV too."""


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


def export_practice(reference: str | None, what: str, folder: Path, *, of_all: bool = False) -> int:
    """Make what the list `what` names of the practice register in `folder`; print the files.

    The documents of a review are made of the one called `reference`, or of every briefing
    where `of_all`; then `web` makes the public list too and `register` its CSV. Raises
    `UserError` where neither is said and one is needed.
    """
    from sgdesk.app.practice_papers import (  # noqa: PLC0415 - loads the ORM
        make_papers,
        paper_names,
        save_files,
    )
    from sgdesk.services.documents import OF_A_REVIEW  # noqa: PLC0415
    from sgdesk.services.packs import run_pack  # noqa: PLC0415
    from sgdesk.services.papers import save_paper  # noqa: PLC0415
    from sgdesk.services.practice import open_practice  # noqa: PLC0415

    documents, others = kinds_of(what)
    if of_all:
        documents |= {more for kind, more in _WITH_ALL.items() if kind in documents}
    today = current_day()
    register = open_practice(today=today, now=current_moment, cache=own_folders().make().cache)
    try:
        chosen = (
            briefings_of(register, reference, of_all=of_all)
            if documents.intersection(OF_A_REVIEW)
            else ()
        )
        papers = make_papers(register, others, reference, today)
        files: list[MadeFile] = []
        if documents:
            place = PackPlace(folder)
            files += run_pack(register, chosen, documents, place, today=today).files
        for paper, name in zip(papers, paper_names(papers), strict=True):
            files.append(save_paper(register, paper, folder / name))
        files += save_files(register, others, folder, today)
    finally:
        register.close()
    for file in files:
        print(file.path)
    return 0


def kinds_of(what: str) -> tuple[frozenset[DocumentKind], tuple[PaperKind, ...]]:
    """Return the kinds that a list such as "briefing,today" names. Raises `UserError`."""
    names = [name.strip() for name in what.split(",") if name.strip()]
    every = [*DocumentKind, *PaperKind]
    unknown = ", ".join(name for name in names if name not in set(every))
    if unknown or not names:
        instead = f"; not {unknown}" if unknown else ""
        raise UserError(f"--what takes {', '.join(every)}{instead}.")
    documents = frozenset(kind for kind in DocumentKind if kind in names)
    return documents, tuple(kind for kind in PaperKind if kind in names)


def briefings_of(
    register: Register, reference: str | None, *, of_all: bool = False
) -> tuple[UUID, ...]:
    """Return the briefings that speak of a review, or all. Raises `UserError` if there is none."""
    from sgdesk.services.briefings import list_briefings  # noqa: PLC0415 - loads the ORM

    rows = list_briefings(register)
    if of_all:
        return tuple(row.briefing_id for row in rows)
    if reference is None:
        raise UserError("Name the review with --reference, or take every one with --all.")
    wanted = reference_key(reference)
    found = [row for row in rows if wanted in {reference_key(text) for text in row.references}]
    if not found:
        known = sorted({name for row in rows for name in row.references})
        raise UserError(f"No briefing speaks of {reference}. There are: {', '.join(known)}.")
    return tuple(row.briefing_id for row in found)
