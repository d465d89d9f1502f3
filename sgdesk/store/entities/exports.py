"""The log of documents that left the register."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.made_files import FieldPrint
from sgdesk.store.base import Record, Records, live_unique, refers_to


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
    fields: Mapped[tuple[FieldPrint, ...]] = mapped_column(Records(FieldPrint), default=())
    override_by: Mapped[str] = mapped_column(default="")
    override_reason: Mapped[str] = mapped_column(default="")


class ExportCaseEntity(Record, kw_only=True):
    """An exported document speaks of a case."""

    __tablename__ = "export_case"
    __table_args__ = (live_unique("export_case", "export_id", "case_id"),)

    export_id: Mapped[UUID] = mapped_column(refers_to("export"))
    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)


class ExportRecipientEntity(Record, kw_only=True):
    """Somebody received an exported document."""

    __tablename__ = "export_recipient"

    export_id: Mapped[UUID] = mapped_column(refers_to("export"), index=True)
    name: Mapped[str]
    sent_on: Mapped[date]
    route: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
