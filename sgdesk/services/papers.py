"""Papers: what every printed sheet of the partnership says around its parts, and its PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.counting import counting_sentence
from sgdesk.progress import Progress, silent
from sgdesk.records.papers import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sgdesk.records.exports import MadeFile
    from sgdesk.records.paper_calendars import PaperCalendar
    from sgdesk.records.papers import PaperTable, PaperText
    from sgdesk.services.register import Register


def new_paper(
    register: Register,
    title: str,
    parts: Sequence[PaperTable | PaperText | PaperCalendar],
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
        counting=f"{counting_sentence(register.counting)} {_sealed(register)}".strip(),
        summary=summary,
        mark=handling_mark(register),
        parts=tuple(parts),
        file_stem=file_stem,
    )


def save_paper(
    register: Register,
    paper: Paper,
    target: Path,
    progress: Progress = silent,
    *,
    password: str = "",
) -> MadeFile:
    """Write the paper as a tagged PDF to `target` and log it, with the cases it speaks of.

    Where there is a `password`, the PDF is sealed with it; it is kept nowhere. Raises
    `RejectedError` for a weak one, `UserError` where the file cannot be written, and passes on
    what `progress` raises; nothing was written by then.
    """
    from sgdesk.services.made_files import (  # noqa: PLC0415 - papers are also made without a file
        MadeDocument,
        field_prints,
        log_documents,
        write_document,
    )
    from sgdesk.services.sealing import seal_with  # noqa: PLC0415 - as below

    made = MadeDocument(
        target.name,
        paper.file_stem,
        paper.title,
        paper_bytes(paper, progress),
        field_prints(paper),
        case_ids=paper.case_ids,
    )
    made = seal_with(made, password)
    file = write_document(register, target.parent, made)
    log_documents(register, [made], (file,))
    return file


def paper_bytes(paper: Paper, progress: Progress = silent) -> bytes:
    """Return the paper as a tagged PDF, the same bytes every time.

    Passes on what `progress` raises.
    """
    from sgdesk.exports.pdf.paper import paper_pdf  # noqa: PLC0415 - slow import

    return paper_pdf(paper, progress)


def handling_mark(register: Register) -> str:
    """Return what every page says of who may see it; PRACTICE where the cases are invented."""
    return "PRACTICE: invented cases" if register.is_practice else register.profile.handling_mark


def seal_words(register: Register) -> str:
    """Return number and seal of the last entry of the history; "" for practice, which keeps none.

    On paper they show later whether anything before was altered, or the end cut off. Documents
    for the public do without: nobody there has a history to compare.
    """
    return "" if register.is_practice else register.store.audit_head().words()


def _sealed(register: Register) -> str:
    seal = seal_words(register)
    return f"History seal {seal}." if seal else ""
