"""What the tab of a Rapid Review reads, step by step, in sections of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.panel_views import compare, is_national
from sgdesk.domain.rapid_reviews import DECISION_WORDS, PANEL_VIEW_WORDS, Decision, PanelView
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.pages.case_facts import dated, due_fact, due_note, rule_fact, why
from sgdesk.ui.pages.case_sections import Act, Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.rapid_reviews import RapidReviewDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.records.learning import ActionRow
    from sgdesk.records.links import LinkedCase
    from sgdesk.services.request_days import RequestDays

TELL_LATE, PRINT_RECORD, OPEN_LINK = "tell-late", "print-record", "open-link"
"""Acts of sections: the letter to the Panel, the paper to sign, the other case."""
_FROM_REQUESTS = "From the agency requests."
_PARTNERS = (
    ("Local authority", "authority"),
    ("Health", "health"),
    ("Police", "police"),
)


def meeting_sections(
    view: CaseView, draft: RapidReviewDraft, days: RequestDays
) -> tuple[Section, ...]:
    """Return the requests, whose days the agency requests know where there are any; the meeting."""
    dialog = "" if days.are_known else "requests"
    return (
        Section("Agency requests", _requests(view, days), dialog, "first_request_on"),
        Section("Meeting", _meeting(view, draft), "meeting", "meeting_on"),
    )


def decision_sections(view: CaseView, draft: RapidReviewDraft) -> tuple[Section, ...]:
    """Return who signed, the decision with its reasons, and who did not agree."""
    decision = [Fact("Local decision", DECISION_WORDS[draft.decision])]
    if draft.decision is not Decision.NOT_MADE:
        dissent = draft.dissent or "None recorded"
        decision += [
            dated("Decided", draft.decided_on),
            Fact("Reasons", draft.reasons),
            Fact("Dissent", dissent),
        ]
    acts = (Act(PRINT_RECORD, "Decision record for signature…", "printer"),)
    return (
        Section("Partners’ sign-off", _signatures(view, draft), "decision", "authority_signed_on"),
        Section("Decision", tuple(decision), "decision", "decision", acts=acts),
    )


def panel_sections(view: CaseView, draft: RapidReviewDraft, today: date) -> tuple[Section, ...]:
    """Return the sending, the Panel's view apart from the decision, and what both mean."""
    is_late = draft.sent_on is None and bool(
        draft.late_reason or (view.rapid_review_due and view.rapid_review_due < today)
    )
    acts = (Act(TELL_LATE, "Tell the Panel that it will be late…", "mail"),) if is_late else ()
    sections = [
        Section("Sending", _sending(view, draft), "sending", "sent_on", acts=acts),
        Section("The Panel’s view", _panel(view, draft), "panel", "panel_view"),
    ]
    if draft.decision is not Decision.NOT_MADE:
        sections.append(_compared(draft))
    return tuple(sections)


def trail_section(view: CaseView, draft: RapidReviewDraft, links: Sequence[LinkedCase]) -> Section:
    """Return what followed from the decision, for reading alone."""
    standing = draft.standing_decision
    facts = [Fact("Decision in force", DECISION_WORDS[standing])]
    if view.local_review or standing is Decision.LOCAL_REVIEW:
        initiated = view.local_review.initiated_on if view.local_review else None
        words = f"Initiated {long_date(initiated)}" if initiated else "Not initiated yet"
        facts.append(Fact("Local review", words))
        if initiated:
            facts.append(rule_fact(view, "Six months", "LR-6M"))
    is_taken_up = is_national(standing, draft.panel_view, is_reconsidered=draft.is_reconsidered)
    if is_taken_up or standing is Decision.NATIONAL_REVIEW:
        words = "Chosen by the Panel" if is_taken_up else "Referred; the Panel decides"
        facts.append(Fact("National review", words, "Link it below, so that it can be followed."))
    if standing is Decision.JOINED and not links:
        facts.append(Fact("Joined to", "", "Link the other case below."))
    facts += [Fact("Belongs with", link.words, link.title) for link in links]
    if view.briefings:
        facts.append(Fact("Briefings", "\n".join(one.title for one in view.briefings)))
    published = view.publication.published_on if view.publication else None
    facts.append(Fact("Published", long_date(published) if published else "Not published"))
    return Section("From this decision on", tuple(facts), "")


def action_sections(rows: Sequence[ActionRow]) -> tuple[Section, ...]:
    """Return a section for each immediate safety action, under its number."""
    return tuple(
        Section(
            f"Action {row.number}" if row.number else "Action",
            (
                Fact("What", row.text),
                Fact("Who", " · ".join(one for one in (row.agency, row.owner) if one)),
                Fact("How it stands", row.standing_words, standing=row.standing),
            ),
            "action",
            entry_id=row.action_id,
        )
        for row in rows
    )


def link_sections(links: Sequence[LinkedCase]) -> tuple[Section, ...]:
    """Return a section for each link; one to a case of the register can be followed."""
    return tuple(_link(one) for one in links)


def _requests(view: CaseView, days: RequestDays) -> tuple[Fact, ...]:
    source = _FROM_REQUESTS if days.are_known else ""
    first = due_note(view, "RR-ISSUE")
    last = due_note(view, "RR-RETURN")
    return (
        Fact(
            "First request",
            _day(days.first_request_on),
            _joined(first, source),
            why=why(view, "RR-ISSUE"),
        ),
        Fact(
            "Last return",
            _day(days.last_return_on) or ("Still waiting for returns" if source else ""),
            _joined(last, source),
            why=why(view, "RR-RETURN"),
        ),
    )


def _meeting(view: CaseView, draft: RapidReviewDraft) -> tuple[Fact, ...]:
    when = ", ".join(one for one in (_day(draft.meeting_on), draft.meeting_time) if one)
    return (
        Fact("Meeting", when, due_note(view, "RR-PANEL"), why=why(view, "RR-PANEL")),
        Fact("Place", draft.meeting_place),
        Fact("Chair", draft.chair),
        Fact("Attended", draft.attended),
    )


def _signatures(view: CaseView, draft: RapidReviewDraft) -> tuple[Fact, ...]:
    facts = []
    for words, key in _PARTNERS:
        day: date | None = getattr(draft, f"{key}_signed_on")
        by: str = getattr(draft, f"{key}_signed_by")
        standing = Standing.MET if day else Standing.WAITING
        facts.append(Fact(words, f"Signed {long_date(day)}" if day else "Waiting", by, standing))
    words = long_date(draft.signed_off_on) if draft.signed_off_on else "Waiting"
    note = due_note(view, "RR-SIGN")
    facts.append(Fact("All three", words, note, why=why(view, "RR-SIGN")))
    return tuple(facts)


def _sending(view: CaseView, draft: RapidReviewDraft) -> tuple[Fact, ...]:
    facts = [due_fact(view, "Sent to the Panel", draft.sent_on, ("RR-15",))]
    if draft.sent_route:
        facts.append(Fact("Route", draft.sent_route))
    if draft.late_reason:
        facts.append(Fact("Reason for lateness", draft.late_reason))
    if draft.late_told_on or draft.expected_on:
        facts += [
            dated("Panel told of the delay", draft.late_told_on),
            dated("Now expected", draft.expected_on),
        ]
    return tuple(facts)


def _panel(view: CaseView, draft: RapidReviewDraft) -> tuple[Fact, ...]:
    if draft.panel_view is PanelView.NOT_RECEIVED:
        reason = "" if draft.sent_on else ": the Rapid Review has not been sent"
        note = due_note(view, "PANEL-RESP")
        return (Fact("View", f"Waiting{reason}", note, why=why(view, "PANEL-RESP")),)
    facts = [
        Fact("View", PANEL_VIEW_WORDS[draft.panel_view]),
        due_fact(view, "Replied", draft.panel_replied_on, ("PANEL-RESP",)),
    ]
    if draft.panel_comments:
        facts.append(Fact("Comments", draft.panel_comments))
    return tuple(facts)


def _compared(draft: RapidReviewDraft) -> Section:
    """The two views in one line, and what to do about them."""
    is_sent = draft.sent_on is not None
    found = compare(draft.decision, draft.panel_view, draft.reconsidered, is_sent=is_sent)
    standing = Standing.DUE_TODAY if found.asks_to_reconsider else None
    facts = [Fact("Compared", found.words, found.to_do, standing)]
    if draft.is_reconsidered:
        facts += [
            Fact("Decision now", DECISION_WORDS[draft.reconsidered]),
            dated("Reconsidered", draft.reconsidered_on),
            Fact("Reasons", draft.reconsidered_reasons),
        ]
    return Section("Decision and view side by side", tuple(facts), "panel", "reconsidered")


def _link(link: LinkedCase) -> Section:
    facts = [Fact("Case", link.title), Fact("Stage", link.stage_words)] if link.case_id else []
    facts.append(Fact("Since", link.linked_words))
    if link.note:
        facts.append(Fact("Note", link.note))
    acts = (Act(OPEN_LINK, "Open the case", "arrow-right"),) if link.case_id else ()
    entry_id = link.entry.entry_id if link.entry else link.case_id
    dialog = "link" if link.entry else ""
    return Section(link.words, tuple(facts), dialog, entry_id=entry_id, acts=acts)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _joined(*sentences: str) -> str:
    return " · ".join(one for one in sentences if one)
