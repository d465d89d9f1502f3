"""The rows that invented cases have any number of, their dates counted from today."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sgdesk.config.resources import resource
from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft, ChaseDraft
from sgdesk.domain.answers import Considered
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.cases import CaseLinkDraft
from sgdesk.domain.delays import DelayDraft
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
from sgdesk.records.practice import PracticeEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

_KINDS: dict[str, type[Any]] = {
    "recipient": RecipientDraft,
    "household_member": HouseholdMemberDraft,
    "case_link": CaseLinkDraft,
    "delay": DelayDraft,
    "family_member": FamilyMemberDraft,
    "family_contact": FamilyContactDraft,
    "pack_file": PackFileDraft,
    "request": AgencyRequestDraft,
    "chase": ChaseDraft,
    "enquiry_line": EnquiryLineDraft,
    "panel_member": PanelMemberDraft,
    "event": ReviewEventDraft,
    "version": ReportVersionDraft,
    "monitoring": MonitoringDraft,
    "finding": FindingDraft,
    "recommendation": RecommendationDraft,
    "action": ActionDraft,
    "evidence": EvidenceDraft,
    "impact": ImpactDraft,
    "attachment": AttachmentDraft,
}
_LABEL, _LINKS, _RETURNED, _KIND = "label", "links", "returned", "entry"
_CONTENT = "content"
"""The text of an attachment, which is a plain text file in practice."""


def entries_by_title() -> Mapping[str, list[dict[str, Any]]]:
    """Return what is told of each case, by the title of the case, in the order of the files."""
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(resource("practice", "entries").iterdir()):
        for title, told in json.loads(file.read_text(encoding="utf-8")).items():
            found.setdefault(title, []).extend(told)
    return found


def practice_entry(told: Mapping[str, Any], tell: Callable[[str], date]) -> PracticeEntry:
    """Return one row; `tell` turns told dates such as "notified_on+1wd" into dates."""
    returned = told.get(_RETURNED)
    return PracticeEntry(
        draft=told_draft(_KINDS[told[_KIND]], told, tell),
        label=told.get(_LABEL, ""),
        links=told.get(_LINKS, {}),
        returned=told_draft(AgencyReturnDraft, returned, tell) if returned else None,
        content=told.get(_CONTENT, "").encode(),
    )


def told_draft(kind: type[Any], told: Mapping[str, Any], tell: Callable[[str], date]) -> Any:
    """Return a draft of `kind` with what is told of its fields."""
    values = {}
    for item in fields(kind):
        if item.name in told:
            value = told[item.name]
            values[item.name] = tell(value) if item.name.endswith("_on") else _value(item, value)
    return kind(**values)


def _value(item: Any, value: Any) -> Any:
    if isinstance(item.default, StrEnum):
        return type(item.default)(value)
    if isinstance(value, list):
        return tuple(Considered(**one) if isinstance(one, dict) else one for one in value)
    return value
