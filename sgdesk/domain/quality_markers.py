"""The 18 quality markers of a local review as prompts, by the stage in which each is asked.

The markers are those of the Social Care Institute for Excellence and the NSPCC; the prompts are
in our own words. `review_questions.QUALITY_MARKERS` names them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.review_questions import QUALITY_MARKERS

if TYPE_CHECKING:
    from sgdesk.domain.answers import Considered
    from sgdesk.domain.local_reviews import LocalReviewDraft


class QualityStage(StrEnum):
    """The part of a local review in which a marker is asked, in their order."""

    SETTING_UP = "setting_up"
    RUNNING = "running"
    OUTCOME = "outcome"


STAGE_TITLES = {
    QualityStage.SETTING_UP: "Setting up the review",
    QualityStage.RUNNING: "Running the review",
    QualityStage.OUTCOME: "The report, and what changes",
}
MARKERS_OF_STAGE: dict[QualityStage, tuple[str, ...]] = {
    QualityStage.SETTING_UP: ("referral", "decision", "members", "family_told", "purpose"),
    QualityStage.RUNNING: (
        "commissioning",
        "governance",
        "management",
        "parallel",
        "information",
        "practitioners",
        "family",
        "analysis",
    ),
    QualityStage.OUTCOME: ("report", "improvement", "response", "publication", "evaluation"),
}
PROMPTS = {
    "referral": "Was it referred without delay, with reasons that can be followed later?",
    "decision": "Does the decision say why this kind of review, and what it should find out?",
    "members": "Do the partners know what is asked of them, in time and openly?",
    "family_told": "Was the family told early, with care, and by the right person?",
    "purpose": "Is everyone clear that the purpose is learning, and not blame?",
    "commissioning": "Is the reviewer independent, skilled for this case, and under contract?",
    "governance": "Is it clear who decides what, and who challenges the findings?",
    "management": "Is there a plan with days and people, and does somebody keep it?",
    "parallel": "Are trial, inquest and other proceedings known, and who speaks with them?",
    "information": "Is the information enough, in proportion, and shared lawfully?",
    "practitioners": "Are the people who did the work heard, and supported?",
    "family": "Could the family, and the child, take part in a way that suits them?",
    "analysis": "Does it explain why things made sense at the time, beyond the one case?",
    "report": "Is the report short, clear, and safe to publish?",
    "improvement": "Do the actions answer the findings, and reach whole systems?",
    "response": "Have the partners said in writing what they accept and will do?",
    "publication": "Is the day agreed with all who are affected, and learning not left stale?",
    "evaluation": "Is it settled how anyone will know that practice changed?",
}


def stage_of_review(draft: LocalReviewDraft | None, *, has_final: bool = False) -> QualityStage:
    """Return the stage that a local review has reached, from what is recorded of it.

    `has_final` says that one version of the report is marked final.
    """
    if draft is None:
        return QualityStage.SETTING_UP
    signed = (draft.authority_signed_on, draft.health_signed_on, draft.police_signed_on)
    if has_final or draft.legal_checked_on or any(signed):
        return QualityStage.OUTCOME
    if draft.commissioned_on or draft.terms_agreed_on:
        return QualityStage.RUNNING
    return QualityStage.SETTING_UP


def stages_from(current: QualityStage) -> tuple[QualityStage, ...]:
    """Return all stages, the current one first and the others in their order."""
    return (current, *(stage for stage in QualityStage if stage is not current))


def prompts_of(stage: QualityStage) -> dict[str, str]:
    """Return the prompts of a stage by the code of the marker, each led by its title."""
    return {code: f"{QUALITY_MARKERS[code]}: {PROMPTS[code]}" for code in MARKERS_OF_STAGE[stage]}


def answered(held: tuple[Considered, ...], stage: QualityStage) -> int:
    """Return how many markers of a stage have an answer."""
    codes = MARKERS_OF_STAGE[stage]
    return sum(one.code in codes and one.answer != Answer.BLANK for one in held)
