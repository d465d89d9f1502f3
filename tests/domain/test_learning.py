"""What findings, recommendations, evidence and impact need before they are saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sgdesk.domain.answers import Answer
from sgdesk.domain.learning import EvidenceDraft, FindingDraft, ImpactDraft, RecommendationDraft
from sgdesk.domain.learning_checks import (
    check_evidence,
    check_finding,
    check_impact,
    check_recommendation,
)

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)


def fields_of(problems):
    return {one.field for one in problems if not one.is_warning}


def test_a_finding_says_what_was_found():
    assert fields_of(check_finding(FindingDraft(text=" \n"), today=TODAY)) == {"text"}
    assert check_finding(FindingDraft(text="Nobody asked."), today=TODAY) == []


def test_a_recommendation_has_its_number_and_its_words():
    assert fields_of(check_recommendation(RecommendationDraft(), today=TODAY)) == {"number", "text"}
    sound = RecommendationDraft(number="1", text="Ask.")
    assert check_recommendation(sound, today=TODAY) == []


def test_a_recommendation_that_was_not_accepted_says_why():
    refused = RecommendationDraft(number="1", text="Ask.", accepted=Answer.NO)
    assert fields_of(check_recommendation(refused, today=TODAY)) == {"not_accepted_reason"}
    explained = replace(refused, not_accepted_reason="The law changed.")
    assert check_recommendation(explained, today=TODAY) == []
    assert check_recommendation(replace(refused, accepted=Answer.UNKNOWN), today=TODAY) == []


def test_evidence_says_its_kind_and_what_it_shows_and_is_not_from_tomorrow():
    empty = EvidenceDraft(dated_on=TOMORROW)
    assert fields_of(check_evidence(empty, today=TODAY)) == {"kind", "what", "dated_on"}
    sound = EvidenceDraft(kind="Audit", what="40 records", dated_on=TODAY)
    assert check_evidence(sound, today=TODAY) == []
    assert check_evidence(replace(sound, dated_on=None), today=TODAY) == []


def test_an_impact_says_when_who_and_what_is_different():
    problems = check_impact(ImpactDraft(), today=TODAY)
    assert fields_of(problems) == {"assessed_on", "assessed_by", "change"}
    begun = ImpactDraft(assessed_on=TOMORROW, assessed_by="Group", change="Children are asked.")
    assert fields_of(check_impact(begun, today=TODAY)) == {"assessed_on"}


def test_an_impact_without_a_measure_is_saved_with_a_hint():
    draft = ImpactDraft(assessed_on=TODAY, assessed_by="Group", change="Children are asked.")
    (hint,) = check_impact(draft, today=TODAY)
    assert (hint.field, hint.is_warning) == ("measure", True)
    assert check_impact(replace(draft, measure="Second audit"), today=TODAY) == []
