"""Which entity holds each kind of entry of a case, how it is checked, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sgdesk.domain.agency_requests import AgencyRequestDraft, ChaseDraft
from sgdesk.domain.cases import CaseLinkDraft
from sgdesk.domain.delays import DelayDraft, check_delay
from sgdesk.domain.family import FamilyContactDraft, FamilyMemberDraft
from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.notifications import RecipientDraft
from sgdesk.domain.people import HouseholdMemberDraft
from sgdesk.domain.publications import PackFileDraft
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.store.entities import agencies, case_parts, learning, review_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sgdesk.errors import Problem


def _accept(_draft: Any, *, today: date) -> list[Problem]:  # noqa: ARG001
    return []


@dataclass(frozen=True, slots=True)
class EntryKind:
    entity: type[Any]
    noun: str
    """What one is called, as in "Family contact saved"."""
    check: Callable[..., list[Problem]] = _accept
    """Takes the cleaned draft and `today`; returns every problem at once."""


ENTRY_KINDS: dict[type[Any], EntryKind] = {
    RecipientDraft: EntryKind(case_parts.RecipientEntity, "Recipient"),
    HouseholdMemberDraft: EntryKind(case_parts.HouseholdMemberEntity, "Member of the household"),
    CaseLinkDraft: EntryKind(case_parts.CaseLinkEntity, "Link to another case"),
    DelayDraft: EntryKind(case_parts.DelayEntity, "Delay", check_delay),
    FamilyMemberDraft: EntryKind(case_parts.FamilyMemberEntity, "Family member"),
    FamilyContactDraft: EntryKind(case_parts.FamilyContactEntity, "Family contact"),
    PackFileDraft: EntryKind(case_parts.PackFileEntity, "File of the pack"),
    AgencyRequestDraft: EntryKind(agencies.AgencyRequestEntity, "Agency request"),
    ChaseDraft: EntryKind(agencies.ChaseEntity, "Chase"),
    EnquiryLineDraft: EntryKind(review_parts.EnquiryLineEntity, "Line of enquiry"),
    PanelMemberDraft: EntryKind(review_parts.PanelMemberEntity, "Panel member"),
    ReviewEventDraft: EntryKind(review_parts.ReviewEventEntity, "Event"),
    ReportVersionDraft: EntryKind(review_parts.ReportVersionEntity, "Version of the report"),
    MonitoringDraft: EntryKind(review_parts.MonitoringEntity, "Monitoring"),
    FindingDraft: EntryKind(learning.FindingEntity, "Finding"),
    RecommendationDraft: EntryKind(learning.RecommendationEntity, "Recommendation"),
    ActionDraft: EntryKind(learning.ActionEntity, "Action"),
    EvidenceDraft: EntryKind(learning.EvidenceEntity, "Evidence"),
    ImpactDraft: EntryKind(learning.ImpactEntity, "Impact"),
}
