"""What a case needs now, why, what is missing, and its timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import FIELD_WORDS, CaseDate
from sgdesk.domain.dates import Precision, UncertainDate, long_date
from sgdesk.domain.deadline_words import standing_words
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import CaseStep, NextStep
from sgdesk.services.case_list import next_deadline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.cases import CaseDraft
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.facts import CaseFacts
    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.domain.rapid_reviews import RapidReviewDraft

_NOTIFICATION, _RAPID, _LOCAL, _PUBLICATION = (
    "notification",
    "rapid_review",
    "local_review",
    "publication",
)

STEPS = {
    "SIN-5": ("Notify the Panel", _NOTIFICATION),
    "SIN-P": ("Tell the safeguarding partners", _NOTIFICATION),
    "LAC-5": ("Notify the death", _NOTIFICATION),
    "CL-5": ("Notify the death", _NOTIFICATION),
    "RR-COPY": ("Get the copy of the notification", _NOTIFICATION),
    "RR-ISSUE": ("Send the requests to agencies", _RAPID),
    "RR-RETURN": ("Chase the agency returns", _RAPID),
    "RR-PANEL": ("Hold the Rapid Review meeting", _RAPID),
    "RR-SIGN": ("Get the partners’ sign-off", _RAPID),
    "RR-15": ("Send the Rapid Review to the Panel", _RAPID),
    "PANEL-RESP": ("Chase the Panel’s reply", _RAPID),
    "LR-TELL": ("Tell the Panel of the decision", _LOCAL),
    "LR-6M": ("Complete and publish the local review", _LOCAL),
    "LR-MON": ("Monitor the local review", _LOCAL),
    "LR-DELAY": ("Tell the reasons for delay", _LOCAL),
    "PUB-7": ("Send the full report to the Panel", _PUBLICATION),
    "PUB-1Y": ("Keep the report available", _PUBLICATION),
    "PUB-3Y": ("Move the review to the archive", _PUBLICATION),
    "PUB-REP": ("Deposit with the national repository", _PUBLICATION),
}


def next_step(facts: CaseFacts, deadlines: Sequence[Deadline], *, briefings: int) -> NextStep:
    """Return the step that the earliest open deadline asks for, with its reason."""
    if CaseDate.RAPID_REVIEW_SENT in facts.dates and facts.decision is Decision.NOT_MADE:
        return NextStep("Record the decision", "The Rapid Review has been sent.", _RAPID, "Record…")
    is_listed = CaseDate.PUBLISHED in facts.dates and CaseDate.ARCHIVED not in facts.dates
    if is_listed and not briefings:
        return NextStep(
            "Write the learning briefing",
            "The review is published and no briefing speaks of it.",
            "briefing",
            "Write…",
        )
    deadline = next_deadline(deadlines)
    if deadline is None:
        return NextStep("Nothing is due", "No deadline of this case is open.", "", "")
    words, dialog = STEPS[deadline.rule.code]
    if deadline.standing is Standing.WAITING:
        field = FIELD_WORDS[deadline.rule.trigger]
        target = "case" if deadline.rule.trigger is CaseDate.AWARE else dialog
        return NextStep(
            f"Record the {field}", f"{deadline.rule.title}: waits for it.", target, "Record…"
        )
    return NextStep(words, _reason(deadline), dialog, "Record…")


def _reason(deadline: Deadline) -> str:
    words = standing_words(deadline)
    counts_to = deadline.counts_to
    return f"{words}: {long_date(counts_to)}." if counts_to else f"{words}."


def missing_data(
    facts: CaseFacts,
    draft: CaseDraft,
    children: int,
    rapid: RapidReviewDraft | None,
    local: LocalReviewDraft | None,
    publication: PublicationDraft | None,
) -> tuple[str, ...]:
    """Return what is still missing, in the order a meeting would ask for it."""
    dates = facts.dates
    is_published = CaseDate.PUBLISHED in dates
    missing = [] if children else ["the children of the case"]
    if draft.incident.precision is Precision.BLANK:
        missing.append("the incident date, or that it is unknown")
    if not is_published:
        missing += [
            FIELD_WORDS[name] for name in (CaseDate.AWARE, CaseDate.NOTIFIED) if name not in dates
        ]
        missing += _missing_of_rapid_review(facts, rapid)
        missing += _missing_of_local_review(facts, local)
    if publication is not None and is_published and not publication.summary:
        missing.append("the summary for the public list")
    return tuple(missing)


def _missing_of_rapid_review(facts: CaseFacts, rapid: RapidReviewDraft | None) -> list[str]:
    if CaseDate.NOTIFIED not in facts.dates or rapid is None:
        return []
    asked = {
        "a date for the Rapid Review meeting": rapid.meeting_on,
        "sign-off by the local authority": rapid.authority_signed_on,
        "sign-off by health": rapid.health_signed_on,
        "sign-off by the police": rapid.police_signed_on,
        "the decision": None if rapid.decision is Decision.NOT_MADE else rapid.decision,
    }
    return [words for words, value in asked.items() if value is None]


def _missing_of_local_review(facts: CaseFacts, local: LocalReviewDraft | None) -> list[str]:
    if facts.decision is not Decision.LOCAL_REVIEW and local is None:
        return []
    if local is None or local.initiated_on is None:
        return ["the date of the decision to initiate the local review"]
    asked = {
        "the reviewer of the local review": local.reviewer,
        "a forecast of publication": local.forecast_on,
    }
    return [words for words, value in asked.items() if not value]


_NOTIFY = ("SIN-5", "LAC-5", "CL-5")


def timeline(
    incident: UncertainDate, facts: CaseFacts, deadlines: Sequence[Deadline]
) -> tuple[CaseStep, ...]:
    """Return the milestones of a case, from the incident to what its notification leads to."""
    by_code = {deadline.rule.code: deadline for deadline in deadlines}
    notify = next((by_code[code] for code in _NOTIFY if code in by_code), None)
    steps = [
        _incident_step(incident),
        _step("Authority aware", CaseDate.AWARE, None, facts),
        _step("Notified", CaseDate.NOTIFIED, notify, facts),
    ]
    if "RR-15" in by_code:
        steps.append(_step("Day 15", CaseDate.RAPID_REVIEW_SENT, by_code["RR-15"], facts))
        steps.append(_step("Decision", CaseDate.DECIDED, None, facts))
    if CaseDate.PUBLISHED in facts.dates:
        steps.append(_step("Published", CaseDate.PUBLISHED, by_code.get("LR-6M"), facts))
    elif "LR-6M" in by_code:
        steps.append(_step("Six months", CaseDate.PUBLISHED, by_code["LR-6M"], facts))
    return tuple(steps)


def _incident_step(incident: UncertainDate) -> CaseStep:
    return CaseStep(
        "Incident",
        incident.words() or "Not recorded",
        "approximate" if incident.precision is Precision.APPROXIMATE else "",
        Standing.WAITING if incident.start is None else Standing.MET,
        incident.start,
    )


def _step(label: str, name: CaseDate, deadline: Deadline | None, facts: CaseFacts) -> CaseStep:
    done_on = facts.dates.get(name)
    standing = deadline.standing if deadline else Standing.WAITING
    if deadline is not None and deadline.due is not None:
        day = done_on or deadline.counts_to or deadline.due
        return CaseStep(label, long_date(day), standing_words(deadline), standing, day)
    if done_on is not None:
        return CaseStep(label, long_date(done_on), "", Standing.MET, done_on)
    if deadline is not None and standing is Standing.NOT_APPLICABLE:
        return CaseStep(label, "Not applicable", deadline.note, standing, None)
    if CaseDate.PUBLISHED in facts.dates:
        return CaseStep(label, "Not recorded", "", Standing.NOT_APPLICABLE, None)
    return CaseStep(label, "Waiting for a date", "", Standing.WAITING, None)
