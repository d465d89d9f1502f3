"""Writing a document that was made: the whole file or none, and a line in the export log."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from sgdesk.errors import UserError
from sgdesk.files import write_atomically
from sgdesk.records.exports import MadeFile
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sgdesk.records.briefing import Briefing
    from sgdesk.records.deadline_files import DeadlineBook, DeadlineCalendar
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register


class MadeDocument(NamedTuple):
    """A document that is made and not yet written."""

    name: str
    kind: str
    title: str
    content: bytes
    fingerprint: str
    briefing_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()


def write_document(folder: Path, made: MadeDocument) -> MadeFile:
    """Write `made` into `folder`. Raises `UserError` where that is not possible."""
    try:
        path = write_atomically(folder / made.name, made.content)
    except OSError as error:
        raise UserError(
            f"{made.name} could not be written. Close it if it is open elsewhere, check that "
            "there is room and that you may write to this folder, or choose another folder."
        ) from error
    digest = hashlib.sha256(made.content).hexdigest()
    return MadeFile(path, made.kind, made.title, digest, len(made.content))


def log_documents(
    register: Register, made: Sequence[MadeDocument], files: Sequence[MadeFile]
) -> None:
    """Log who made what, the hash of each file and the fields that it was made from."""
    at = register.now()
    with register.write() as session:
        for document, file in zip(made, files, strict=True):
            export_id = uuid4()
            session.add(
                ExportEntity(
                    id=export_id,
                    made_at=at,
                    kind=document.kind,
                    briefing_id=document.briefing_id,
                    file_name=document.name,
                    sha256=file.sha256,
                    fingerprint=document.fingerprint,
                    actor=register.profile.officer,
                )
            )
            for case_id in document.case_ids:
                session.add(ExportCaseEntity(export_id=export_id, case_id=case_id))


def fingerprint(record: Briefing | Paper | DeadlineBook | DeadlineCalendar) -> str:
    """Return a hash of the fields that a document was made from, its date left out."""
    fields = asdict(record)
    for name in ("as_of", "made_at"):
        fields.pop(name, None)
    return hashlib.sha256(repr(sorted(fields.items())).encode()).hexdigest()
