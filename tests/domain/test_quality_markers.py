"""The 18 quality markers, each asked at one stage of a local review."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.quality_markers import (
    MARKERS_OF_STAGE,
    PROMPTS,
    STAGE_TITLES,
    QualityStage,
    answered,
    prompts_of,
    stage_of_review,
    stages_from,
)
from sgdesk.domain.review_questions import QUALITY_MARKERS

DAY = date(2026, 11, 2)


def test_every_marker_belongs_to_one_stage_and_has_its_prompt():
    placed = [code for codes in MARKERS_OF_STAGE.values() for code in codes]
    assert placed == list(QUALITY_MARKERS)
    assert len(placed) == 18
    assert set(PROMPTS) == set(QUALITY_MARKERS)
    assert set(MARKERS_OF_STAGE) == set(STAGE_TITLES) == set(QualityStage)


def test_a_prompt_is_a_question_led_by_the_name_of_its_marker():
    for stage in QualityStage:
        for code, words in prompts_of(stage).items():
            assert words.startswith(f"{QUALITY_MARKERS[code]}: ")
            assert words.endswith("?")


@pytest.mark.parametrize(
    ("draft", "has_final", "stage"),
    [
        (None, False, QualityStage.SETTING_UP),
        (LocalReviewDraft(initiated_on=DAY), False, QualityStage.SETTING_UP),
        (LocalReviewDraft(commissioned_on=DAY), False, QualityStage.RUNNING),
        (LocalReviewDraft(terms_agreed_on=DAY), False, QualityStage.RUNNING),
        (LocalReviewDraft(legal_checked_on=DAY), False, QualityStage.OUTCOME),
        (LocalReviewDraft(health_signed_on=DAY), False, QualityStage.OUTCOME),
        (LocalReviewDraft(initiated_on=DAY), True, QualityStage.OUTCOME),
    ],
)
def test_the_stage_follows_from_what_is_recorded(draft, has_final, stage):
    assert stage_of_review(draft, has_final=has_final) is stage
    assert stages_from(stage)[0] is stage
    assert set(stages_from(stage)) == set(QualityStage)


def test_answers_are_counted_for_each_stage():
    held = (
        Considered("referral", Answer.YES),
        Considered("purpose", Answer.NO, "Not yet clear to all."),
        Considered("decision", Answer.BLANK, "To be asked."),
        Considered("report", Answer.NOT_APPLICABLE),
    )
    counts = [answered(held, stage) for stage in QualityStage]
    assert counts == [2, 0, 1]
