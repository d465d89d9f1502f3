"""Writing a document that was made: the whole file or none, and a line in the export log."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from sgdesk.domain.made_files import FieldPrint
from sgdesk.errors import UserError
from sgdesk.files import write_atomically
from sgdesk.records.exports import MadeFile
from sgdesk.records.packs import Override
from sgdesk.services.left_parts import noted
from sgdesk.services.write_refusals import told_of
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    from sgdesk.records.briefing import Briefing
    from sgdesk.records.deadline_files import DeadlineBook, DeadlineCalendar
    from sgdesk.records.papers import Paper
    from sgdesk.records.press_statements import PressStatement
    from sgdesk.records.public_lists import ArchiveList, PublicList
    from sgdesk.records.register_books import RegisterBook
    from sgdesk.records.repository_abstracts import RepositoryAbstract
    from sgdesk.services.register import Register

    Fields: TypeAlias = (
        Briefing
        | PressStatement
        | RepositoryAbstract
        | PublicList
        | ArchiveList
        | RegisterBook
        | Paper
        | DeadlineBook
        | DeadlineCalendar
    )
    """What a document is made from: one frozen record."""


class MadeDocument(NamedTuple):
    """A document that is made and not yet written."""

    name: str
    kind: str
    title: str
    content: bytes
    fields: tuple[FieldPrint, ...]
    """The digest of each field that it was made from."""
    briefing_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()

    def __repr__(self) -> str:
        return f"<MadeDocument {self.kind}>"


def write_document(register: Register, folder: Path, made: MadeDocument) -> MadeFile:
    """Write `made` into `folder`. Raises `UserError` where that is not possible."""
    with told_of(made.name), noted(register, folder):
        path = write_atomically(folder / made.name, made.content)
    return made_file(made, path)


def made_file(made: MadeDocument, path: Path) -> MadeFile:
    """Return what lists show of a document that stands at `path`."""
    return MadeFile(path, made.kind, made.title, digest_of(made.content), len(made.content))


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits: its fingerprint."""
    return hashlib.sha256(content).hexdigest()


def log_documents(
    register: Register,
    made: Sequence[MadeDocument],
    files: Sequence[MadeFile],
    overrides: Mapping[str, Override] = MappingProxyType({}),
) -> tuple[UUID, ...]:
    """Log who made what, the hash of each file and the fields that it was made from.

    Returns the id of each line of the log, in their order.

    Where nothing can be saved in the register, nothing is logged and the result is empty; who
    answers for a finding has to be logged, so that raises a `UserError`.

    `overrides` holds who answers for what the identity check found, by the name of the file.
    """
    if register.refusal:
        if overrides:
            raise UserError(register.refusal)
        return ()
    at, ids = register.now(), []
    with register.write() as session:
        for document, file in zip(made, files, strict=True):
            ids.append(export_id := uuid4())
            override = overrides.get(document.name, _NO_OVERRIDE)
            session.add(
                ExportEntity(
                    id=export_id,
                    made_at=at,
                    kind=document.kind,
                    briefing_id=document.briefing_id,
                    file_name=document.name,
                    sha256=file.sha256,
                    fingerprint=_digest(document.fields),
                    fields=document.fields,
                    actor=register.profile.officer,
                    override_by=override.name,
                    override_reason=override.reason,
                )
            )
            for case_id in document.case_ids:
                session.add(ExportCaseEntity(export_id=export_id, case_id=case_id))
    return tuple(ids)


def field_prints(record: Fields) -> tuple[FieldPrint, ...]:
    """Return the digest of each field of `record`, the day it was made on left out."""
    return tuple(
        FieldPrint(name, _digest(value))
        for name, value in asdict(record).items()
        if name not in _OF_THE_DAY
    )


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


_NO_OVERRIDE = Override()
_OF_THE_DAY = {"as_of", "made_at"}
"""Fields that differ with each making and say nothing about the content."""
