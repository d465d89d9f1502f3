"""What the records are called that belong to no single case, and their fields."""

from __future__ import annotations

from sgdesk.domain.boilerplate import BOILERPLATE_WORDS
from sgdesk.domain.counting import COUNTING_WORDS
from sgdesk.domain.partnerships import CALENDAR_CHANGE_WORDS
from sgdesk.domain.typefaces import TYPEFACE_WORDS
from sgdesk.domain.value_lists import VALUE_LISTS
from sgdesk.services.field_words import (
    RULE_TITLES,
    RecordWords,
    fixed,
    name_of,
    one_of,
    plain,
    private,
)

_LISTS = {key.value: found.title for key, found in VALUE_LISTS.items()}

OTHER_WORDS = {
    "briefing": RecordWords(
        "Briefing",
        plain(
            title="Title",
            subtitle="Subtitle",
            background="Background",
            key_learning="Key learning",
            good_practice="Good practice",
            improvements="Areas for improvement",
            questions="Questions",
            timeline="Timeline by age",
            recommendations="Recommendations",
        ),
        "title",
    ),
    "briefing_case": RecordWords(
        "Reviews of a briefing", {"briefing_id": name_of("Briefing", "briefing")}
    ),
    "export": RecordWords(
        "Document",
        {
            "briefing_id": name_of("Briefing", "briefing"),
            "made_at": fixed("Made"),
            "kind": fixed("Kind"),
            "file_name": fixed("File"),
            "sha256": fixed("Fingerprint of the file"),
            "fingerprint": fixed("Fingerprint of the content"),
            "actor": fixed("Made by"),
            "fields": fixed("Fields it was made from"),
            **plain(
                override_by="Identity check overridden by",
                override_reason="Reason for the override",
            ),
        },
        "kind",
    ),
    "export_case": RecordWords(
        "Reviews of a document", {"export_id": name_of("Document", "export")}
    ),
    "export_recipient": RecordWords(
        "Recipient of a document",
        {
            "export_id": name_of("Document", "export"),
            "name": private("Who received it"),
            **plain(sent_on="Sent on", route="How", note="Note"),
        },
    ),
    "boilerplate": RecordWords(
        "Standing text",
        {
            "key": one_of("Text", BOILERPLATE_WORDS),
            **plain(starts_on="In use from", text="Wording"),
        },
        "key",
    ),
    "deck_template": RecordWords(
        "Template for decks",
        {
            "content": fixed("File"),
            **plain(name="Name", layouts="Layouts", is_used="Is used"),
        },
        "name",
    ),
    "partnership": RecordWords(
        "Settings",
        {
            "counting": one_of("Way of counting", COUNTING_WORDS),
            "logo_png": private("Logo"),
            "typeface": one_of("Typeface of documents", TYPEFACE_WORDS),
            **plain(
                name="Partnership",
                short_name="Short name",
                prefix="Reference prefix",
                officer="Officer",
                handling_mark="Handling mark",
                ink="Main colour",
                accent="Second colour",
                reading="Find out more",
                last_yearly_report_on="Last yearly report",
                contacts="Contact lines",
            ),
        },
    ),
    "agency": RecordWords(
        "Agency",
        {
            "contact": private("Contact"),
            "email": private("Email"),
            "phone": private("Telephone"),
            **plain(name="Agency", kind="Kind", is_active="Is asked for returns", note="Note"),
        },
        "name",
    ),
    "agency_contact": RecordWords(
        "Contact of an agency",
        {
            "agency_id": name_of("Agency", "agency"),
            "name": private("Name"),
            "email": private("Email"),
            "phone": private("Telephone"),
            **plain(role="Role", left_on="Left on"),
        },
        "role",
    ),
    "former_name": RecordWords(
        "Former name",
        {
            "agency_id": name_of("Agency", "agency"),
            **plain(name="Name", until_on="Until"),
        },
        "name",
    ),
    "calendar_change": RecordWords(
        "Calendar",
        {"kind": one_of("What it is", CALENDAR_CHANGE_WORDS), **plain(day="Day", name="Name")},
        "name",
    ),
    "list_value": RecordWords(
        "List of values",
        {"list_key": one_of("List", _LISTS), **plain(words="Value")},
        "words",
    ),
    "letter_template": RecordWords(
        "Letter template", plain(key="Letter", subject="Subject", body="Text"), "key"
    ),
    "moved_date": RecordWords(
        "Due date moved",
        {
            "rule_code": one_of("Deadline", RULE_TITLES),
            **plain(before_on="From", after_on="To", cause="Why"),
        },
        "rule_code",
        is_event=True,
    ),
    "kept_result": RecordWords(
        "Result kept",
        {
            "rule_code": one_of("Deadline", RULE_TITLES),
            **plain(
                due_on="Due",
                done_on="Done",
                is_late="Met late",
                days="Working days late",
                trigger_on="Started",
                working="Working",
            ),
        },
        "rule_code",
        is_event=True,
    ),
    "timetable": RecordWords(
        "Local timetable", plain(starts_on="In force from", note="Note"), "starts_on"
    ),
    "milestone": RecordWords(
        "Milestone",
        {
            "timetable_id": name_of("Local timetable", "timetable"),
            "code": fixed("Rule"),
            **plain(name="Name", count="Days", is_used="Is used", owner="Owner"),
        },
        "name",
    ),
    "announced_year": RecordWords(
        "Bank holidays checked", plain(year="Year", checked_on="Checked on"), "year"
    ),
    "saved_view": RecordWords(
        "Saved view",
        {
            "text": private("Search"),
            **plain(
                page="Page",
                name="Name",
                filter_key="Filter",
                what="What",
                grouping="Grouping",
                is_default="Shown first",
            ),
        },
        "name",
    ),
}
