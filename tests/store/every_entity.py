"""Every entity of the register."""

from __future__ import annotations

from sgdesk.store.entities.agencies import (
    AgencyContactEntity,
    AgencyRequestEntity,
    ChaseEntity,
    FormerNameEntity,
)
from sgdesk.store.entities.audit import AuditEntity
from sgdesk.store.entities.briefings import BriefingCaseEntity, BriefingEntity
from sgdesk.store.entities.case_parts import (
    AttachmentEntity,
    CaseLinkEntity,
    DelayEntity,
    FamilyContactEntity,
    FamilyMemberEntity,
    HouseholdMemberEntity,
    PackFileEntity,
    RecipientEntity,
)
from sgdesk.store.entities.cases import (
    AgreedDateEntity,
    CaseEntity,
    CaseReferenceEntity,
    ChildEntity,
)
from sgdesk.store.entities.deadlines import (
    KeptResultEntity,
    MilestoneDoneEntity,
    MovedDateEntity,
)
from sgdesk.store.entities.documents import BoilerplateEntity, DeckTemplateEntity
from sgdesk.store.entities.exports import (
    ExportCaseEntity,
    ExportEntity,
    ExportRecipientEntity,
)
from sgdesk.store.entities.learning import (
    ActionEntity,
    EvidenceEntity,
    FindingEntity,
    ImpactEntity,
    RecommendationEntity,
)
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.partnerships import (
    AgencyEntity,
    CalendarChangeEntity,
    LetterTemplateEntity,
    ListValueEntity,
    PartnershipEntity,
)
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.entities.review_parts import (
    EnquiryLineEntity,
    MonitoringEntity,
    PanelMemberEntity,
    ReportVersionEntity,
    ReviewEventEntity,
)
from sgdesk.store.entities.timetables import (
    AnnouncedYearEntity,
    MilestoneEntity,
    SavedViewEntity,
    TimetableEntity,
)

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
    AgencyContactEntity,
    FormerNameEntity,
    AgencyRequestEntity,
    ChaseEntity,
    RecipientEntity,
    HouseholdMemberEntity,
    CaseLinkEntity,
    AttachmentEntity,
    DelayEntity,
    FamilyMemberEntity,
    FamilyContactEntity,
    PackFileEntity,
    EnquiryLineEntity,
    PanelMemberEntity,
    ReviewEventEntity,
    ReportVersionEntity,
    MonitoringEntity,
    FindingEntity,
    RecommendationEntity,
    ActionEntity,
    EvidenceEntity,
    ImpactEntity,
    ListValueEntity,
    LetterTemplateEntity,
    KeptResultEntity,
    MilestoneDoneEntity,
    MovedDateEntity,
    AnnouncedYearEntity,
    MilestoneEntity,
    SavedViewEntity,
    TimetableEntity,
    BoilerplateEntity,
    DeckTemplateEntity,
    ExportRecipientEntity,
)
