"""Which entity holds each kind of entry of a case, how it is checked, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sgdesk.domain.action_checks import check_action
from sgdesk.domain.agency_checks import check_agency_request
from sgdesk.domain.agency_requests import AgencyRequestDraft, ChaseDraft
from sgdesk.domain.cases import CaseLinkDraft, check_case_link
from sgdesk.domain.chases import check_chase
from sgdesk.domain.delays import DelayDraft, check_delay
from sgdesk.domain.family import (
    FamilyContactDraft,
    FamilyMemberDraft,
    check_family_contact,
    check_family_member,
)
from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.learning_checks import (
    check_evidence,
    check_finding,
    check_impact,
    check_recommendation,
)
from sgdesk.domain.notifications import RecipientDraft, check_recipient
from sgdesk.domain.people import HouseholdMemberDraft, check_household_member
from sgdesk.domain.publication_checks import check_pack_file
from sgdesk.domain.publications import PackFileDraft
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
    check_enquiry_line,
    check_event,
    check_monitoring,
    check_panel_member,
    check_version,
)
from sgdesk.services.learning_guards import chain_problems
from sgdesk.store.entities import agencies, case_parts, learning, review_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.errors import Problem


def _leave_alone(_session: Session, _case_id: UUID) -> list[Problem]:
    return []


@dataclass(frozen=True, slots=True)
class EntryKind:
    entity: type[Any]
    noun: str
    """What one is called, as in "Family contact saved"."""
    check: Callable[..., list[Problem]]
    """Takes the cleaned draft and `today`; returns every problem at once."""
    check_case: Callable[[Session, UUID], list[Problem]] = _leave_alone
    """Takes the session before it commits and the case; returns what must not be stored so."""


ENTRY_KINDS: dict[type[Any], EntryKind] = {
    RecipientDraft: EntryKind(case_parts.RecipientEntity, "Recipient", check_recipient),
    HouseholdMemberDraft: EntryKind(
        case_parts.HouseholdMemberEntity, "Member of the household", check_household_member
    ),
    CaseLinkDraft: EntryKind(case_parts.CaseLinkEntity, "Link to another case", check_case_link),
    DelayDraft: EntryKind(case_parts.DelayEntity, "Delay", check_delay),
    FamilyMemberDraft: EntryKind(
        case_parts.FamilyMemberEntity, "Family member", check_family_member
    ),
    FamilyContactDraft: EntryKind(
        case_parts.FamilyContactEntity, "Family contact", check_family_contact
    ),
    PackFileDraft: EntryKind(case_parts.PackFileEntity, "File of the pack", check_pack_file),
    AgencyRequestDraft: EntryKind(
        agencies.AgencyRequestEntity, "Agency request", check_agency_request
    ),
    ChaseDraft: EntryKind(agencies.ChaseEntity, "Chase", check_chase),
    EnquiryLineDraft: EntryKind(
        review_parts.EnquiryLineEntity, "Line of enquiry", check_enquiry_line
    ),
    PanelMemberDraft: EntryKind(review_parts.PanelMemberEntity, "Panel member", check_panel_member),
    ReviewEventDraft: EntryKind(review_parts.ReviewEventEntity, "Event", check_event),
    ReportVersionDraft: EntryKind(
        review_parts.ReportVersionEntity, "Version of the report", check_version
    ),
    MonitoringDraft: EntryKind(review_parts.MonitoringEntity, "Monitoring", check_monitoring),
    FindingDraft: EntryKind(learning.FindingEntity, "Finding", check_finding, chain_problems),
    RecommendationDraft: EntryKind(
        learning.RecommendationEntity, "Recommendation", check_recommendation, chain_problems
    ),
    ActionDraft: EntryKind(learning.ActionEntity, "Action", check_action, chain_problems),
    EvidenceDraft: EntryKind(learning.EvidenceEntity, "Evidence", check_evidence, chain_problems),
    ImpactDraft: EntryKind(learning.ImpactEntity, "Impact", check_impact, chain_problems),
}
