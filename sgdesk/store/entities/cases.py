"""Cases and what hangs on one directly: references, children, agreed dates."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Answer
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.dates import Precision
from sgdesk.domain.editions import Edition
from sgdesk.domain.people import AgeUnit, ChildRole
from sgdesk.store.base import Record, live_unique, refers_to


class CaseEntity(Record, kw_only=True):
    """One case. `reference_key` is None for a national review without a local reference."""

    __tablename__ = "case_file"
    __table_args__ = (live_unique("case_file", "reference_key"),)

    reference: Mapped[str] = mapped_column(default="")
    reference_key: Mapped[str | None] = mapped_column(default=None)
    title: Mapped[str]
    kind: Mapped[CaseKind] = mapped_column(default=CaseKind.LOCAL)
    incident_precision: Mapped[Precision] = mapped_column(default=Precision.BLANK)
    incident_start_on: Mapped[date | None] = mapped_column(default=None)
    incident_end_on: Mapped[date | None] = mapped_column(default=None)
    aware_on: Mapped[date | None] = mapped_column(default=None)
    area_of_incident: Mapped[str] = mapped_column(default="")
    area_of_residence: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    themes: Mapped[tuple[str, ...]] = mapped_column(default=())
    edition: Mapped[Edition | None] = mapped_column(default=None)
    edition_reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    closed_reason: Mapped[str] = mapped_column(default="")
    outside_england: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    media_interest: Mapped[Answer] = mapped_column(default=Answer.BLANK)


class CaseReferenceEntity(Record, kw_only=True):
    """A further reference of a case, such as another partnership's."""

    __tablename__ = "case_reference"
    __table_args__ = (live_unique("case_reference", "reference_key"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    reference: Mapped[str]
    reference_key: Mapped[str]


class ChildEntity(Record, kw_only=True):
    """A child of a case. `name` and the dates of birth and death leave the child dialog never."""

    __tablename__ = "child"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    pseudonym: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None] = mapped_column(default=None)
    stated_age_count: Mapped[int | None] = mapped_column(default=None)
    stated_age_unit: Mapped[AgeUnit | None] = mapped_column(default=None)
    died_on: Mapped[date | None] = mapped_column(default=None)
    role: Mapped[ChildRole] = mapped_column(default=ChildRole.HARMED)
    is_first_listed: Mapped[bool] = mapped_column(default=False)
    other_names: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    ethnicity: Mapped[str] = mapped_column(default="")
    disability: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    religion: Mapped[str] = mapped_column(default="")
    legal_status: Mapped[str] = mapped_column(default="")
    placement: Mapped[str] = mapped_column(default="")
    protection_plan: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    need_plan: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    looked_after: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    known_to_agencies: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    harm: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    school: Mapped[str] = mapped_column(default="")
    gp: Mapped[str] = mapped_column(default="")
    carer: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class AgreedDateEntity(Record, kw_only=True):
    """A date agreed beside the one by the rule `rule_code`."""

    __tablename__ = "agreed_date"
    __table_args__ = (live_unique("agreed_date", "case_id", "rule_code"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    rule_code: Mapped[str]
    agreed_on: Mapped[date]
    reason: Mapped[str]
    authority: Mapped[str]
