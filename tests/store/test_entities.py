from dataclasses import MISSING, fields
from inspect import Parameter, signature

import pytest
from every_entity import ENTITIES
from sqlalchemy import Boolean, Date, Enum, Uuid
from store_samples import make_case

from sgdesk.domain.agency_requests import AgencyReturnDraft
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    AgencyDraft,
    AgreedDate,
    CalendarChange,
    FormerNameDraft,
    PartnershipDraft,
)
from sgdesk.domain.people import ChildDraft
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.services.entry_kinds import ENTRY_KINDS
from sgdesk.store.base import Base, Record, UtcMoment
from sgdesk.store.entities.agencies import (
    AgencyContactEntity,
    AgencyRequestEntity,
    FormerNameEntity,
)
from sgdesk.store.entities.briefings import BriefingEntity
from sgdesk.store.entities.case_parts import AttachmentEntity
from sgdesk.store.entities.cases import AgreedDateEntity, CaseEntity, ChildEntity
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import (
    AgencyEntity,
    CalendarChangeEntity,
    PartnershipEntity,
)
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity

KEPT_APART = {"further_references", "incident", "stated_age", "case_ids"}
"""Fields that a table of their own or several columns hold."""


@pytest.mark.parametrize(
    ("entity", "draft"),
    [
        (AgencyEntity, AgencyDraft),
        (AgreedDateEntity, AgreedDate),
        (BriefingEntity, BriefingDraft),
        (CalendarChangeEntity, CalendarChange),
        (CaseEntity, CaseDraft),
        (ChildEntity, ChildDraft),
        (LocalReviewEntity, LocalReviewDraft),
        (NotificationEntity, NotificationDraft),
        (PartnershipEntity, PartnershipDraft),
        (PublicationEntity, PublicationDraft),
        (RapidReviewEntity, RapidReviewDraft),
        (AgencyContactEntity, AgencyContactDraft),
        (AgencyRequestEntity, AgencyReturnDraft),
        (AttachmentEntity, AttachmentDraft),
        (FormerNameEntity, FormerNameDraft),
        *((kind.entity, draft) for draft, kind in ENTRY_KINDS.items()),
    ],
)
def test_an_entity_has_every_field_of_its_draft_with_the_same_default(entity, draft):
    names = {field.name for field in fields(draft)} - KEPT_APART
    assert names <= set(entity.__mapper__.column_attrs.keys())
    asked_for = {
        name: "given"
        for name, parameter in signature(entity).parameters.items()
        if parameter.default is Parameter.empty
    }
    made = entity(**asked_for)
    defaults = {
        field.name: field.default_factory() if field.default is MISSING else field.default
        for field in fields(draft)
        if field.name in names - asked_for.keys()
    }
    assert {name: getattr(made, name) for name in defaults} == defaults


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_repr_shows_no_field(entity):
    assert entity.__repr__ is Base.__repr__


def test_two_entities_are_equal_only_if_they_are_one():
    case = make_case()
    assert case == case  # noqa: PLR0124
    assert case != make_case(id=case.id)


@pytest.mark.parametrize("entity", [one for one in ENTITIES if issubclass(one, Record)])
def test_all_that_may_be_handed_over_has_key_revision_and_tombstone(entity):
    columns = entity.__table__.columns
    assert [column.name for column in columns][:3] == ["id", "revision", "deleted_at"]
    assert entity.__mapper__.version_id_col is columns.revision


@pytest.mark.parametrize("entity", ENTITIES)
def test_columns_are_named_for_what_they_hold(entity):
    for column in entity.__table__.columns:
        kind, name = type(column.type), column.name
        assert name.endswith("_on") == (kind is Date) or name == "day", name
        assert name.endswith("_at") == (kind is UtcMoment) or name == "at", name
        assert name.endswith("_id") == (kind is Uuid) or name == "id", name
        assert name.startswith("is_") == (kind is Boolean), name


def test_answers_are_kept_as_their_values_and_checked():
    kinds = [
        column.type
        for entity in ENTITIES
        for column in entity.__table__.columns
        if isinstance(column.type, Enum)
    ]
    assert len(kinds) > 8
    for kind in kinds:
        assert kind.create_constraint
        assert kind.enums == [member.value for member in kind.enum_class]
        assert max(map(len, kind.enums)) <= kind.length
