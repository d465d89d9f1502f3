"""What the tab of a local review reads of the review itself, in sections of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import ANSWER_WORDS, Answer, Considered, considered
from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.forecasts import forecast_words
from sgdesk.domain.quality_markers import (
    MARKERS_OF_STAGE,
    PROMPTS,
    STAGE_TITLES,
    answered,
    stage_of_review,
    stages_from,
)
from sgdesk.domain.review_questions import QUALITY_MARKERS
from sgdesk.domain.standings import Standing
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.local_review_forms import is_delay_told
from sgdesk.ui.pages.case_facts import dated, due_fact, rule_fact
from sgdesk.ui.pages.case_sections import Act, Section

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.quality_markers import QualityStage
    from sgdesk.records.cases import CaseView
    from sgdesk.records.review_parts import ReviewParts

COMMISSION = "commission"
_COMMISSION_ACT = Act(COMMISSION, "Write to commission the reviewer…", "mail")
_WRITE_ACT = Act("write", "Write to the reviewer…", "mail")
_PARTNERS = (("authority", "Local authority"), ("health", "Health"), ("police", "Police"))


def local_review_sections(
    view: CaseView, draft: LocalReviewDraft, *, today: date
) -> tuple[Section, ...]:
    """Return the review, its terms, its forecast against the six months, and its sign-off."""
    return (
        _review(view, draft),
        _terms(draft),
        _forecast(view, draft, today),
        _sign_off(draft),
    )


def _review(view: CaseView, draft: LocalReviewDraft) -> Section:
    facts = (
        dated("Decision to initiate", draft.initiated_on),
        rule_fact(view, "Six months", "LR-6M"),
        due_fact(view, "Decision told", draft.decision_told_on, ("LR-TELL",)),
        Fact("Reviewer", draft.reviewer, draft.reviewer_organisation),
        Fact("Independence", draft.independence),
        dated("Commissioned", draft.commissioned_on),
        Fact("Chair of the panel", draft.chair),
        Fact("Method", draft.methodology),
        rule_fact(view, "Next monitoring", "LR-MON"),
    )
    acts = (_WRITE_ACT,) if draft.commissioned_on else (_COMMISSION_ACT, _WRITE_ACT)
    return Section("The review", facts, "local_review", "initiated_on", acts=acts)


def _terms(draft: LocalReviewDraft) -> Section:
    agreed = f"Agreed {long_date(draft.terms_agreed_on)}" if draft.terms_agreed_on else ""
    version = f"Version {draft.terms_version}" if draft.terms_version else ""
    words = ", ".join(part for part in (version, agreed) if part)
    facts = (
        Fact("Agreed", words),
        Fact("Scope", _scope(draft)),
        Fact("Terms of reference", draft.terms),
    )
    return Section("Terms of reference", facts, "local_review", "terms_version")


def _scope(draft: LocalReviewDraft) -> str:
    start, end = draft.scope_from_on, draft.scope_to_on
    if start is None and end is None:
        return ""
    first = long_date(start) if start else "not recorded"
    last = long_date(end) if end else "not recorded"
    return f"From {first} to {last}"


def _forecast(view: CaseView, draft: LocalReviewDraft, today: date) -> Section:
    published = view.publication.published_on if view.publication else None
    against = forecast_words(
        draft.initiated_on,
        draft.forecast_on,
        is_told=is_delay_told(view),
        today=None if published else today,
    )
    facts = [
        Fact(
            "Forecast of publication",
            long_date(draft.forecast_on) if draft.forecast_on else "",
            against,
        )
    ]
    if draft.forecast_on or draft.forecast_reason:
        facts.append(Fact("Reason", draft.forecast_reason))
    facts.append(due_fact(view, "Reasons for delay told", None, ("LR-DELAY",)))
    told = next((row for row in view.deadlines if row.code == "LR-DELAY"), None)
    if told is None or told.standing is Standing.NOT_APPLICABLE:
        facts.pop()
    return Section("Forecast", tuple(facts), "local_review", "forecast_on")


def _sign_off(draft: LocalReviewDraft) -> Section:
    facts = [dated("Legal check", draft.legal_checked_on)]
    for name, title in _PARTNERS:
        day: date | None = getattr(draft, f"{name}_signed_on")
        signed_by: str = getattr(draft, f"{name}_signed_by")
        words = long_date(day) if day else "Waiting"
        standing = Standing.MET if day else Standing.WAITING
        facts.append(Fact(f"Sign-off, {title.lower()}", words, signed_by, standing))
    return Section("Legal check and sign-off", tuple(facts), "local_review", "legal_checked_on")


def quality_sections(draft: LocalReviewDraft | None, parts: ReviewParts) -> tuple[Section, ...]:
    """Return the quality markers of each stage, those of the current stage first and in full."""
    current = stage_of_review(draft, has_final=parts.has_final)
    held = draft.quality if draft else ()
    found = []
    for stage in stages_from(current):
        total = len(MARKERS_OF_STAGE[stage])
        title = f"{STAGE_TITLES[stage]}: {answered(held, stage)} of {total} answered"
        if stage is current:
            facts = tuple(_marker(code, draft) for code in MARKERS_OF_STAGE[stage])
        else:
            facts = _answered_markers(stage, draft)
        found.append(Section(title, facts, "quality", stage.value))
    return tuple(found)


def _answered_markers(stage: QualityStage, draft: LocalReviewDraft | None) -> tuple[Fact, ...]:
    """Of the other stages, what was answered is enough."""
    held = draft.quality if draft else ()
    codes = MARKERS_OF_STAGE[stage]
    said = [code for code in codes if considered(held, code) != Considered(code)]
    if not said:
        return (Fact("Markers", ", ".join(QUALITY_MARKERS[code] for code in codes)),)
    return tuple(_marker(code, draft) for code in said)


def _marker(code: str, draft: LocalReviewDraft | None) -> Fact:
    one = considered(draft.quality if draft else (), code)
    note = one.text or (PROMPTS[code] if one.answer == Answer.BLANK else "")
    return Fact(QUALITY_MARKERS[code], ANSWER_WORDS[Answer(one.answer)], note)


def monitoring_due(view: CaseView) -> str:
    """Return the day by which the review is to be monitored next, or "" where it is not."""
    row = next((row for row in view.deadlines if row.code == "LR-MON"), None)
    if row is None or row.standing in (Standing.NOT_APPLICABLE, Standing.WAITING):
        return ""
    return f"next due {day_and_month(row.due)}" if row.due else ""
