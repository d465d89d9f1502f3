"""Further rows of a case: who was told, household, links to other cases, files."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Answer
from sgdesk.domain.cases import LinkRelation
from sgdesk.domain.notifications import RecipientAbout
from sgdesk.domain.publications import PackFileKind
from sgdesk.store.base import Record, refers_to


class RecipientEntity(Record, kw_only=True):
    """Somebody who is told of something."""

    __tablename__ = "recipient"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    about: Mapped[RecipientAbout] = mapped_column(default=RecipientAbout.NOTIFICATION)
    recipient: Mapped[str] = mapped_column(default="")
    told_on: Mapped[date | None] = mapped_column(default=None)
    route: Mapped[str] = mapped_column(default="")
    told_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class HouseholdMemberEntity(Record, kw_only=True):
    """Somebody of the child's household, or who matters to the child."""

    __tablename__ = "household_member"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    relationship: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None] = mapped_column(default=None)
    lives_with_child: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    protection_plan: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    address: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class CaseLinkEntity(Record, kw_only=True):
    """What a case led to, or belongs with."""

    __tablename__ = "case_link"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    relation: Mapped[LinkRelation] = mapped_column(default=LinkRelation.RELATED)
    other_case_id: Mapped[UUID | None] = mapped_column(refers_to("case_file"), default=None)
    other_reference: Mapped[str] = mapped_column(default="")
    linked_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")


class AttachmentEntity(Record, kw_only=True):
    """A file of a case. Its bytes are read only when they are asked for."""

    __tablename__ = "attachment"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    sha256: Mapped[str]
    added_at: Mapped[datetime]
    content: Mapped[bytes] = mapped_column(deferred=True)


class DelayEntity(Record, kw_only=True):
    """An entry of the proceedings and delay register."""

    __tablename__ = "delay"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    started_on: Mapped[date | None] = mapped_column(default=None)
    key_date_on: Mapped[date | None] = mapped_column(default=None)
    expected_on: Mapped[date | None] = mapped_column(default=None)
    authority: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    next_check_on: Mapped[date | None] = mapped_column(default=None)
    pauses: Mapped[tuple[str, ...]] = mapped_column(default=())
    told_on: Mapped[date | None] = mapped_column(default=None)
    effect: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None] = mapped_column(default=None)


class FamilyMemberEntity(Record, kw_only=True):
    """A member of the child's family."""

    __tablename__ = "family_member"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    relationship: Mapped[str] = mapped_column(default="")
    naming_wishes: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    takes_part: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    no_contact_from_on: Mapped[date | None] = mapped_column(default=None)
    no_contact_until_on: Mapped[date | None] = mapped_column(default=None)
    no_contact_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class FamilyContactEntity(Record, kw_only=True):
    """A contact with the family."""

    __tablename__ = "family_contact"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    member_id: Mapped[UUID | None] = mapped_column(
        refers_to("family_member"), default=None, index=True
    )
    kind: Mapped[str] = mapped_column(default="")
    contacted_on: Mapped[date | None] = mapped_column(default=None)
    contacted_by: Mapped[str] = mapped_column(default="")
    route: Mapped[str] = mapped_column(default="")
    replied: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    note: Mapped[str] = mapped_column(default="")


class PackFileEntity(Record, kw_only=True):
    """A file of the pack that is published with a review."""

    __tablename__ = "pack_file"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[PackFileKind] = mapped_column(default=PackFileKind.REPORT)
    title: Mapped[str] = mapped_column(default="")
    ready_on: Mapped[date | None] = mapped_column(default=None)
    approved_by: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[UUID | None] = mapped_column(refers_to("attachment"), default=None)
    note: Mapped[str] = mapped_column(default="")
