"""Lists of values that the partnership may change. Records keep the words themselves.

So a value taken off a list stays in every record that has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sgdesk.domain.briefings import DEFAULT_QUESTIONS
from sgdesk.domain.jargon import DEFAULT_JARGON

_UNSAID = ("Not known", "Not asked", "Not applicable")


class ValueListKey(StrEnum):
    ROUTES = "routes"
    RECIPIENTS = "recipients"
    NATURES = "natures"
    CAUSES = "causes"
    SEXES = "sexes"
    ETHNICITIES = "ethnicities"
    DISABILITIES = "disabilities"
    LEGAL_STATUSES = "legal_statuses"
    PLACEMENTS = "placements"
    RELATIONSHIPS = "relationships"
    REQUEST_PURPOSES = "request_purposes"
    PROCEEDINGS = "proceedings"
    PROCEEDING_STATES = "proceeding_states"
    FAMILY_CONTACTS = "family_contacts"
    REVIEW_EVENTS = "review_events"
    METHODOLOGIES = "methodologies"
    THEMES = "themes"
    EVIDENCE_KINDS = "evidence_kinds"
    ATTACHMENT_KINDS = "attachment_kinds"
    QUESTIONS = "questions"
    JARGON = "jargon"


@dataclass(frozen=True, slots=True)
class ValueList:
    """`title` as Settings shows it; `defaults` hold until the partnership changes the list."""

    title: str
    defaults: tuple[str, ...]
    note: str = ""
    """What the list is for, where it is more than what forms offer."""


VALUE_LISTS: dict[ValueListKey, ValueList] = {
    ValueListKey.ROUTES: ValueList(
        "Ways of sending and telling",
        (
            "Online notification system",
            "Secure e-mail",
            "E-mail",
            "Telephone",
            "Meeting",
            "Video call",
            "Letter",
            "In person",
        ),
    ),
    ValueListKey.RECIPIENTS: ValueList(
        "Who is told",
        (
            "The Panel",
            "Department for Education",
            "Ofsted",
            "Secretary of State",
            "Local authority (safeguarding partner)",
            "Integrated care board (safeguarding partner)",
            "Police (safeguarding partner)",
            "Area where the child lives",
            "Area where the child is placed",
            "Child death overview panel",
            "Coroner",
        ),
    ),
    ValueListKey.NATURES: ValueList(
        "Nature of the incident",
        (
            "Death: abuse or neglect known or suspected",
            "Death of a looked-after child: no abuse or neglect suspected",
            "Serious harm",
            "Other",
            "Not known",
        ),
    ),
    ValueListKey.CAUSES: ValueList(
        "Cause of death or harm",
        (
            "Abusive head trauma or other injury",
            "Neglect",
            "Sexual abuse",
            "Criminal exploitation",
            "Sexual exploitation",
            "Serious youth violence",
            "Extra-familial assault or homicide",
            "Maltreatment in the family",
            "Suicide",
            "Self-harm",
            "Sudden unexpected death in infancy",
            "Accident",
            "Medical cause",
            "Fabricated or induced illness",
            "Female genital mutilation",
            "Not yet known",
        ),
    ),
    ValueListKey.SEXES: ValueList("Sex", ("Female", "Male", *_UNSAID)),
    ValueListKey.ETHNICITIES: ValueList(
        "Ethnicity",
        (
            "White: British",
            "White: Irish",
            "White: Traveller of Irish heritage",
            "White: Roma",
            "White: other",
            "Mixed: White and Black Caribbean",
            "Mixed: White and Black African",
            "Mixed: White and Asian",
            "Mixed: other",
            "Asian: Indian",
            "Asian: Pakistani",
            "Asian: Bangladeshi",
            "Asian: other",
            "Chinese",
            "Black: Caribbean",
            "Black: African",
            "Black: other",
            "Any other ethnic group",
            "Refused",
            *_UNSAID,
        ),
    ),
    ValueListKey.DISABILITIES: ValueList(
        "Disability",
        (
            "None",
            "Autism",
            "Behaviour",
            "Communication",
            "Consciousness",
            "Hand function",
            "Hearing",
            "Incontinence",
            "Learning",
            "Mobility",
            "Personal care",
            "Vision",
            "Other",
            *_UNSAID,
        ),
    ),
    ValueListKey.LEGAL_STATUSES: ValueList(
        "Legal status and support",
        (
            "Not known to children’s social care",
            "Early help",
            "Child in need",
            "Child protection plan",
            "Child protection plan before",
            "Looked after: section 20",
            "Looked after: interim care order",
            "Looked after: care order",
            "Placement order",
            "Remanded",
            "Special guardianship order",
            "Care leaver",
            "Unaccompanied asylum-seeking child",
            *_UNSAID,
        ),
    ),
    ValueListKey.PLACEMENTS: ValueList(
        "Where the child lived",
        (
            "At home with parents",
            "With relatives or friends",
            "Foster care",
            "Children’s home",
            "Semi-independent living",
            "Residential school",
            "Secure children’s home",
            "Young offender institution",
            "Hospital, mother-and-baby units included",
            "Other",
            *_UNSAID,
        ),
    ),
    ValueListKey.RELATIONSHIPS: ValueList(
        "Relationship to the child",
        (
            "Mother",
            "Father",
            "Step-parent",
            "Parent’s partner",
            "Sibling",
            "Grandparent",
            "Other relative",
            "Foster carer",
            "Guardian",
            "Friend of the family",
            "Other",
        ),
    ),
    ValueListKey.REQUEST_PURPOSES: ValueList(
        "What agencies are asked for",
        (
            "Rapid Review return",
            "Chronology",
            "Agency report for the local review",
            "Comments on a draft",
            "Action plan update",
        ),
    ),
    ValueListKey.PROCEEDINGS: ValueList(
        "Proceedings and causes of delay",
        (
            "Police investigation",
            "Criminal trial",
            "Inquest",
            "Family court proceedings",
            "Child death review",
            "Allegation against staff (LADO)",
            "Inspection or regulator’s enquiry",
            "Patient safety investigation",
            "Domestic abuse related death review",
            "Safeguarding adult review",
            "MAPPA serious case review",
            "Complaint or IOPC investigation",
            "Wishes of the family",
            "Reviewer not available",
            "Agency information late",
            "Other",
        ),
    ),
    ValueListKey.PROCEEDING_STATES: ValueList(
        "State of proceedings",
        ("Expected", "Under way", "Adjourned", "Concluded", "Not proceeding"),
    ),
    ValueListKey.FAMILY_CONTACTS: ValueList(
        "Contact with the family",
        (
            "Told of the review",
            "Invited to take part",
            "Met the reviewer",
            "Declined to take part",
            "Shown a draft",
            "Shown the final report",
            "Told of the publication date",
            "Given the published report",
            "Other",
        ),
    ),
    ValueListKey.REVIEW_EVENTS: ValueList(
        "Events of a local review",
        (
            "Panel meeting",
            "Practitioner event",
            "Family meeting",
            "Managers’ event",
            "Sign-off meeting",
            "Other",
        ),
    ),
    ValueListKey.METHODOLOGIES: ValueList(
        "Methods of a local review",
        (
            "Systems approach",
            "Appreciative inquiry",
            "Learning event",
            "Thematic review",
            "Chronology and agency reports",
            "Mixed",
            "Not decided yet",
        ),
    ),
    ValueListKey.THEMES: ValueList(
        "Themes",
        (
            "Sharing information",
            "Risk and critical thinking",
            "Working with families",
            "Honest conversations",
            "Professional curiosity",
            "Escalation",
            "Disproportionality",
            "Supervision",
            "Agency responsibilities",
            "Infants under one",
            "Domestic abuse",
            "Neglect",
            "Physical abuse",
            "Sexual abuse",
            "Exploitation",
            "Serious youth violence",
            "Children in care",
            "Disability and health",
            "Mental health",
            "Not in school",
            "Young carers",
            "Whole family",
        ),
    ),
    ValueListKey.EVIDENCE_KINDS: ValueList(
        "Kinds of evidence",
        (
            "Audit",
            "Dip sample",
            "Policy or procedure",
            "Training record",
            "Meeting minutes",
            "Data",
            "Feedback from practitioners",
            "Feedback from families",
            "Other",
        ),
    ),
    ValueListKey.ATTACHMENT_KINDS: ValueList(
        "Kinds of attachment",
        (
            "Notification",
            "Agency return",
            "Rapid Review report",
            "Panel letter",
            "Terms of reference",
            "Contract",
            "Draft report",
            "Final report",
            "Press statement",
            "Minutes",
            "Evidence",
            "Letter",
            "Other",
        ),
    ),
    ValueListKey.QUESTIONS: ValueList(
        "Questions for discussion",
        DEFAULT_QUESTIONS,
        "Every new briefing begins with these questions.",
    ),
    ValueListKey.JARGON: ValueList(
        "Words to say more plainly",
        DEFAULT_JARGON,
        "The briefing editor hints at these words. Write the word, a colon, and what to say "
        "instead, as in utilise: use.",
    ),
}
