"""Every entity of the register."""

from __future__ import annotations

from sgdesk.store.entities.audit import AuditEntity
from sgdesk.store.entities.briefings import BriefingCaseEntity, BriefingEntity
from sgdesk.store.entities.cases import (
    AgreedDateEntity,
    CaseEntity,
    CaseReferenceEntity,
    ChildEntity,
)
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import (
    AgencyEntity,
    CalendarChangeEntity,
    PartnershipEntity,
)
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity

ENTITIES = (
    AgencyEntity,
    AgreedDateEntity,
    AuditEntity,
    BriefingCaseEntity,
    BriefingEntity,
    CalendarChangeEntity,
    CaseEntity,
    CaseReferenceEntity,
    ChildEntity,
    ExportCaseEntity,
    ExportEntity,
    LocalReviewEntity,
    NotificationEntity,
    PartnershipEntity,
    PublicationEntity,
    RapidReviewEntity,
)
