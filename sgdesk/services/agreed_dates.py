"""Dates agreed beside the dates by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.partnerships import AgreedDate, check_agreed_date
from sgdesk.errors import RejectedError
from sgdesk.services.drafts import cleaned, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import AgreedDateEntity

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register


def save_agreed_date(
    register: Register, case_id: UUID, code: str, draft: AgreedDate | None
) -> Changes:
    """Store the agreed date of a deadline, or take it back if `draft` is None.

    The date by the rule stays as it is.
    """
    if draft is not None:
        draft = cleaned(draft)
        if problems := check_agreed_date(draft):
            raise RejectedError(problems)
    with register.write() as session:
        held = session.scalar(
            select(AgreedDateEntity).where(
                AgreedDateEntity.case_id == case_id,
                AgreedDateEntity.rule_code == code,
                AgreedDateEntity.deleted_at.is_(None),
            )
        )
        if draft is None:
            if held is not None:
                held.deleted_at = register.now()
        elif held is None:
            session.add(AgreedDateEntity(case_id=case_id, rule_code=code, **values_of(draft)))
        else:
            fill(held, draft)
    what = "Agreed date saved" if draft else "Agreed date taken back"
    return Changes(what, frozenset({case_id}))
