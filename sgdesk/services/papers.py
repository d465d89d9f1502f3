"""Papers: what every printed sheet of the partnership says around its parts, and its PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.counting import counting_sentence
from sgdesk.records.papers import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sgdesk.records.exports import MadeFile
    from sgdesk.records.papers import PaperTable, PaperText
    from sgdesk.services.register import Register


def new_paper(
    register: Register,
    title: str,
    parts: Sequence[PaperTable | PaperText],
    *,
    today: date,
    file_stem: str,
    summary: str = "",
) -> Paper:
    """Return a paper with the partnership's name, mark, counting and the end of its audit trail.

    `file_stem` is how its file is called, such as "agency-returns": no name, no reference.
    It stands upright; `Paper.in_landscape` turns it.
    """
    profile = register.profile
    return Paper(
        title=title,
        partnership=profile.name,
        as_at=today,
        counting=f"{counting_sentence(register.counting)} {_trail(register)}".strip(),
        summary=summary,
        mark="PRACTICE: invented cases" if register.is_practice else profile.handling_mark,
        parts=tuple(parts),
        file_stem=file_stem,
    )


def save_paper(register: Register, paper: Paper, target: Path) -> MadeFile:
    """Write the paper as a tagged PDF to `target` and log it, with the cases it speaks of."""
    from sgdesk.services.made_files import (  # noqa: PLC0415 - papers are also made without a file
        MadeDocument,
        fingerprint,
        log_documents,
        write_document,
    )

    made = MadeDocument(
        target.name,
        paper.file_stem,
        paper.title,
        paper_bytes(paper),
        fingerprint(paper),
        case_ids=paper.case_ids,
    )
    file = write_document(target.parent, made)
    log_documents(register, [made], (file,))
    return file


def paper_bytes(paper: Paper) -> bytes:
    """Return the paper as a tagged PDF, the same bytes every time."""
    from sgdesk.exports.pdf.paper import paper_pdf  # noqa: PLC0415 - slow import

    return paper_pdf(paper)


def _trail(register: Register) -> str:
    """Return the end of the audit trail: on paper, it later shows whether the end was cut off."""
    return "" if register.is_practice else f"Audit trail {register.store.audit_head().words()}."
