"""Which of the files that were made still say what the record says, and who received them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.made_files import ExportRecipientDraft, changed_fields, check_export_recipient
from sgdesk.records.entries import Entry
from sgdesk.records.exports import DocumentKind
from sgdesk.records.made_files import FileState, LoggedFile
from sgdesk.services.briefings import list_briefings
from sgdesk.services.documents import OF_A_REVIEW, plan_documents
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.entries import refuse
from sgdesk.services.made_file_words import field_words
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity, ExportRecipientEntity
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.domain.made_files import FieldPrint
    from sgdesk.services.register import Register

_Made = tuple[str, "UUID | None"]
"""The kind of a file, and the briefing it was made from."""


def list_logged_files(register: Register, *, today: date) -> tuple[LoggedFile, ...]:
    """Return every document of a review that was made, the newest first, with its state.

    A file is out of date when making it again on `today` would use a field that differs.
    """
    with register.store.read() as session:
        exports = _exports(session)
        cases, recipients = _cases(session), _recipients(session)
    titles = {row.briefing_id: row.title for row in list_briefings(register)}
    now = _fields_now(register, exports, titles, today)
    seen: set[_Made] = set()
    files = []
    for one in exports:
        made = (one.kind, one.briefing_id)
        changed, state = _compared(one.fields, now.get(made), is_newest=made not in seen)
        seen.add(made)
        files.append(
            LoggedFile(
                one.id,
                one.kind,
                one.file_name,
                titles.get(one.briefing_id, "") if one.briefing_id else "",
                one.made_at,
                one.actor,
                state,
                tuple(field_words(name) for name in changed),
                one.briefing_id,
                cases.get(one.id, ()),
                one.override_by,
                one.override_reason,
                one.sha256,
                recipients.get(one.id, ()),
            )
        )
    return tuple(files)


def save_export_recipient(
    register: Register,
    export_id: UUID,
    entry: Entry[ExportRecipientDraft] | None,
    draft: ExportRecipientDraft,
    *,
    today: date,
) -> Changes:
    """Store who received a file, in place of `entry` or as one more.

    Raises `RejectedError` with every problem at once; nothing is stored then.
    """
    draft = cleaned(draft)
    refuse(check_export_recipient(draft, today=today))
    with register.write() as session:
        get_live(session, ExportEntity, export_id)
        if entry is None:
            session.add(ExportRecipientEntity(export_id=export_id, **values_of(draft)))
        else:
            held = get_live(session, ExportRecipientEntity, entry.entry_id, entry.revision)
            fill(held, draft)
    return Changes("Recipient saved")


def remove_export_recipient(register: Register, entry: Entry[ExportRecipientDraft]) -> Changes:
    """Take a recipient off a file's list; the history keeps what was recorded."""
    with register.write() as session:
        held = get_live(session, ExportRecipientEntity, entry.entry_id, entry.revision)
        held.deleted_at = register.now()
    return Changes("Recipient removed")


def _compared(
    before: tuple[FieldPrint, ...], now: tuple[FieldPrint, ...] | None, *, is_newest: bool
) -> tuple[tuple[str, ...], FileState]:
    if not before or now is None:
        return (), FileState.UNKNOWN
    changed = changed_fields(before, now)
    if not changed:
        return (), FileState.CURRENT
    return changed, FileState.OUTDATED if is_newest else FileState.REPLACED


def _fields_now(
    register: Register, exports: list[ExportEntity], titles: Mapping[UUID, str], today: date
) -> dict[_Made, tuple[FieldPrint, ...]]:
    """Return what each kind of document would be made from today, for what was made once."""
    kinds: dict[UUID, set[DocumentKind]] = {}
    for one in exports:
        if one.briefing_id is not None and one.briefing_id in titles:
            kinds.setdefault(one.briefing_id, set()).add(DocumentKind(one.kind))
    return {
        (document.kind.value, briefing_id): document.fields
        for briefing_id, made in kinds.items()
        for document in plan_documents(register, [briefing_id], made, today=today)
    }


def _exports(session: Session) -> list[ExportEntity]:
    of_a_review = [kind.value for kind in OF_A_REVIEW]
    return list(
        session.scalars(
            select(ExportEntity)
            .where(ExportEntity.deleted_at.is_(None), ExportEntity.kind.in_(of_a_review))
            .order_by(ExportEntity.made_at.desc(), ExportEntity.file_name)
        )
    )


def _cases(session: Session) -> dict[UUID, tuple[UUID, ...]]:
    found: dict[UUID, tuple[UUID, ...]] = {}
    for row in session.scalars(
        select(ExportCaseEntity).where(ExportCaseEntity.deleted_at.is_(None))
    ):
        found[row.export_id] = (*found.get(row.export_id, ()), row.case_id)
    return found


def _recipients(session: Session) -> dict[UUID, tuple[Entry[ExportRecipientDraft], ...]]:
    found: dict[UUID, tuple[Entry[ExportRecipientDraft], ...]] = {}
    for row in session.scalars(
        select(ExportRecipientEntity)
        .where(ExportRecipientEntity.deleted_at.is_(None))
        .order_by(ExportRecipientEntity.sent_on)
    ):
        entry = Entry(row.id, row.revision, draft_from(ExportRecipientDraft, row))
        found[row.export_id] = (*found.get(row.export_id, ()), entry)
    return found
