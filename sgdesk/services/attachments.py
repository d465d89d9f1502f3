"""Files of a case, kept inside the encrypted register."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.attachments import (
    LARGEST_ATTACHMENT,
    AttachmentDraft,
    check_attachment,
    ending_of,
    size_words,
)
from sgdesk.domain.dates import long_date
from sgdesk.errors import RejectedError, UserError
from sgdesk.files import safe_name, write_atomically
from sgdesk.outside.names import shown_name
from sgdesk.outside.reading import Taking, read_file
from sgdesk.records.attachments import AttachmentRow, ChosenFile
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.left_parts import noted
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.case_parts import AttachmentEntity
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.queries.attachments import read_who_added
from sgdesk.store.queries.find import get_live, list_parts

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.progress import Progress
    from sgdesk.services.register import Register

_UNREADABLE = (
    "The file cannot be read. Check that it is still there and that you may open it, then add it "
    "again."
)
_TAKING = Taking(
    LARGEST_ATTACHMENT,
    too_large=(
        f"The file is larger than {size_words(LARGEST_ATTACHMENT)}, the most that the register "
        "takes. Make it smaller, or keep it elsewhere and note where."
    ),
    missing=_UNREADABLE,
    folder=(
        "This is a folder. Add its files one by one, or pack the folder into one ZIP file and "
        "add that."
    ),
    unreadable=_UNREADABLE,
    empty="The file is empty. Choose the file that has its content.",
)


def list_attachments(register: Register, case_id: UUID) -> tuple[AttachmentRow, ...]:
    """Return the files of a case, without their bytes, in the order in which they were added."""
    with register.store.rows() as rows:
        actors = read_who_added(rows, case_id)
    with register.store.read() as session:
        return tuple(
            AttachmentRow(
                attachment_id=row.id,
                case_id=case_id,
                revision=row.revision,
                draft=draft_from(AttachmentDraft, row),
                size=row.size,
                sha256=row.sha256,
                added_at=row.added_at,
                added_by=actors.get(row.id, ""),
            )
            for row in list_parts(session, AttachmentEntity, case_id)
        )


def read_chosen_file(
    register: Register, case_id: UUID, path: Path, *, progress: Progress
) -> ChosenFile:
    """Read a file once and return it, or raise `UserError` if the case cannot take it.

    That is a folder, an empty, unreadable or too large file, or one that the case has already.
    """
    chosen = chosen_file(path.name, read_file(path, _TAKING, progress))
    with register.store.read() as session:
        _refuse_same(session, case_id, chosen)
    return chosen


def keep_file(
    register: Register, case_id: UUID, chosen: ChosenFile, draft: AttachmentDraft
) -> Changes:
    """Store a file that was read, under its own name if `draft` gives none.

    Raises `RejectedError` with every problem of `draft`.
    """
    draft = cleaned(replace(draft, file_name=draft.file_name or chosen.file_name))
    _refuse_problems(draft)
    with register.write() as session:
        get_live(session, CaseEntity, case_id)
        _refuse_same(session, case_id, chosen)
        put_file(session, case_id, chosen, draft, register.now())
    return Changes("Attachment added", frozenset({case_id}))


def put_file(
    session: Session, case_id: UUID, chosen: ChosenFile, draft: AttachmentDraft, at: datetime
) -> UUID:
    """Store a file with its cleaned draft within a session that the caller commits."""
    others = list_parts(session, AttachmentEntity, case_id)
    held = AttachmentEntity(
        case_id=case_id,
        position=others[-1].position + 1 if others else 0,
        media_type=mimetypes.guess_type(f"file{ending_of(draft.file_name)}")[0] or "",
        size=len(chosen.content),
        sha256=chosen.sha256,
        added_at=at,
        content=chosen.content,
        **values_of(draft),
    )
    session.add(held)
    return held.id


def chosen_file(file_name: str, content: bytes) -> ChosenFile:
    """Return bytes that are held already as a file that may be kept, under its cleaned name."""
    return ChosenFile(shown_name(file_name), content, hashlib.sha256(content).hexdigest())


def add_attachment(
    register: Register, case_id: UUID, path: Path, draft: AttachmentDraft, *, progress: Progress
) -> Changes:
    """Read the file at `path` and store it in the case.

    Raises `RejectedError` with every problem of `draft`, and `UserError` for a file that the
    case cannot take; nothing is stored then.
    """
    _refuse_problems(cleaned(draft))
    chosen = read_chosen_file(register, case_id, path, progress=progress)
    return keep_file(register, case_id, chosen, draft)


def save_attachment(register: Register, row: AttachmentRow, draft: AttachmentDraft) -> Changes:
    """Store what is said of a file: title, kind, note. Its bytes and its name stay."""
    draft = cleaned(replace(draft, file_name=row.draft.file_name))
    _refuse_problems(draft)
    with register.write() as session:
        held = get_live(session, AttachmentEntity, row.attachment_id, row.revision)
        fill(held, draft)
    return Changes("Attachment saved", frozenset({row.case_id}))


def remove_attachment(register: Register, row: AttachmentRow) -> Changes:
    """Take a file out of a case. The register keeps it, so that it can be brought back."""
    with register.write() as session:
        held = get_live(session, AttachmentEntity, row.attachment_id, row.revision)
        held.deleted_at = register.now()
    return Changes("Attachment removed", frozenset({row.case_id}))


def read_attachment(register: Register, attachment_id: UUID) -> bytes:
    """Return the bytes of a file. Raises `UserError` if it was removed."""
    with register.store.read() as session:
        return get_live(session, AttachmentEntity, attachment_id).content


def copy_name(row: AttachmentRow) -> str:
    """Return a name for a copy, made of the title: the file's own may hold a child's."""
    return f"{safe_name(row.draft.title)}{ending_of(row.draft.file_name)}"


def save_copy(register: Register, attachment_id: UUID, path: Path) -> Path:
    """Write a file in the clear where the officer wants it, whole or not at all."""
    content = read_attachment(register, attachment_id)
    try:
        with noted(register, path.parent):
            return write_atomically(path, content)
    except OSError as error:
        raise UserError(
            "The copy could not be written. Check that there is room and that you may write to "
            "this folder, or choose another folder."
        ) from error


def _refuse_same(session: Session, case_id: UUID, chosen: ChosenFile) -> None:
    same = session.scalar(
        select(AttachmentEntity.added_at).where(
            AttachmentEntity.case_id == case_id,
            AttachmentEntity.sha256 == chosen.sha256,
            AttachmentEntity.deleted_at.is_(None),
        )
    )
    if same is not None:
        day = long_date(same.astimezone().date())
        raise UserError(f"This file is in the case already: it was added on {day}.")


def _refuse_problems(draft: AttachmentDraft) -> None:
    if problems := check_attachment(draft):
        raise RejectedError(problems)
