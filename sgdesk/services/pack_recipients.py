"""Who received a pack: recorded once, kept with every file of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.made_files import ExportRecipientDraft, check_export_recipient
from sgdesk.services.drafts import cleaned, values_of
from sgdesk.services.entries import refuse
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.exports import ExportEntity, ExportRecipientEntity
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.services.register import Register


def save_pack_recipient(
    register: Register, export_ids: Sequence[UUID], draft: ExportRecipientDraft, *, today: date
) -> Changes:
    """Store who received all of these files.

    Raises `RejectedError` with every problem at once; nothing is stored then.
    """
    draft = cleaned(draft)
    refuse(check_export_recipient(draft, today=today))
    with register.write() as session:
        for export_id in export_ids:
            get_live(session, ExportEntity, export_id)
            session.add(ExportRecipientEntity(export_id=export_id, **values_of(draft)))
    return Changes("Recipient saved")
