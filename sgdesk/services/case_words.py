"""What the records of a case and their fields are called: the case itself, children, parts."""

from __future__ import annotations

from sgdesk.domain.cases import KIND_WORDS as CASE_KIND_WORDS
from sgdesk.domain.cases import RELATION_WORDS
from sgdesk.domain.dates import PRECISION_WORDS
from sgdesk.domain.editions import Edition
from sgdesk.domain.notifications import ABOUT_WORDS, KIND_WORDS, OUTCOME_WORDS
from sgdesk.domain.people import ROLE_WORDS, AgeUnit
from sgdesk.domain.publications import PACK_FILE_WORDS
from sgdesk.domain.rapid_reviews import DECISION_WORDS, PANEL_VIEW_WORDS
from sgdesk.domain.review_questions import (
    CIRCUMSTANCES,
    CRITERIA,
    PUBLICATION_GATES,
    PURPOSES,
    QUALITY_MARKERS,
)
from sgdesk.services.field_words import (
    RULE_TITLES,
    RecordWords,
    answer,
    fixed,
    name_of,
    one_of,
    plain,
    private,
    said,
)

_EDITIONS = {edition.value: edition.label for edition in Edition}
_UNITS = {unit.value: unit.value for unit in AgeUnit}

_SIGNED = plain(
    authority_signed_on="Sign-off, local authority",
    authority_signed_by="Signed by, local authority",
    health_signed_on="Sign-off, health",
    health_signed_by="Signed by, health",
    police_signed_on="Sign-off, police",
    police_signed_by="Signed by, police",
)

CASE_WORDS = {
    "case_file": RecordWords(
        "Case",
        {
            **plain(
                reference="Reference",
                title="Description",
                incident_start_on="Incident, day or first day",
                incident_end_on="Incident, last day",
                aware_on="Aware date",
                area_of_incident="Area of the incident",
                area_of_residence="Area where the child lives",
                owner="Owner",
                themes="Themes",
                edition_reason="Reason for the edition",
                closed_on="Closed on",
                closed_reason="Reason for closing",
            ),
            "kind": one_of("Kind", CASE_KIND_WORDS),
            "incident_precision": one_of("Incident, how exact", PRECISION_WORDS),
            "edition": one_of("Edition of the guidance", _EDITIONS),
            "outside_england": answer("Outside England"),
            "media_interest": answer("Interest of the media"),
        },
        "reference",
    ),
    "case_reference": RecordWords("Further reference", plain(reference="Reference"), "reference"),
    "child": RecordWords(
        "Child",
        {
            "pseudonym": said("Pseudonym"),
            "name": private("Real name"),
            "other_names": private("Other names"),
            "born_on": private("Date of birth"),
            "died_on": private("Date of death"),
            "address": private("Address"),
            "school": private("School"),
            "gp": private("GP"),
            "carer": private("Where and with whom"),
            "note": private("Note"),
            "stated_age_count": said("Age as told, number"),
            "stated_age_unit": one_of("Age as told, unit", _UNITS),
            "role": one_of("Role", ROLE_WORDS),
            "protection_plan": answer("Child protection plan"),
            "need_plan": answer("Child in need plan"),
            "looked_after": answer("Looked after"),
            "known_to_agencies": answer("Known to agencies"),
            **plain(
                is_first_listed="First listed",
                sex="Sex",
                ethnicity="Ethnicity",
                disability="Disability",
                language="Language",
                religion="Religion",
                legal_status="Legal status",
                placement="Where the child lived",
                harm="Cause of death or harm",
            ),
        },
        "pseudonym",
    ),
    "household_member": RecordWords(
        "Household",
        {
            "name": private("Name"),
            "relationship": said("Relationship"),
            "born_on": private("Date of birth"),
            "lives_with_child": answer("Lives with the child"),
            "protection_plan": answer("Child protection plan"),
            "address": private("Address"),
            "note": private("Note"),
        },
        "relationship",
    ),
    "agreed_date": RecordWords(
        "Agreed date",
        {
            "rule_code": one_of("Deadline", RULE_TITLES),
            **plain(agreed_on="Agreed date", reason="Reason", authority="Agreed by"),
        },
        "rule_code",
    ),
    "milestone_done": RecordWords(
        "Milestone met",
        {"rule_code": one_of("Milestone", RULE_TITLES), **plain(done_on="Met on")},
        "rule_code",
    ),
    "recipient": RecordWords(
        "Who is told",
        {
            "about": one_of("About", ABOUT_WORDS),
            **plain(
                recipient="Recipient",
                told_on="Told on",
                route="Route",
                told_by="Told by",
                note="Note",
            ),
        },
        "recipient",
    ),
    "case_link": RecordWords(
        "Linked case",
        {
            "relation": one_of("How it is linked", RELATION_WORDS),
            "other_case_id": name_of("Other case", "case_file"),
            **plain(other_reference="Other reference", linked_on="Linked on", note="Note"),
        },
        "other_reference",
    ),
    "attachment": RecordWords(
        "Attachment",
        {
            **plain(title="Title", kind="Kind", note="Note"),
            "file_name": private("Name of the file"),
            "media_type": fixed("Type of the file"),
            "size": fixed("Size in bytes"),
            "sha256": fixed("Fingerprint"),
            "added_at": fixed("Added"),
            "content": fixed("Content"),
        },
        "title",
    ),
    "notification": RecordWords(
        "Notification",
        {
            "kind": one_of("Kind", KIND_WORDS),
            "outcome": one_of("Outcome", OUTCOME_WORDS),
            "known_to_agencies": answer("Known to agencies"),
            "location": private("Location"),
            "description": private("Description"),
            **plain(
                notified_on="Notified date",
                receipt="Receipt",
                partners_told_on="Partners told",
                copy_received_on="Copy received",
                withdrawn_on="Withdrawn on",
                withdrawn_reason="Reason for the withdrawal",
                decided_to_notify_on="Decided to notify",
                notified_by="Notified by",
                first_notified_on="First notified",
                resubmitted_reason="Reason for submitting again",
                nature="Nature of the incident",
                cause="Cause",
                incident_time="Time of the incident",
            ),
        },
    ),
    "rapid_review": RecordWords(
        "Rapid Review",
        {
            "decision": one_of("Decision", DECISION_WORDS),
            "reconsidered": one_of("Decision after the Panel’s view", DECISION_WORDS),
            "panel_view": one_of("Panel’s view", PANEL_VIEW_WORDS),
            "considered": one_of("Considered", {**PURPOSES, **CRITERIA, **CIRCUMSTANCES}),
            **_SIGNED,
            **plain(
                first_request_on="First request",
                last_return_on="Last return",
                meeting_on="Meeting date",
                meeting_time="Meeting time",
                meeting_place="Meeting place",
                chair="Chair",
                attended="Who attended",
                decided_on="Decision date",
                reasons="Reasons",
                dissent="Dissent",
                sent_on="Sent to the Panel",
                sent_route="How it was sent",
                late_reason="Reason for lateness",
                late_told_on="Lateness told on",
                expected_on="Expected on",
                panel_replied_on="Panel’s reply",
                panel_comments="Comments of the Panel",
                reconsidered_on="Decided again on",
                reconsidered_reasons="Reasons for the second decision",
            ),
        },
    ),
    "local_review": RecordWords(
        "Local review",
        {
            "quality": one_of("Quality markers", QUALITY_MARKERS),
            **_SIGNED,
            **plain(
                initiated_on="Decision to initiate",
                commissioned_on="Commissioned on",
                reviewer="Reviewer",
                reviewer_organisation="Organisation of the reviewer",
                independence="Independence",
                chair="Chair",
                methodology="Method",
                terms_version="Terms of reference, version",
                terms_agreed_on="Terms of reference agreed",
                terms="Terms of reference",
                scope_from_on="Scope from",
                scope_to_on="Scope to",
                decision_told_on="Decision told",
                forecast_on="Forecast",
                forecast_reason="Reason for the forecast",
                legal_checked_on="Legal check",
            ),
        },
    ),
    "publication": RecordWords(
        "Publication",
        {
            "gates": one_of("Checklist", PUBLICATION_GATES),
            "not_published": answer("Not to be published"),
            **plain(
                title="Title",
                summary="Summary",
                review_type="Type of review",
                planned_on="Planned date",
                copy_sent_on="Copy sent to the Panel",
                copy_sent_route="How the copy was sent",
                published_on="Published on",
                released_on="Documents released on",
                deposited_on="Deposited on",
                deposit_acknowledged_on="Deposit acknowledged",
                archived_on="Archived on",
                web_address="Web address",
                embargo_on="Embargo until",
                embargo_time="Embargo, time",
                spokesperson="Spokesperson",
                web_slot_on="Place on the website, day",
                web_slot_time="Place on the website, time",
                webinar_on="Webinar",
                webinar_address="Address of the webinar",
                not_published_reason="Reason for not publishing",
            ),
        },
    ),
    "pack_file": RecordWords(
        "File of the pack",
        {
            "kind": one_of("Kind", PACK_FILE_WORDS),
            "attachment_id": name_of("Attachment", "attachment"),
            **plain(title="Title", ready_on="Ready on", approved_by="Approved by", note="Note"),
        },
        "kind",
    ),
}
