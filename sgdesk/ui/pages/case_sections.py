"""What each tab of a case reads, in sections of facts. Words only; the widgets are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.cases import KIND_WORDS as CASE_KIND_WORDS
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.notifications import KIND_WORDS
from sgdesk.domain.people import ROLE_WORDS
from sgdesk.domain.rapid_reviews import DECISION_WORDS, PANEL_VIEW_WORDS, Decision, PanelView
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.notifications import NotificationDraft
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.domain.rapid_reviews import RapidReviewDraft
    from sgdesk.records.cases import CaseView, ChildRow
    from sgdesk.records.deadlines import DeadlineRow


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that one dialog edits; `field` is where the keyboard goes in it."""

    title: str
    facts: tuple[Fact, ...]
    dialog: str
    field: str = ""
    entry_id: UUID | None = None


def case_sections(view: CaseView) -> tuple[Section, ...]:
    """Return what identifies the case."""
    draft = view.draft
    identity = (
        Fact("Reference", draft.reference),
        Fact("Further references", "\n".join(draft.further_references)),
        Fact("Description", draft.title),
        Fact("Kind", CASE_KIND_WORDS[draft.kind]),
        Fact("Themes", ", ".join(draft.themes)),
        Fact("Case owner", draft.owner),
    )
    incident = (
        Fact("Incident", draft.incident.words()),
        _dated("Authority aware", draft.aware_on),
        Fact("Area of the incident", draft.area_of_incident),
        Fact("Area of residence", draft.area_of_residence),
    )
    chosen = draft.edition_reason if draft.edition else "In force on the trigger date"
    guidance = [Fact("Stage", view.stage_words, view.stage_reason)]
    guidance.append(Fact("Edition", view.edition.label, chosen))
    if draft.closed_on:
        guidance.append(Fact("Closed", long_date(draft.closed_on), draft.closed_reason))
    return (
        Section("The case", identity, "case", "reference"),
        Section("When and where", incident, "case", "incident"),
        Section("Stage and guidance", tuple(guidance), "case", "edition"),
    )


def child_sections(view: CaseView) -> tuple[Section, ...]:
    """Return a section for each child. Real names and dates of birth are in the dialog alone."""
    return tuple(_child_section(row) for row in view.children)


def _child_section(row: ChildRow) -> Section:
    draft = row.draft
    facts = [Fact("Role", ROLE_WORDS[draft.role]), Fact("Age at the incident", row.age_words)]
    if draft.died_on:
        facts.append(_dated("Died", draft.died_on))
    if draft.is_first_listed:
        facts.append(Fact("Returns", "First-listed child"))
    return Section(draft.pseudonym, tuple(facts), "child", entry_id=row.child_id)


def notification_sections(view: CaseView, draft: NotificationDraft) -> tuple[Section, ...]:
    """Return what was notified, who was told, and a withdrawal."""
    told_code = "SIN-P"
    sent = (
        Fact("Type", KIND_WORDS[draft.kind]),
        _dated("Authority aware", view.draft.aware_on),
        _due_fact(view, "Notified", draft.notified_on, ("SIN-5", "LAC-5", "CL-5")),
        Fact("Receipt number", draft.receipt),
    )
    told = (
        _due_fact(view, "Partners told", draft.partners_told_on, (told_code,)),
        _due_fact(view, "Copy received", draft.copy_received_on, ("RR-COPY",)),
    )
    sections = [
        Section("What was sent", sent, "notification", "notified_on"),
        Section("Who was told", told, "notification", "partners_told_on"),
    ]
    if draft.withdrawn_on:
        withdrawn = (Fact("Withdrawn", long_date(draft.withdrawn_on), draft.withdrawn_reason),)
        sections.append(Section("Withdrawal", withdrawn, "notification", "withdrawn_on"))
    return tuple(sections)


def rapid_review_sections(view: CaseView, draft: RapidReviewDraft) -> tuple[Section, ...]:
    """Return requests, meeting, sign-off, decision, sending, and the Panel's view apart."""
    requests = (
        _due_fact(view, "First request", draft.first_request_on, ("RR-ISSUE",)),
        _due_fact(view, "Last return", draft.last_return_on, ("RR-RETURN",)),
    )
    time = f", {draft.meeting_time}" if draft.meeting_time else ""
    meeting_words = f"{long_date(draft.meeting_on)}{time}" if draft.meeting_on else ""
    meeting = (
        Fact("Meeting", meeting_words, _due_note(view, "RR-PANEL")),
        Fact("Chair", draft.chair),
        _sign_off_fact(view, draft),
    )
    decision = [Fact("Local decision", DECISION_WORDS[draft.decision])]
    if draft.decision is not Decision.NOT_MADE:
        decision += [_dated("Decided", draft.decided_on), Fact("Reasons", draft.reasons)]
    sending = [_due_fact(view, "Sent to the Panel", draft.sent_on, ("RR-15",))]
    if draft.late_reason:
        sending.append(Fact("Reason for lateness", draft.late_reason))
    sending.append(_panel_fact(draft))
    return (
        Section("Agency requests", requests, "rapid_review", "first_request_on"),
        Section("Meeting and sign-off", meeting, "rapid_review", "meeting_on"),
        Section("Decision", tuple(decision), "rapid_review", "decision"),
        Section("Sending and the Panel’s view", tuple(sending), "rapid_review", "sent_on"),
    )


def _sign_off_fact(view: CaseView, draft: RapidReviewDraft) -> Fact:
    if draft.signed_off_on:
        return Fact("Partners’ sign-off", long_date(draft.signed_off_on), "All three have signed.")
    days = {
        "local authority": draft.authority_signed_on,
        "health": draft.health_signed_on,
        "police": draft.police_signed_on,
    }
    waiting = ", ".join(partner for partner, day in days.items() if day is None)
    signed = ", ".join(f"{one} {long_date(day)}" for one, day in days.items() if day is not None)
    note = f"Signed: {signed}" if signed else _due_note(view, "RR-SIGN")
    return Fact("Partners’ sign-off", f"Waiting: {waiting}", note, Standing.WAITING)


def _panel_fact(draft: RapidReviewDraft) -> Fact:
    if draft.panel_view is PanelView.NOT_RECEIVED:
        reason = "" if draft.sent_on else ": the Rapid Review has not been sent"
        return Fact("The Panel’s view", f"Waiting{reason}")
    replied = f"Replied {long_date(draft.panel_replied_on)}" if draft.panel_replied_on else ""
    return Fact("The Panel’s view", PANEL_VIEW_WORDS[draft.panel_view], replied)


def local_review_sections(view: CaseView, draft: LocalReviewDraft) -> tuple[Section, ...]:
    """Return the review, its monitoring, and what delays or pauses it."""
    review = (
        _dated("Decision to initiate", draft.initiated_on),
        _rule_fact(view, "Six months", "LR-6M"),
        Fact("Reviewer", draft.reviewer),
        _due_fact(view, "Decision told", draft.decision_told_on, ("LR-TELL",)),
    )
    forecast = (_dated("Forecast", draft.forecast_on),)
    return (
        Section("The review", review, "local_review", "initiated_on"),
        Section("Forecast", forecast, "local_review", "forecast_on"),
    )


def publication_sections(view: CaseView, draft: PublicationDraft) -> tuple[Section, ...]:
    """Return the report, the dates around publication, and its place on the list."""
    report = (
        Fact("Title", draft.title),
        Fact("Type of review", draft.review_type),
        Fact("Summary", draft.summary),
    )
    dates = (
        _dated("Planned", draft.planned_on),
        _due_fact(view, "Full report sent", draft.copy_sent_on, ("PUB-7",)),
        _dated("Published", draft.published_on),
    )
    after = (
        _dated("Deposited", draft.deposited_on),
        _rule_fact(view, "Keep until", "PUB-1Y"),
        _due_fact(view, "Archived", draft.archived_on, ("PUB-3Y",)),
        Fact("Web address", draft.web_address),
    )
    return (
        Section("The report", report, "publication", "title"),
        Section("Before and on the day", dates, "publication", "planned_on"),
        Section("Afterwards", after, "publication", "deposited_on"),
    )


def timeline_facts(view: CaseView) -> tuple[Fact, ...]:
    """Return the milestones as facts, for windows too low for the drawn timeline."""
    return tuple(Fact(step.label, step.date_words, step.note) for step in view.steps)


def _dated(label: str, day: date | None) -> Fact:
    return Fact(label, long_date(day) if day else "")


def _row(view: CaseView, codes: tuple[str, ...]) -> DeadlineRow | None:
    return next((row for row in view.deadlines if row.code in codes), None)


def _due_note(view: CaseView, *codes: str) -> str:
    """Return how the deadline stands, with its date while it is still to be met."""
    row = _row(view, codes)
    if row is None or row.standing in (Standing.NOT_APPLICABLE, Standing.WAITING):
        return ""
    is_done = row.standing in (Standing.MET, Standing.MET_LATE)
    if row.due is None or is_done:
        return row.standing_words
    agreed = f", agreed {day_and_month(row.agreed_on)}" if row.agreed_on else ""
    return f"{row.standing_words} · by the rule {long_date(row.due)}{agreed}"


def _due_fact(view: CaseView, label: str, day: date | None, codes: tuple[str, ...]) -> Fact:
    return Fact(label, long_date(day) if day else "", _due_note(view, *codes))


def _rule_fact(view: CaseView, label: str, code: str) -> Fact:
    row = _row(view, (code,))
    due = row.due if row else None
    return Fact(label, long_date(due) if due else "Waiting for a date", _due_note(view, code))
