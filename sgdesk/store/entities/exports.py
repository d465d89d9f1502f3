"""The log of documents that left the register."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Record, live_unique, refers_to


class ExportEntity(Record, kw_only=True):
    """One document written for the officer; `fingerprint` tells which fields it was made from."""

    __tablename__ = "export"

    made_at: Mapped[datetime]
    kind: Mapped[str]
    briefing_id: Mapped[UUID | None] = mapped_column(
        refers_to("briefing"), default=None, index=True
    )
    file_name: Mapped[str]
    sha256: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(default="")
    actor: Mapped[str]


class ExportCaseEntity(Record, kw_only=True):
    """An exported document speaks of a case."""

    __tablename__ = "export_case"
    __table_args__ = (live_unique("export_case", "export_id", "case_id"),)

    export_id: Mapped[UUID] = mapped_column(refers_to("export"))
    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
