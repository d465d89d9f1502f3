"""The audit trail, one row for each row changed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Base


class AuditEntity(Base, kw_only=True):
    """Read only: rows come from `sgdesk.store.audit` alone, and triggers keep them as written.

    `changes` is JSON, field to [old, new]. `digest` seals the row and `previous`, the digest
    of the row before.
    """

    __tablename__ = "audit"
    __table_args__ = (Index(None, "table_name", "row_id"), Index(None, "case_id", "at"))

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    case_id: Mapped[UUID | None] = mapped_column(default=None)
    changes: Mapped[str]
    previous: Mapped[str]
    digest: Mapped[str]
